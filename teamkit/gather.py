"""What the meetings and the team's knowledge show, in one list; nothing else happens here.

A room is opened only when its half is asked for: evidence does not load the offers.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from teamkit.errors import BadDocumentError
from teamkit.facts import Evidence, Offer
from teamkit.kinds import KINDS
from teamkit.people.directory import Directory
from teamkit.store import files, layout
from teamkit.team import Team

if TYPE_CHECKING:
    from teamkit.meetings.objections import Raised
    from teamkit.store.search import Passage


def evidence(
    team: Team, people: Directory, today: date, mentioning: Sequence[str] = ()
) -> list[Evidence]:
    """Who has shown what, in every room; *mentioning* skips files without any of these words.

    What is only counted (commits) is counted until *today*; everything else carries its own day.
    """
    from teamkit.knowledge.commits.facts import evidence as from_repositories
    from teamkit.knowledge.pages.facts import evidence as from_library
    from teamkit.knowledge.solutions.facts import evidence as from_solutions
    from teamkit.meetings.facts import evidence as from_meetings

    return [
        *from_solutions(team, people, mentioning),
        *from_meetings(team, people, mentioning),
        *from_library(team, people, mentioning),
        *from_repositories(team, people, today, mentioning),
    ]


def passages(team: Team, people: Directory, words: Sequence[str]) -> "tuple[list[Passage], int]":
    """What holds any of these lower-case words, in every room, and how many files there are."""
    from teamkit.knowledge.pages.facts import passages as from_library
    from teamkit.knowledge.solutions.facts import passages as from_solutions
    from teamkit.meetings.facts import passages as from_meetings

    rooms = (from_solutions, from_meetings, from_library)
    found = [one for room in rooms for one in room(team, people, words)]
    return found, sum(_count(team, one.noun) for one in KINDS.values() if one.is_searched)


def _count(team: Team, kind: str) -> int:
    """How many files there are; what cannot be opened is named where it is read."""
    try:
        return len(files.names(team.folder, layout.folder(team.config, kind)))
    except BadDocumentError:
        return 0


def offers(team: Team, people: Directory) -> list[Offer]:
    """Every way the team has to meet a need, and the needs without any."""
    from teamkit.knowledge.solutions.facts import offers as of_solutions
    from teamkit.people.catalog import catalog

    return of_solutions(team, people, catalog(team))


def offers_for(team: Team, people: Directory, words: str) -> list[Offer]:
    """The offers that fit a client's *words*, best first; empty when none does."""
    from teamkit.knowledge.solutions.facts import matching
    from teamkit.people.catalog import catalog

    return matching(team, people, catalog(team), words)


def spread(team: Team, people: Directory) -> tuple[float, float] | None:
    """P20 and P80 of actual over estimate of all jobs on record; None below five."""
    from teamkit.knowledge.solutions.facts import spread as of_solutions

    return of_solutions(team, people)


def objections(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> "list[Raised]":
    """Who objected to what, oldest first; with *mentioning*, where one of these words stands."""
    from teamkit.meetings.objections import objections as from_notes

    return from_notes(team, people, mentioning)
