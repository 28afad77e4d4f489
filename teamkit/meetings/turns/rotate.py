"""Who has a role at one meeting: proposed from who really had it, written into the agenda."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.choice import Choice, Pick
from teamkit.config import Series
from teamkit.errors import ConflictError, NotFoundError, UsageError
from teamkit.markdown.front_matter import set_keys
from teamkit.meetings import archive, attendance
from teamkit.meetings.archive import Meetings
from teamkit.meetings.attendance import Role
from teamkit.meetings.model import Agenda, Notes
from teamkit.meetings.turns import roles
from teamkit.meetings.turns.roles import WORDS, Holders
from teamkit.people.person import Person
from teamkit.store.change import Change, Write, edit


class Rotated(NamedTuple):
    """What `notes rotate` decided.

    Attributes:
        change: the one-line change of the agenda; empty when its names already stand.
        choice: the picks with reasons, who is next, and who could not.
        agenda: the agenda's path.
        role: what they were asked to do.
        parts: part of the meeting -> who takes notes of it; empty where there are no parts.
        absent: handle of somebody picked by hand who cannot be counted on that day -> why.
    """

    change: Change
    choice: Choice
    agenda: str
    role: Role
    parts: Mapping[str, str]
    absent: Mapping[str, str]


def rotate(
    meetings: Meetings,
    series: Series,
    day: date,
    role: Role = Role.NOTES,
    *,
    seats: int | None = None,
    picked: Sequence[Person] = (),
    excepted: Sequence[Person] = (),
    again: bool = False,
) -> Rotated:
    """Choose who has *role* on *day*.

    Names already in the agenda stay, unless *again* or *excepted*; *picked* people overrule all.

    Raises:
        NotFoundError: there is no agenda for that day, or nobody is left who could.
        UsageError: several are wanted where only one can.
        ConflictError: the meeting was held.
        GapsError: files that it is decided from cannot be read, and nobody is *picked*.
    """
    refuse_held(meetings, series, day, role)
    agenda = meetings.needed(series, day)
    if not picked:
        meetings.refuse_gaps()
    seats = max(roles.seats(series, role) if seats is None else seats, len(picked))
    if role != Role.NOTES and seats > 1:
        raise UsageError(f"Only one person {WORDS[role].does}.", hint="Name one, without --seats")
    has = {**roles.known(series, agenda, meetings.people)}
    if again or picked:
        has[role] = ()
    left_out = {person.handle for person in excepted}
    choice = roles.next_for_role(
        meetings.held,
        meetings.people,
        series,
        day,
        role,
        seats=seats,
        has=has,
        excepted=left_out,
        agendas=meetings.agendas,
    )
    if picked:
        choice = _overruled(choice, picked, seats)
    names = need(choice, role, day)
    message = f"Ask {meetings.people.first_names(names)} to {WORDS[role].do} on {day}"
    if picked:
        message += " (picked by hand)"
    change = Change(message, "notes rotate", assign(meetings, agenda, {role: names}))
    absent = {p.handle: attendance.missing(meetings.people, p.handle, day) for p in picked}
    return Rotated(change, choice, agenda.path, role, _parts(series, role, names), absent)


def refuse_held(meetings: Meetings, series: Series, day: date, role: Role | None) -> None:
    """Refuse to ask for a turn whose notes are taken: it counts for whoever they name.

    Raises:
        ConflictError: there are lines in the notes of that day.
    """
    if path := meetings.taken(series, day):
        hint = f"Who really took them: teamkit notes wrap --notes-by PERSON --date {day}"
        if role not in {None, Role.NOTES}:
            hint = f"Name who really {WORDS[role].does} there in the notes: {WORDS[role].key}: NAME"
        raise ConflictError(
            f"The notes of {day} are taken, and turns are counted from them.", where=path, hint=hint
        )


def need(choice: Choice, role: Role, day: date) -> tuple[str, ...]:
    """The handles of those picked.

    Raises:
        NotFoundError: there are none; says why.
    """
    if not choice.picks:
        raise NotFoundError(
            f"Nobody is left who could {WORDS[role].do} on {day}.",
            hint="; ".join(f"{pick.name}: {pick.because}" for pick in choice.passed[:6])
            or "Add people: teamkit people add HANDLE",
        )
    return tuple(pick.name for pick in choice.picks)


def assign(meetings: Meetings, agenda: Agenda, names: Holders) -> tuple[Write, ...]:
    """The writes that put *names* into the agenda, and into notes started and not taken yet."""
    started = archive.not_taken(meetings.notes, meetings.held, agenda)
    return tuple(_assigned([agenda, *started], names))


def _assigned(pages: Iterable[Agenda | Notes], names: Holders) -> Iterable[Write]:
    for page in pages:
        values = {
            WORDS[role].key: list(who) if role == Role.NOTES else "".join(who)
            for role, who in names.items()
            if tuple(who) != attendance.holders(page, role)
        }
        yield from edit(page.document, set_keys(page.document.text, values))


def _overruled(choice: Choice, picked: Sequence[Person], seats: int) -> Choice:
    """*picked* in front; the rotation fills what seats are left."""
    names = {person.handle for person in picked}
    chosen = tuple(Pick(person.handle, "picked by hand") for person in picked)
    others = [p for p in (*choice.picks, *choice.alternates) if p.name not in names]
    rest = seats - len(chosen)
    passed = tuple(pick for pick in choice.passed if pick.name not in names)
    return Choice((*chosen, *others[:rest]), tuple(others[rest:]), passed)


def _parts(series: Series, role: Role, names: Sequence[str]) -> Mapping[str, str]:
    return roles.part_of(series, names) if role == Role.NOTES else {}
