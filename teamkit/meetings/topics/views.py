"""What people and programs see of topics."""

from collections.abc import Sequence

from teamkit.meetings.model import Topic
from teamkit.meetings.topics.fates import TopicDecided
from teamkit.output.shapes import Card, Column, Lines, Table

#: How a status reads in a sentence.
_WORDS = {"async": "taken outside the meeting"}


def topics(found: Sequence[Topic]) -> Table:
    """Topics in the order they would be taken."""
    return Table(
        kind="topics.list",
        columns=(Column("Topic"), Column("By"), Column("Aim"), Column("Min", right=True),
                 Column("Interest", right=True), Column("Status"), Column("Since", style="dim")),
        rows=tuple(
            (t.title, t.by, t.aim, str(t.minutes or ""), str(len(t.interest) or ""),
             _status(t),
             t.day.isoformat() if t.day else "")
            for t in found
        ),
        items=tuple(map(topic_item, found)),
        empty='No topics wait. Bring one: teamkit agenda add "Title"',
    )  # fmt: skip


def topic(one: Topic, body: str) -> Card:
    """One topic with its text."""
    return Card(
        kind="topics.show",
        title=one.title,
        fields=(
            ("By", one.by),
            ("Since", one.day.isoformat() if one.day else ""),
            ("Aim", one.aim),
            ("Minutes", str(one.minutes or "")),
            ("Series", one.series),
            ("Meeting", one.meeting),
            ("Status", " because ".join(filter(None, (one.status, one.because)))),
            ("Interest", ", ".join(one.interest)),
            ("File", one.path),
        ),
        items=({**topic_item(one), "body": body},),
        body=body.strip("\n"),
    )


def topic_item(one: Topic) -> dict[str, object]:
    """A topic's facts."""
    return {
        "topic": one.stem, "title": one.title, "by": one.by or None, "date": one.day,
        "series": one.series or None, "aim": one.aim or None, "minutes": one.minutes,
        "interest": one.interest, "meeting": one.meeting or None, "status": one.status,
        "because": one.because or None, "path": one.path,
    }  # fmt: skip


def decided(command: str, outcome: TopicDecided) -> Lines:
    """The path of the topic that was decided about; the topic as it will be, as facts."""
    topic = outcome.topic
    return Lines(f"agenda.{command}", (topic.path,), (topic_item(topic),))


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


def _status(one: Topic) -> str:
    """A topic's status: which meeting or series an open one waits for, why another does not."""
    target = (one.meeting or one.series) if one.status == "open" else ""
    if target:
        return f"{one.status} for {target}"
    return f"{one.status}: {one.because}" if one.status != "open" and one.because else one.status
