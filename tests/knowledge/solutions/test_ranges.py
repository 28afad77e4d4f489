"""Beliefs about how long a solution takes and which of its risks happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.facts import Risk
from teamkit.knowledge.solutions.model import Need
from teamkit.knowledge.solutions.ranges import (
    Range,
    overall_factor,
    quantile,
    range_of,
    risks_of,
    spell,
    spread,
)
from tests.knowledge.solutions.needs import need

NOTHING = (1.0, 0)


def record(*rows: str, solutions: str = "| By hand | 3-6 d | tired arms; rain |") -> Need:
    """A need with these rows: `solution | estimated | actual | risks | learnt | date`."""
    head = "| Solution | Estimated | Actual | Risks that happened | What we learnt | Date |\n"
    jobs = head + "| --- " * 6 + "|\n" + "".join(f"| {row} |\n" for row in rows)
    return need(f"| Solution | Approx. time | Risks |\n| --- | --- | --- |\n{solutions}\n\n{jobs}")


def range_in(of: Need, factor: tuple[float, int] = NOTHING, at: int = 0) -> Range | None:
    return range_of(of, of.solutions[at], factor)


def test_three_jobs_make_the_range_from_the_shortest_to_the_longest() -> None:
    of = record("By hand | 5 d | 7 d", "By hand | 4 d | 4 d", "By hand | 4 d | 3 d")

    assert range_in(of, (1.3, 9)) == Range(3.0, 7.0, "3 jobs", 3, is_measured=True, ratio=1.0)


def test_below_three_the_stated_range_takes_the_teams_factor() -> None:
    of = record("By hand | 4 d | 8 d", "By hand | 4 d | 4 d")

    assert range_in(of, (1.5, 3)) == Range(
        low=4.5,
        high=9.0,
        basis="stated 3-6 d, times the team's 1.5; 2 jobs so far",
        jobs=2,
        is_measured=False,
        ratio=1.5,
    )


def test_without_a_factor_it_is_as_stated() -> None:
    assert range_in(record("By hand | | 4 d"), (1.0, 2)) == Range(
        3.0, 6.0, "stated 3-6 d; 1 job so far", 1, is_measured=False, ratio=None
    )
    assert range_in(record()) == Range(
        3.0, 6.0, "stated 3-6 d; no job yet", 0, is_measured=False, ratio=None
    )


def test_a_job_that_cannot_be_read_does_not_count() -> None:
    of = record("By hand | 4 d | soon", "By hand | 4 d | 4 d", "By hand | 4 d | -5 d")

    known = range_in(of)

    assert known is not None
    assert known.basis == "stated 3-6 d; 1 job so far"


def test_a_range_counts_as_its_middle() -> None:
    rows = ["By hand | 3-5 d | 1-2 w", "By hand | 2 d | 4 h", "By hand | 1 d | 8 h"]

    assert range_in(record(*rows)) == Range(0.5, 7.5, "3 jobs", 3, is_measured=True, ratio=1.0)


def test_neither_jobs_nor_a_stated_time_tell_nothing() -> None:
    assert range_in(record("By hand | 4 d | 4 d", solutions="| By hand |  | |")) is None


def test_jobs_belong_to_the_solution_whose_name_they_have_or_begin() -> None:
    solutions = "| By hand | 3 d | |\n| By machine | 1 d | |\n| Not at all | 0.5 d | |"
    rows = ["BY  HAND | | 4 d", "By m | | 1 d", "By | | 9 d", " | | 9 d", "By boat | | 9 d"]

    of = record(*rows, solutions=solutions)

    counts = [found.jobs for at in range(3) if (found := range_in(of, at=at))]
    assert counts == [1, 1, 0]


def test_a_job_that_names_no_solution_is_of_the_only_one() -> None:
    known = range_in(record(" | | 4 d"))

    assert known is not None
    assert known.jobs == 1


def test_the_teams_factor_is_the_median_of_all_its_jobs() -> None:
    needs = [record("By hand | 2 d | 4 d", "Gone | 2 d | 2 d"), record("By hand | 4 d | 6 d")]

    assert overall_factor(needs) == (1.5, 3)
    assert overall_factor(needs[:1]) == (1.0, 2)
    assert overall_factor([]) == (1.0, 0)


def test_the_teams_spread_needs_five_jobs() -> None:
    rows = [f"By hand | 10 d | {days} d" for days in (30, 10, 20, 8, 12)]

    assert spread([record(*rows)]) == pytest.approx((0.88, 2.6))
    assert spread([record(*rows[1:])]) is None


def test_risks_say_how_often_they_happened_and_what_was_learnt() -> None:
    of = record(
        "By hand | | 4 d | Rain; tired | bring a coat | 2026-02-01",
        "By hand | | 4 d | rain and hail; gulls | stay at home | 2026-03-01",
        "By hand | | ? | Gulls; gulls again | | ",
        "Else | | 4 d | rain | | 2026-05-01",
    )

    assert risks_of(of, of.solutions[0]) == (
        Risk("tired arms", 1, 3, ("bring a coat",)),
        Risk("rain", 2, 3, ("stay at home", "bring a coat")),
        Risk("gulls", 2, 3, ("stay at home",)),
    )


def test_of_several_risks_that_begin_alike_the_very_one_counts() -> None:
    of = record("By hand | | 4 d | rain", solutions="| By hand | 3 d | rain at night; rain |")

    happened = [(risk.phrase, risk.happened) for risk in risks_of(of, of.solutions[0])]

    assert happened == [("rain at night", 0), ("rain", 1)]


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [([3], 3, 3), ([3, 5], 3, 5), ([3, 4, 7], 3, 7), ([1, 2, 3, 4, 5, 6, 7], 1.8, 6.2)],
)
def test_the_quantile_follows_the_rule_of_hyndman_and_fan(
    values: list[float], low: float, high: float
) -> None:
    assert [quantile(values, at) for at in (0.2, 0.8)] == pytest.approx([low, high])


@given(st.lists(st.floats(0.01, 1000), min_size=1, max_size=30).map(sorted))
def test_quantiles_lie_among_the_values_in_order_and_the_median_is_the_usual_one(
    values: list[float],
) -> None:
    from statistics import median

    low, middle, high = (quantile(values, at) for at in (0.2, 0.5, 0.8))

    assert middle == pytest.approx(median(values))
    assert values[0] * 0.999 <= low <= middle * 1.001
    assert middle * 0.999 <= high <= values[-1] * 1.001


@pytest.mark.parametrize(
    ("low", "high", "spelt"),
    [
        (3, 7, "3-7 d"),
        (3.44, 7.02, "3.4-7 d"),
        (9.4, 12.6, "9.4-13 d"),
        (9.97, 10.04, "10 d"),
        (0.5, 1, "4-8 h"),
        (0.5, 3, "0.5-3 d"),
        (1, 1.5, "1-1.5 d"),
        (0.004, 0.01, "0.03-0.08 h"),
    ],
)
def test_a_range_is_told_no_finer_than_it_is_known(low: float, high: float, spelt: str) -> None:
    assert spell(low, high) == spelt
