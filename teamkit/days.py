"""Days as people type them: ISO, `today`, `fri`, `next fri`, `+2w`, `eow`; spans: `6 months`."""

import re
from datetime import date, timedelta

from teamkit.errors import UsageError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SPAN = re.compile(r"([0-9]{1,3}) *(day|week|month|year)s?")
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}
_FORMS = "Use 2026-12-04, today, tomorrow, fri, next fri, +3d, +2w or eow (end of week)"


def day(text: str, today: date) -> date:
    """The day *text* means, seen from *today*.

    A bare weekday is the next such day, today included; `next fri` is the one in the week after.
    `eow` is this week's Friday, or today on a weekend.

    Raises:
        UsageError: it cannot be read, `03/04` could be two days, or the calendar ends before it.
    """
    try:
        return _day(text, today)
    except OverflowError as error:
        raise UsageError(f"'{text}' is not a calendar date.", hint=_FORMS) from error


def _day(text: str, today: date) -> date:
    word = " ".join(text.lower().split())
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return _iso(text, word)
    if word in _NEAR:
        return today + timedelta(days=_NEAR[word])
    if match := re.fullmatch(r"([+-]\d{1,3})\s*([dw])", word):
        return today + timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1))
    if word == "eow":
        return today + timedelta(days=max(0, 4 - today.weekday()))
    name = word.removeprefix("next ")
    if len(name) > 2 and (fitting := [w for w in _WEEKDAYS if w.startswith(name)]):  # noqa: PLR2004  # "t" is two days
        return _weekday(fitting[0], today, weeks=0 if name == word else 1)
    if re.fullmatch(r"\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?", word):
        raise UsageError(
            f"'{text}' could be two different days.", hint="Put the year first: 2026-12-04"
        )
    raise UsageError(f"'{text}' is not a day.", hint=_FORMS)


def past_day(text: str, today: date) -> date:
    """The day *text* means where only the past makes sense: a bare weekday is the latest such day.

    Raises:
        UsageError: as `day` does.
    """
    meant = day(text, today)
    is_weekday = " ".join(text.lower().split()) not in _NEAR and text.strip().isalpha()
    return meant - timedelta(weeks=1) if is_weekday and meant > today else meant


def interval(text: str, today: date) -> tuple[date, date]:
    """The closed interval `FROM..TO` (or a single day) means, as (first, last).

    Raises:
        UsageError: a part cannot be read, or it ends before it starts.
    """
    # A slash parts two ISO days, as people's files hold them; 03/04 is one unclear day.
    first, _, last = text.partition("/" if "-" in text and ".." not in text else "..")
    start = day(first, today)
    last = last.strip()
    end = day(last, today if last.lower() in _NEAR else start) if last else start
    if end < start:
        raise UsageError(f"'{text}' ends before it starts.", hint="Write FROM..TO, earliest first")
    return start, end


def read_interval(text: str) -> tuple[date, date] | None:
    """`2026-12-23/2027-01-06` or one day, as a closed interval; None when it is neither."""
    first, _, last = text.partition("/")
    try:
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if last.strip() else start
    except ValueError:
        return None
    return (start, end) if start <= end else None


def spell_interval(start: date, end: date) -> str:
    """The interval as people's files hold it."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def is_time(text: str) -> bool:
    """Whether it is a time of day, HH:MM."""
    return re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text, re.ASCII) is not None


def after(start: date, span: str) -> date | None:
    """The day `6 months`, `2 weeks`, `1 year` or `90 days` after *start*; None when it is no span.

    The last day of a shorter month stands for the days it does not have.
    """
    found = _SPAN.fullmatch(" ".join(span.lower().split()))
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    try:
        if unit in _DAYS:
            return start + timedelta(days=count * _DAYS[unit])
        return _months_after(start, count * _MONTHS[unit])
    except (ValueError, OverflowError):
        return None


def _iso(text: str, word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a calendar date.", hint=_FORMS) from error


def _weekday(name: str, today: date, *, weeks: int) -> date:
    monday = today - timedelta(days=today.weekday())
    named = monday + timedelta(days=_WEEKDAYS.index(name), weeks=weeks)
    return named if weeks or named >= today else named + timedelta(weeks=1)


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(start.day, (next_month - timedelta(days=1)).day))
