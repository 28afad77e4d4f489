"""Beliefs about the day on which a decision is looked at again."""

from datetime import date

import pytest

from teamkit.facts import Due
from teamkit.people.directory import directory
from teamkit.projects.proposals.facts import due
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import WATCH

DAY = date(2027, 3, 1)
PATH = "proposals/wreck.md"


def waiting(folder: Folder, today: date = DAY) -> list[Due]:
    team = Team.open(folder.path)
    return due(team, directory(team), today)


def test_a_review_waits_from_its_day_on_for_who_decided(small: Folder) -> None:
    small.write({PATH: WATCH})

    assert waiting(small, date(2027, 2, 28)) == []
    assert waiting(small) == [
        Due(
            what="Review the decision on: Wreck watch",
            who=("carla",),
            on=DAY,
            since=DAY,
            remedy="Hold it against what was intended, and write under it: Reviewed DATE: ...",
            path=PATH,
            line=58,
            kind="review",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        WATCH.replace("Later.", "Reviewed 2027-03-01: they were told"),
        WATCH.replace("Later.", "- **Reviewed** on 2027-03-05, all well"),
        WATCH.replace("Later.", "Review on 2027-09-01"),
        WATCH.replace("Decided 2026", "To be decided 2026"),
        WATCH.replace("status: Lead", "status: lost"),
        WATCH.replace("Review on 2027-03-01", "Review some day"),
    ],
    ids=["reviewed", "reviewed later", "put off", "undecided", "lost", "no day"],
)
def test_nothing_waits_where_nothing_is_to_be_looked_at(small: Folder, text: str) -> None:
    small.write({PATH: text})

    assert waiting(small) == []


def test_a_review_before_its_day_does_not_count(small: Folder) -> None:
    small.write({PATH: WATCH.replace("Later.", "Reviewed 2027-02-01: too early")})

    assert [one.on for one in waiting(small)] == [DAY]


@pytest.mark.parametrize(
    ("front", "who"),
    [("owner: ana\ndecider: ben", ("ben",)), ("owner: ana", ("ana",)), ("risk: low", ())],
)
def test_it_waits_for_the_decider_or_the_owner_where_nobody_signed(
    small: Folder, front: str, who: tuple[str, ...]
) -> None:
    text = "## Decision\n\nDecided 2026-12-04\nReview on 2027-03-01\n"
    small.write({PATH: f"---\n{front}\n---\n\n{text}"})

    assert [one.who for one in waiting(small)] == [who]


def test_the_longest_waiting_comes_first(small: Folder) -> None:
    small.write({PATH: WATCH, "proposals/b.md": WATCH.replace("2027-03-01", "2027-01-01")})

    assert [one.path for one in waiting(small)] == ["proposals/b.md", PATH]
