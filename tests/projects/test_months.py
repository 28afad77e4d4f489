"""Beliefs about months, each held against counting days one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.projects.months import Month, between, share, workdays

near = st.dates(date(2024, 1, 1), date(2029, 12, 31))
quick = settings(max_examples=80, deadline=None)


def month_of(day: date) -> Month:
    return Month(day.year, day.month)


def days(start: date, end: date) -> list[date]:
    """Every day of the closed interval."""
    return [start + timedelta(days=at) for at in range((end - start).days + 1)]


def count(every: list[date]) -> int:
    return sum(day.weekday() < 5 for day in every)


@given(near, near)
@quick
def test_working_days_are_counted_as_one_does_by_hand(start: date, end: date) -> None:
    assert workdays(start, end) == count(days(start, end))


@given(near, near)
@quick
def test_every_month_that_an_interval_touches_once_and_in_order(start: date, end: date) -> None:
    assert between(start, end) == tuple(dict.fromkeys(map(month_of, days(start, end))))


@given(near, near, near)
@quick
def test_a_share_is_the_covered_working_days_of_the_month(
    in_month: date, start: date, end: date
) -> None:
    month = month_of(in_month)
    whole = days(month.first, month.last)

    covered = count([day for day in whole if start <= day <= end])

    assert share(month, start, end) == covered / count(whole)


@given(near)
@quick
def test_a_month_begins_and_ends_where_its_days_do(day: date) -> None:
    month = month_of(day)

    every = days(month.first, month.last)

    assert {month_of(one) for one in every} == {month}
    assert month_of(every[0] - timedelta(days=1)) < month < month_of(every[-1] + timedelta(days=1))


@pytest.mark.parametrize(
    ("month", "last"),
    [(Month(2027, 1), 31), (Month(2027, 2), 28), (Month(2028, 2), 29), (Month(2026, 12), 31)],
)
def test_the_last_day_of_a_month(month: Month, last: int) -> None:
    assert month.last == date(month.year, month.number, last)


def test_months_are_spelled_and_sorted_as_dates_are() -> None:
    assert [str(month) for month in sorted([Month(2027, 2), Month(2026, 12)])] == [
        "2026-12",
        "2027-02",
    ]
