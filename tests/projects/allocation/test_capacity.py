"""Beliefs about how much of a week people have, against counting day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.people.person import Person
from teamkit.projects.allocation import capacity
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import Part
from tests.projects.allocation.made import ENDS, FEBRUARY, STARTS, need, part, person, proposal

MARCH = Month(2027, 3)
days = st.dates(date(2026, 12, 20), date(2027, 4, 10))
intervals = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
people = st.builds(
    person,
    st.just("ana"),
    st.integers(-20, 120),
    joined=st.none() | days,
    left=st.none() | days,
    away=st.lists(intervals, max_size=4).map(tuple),
)
parts = st.builds(
    part,
    st.sampled_from(["ana", "ben"]),
    percent=st.none() | st.integers(0, 100),
    state=st.sampled_from(["agreed", "suggested", "declined", ""]),
    starts=st.none() | days,
    ends=st.none() | days,
)


def each(start: date, end: date) -> list[date]:
    """The working days of the closed interval."""
    every = (start + timedelta(days=at) for at in range((end - start).days + 1))
    return [day for day in every if day.weekday() < 5]


def is_here(one: Person, day: date) -> bool:
    return one.is_member(day) and one.away_until(day) is None


@given(people, days, days)
def test_somebody_is_here_on_the_days_they_are(one: Person, start: date, end: date) -> None:
    assert capacity.here(one, start, end) == sum(is_here(one, day) for day in each(start, end))


@given(people, st.sampled_from([FEBRUARY, MARCH, Month(2026, 12)]))
def test_a_month_has_what_its_days_have(one: Person, month: Month) -> None:
    own = each(month.first, month.last)

    here = sum(is_here(one, day) for day in own)

    assert capacity.room(one, month) == max(0, one.capacity) * here
    assert capacity.available(one, month) == pytest.approx(max(0, one.capacity) * here / len(own))


@given(st.lists(parts, max_size=5))
@settings(max_examples=60)
def test_what_is_agreed_is_added_up_day_by_day(own: list[Part]) -> None:
    counted: dict[tuple[str, Month], int] = {}
    for one in own:
        if one.state == "agreed" and one.percent and one.starts and one.ends:
            for day in each(one.starts, one.ends):
                key = one.person, Month(day.year, day.month)
                counted[key] = counted.get(key, 0) + one.percent

    assert capacity.load([proposal(need(), parts=own)], ["agreed"]) == counted


def test_absences_may_overlap_and_weekends_count_for_nothing() -> None:
    away = (
        (date(2027, 2, 10), date(2027, 2, 12)),
        (date(2027, 2, 6), date(2027, 2, 11)),
        (date(2027, 2, 11), date(2027, 2, 11)),
        (date(2027, 2, 27), date(2027, 3, 31)),
    )

    assert capacity.here(person("ana", away=away), STARTS, ENDS) == 15


def test_who_joins_and_leaves_has_the_days_between() -> None:
    one = person("ana", 50, joined=date(2027, 2, 8), left=date(2027, 2, 22))

    assert capacity.room(one, FEBRUARY) == 50 * 10
    assert capacity.available(one, FEBRUARY) == 25.0
    assert capacity.room(one, MARCH) == 0


@pytest.mark.parametrize("status", ["lost", "done"])
def test_what_is_over_takes_no_time(status: str) -> None:
    over = proposal(need(), parts=[part("ana")], status=status)
    alive = proposal(need(), parts=[part("ana", percent=20)], stem="other", status="lead")

    assert capacity.load([over, alive], ["agreed"]) == {("ana", FEBRUARY): 20 * 20}
    assert capacity.agreed([over, alive]) == {("ana", FEBRUARY): 20.0}
    assert capacity.agreed([over, alive], but="other") == {}


def test_what_may_come_counts_as_likely_as_it_is() -> None:
    own = [part("ana", percent=40), part("ana", percent=20, state="suggested")]
    sure, maybe = (
        proposal(need(), parts=own, probability=100),
        proposal(need(), parts=own, stem="maybe"),
    )

    assert capacity.weighted([sure, maybe]) == {("ana", FEBRUARY): 60.0}
    assert capacity.weighted([maybe], ["agreed", "suggested"]) == {("ana", FEBRUARY): 30.0}
    assert capacity.weighted([sure, maybe], but="watch") == {("ana", FEBRUARY): 20.0}


def test_days_are_those_of_each_month_that_has_any() -> None:
    found = list(capacity.days_by_month(date(2027, 1, 30), date(2027, 3, 1)))

    assert found == [(FEBRUARY, 20), (MARCH, 1)]
    assert list(capacity.days_by_month(ENDS, STARTS)) == []
