"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.days import after, day, interval, past_day, read_interval, spell_interval
from teamkit.errors import UsageError

TUESDAY = date(2026, 12, 1)
SATURDAY = date(2026, 12, 5)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-04", "2026-12-04"),
        ("today", "2026-12-01"),
        (" Today ", "2026-12-01"),
        ("tomorrow", "2026-12-02"),
        ("yesterday", "2026-11-30"),
        ("fri", "2026-12-04"),
        ("Friday", "2026-12-04"),
        ("tues", "2026-12-01"),
        ("mon", "2026-12-07"),
        ("next fri", "2026-12-11"),
        ("NEXT  Friday", "2026-12-11"),
        ("next mon", "2026-12-07"),
        ("+3d", "2026-12-04"),
        ("+2w", "2026-12-15"),
        ("-1d", "2026-11-30"),
        ("eow", "2026-12-04"),
    ],
)
def test_every_form_is_understood(text: str, meant: str) -> None:
    assert day(text, TUESDAY) == date.fromisoformat(meant)


def test_the_end_of_the_week_is_today_on_a_weekend() -> None:
    assert day("eow", SATURDAY) == SATURDAY


@pytest.mark.parametrize("text", ["03/04", "3/4", "03.04", "03/04/2026", "3.4.26"])
def test_what_could_be_two_days_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        day(text, TUESDAY)

    assert "could be two different days" in refusal.value.message
    assert refusal.value.hint == "Put the year first: 2026-12-04"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "fr", "friends", "sunshine", "wedding", "next", "next week", "2026-02-30",
     "2026-13-01", "26-12-04", "+2m", "2w", "+1000w", "۲۰۲۶-۱۲-۰۴"],
)  # fmt: skip
def test_anything_else_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        day(text, TUESDAY)

    assert refusal.value.hint is not None
    assert refusal.value.hint.startswith("Use 2026-12-04, today, tomorrow, fri, next fri")


def test_the_calendar_ends_somewhere() -> None:
    with pytest.raises(UsageError, match="is not a calendar date"):
        day("+2w", date.max)


@given(days)
def test_an_iso_day_is_that_day_whenever_it_is_typed(one: date) -> None:
    assert day(one.isoformat(), TUESDAY) == one


@given(days, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_within_a_week_and_the_next_one_in_the_week_after(
    today: date, name: str
) -> None:
    near, far = day(name, today), day(f"next {name}", today)

    assert 0 <= (near - today).days < 7
    assert f"{near:%a}".lower() == f"{far:%a}".lower() == name
    monday = today - timedelta(days=today.weekday())
    assert 7 <= (far - monday).days < 14


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-12-23..2027-01-06", "2026-12-23", "2027-01-06"),
        ("2026-12-23/2027-01-06", "2026-12-23", "2027-01-06"),
        ("2026-12-23 .. 2027-01-06", "2026-12-23", "2027-01-06"),
        ("2026-12-23", "2026-12-23", "2026-12-23"),
        ("2026-12-23..", "2026-12-23", "2026-12-23"),
        ("today..fri", "2026-12-01", "2026-12-04"),
        ("fri..+2w", "2026-12-04", "2026-12-18"),
        ("fri..mon", "2026-12-04", "2026-12-07"),
        ("tomorrow..tomorrow", "2026-12-02", "2026-12-02"),
    ],
)
def test_an_interval_has_both_its_ends(text: str, first: str, last: str) -> None:
    """Its end is counted from its start, but for the words that only mean one day."""
    assert interval(text, TUESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2027-01-06..2026-12-23", "ends before it starts"),
        ("fri..today", "ends before it starts"),
        ("03/04", "could be two different days"),
        ("..fri", "is not a day"),
        ("fri..soon", "is not a day"),
    ],
)
def test_an_interval_that_cannot_be_meant_is_refused(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        interval(text, TUESDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mon", "2026-11-30"),
        ("tue", "2026-12-01"),
        ("fri", "2026-11-27"),
        ("eow", "2026-11-27"),
        ("today", "2026-12-01"),
        ("-2w", "2026-11-17"),
        ("2026-11-03", "2026-11-03"),
    ],
)
def test_looking_back_a_weekday_is_the_latest_one(text: str, expected: str) -> None:
    assert past_day(text, date(2026, 12, 1)).isoformat() == expected


@pytest.mark.parametrize(
    ("span", "end"),
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
def test_spans_are_of_the_calendar(span: str, end: date) -> None:
    assert after(date(2026, 8, 31), span) == end


@pytest.mark.parametrize("span", ["", "soon", "6", "-6 months", "six months", "9999 years"])
def test_what_is_no_span_gives_none(span: str) -> None:
    assert after(date(2026, 8, 31), span) is None


@pytest.mark.parametrize(("start", "span"), [(date(9999, 1, 1), "1 year"), (date.max, "1 day")])
def test_the_end_of_the_calendar_gives_none(start: date, span: str) -> None:
    assert after(start, span) is None


@pytest.mark.parametrize("text", ["", "soon", "/2026-12-24", "2026-12-24/2026-12-23", "2026-02-30"])
def test_what_is_no_interval_is_none(text: str) -> None:
    assert read_interval(text) is None


@given(st.dates(), st.dates())
def test_an_interval_is_read_as_it_was_spelt(one: date, other: date) -> None:
    start, end = min(one, other), max(one, other)

    assert read_interval(spell_interval(start, end)) == (start, end)
