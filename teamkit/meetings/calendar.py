"""When a series meets: its rule, what replaces it, what was moved or cancelled."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from teamkit.config import FILE, Config, Series
from teamkit.errors import NotFoundError, UsageError
from teamkit.finder import Named, find
from teamkit.meetings.model import Agenda

#: How far ahead a next meeting is looked for.
HORIZON = timedelta(days=400)
#: What a rule without a first day of its own counts from; a Monday.
_EPOCH = date(2024, 1, 1)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
#: The days after which a rule begins anew, where it is always as many.
_DAYS = {"DAILY": 1, "WEEKLY": 7}
#: Days that every month has.
_SHORTEST = 28
_INTERVAL = re.compile(r"INTERVAL=0*(\d{1,4})", re.IGNORECASE)
#: An interval that dateutil would count with for ever: 0, or none at all.
_NO_INTERVAL = re.compile(r"INTERVAL=(?!0*[1-9]\d{0,3}(;|$))", re.IGNORECASE)


def series_named(config: Config, name: str) -> Series:
    """The series that *name* means: its slug, its title, or a unique part of one.

    Raises:
        UnknownError: none fits; offers the nearest, or says which there are.
        AmbiguousError: several fit.
    """
    known = (Named(slug, one, titles=(one.title,)) for slug, one in config.series.items())
    hint = f"The series are: {', '.join(config.series)}" if config.series else None
    return find(name, known, "series", hint=hint or f"Add one under series: in {FILE}")


def slug_of(config: Config, name: str | None) -> str:
    """The slug of the series called *name*; empty without a name."""
    return series_named(config, name).slug if name else ""


def related(config: Config, series: Series) -> frozenset[str]:
    """The series that look at the same follow-ups: itself, and those it or which replace it."""
    replacing = {s.slug for s in config.series.values() if series.slug in s.replaces}
    return frozenset({series.slug, *series.replaces, *replacing})


def occurrences(series: Series, first: date, last: date) -> list[date]:
    """The days the rule gives from *first* to *last*, both included, in order.

    Raises:
        UsageError: the rule cannot be read; names the setting.
    """
    from dateutil.rrule import rrulestr

    text = series.rule.strip().removeprefix("RRULE:")
    if _frequency(text) not in _FREQUENCIES or "\n" in text:
        raise _unreadable(series)
    if _NO_INTERVAL.search(text):
        raise _unreadable(series)
    start = series.first or (min(_EPOCH, first) if _counts(text) else first)
    start = _near(first, start, text)
    try:
        # Days are days: an UNTIL in UTC, as calendars export it, has no zone to be compared with.
        found = rrulestr(text, dtstart=datetime.combine(start, datetime.min.time()), ignoretz=True)
        days = found.between(
            datetime.combine(first, datetime.min.time()),
            datetime.combine(last, datetime.min.time()),
            inc=True,
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise _unreadable(series) from error
    return list(dict.fromkeys(day.date() for day in days))


def meetings(
    config: Config, series: Series, agendas: Sequence[Agenda], first: date, last: date
) -> list[date]:
    """The days *series* really meets: without what is replaced, cancelled or moved away."""
    own = [agenda for agenda in agendas if agenda.series == series.slug]
    gone = {agenda.moved_from for agenda in own} | {a.day for a in own if a.is_cancelled}
    moved = {a.day for a in own if a.moved_from and first <= a.day <= last and not a.is_cancelled}
    for other in config.series.values():
        if series.slug in other.replaces:
            gone.update(_taken(other, agendas, first, last))
    return sorted((set(occurrences(series, first, last)) - gone) | moved)


def days_known(
    config: Config, series: Series, agendas: Sequence[Agenda], first: date, last: date
) -> list[date]:
    """As `meetings`; none where a rule cannot be read, which `check` names."""
    try:
        return meetings(config, series, agendas, first, last)
    except UsageError:
        return []


def next_meeting(
    config: Config,
    series: Series,
    agendas: Sequence[Agenda],
    today: date,
    *,
    held: Collection[date],
) -> date:
    """The next meeting: today's until its notes have content of their own.

    Args:
        config: for the series that replace this one.
        series: whose meeting.
        agendas: all that stand; they cancel and move.
        today: the first day that counts.
        held: days whose notes were really taken.

    Raises:
        NotFoundError: the rule gives none within 400 days.
    """
    for day in meetings(config, series, agendas, today, today + HORIZON):
        if day not in held:
            return day
    raise NotFoundError(
        f"The series '{series.slug}' has no meeting within {HORIZON.days} days.",
        where=FILE,
        hint="Look at its rule, or name the day: --date 2026-12-04",
    )


def _taken(series: Series, agendas: Sequence[Agenda], first: date, last: date) -> set[date]:
    """The days that belong to *series* alone: by its rule, or where it was moved to."""
    moved = [a for a in agendas if a.series == series.slug and a.moved_from]
    days = set(occurrences(series, first, last)) - {a.moved_from for a in moved}
    return days | {a.day for a in moved}


def _near(first: date, start: date, rule: str) -> date:
    """A day to count from instead of *start*, not long before *first*: the rule gives the same.

    It lies whole intervals later, so that nothing counts through centuries day by day.
    """
    said = _INTERVAL.search(rule)
    every = int(said[1]) if said else 1
    frequency, months = _frequency(rule), _month(first) - _month(start)
    if "COUNT" in rule.upper() or start >= first:
        return start
    if frequency in _DAYS:
        size = _DAYS[frequency] * every
        return start + timedelta(days=max((first - start).days // size - 1, 0) * size)
    if frequency == "MONTHLY" and start.day <= _SHORTEST:
        year, month = divmod(_month(start) + max(months // every - 1, 0) * every, 12)
        return start.replace(year=year, month=month + 1)
    return start


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _frequency(rule: str) -> str:
    """How often it says; empty when it does not say so exactly once."""
    said = re.findall(r"FREQ=(\w*)", rule.upper())
    return said[0] if len(said) == 1 else ""


def _counts(rule: str) -> bool:
    """Whether the rule means other days when it is counted from another one."""
    said = rule.upper()
    names_days = any(part in said for part in ("BYDAY", "BYMONTHDAY", "BYYEARDAY"))
    return "INTERVAL" in said or "COUNT" in said or not names_days


def _unreadable(series: Series) -> UsageError:
    return UsageError(
        f"The rule of '{series.slug}' cannot be read: {series.rule}",
        where=FILE,
        hint="For instance FREQ=WEEKLY;BYDAY=FR or FREQ=MONTHLY;BYDAY=-1FR",
    )
