"""The team's settings as plain values."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from teamkit.errors import ConflictError
from teamkit.facts import Finding

#: The settings file; its folder is the team's folder.
FILE = "teamkit.yml"
#: The newest format this teamkit writes; a higher one is read only.
FORMAT = 1
#: The kinds of forges whose web pages we can link to.
FORGES = ("github", "gitlab", "gitea")
#: After which an answer about a skill is asked for again, where the settings do not say.
STALE_AFTER = "12 months"
#: How many reviews one week may bring where the settings do not say.
REVIEWS_A_WEEK = 2


class Round(NamedTuple):
    """One round of a meeting: everybody may say something.

    Attributes:
        name: its heading.
        minutes: planned for all of it.
        label: what a line said in this round becomes in the notes (Win, TIL, ...).
        prompt: the question asked; may be empty.
    """

    name: str
    minutes: int
    label: str
    prompt: str = ""


class StandingItem(NamedTuple):
    """Something that a series takes up again and again, without anybody bringing it.

    Attributes:
        title: its heading.
        minutes: planned for it.
        when: `every meeting`, or `first meeting of the month` and its like, as written.
        owner: handle of who looks after it; empty for nobody.
        until: the last day it comes up; None for always.
    """

    title: str
    minutes: int = 10
    when: str = "every meeting"
    owner: str = ""
    until: date | None = None


class Series(NamedTuple):
    """A meeting that comes again.

    Attributes:
        slug: its key in teamkit.yml, part of every file name.
        rule: RFC 5545 recurrence, without DTSTART.
        first: the day the rule counts from; None when the rule needs none.
        start: local wall time, HH:MM.
        areas: who is expected; empty means everybody.
        note_taker_parts: what each seat takes notes of, in their order: `rounds`, `topics`, or a
            heading; empty means everything.
        facilitator: a handle, or `rotate`.
        timekeeper: the same; empty where the series has none.
        standing: items that come up by themselves.
        balance: those heard least come first in the rounds; the host alone sees why.
        input_by: when the call for input closes, as written: `Thu 18:00`.
        replaces: series that have no meeting on a day of this one.
        findings: what could not be read of it, and has its usual value.
    """

    slug: str
    title: str
    rule: str
    first: date | None = None
    start: str = "13:00"
    minutes: int = 60
    areas: tuple[str, ...] = ()
    note_taker_seats: int = 1
    note_taker_parts: tuple[str, ...] = ()
    facilitator: str = "rotate"
    timekeeper: str = ""
    rounds: tuple[Round, ...] = ()
    standing: tuple[StandingItem, ...] = ()
    balance: bool = False
    input_by: str = ""
    replaces: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Config(NamedTuple):
    """The team's settings.

    Attributes:
        root: the tree's folder inside the team's folder, `.` for the folder itself.
        folders: noun to folder name, only what differs.
        forge: which kind of forge the `origin` is on, where its name does not say: github, gitlab
            or gitea.
        front_matter: per noun, keys written into every new file, for an existing site.
        reviews_a_week: at most so many reviews of solutions and guidelines are planned for one
            week; 0 for as many as it happens.
        stale_after: after which an answer about a skill is asked for again: `12 months`.
        findings: what could not be read, each with its line.
    """

    name: str
    timezone: str
    format: int = FORMAT
    root: str = "."
    areas: tuple[str, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = {}
    folders: Mapping[str, str] = {}
    commit: bool = True
    forge: str = ""
    series: Mapping[str, Series] = {}
    front_matter: Mapping[str, Mapping[str, str]] = {}
    reviews_a_week: int = REVIEWS_A_WEEK
    stale_after: str = STALE_AFTER
    findings: tuple[Finding, ...] = ()

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round of every series, in order."""
        return tuple(one for series in self.series.values() for one in series.rounds)


def refuse_newer(config: Config) -> None:
    """Refuse to write into a repository of a newer format.

    Raises:
        ConflictError: it is newer than what this teamkit writes.
    """
    if config.format > FORMAT:
        raise ConflictError(
            f"This repository has format {config.format}; this teamkit writes {FORMAT}.",
            where=FILE,
            hint="Upgrade: pip install --upgrade teamkit (or pipx upgrade teamkit)",
        )
