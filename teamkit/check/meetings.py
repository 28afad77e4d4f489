"""Rules about meetings: which one a file belongs to, what its lines close, how topics end."""

from collections.abc import Collection
from datetime import date, timedelta

from teamkit.check.scope import Scope
from teamkit.config import FILE
from teamkit.errors import UsageError
from teamkit.facts import Finding
from teamkit.finder import nearest
from teamkit.kinds import KINDS, with_key
from teamkit.markdown.document import Document
from teamkit.meetings import archive, calendar, objections
from teamkit.meetings.bullets import folded
from teamkit.meetings.messages.deadline import deadline
from teamkit.meetings.model import dated, read_topic
from teamkit.meetings.notes import conclusions
from teamkit.meetings.topics.standing_items import is_readable

_A_DAY = date(2026, 1, 2)
_MEETINGS = tuple(noun for noun, kind in KINDS.items() if kind.stem == "DATE-SERIES")
_WHEN = "every meeting, or for instance: first meeting of the month"


def series(reading: Scope) -> list[Finding]:
    """What belongs to no series of the settings."""
    known = reading.team.config.series
    return [
        Finding(document.path, line, f"there is no series '{slug}'", _offer(slug, known), "series")
        for kind in with_key("series")
        for document in reading.documents(kind.noun)
        for line, slug in _series_of(document, kind.noun)
        if slug not in known
    ]


def moments(reading: Scope) -> list[Finding]:
    """The settings of series that say when, in words that teamkit cannot read."""
    if not reading.covers(FILE):
        return []
    _, lines = reading.team.settings_of(FILE)
    line = lines.get("series", 0)
    found = []
    for one in reading.team.config.series.values():
        try:
            calendar.occurrences(one, _A_DAY, _A_DAY)
        except UsageError as bad:
            found.append(Finding(FILE, line, bad.message, bad.hint or "", "settings"))
        found += [
            Finding(
                FILE, line, f"'{item.when}' is not a time for '{item.title}'", _WHEN, "settings"
            )
            for item in one.standing
            if not is_readable(item.when)
        ]
        if one.input_by and deadline(one.input_by, date.min + timedelta(weeks=1)) is None:
            said = f"'{one.input_by}' is not a time for input_by of '{one.slug}'"
            found.append(Finding(FILE, line, said, "for instance Thu 18:00", "settings"))
    return found


def file_names(reading: Scope) -> list[Finding]:
    """The meetings' files that neither their name nor their keys place on a day of a series."""
    found = [
        _misnamed(reading, document) for kind in _MEETINGS for document in reading.documents(kind)
    ]
    return [finding for finding in found if finding]


def closings(reading: Scope) -> list[Finding]:
    """The lines `Answered` and `Withdrawn` that close nothing: the objection stays open."""
    bodies = (document.body.lower() for document in reading.documents("notes"))
    if not any("answered" in body or "withdrawn" in body for body in bodies):
        return []
    notes = archive.notes(reading.team, reading.people)
    return [
        Finding(
            one.path,
            bullet.line,
            f"'{bullet.label.capitalize()}' closes no objection",
            "name one person, and the topic in brackets: - Answered @ben: ... [Topic]",
            "closing",
        )
        for one, bullet in objections.idle_closings(notes, reading.people.resolve)
        if reading.covers(one.path)
    ]


def endings(reading: Scope) -> list[Finding]:
    """The topics that were talked about and have no conclusion."""
    resolve = reading.people.resolve
    topics = (read_topic(document, resolve) for document in reading.team.documents("topics"))
    titles = {folded(topic.title) for topic in topics}
    return [
        Finding(
            document.path,
            section.line,
            f"'{section.title}' has no conclusion",
            conclusions.HINT,
            "conclusion",
        )
        for document in (reading.documents("notes") if titles else ())
        for section in conclusions.open_ended(reading.body(document)[0], titles)
    ]


def _misnamed(reading: Scope, document: Document) -> Finding | None:
    day, rest = dated(document.stem)
    written = document.day("date")
    if not ((written or day) and (document.text_of("series") or rest)):
        message = "the file's name does not show which meeting it belongs to"
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
    close = nearest(slug, known, most=1)
    return f"did you mean {close[0]}?" if close else f"add it under series: in {FILE}"
