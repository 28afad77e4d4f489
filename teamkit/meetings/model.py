"""Topics, agendas and notes as frozen values."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from teamkit.kinds import KINDS
from teamkit.markdown.document import Document

_DATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(.+))?")
#: Handle of whoever is meant by a name in a file.
Resolve = Callable[[str], str]


class Topic(NamedTuple):
    """Something somebody wants to talk about.

    Attributes:
        stem: the file's name without .md.
        by: handle; empty when nobody is named.
        day: when it was brought; None when the file does not say.
        series: the meeting it is for; empty means any.
        minutes: wanted; None means the usual.
        interest: handles of those who want to hear it.
        meeting: `2026-12-04-friday` when promised to one meeting, else empty.
        status: open, discussed, parked, async or dropped.
    """

    stem: str
    title: str
    by: str
    day: date | None
    series: str
    aim: str
    minutes: int | None
    interest: tuple[str, ...]
    meeting: str
    status: str
    because: str
    path: str


class Agenda(NamedTuple):
    """The agenda of one meeting.

    Attributes:
        facilitator: handle, or empty.
        timekeeper: the same.
        is_cancelled: the meeting does not take place.
        moved_from: the day the rule gave, when the meeting was moved.
    """

    day: date
    series: str
    facilitator: str
    note_takers: tuple[str, ...]
    timekeeper: str
    is_cancelled: bool
    moved_from: date | None
    path: str
    document: Document


class Notes(NamedTuple):
    """The notes of one meeting.

    Attributes:
        note_takers: who really took them.
        timekeeper: who kept the time; may be empty.
        present: who was there; None when the notes do not say.
        regrets: who said they could not come.
    """

    day: date
    series: str
    facilitator: str
    note_takers: tuple[str, ...]
    timekeeper: str
    present: tuple[str, ...] | None
    regrets: tuple[str, ...]
    path: str
    document: Document


def dated(stem: str) -> tuple[date | None, str]:
    """The day and the rest of a file name such as `2026-12-04-friday`."""
    match = _DATED.fullmatch(stem)
    if match is None:
        return None, stem
    try:
        return date.fromisoformat(match[1]), match[2] or ""
    except ValueError:
        return None, stem


def read_topic(document: Document, resolve: Resolve) -> Topic:
    """The topic in a `topics/*.md`, whatever its name."""
    day, _ = dated(document.stem)
    kind = KINDS["topics"]
    return Topic(
        stem=document.stem,
        title=document.title(_heading(document)),
        by=resolve(document.handle("by") or ""),
        day=day,
        series=document.text_of("series") or "",
        aim=kind.word(document, "aim"),
        minutes=kind.number(document, "minutes"),
        interest=tuple(map(resolve, document.handles("interest"))),
        meeting=document.text_of("meeting") or "",
        status=kind.word(document, "status"),
        because=document.text_of("because") or "",
        path=document.path,
    )


def read_agenda(document: Document, resolve: Resolve) -> Agenda | None:
    """The agenda in a document; None when neither its name nor its keys say of which meeting."""
    when = _meeting(document)
    return when and Agenda(
        *when,
        facilitator=resolve(document.handle("facilitator") or ""),
        note_takers=tuple(map(resolve, document.handles("note_takers"))),
        timekeeper=resolve(document.handle("timekeeper") or ""),
        is_cancelled=KINDS["agendas"].word(document, "status") == "cancelled",
        moved_from=document.day("moved_from"),
        path=document.path,
        document=document,
    )


def read_notes(document: Document, resolve: Resolve) -> Notes | None:
    """The notes in a document; None when neither its name nor its keys say of which meeting."""
    when = _meeting(document)
    present = document.handles("present")
    return when and Notes(
        *when,
        facilitator=resolve(document.handle("facilitator") or ""),
        note_takers=tuple(map(resolve, document.handles("note_takers"))),
        timekeeper=resolve(document.handle("timekeeper") or ""),
        present=tuple(map(resolve, present)) if present else None,
        regrets=tuple(map(resolve, document.handles("regrets"))),
        path=document.path,
        document=document,
    )


def _meeting(document: Document) -> tuple[date, str] | None:
    day, series = dated(document.stem)
    day = document.day("date") or day
    return (day, document.text_of("series") or series) if day else None


def _heading(document: Document) -> str:
    match = re.search(r"^#\s+(.+?)\s*#*\s*$", document.body, re.MULTILINE)
    return match[1] if match else ""


class Placed(Protocol):
    """What somebody wrote on one line of a meeting's notes."""

    @property
    def path(self) -> str:
        """Relative to the team's folder."""

    @property
    def line(self) -> int:
        """1-based."""


def where(one: Placed) -> str:
    """The meeting it is from, and the line: what `notes show` and `promote` take."""
    return f"{one.path.rpartition('/')[2].removesuffix('.md')}:{one.line}"
