"""Calendar months, and how much of one an interval of days covers."""

from datetime import date, timedelta
from typing import NamedTuple

_WEEKEND = 5


class Month(NamedTuple):
    """One calendar month; they sort as they follow each other."""

    year: int
    number: int

    def __str__(self) -> str:
        """`2027-01`."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def between(start: date, end: date) -> tuple[Month, ...]:
    """Every month that the closed interval touches, in order; none when it runs backwards."""
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    months = range(first, last + 1) if start <= end else ()
    return tuple(Month(at // 12, at % 12 + 1) for at in months)


def workdays(start: date, end: date) -> int:
    """The days from Monday to Friday in the closed interval; 0 when it runs backwards."""
    if end < start:
        return 0
    weeks, rest = divmod((end - start).days + 1, 7)
    days = (start.weekday() + at for at in range(rest))
    return weeks * _WEEKEND + sum(day % 7 < _WEEKEND for day in days)


def share(month: Month, start: date, end: date) -> float:
    """The part of *month*'s working days that the closed interval covers: 0 to 1."""
    covered = workdays(max(start, month.first), min(end, month.last))
    return covered / workdays(month.first, month.last)
