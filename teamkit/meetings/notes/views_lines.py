"""What people and programs see of single lines of the notes."""

from collections.abc import Sequence
from datetime import date

from teamkit.errors import TeamkitError
from teamkit.meetings.model import where
from teamkit.meetings.notes.add import NotesPage, TypedLine, taken
from teamkit.meetings.notes.capture import Captured
from teamkit.meetings.objections import Objection
from teamkit.meetings.views_shared import OBJECTION
from teamkit.output import fields
from teamkit.output.fields import HANDLE, PATH, TEXT, Field, Page, Record, many, words_only
from teamkit.output.shapes import Column, Table
from teamkit.people.directory import Directory

_NOTED = Record[tuple[str, Captured]](
    "noted_line",
    "A line that was added to the notes.",
    (
        Field("heading", lambda it: it[0], TEXT, "The heading it is under.", Column("Under")),
        words_only(lambda it: it[1].echo, Column("Noted")),
        Field("label", lambda it: it[1].label, TEXT, "Decision, action, win, ..."),
        Field("people", lambda it: it[1].people, many(HANDLE), "Who is named."),
        Field("text", lambda it: it[1].line, TEXT, "The Markdown line."),
    ),
)
_FILE = Record[str]("notes file", "", (Field("path", lambda path: path, PATH, "The notes."),))
_ADD = Page("notes.add", "The lines that were added.", _NOTED, _FILE, writes=True)
_OBJECTIONS = Page("notes.objections", "Open objections, the oldest first.", OBJECTION)


def added(page: NotesPage, heard: Sequence[TypedLine]) -> Table:
    """What was written, as it was understood, and where."""
    return fields.table(_ADD, taken(heard), whole=page.document.path)


def added_told(page: NotesPage) -> list[str]:
    """Into which notes, for stderr."""
    started = ", which this started" if page.is_new else ""
    return [f"Into {page.document.path}{started}."]


def refused(heard: Sequence[TypedLine]) -> list[str]:
    """Every line that is none, and the others as they were understood; empty when all are fine."""
    if len(heard) == 1 or not any(isinstance(one.said, TeamkitError) for one in heard):
        return []
    return [f"line {one.number}: {_understood(one)}" for one in heard]


def _understood(one: TypedLine) -> str:
    if isinstance(one.said, Captured):
        return f"fine, under {one.heading}: {one.said.line}"
    return " ".join(filter(None, (one.said.message, one.said.hint)))


def objections(found: Sequence[Objection], people: Directory, today: date) -> Table:
    """What was objected and nobody has answered, the oldest first."""
    return Table(
        kind=_OBJECTIONS.kind,
        columns=(
            Column("Who", style="bold"),
            Column("Objection"),
            Column("Topic"),
            Column("Days", right=True),
            Column("Where", style="dim"),
        ),
        rows=tuple(
            (_who(one, people), one.text, one.topic, str((today - one.since).days), where(one))
            for one in found
        ),
        items=_OBJECTIONS.items(found),
        empty="No objection is open.",
    )


def closing_told(found: Sequence[Objection]) -> list[str]:
    """How an objection is closed, for stderr; nothing when none is open."""
    if not found:
        return []
    who = f" @{found[0].person}" if found[0].person else ""
    return [f'Close one under its topic: teamkit notes add "Answered{who}: ..." (or Withdrawn).']


def _who(one: Objection, people: Directory) -> str:
    name = people.first_name(one.person) if one.person else "somebody"
    return f"{name} (strong)" if one.is_strong else name
