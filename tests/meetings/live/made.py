"""A meeting for tests: two rounds of three people, three topics, and a clock that is told."""

from datetime import UTC, date, datetime, timedelta

from teamkit.meetings.live import engine
from teamkit.meetings.live.engine import Interpreted
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND, TOPIC, Script, ScriptItem, to_data
from teamkit.meetings.live.state import State, apply, fold
from teamkit.people.directory import Directory
from teamkit.people.person import Person

NOON = datetime(2026, 12, 4, 12, tzinfo=UTC)
HANDLES = ("ana", "ben", "carla", "fay")
PEOPLE = Directory({handle: Person(handle, handle.capitalize()) for handle in HANDLES})
SCRIPT = Script(
    stem="2026-12-04-friday",
    series="friday",
    title="Weekly meeting",
    day=date(2026, 12, 4),
    minutes=60,
    items=(
        ScriptItem(ROUND, "Wins", 8, "Win", "What went well?", order=("ben", "ana", "carla")),
        ScriptItem(ROUND, "Learnings", 4, "TIL", order=("carla", "ana", "ben")),
        ScriptItem(TOPIC, "Uploads", 15, by="ana", path="topics/uploads.md"),
        ScriptItem(TOPIC, "Maps", 15, by="ben", path="topics/maps.md"),
        ScriptItem(TOPIC, "Offline", 15, path="topics/offline.md"),
    ),
    names={handle: handle.capitalize() for handle in HANDLES},
    away=("fay",),
)


def at(minutes: float) -> datetime:
    """So many minutes into the meeting."""
    return NOON + timedelta(minutes=minutes)


def started(script: Script = SCRIPT) -> Event:
    """How it begins."""
    return Event(NOON, "started", {"script": to_data(script)})


def begun(*typed: str, script: Script = SCRIPT) -> State:
    """The meeting after these lines, all typed at its very beginning."""
    return after(*typed, script=script)[0]


def after(*typed: str, script: Script = SCRIPT) -> tuple[State, list[Event]]:
    """The same, and every event."""
    events = [started(script)]
    state = fold(events)
    assert state is not None
    for line in typed:
        for event in say(state, line).events:
            events.append(event)
            state = apply(state, event)
    return state, events


def say(state: State, line: str, minutes: float = 0) -> Interpreted:
    """What one typed line comes to, so many minutes into the meeting."""
    return engine.decide(state, line, at(minutes), PEOPLE)
