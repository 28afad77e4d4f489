"""When a series meets: its rule, what replaces it, what was moved or cancelled."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from teamkit.config import FILE, Config, Series
from teamkit.errors import NotFoundError, UnknownError, UsageError
from teamkit.meetings.model import Agenda

#: How far ahead a next meeting is looked for.
HORIZON = timedelta(days=400)
#: What a rule without a first day of its own counts from; a Monday.
_EPOCH = date(2024, 1, 1)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
#: An interval that dateutil would count with for ever: 0, or none at all.
_NO_INTERVAL = re.compile(r"INTERVAL=(?!0*[1-9]\d{0,3}(;|$))", re.IGNORECASE)


def series_named(config: Config, name: str) -> Series:
    """The series called *name*: its slug, or a unique start of it.

    Raises:
        UnknownError: none is called so.
    """
    if name in config.series:
        return config.series[name]
    fitting = [slug for slug in config.series if slug.startswith(name)] if name else []
    if len(fitting) == 1:
        return config.series[fitting[0]]
    hint = "Add one under series: in teamkit.yml"
    raise UnknownError("series", name, fitting or config.series, hint=hint)


def slug_of(config: Config, name: str | None) -> str:
    """The slug of the series called *name*; empty without a name.

    Raises:
        UnknownError: none is called so.
    """
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
    if not any(f"FREQ={word}" in text.upper() for word in _FREQUENCIES) or "\n" in text:
        raise _unreadable(series)
    if _NO_INTERVAL.search(text):
        raise _unreadable(series)
    start = series.first or (min(_EPOCH, first) if _counts(text) else first)
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
