"""Beliefs about how long a job takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import UsageError
from teamkit.knowledge.solutions.estimate import HOURS, Estimate, parse

HUNDREDTHS = st.integers(min_value=1, max_value=999_999)


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    unit = draw(st.sampled_from(sorted(HOURS)))
    low, high = sorted(draw(st.tuples(HUNDREDTHS, HUNDREDTHS)))
    return Estimate(low * HOURS[unit] / 100, high * HOURS[unit] / 100, unit)


@pytest.mark.parametrize(
    ("text", "hours", "unit"),
    [
        ("3-6 d", (24, 48), "d"),
        ("3-6d", (24, 48), "d"),
        ("4 h", (4, 4), "h"),
        ("2 w", (80, 80), "w"),
        ("1.5 d", (12, 12), "d"),
        ("1,5 d", (12, 12), "d"),
        ("0.5-1 h", (0.5, 1), "h"),
        ("  3  –  6   Days ", (24, 48), "d"),  # noqa: RUF001  # a dash as word processors write it
        ("3\u20146 d", (24, 48), "d"),
        ("3 to 6 days", (24, 48), "d"),
        ("1 hour", (1, 1), "h"),
        ("10 hours", (10, 10), "h"),
        ("1 week", (40, 40), "w"),
        ("2-3 weeks", (80, 120), "w"),
        ("1 day", (8, 8), "d"),
        ("4 h - 2 d", (4, 16), "h"),
        ("1 h - 0.07 w", (1, 2.8), "h"),
        ("3 d-1 w", (24, 40), "d"),
    ],
)
def test_what_people_write_is_read(text: str, hours: tuple[float, float], unit: str) -> None:
    assert parse(text) == Estimate(*hours, unit)


@pytest.mark.parametrize(
    "text",
    ["", "3", "d", "-3 d", "3--6 d", "three d", "3 m", "3-6", "1e3 d", "nan d", "٣ d", "3.123 d"],
)
def test_what_is_no_time_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(text)

    assert refused.value.message == f"'{text}' is not a duration."
    assert refused.value.hint == "Write 3-6 d, 4 h or 2 w (a day is 8 hours, a week 5 days)"


@pytest.mark.parametrize("text", ["0 d", "0-3 d", "0.00 h"])
def test_no_time_at_all_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no time at all"):
        parse(text)


@pytest.mark.parametrize("text", ["6-3 d", "1 w - 2 d"])
def test_a_range_that_runs_down_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="ends below where it starts"):
        parse(text)


@pytest.mark.parametrize("text", ["10000 w", "1 h - 10000 w", "400000 h"])
def test_a_time_that_nobody_has_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="longer than any job"):
        parse(text)


@given(estimates())
def test_what_is_spelt_reads_back_as_the_same(estimate: Estimate) -> None:
    assert parse(estimate.spell()) == estimate


NUMBERS = st.tuples(
    st.integers(0, 99_999), st.sampled_from(["", ".", ","]), st.integers(0, 99)
).map(lambda it: f"{it[0]}{it[1]}{it[2]:02}" if it[1] else str(it[0]))
UNITS = st.sampled_from(
    ["h", "hour", "hours", "d", "day", "days", "w", "week", "weeks", "D", "Week"]
)
DASHES = st.sampled_from(["-", "\u2010", "\u2013", "\u2014", " - ", " to ", "to", " TO "])
GAPS = st.sampled_from(["", " ", "  ", "\t"])


@st.composite
def written(draw: st.DrawFn) -> str:
    """A time as people may write it: one number, or two with one unit or two."""
    last = draw(NUMBERS) + draw(GAPS) + draw(UNITS)
    if draw(st.booleans()):
        return draw(GAPS) + last + draw(GAPS)
    first = draw(NUMBERS) + draw(GAPS) + draw(st.one_of(st.just(""), UNITS))
    return first + draw(DASHES) + last


def read(text: str) -> Estimate | None:
    try:
        return parse(text)
    except UsageError:
        return None


@given(written() | st.text(max_size=20))
def test_what_people_write_is_spelt_once_and_then_stays(text: str) -> None:
    found = read(text)
    if found is None:
        with pytest.raises(
            UsageError, match=r"not a duration|no time|ends below|longer than any job"
        ):
            parse(text)
        return

    spelt = found.spell()

    assert parse(spelt) == found
    assert parse(spelt).spell() == spelt
    assert (found.low > 0, found.low <= found.high) == (True, True)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("3 - 6 DAYS", "3-6 d"), ("4-4 h", "4 h"), ("1.50w", "1.5 w"), ("4 h - 2 d", "4-16 h")],
)
def test_one_spelling_stands_in_files(text: str, spelt: str) -> None:
    assert parse(text).spell() == spelt


def test_days_are_comparable_whatever_the_unit() -> None:
    assert [parse(text).days for text in ("4 h", "3-6 d", "1-2 w")] == [
        (0.5, 0.5),
        (3.0, 6.0),
        (5.0, 10.0),
    ]
