"""What people and programs see of agendas that stand."""

from collections.abc import Iterable

from teamkit.markdown import blocks
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.model import Agenda
from teamkit.output import fields
from teamkit.output.fields import (
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
    many,
    optional,
)
from teamkit.output.shapes import Card, Column, Table
from teamkit.store import layout

AGENDA = Record[Agenda](
    "agenda",
    "The agenda of one meeting.",
    (
        Field("meeting", lambda a: layout.dated(a.day, a.series), SLUG, "Which meeting."),
        Field("date", lambda a: a.day, DAY, "Its day.", Column("Date")),
        Field(
            "series",
            lambda a: a.series,
            SLUG,
            "Its series.",
            Column("Series"),
            words=lambda a: a.series + (" (cancelled)" if a.is_cancelled else ""),
        ),
        Field(
            "facilitator",
            lambda a: a.facilitator,
            optional(HANDLE),
            "Who leads it.",
            Column("Facilitator"),
            "Facilitator",
        ),
        Field(
            "note_takers",
            lambda a: a.note_takers,
            many(HANDLE),
            "Who takes notes.",
            Column("Notes"),
            "Notes",
        ),
        Field("timekeeper", lambda a: a.timekeeper, optional(HANDLE), "Who keeps the time."),
        Field("cancelled", lambda a: a.is_cancelled, YES, "Whether it does not take place."),
        Field(
            "moved_from",
            lambda a: a.moved_from,
            optional(DAY),
            "The day it was moved from.",
        ),
        Field(
            "because",
            lambda a: a.document.text_of("because"),
            optional(TEXT),
            "Why it was moved or cancelled.",
        ),
        Field("path", lambda a: a.path, PATH, "The file.", Column("Path", style="dim")),
    ),
)
_SHOWN = Record[tuple[Agenda, Prepared]](
    "shown agenda",
    "",
    (
        Field("planned", lambda s: s[1].plan.planned, COUNT, "Minutes planned as of now."),
        Field("available", lambda s: s[1].plan.available, COUNT, "Minutes of the meeting."),
        Field("body", lambda s: s[0].document.body, TEXT, "The Markdown text."),
    ),
)
_SHOW = Page("agenda.show", "One agenda.", AGENDA, _SHOWN)
_LIST = Page("agenda.list", "Agendas, newest first.", AGENDA)


def agenda(page: Agenda, now: Prepared) -> Card:
    """One agenda as it stands, with the time it would take today."""
    document = page.document
    body = blocks.without_markers(document.body)
    card = fields.card(_SHOW, page, document.title(), body=body, whole=(page, now))
    minutes = f"{now.plan.planned} of {now.plan.available} planned"
    return card._replace(fields=(*card.fields, ("Minutes", minutes)))


def agendas(pages: Iterable[Agenda]) -> Table:
    """Agendas, newest first."""
    ordered = sorted(pages, key=lambda a: (a.day, a.series), reverse=True)
    empty = "No agendas yet. Make the next one: teamkit agenda new"
    return fields.table(_LIST, ordered, empty=empty)
