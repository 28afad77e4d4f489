"""The simulation against a numeric convolution, and what must hold of it whatever comes in."""

import cmath
import math
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.projects.proposals.simulation import (
    DEFAULT_SPREAD,
    Z80,
    Forecast,
    Time,
    forecast,
    widened,
)

CELLS = 1024


def spectrum(values: Sequence[complex], sign: int = -1) -> list[complex]:
    """The discrete Fourier transform of a power of two of values, not scaled."""
    if len(values) == 1:
        return list(values)
    even, odd = spectrum(values[::2], sign), spectrum(values[1::2], sign)
    half = len(even)
    turned = [
        cmath.exp(sign * 2j * math.pi * at / len(values)) * value for at, value in enumerate(odd)
    ]
    return [
        *(even[at] + turned[at] for at in range(half)),
        *(even[at] - turned[at] for at in range(half)),
    ]


def chance(time: Time, days: float) -> float:
    """The chance that the need takes no longer than *days*."""
    if days <= 0:
        return 0.0
    low, high = math.log(time.low), math.log(time.high)
    score = (math.log(days) - (low + high) / 2) * 2 * Z80 / (high - low)
    return math.erfc(-score / math.sqrt(2)) / 2


def convolution(times: Sequence[Time]) -> tuple[float, float]:
    """P50 and P80 of the sum, by convolving the densities on a fine grid."""
    cell = 1.2 * sum(time.high for time in times) / CELLS
    product: list[complex] = [1.0] * (2 * CELLS)
    for time in times:
        edges = [chance(time, at * cell) for at in range(CELLS + 1)]
        mass: list[complex] = [edges[at + 1] - edges[at] for at in range(CELLS)]
        own = spectrum([*mass, *[0.0] * CELLS])
        product = [a * b for a, b in zip(product, own, strict=True)]
    density = [value.real / len(product) for value in spectrum(product, 1)]
    return quantile(density, 0.5, cell, len(times)), quantile(density, 0.8, cell, len(times))


def quantile(density: Sequence[float], wanted: float, cell: float, count: int) -> float:
    """Where the sum of so many densities, each at the middle of its cell, reaches *wanted*."""
    total = 0.0
    for at, mass in enumerate(density):
        if total + mass >= wanted:
            inside = (wanted - total) / mass
            return cell * (at + inside + (count - 1) / 2)
        total += mass
    raise AssertionError(wanted)


def random_times(seed: int) -> list[Time]:
    order = Random(seed)
    lows = [math.exp(order.uniform(math.log(0.5), math.log(20))) for _ in range(1 + seed % 12)]
    return [
        Time(f"Need {at}", low, low * math.exp(order.uniform(0.1, math.log(10))))
        for at, low in enumerate(lows)
    ]


def misses(times: Sequence[Time]) -> float:
    """How far the simulation is from the convolution, as a part of it."""
    found = forecast(times)
    assert found is not None
    expected = convolution(times)
    return max(
        abs(found.p50 / expected[0] - 1),
        abs(found.p80 / expected[1] - 1),
    )


@pytest.mark.parametrize("seed", range(14))
def test_p50_and_p80_are_those_of_the_convolution(seed: int) -> None:
    assert misses(random_times(seed)) < 0.02


@pytest.mark.parametrize("count", [2, 3, 12])
def test_needs_as_wide_as_each_other_are_the_hardest_and_come_out_too(count: int) -> None:
    assert misses([Time(f"Need {at}", 1, 10) for at in range(count)]) < 0.02


def test_one_need_comes_out_as_it_went_in() -> None:
    found = forecast([Time("Tide map", 4, 9)])

    assert found is not None
    assert found.p50 == pytest.approx(6, rel=1e-6)
    assert found.p80 == pytest.approx(9, rel=1e-6)
    assert found.shares == ((Time("Tide map", 4, 9), 1.0),)


def test_the_widest_need_has_most_of_the_variance() -> None:
    wide, narrow = Time("Form", 10, 18), Time("Tide map", 5, 6)

    found = forecast([narrow, wide])

    assert found is not None
    assert [time for time, _ in found.shares] == [wide, narrow]
    assert sum(share for _, share in found.shares) == pytest.approx(1)
    assert found.shares[0][1] > 0.95


def test_nothing_to_add_up_is_no_forecast() -> None:
    assert forecast([]) is None


def test_needs_that_are_sure_add_up() -> None:
    found = forecast([Time("A", 5, 5), Time("B", 3, 3)])

    assert found is not None
    assert (found.p50, found.p80) == pytest.approx((8, 8), rel=1e-6)


def test_absurd_ranges_neither_overflow_nor_hang() -> None:
    found = forecast([Time("A", 1e-3, 2e6), Time("B", 1, 1), Time("C", 1e-9, 1e9)])

    assert found is not None
    assert 0 < found.p50 < found.p80 < math.inf
    assert sum(share for _, share in found.shares) == pytest.approx(1)


def test_the_answer_is_the_same_in_every_version_of_python() -> None:
    found = forecast([Time("Tide map", 5, 9), Time("Form", 8, 15), Time("Warnings", 3, 12)])

    assert found is not None
    assert (round(found.p50, 4), round(found.p80, 4)) == (25.4192, 33.1075)


def test_one_number_becomes_a_range_around_itself() -> None:
    assert widened(4, (0.5, 2)) == pytest.approx((2, 8))
    assert widened(4, (1, 4)) == pytest.approx((2, 8))


def test_without_enough_jobs_one_number_takes_the_usual_spread() -> None:
    assert widened(10, None) == (10 * DEFAULT_SPREAD[0], 10 * DEFAULT_SPREAD[1])


days = st.floats(0.1, 50)
ranges = st.tuples(days, st.floats(1, 12)).map(lambda pair: (pair[0], pair[0] * pair[1]))
some_times = st.lists(ranges, min_size=1, max_size=4).map(
    lambda found: [Time(f"Need {at}", *it) for at, it in enumerate(found)]
)


def told(times: Sequence[Time]) -> Forecast:
    found = forecast(times)
    assert found is not None
    return found


@settings(max_examples=6, deadline=None)
@given(some_times, ranges)
def test_another_need_never_lowers_p50(times: list[Time], other: tuple[float, float]) -> None:
    more = told([*times, Time("Another", *other)])

    assert more.p50 >= told(times).p50 * (1 - 1e-6)


@settings(max_examples=4, deadline=None)
@given(some_times, st.floats(0.1, 100))
def test_times_all_scaled_scale_the_answer(times: list[Time], factor: float) -> None:
    scaled = told([Time(name, low * factor, high * factor) for name, low, high in times])

    before = told(times)
    assert (scaled.p50, scaled.p80) == pytest.approx(
        (before.p50 * factor, before.p80 * factor), rel=1e-5
    )


@settings(max_examples=4, deadline=None)
@given(some_times, st.randoms())
def test_the_order_of_needs_changes_nothing(times: list[Time], order: Random) -> None:
    shuffled = sorted(times, key=lambda _: order.random())

    assert told(shuffled) == told(times)
