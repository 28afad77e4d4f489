"""When a call for input closes."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.meetings.messages.deadline import deadline, moment, named
from tests.meetings.made import day


@pytest.mark.parametrize(
    ("input_by", "closes"),
    [
        ("Thu 18:00", "2026-12-03T18:00"),
        ("thursday 9:30", "2026-12-03T09:30"),
        (" Thurs., 18:00 ", "2026-12-03T18:00"),
        ("Wed 12:00", "2026-12-02T12:00"),
        ("Sat 00:00", "2026-11-28T00:00"),
        ("Fri 10:00", "2026-11-27T10:00"),
    ],
)
def test_it_is_the_last_such_day_before_the_meeting(input_by: str, closes: str) -> None:
    assert deadline(input_by, day("12-04")) == datetime.fromisoformat(closes)


@pytest.mark.parametrize(
    "input_by",
    ["", "Thu", "18:00", "Th 18:00", "Thx 18:00", "Thu 24:00", "Thu 18:60", "Thu 18:00 sharp"],
)
def test_what_cannot_be_read_is_no_deadline(input_by: str) -> None:
    assert deadline(input_by, day("12-04")) is None


@given(
    on=st.dates(min_value=day("01-01"), max_value=day("12-31")),
    weekday=st.sampled_from(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
)
def test_it_is_one_to_seven_days_before(on: date, weekday: str) -> None:
    closes = deadline(f"{weekday} 18:00", on)

    assert closes is not None
    assert f"{closes:%a}" == weekday
    assert 1 <= (on - closes.date()).days <= 7


def test_days_and_moments_are_named() -> None:
    assert named(day("12-04")) == "Friday 2026-12-04"
    assert moment(datetime.fromisoformat("2026-12-03T09:05")) == "Thursday 2026-12-03, 09:05"
