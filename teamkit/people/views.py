"""What people and programs see of who is on the team."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from teamkit.output import fields
from teamkit.output.common import BODY, FILE
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    TEXT,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.shapes import Card, Column, Lines, Table
from teamkit.people.person import Person

_FULL_WEEK = 100


class Seen(NamedTuple):
    """A person as of some day."""

    person: Person
    today: date


_SPAN = Record[tuple[date, date]](
    "span",
    "Days in a row.",
    (
        Field("since", lambda days: days[0], DAY, "The first day."),
        Field("until", lambda days: days[1], DAY, "The last day."),
    ),
)
PERSON = Record[Seen](
    "person",
    "Somebody on the team, or formerly on it.",
    (
        Field(
            "person",
            lambda s: s.person.handle,
            HANDLE,
            "The handle: the name of their file.",
            Column("Handle", style="bold"),
            "Handle",
        ),
        Field("name", lambda s: s.person.name, TEXT, "The full name.", Column("Name")),
        Field(
            "areas",
            lambda s: s.person.areas,
            many(TEXT),
            "Areas of work.",
            Column("Areas"),
            "Areas",
        ),
        Field(
            "aliases", lambda s: s.person.aliases, many(TEXT), "Other names.", label="Also called"
        ),
        Field("joined", lambda s: s.person.joined, optional(DAY), "First day.", label="Joined"),
        Field("left", lambda s: s.person.left, optional(DAY), "First day gone.", label="Left"),
        Field(
            "away_until",
            lambda s: s.person.away_until(s.today),
            optional(DAY),
            "The last day of the absence that covers today.",
            Column("Today"),
            "Today",
            lambda s: _today(s.person, s.today),
        ),
        Field(
            "away",
            lambda s: s.person.away,
            many(_SPAN),
            "All absences.",
            label="Away",
            words=lambda s: ", ".join(f"{a} to {b}" for a, b in s.person.away if b >= s.today),
        ),
        Field(
            "capacity",
            lambda s: s.person.capacity,
            COUNT,
            "Working time, in percent of a full week.",
            label="Capacity",
            words=lambda s: _capacity(s.person.capacity),
        ),
        Field("github", lambda s: s.person.github, optional(TEXT), "GitHub name.", label="GitHub"),
        Field("path", lambda s: s.person.path, PATH, "Their file.", label="File"),
    ),
)
_LIST = Page("people.list", "Everybody on the team.", PERSON)
_SHOW = Page("people.show", "One person.", PERSON, BODY)
_WRITTEN = {
    word: Page(f"people.{word}", "The person's file.", FILE, writes=True)
    for word in ("add", "away", "back", "leave")
}


def people(found: Iterable[Person], today: date) -> Table:
    """Everybody, by handle; who is away today says so."""
    shown = [Seen(one, today) for one in found]
    empty = "Nobody yet. Add the first: teamkit people add HANDLE --name NAME"
    return fields.table(_LIST, shown, empty=empty)


def person(one: Person, today: date, body: str) -> Card:
    """One person; addresses are shown only in their own file."""
    return fields.card(_SHOW, Seen(one, today), one.name, body=body.strip("\n"), whole=body)


def written(word: str, path: str) -> Lines:
    """The path of the person's file that the command *word* changed."""
    return fields.lines(_WRITTEN[word], (path,), (path,))


def _capacity(percent: int) -> str:
    return "" if percent == _FULL_WEEK else f"{percent} %"


def _today(one: Person, today: date) -> str:
    if not one.is_member(today):
        return "left" if one.left and one.left <= today else f"joins {one.joined}"
    until = one.away_until(today)
    return f"away until {until}" if until else "here"
