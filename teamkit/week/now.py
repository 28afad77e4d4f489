"""What now: the next meetings, my open actions, what is not saved or not shared."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.errors import GitError, NotFoundError, UsageError
from teamkit.facts import Due
from teamkit.meetings.archive import Meetings
from teamkit.output.shapes import Card, Column, Lines, Stack, Table
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import logs
from teamkit.team import Team

#: How long a meeting is worth a reminder to wrap it up.
_RECENT = timedelta(days=7)
#: How many unsaved files are named.
_SHOWN = 3


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


def page(found: Now, today: date) -> Stack:
    """The page people see; its facts for programs."""
    return Stack(
        kind="now",
        shapes=(_coming(found, today), _waiting(found, today), _state(found)),
        items=tuple(
            {"date": m.day, "series": m.series, "title": m.title, "start": m.start,
             "agenda": m.agenda or None, "facilitator": m.facilitator or None,
             "note_takers": m.note_takers}
            for m in found.meetings
        ),
        facts={
            "me": found.me.handle if found.me else None,
            "actions": [
                {"what": d.what, "due": d.on, "since": d.since, "path": d.path, "line": d.line}
                for d in found.mine
            ],
            "running": _meeting(found.running),
            "unwrapped": [_meeting(one) for one in found.unwrapped],
            "unsaved": found.unsaved,
            "unshared": found.unshared,
        },
    )  # fmt: skip


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


def _meeting(one: tuple[str, date] | None) -> dict[str, object] | None:
    return {"series": one[0], "date": one[1]} if one else None


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


def _coming(found: Now, today: date) -> Table:
    return Table(
        kind="now.meetings",
        title="Next meetings",
        columns=(Column("When", style="bold"), Column("Meeting"), Column("Notes by"),
                 Column("Agenda")),
        rows=tuple(
            (_when(m.day, today, m.start), m.series, ", ".join(m.note_takers) or "nobody yet",
             m.agenda or f"teamkit agenda new {m.series}")
            for m in found.meetings
        ),
        items=(),
        empty="No meeting is set up; see series: in teamkit.yml.",
    )  # fmt: skip


def _waiting(found: Now, today: date) -> Table | Lines:
    if found.me is None:
        line = (
            "Nobody on the team matches your git identity; add yourself: teamkit people add HANDLE"
        )
        return Lines("now.actions", (line,), ())
    return Table(
        kind="now.actions",
        title=f"Waiting for you, {found.me.first_name}",
        columns=(Column("What"), Column("Due"), Column("Where", style="dim")),
        rows=(
            *_roles(found, found.me.handle),
            *((d.what, _due(d, today), f"{d.path}:{d.line}") for d in found.mine),
        ),
        items=(),
        empty="Nothing waits for you.",
    )


def _roles(found: Now, me: str) -> list[tuple[str, str, str]]:
    """What I was asked to do at the next meetings."""
    asked = [(m, "Take notes") for m in found.meetings if me in m.note_takers]
    asked += [(m, "Facilitate") for m in found.meetings if me == m.facilitator]
    return [(f"{what} at {m.title}", m.day.isoformat(), m.agenda) for m, what in asked]


def _state(found: Now) -> Card:
    """What is only here: not saved, or not shared; nothing is said when nothing is."""
    shown = ", ".join(found.unsaved[:_SHOWN])
    more = len(found.unsaved) - _SHOWN
    unsaved = f"{shown} and {more} more" if more > 0 else shown
    commits = "1 commit" if found.unshared == 1 else f"{found.unshared} commits"
    running = found.running
    wrap = "; ".join(f"teamkit notes wrap {s} --date {day}" for s, day in found.unwrapped)
    misread = ", ".join(found.misread)
    fields = (
        ("Date unknown", f"{misread}: a rule cannot be read: teamkit check" if misread else ""),
        (
            "Open meeting",
            f"teamkit meeting run {running[0]} --date {running[1]}" if running else "",
        ),
        ("Not wrapped up", wrap if not running else ""),
        ("Not saved", f"{unsaved}: teamkit save" if unsaved else ""),
        ("Not shared", f"{commits}: teamkit sync" if found.unshared else ""),
    )
    return Card("now.state", "", tuple(field for field in fields if field[1]), ())


def _when(day: date, today: date, start: str) -> str:
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    return f"{near or f'{day:%a} {day}'} {start}"


def _due(due: Due, today: date) -> str:
    if due.on is None:
        return f"open since {due.since}"
    late = (today - due.on).days
    if late <= 0:
        return due.on.isoformat()
    return f"{due.on}, {late} {'day' if late == 1 else 'days'} late"
