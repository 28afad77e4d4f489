"""Beliefs about which needs are looked at again."""

from datetime import date

from teamkit.facts import Due
from teamkit.knowledge.solutions.facts import due
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES


def read(folder: Folder, today: date) -> list[Due]:
    team = Team.open(folder.path)
    return due(team, directory(team), today)


def test_a_review_waits_from_its_day_on_for_the_owner(small: Folder) -> None:
    small.write(FILES)
    remedy = "Bring time and risks up to date, then: teamkit solutions review"

    assert read(small, date(2026, 9, 30)) == []
    assert read(small, date(2026, 11, 14)) == [
        Due(
            what="Review the solutions for: Sign in with the account they have",
            who=("ben",),
            on=date(2026, 10, 1),
            since=date(2026, 10, 1),
            remedy=f"{remedy} sign-in",
            path="solutions/sign-in.md",
            line=5,
            kind="review",
        ),
        Due(
            what="Review the solutions for: Let people upload very large files",
            who=("ana",),
            on=date(2026, 11, 14),
            since=date(2026, 11, 14),
            remedy=f"{remedy} large-uploads",
            path="solutions/large-uploads.md",
            line=9,
            kind="review",
        ),
    ]


def test_what_nobody_owns_waits_for_nobody(small: Folder) -> None:
    small.write({"solutions/a.md": "---\nreview_by: 2026-01-01\n---\n"})

    assert [one.who for one in read(small, date(2026, 1, 1))] == [()]


def test_what_is_retired_rests(small: Folder) -> None:
    small.write({"solutions/a.md": "---\nstatus: retired\nreview_by: 2026-01-01\n---\n"})

    assert read(small, date(2026, 12, 1)) == []
