"""The time of the item and of the meeting, and when it is worth a word."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from teamkit.meetings.live.events import Event
from teamkit.meetings.live.state import LONGEST_GAP, State, counted

_NO_TIME = timedelta()
#: A clock that is put right by less is not worth a word.
_SLACK = timedelta(seconds=2)
_ITEM_SOON = timedelta(minutes=2)
_MEETING_SOON = timedelta(minutes=5)


class Warned(NamedTuple):
    """What the clock has to say.

    Attributes:
        events: that it was said; to be kept in the log.
        said: sentences.
        next: when there is something to say again, if nothing happens before; None for never.
    """

    events: tuple[Event, ...]
    said: tuple[str, ...]
    next: datetime | None


class _Mark(NamedTuple):
    """A moment worth a word: so long until it comes, and what is said."""

    what: str
    left: timedelta
    said: str


def meeting_time(state: State, now: datetime) -> timedelta:
    """How long the meeting has taken."""
    return state.spent + counted(state.last, now)


def item_time(state: State, now: datetime) -> timedelta:
    """How long the current item has taken, all its stretches together."""
    return state.spent_on.get(state.item, _NO_TIME) + counted(state.last, now)


def jump(state: State, now: datetime) -> tuple[Event, str] | None:
    """The event and the sentence for a clock that jumped since the last event; else None."""
    gap = now - state.last
    if -_SLACK <= gap <= LONGEST_GAP:
        return None
    event = Event(now, "clock", {"seconds": max(-1_000_000, min(1_000_000, _seconds(gap)))})
    direction = "back" if gap < _NO_TIME else "forward"
    return event, f"The clock jumped {direction} by {spoken(abs(gap))}; time continues from here."


def warnings(state: State, now: datetime) -> Warned:
    """What is to be said at *now* about the time, each thing once, and when there is more."""
    if state.is_ended:
        return Warned((), (), None)
    marks = [mark for mark in _marks(state, now) if mark.what not in state.warned]
    due = [mark for mark in marks if mark.left <= _NO_TIME]
    whats = {mark.what for mark in due}
    over = {what.partition(" ")[0] for what in whats if what.endswith("over")}
    said = [m.said for m in due if m.what.endswith("over") or m.what.split()[0] not in over]
    waiting = [now + mark.left for mark in marks if mark.left > _NO_TIME]
    events = tuple(Event(now, "warned", {"what": mark.what}) for mark in due)
    return Warned(events, tuple(said), min(waiting, default=None))


def spoken(span: timedelta) -> str:
    """A span in words, rounded: `2 h`, `1 h 5 min`, `40 s`."""
    seconds = round(span.total_seconds())
    if seconds < 60:  # noqa: PLR2004  # a minute
        return f"{seconds} s"
    days, rest = divmod((seconds + 30) // 60, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = ((days, "d"), (hours, "h"), (minutes, "min"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def digits(span: timedelta) -> str:
    """A span as a clock shows it: `2:10`, `72:05`."""
    minutes, seconds = divmod(_seconds(span), 60)
    return f"{minutes}:{seconds:02d}"


def _marks(state: State, now: datetime) -> Iterator[_Mark]:
    place, title = state.item, state.now_on.title
    planned = timedelta(minutes=state.minutes_of(place))
    left = planned - item_time(state, now)
    if planned:
        soon = min(_ITEM_SOON, planned / 4)
        yield _Mark(f"{place} soon", left - soon, f"{spoken(left)} left for {title}.")
        more = "n continues, deep 10 gives it 10 more minutes"
        yield _Mark(f"{place} over", left, f"The time for {title} is over: {more}.")
    planned = timedelta(minutes=state.script.minutes)
    left = planned - meeting_time(state, now)
    if planned:
        soon = min(_MEETING_SOON, planned / 4)
        yield _Mark("meeting soon", left - soon, f"{spoken(left)} left of the meeting.")
        yield _Mark("meeting over", left, "The meeting's time is over: end closes it.")


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())
