"""Suggesting who could take which part: the question as a case for the search, and its answer."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.projects.allocation import score, solver
from teamkit.projects.allocation import seats as staffing
from teamkit.projects.allocation.question import Ask, Candidate, Fixed, Lock, Question, of_need
from teamkit.projects.allocation.score import Term
from teamkit.projects.allocation.seats import Body, Case, Seat
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import MAIN, SUPPORT


class Staffed(NamedTuple):
    """One need with the people proposed for it.

    Attributes:
        main: None when it is fixed, or when nobody could be proposed; so for *support*.
        beside: what the two of them make together.
        fixed: the parts that are not moved.
        alternates: who else could be main person, in order of fit; so for *supports*.
    """

    ask: Ask
    main: Candidate | None
    support: Candidate | None
    beside: Term | None
    fixed: tuple[Fixed, ...]
    alternates: tuple[Candidate, ...]
    supports: tuple[Candidate, ...]

    def of(self, role: str) -> Candidate | None:
        """Who is proposed in that role."""
        return self.main if role == MAIN else self.support

    def holders(self, role: str) -> tuple[str, ...]:
        """Who has that role, fixed or proposed."""
        held = tuple(one.person for one in self.fixed if one.role == role)
        found = self.of(role)
        return (*held, found.person) if found else held


class Suggestion(NamedTuple):
    """Who could take which part.

    Attributes:
        able: the needs whose proposed main person can do it.
        fit: points of everything else.
        lost: the locks that are not kept, because somebody else was insisted on.
    """

    asked: Question
    staffed: tuple[Staffed, ...]
    able: int
    fit: int
    lost: tuple[Lock, ...] = ()

    def parts_of(self, person: str) -> list[tuple[Staffed, str]]:
        """The (need, role) pairs that somebody has, fixed or proposed."""
        return [
            (one, role)
            for one in self.staffed
            for role in (MAIN, SUPPORT)
            if person in one.holders(role)
        ]


def suggestion(asked: Question, insist: Candidate | None = None) -> Suggestion:
    """The best people for the open parts of the proposal.

    Args:
        asked: what is open, and who could.
        insist: one of its candidates, who shall have that part whatever it loses, locks too.

    Raises:
        UsageError: somebody who was locked fits nowhere beside what is fixed; not with *insist*.
    """
    seats = _seats(asked, insist)
    found = {(seat.who, seat.slot): candidate for seat, candidate in seats.items()}
    case = _case(asked, seats)
    answer = solver.solve(case)
    sitting = staffing.earliest(case, answer.sitting)
    taken = {seat.slot: found[seat.who, seat.slot] for seat in sitting if seat}
    lost = _lost_locks(asked, {(one.person, one.role) for one in taken.values()})
    if lost and not insist:
        raise _fits_nowhere(lost[0])
    return Suggestion(
        asked=asked,
        staffed=tuple(_staffed(asked, one, taken) for one in asked.asks),
        able=sum(candidate.standing.is_able for candidate in _mains(taken)),
        fit=answer.second,
        lost=lost,
    )


def of_people(found: Suggestion) -> Iterator[tuple[str, Term]]:
    """The points that belong to no one part: offering any part, and having several.

    With those of the parts they are the suggestion's *fit*.
    """
    asked = found.asked
    proposed = [one.of(role) for one in found.staffed for role in (MAIN, SUPPORT)]
    parts = [one.person for one in proposed if one]
    for handle in sorted(set(parts)):
        is_in_it = any(one.person == handle for one in asked.fixed)
        if handle in asked.wishes.volunteers and not is_in_it:
            leads = any(one.main and one.main.person == handle for one in found.staffed)
            points = score.OFFERED[SUPPORT] + score.OFFERED[MAIN] * leads
            yield handle, Term("offered", points)
        again = parts.count(handle) - (not is_in_it)
        if again:
            yield handle, Term("again", -again * score.AGAIN)


def order(one: Candidate) -> tuple[bool, int, str]:
    """The order of fit: who can do it, then the points, then the handle."""
    return not one.standing.is_able, -score.total(one.terms), one.person


def _mains(taken: Mapping[int, Candidate]) -> list[Candidate]:
    return [candidate for slot, candidate in taken.items() if not slot & 1]


def _seats(asked: Question, insist: Candidate | None) -> dict[Seat, Candidate]:
    """A seat for everybody who could take an open part; slots are numbered in order of need."""
    alone = (insist.need, insist.role) if insist else None
    months = sorted({month for one in asked.asks for month, _ in one.days})
    numbers = {handle: number for number, handle in enumerate(asked.people)}
    enough = (len(asked.asks) + 1) * (len(_open_locks(asked)) + 1)
    seats = {}
    for (need, role), candidates in asked.candidates.items():
        if of_need(asked, need, role):
            continue
        days = dict(asked.asks[need].days)
        for one in candidates:
            if not one.obstacle and (one == insist or alone != (need, role)):
                load = tuple(one.percent * days.get(month, 0) for month in months)
                seat = _seat(one, numbers[one.person], load)
                more = enough if one == insist else 0
                seats[seat._replace(first=seat.first + more)] = one
    return seats


def _seat(one: Candidate, number: int, load: tuple[int, ...]) -> Seat:
    points = score.total(one.terms)
    if one.role == MAIN:
        gives = score.kinds_given(one.standing)
        return Seat(number, 2 * one.need, int(one.standing.is_able), points, load, gives)
    kind = score.kind_of(one.standing)
    slot = 2 * one.need + 1
    return Seat(number, slot, 0, points, load, 0, kind, score.bonus(kind))


def _case(asked: Question, seats: Mapping[Seat, Candidate]) -> Case:
    slots: list[list[Seat]] = [[] for _ in range(2 * len(asked.asks))]
    for seat in seats:
        slots[seat.slot].append(seat)
    months = sorted({month for one in asked.asks for month, _ in one.days})
    return Case(
        fixed=tuple(_given(asked, one.need) for one in asked.asks),
        bodies=tuple(_body(asked, handle, months) for handle in asked.people),
        seats=tuple(map(tuple, slots)),
        again=score.AGAIN,
    )


def _given(asked: Question, need: int) -> int:
    """The kinds of support that the fixed main person gives; -1 without one."""
    mains = [one for one in of_need(asked, need, MAIN) if one.person in asked.people]
    if not mains:
        return 1 if of_need(asked, need, MAIN) else -1
    standings = (asked.standings[need][one.person] for one in mains)
    best = max(standings, key=lambda one: one.known_level)
    return score.kinds_given(best)


def _body(asked: Question, handle: str, months: Sequence[Month]) -> Body:
    parts = sum(one.person == handle for one in asked.fixed)
    is_volunteer = handle in asked.wishes.volunteers and not parts
    lock = next((one for one in _open_locks(asked) if one.person == handle), None)
    return Body(
        room=tuple(asked.rooms[handle, month] for month in months),
        parts=parts,
        offer=score.OFFERED[SUPPORT] * is_volunteer,
        lead=score.OFFERED[MAIN] * is_volunteer,
        must=len(asked.asks) + 1 if lock else 0,
        must_support=lock is not None and lock.role == SUPPORT,
    )


def _open_locks(asked: Question) -> list[Lock]:
    return [lock for lock in asked.wishes.locks if lock.need is None]


def _lost_locks(asked: Question, taken: Collection[tuple[str, str]]) -> tuple[Lock, ...]:
    return tuple(lock for lock in _open_locks(asked) if (lock.person, lock.role) not in taken)


def _fits_nowhere(lock: Lock) -> UsageError:
    return UsageError(
        f"{lock.person} fits no open part as {lock.role} next to what is agreed.",
        hint=f'Name the need: --lock "NEED:{lock.person}={lock.role}"',
    )


def _staffed(asked: Question, one: Ask, taken: Mapping[int, Candidate]) -> Staffed:
    main, support = taken.get(2 * one.need), taken.get(2 * one.need + 1)
    fixed = tuple(it for it in asked.fixed if it.need == one.need)
    leads = [it.standing for it in (main,) if it] or [
        asked.standings[one.need][it.person]
        for it in fixed
        if it.role == MAIN and it.person in asked.people
    ]
    beside = score.beside(leads[0], support.standing) if leads and support else None
    return Staffed(
        ask=one,
        main=main,
        support=support,
        beside=beside,
        fixed=fixed,
        alternates=_others(asked, one, MAIN, main),
        supports=_others(asked, one, SUPPORT, support),
    )


def _others(asked: Question, one: Ask, role: str, taken: Candidate | None) -> tuple[Candidate, ...]:
    """Who else could, in order of fit; nobody where that part is fixed."""
    if of_need(asked, one.need, role):
        return ()
    candidates = asked.candidates.get((one.need, role), ())
    return tuple(sorted((it for it in candidates if not it.obstacle and it != taken), key=order))
