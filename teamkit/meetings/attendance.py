"""Which meetings were really held, who was there, and whose turn it was."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from teamkit.config import Series
from teamkit.markdown import blocks
from teamkit.markdown.sections import lines
from teamkit.meetings.model import Agenda, Notes
from teamkit.people.directory import Directory
from teamkit.store import templates
from teamkit.team import Team


class Role(StrEnum):
    """What people have in turn at a meeting."""

    NOTES = "notes"
    FACILITATOR = "facilitator"
    TIMEKEEPER = "timekeeper"


class Held(NamedTuple):
    """One meeting whose notes were really taken, as one role sees it.

    Attributes:
        eligible: handles of those who were there and could have had the turn.
        takers: handles of those who had it; they count as eligible.
    """

    on: date
    eligible: frozenset[str]
    takers: frozenset[str]


def held(team: Team, all_notes: Iterable[Notes]) -> list[Notes]:
    """The notes that were really taken: at least one line beyond what was pre-filled."""
    _, template = templates.source(team.folder, "notes.md")
    prefilled = frozenset(line.strip() for line in template.split("\n"))
    return [one for one in all_notes if _has_content(one, prefilled)]


def turns(
    taken: Iterable[Notes], series: Series, people: Directory, role: Role = Role.NOTES
) -> list[Held]:
    """Each meeting of *taken* as *role* sees it: who could have had the turn, and who had it.

    Those who could are members expected in *series* who were there, without whoever had another
    role that day: a guest's turn is nobody's, and a facilitator owes no notes of that meeting.
    """
    return [_held(one, present(one, series, people), series, people, role) for one in taken]


def planned(
    agendas: Iterable[Agenda], series: Series, people: Directory, role: Role = Role.NOTES
) -> list[Held]:
    """The same of meetings still to come: those expected and not away will be there."""
    return [_held(one, expected(one.day, series, people), series, people, role) for one in agendas]


def holders(meeting: Notes | Agenda, role: Role) -> tuple[str, ...]:
    """Who has *role* at a meeting, as handles; may be empty."""
    if role == Role.NOTES:
        return meeting.note_takers
    one = meeting.facilitator if role == Role.FACILITATOR else meeting.timekeeper
    return (one,) if one else ()


def present(one: Notes, series: Series, people: Directory) -> Sequence[str]:
    """Who was at the meeting, as handles; guests too where the notes name them.

    Without `present`, those expected and not away were there; regrets count as away.
    """
    if one.present is not None:
        return one.present
    return [name for name in expected(one.day, series, people) if name not in one.regrets]


def expected(day: date, series: Series, people: Directory) -> list[str]:
    """Who is to come to a meeting of *series* on *day*: members of its areas, not away."""
    return [
        person.handle
        for person in people
        if person.is_expected(day, series.areas) and person.away_until(day) is None
    ]


def missing(people: Directory, handle: str, day: date) -> str:
    """Why *handle* cannot be counted on that day, a phrase; empty when they can."""
    person = people.get(handle)
    if person is None:
        return "not on the team"
    until = person.away_until(day)
    if until is not None:
        return f"away until {until}"
    if person.is_member(day):
        return ""
    return f"joins on {person.joined}" if person.joined and person.joined > day else "has left"


def _held(
    one: Notes | Agenda, there: Iterable[str], series: Series, people: Directory, role: Role
) -> Held:
    members = {p.handle for p in people if p.is_expected(one.day, series.areas)}
    takers = members.intersection(holders(one, role))
    busy = {name for other in Role if other != role for name in holders(one, other)}
    return Held(one.day, frozenset(members.intersection(there) - busy | takers), frozenset(takers))


def _has_content(one: Notes, prefilled: frozenset[str]) -> bool:
    for line in lines(blocks.strip(one.document.body)):
        text = line.text.strip()
        if not text.strip("-*+[] ") or line.hidden or text in prefilled:
            continue  # a list item nobody filled in says nothing either
        if line.in_code or not text.startswith(("#", "<!--")):
            return True
    return False
