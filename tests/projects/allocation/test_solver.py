"""Beliefs about the search: no answer is better than the one it gives."""

import itertools
from collections.abc import Sequence

import pytest

from teamkit.projects.allocation.seats import Body, Case, Seat, Sitting, is_possible, worth
from teamkit.projects.allocation.solver import Optimum, _Condition, _Program, _solution, solve
from tests.projects.allocation.cases import drawn

Points = tuple[int, int]


def best(case: Case, sitting: Sitting = (), found: Points = (0, 0)) -> Points:
    """The points of the best answer that begins with *sitting*, or *found* where that is more.

    Every pair of a need after the other, but what does not fit or cannot become better.
    """
    need = len(sitting) // 2
    points = worth(case, sitting)
    if need == len(case.fixed):
        return max(points, found)
    more = _at_most(case, sitting)
    if (points[0] + more[0], points[1] + more[1]) <= found:
        return found
    begun = case._replace(fixed=case.fixed[: need + 1])
    mains, supports = (_likely(own) for own in case.seats[2 * need : 2 * need + 2])
    for main, support in itertools.product(mains, supports):
        longer = (*sitting, main, support)
        if is_possible(begun, longer):
            found = best(case, longer, found)
    return found


def _at_most(case: Case, sitting: Sitting) -> Points:
    """No less than the needs that come after *sitting* can add, whoever takes them."""
    open_ = case.seats[len(sitting) :]
    first = sum(max([0, *(seat.first for seat in own)]) for own in open_)
    second = sum(max([0, *(seat.second + seat.bonus for seat in own)]) for own in open_)
    here = {seat.who for seat in sitting if seat}
    kinds = {(seat.who, seat.is_support) for seat in sitting if seat}
    for who, body in enumerate(case.bodies):
        first += body.must * ((who, body.must_support) not in kinds)
        second += body.offer * (who not in here) + body.lead * ((who, False) not in kinds)
    return first, second


def _likely(own: Sequence[Seat]) -> list[Seat | None]:
    """The seats, those first that bring most; nobody last."""
    return [*sorted(own, key=lambda seat: (-seat.first, -seat.second - seat.bonus)), None]


@pytest.mark.parametrize("seed", range(200))
def test_no_answer_is_better_than_the_one_given(seed: int) -> None:
    case = drawn(seed)

    answer = solve(case)

    assert is_possible(case, answer.sitting)
    assert worth(case, answer.sitting) == (answer.first, answer.second)
    assert (answer.first, answer.second) == best(case)


def test_the_cases_reach_six_people_and_four_needs_with_and_without_room() -> None:
    cases = [drawn(seed) for seed in range(200)]

    sizes = {(len(case.bodies), len(case.fixed)) for case in cases}

    assert sizes == {(people, needs) for people in range(1, 7) for needs in range(1, 5)}
    assert any(case.fixed[0] >= 0 for case in cases)
    assert any(body.room[0] < 0 for case in cases for body in case.bodies)


def test_the_same_case_has_the_same_answer() -> None:
    answers = [[solve(drawn(seed)) for seed in range(20)] for _ in range(2)]

    assert answers[0] == answers[1]


def test_a_bonus_counts_where_both_people_sit() -> None:
    case = Case(
        fixed=(-1,),
        bodies=(Body((100,)), Body((100,)), Body((100,))),
        seats=(
            (Seat(0, 0, 1, 5, (10,)), Seat(1, 0, 1, 3, (10,), gives=1 << 2)),
            (Seat(2, 1, 0, 1, (10,), kind=2, bonus=6),),
        ),
        again=3,
    )

    assert solve(case) == Optimum((case.seats[0][1], case.seats[1][0]), 1, 10)


def test_the_first_tier_decides_whatever_is_lost_in_the_second() -> None:
    good, bad = Seat(0, 0, 0, 90, (10,)), Seat(0, 2, 1, -90, (10,))
    case = Case((-1, -1), (Body((10,)),), ((good,), (), (bad,), ()), again=0)

    assert solve(case) == Optimum((None, None, bad, None), 1, -90)


def test_an_offer_counts_once_and_further_parts_lose() -> None:
    one, other = Seat(0, 0, 0, 5, (1,)), Seat(0, 2, 0, 5, (1,))
    case = Case((-1, -1), (Body((2,), offer=20),), ((one,), (), (other,), ()), again=3)

    assert solve(case) == Optimum((one, None, other, None), 0, 27)
    assert solve(case._replace(again=6)).second == 25


def test_who_offers_to_lead_goes_before_who_fits_a_little_better() -> None:
    offering, better = Seat(0, 0, 1, 5, (1,)), Seat(1, 0, 1, 12, (1,))
    support = Seat(0, 1, 0, 0, (1,))
    bodies = (Body((2,), offer=30, lead=40), Body((2,)))
    case = Case((-1,), bodies, ((offering, better), (support,)), again=3)

    assert solve(case) == Optimum((offering, None), 1, 75)


def test_nothing_to_decide_is_an_answer_too() -> None:
    assert solve(Case((), (), (), again=3)) == Optimum((), 0, 0)
    assert solve(Case((-1,), (Body((5,)),), ((), ()), again=3)) == Optimum((None, None), 0, 0)


def test_what_has_no_answer_is_a_bug_and_is_said() -> None:
    seat = Seat(0, 0, 1, 5, (10,))
    program = _Program(Case((-1,), (Body((10,)),), ((seat,), ()), again=3))
    program.rows.append(_Condition({0: 1}, -1))

    with pytest.raises(RuntimeError, match="HiGHS ended with"):
        _solution(program)


def test_an_answer_that_breaks_a_condition_is_none() -> None:
    negative = Seat(0, 0, 1, 5, (-5,))
    case = Case((-1,), (Body((-10,)),), ((negative,), ()), again=3)

    with pytest.raises(RuntimeError, match="breaks a condition"):
        solve(case)
