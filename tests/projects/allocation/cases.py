"""Cases for the search, drawn at random."""

from random import Random

from teamkit.projects.allocation.seats import PLAIN, Body, Case, Seat

MONTHS, KINDS = 3, 3
#: What decides between two cases: how much room there is, and how different people are.
ROOMS = {"tight": (-10, 0, 20, 40, 60), "some": (40, 60, 100), "enough": (400,)}


def drawn(seed: int) -> Case:
    """A case of up to 6 people and 4 needs, the same for each seed."""
    random = Random(seed)
    people, needs = random.randint(1, 6), random.randint(1, 4)
    rooms = random.choice(list(ROOMS.values()))
    fixed = tuple(
        random.randrange(1 << (KINDS + 1)) if random.random() < 0.25 else -1 for _ in range(needs)
    )
    seats: list[list[Seat]] = [[] for _ in range(2 * needs)]
    twins = random.random() < 0.3
    for slot in range(2 * needs):
        if slot & 1 or fixed[slot >> 1] < 0:
            alike = _seat(random, 0, slot)
            seats[slot] = [
                (alike if twins else _seat(random, who, slot))._replace(who=who)
                for who in range(people)
                if random.random() < 0.8
            ]
    body = _body(random, rooms)
    bodies = tuple(body if twins else _body(random, rooms) for _ in range(people))
    return Case(fixed, bodies, tuple(map(tuple, seats)), random.choice((0, 3, 20)))


def _body(random: Random, rooms: tuple[int, ...]) -> Body:
    return Body(
        room=tuple(random.choice(rooms) for _ in range(MONTHS)),
        parts=random.choice((0, 0, 0, 1, 2)),
        offer=random.choice((0, 0, 20)),
        lead=random.choice((0, 0, 25)),
        must=random.choice((0, 0, 0, 5)),
        must_support=random.random() < 0.5,
    )


def _seat(random: Random, who: int, slot: int) -> Seat:
    load = tuple(random.choice((0, 10, 20, 40)) for _ in range(MONTHS))
    second = random.randint(-4, 20)
    if slot & 1:
        kind = random.randint(PLAIN, KINDS)
        return Seat(who, slot, 0, second, load, kind=kind, bonus=random.randint(0, 9))
    gives = random.randrange(1 << (KINDS + 1))
    return Seat(who, slot, random.choice((0, 1, 1)), second, load, gives=gives)
