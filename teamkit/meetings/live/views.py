"""How a meeting that runs, or will, looks on the page."""

from datetime import datetime, timedelta
from typing import NamedTuple

from teamkit.meetings.live import clock, rounds
from teamkit.meetings.live.state import State
from teamkit.output import fields
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    MOMENT,
    SLUG,
    TEXT,
    Field,
    Page,
    Record,
    one_of,
    optional,
    words_only,
)
from teamkit.output.shapes import Card, Column, Lines, Table


class Speaker(NamedTuple):
    """Somebody's place in a round; the reason is empty where it is for the host alone."""

    round: str
    place: int
    person: str
    name: str
    because: str


class RunNow(NamedTuple):
    """A meeting at some moment."""

    state: State
    now: datetime
    mode: str


_MODES = one_of("open", "running", "ended")
_SPEAKER = Record[Speaker](
    "speaker",
    "Somebody's place in a round.",
    (
        Field("round", lambda s: s.round, TEXT, "The round.", Column("Round", style="bold")),
        Field("place", lambda s: s.place, COUNT, "1 speaks first.", Column("Turn", right=True)),
        Field("person", lambda s: s.person, HANDLE, "Who speaks."),
        words_only(lambda s: s.name, Column("Who")),
        Field(
            "because",
            lambda s: s.because,
            optional(TEXT),
            "Why they have this place; null without --host.",
            Column("Because"),
        ),
    ),
)
_RUN = Record[RunNow](
    "run",
    "A meeting that was started in this clone.",
    (
        Field("meeting", lambda s: s.state.script.stem, SLUG, "Which meeting."),
        Field(
            "state",
            lambda s: s.mode,
            one_of("open", "running", "ended"),
            "Its state.",
            label="State",
        ),
        Field(
            "started",
            lambda s: _started(s).isoformat(timespec="seconds"),
            MOMENT,
            "When it was started.",
            label="Begun",
            words=lambda s: f"{_started(s):%Y-%m-%d %H:%M}",
        ),
        Field("item", lambda s: s.state.now_on.title, TEXT, "The current item.", label="Item"),
        Field(
            "person",
            lambda s: s.state.who,
            optional(HANDLE),
            "Whose turn it is.",
            label="Turn",
            words=lambda s: s.state.name(s.state.who) if s.state.who else "",
        ),
        Field(
            "item_seconds",
            lambda s: int(clock.item_time(s.state, s.now).total_seconds()),
            COUNT,
            "Time spent on the item.",
            label="Item time",
            words=lambda s: _of(clock.item_time(s.state, s.now), s.state.minutes_of(s.state.item)),
        ),
        Field(
            "meeting_seconds",
            lambda s: int(clock.meeting_time(s.state, s.now).total_seconds()),
            COUNT,
            "Time spent on the meeting.",
            label="Meeting time",
            words=lambda s: _of(clock.meeting_time(s.state, s.now), s.state.script.minutes),
        ),
        Field("lines", lambda s: len(s.state.standing), COUNT, "Lines noted.", label="Lines"),
    ),
)
_ORDER = Page("meeting.order", "Who speaks when.", _SPEAKER)
_STATE = Page("meeting.state", "The meeting last started here; none, or one.", _RUN)


def order(state: State, name: str | None, *, for_host: bool) -> Table:
    """Who speaks when in each round; the reasons for the host alone.

    Args:
        state: of the meeting, begun or not.
        name: the round, its name or a part of it; None for all.
        for_host: whether the reasons are shown.
    """
    found = []
    for at, item in enumerate(state.script.items):
        if name is not None and name.casefold() not in item.title.casefold():
            continue
        there = (one for one in state.order(at) if one not in state.departed)
        for place, handle in enumerate(there, 1):
            why = rounds.reason(handle, state.script.heard, state.script.of) if for_host else ""
            found.append(Speaker(item.title, place, handle, state.name(handle), why))
    return fields.table(
        _ORDER,
        found,
        title=f"Order of speakers, {state.script.stem}",
        empty=f"No round is called '{name}'." if name else "This meeting has no rounds.",
        without=() if for_host else ("because",),
    )


def standing(state: State | None, now: datetime, held_by: str) -> Card | Lines:
    """Where the last meeting begun here stands; a sentence when there is none.

    Args:
        state: of that meeting.
        now: this moment, in the zone to show.
        held_by: the meeting that runs in some terminal right now; may be empty.
    """
    if state is None:
        return fields.lines(_STATE, (), (), empty="No meeting was started here.")
    now = state.last.astimezone(now.tzinfo) if state.is_ended else now
    mode = "ended" if state.is_ended else "running" if held_by == state.script.stem else "open"
    return fields.card(_STATE, RunNow(state, now, mode), state.script.stem)


def _started(shown: RunNow) -> datetime:
    return shown.state.started.astimezone(shown.now.tzinfo)


def _of(spent: timedelta, minutes: int) -> str:
    return f"{clock.digits(spent)} of {minutes}"
