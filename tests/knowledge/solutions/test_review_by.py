"""Beliefs about when a file is looked at again."""

from datetime import date

from teamkit.knowledge.solutions.review_by import review_by
from teamkit.markdown.document import parse


def read(*lines: str) -> date | None:
    return review_by(parse("solutions/a.md", "\n".join(["---", *lines, "---", ""]).encode()))


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
