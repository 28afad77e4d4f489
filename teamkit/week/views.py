"""The page of bare `teamkit` in a team."""

from datetime import date
from typing import NamedTuple

from teamkit.facts import Due
from teamkit.output import fields
from teamkit.output.common import DUE, MEETING, MeetingRef
from teamkit.output.fields import (
    CLOCK,
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    Field,
    Page,
    Record,
    many,
    optional,
    words_only,
)
from teamkit.output.shapes import Card, Column, Lines, Stack, Table
from teamkit.week.now import Meeting, Now

#: How many unsaved files are named.
_SHOWN = 3


class Coming(NamedTuple):
    """A meeting as of some day."""

    meeting: Meeting
    today: date


_COMING = Record[Coming](
    "coming_meeting",
    "The next meeting of a series.",
    (
        words_only(
            lambda c: _when(c.meeting.day, c.today, c.meeting.start), Column("When", style="bold")
        ),
        Field("meeting", lambda c: f"{c.meeting.day}-{c.meeting.series}", SLUG, "Which meeting."),
        Field("date", lambda c: c.meeting.day, DAY, "Its day."),
        Field("series", lambda c: c.meeting.series, SLUG, "Its series.", Column("Meeting")),
        Field("title", lambda c: c.meeting.title, TEXT, "The title of the series."),
        Field("start", lambda c: c.meeting.start, CLOCK, "When it starts."),
        Field("facilitator", lambda c: c.meeting.facilitator, optional(HANDLE), "Who leads it."),
        Field(
            "note_takers",
            lambda c: c.meeting.note_takers,
            many(HANDLE),
            "Who takes notes.",
            Column("Notes by"),
            words=lambda c: ", ".join(c.meeting.note_takers) or "nobody yet",
        ),
        Field(
            "agenda",
            lambda c: c.meeting.agenda,
            optional(PATH),
            "The file of its agenda.",
            Column("Agenda"),
            words=lambda c: c.meeting.agenda or f"teamkit agenda new {c.meeting.series}",
        ),
    ),
)
_STATE = Record[Now](
    "state",
    "",
    (
        Field("me", lambda n: n.me.handle if n.me else None, optional(HANDLE), "Who asks."),
        Field("waiting", lambda n: n.mine, many(DUE), "What waits for them, most urgent first."),
        Field(
            "running",
            lambda n: MeetingRef(*n.running) if n.running else None,
            optional(MEETING),
            "The meeting that was started in this clone and has not ended.",
        ),
        Field(
            "unwrapped",
            lambda n: [MeetingRef(*one) for one in n.unwrapped],
            many(MEETING),
            "Meetings of the last week that are not wrapped up.",
        ),
        Field("unsaved", lambda n: n.unsaved, many(PATH), "Changed files that are not committed."),
        Field(
            "unshared",
            lambda n: n.unshared,
            optional(COUNT),
            "How many commits are not pushed; null when there is nowhere to push.",
        ),
    ),
)
_NOW = Page("now", "The next meetings, and what waits for you.", _COMING, _STATE)


def page(found: Now, today: date) -> Stack:
    """The page people see; its facts for programs."""
    empty = "No meeting is set up; see series: in teamkit.yml."
    shown = [Coming(one, today) for one in found.meetings]
    coming = fields.table(_NOW, shown, title="Next meetings", empty=empty, whole=found)
    shapes = (coming, _waiting(found, today), _state(found))
    return Stack(_NOW.kind, shapes, coming.items, coming.facts)


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
