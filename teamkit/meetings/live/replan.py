"""Changing the plan while it runs: interest, more time and what it displaces, follow-ups.

Each gives the events and what is said, or None where the line means something else.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from teamkit.errors import UsageError
from teamkit.meetings.live import clock
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND, TOPIC
from teamkit.meetings.live.state import State, apply
from teamkit.output.gate import visible
from teamkit.people.person import listed

#: What a follow-up can be.
FOLLOW_UPS = ("topic", "talk", "guideline", "solution", "pairing", "post")
#: So many who want more are worth a word.
_MANY = 3
_MOST_MINUTES = 600
_TITLE = 200
#: Events to keep, and sentences.
Found = tuple[Sequence[Event], Sequence[str]]


def interest(state: State, handle: str, name: str, now: datetime) -> Found:
    """Somebody wants more of this item; each person counts once."""
    title = state.now_on.title
    if handle and (state.item, handle) in state.interest:
        return (), (f"{name} is counted already for {title}.",)
    event = Event(now, "interest", {"item": state.item, "who": handle})
    count = 1 + sum(place == state.item for place, _ in state.interest)
    want = "wants" if count == 1 else "want"
    more = "; deep 10 gives it 10 more minutes" if count >= _MANY else ""
    return (event,), (f"{count} {want} more of {title}{more}.",)


def deep(state: State, rest: str, now: datetime) -> Found:
    """More time for this item; topics at the end that no longer fit are postponed."""
    more = _minutes("deep", rest)
    item, place = state.now_on, state.item
    because = f"made room for {item.title}"
    displaced, over = _displaced(state, more, now)
    data = {"item": place, "minutes": more, "displaced": displaced, "because": because}
    said = [f"{item.title} has {more} more minutes: {state.minutes_of(place) + more} in all."]
    titles = [
        f"{state.script.items[at].title} ({state.minutes_of(at)} min)" for at in reversed(displaced)
    ]
    if titles:
        said.append(f"Postponed, {because}: {listed(titles)}.")
    if over > timedelta():
        said.append(f"What is left is {clock.spoken(over)} longer than the meeting.")
    said.append(f"Leave a follow-up, if you like: follow {'|'.join(FOLLOW_UPS)} [TITLE]")
    return (Event(now, "deep", data),), said


def time(state: State, rest: str, now: datetime) -> Found:
    """Other minutes for this item."""
    minutes = _minutes("time", rest)
    event = Event(now, "minutes", {"item": state.item, "minutes": minutes})
    said = [f"{state.now_on.title} has {minutes} min."]
    total, whole = _total(apply(state, event)), state.script.minutes
    if total > whole > 0:
        said.append(f"{total} of {whole} minutes planned.")
    return (event,), said


def follow(state: State, rest: str, now: datetime) -> Found | None:
    """A follow-up for the current item."""
    kind, _, title = rest.partition(" ")
    if kind.lower() not in FOLLOW_UPS:
        if state.now_on.kind == ROUND and " " in rest:
            return None
        kinds = ", ".join(FOLLOW_UPS)
        raise UsageError(f"A follow-up is one of: {kinds}.", hint="For instance: follow talk")
    title = visible(title.strip() or state.now_on.title)[:_TITLE]
    data = {"item": state.item, "kind": kind.lower(), "title": title}
    return (Event(now, "follow", data),), (f"Follow-up, a {kind.lower()}: {title}",)


def not_reached(state: State) -> list[int]:
    """Places of the standing items and topics nobody came to, and that were not displaced."""
    return [
        place
        for place, item in enumerate(state.script.items)
        if item.kind != ROUND and place not in state.reached and place not in state.displaced
    ]


def _total(state: State) -> int:
    """The minutes of all the plan, without what was displaced."""
    places = range(len(state.script.items))
    return sum(state.minutes_of(place) for place in places if place not in state.displaced)


def _displaced(state: State, more: int, now: datetime) -> tuple[list[int], timedelta]:
    """Places of the topics that no longer fit, the last one first, and what is still too long."""
    planned = timedelta(minutes=state.minutes_of(state.item) + more)
    here = max(timedelta(), planned - clock.item_time(state, now))
    coming = [
        place
        for place in range(state.item + 1, len(state.script.items))
        if place not in state.displaced
    ]
    needed = here + timedelta(minutes=sum(map(state.minutes_of, coming)))
    over = needed + clock.meeting_time(state, now) - timedelta(minutes=state.script.minutes)
    gone = []
    for place in reversed(coming):
        if over <= timedelta():
            break
        if state.script.items[place].kind == TOPIC:
            gone.append(place)
            over -= timedelta(minutes=state.minutes_of(place))
    return gone, over


def _minutes(word: str, rest: str) -> int:
    if rest.isascii() and rest.isdigit() and len(rest) < 4 and 0 < int(rest) <= _MOST_MINUTES:  # noqa: PLR2004  # digits of the most
        return int(rest)
    raise UsageError(
        f"'{word}' needs a number of minutes, 1 to {_MOST_MINUTES}.",
        hint=f"For instance: {word} 10",
    )
