"""Whether what was talked about came to an end that somebody can read; pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from teamkit.markdown.sections import Line, Section
from teamkit.markdown.tasks import parse_task
from teamkit.meetings.bullets import folded, parse
from teamkit.meetings.discussed import TOPIC_LEVEL

#: The labels that end a topic, beside an action.
_ENDINGS = frozenset({"decision", "commitment", "parked"})
#: What is written where a topic ended with nothing.
_NONE = "no conclusion"
#: What to write, for people.
HINT = "write - Decision: ..., an action, or: - No conclusion"


def open_ended(found: Iterable[Section], titles: Collection[str]) -> list[Section]:
    """The headings of topics that were talked about and have no conclusion, in order.

    A conclusion is a decision, an action, a commitment, what was parked, or the words
    "no conclusion"; what stands below deeper headings belongs to the topic.

    Args:
        found: the sections of one meeting's notes.
        titles: folded titles of topics; other headings are rounds, news, or anybody's.
    """
    return [
        heading
        for heading, told in _parts(found)
        if folded(heading.title) in titles
        and any(_says_something(line) for line in told)
        and not any(map(_concludes, told))
    ]


def _parts(found: Iterable[Section]) -> Iterator[tuple[Section, Sequence[Line]]]:
    """Each topic's or round's heading, with the lines below it that people see."""
    heading: Section | None = None
    told: list[Line] = []
    for section in found:
        if section.level <= TOPIC_LEVEL:
            if heading:
                yield heading, told
            heading, told = (section if section.level == TOPIC_LEVEL else None), []
        told += [line for line in section.lines if not line.hidden]
    if heading:
        yield heading, told


def _says_something(line: Line) -> bool:
    """Whether anything stands there; a list item that nobody filled in does not."""
    return bool(line.text.strip("-*+[] \t"))


def _concludes(line: Line) -> bool:
    if line.in_code:
        return False
    return (
        _NONE in line.text.lower()
        or parse_task(line.text, line.number) is not None
        or parse(line.text, _ENDINGS) is not None
    )
