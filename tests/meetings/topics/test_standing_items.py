"""Standing and calendar items."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.config import StandingItem
from teamkit.meetings.topics.standing_items import comes_up, due, is_first_of_month, is_readable
from tests.conftest import SETTINGS, Folder
from tests.meetings.made import FRIDAY, day

STANDING = """\
    standing:
      - {title: Cloud costs, when: First meeting of the month, owner: '@ben', minutes: 5}
      - Numbers of the week
      - {title: Party, when: last meeting of december, until: 2026-12-01}
"""


def fridays(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [one for one in days if one.weekday() == 4]


@pytest.mark.parametrize(
    ("when", "on", "expected"),
    [
        ("every meeting", "12-04", True),
        ("first meeting of the month", "12-04", True),
        ("first meeting of the month", "12-11", False),
        ("second meeting of the month", "12-11", True),
        ("last meeting of the month", "12-25", True),
        ("last meeting of the month", "12-18", False),
        ("first meeting of the quarter", "10-02", True),
        ("first meeting of the quarter", "12-04", False),
        ("last meeting of the year", "12-25", True),
        ("first meeting of december", "12-04", True),
        ("first meeting of march and december", "12-04", True),
        ("first meeting of march, december", "11-06", False),
        ("fifth meeting of the month", "12-04", False),
        ("first meeting of the moon", "12-04", False),
        ("when I feel like it", "12-04", False),
    ],
)
def test_the_calendar_says_when_an_item_comes_up(when: str, on: str, *, expected: bool) -> None:
    assert comes_up(when, day(on), fridays) is expected


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(["month", "quarter", "year"])
)
def test_a_span_has_one_first_and_one_last_meeting(on: date, span: str) -> None:
    months = {"month": 1, "quarter": 3, "year": 12}[span]
    start = on.replace(month=(on.month - 1) // months * months + 1, day=1)
    end = (start + timedelta(days=31 * months)).replace(day=1) - timedelta(days=1)
    met = fridays(start, end)

    for place, expected in (("first", met[0]), ("last", met[-1])):
        when = f"{place} meeting of the {span}"
        assert [d for d in met if comes_up(when, d, fridays)] == [expected]


def test_a_meeting_outside_the_rule_counts_in_its_month() -> None:
    assert is_first_of_month(day("12-02"), fridays)
    assert not is_first_of_month(day("12-30"), fridays)


@pytest.mark.parametrize("when", ["fifth meeting of the month", "daily", "first meeting of may, x"])
def test_what_cannot_be_read_is_known_to_be(when: str) -> None:
    assert not is_readable(when)
    assert is_readable("last meeting of the quarter")


def test_an_item_says_when_it_was_last_taken_and_ends_on_its_last_day() -> None:
    costs = StandingItem("Cloud costs", when="first meeting of the month")
    ended = StandingItem("Ended", until=day("12-03"))
    series = FRIDAY._replace(standing=(costs, ended, ended._replace(until=day("12-04"))))

    found = due(series, day("12-04"), fridays, {"cloud costs": day("11-06")})

    assert [(one.item.title, one.because) for one in found] == [
        ("Cloud costs", "first meeting of the month, last on 2026-11-06"),
        ("Ended", "every meeting"),
    ]


def test_they_come_after_the_rounds_with_their_owner(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + STANDING})

    small.run("agenda", "new")

    page = small.read("agendas/2026-12-04-friday.md")
    assert "| 13:10 | 5 | Cloud costs | @ben | standing |\n" in page
    assert "| 13:15 | 10 | Numbers of the week |  | standing |\n" in page
    assert "Party" not in page


def test_their_headings_stand_in_the_notes(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + STANDING})

    small.run("notes", "new")

    assert "\n## Cloud costs\n" in small.read("notes/2026-12-04-friday.md")
