"""Who was at which meeting, and whose turn it was."""

from collections.abc import Iterable, Sequence

from teamkit.config import Series
from teamkit.meetings.model import Notes
from teamkit.meetings.rotation import Held
from teamkit.people.directory import Directory


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
