"""What people and programs see of topics."""

from collections.abc import Sequence

from teamkit.meetings.model import Topic
from teamkit.output.shapes import Card, Column, Table


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


def _status(one: Topic) -> str:
    """A topic's status; of an open one, which meeting or series it waits for."""
    target = (one.meeting or one.series) if one.status == "open" else ""
    return f"{one.status} for {target}" if target else one.status
