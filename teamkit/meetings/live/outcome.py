"""What a meeting came to, for those who write it up; and who was heard, for the host alone."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from teamkit.meetings.live import replan
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.script import ROUND
from teamkit.meetings.live.state import State, fold


class FollowUp(NamedTuple):
    """Something to be started after the meeting.

    Attributes:
        kind: topic, talk, guideline, solution, pairing or post.
        heading: the item it came from.
    """

    kind: str
    title: str
    heading: str


class Interest(NamedTuple):
    """Who wanted more of an item.

    Attributes:
        who: handles of those who were named, in order.
        people: all of them, the unnamed too.
    """

    who: tuple[str, ...]
    people: int


class Heard(NamedTuple):
    """Who spoke in the rounds, and who passed; handles."""

    spoke: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()


class Outcome(NamedTuple):
    """What a meeting came to.

    Attributes:
        present: handles of who was there, in order.
        absent: handles of who was expected and was not.
        displaced: (title, reason) of the items that had to make room.
        interest: title to who wanted more.
        not_reached: titles of the items nobody came to.
        paths: title to the topic's file, for the items that are topics.
        heard: who spoke; for the host alone.
        is_ended: somebody closed it.
        noted: (heading, line) of every line that was noted and not taken back, in order.
    """

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    displaced: tuple[tuple[str, str], ...] = ()
    interest: Mapping[str, Interest] = {}
    follow_ups: tuple[FollowUp, ...] = ()
    not_reached: tuple[str, ...] = ()
    paths: Mapping[str, str] = {}
    heard: Heard = Heard()
    is_ended: bool = False
    noted: tuple[tuple[str, str], ...] = ()


def outcome(events: Iterable[Event]) -> Outcome | None:
    """What a meeting came to; None when it never started."""
    events = tuple(events)
    state = fold(events)
    if state is None:
        return None
    who = heard(events)
    items = state.script.items
    there = state.here | who.spoke & {*state.script.names, *state.arrived}
    return Outcome(
        present=tuple(sorted(there)),
        absent=tuple(sorted(set(state.script.names) - there)),
        displaced=tuple((items[at].title, why) for at, why in sorted(state.displaced.items())),
        interest=_interest(state),
        follow_ups=tuple(
            FollowUp(kind, title, items[at].title) for at, kind, title in state.follow_ups
        ),
        not_reached=tuple(items[at].title for at in replan.not_reached(state)),
        paths={item.title: item.path for item in items if item.path},
        heard=who,
        is_ended=state.is_ended,
        noted=tuple((line.heading, line.line) for line in state.standing),
    )


def heard(events: Iterable[Event]) -> Heard:
    """Who spoke in a round: had a turn and did not pass, or a line in it is theirs or names them.

    A log may also hold nothing but who was heard, taken over from another clone.
    """
    events = tuple(events)
    told = [event for event in events if event.kind == "heard"]
    spoke = {who for event in told for who in event.texts("spoke")}
    passed = {who for event in told for who in event.texts("passed")}
    state = fold(events)
    if state is not None:
        spoke |= {who for (_, who), mark in state.marks.items() if mark == "heard"}
        passed |= {who for (_, who), mark in state.marks.items() if mark == "passed"}
        for line in state.standing:
            if state.script.items[line.item].kind == ROUND:
                spoke |= {line.who, *line.people}
    return Heard(frozenset(spoke - {""}), frozenset(passed - spoke - {""}))


def _interest(state: State) -> dict[str, Interest]:
    found: dict[str, Interest] = {}
    for place, who in state.interest:
        title = state.script.items[place].title
        before = found.get(title, Interest((), 0))
        named = (*before.who, who) if who else before.who
        found[title] = Interest(named, before.people + 1)
    return found
