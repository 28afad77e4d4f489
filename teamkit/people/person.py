"""One person, as their own file says."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.days import read_interval
from teamkit.kinds import KINDS
from teamkit.markdown.document import Document
from teamkit.markdown.scalars import one_line


class Person(NamedTuple):
    """Somebody on the team.

    Attributes:
        handle: the file's name; how everything else refers to them.
        joined: first day; None means always.
        left: first day they are gone; None means still here.
        away: closed intervals (first day, last day), as written.
        capacity: percent of a full week.
        path: their file, relative to the team's folder.
    """

    handle: str
    name: str
    areas: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    github: str = ""
    joined: date | None = None
    left: date | None = None
    away: tuple[tuple[date, date], ...] = ()
    capacity: int = 100
    path: str = ""

    @property
    def first_name(self) -> str:
        """What colleagues say: the first word of the name."""
        return self.name.split()[0] if self.name.split() else self.handle

    def is_member(self, day: date) -> bool:
        """Whether they belong to the team on *day*."""
        return (self.joined is None or self.joined <= day) and (
            self.left is None or day < self.left
        )

    def away_until(self, day: date) -> date | None:
        """The last day of the absence that covers *day*, or None when they are here."""
        ends = [last for first, last in self.away if first <= day <= last]
        return max(ends) if ends else None

    def is_expected(self, day: date, areas: tuple[str, ...] = ()) -> bool:
        """Whether a meeting of *areas* (empty: everybody) counts on them on *day*."""
        return self.is_member(day) and (not areas or bool(set(areas) & set(self.areas)))


def read_person(document: Document) -> Person:
    """The person a `people/HANDLE.md` describes; what has another type is left out."""
    return Person(
        handle=document.stem,
        name=document.text_of("name") or one_line(document.stem),
        areas=document.texts("areas"),
        aliases=document.texts("aliases"),
        emails=document.texts("emails"),
        github=document.text_of("github") or "",
        joined=document.day("joined"),
        left=document.day("left"),
        away=tuple(filter(None, map(read_interval, document.texts("away")))),
        capacity=KINDS["people"].number(document, "capacity") or 0,
        path=document.path,
    )


def listed(names: Sequence[str]) -> str:
    """Names as people say them: `Ana, Ben and Carla`; empty for nobody."""
    *others, last = names or ("",)
    return f"{', '.join(others)} and {last}" if others else last
