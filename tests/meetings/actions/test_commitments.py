"""Everything that was agreed, and what of it is wanted."""

from datetime import date

import pytest

from teamkit.meetings.actions.agreements import (
    Action,
    ActionFilter,
    agreed,
    commitments,
    is_overdue,
    is_undated,
    of,
)
from teamkit.meetings.model import Notes
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day, notes


def plain(written: str) -> str:
    return {"Benjamin": "ben"}.get(written, written)


def one(line: str) -> Action:
    """The commitment on that line."""
    found = commitments([notes(f"## Cache\n\n{line}\n", meta="title: x\n")], plain)
    assert len(found) == 1
    return found[0]


def test_a_commitment_is_known_by_its_meeting_and_its_words() -> None:
    found = one("- Commitment @ana @Benjamin: to  watch it  (due:: 2026-12-11)")

    assert found == Action(
        id=one("- **Commitment** @fay: to watch it (completion:: 2026-12-01)").id,
        what="to watch it",
        owners=("ana", "ben"),
        due=day("12-11"),
        is_open=True,
        since=day("11-20"),
        series="friday",
        path="notes/2026-11-20-friday.md",
        line=6,
        kind="commitment",
    )
    assert one("- commitment: to watch it (id:: watch)").id == "watch"


@pytest.mark.parametrize(
    ("end", "is_open", "is_dropped"),
    [
        ("", True, False),
        ("  (due:: 2026-12-11)", True, False),
        ("  (completion:: 2026-12-01)", False, False),
        ("  (cancelled:: 2026-12-01)  (because:: it is gone)", False, True),
    ],
)
def test_a_field_at_its_end_closes_it(end: str, *, is_open: bool, is_dropped: bool) -> None:
    found = one(f"- Commitment @ana: to watch it{end}")

    assert (found.what, found.is_open, found.is_dropped) == ("to watch it", is_open, is_dropped)


@pytest.mark.parametrize(
    "body",
    [
        "- Key: a smaller commitment\n",
        "- Commitment @ana:\n",
        "```\n- Commitment @ana: code\n```\n",
        "<!--\n- Commitment @ana: hidden\n-->\n",
        "- Commitment @ana:  (completion:: 2026-12-01)\n",
    ],
)
def test_what_only_mentions_one_is_none(body: str) -> None:
    assert commitments([notes(body)], plain) == []


def test_twins_are_told_apart_and_an_action_is_never_a_twin_of_a_commitment() -> None:
    line = "- Commitment @ana: watch it\n"

    ids = [a.id for a in of([notes(f"{line}{line}- [ ] @ana watch it\n")], plain)]

    assert ids[1] == f"{ids[0]}-2"
    assert len({*ids}) == 3
    assert "-" not in ids[2]


def test_the_oldest_come_first_whatever_they_are() -> None:
    pages: list[Notes] = [
        notes("- [ ] @ana Third\n", "11-20"),
        notes("- [ ] @ana First\n- Commitment @ben: second\n", "11-06"),
    ]

    assert [a.what for a in of(pages, plain)] == ["First", "second", "Third"]


def test_notes_and_pairing_sessions_are_read_and_nothing_else(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": "- [ ] @ana In notes\n",
            "notes/2026-11-13-friday.md": "- Key: nothing was agreed\n",
            "notes/retro.md": "- [ ] @ana Of no meeting\n",
            "pairing/sessions/2026-11-06-ana-ben.md": "- [ ] @Ben In a session\n",
            "pairing/2026-w45-backend.md": "- [ ] @ana In a round\n",
            "topics/2026-11-06-ana-x.md": "---\ntitle: X\n---\n\n- [ ] @ana In a topic\n",
        }
    )
    team = Team.open(small.path)

    found = agreed(team, directory(team))

    assert [(a.what, a.owners, a.since, a.series) for a in found] == [
        ("In a session", ("ben",), day("11-06"), "ana-ben"),
        ("In notes", ("ana",), day("11-20"), "friday"),
    ]


def test_what_a_template_asks_for_was_not_agreed(small: Folder) -> None:
    small.write(
        {
            "templates/notes.md": "# $heading\n\n- [ ] Say who comes\n\n$sections\n",
            "notes/2026-11-20-friday.md": "# Notes\n\n- [ ] Say who comes\n",
        }
    )
    team = Team.open(small.path)

    assert agreed(team, directory(team)) == []


def made(what: str = "Measure it", **more: object) -> Action:
    values: dict[str, object] = {
        "id": "abc", "what": what, "owners": ("ana",), "due": day("11-27"), "is_open": True,
        "since": day("11-20"), "series": "friday", "path": "notes/2026-11-20-friday.md", "line": 3,
    }  # fmt: skip
    return Action(**{**values, **more})  # type: ignore[arg-type]  # the tests say which


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ActionFilter(), ["open", "of two", "late"]),
        (ActionFilter(everything=True), ["open", "of two", "late", "closed"]),
        (ActionFilter(owners=("ben",)), ["of two"]),
        (ActionFilter(owners=("ana", "ben")), ["of two"]),
        (ActionFilter(owners=("fay",)), []),
        (ActionFilter(series="joint"), ["of two"]),
        (ActionFilter(since=day("11-20")), ["open", "late"]),
        (ActionFilter(overdue_on=day("12-01")), ["late"]),
        (ActionFilter(overdue_on=day("11-27"), everything=True), []),
    ],
)
def test_what_is_wanted_is_narrowed(wanted: ActionFilter, expected: list[str]) -> None:
    found = [
        made("open", due=None),
        made("of two", owners=("ana", "ben"), since=day("11-06"), series="joint", due=None),
        made("late"),
        made("closed", is_open=False),
    ]

    assert [one.what for one in found if wanted.holds(one)] == expected


@pytest.mark.parametrize(
    ("due", "is_open", "late"),
    [
        (day("11-30"), True, True),
        (day("12-01"), True, False),
        (None, True, False),
        (day("11-30"), False, False),
    ],
)
def test_late_is_open_past_its_day(due: date | None, *, is_open: bool, late: bool) -> None:
    assert is_overdue(made(due=due, is_open=is_open), day("12-01")) is late


def test_only_commitments_without_a_day_are_looked_at_once_a_month() -> None:
    assert is_undated(made(kind="commitment", due=None))
    assert not is_undated(made(kind="commitment"))
    assert not is_undated(made(due=None))
