"""Carry-over: why something comes back to an agenda, and how often it did; never silent.

Nothing is counted in a file: how often follows from the meetings that were held meanwhile.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.meetings.bullets import folded
from teamkit.meetings.discussed import Met
from teamkit.meetings.model import Topic

#: After so many times an agenda asks: keep it, drop it, or take it outside the meeting?
PATIENCE = 3


class Return(NamedTuple):
    """A topic that was there for earlier meetings already.

    Attributes:
        times: how many meetings were held without it.
        because: what happened at the last of them.
    """

    topic: Topic
    times: int
    because: str

    @property
    def asks(self) -> bool:
        """Whether it is time to ask: keep, drop, or outside the meeting?"""
        return self.times >= PATIENCE


def returns(topics: Iterable[Topic], history: Sequence[Met], meeting: str) -> list[Return]:
    """The topics that come back, the oldest meeting they waited through first.

    Args:
        topics: those that wait for the meeting.
        history: the meetings held before it, oldest first.
        meeting: `2026-12-04-friday`; whoever keeps a topic promises it, and then it starts anew.
    """
    found = []
    for topic in topics:
        missed = [one for one in history if _was_waiting(topic, one.day, meeting)]
        if missed:
            found.append((missed[0].day, Return(topic, len(missed), _because(topic, missed[-1]))))
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].topic.stem))]


def times_since(history: Iterable[Met], since: date) -> int:
    """How many meetings were held after *since*, each of which left it open."""
    return sum(one.day > since for one in history)


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`, ..."""
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _was_waiting(topic: Topic, day: date, meeting: str) -> bool:
    """Whether *topic* was there for the meeting of *day*: brought before, promised to no later."""
    if topic.day is None or not topic.day < day:
        return False
    return topic.meeting != meeting and topic.meeting[:10] <= day.isoformat()


def _because(topic: Topic, last: Met) -> str:
    was_planned = folded(topic.title) in last.headings
    return f"{'not reached' if was_planned else 'had no place'} on {last.day.isoformat()}"
