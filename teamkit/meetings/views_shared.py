"""What several parts of the meetings show: objections, items of an agenda, files that were made."""

from teamkit.meetings.objections import Objection
from teamkit.meetings.topics.plan import PlanItem
from teamkit.output import fields
from teamkit.output.common import FILE
from teamkit.output.fields import (
    CLOCK,
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    one_of,
    optional,
)
from teamkit.output.shapes import Lines
from teamkit.store.change import Change

OBJECTION = Record[Objection](
    "objection",
    "An objection that nobody has answered yet.",
    (
        Field("person", lambda o: o.person, optional(HANDLE), "Who objected, if the notes say."),
        Field("text", lambda o: o.text, TEXT, "What they said."),
        Field("heading", lambda o: o.topic, TEXT, "The heading it was raised under."),
        Field("strong", lambda o: o.is_strong, YES, "Whether it was called strong."),
        Field("since", lambda o: o.since, DAY, "The day of the meeting."),
        Field("series", lambda o: o.series, SLUG, "The series of the meeting."),
        Field("path", lambda o: o.path, PATH, "The notes."),
        Field("line", lambda o: o.line, COUNT, "Its line there."),
    ),
)
AGENDA_ITEM = Record[PlanItem](
    "agenda_item",
    "One line of a meeting's plan.",
    (
        Field("start", lambda i: i.start, CLOCK, "When it starts."),
        Field("minutes", lambda i: i.minutes, COUNT, "How long it takes."),
        Field("what", lambda i: i.what, TEXT, "The name of the round, or the title."),
        Field("kind", lambda i: i.kind, one_of("round", "standing", "topic"), "What it is."),
        Field("because", lambda i: i.because, TEXT, "Why it is on the agenda."),
        Field("by", lambda i: i.owner, optional(HANDLE), "Who brings it."),
        Field(
            "topic",
            lambda i: i.topic.stem if i.topic else None,
            optional(SLUG),
            "The topic; null for rounds and standing items.",
        ),
    ),
)
_MADE = {
    kind: Page(kind, about, FILE, writes=True)
    for kind, about in (
        ("agenda.add", "The topics that were brought."),
        ("notes.new", "The new notes."),
        ("notes.promote", "The new page, and the notes it comes from."),
    )
}


def made(kind: str, change: Change) -> Lines:
    """The paths of what a change makes."""
    paths = tuple(write.path for write in change.writes)
    return written(kind, *paths)


def written(kind: str, *paths: str) -> Lines:
    """The paths of files, whether or not they change."""
    return fields.lines(_MADE[kind], paths, paths)
