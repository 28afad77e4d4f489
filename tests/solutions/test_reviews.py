"""Beliefs about when a file is looked at again."""

from datetime import date

import pytest

from teamkit.markdown.document import parse
from teamkit.solutions.reviews import after, review_by


def read(*lines: str) -> date | None:
    return review_by(parse("solutions/a.md", "\n".join(["---", *lines, "---", ""]).encode()))


@pytest.mark.parametrize(
    ("span", "day"),
    [
        ("6 months", date(2027, 2, 28)),
        ("1 month", date(2026, 9, 30)),
        ("4 Months", date(2026, 12, 31)),
        ("12months", date(2027, 8, 31)),
        ("1 year", date(2027, 8, 31)),
        ("2 weeks", date(2026, 9, 14)),
        ("90 days", date(2026, 11, 29)),
    ],
)
def test_spans_are_of_the_calendar(span: str, day: date) -> None:
    assert after(date(2026, 8, 31), span) == day


@pytest.mark.parametrize("span", ["", "soon", "6", "-6 months", "six months", "9999 years"])
def test_what_is_no_span_plans_nothing(span: str) -> None:
    assert after(date(2026, 8, 31), span) is None


@pytest.mark.parametrize(("start", "span"), [(date(9999, 1, 1), "1 year"), (date.max, "1 day")])
def test_the_end_of_the_calendar_plans_nothing(start: date, span: str) -> None:
    assert after(start, span) is None


def test_a_planned_day_goes_before_a_span() -> None:
    found = read("last_reviewed_on: 2026-03-06", "review_by: 2026-11-30", "review_in: 1 month")

    assert found == date(2026, 11, 30)


def test_a_planned_day_needs_no_last_review() -> None:
    assert read("review_by: 2026-11-30") == date(2026, 11, 30)


def test_the_span_counts_from_the_last_review() -> None:
    assert read("last_reviewed_on: 2026-03-06", "review_in: 6 months") == date(2026, 9, 6)


def test_a_review_on_the_planned_day_has_done_it() -> None:
    lines = ("last_reviewed_on: 2026-11-30", "review_by: 2026-11-30")

    assert [read(*lines), read(*lines, "review_in: 1 year")] == [None, date(2027, 11, 30)]


def test_without_any_of_them_no_review_is_planned() -> None:
    assert [read("title: A"), read("review_in: 1 year"), read("last_reviewed_on: 2026-01-01")] == [
        None,
        None,
        None,
    ]
