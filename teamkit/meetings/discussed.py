"""Which topics were discussed: somebody wrote something under their heading."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.markdown import blocks
from teamkit.markdown.sections import Line, sections
from teamkit.meetings.bullets import folded
from teamkit.meetings.model import Notes, Topic

#: Topics and rounds are `## ` headings.
TOPIC_LEVEL = 2


class Met(NamedTuple):
    """One meeting that was held, as far as carry-over looks.

    Attributes:
        headings: folded heading of a topic or round -> whether something stands under it.
    """

    day: date
    series: str
    headings: Mapping[str, bool]


def met(taken: Iterable[Notes]) -> list[Met]:
    """The meetings of *taken* with their headings, in that order."""
    return [Met(one.day, one.series, _headings(one)) for one in taken]


def discussed(history: Iterable[Met]) -> dict[str, date]:
    """Folded heading -> the last day somebody wrote something under it; *history* oldest first."""
    return {title: one.day for one in history for title, is_said in one.headings.items() if is_said}


def was_discussed(topic: Topic, last: Mapping[str, date]) -> bool:
    """Whether a later meeting has content under the topic's title (a new promise reopens it)."""
    day = last.get(folded(topic.title))
    if day is None or (topic.day is not None and day < topic.day):
        return False
    return topic.meeting[:10] <= day.isoformat()


def _headings(one: Notes) -> dict[str, bool]:
    """Folded heading -> whether something is said under it, or under a smaller one below it."""
    found: dict[str, bool] = {}
    title = ""
    for section in sections(blocks.strip(one.document.body)):
        if section.level and section.level <= TOPIC_LEVEL:
            title = folded(section.title) if section.level == TOPIC_LEVEL else ""
        if title:
            found[title] = found.get(title, False) or any(map(_says, section.lines))
    return found


def _says(line: Line) -> bool:
    """Whether somebody wrote there; a list item nobody filled in says nothing."""
    return bool(line.text.strip(" \t\r-*+[]")) and not line.hidden
