"""Standing and calendar items: what a series takes up by itself, and when it did last."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.config import Series, StandingItem
from teamkit.meetings.bullets import folded

#: The days on which the series meets, from one day to another, both included.
Days = Callable[[date, date], Sequence[date]]

_ALWAYS = "every meeting"
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SPANS = {"the month": 1, "the quarter": 3, "the year": 12}
_BETWEEN = re.compile(r"\s*(?:,|\band\b)\s*")


class DueItem(NamedTuple):
    """A standing item that comes up at a meeting.

    Attributes:
        because: `every meeting`, `first meeting of the month`; with the last time it was taken.
    """

    item: StandingItem
    because: str


def due(series: Series, day: date, days: Days, discussed: Mapping[str, date]) -> list[DueItem]:
    """The standing items of *series* that come up on *day*, as the settings order them.

    Args:
        series: whose settings.
        day: the meeting's day.
        days: the days the series really meets; asked for the month or year around *day*.
        discussed: folded heading to the last day that something stood under it.
    """
    return [
        DueItem(item, _because(item, discussed.get(folded(item.title))))
        for item in series.standing
        if (item.until is None or day <= item.until) and comes_up(item.when, day, days)
    ]


def comes_up(when: str, day: date, days: Days) -> bool:
    """Whether `every meeting`, `first meeting of the month` and so on means *day*.

    `last meeting of the quarter`, `second meeting of the year` and `first meeting of march and
    september` are read too; what cannot be read means no day (`is_readable`).
    """
    if when == _ALWAYS:
        return True
    place, spans = _read(when)
    span = next((span for span in spans if _holds(span, day)), None)
    if place is None or span is None:
        return False
    met = sorted({*days(*_around(span, day)), day})
    return len(met) > max(place, 0) and met[place] == day


def is_readable(when: str) -> bool:
    """Whether teamkit knows when that is."""
    place, spans = _read(when)
    return when == _ALWAYS or (place is not None and bool(spans))


def is_first_of_month(day: date, days: Days) -> bool:
    """Whether *day* is the series' first meeting in its month."""
    return comes_up("first meeting of the month", day, days)


def _read(when: str) -> tuple[int | None, list[str]]:
    """The place in a list of meetings, and the spans it is counted in; nothing when unreadable."""
    head, _, rest = when.partition(" meeting of ")
    spans = _BETWEEN.split(rest) if rest else []
    if any(span not in _SPANS and span not in _MONTHS for span in spans):
        return None, []
    return _PLACES.get(head), spans


def _holds(span: str, day: date) -> bool:
    return span in _SPANS or _MONTHS[day.month - 1] == span


def _around(span: str, day: date) -> tuple[date, date]:
    """The first and the last day of the month, quarter or year around *day*."""
    months = _SPANS.get(span, 1)
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    past = (first + timedelta(days=31 * months)).replace(day=1)
    return first, past - timedelta(days=1)


def _because(item: StandingItem, last: date | None) -> str:
    return f"{item.when}, last on {last.isoformat()}" if last else item.when
