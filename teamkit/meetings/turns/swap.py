"""Changing who has a coming turn: two people swap, or somebody skips theirs."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.choice import Choice
from teamkit.config import Series
from teamkit.errors import ConflictError, NotFoundError, UsageError
from teamkit.meetings import attendance
from teamkit.meetings.archive import Meetings
from teamkit.meetings.attendance import Role
from teamkit.meetings.model import Agenda
from teamkit.meetings.schedule import reason
from teamkit.meetings.turns import roles
from teamkit.meetings.turns.roles import WORDS
from teamkit.meetings.turns.rotate import assign, need, refuse_held
from teamkit.people.person import Person
from teamkit.store.change import Change, Write


class Turn(NamedTuple):
    """A role that somebody is asked to have at a coming meeting."""

    agenda: Agenda
    role: Role


class TurnGiven(NamedTuple):
    """A turn that changed hands.

    Attributes:
        person: handle of who has it now.
        instead_of: handle of who had it.
        away: why they cannot be counted on that day; empty when they can.
    """

    turn: Turn
    person: str
    instead_of: str
    away: str = ""


class Swapped(NamedTuple):
    """What `notes swap` decided.

    Attributes:
        given: the turns that changed hands, the earlier first; one where nothing was given back.
    """

    change: Change
    given: tuple[TurnGiven, ...]


class Skipped(NamedTuple):
    """What `notes skip` decided.

    Attributes:
        given: the turn that changed hands; None when *person* is not asked at all.
        choice: whom the rotation gave it to, and who would be next.
        because: why *person* skips it, tidied.
    """

    change: Change
    person: Person
    given: TurnGiven | None
    choice: Choice
    because: str


def swap(
    meetings: Meetings,
    series: Series,
    people: tuple[Person, Person],
    start: date,
    *,
    only: date | None = None,
    anyway: bool = False,
) -> Swapped:
    """Exchange the coming turns of two people; where one alone is asked, the other takes that turn.

    What is exchanged is the earliest turn of the two from *start* on, and one of the other person's
    from that day on: at the same meeting, else with the same role, else any. Swapping again changes
    it back.

    Args:
        meetings: the agendas that ask.
        series: whose meetings.
        people: the two; their order does not matter.
        start: the first day that counts.
        only: the earlier of the two turns must be on this day; it counts in place of *start*.
        anyway: also where somebody is away on the day of the new turn.

    Raises:
        NotFoundError: neither is asked.
        ConflictError: somebody is away that day, both have the same turn already, or the notes of
            *only* are taken.
        UsageError: it is one person twice.
    """
    one, other = people
    if one.handle == other.handle:
        raise UsageError("A swap needs two people.", hint="Name both: teamkit notes swap ana ben")
    if only:
        refuse_held(meetings, series, only, None)
    mine = _turns(meetings, series, one, only or start)
    theirs = _turns(meetings, series, other, only or start)
    turns = sorted((*mine, *theirs), key=lambda turn: turn.agenda.day)
    if not turns or only not in {None, turns[0].agenda.day}:
        raise _not_asked(people, series, only)
    first = turns[0]
    giver, taker = (one, other) if first in mine else (other, one)
    if taker.handle in attendance.holders(first.agenda, first.role):
        return _parts_swapped(meetings, series, first, giver, taker)
    back = _in_return(first, theirs if giver is one else mine, giver)
    moved = [(first, taker, giver)] + ([(back, giver, taker)] if back else [])
    given = tuple(
        TurnGiven(turn, to.handle, by.handle, _absence(meetings, turn, to, anyway=anyway))
        for turn, to, by in moved
    )
    change = Change(_told(given, meetings), "notes swap", _exchanged(meetings, given))
    return Swapped(change, given)


def skip(
    meetings: Meetings,
    series: Series,
    person: Person,
    because: str,
    start: date,
    *,
    only: date | None = None,
) -> Skipped:
    """Give *person*'s coming turn to the next of the rotation; nothing where they have none.

    Args:
        meetings: the agendas that ask, and the notes that say who really had which turn.
        series: whose meetings.
        person: who skips it.
        because: why, a phrase.
        start: the first day that counts.
        only: the turn on this day and no other.

    Raises:
        NotFoundError: there is no agenda for the day, or nobody else could.
        UsageError: no reason is given.
        ConflictError: the notes of *only* are taken.
        GapsError: files that the next person is chosen from cannot be read.
    """
    because = reason(because)
    meetings.refuse_gaps()
    if only:
        refuse_held(meetings, series, only, None)
        meetings.needed(series, only)
    turns = _turns(meetings, series, person, only or start)
    turns = [turn for turn in turns if only in {None, turn.agenda.day}]
    if not turns:
        return Skipped(Change("", "notes skip"), person, None, Choice(()), because)
    turn = turns[0]
    agenda, role = turn
    asked = attendance.holders(agenda, role)
    found = roles.next_for_role(
        meetings.held,
        meetings.people,
        series,
        agenda.day,
        role,
        seats=len(asked),
        has=roles.known(series, agenda, meetings.people),
        excepted={person.handle},
        agendas=meetings.agendas,
    )
    choice = found._replace(
        picks=tuple(pick for pick in found.picks if pick.name not in asked),
        passed=tuple(pick for pick in found.passed if pick.name != person.handle),
    )
    given = TurnGiven(turn, need(choice, role, agenda.day)[0], person.handle)
    change = Change(
        _told((given,), meetings),
        "notes skip",
        _exchanged(meetings, (given,)),
        details=f"{person.first_name} skips this turn: {because}",
    )
    return Skipped(change, person, given, choice, because)


def _turns(meetings: Meetings, series: Series, person: Person, start: date) -> list[Turn]:
    """What the agendas ask of *person* from *start* on, in order of days; nothing already held."""
    over = {one.day for one in meetings.held if one.series == series.slug}
    return [
        Turn(agenda, role)
        for agenda in sorted(meetings.agendas, key=lambda one: one.day)
        if agenda.series == series.slug and agenda.day >= start
        if agenda.day not in over and not agenda.is_cancelled
        for role in Role
        if person.handle in attendance.holders(agenda, role)
    ]


def _in_return(first: Turn, turns: Sequence[Turn], giver: Person) -> Turn | None:
    """The one of *turns* that *giver* takes for *first*; None where none fits."""
    here = first.agenda.path
    fitting = [
        turn
        for turn in turns
        if turn.agenda.path == here
        or not any(giver.handle in attendance.holders(turn.agenda, role) for role in Role)
    ]
    # min keeps the first of equals, and turns are in order of days
    return min(
        fitting,
        key=lambda turn: (turn.agenda.path != here, turn.role != first.role),
        default=None,
    )


def _absence(meetings: Meetings, turn: Turn, person: Person, *, anyway: bool) -> str:
    away = attendance.missing(meetings.people, person.handle, turn.agenda.day)
    if away and not anyway:
        raise ConflictError(
            f"{person.first_name} cannot {WORDS[turn.role].do} on {turn.agenda.day}: {away}.",
            where=turn.agenda.path,
            hint="Name somebody else; or, if it is so all the same: --anyway",
        )
    return away


def _exchanged(meetings: Meetings, given: Sequence[TurnGiven]) -> tuple[Write, ...]:
    """The writes that put everybody's new turn into its agenda, one agenda at a time."""
    wanted: dict[str, dict[Role, tuple[str, ...]]] = {}
    for (agenda, role), person, instead_of, _ in given:
        asked = attendance.holders(agenda, role)
        names = tuple(person if name == instead_of else name for name in asked)
        wanted.setdefault(agenda.path, {})[role] = names
    pages = {one.turn.agenda.path: one.turn.agenda for one in given}
    return tuple(
        write for path, names in wanted.items() for write in assign(meetings, pages[path], names)
    )


