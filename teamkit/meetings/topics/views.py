"""What people and programs see of topics."""

from collections.abc import Sequence

from teamkit.meetings.model import Topic
from teamkit.meetings.topics.fates import TopicDecided
from teamkit.output import fields
from teamkit.output.common import BODY
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    Field,
    Page,
    Record,
    many,
    optional,
    words_only,
)
from teamkit.output.shapes import Card, Column, Lines, Table

#: How a status reads in a sentence.
_WORDS = {"async": "handled outside the meeting"}


def _status(one: Topic) -> str:
    """A topic's status: which meeting or series an open one waits for, why another does not."""
    target = (one.meeting or one.series) if one.status == "open" else ""
    if target:
        return f"{one.status} for {target}"
    return f"{one.status}: {one.because}" if one.status != "open" and one.because else one.status


TOPIC = Record[Topic](
    "topic",
    "Something somebody wants to talk about.",
    (
        Field("topic", lambda t: t.stem, SLUG, "The name of its file."),
        Field("title", lambda t: t.title, TEXT, "Its title.", Column("Topic")),
        Field("by", lambda t: t.by, optional(HANDLE), "Who brought it.", Column("By"), "By"),
        Field("date", lambda t: t.day, optional(DAY), "When it was brought.", label="Since"),
        Field("aim", lambda t: t.aim, optional(TEXT), "What for.", Column("Aim"), "Aim"),
        Field(
            "minutes",
            lambda t: t.minutes,
            optional(COUNT),
            "How long it takes; null for the usual time.",
            Column("Min", right=True),
            "Minutes",
            lambda t: str(t.minutes or ""),
        ),
        words_only(lambda t: str(len(t.interest) or ""), Column("Interest", right=True)),
        Field(
            "series",
            lambda t: t.series,
            optional(SLUG),
            "The series it is for; null for any.",
            label="Series",
        ),
        Field(
            "meeting",
            lambda t: t.meeting,
            optional(SLUG),
            "The meeting it is promised to.",
            label="Meeting",
        ),
        Field("status", lambda t: t.status, TEXT, "What became of it."),
        Field("because", lambda t: t.because, optional(TEXT), "Why it has this status."),
        words_only(_status, Column("Status")),
        words_only(lambda t: " because ".join(filter(None, (t.status, t.because))), None, "Status"),
        words_only(lambda t: t.day.isoformat() if t.day else "", Column("Since", style="dim")),
        Field(
            "interest",
            lambda t: t.interest,
            many(HANDLE),
            "Who wants to hear it.",
            label="Interest",
        ),
        Field("path", lambda t: t.path, PATH, "Its file.", label="File"),
    ),
)
_LIST = Page("topics.list", "Topics in the order they would be taken.", TOPIC)
_SHOW = Page("topics.show", "One topic.", TOPIC, BODY)
_DECIDED = {
    word: Page(f"agenda.{word}", "The topic as it is now.", TOPIC, writes=True)
    for word in ("vote", "keep", "park", "async", "drop")
}


def topics(found: Sequence[Topic]) -> Table:
    """Topics in the order they would be taken."""
    empty = 'No topics wait. Bring one: teamkit agenda add "Title"'
    return fields.table(_LIST, found, empty=empty)


def topic(one: Topic, body: str) -> Card:
    """One topic with its text."""
    return fields.card(_SHOW, one, one.title, body=body.strip("\n"), whole=body)


def decided(command: str, outcome: TopicDecided) -> Lines:
    """The path of the topic that was decided about; the topic as it will be, as facts."""
    topic = outcome.topic
    return fields.lines(_DECIDED[command], (topic.path,), (topic,))


def voted(outcome: TopicDecided, name: str, *, un: bool) -> list[str]:
    """What else there is to say about a vote of *name*, in sentences."""
    topic = outcome.topic
    said = []
    if not outcome.change.writes and un:
        said.append(f"{name} has not asked to hear about {topic.title}.")
    elif not outcome.change.writes:
        said.append(f"{name} asked to hear about {topic.title} already.")
    if topic.status != "open":
        said.append(f"It is {_fate(topic)}.")
    return said


def put_aside(outcome: TopicDecided) -> list[str]:
    """What else there is to say about a topic that no meeting takes now, in sentences."""
    if not outcome.change.writes:
        return [f"{outcome.topic.title} is {_word(outcome.topic)} already."]
    promise = outcome.before.meeting
    return [f"It was promised to {promise}; that promise is gone."] if promise else []


def kept(outcome: TopicDecided) -> list[str]:
    """What else there is to say about a topic that was kept, in sentences."""
    before, after = outcome.before, outcome.topic
    said = []
    if not outcome.change.writes:
        said.append(f"{after.title} is promised to {after.meeting} already.")
    if before.status != "open":
        said.append(f"It was {_fate(before)}; it is open again.")
    if before.series != after.series:
        said.append(f"It was for {before.series}; it is for {after.series} now.")
    return said


def _fate(one: Topic) -> str:
    """A status, and why: `parked, because the port decides in January`."""
    return f"{_word(one)}, because {one.because}" if one.because else _word(one)


def _word(one: Topic) -> str:
    return _WORDS.get(one.status, one.status)
