"""Who could sit where, as whole numbers: what the exact search works on, without any names.

Every need has two slots, main and support. A seat is one person in one slot. Points come in two
tiers: no number of points of the second outweighs one of the first. A person's seats must fit the
room they have in every month.
"""

from collections.abc import Sequence
from typing import NamedTuple

#: The kind of a support that has no bonus: beside any main person.
PLAIN = 0


class Seat(NamedTuple):
    """One person in one slot.

    Attributes:
        who: number of the person.
        slot: 2 x the need's number, and 1 more for its support.
        first: points of the first tier.
        second: points of the second tier.
        load: percent-days by month.
        gives: of a main person, the kinds of support that get their bonus beside them, as bits.
        kind: of a support, the kind (1 and more) of its bonus; `PLAIN` when it has none.
        bonus: points of the second tier, where the main person gives that kind.
    """

    who: int
    slot: int
    first: int
    second: int
    load: tuple[int, ...]
    gives: int = 0
    kind: int = PLAIN
    bonus: int = 0

    @property
    def need(self) -> int:
        """Number of the need."""
        return self.slot >> 1

    @property
    def is_support(self) -> bool:
        """Whether the slot is a support's."""
        return bool(self.slot & 1)


class Body(NamedTuple):
    """What limits one person, and what their taking part is worth beside their seats.

    Attributes:
        room: percent-days by month that are free; below 0 is none.
        parts: parts they have in this proposal already.
        offer: points of the second tier when they take part at all, 0 or more.
        lead: points of the second tier when they are main person anywhere, 0 or more.
        must: points of the first tier when they have one kind of slot anywhere, 0 or more.
        must_support: which kind: a support's, else a main person's.
    """

    room: tuple[int, ...]
    parts: int = 0
    offer: int = 0
    lead: int = 0
    must: int = 0
    must_support: bool = False


class Case(NamedTuple):
    """One question for the search.

    Attributes:
        fixed: for each need the kinds (bits) that its fixed main person gives; -1 without one.
        bodies: the people, in the order in which ties go to them.
        seats: each slot's seats, in the order of the people; none where the slot is taken.
        again: points of the second tier lost by each further part of one person.
    """

    fixed: tuple[int, ...]
    bodies: tuple[Body, ...]
    seats: tuple[tuple[Seat, ...], ...]
    again: int

    @property
    def weight(self) -> int:
        """More than any two answers differ by in the second tier; an open slot has 0."""
        most = sum(max([0, *(seat.second + seat.bonus for seat in own)]) for own in self.seats)
        least = sum(min([0, *(seat.second for seat in own)]) for own in self.seats)
        offers = sum(body.offer + body.lead for body in self.bodies)
        return 1 + most + offers - least + self.again * len(self.seats)


#: Slot by slot who sits there; None leaves it open.
Sitting = tuple[Seat | None, ...]


def worth(case: Case, sitting: Sequence[Seat | None]) -> tuple[int, int]:
    """The points of both tiers; bonuses and what repeats included."""
    first = second = 0
    parts: dict[int, list[Seat]] = {}
    for seat in filter(None, sitting):
        first += seat.first
        second += seat.second
        parts.setdefault(seat.who, []).append(seat)
        if seat.kind != PLAIN and _given(case, sitting, seat.need) >> seat.kind & 1:
            second += seat.bonus
    for who, own in parts.items():
        body = case.bodies[who]
        first += body.must * any(seat.is_support == body.must_support for seat in own)
        second += body.offer - case.again * (len(own) - (not body.parts))
        second += body.lead * any(not seat.is_support for seat in own)
    return first, second


def is_possible(case: Case, sitting: Sequence[Seat | None]) -> bool:
    """Whether all fit, nobody has both slots of a need, and no support is without a main."""
    rooms: dict[int, tuple[int, ...]] = {}
    for seat in filter(None, sitting):
        room = rooms.get(seat.who, case.bodies[seat.who].room)
        left = tuple(has - takes for has, takes in zip(room, seat.load, strict=True))
        if any(one < 0 and takes for one, takes in zip(left, seat.load, strict=True)):
            return False
        rooms[seat.who] = left
    pairs = zip(sitting[::2], sitting[1::2], case.fixed, strict=True)
    return all(
        support is None or (main.who != support.who if main else fixed >= 0)
        for main, support, fixed in pairs
    )


def earliest(case: Case, sitting: Sitting) -> Sitting:
    """*sitting* as one person, or two who swap, may change it without loss, earlier ones first.

    So ties go, slot by slot, to whoever comes first among the people.
    """
    points, before = worth(case, sitting), None
    while sitting != before:
        before = sitting
        for slot, seats in enumerate(case.seats):
            for seat in seats:
                now = sitting[slot]
                if now is None or seat.who >= now.who:
                    break
                for changed in _with(case, sitting, seat):
                    if worth(case, changed) == points and is_possible(case, changed):
                        sitting = changed
                        break
    return sitting


def _given(case: Case, sitting: Sequence[Seat | None], need: int) -> int:
    """The kinds that the main person of *need* gives, as bits; 0 without any."""
    if case.fixed[need] >= 0:
        return case.fixed[need]
    main = sitting[2 * need]
    return main.gives if main else 0


def _with(case: Case, sitting: Sitting, seat: Seat) -> list[Sitting]:
    """*sitting* with *seat*, alone or in exchange for a later slot of that person."""
    alone = (*sitting[: seat.slot], seat, *sitting[seat.slot + 1 :])
    now = sitting[seat.slot]
    swapped = [
        (*alone[:slot], other, *alone[slot + 1 :])
        for slot in range(seat.slot + 1, len(sitting))
        if (held := sitting[slot]) and held.who == seat.who
        for other in case.seats[slot]
        if now and other.who == now.who
    ]
    return [alone, *swapped]
