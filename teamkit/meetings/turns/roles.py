"""Who has which role at one meeting: takes notes, facilitates, keeps the time; only reads."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.choice import Choice, Pick
from teamkit.config import Series
from teamkit.meetings import attendance
from teamkit.meetings.attendance import Role
from teamkit.meetings.model import Agenda, Notes
from teamkit.meetings.turns import rotation
from teamkit.people.directory import Directory

#: Who has which role at one meeting; a role that is missing is nobody's yet.
Holders = Mapping[Role, Sequence[str]]


class RoleWords(NamedTuple):
    """How a role is spoken of.

    Attributes:
        key: of the agenda and the notes that hold who has it.
        does: what somebody with the role does: "takes notes".
        do: the same, to be asked for: "take notes".
        does_too: the same, said a second time in one sentence: "takes them".
    """

    key: str
    does: str
    do: str
    does_too: str


WORDS: Mapping[Role, RoleWords] = {
    Role.NOTES: RoleWords("note_takers", "takes notes", "take notes", "takes them"),
    Role.FACILITATOR: RoleWords("facilitator", "facilitates", "facilitate", "does so"),
    Role.TIMEKEEPER: RoleWords("timekeeper", "keeps the time", "keep the time", "keeps it"),
}


def next_for_role(
    taken: Iterable[Notes],
    people: Directory,
    series: Series,
    day: date,
    role: Role,
    *,
    seats: int = 1,
    has: Holders | None = None,
    excepted: Collection[str] = (),
    agendas: Iterable[Agenda] = (),
) -> Choice:
    """Who has *role* at the meeting of *series* on *day*.

    One person does not have two roles at a meeting while somebody else could have one.

    Args:
        taken: notes really taken, of any series; those before *day* count.
        people: everybody; who is away, and who had which turn, is looked up there.
        series: whose meeting.
        day: of the meeting; it may have no agenda yet.
        role: what is to be done.
        seats: how many do it.
        has: who has which role at that meeting already, as `known` gives it; who stands there for
            *role* stays.
        excepted: handles of those who are left out this time.
        agendas: all that stand; whoever those between the last notes and *day* ask counts as
            having had that turn.

    Returns:
        No picks where nobody could. Who could not is `passed`, with the reason.
    """
    has = has or {}
    earlier = [one for one in taken if one.day < day and one.series == series.slug]
    between = _between(agendas, series, max((one.day for one in earlier), default=date.min), day)
    history = [
        *attendance.turns(earlier, series, people, role),
        *attendance.planned(between, series, people, role),
    ]
    stay = [name for name in has.get(role, ()) if name not in excepted]
    busy = _busy(has, role)
    reasons = _why_not(people, series, day, busy, excepted)
    free = [name for name, why in reasons.items() if not why and name not in stay]
    ranked = rotation.next_takers(history, free, max(0, seats - len(stay)))
    passed = [Pick(name, why) for name, why in reasons.items() if why and name not in stay]
    choice = Choice(
        (*(_stays(people, series, day, role, name) for name in stay), *ranked.picks),
        ranked.alternates,
        tuple(passed),
    )
    return choice if choice.picks else _second_role(choice, history, busy, excepted)


def next_for_all(
    taken: Sequence[Notes],
    people: Directory,
    series: Series,
    day: date,
    *,
    agendas: Sequence[Agenda] = (),
    wanted: Collection[Role] = tuple(Role),
) -> dict[Role, Choice]:
    """The *wanted* roles of *series* on *day*, the facilitator first, each as `next_for_role` says.

    Names that stand in the agenda of that day stay. A series without timekeeper has no proposal for
    one, unless that agenda names somebody.
    """
    standing = (one for one in agendas if one.series == series.slug and one.day == day)
    agenda = next(standing, None)
    has = dict(known(series, agenda, people))
    found: dict[Role, Choice] = {}
    for role in (Role.FACILITATOR, Role.TIMEKEEPER, Role.NOTES):
        unkept = role == Role.TIMEKEEPER and not series.timekeeper and not has.get(role)
        if unkept or role not in wanted:
            continue
        found[role] = next_for_role(
            taken, people, series, day, role, seats=seats(series, role), has=has, agendas=agendas
        )
        has[role] = tuple(pick.name for pick in found[role].picks)
    return found


def known(series: Series, agenda: Agenda | None, people: Directory) -> Holders:
    """Who has which role at a meeting: as its agenda says; without one, as the settings do."""
    if agenda is not None:
        return {role: attendance.holders(agenda, role) for role in Role}
    named = {role: fixed(series, people, role) for role in Role}
    return {role: (name,) for role, name in named.items() if name}


def fixed(series: Series, people: Directory, role: Role) -> str:
    """The handle that the settings name for *role*; empty where it rotates, or there is none."""
    if role == Role.NOTES:
        return ""
    said = series.facilitator if role == Role.FACILITATOR else series.timekeeper
    return "" if said in {"", "rotate"} else people.resolve(said)


def seats(series: Series, role: Role) -> int:
    """How many have *role* at a meeting of *series*: for notes, at least one for each part."""
    if role != Role.NOTES:
        return 1
    return max(series.note_taker_seats, len(series.note_taker_parts))


def part_of(series: Series, takers: Sequence[str]) -> dict[str, str]:
    """Part of the meeting -> who takes notes of it; empty where the series has no parts.

    With fewer note-takers than parts they take further ones in turn; with more, the last ones have
    no part of their own.
    """
    parts = series.note_taker_parts if takers else ()
    return {part: takers[number % len(takers)] for number, part in enumerate(parts)}


def _between(agendas: Iterable[Agenda], series: Series, last: date, day: date) -> list[Agenda]:
    return [
        one
        for one in agendas
        if one.series == series.slug and last < one.day < day and not one.is_cancelled
    ]


def _why_not(
    people: Directory,
    series: Series,
    day: date,
    busy: Mapping[str, str],
    excepted: Collection[str],
) -> dict[str, str]:
    """Everybody expected -> why they could not have *role*; empty when they could."""
    return {
        person.handle: attendance.missing(people, person.handle, day)
        or busy.get(person.handle, "")
        or ("left out this time" if person.handle in excepted else "")
        for person in people
        if person.is_expected(day, series.areas)
    }


def _busy(has: Holders, role: Role) -> dict[str, str]:
    """Who has another role -> what they do that day."""
    return {
        name: f"{WORDS[other].does} that day"
        for other, names in has.items()
        if other != role
        for name in names
    }


def _stays(people: Directory, series: Series, day: date, role: Role, name: str) -> Pick:
    away = attendance.missing(people, name, day)
    if away:
        return Pick(name, f"already asked, but {away}; pick again: --again")
    named = name == fixed(series, people, role)
    return Pick(name, "as teamkit.yml says" if named else "already asked")


def _second_role(
    choice: Choice,
    history: Sequence[attendance.Held],
    busy: Mapping[str, str],
    excepted: Collection[str],
) -> Choice:
    """Where nobody else could, somebody takes a second role."""
    could = {
        pick.name
        for pick in choice.passed
        if busy.get(pick.name) == pick.because and pick.name not in excepted
    }
    ranked = rotation.next_takers(history, could)
    picks = tuple(Pick(p.name, f"{busy[p.name]} too, but nobody else could") for p in ranked.picks)
    chosen = {pick.name for pick in picks}
    return choice._replace(
        picks=picks, passed=tuple(pick for pick in choice.passed if pick.name not in chosen)
    )
