"""Which topics fit the time of a meeting, in which order, starting when."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from teamkit.config import Series
from teamkit.meetings.model import Topic
from teamkit.meetings.topics.standing_items import DueItem

#: What a topic gets when nobody said how long it takes.
USUAL_MINUTES = 10


class PlanItem(NamedTuple):
    """One line of the plan.

    Attributes:
        start: local wall time, HH:MM.
        what: the round's name or the title.
        topic: the topic; None for a round and for a standing item.
        because: why it is there, a phrase.
        owner: handle of who brings it or looks after it; empty for nobody.
        kind: round, standing or topic.
    """

    start: str
    minutes: int
    what: str
    topic: Topic | None
    because: str
    owner: str = ""
    kind: str = "round"


class Plan(NamedTuple):
    """The meeting's time, spent.

    Attributes:
        items: rounds first, then standing items, then topics, in order.
        left_out: topics that do not fit, each with the reason.
        planned: minutes of all items.
        available: minutes of the meeting.
    """

    items: tuple[PlanItem, ...]
    left_out: tuple[tuple[Topic, str], ...]
    planned: int
    available: int

    @property
    def free(self) -> int:
        """Minutes nobody has planned; negative when the rounds alone are too long."""
        return self.available - self.planned


def in_order(topics: Sequence[Topic], meeting: str) -> list[Topic]:
    """Promised to *meeting* first, then most interest, then oldest, then by file name."""
    return sorted(
        topics,
        key=lambda t: (t.meeting != meeting, -len(set(t.interest)), t.day or date.max, t.stem),
    )


def plan(
    series: Series, topics: Sequence[Topic], meeting: str, standing: Sequence[DueItem] = ()
) -> Plan:
    """The plan of *meeting* (`2026-12-04-friday`): rounds, standing items, the topics that fit.

    A topic that does not fit is left out and named; a later, shorter one may still fit.
    """
    fixed = sum(r.minutes for r in series.rounds) + sum(due.item.minutes for due in standing)
    beside = f"{fixed} min of rounds{' and standing items' if standing else ''}"
    spent = fixed
    taken: list[tuple[Topic, int]] = []
    left_out = []
    for topic in in_order(topics, meeting):
        minutes = usual(topic)
        free = series.minutes - spent
        if minutes > free:
            never = minutes > series.minutes - fixed
            left = f"never fits next to {beside}" if never else f"{max(0, free)} left"
            left_out.append((topic, f"needs {minutes} min, {left}"))
            continue
        taken.append((topic, minutes))
        spent += minutes
    return Plan(
        items=_timed(series, standing, taken, meeting),
        left_out=tuple(left_out),
        planned=spent,
        available=series.minutes,
    )


def usual(topic: Topic) -> int:
    """The minutes a topic gets: what it asks for, else the usual."""
    return USUAL_MINUTES if topic.minutes is None else max(1, topic.minutes)


def why(topic: Topic, meeting: str) -> str:
    """Why *topic* comes where it comes."""
    if topic.meeting == meeting:
        reason = f": {topic.because}" if topic.because else ""
        return f"promised to this meeting{reason}"
    interest = len(set(topic.interest))
    if interest:
        return f"{interest} interested"
    return f"brought {topic.day.isoformat()}" if topic.day else "brought earlier"


def clock(start: str, minutes: int) -> str:
    """The wall time *minutes* after *start* (HH:MM); past midnight it starts again at 00:00."""
    hours, _, rest = start.partition(":")
    total = (int(hours) * 60 + int(rest) + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _timed(
    series: Series, standing: Sequence[DueItem], topics: Sequence[tuple[Topic, int]], meeting: str
) -> tuple[PlanItem, ...]:
    items = [PlanItem("", one.minutes, one.name, None, "round") for one in series.rounds]
    items += [
        PlanItem(
            "", due.item.minutes, due.item.title, None, due.because, due.item.owner, "standing"
        )
        for due in standing
    ]
    items += [
        PlanItem("", minutes, topic.title, topic, why(topic, meeting), topic.by, "topic")
        for topic, minutes in topics
    ]
    starts = accumulate((item.minutes for item in items), initial=0)
    return tuple(
        item._replace(start=clock(series.start, spent))
        for item, spent in zip(items, starts, strict=False)
    )
