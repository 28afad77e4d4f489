"""The shapes of the demo's hand-written content."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Topic:
    """One file under topics/.

    Attributes:
        links: relative to topics/.
        status: open unless said otherwise.
        talk: bullets of other people, "handle: words" each.
    """

    day: date
    by: str
    slug: str
    title: str
    aim: str
    minutes: int
    body: str
    interest: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    series: str = "friday"
    meeting: str = ""
    status: str = "open"
    because: str = ""

    @property
    def path(self) -> str:
        """Where it lies, relative to the team's folder."""
        return f"topics/{self.day}-{self.by}-{self.slug}.md"


@dataclass(frozen=True, slots=True)
class Person:
    """One file under people/, and the table of skills/HANDLE.md.

    Attributes:
        away: closed intervals, as the files write them.
        known: rows "skill | level | want | updated | note".
        hello: the day of the commit that adds the person's file.
    """

    handle: str
    name: str
    areas: tuple[str, ...]
    aliases: tuple[str, ...]
    joined: date
    body: str
    known: tuple[str, ...]
    updated: date
    away: tuple[str, ...] = ()
    capacity: int = 100
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One file under solutions/.

    Attributes:
        ways: rows "solution | when | time | risks | who", the main one first.
        details: a section per main solution, heading and text.
        jobs: rows of the track record.
    """

    slug: str
    title: str
    status: str
    owner: str
    body: str
    skills: tuple[str, ...]
    tags: tuple[str, ...]
    ways: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    jobs: tuple[str, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    review_in: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One file whose front matter and body are written out: a talk, a guideline, a round."""

    path: str
    meta: dict[str, object]
    body: str
    day: date
    author: str
    message: str
