"""What now: the next meetings, my open actions, what is not saved or not shared."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.errors import GitError, NotFoundError, UsageError
from teamkit.facts import Due
from teamkit.meetings.archive import Meetings
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import logs
from teamkit.team import Team

#: How long a meeting is worth a reminder to wrap it up.
_RECENT = timedelta(days=7)


class Meeting(NamedTuple):
    """The next meeting of a series.

    Attributes:
        agenda: the agenda's path; empty when there is none yet.
    """

    day: date
    series: str
    title: str
    start: str
    agenda: str
    facilitator: str
    note_takers: tuple[str, ...]


class Now(NamedTuple):
    """Everything bare `teamkit` says.

    Attributes:
        me: who asks; None when git does not tell.
        mine: what waits for me, the most urgent first.
        running: the meeting that was begun in this clone and not ended: series and day; or None.
        unwrapped: the meetings of the last week whose notes nobody closed: series and day.
        unsaved: files changed and not committed.
        unshared: commits not pushed; None when there is nowhere to push.
        misread: series whose next meeting a rule that cannot be read hides.
    """

    me: Person | None
    meetings: tuple[Meeting, ...]
    mine: tuple[Due, ...]
    running: tuple[str, date] | None
    unwrapped: tuple[tuple[str, date], ...]
    unsaved: tuple[str, ...]
    unshared: int | None
    misread: tuple[str, ...] = ()


def now(team: Team, people: Directory, me: Person | None, dues: Sequence[Due], today: date) -> Now:
    """What the person who asks could do next."""
    meetings = Meetings(team, people)
    coming, misread = _next(meetings, today)
    mine = [due for due in dues if me and me.handle in due.who]
    return Now(
        me=me,
        meetings=tuple(coming),
        mine=tuple(sorted(mine, key=lambda due: (due.on or date.max, due.since, due.line))),
        running=_running(team, today),
        unwrapped=tuple(
            (one.series, one.day)
            for one in meetings.held
            if one.present is None and today - _RECENT <= one.day <= today
        ),
        unsaved=tuple(_unsaved(team)),
        unshared=_unshared(team),
        misread=tuple(misread),
    )


def _next(meetings: Meetings, today: date) -> tuple[list[Meeting], list[str]]:
    """The next meeting of each series, and the series for which a rule hides it."""
    found, misread = [], []
    for series in meetings.team.config.series.values():
        try:
            day = meetings.next(series, today)
        except NotFoundError:
            continue
        except UsageError:
            misread.append(series.slug)
            continue
        agenda = meetings.agenda(series, day)
        found.append(
            Meeting(
                day=day,
                series=series.slug,
                title=series.title,
                start=series.start,
                agenda=agenda.path if agenda else "",
                facilitator=agenda.facilitator if agenda else "",
                note_takers=agenda.note_takers if agenda else (),
            )
        )
    return sorted(found, key=lambda m: (m.day, m.start, m.series)), misread


def _running(team: Team, today: date) -> tuple[str, date] | None:
    """The meeting near *today* that was begun here and not ended."""
    try:
        common_dir = team.repo.common_dir()
    except GitError:
        return None
    if not logs.stems(common_dir):
        return None
    from teamkit.meetings.live import logbook

    state = logbook.unfinished(common_dir, today)
    return (state.script.series, state.script.day) if state else None


def _unsaved(team: Team) -> list[str]:
    try:
        return [status.path for status in team.repo.status()]
    except GitError:
        return []


def _unshared(team: Team) -> int | None:
    """Commits that the upstream, as last fetched, does not have."""
    try:
        upstream = team.repo.upstream()
        return team.repo.ahead_behind(upstream.ref)[0] if upstream else None
    except GitError:
        return None
