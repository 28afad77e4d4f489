"""When a call for input closes, and how days and times are named in messages."""

import re
from datetime import date, datetime, time, timedelta

from teamkit.days import is_time

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DEADLINE = re.compile(r"([a-z]{3,})\.?,?\s+(\d{1,2}:\d{2})", re.IGNORECASE)


def deadline(input_by: str, day: date) -> datetime | None:
    """When the call for input closes: `Thu 18:00` is the last Thursday before *day*, at 18:00.

    None when *input_by* is empty or cannot be read so.
    """
    found = _DEADLINE.fullmatch(input_by.strip())
    if found is None or not is_time(found[2]):
        return None
    named = [n for n, name in enumerate(_DAYS) if name.lower().startswith(found[1].lower())]
    if not named:
        return None
    back = (day.weekday() - named[0] - 1) % 7 + 1
    hours, minutes = map(int, found[2].split(":"))
    return datetime.combine(day - timedelta(days=back), time(hours, minutes))


def named(day: date) -> str:
    """`Friday 2026-12-04`."""
    return f"{_DAYS[day.weekday()]} {day}"


def moment(when: datetime) -> str:
    """`Thursday 2026-12-03, 18:00`."""
    return f"{named(when.date())}, {when:%H:%M}"
