"""Whether a series meets on a day, and what stands in the way when it does not."""

from datetime import date

from teamkit.config import Series
from teamkit.errors import (
    AlreadyThereError,
    AmbiguousError,
    ConflictError,
    NotFoundError,
    UsageError,
)
from teamkit.meetings import calendar
from teamkit.meetings.archive import Meetings
from teamkit.meetings.model import Agenda, dated

#: How the page that a meeting moved away from begins to say why it is cancelled.
MOVED = "moved to "
#: How many coming meetings a refusal names.
_SHOWN = 3


def series_on(meetings: Meetings, name: str | None, day: date, today: date) -> Series:
    """The series called *name*; without a name, the one that meets on *day* or has a page for it.

    Raises:
        UnknownError: none is called so.
        NotFoundError: none meets on that day.
        AmbiguousError: several do.
    """
    every = meetings.team.config.series
    if name is not None or len(every) == 1:
        return meetings.choose(name, today)
    fitting = [one for one in every.values() if meets(meetings, one, day)]
    if not fitting:
        pages = ((one, meetings.agenda(one, day)) for one in every.values())
        fitting = [one for one, page in pages if page or moved_to(meetings, one, day)]
    if len(fitting) > 1:
        slugs = [one.slug for one in fitting]
        raise AmbiguousError("series", day.isoformat(), slugs)
    if not fitting:
        coming = (
            f"{one.slug} {', '.join(_coming(meetings, one, today)) or 'never'}"
            for one in every.values()
        )
        hint = f"The next ones: {'; '.join(coming)}" if every else None
        raise NotFoundError(f"There is no meeting on {day}.", hint=hint)
    return fitting[0]


def must_come(meetings: Meetings, series: Series, day: date, today: date) -> None:
    """Refuse a day on which *series* does not meet, or has met.

    Raises:
        NotFoundError: there is no such meeting; names the next ones.
        ConflictError: it is over.
    """
    must_meet(meetings, series, day, today)
    if day < today:
        raise ConflictError(f"The {series.slug} meeting of {day} is over.", hint="Name a later one")
    must_be_open(meetings, series, day)


def meets(meetings: Meetings, series: Series, day: date) -> bool:
    """Whether *series* meets on *day*: by its rule, moved there, or with a page of its own."""
    if day in calendar.meetings(meetings.team.config, series, meetings.agendas, day, day):
        return True
    page = meetings.agenda(series, day)
    return bool(page and not page.is_cancelled and not moved_to(meetings, series, day))


def moved_to(meetings: Meetings, series: Series, day: date) -> Agenda | None:
    """The page of the day that the meeting of *day* was moved to."""
    own = meetings.agendas_of(series.slug)
    return next((a for a in own if a.moved_from == day and a.day != day), None)


def moved_away(page: Agenda) -> bool:
    """Whether *page* is what a moved meeting left behind."""
    because = page.document.text_of("because") or ""
    to = because.removeprefix(MOVED)[: len("2026-12-04")]
    return page.is_cancelled and because.startswith(MOVED) and dated(to)[0] is not None


def must_meet(meetings: Meetings, series: Series, day: date, today: date) -> None:
    """Refuse a day on which *series* does not meet.

    Raises:
        NotFoundError: says where it was moved to, that it is cancelled, or the next ones.
    """
    if meets(meetings, series, day):
        return
    meeting = f"The {series.slug} meeting of {day}"
    page = meetings.agenda(series, day)
    if moved := moved_to(meetings, series, day):
        raise NotFoundError(f"{meeting} was moved to {moved.day}.", where=moved.path)
    if page and not moved_away(page):
        hint = f"Undo that: teamkit agenda cancel {day} {series.slug} --un"
        raise NotFoundError(f"{meeting} is cancelled.", where=page.path, hint=hint)
    raise NotFoundError(
        f"There is no {series.slug} meeting on {day}.",
        hint=f"The next ones: {', '.join(_coming(meetings, series, today)) or 'none'}",
    )


def must_have_page(meetings: Meetings, series: Series, day: date, today: date) -> None:
    """Refuse to begin a meeting on a day without one, unless notes or an agenda of it stand.

    Raises:
        NotFoundError: says the next ones, and how to meet all the same.
    """
    if any((one.day, one.series) == (day, series.slug) for one in meetings.notes):
        return
    try:
        must_meet(meetings, series, day, today)
    except NotFoundError as none:
        again = f"to meet anyway: teamkit agenda new {series.slug} --date {day}"
        if meetings.agenda(series, day) is None:
            none.hint = f"{none.hint}; {again}" if none.hint else again.capitalize()
        raise


def must_be_open(meetings: Meetings, series: Series, day: date) -> None:
    """Refuse a meeting that took place.

    Raises:
        ConflictError: its notes were really taken.
    """
    if path := meetings.taken(series, day):
        message = f"The {series.slug} meeting of {day} took place: notes were taken."
        raise ConflictError(message, where=path)


def free_page(meetings: Meetings, series: Series, day: date) -> Agenda | None:
    """The page that a meeting may move onto: one that another left; None when none stands.

    Raises:
        ConflictError: the series meets on that day already.
        AlreadyThereError: the page of a cancelled meeting stands there.
    """
    page = meetings.agenda(series, day)
    if meets(meetings, series, day):
        raise ConflictError(
            f"There is a {series.slug} meeting on {day} already.",
            where=page.path if page else None,
            hint="Name another day, or cancel one of the two: teamkit agenda cancel",
        )
    if page and not moved_away(page):
        hint = f"That meeting is cancelled; or: teamkit agenda cancel {day} {series.slug} --un"
        raise AlreadyThereError(page.path, hint=hint)
    return page


def _coming(meetings: Meetings, series: Series, today: date) -> list[str]:
    last = today + calendar.HORIZON
    days = calendar.meetings(meetings.team.config, series, meetings.agendas, today, last)
    return [day.isoformat() for day in days[:_SHOWN]]


def reason(because: str) -> str:
    """A reason, on one line.

    Raises:
        UsageError: it is empty.
    """
    said = " ".join(because.split())
    if not said:
        raise UsageError(
            "A reason is needed, so that people can see later why.",
            hint='Give it in a few words: --because "..."',
        )
    return said