def _parts_swapped(
    meetings: Meetings, series: Series, turn: Turn, giver: Person, taker: Person
) -> Swapped:
    """Both take notes at the same meeting: they can exchange what they take notes of."""
    agenda, role = turn
    if not series.note_taker_parts:
        raise ConflictError(
            f"{giver.first_name} and {taker.first_name} both {WORDS[role].do} on {agenda.day}.",
            where=agenda.path,
            hint=f"For another day, name it: --date {agenda.day.isoformat()[:8]}DD",
        )
    other = {giver.handle: taker.handle, taker.handle: giver.handle}
    names = tuple(other.get(name, name) for name in attendance.holders(agenda, role))
    message = f"{giver.first_name} and {taker.first_name} swap their parts of the notes"
    change = Change(
        f"{message} of {agenda.day}", "notes swap", assign(meetings, agenda, {role: names})
    )
    given = tuple(TurnGiven(turn, to, by) for by, to in other.items())
    return Swapped(change, given)


def _told(given: Sequence[TurnGiven], meetings: Meetings) -> str:
    """The change in one sentence, for the history."""
    first, *rest = given
    (agenda, role), person, instead_of, _ = first
    name = meetings.people.first_name
    words = f"{name(person)} {WORDS[role].does} on {agenda.day} instead of {name(instead_of)}"
    for (later, other), *_ in rest:
        does = WORDS[other].does_too if other == role else WORDS[other].does
        words += f", who {does}" + (f" on {later.day}" if later.day != agenda.day else "")
    return words


def _not_asked(people: tuple[Person, Person], series: Series, only: date | None) -> NotFoundError:
    one, other = (person.first_name for person in people)
    when = f"on {only}" if only else "at a coming meeting that has an agenda"
    return NotFoundError(
        f"Neither {one} nor {other} is asked for anything {when} ({series.slug}).",
        hint="See who is next: teamkit notes rotate --dry-run",
    )
