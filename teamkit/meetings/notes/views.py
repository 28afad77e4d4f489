"""What people and programs see of notes."""

from collections.abc import Iterable
from typing import NamedTuple

from teamkit.meetings.model import Notes
from teamkit.output import fields
from teamkit.output.common import BODY
from teamkit.output.fields import (
    DAY,
    HANDLE,
    PATH,
    SLUG,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.shapes import Card, Column, Table
from teamkit.store import layout


class Kept(NamedTuple):
    """Notes, and whether anything was noted."""

    notes: Notes
    is_taken: bool


NOTES = Record[Kept](
    "notes",
    "The notes of one meeting.",
    (
        Field("meeting", lambda k: layout.dated(k.notes.day, k.notes.series), SLUG, "Which one."),
        Field("date", lambda k: k.notes.day, DAY, "Its day.", Column("Date")),
        Field("series", lambda k: k.notes.series, SLUG, "Its series.", Column("Series")),
        Field(
            "facilitator",
            lambda k: k.notes.facilitator,
            optional(HANDLE),
            "Who led it.",
            label="Facilitator",
        ),
        Field(
            "note_takers",
            lambda k: k.notes.note_takers,
            many(HANDLE),
            "Who took them.",
            Column("Notes by"),
            "Notes by",
        ),
        Field("timekeeper", lambda k: k.notes.timekeeper, optional(HANDLE), "Who kept the time."),
        Field(
            "present",
            lambda k: k.notes.present,
            optional(many(HANDLE)),
            "Who was there; null when the notes do not say.",
            label="Present",
        ),
        Field(
            "regrets",
            lambda k: k.notes.regrets,
            many(HANDLE),
            "Who sent regrets.",
            label="Regrets",
        ),
        Field(
            "taken",
            lambda k: k.is_taken,
            YES,
            "Whether anything was noted.",
            Column("Taken"),
            words=lambda k: "yes" if k.is_taken else "not yet",
        ),
        Field("path", lambda k: k.notes.path, PATH, "A file.", Column("Path", style="dim"), "File"),
    ),
)
_SHOW = Page("notes.show", "The notes of one meeting.", NOTES, BODY)
_LIST = Page("notes.list", "Notes, newest first.", NOTES)


def notes(page: Notes, taken: Iterable[Notes]) -> Card:
    """One meeting's notes as they stand."""
    body = page.document.body
    one = Kept(page, page.path in {it.path for it in taken})
    return fields.card(_SHOW, one, page.document.title(), body=body.strip("\n"), whole=body)


def notes_list(pages: Iterable[Notes], taken: Iterable[Notes]) -> Table:
    """Notes, newest first, and whether anything was noted."""
    held = {page.path for page in taken}
    ordered = sorted(pages, key=lambda n: (n.day, n.series), reverse=True)
    shown = [Kept(page, page.path in held) for page in ordered]
    return fields.table(_LIST, shown, empty="No notes yet. Start them: teamkit notes new")
