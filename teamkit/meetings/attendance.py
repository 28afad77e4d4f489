"""Which meetings were really held, who was there, and whose turn it was."""

from collections.abc import Iterable, Sequence
from datetime import date

from teamkit.config import Series
from teamkit.markdown import blocks
from teamkit.markdown.sections import lines
from teamkit.meetings.model import Notes
from teamkit.meetings.rotation import Held
from teamkit.people.directory import Directory
from teamkit.store import templates
from teamkit.team import Team


def held(team: Team, all_notes: Iterable[Notes]) -> list[Notes]:
    """The notes that were really taken: at least one line beyond what was pre-filled."""
    _, template = templates.source(team.folder, "notes.md")
    prefilled = frozenset(line.strip() for line in template.split("\n"))
    return [one for one in all_notes if _has_content(one, prefilled)]


def turns(taken: Iterable[Notes], series: Series, people: Directory) -> list[Held]:
    """Each meeting of *taken*: who was there, who took notes.

    Without `present`, those expected and not away were there; regrets count as away.
    """
    return [
        Held(one.day, frozenset(present(one, series, people)), frozenset(one.note_takers))
        for one in taken
    ]


def present(one: Notes, series: Series, people: Directory) -> Sequence[str]:
    """Who was at the meeting, as handles."""
    if one.present is not None:
        return one.present
    return [
        person.handle
        for person in people
        if person.is_expected(one.day, series.areas)
        and person.away_until(one.day) is None
        and person.handle not in one.regrets
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


def _has_content(one: Notes, prefilled: frozenset[str]) -> bool:
    for line in lines(blocks.strip(one.document.body)):
        text = line.text.strip()
        if not text.strip("-*+[] ") or line.hidden or text in prefilled:
            continue  # a list item nobody filled in says nothing either
        if line.in_code or not text.startswith(("#", "<!--")):
            return True
    return False
