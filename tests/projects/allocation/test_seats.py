"""Beliefs about what an answer is worth, and what makes it possible."""

import pytest

from teamkit.projects.allocation import solver
from teamkit.projects.allocation.seats import (
    Body,
    Case,
    Seat,
    Sitting,
    earliest,
    is_possible,
    worth,
)
from tests.projects.allocation.cases import drawn

#: Two people and two needs; the second need has its main person already, who gives kind 1.
ANA, BEN = 0, 1
MAP_ANA = Seat(ANA, 0, 1, 10, (30, 0), gives=1 << 2)
MAP_BEN = Seat(BEN, 0, 0, 7, (30, 0))
MAP_BESIDE_ANA = Seat(ANA, 1, 0, 1, (5, 0), kind=1, bonus=4)
MAP_BESIDE_BEN = Seat(BEN, 1, 0, 2, (5, 0), kind=2, bonus=6)
RUN_BESIDE_ANA = Seat(ANA, 3, 0, 3, (10, 20), kind=1, bonus=4)
RUN_BESIDE_BEN = Seat(BEN, 3, 0, 5, (0, 20), kind=2, bonus=6)
CASE = Case(
    fixed=(-1, 1 << 1),
    bodies=(Body((40, 20)), Body((40, 0), parts=1, offer=20, must=3, must_support=True)),
    seats=(
        (MAP_ANA, MAP_BEN),
        (MAP_BESIDE_ANA, MAP_BESIDE_BEN),
        (),
        (RUN_BESIDE_ANA, RUN_BESIDE_BEN),
    ),
    again=3,
)


def test_a_need_is_two_slots() -> None:
    assert [(seat.need, seat.is_support) for seat in (MAP_ANA, RUN_BESIDE_BEN)] == [
        (0, False),
        (1, True),
    ]


@pytest.mark.parametrize(
    ("sitting", "points"),
    [
        ((None, None, None, None), (0, 0)),
        ((MAP_ANA, None, None, None), (1, 10)),
        # Ben offered (20), is support as he must be (3), has a part elsewhere already (-3), and
        # Ana gives what he needs (6).
        ((MAP_ANA, MAP_BESIDE_BEN, None, None), (1 + 3, 10 + 2 + 6 + 20 - 3)),
        # As main person Ben meets no must, and gives Ana nothing.
        ((MAP_BEN, MAP_BESIDE_ANA, None, None), (0, 7 + 20 - 3 + 1)),
        # The fixed main person gives Ana's kind; it is her second part.
        ((MAP_ANA, None, None, RUN_BESIDE_ANA), (1, 10 + 3 + 4 - 3)),
        # Not Ben's; musts and offers count once, every part of his repeats.
        ((MAP_ANA, MAP_BESIDE_BEN, None, RUN_BESIDE_BEN), (4, 10 + 2 + 6 + 5 + 20 - 6)),
    ],
)
def test_worth_counts_seats_bonuses_offers_musts_and_what_repeats(
    sitting: Sitting, points: tuple[int, int]
) -> None:
    assert worth(CASE, sitting) == points


@pytest.mark.parametrize(
    ("sitting", "possible"),
    [
        ((None, None, None, None), True),
        ((MAP_ANA, MAP_BESIDE_BEN, None, None), True),
        # To the last of 40 in the first month and of 20 in the second.
        ((MAP_ANA, None, None, RUN_BESIDE_ANA), True),
        # 30 + 5 + 10 of 40, and the same person twice in one need.
        ((MAP_ANA, MAP_BESIDE_ANA, None, RUN_BESIDE_ANA), False),
        ((MAP_ANA, MAP_BESIDE_ANA, None, None), False),
        # No support without a main person; the second need has one.
        ((None, MAP_BESIDE_BEN, None, None), False),
        ((None, None, None, RUN_BESIDE_ANA), True),
        # Ben has nothing left in the second month.
        ((None, None, None, RUN_BESIDE_BEN), False),
    ],
)
def test_what_is_possible(sitting: Sitting, *, possible: bool) -> None:
    assert is_possible(CASE, sitting) is possible


def test_a_month_that_is_too_full_already_stops_only_what_takes_time_in_it() -> None:
    full = CASE._replace(bodies=(Body((40, -10)), Body((-1, 20))))

    assert is_possible(full, (MAP_ANA, None, None, RUN_BESIDE_BEN))
    assert not is_possible(full, (MAP_ANA, MAP_BESIDE_BEN, None, None))
    assert not is_possible(full, (None, None, None, RUN_BESIDE_ANA))


def test_no_second_tier_outweighs_a_point_of_the_first() -> None:
    for case in map(drawn, range(200)):
        most = sum(max([0, *(one.second + one.bonus for one in own)]) for own in case.seats)
        least = sum(min([0, *(one.second for one in own)]) for own in case.seats)
        offers = sum(body.offer for body in case.bodies)

        assert case.weight > most + offers - (least - case.again * len(case.seats))


def test_a_tie_goes_to_whoever_comes_first() -> None:
    seats = tuple(Seat(who, 0, 1, 5, (10,)) for who in range(3))
    case = Case((-1,), (Body((5,)), Body((10,)), Body((10,))), (seats, ()), again=3)

    assert earliest(case, (seats[2], None)) == (seats[1], None)


def test_two_swap_where_one_alone_cannot() -> None:
    seats = tuple(tuple(Seat(who, slot, 1, 5, (10,)) for who in (0, 1)) for slot in (0, 2))
    case = Case((-1, -1), (Body((10,)), Body((10,))), (seats[0], (), seats[1], ()), again=3)

    found = earliest(case, (seats[0][1], None, seats[1][0], None))

    assert found == (seats[0][0], None, seats[1][1], None)


@pytest.mark.parametrize("seed", range(80))
def test_going_to_the_earlier_loses_nothing_and_leaves_nothing_to_go(seed: int) -> None:
    case = drawn(seed)
    answer = solver.solve(case)

    found = earliest(case, answer.sitting)

    assert is_possible(case, found)
    assert worth(case, found) == (answer.first, answer.second)
    assert [seat is None for seat in found] == [seat is None for seat in answer.sitting]
    assert _order(found) <= _order(answer.sitting)
    for seat in (one for own in case.seats for one in own):
        now = found[seat.slot]
        if now and seat.who < now.who:
            changed = (*found[: seat.slot], seat, *found[seat.slot + 1 :])
            assert not is_possible(case, changed) or worth(case, changed) != worth(case, found)


def _order(sitting: Sitting) -> list[int]:
    return [seat.who for seat in sitting if seat]
