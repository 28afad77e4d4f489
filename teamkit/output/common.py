"""Records and types that several rooms show."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.choice import Pick
from teamkit.facts import Due, Finding
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    many,
    optional,
)


class Absence(NamedTuple):
    """Somebody who is away."""

    person: str
    until: date


class MeetingRef(NamedTuple):
    """Which meeting."""

    series: str
    day: date


class Departure(NamedTuple):
    """Somebody who leaves the team."""

    person: str
    day: date


#: The Markdown of a file below its title and keys: a further key of a page that shows one record.
BODY = Record[str]("body", "", (Field("body", lambda text: text, TEXT, "The Markdown text."),))
FILE = Record[str](
    "file",
    "A file that a command writes.",
    (Field("path", lambda path: path, PATH, "The file, relative to the team's folder."),),
)
FINDING = Record[Finding](
    "finding",
    "Something in a file that somebody should look at.",
    (
        Field("path", lambda f: f.path, PATH, "The file."),
        Field("line", lambda f: f.line, COUNT, "The line; 0 when no single line is to blame."),
        Field("rule", lambda f: f.rule, optional(TEXT), "The rule's name."),
        Field("message", lambda f: f.message, TEXT, "What is wrong, in one sentence."),
        Field("hint", lambda f: f.hint, optional(TEXT), "What would fix it."),
        Field("error", lambda f: f.is_error, YES, "Whether teamkit ignores this part."),
    ),
)
DUE = Record[Due](
    "due",
    "Something that waits for somebody.",
    (
        Field("kind", lambda d: d.kind, TEXT, "Action, objection, review, ..."),
        Field("what", lambda d: d.what, TEXT, "What waits, in one sentence."),
        Field("assignees", lambda d: d.who, many(HANDLE), "Who has to do it; may be empty."),
        Field("due", lambda d: d.on, optional(DAY), "The day it is due."),
        Field("since", lambda d: d.since, DAY, "Since when it waits."),
        Field("remedy", lambda d: d.remedy, optional(TEXT), "What to type or do."),
        Field("path", lambda d: d.path, PATH, "The file."),
        Field("line", lambda d: d.line, COUNT, "The line."),
    ),
)
MEETING = Record[MeetingRef](
    "meeting",
    "Which meeting: its series and its day.",
    (
        Field("meeting", lambda m: f"{m.day}-{m.series}", SLUG, "The name of its files."),
        Field("series", lambda m: m.series, SLUG, "Its series."),
        Field("date", lambda m: m.day, DAY, "Its day."),
    ),
)
PICK = Record[Pick](
    "pick",
    "Somebody teamkit picks, or passes over.",
    (
        Field("person", lambda p: p.name, HANDLE, "Who."),
        Field("because", lambda p: p.because, TEXT, "Why, in a phrase."),
    ),
)
ABSENCE = Record[Absence](
    "absence",
    "Somebody who is away.",
    (
        Field("person", lambda a: a.person, HANDLE, "Who is away."),
        Field("until", lambda a: a.until, DAY, "The last day of the absence."),
    ),
)
DEPARTURE = Record[Departure](
    "departure",
    "Somebody who leaves the team.",
    (
        Field("person", lambda d: d.person, HANDLE, "Who leaves."),
        Field("date", lambda d: d.day, DAY, "The first day they are gone."),
    ),
)


def absences(away: Mapping[str, date]) -> Iterable[Absence]:
    """Those who are away, from who -> until when."""
    return (Absence(person, until) for person, until in away.items())


def departures(leaving: Mapping[str, date]) -> Iterable[Departure]:
    """Those who leave, from who -> which day."""
    return (Departure(person, day) for person, day in leaving.items())
