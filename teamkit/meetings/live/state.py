"""Where a meeting stands: what its events come to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND, Script, ScriptItem, from_data

#: Between two events more than this is no meeting time: the clock jumped, or nobody was there.
LONGEST_GAP = timedelta(hours=3)
_NO_TIME = timedelta()


class CapturedLine(NamedTuple):
    """One captured line.

    Attributes:
        number: counts from 1.
        item: the place of its item in the plan.
        line: Markdown, as it goes into the notes.
        people: handles it names.
        who: whose turn it was; may be empty.
        is_wanted: nobody took it back.
        is_noted: it stands in the notes, as far as the log knows.
    """

    number: int
    item: int
    heading: str
    line: str
    label: str
    people: tuple[str, ...]
    who: str
    is_wanted: bool = True
    is_noted: bool = False


class State(NamedTuple):
    """Where the meeting stands.

    Attributes:
        started: when it began.
        last: when the last event was.
        item: the place of the current item in the plan.
        who: handle of whoever has the turn; empty for nobody.
        spent: meeting time up to `last`.
        spent_on: the same, by place in the plan.
        minutes: by place in the plan, where it is not the planned number.
        reached: places in the plan that were taken up.
        marks: (place, handle) to heard or passed.
        arrived: handle to first name of those who came in.
        departed: handles of those who went, or never came.
        interest: (place, handle or empty), one each.
        displaced: place to the reason why it does not happen.
        follow_ups: (place, kind, title).
        warned: what was warned of already.
    """

    script: Script
    started: datetime
    last: datetime
    item: int = 0
    who: str = ""
    spent: timedelta = _NO_TIME
    spent_on: Mapping[int, timedelta] = {}
    minutes: Mapping[int, int] = {}
    reached: frozenset[int] = frozenset({0})
    marks: Mapping[tuple[int, str], str] = {}
    arrived: Mapping[str, str] = {}
    departed: frozenset[str] = frozenset()
    lines: tuple[CapturedLine, ...] = ()
    interest: tuple[tuple[int, str], ...] = ()
    displaced: Mapping[int, str] = {}
    follow_ups: tuple[tuple[int, str, str], ...] = ()
    warned: frozenset[str] = frozenset()
    is_ended: bool = False

    @property
    def now_on(self) -> ScriptItem:
        """The current item."""
        return self.script.items[self.item]

    @property
    def here(self) -> frozenset[str]:
        """Handles of who is in the meeting."""
        expected = set(self.script.names) - set(self.script.away)
        return frozenset((expected | set(self.arrived)) - self.departed)

    @property
    def standing(self) -> tuple[CapturedLine, ...]:
        """The captured lines nobody took back."""
        return tuple(line for line in self.lines if line.is_wanted)

    def name(self, handle: str) -> str:
        """What colleagues call them."""
        return self.arrived.get(handle) or self.script.names.get(handle, handle)

    def minutes_of(self, place: int) -> int:
        """The minutes that an item has by now."""
        return self.minutes.get(place, self.script.items[place].minutes)

    def order(self, place: int) -> tuple[str, ...]:
        """Who speaks in a round, in order, whoever went included; empty for other items."""
        item = self.script.items[place]
        if item.kind != ROUND:
            return ()
        return (*item.order, *(one for one in self.arrived if one not in item.order))

    def after(self, who: str) -> tuple[str, ...]:
        """Those of the current round who are here and come after *who*; all for nobody."""
        order = self.order(self.item)
        rest = order[order.index(who) + 1 :] if who in order else () if who else order
        return tuple(one for one in rest if one not in self.departed)


def fold(events: Iterable[Event]) -> State | None:
    """What *events* come to; None when the meeting never started."""
    state = None
    for event in events:
        if state is not None:
            state = apply(state, event)
        elif event.kind == "started":
            state = _started(event)
    return state


def apply(state: State, event: Event) -> State:
    """*state* after one more event; one that does not fit it passes time and nothing else."""
    passed = counted(state.last, event.at)
    spent_on = {**state.spent_on, state.item: state.spent_on.get(state.item, _NO_TIME) + passed}
    state = state._replace(last=event.at, spent=state.spent + passed, spent_on=spent_on)
    change = _CHANGES.get(event.kind)
    place = event.data.get("item", 0)
    if change is None or not isinstance(place, int) or not 0 <= place < len(state.script.items):
        return state
    return change(state, event)


def counted(earlier: datetime, later: datetime) -> timedelta:
    """The meeting time between two moments; none where the clock jumped."""
    gap = later - earlier
    return gap if _NO_TIME <= gap <= LONGEST_GAP else _NO_TIME


def _started(event: Event) -> State:
    script = event.data["script"]
    assert isinstance(script, Mapping)  # noqa: S101  # checked when read, made right when written
    state = State(from_data(script), event.at, event.at)
    return state._replace(who=next(iter(state.after("")), ""))


def _moved(state: State, event: Event) -> State:
    place, mark = event.number("item"), event.text("mark")
    marks = dict(state.marks)
    if mark == "again":
        marks.pop((place, event.text("of")), None)
    elif mark:
        marks[state.item, event.text("of")] = mark
    return state._replace(
        item=place,
        who=event.text("who"),
        marks=marks,
        reached=state.reached | {place},
        displaced={at: why for at, why in state.displaced.items() if at != place},
    )


def _captured(state: State, event: Event) -> State:
    line = CapturedLine(
        number=event.number("id"),
        item=event.number("item"),
        heading=event.text("heading"),
        line=event.text("line"),
        label=event.text("label"),
        people=event.texts("people"),
        who=event.text("who"),
    )
    return state._replace(lines=(*state.lines, line))


def _with_line(**flags: bool) -> Callable[[State, Event], State]:
    def change(state: State, event: Event) -> State:
        number = event.number("id")
        changed = (
            line._replace(**flags) if line.number == number else line  # type: ignore[arg-type]  # flags alone
            for line in state.lines
        )
        return state._replace(lines=tuple(changed))

    return change


def _interest(state: State, event: Event) -> State:
    return state._replace(interest=(*state.interest, (event.number("item"), event.text("who"))))


def _deep(state: State, event: Event) -> State:
    place = event.number("item")
    more = {at: event.text("because") for at in event.numbers("displaced") if _later(state, at)}
    state = _longer(state, place, state.minutes_of(place) + event.number("minutes"))
    return state._replace(displaced={**state.displaced, **more})


def _later(state: State, place: int) -> bool:
    return state.item < place < len(state.script.items)


def _minutes(state: State, event: Event) -> State:
    return _longer(state, event.number("item"), event.number("minutes"))


def _longer(state: State, place: int, minutes: int) -> State:
    """The item has other minutes: it is warned of anew."""
    warned = state.warned - {f"{place} soon", f"{place} over"}
    return state._replace(minutes={**state.minutes, place: minutes}, warned=warned)


def _follow(state: State, event: Event) -> State:
    one = event.number("item"), event.text("kind"), event.text("title")
    return state._replace(follow_ups=(*state.follow_ups, one))


def _arrived(state: State, event: Event) -> State:
    who = event.text("who")
    arrived = {**state.arrived, who: event.text("name")}
    state = state._replace(arrived=arrived, departed=state.departed - {who})
    waits = not state.who and state.now_on.kind == ROUND and (state.item, who) not in state.marks
    return state._replace(who=who) if waits else state


def _departed(state: State, event: Event) -> State:
    who = event.text("who")
    state = state._replace(departed=state.departed | {who})
    return state._replace(who=next(iter(state.after(who)), "")) if state.who == who else state


def _warned(state: State, event: Event) -> State:
    return state._replace(warned=state.warned | {event.text("what")})


def _ended(state: State, _: Event) -> State:
    return state._replace(is_ended=True)


def _resumed(state: State, _: Event) -> State:
    return state._replace(is_ended=False)


def _taken(state: State, _: Event) -> State:
    """In another clone the notes may be others: each line is looked for there anew."""
    lines = (line._replace(is_noted=line.is_noted and not line.is_wanted) for line in state.lines)
    return state._replace(lines=tuple(lines))


#: What each kind of event changes; others only pass time.
_CHANGES: Mapping[str, Callable[[State, Event], State]] = {
    "moved": _moved,
    "captured": _captured,
    "noted": _with_line(is_noted=True),
    "undone": _with_line(is_wanted=False),
    "removed": _with_line(is_noted=False),
    "interest": _interest,
    "deep": _deep,
    "minutes": _minutes,
    "follow": _follow,
    "arrived": _arrived,
    "departed": _departed,
    "warned": _warned,
    "ended": _ended,
    "resumed": _resumed,
    "taken": _taken,
}
