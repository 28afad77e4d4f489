"""Rules about meetings: which one a file belongs to, and what its lines close."""

from collections.abc import Collection
from difflib import get_close_matches

from teamkit.check.reading import Reading
from teamkit.config import FILE
from teamkit.facts import Finding
from teamkit.markdown.document import Document
from teamkit.meetings import followups, records
from teamkit.meetings.model import dated

_MEETINGS = ("agendas", "notes")
_WITH_SERIES = ("topics", "agendas", "notes", "talks")


def series(reading: Reading) -> list[Finding]:
    """What belongs to no series of the settings."""
    known = reading.team.config.series
    return [
        Finding(document.path, line, f"there is no series '{slug}'", _offer(slug, known), "series")
        for kind in _WITH_SERIES
        for document in reading.documents(kind)
        for line, slug in _series_of(document, kind)
        if slug not in known
    ]


def file_names(reading: Reading) -> list[Finding]:
    """The meetings' files that neither their name nor their keys place on a day of a series."""
    found = [
        _misnamed(reading, document) for kind in _MEETINGS for document in reading.documents(kind)
    ]
    return [finding for finding in found if finding]


def closings(reading: Reading) -> list[Finding]:
    """The lines `Answered` and `Withdrawn` that close nothing: the objection stays open."""
    bodies = (document.body.lower() for document in reading.documents("notes"))
    if not any("answered" in body or "withdrawn" in body for body in bodies):
        return []
    notes = records.notes(reading.team, reading.people)
    return [
        Finding(
            one.path,
            bullet.line,
            f"'{bullet.label.capitalize()}' closes no objection",
            "name one person, and the topic in brackets: - Answered @ben: ... [Topic]",
            "closing",
        )
        for one, bullet in followups.idle_closings(notes, reading.people.resolve)
        if reading.covers(one.path)
    ]


def _misnamed(reading: Reading, document: Document) -> Finding | None:
    day, rest = dated(document.stem)
    written = document.day("date")
    if not ((written or day) and (document.text_of("series") or rest)):
        message = "the file's name does not say which meeting it belongs to"
        slug = next(iter(reading.team.config.series), "friday")
        hint = f"call it DATE-SERIES.md, for instance 2026-12-04-{slug}.md"
        return Finding(document.path, 0, message, hint, "file-name")
    if day and written and written != day:
        message = f"'date' says {written}, the file's name {day}"
        return Finding(
            document.path, document.line_of("date"), message, "the key counts", "file-name"
        )
    return None


def _series_of(document: Document, kind: str) -> list[tuple[int, str]]:
    """The series that a document names: (line, slug)."""
    slug = document.text_of("series") or ""
    named = [(document.line_of("series"), slug)]
    if kind == "topics":
        named.append((document.line_of("meeting"), dated(document.text_of("meeting") or "")[1]))
    if kind in _MEETINGS and not slug:
        day, rest = dated(document.stem)
        named = [(0, rest if day else "")]
    return [(line, slug) for line, slug in named if slug]


def _offer(slug: str, known: Collection[str]) -> str:
    close = get_close_matches(slug, list(known), n=1)
    return f"did you mean {close[0]}?" if close else f"add it under series: in {FILE}"
