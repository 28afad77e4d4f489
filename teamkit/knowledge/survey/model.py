"""A survey round as a frozen value, and finding the one that is meant."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from teamkit.errors import NotFoundError
from teamkit.markdown.document import Document
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.team import Team


class Survey(NamedTuple):
    """One round.

    Attributes:
        name: the file's name without .md.
        opens: None when the file does not say.
        closes: the last day; None when it is open until somebody closes it.
        areas: who is expected; empty for everybody.
        skills: slugs, or words the catalog does not have; empty for all.
    """

    name: str
    title: str
    opens: date | None
    closes: date | None
    areas: tuple[str, ...]
    skills: tuple[str, ...]
    path: str
    document: Document

    def is_open(self, day: date) -> bool:
        """Whether it is answered on *day*."""
        has_begun = self.opens is None or self.opens <= day
        return has_begun and (self.closes is None or day <= self.closes)


def read_survey(document: Document, catalog: Catalog) -> Survey:
    """The round a `skills/surveys/NAME.md` describes; what cannot be read is left out."""
    return Survey(
        name=document.stem,
        title=document.title(),
        opens=document.day("opens"),
        closes=document.day("closes"),
        areas=document.texts("areas"),
        skills=tuple(catalog.slug_of(word) or word for word in document.texts("skills")),
        path=document.path,
        document=document,
    )


def surveys(team: Team, catalog: Catalog) -> list[Survey]:
    """Every round, by the day it opens, then by name."""
    found = (read_survey(document, catalog) for document in team.documents("surveys"))
    return sorted(found, key=_order)


def running(team: Team, catalog: Catalog, name: str | None, today: date) -> Survey | None:
    """The round called *name*; without a name the open one that opened last, or None."""
    if name is not None:
        return read_survey(team.named("surveys", "survey", name), catalog)
    opened = [one for one in surveys(team, catalog) if one.is_open(today)]
    return opened[-1] if opened else None


def meant(team: Team, catalog: Catalog, name: str | None, today: date) -> Survey:
    """As `running`, or the last round that has begun when none is open.

    Raises:
        UnknownError: none has that name.
        AmbiguousError: several have.
        NotFoundError: there is no round yet.
    """
    found = running(team, catalog, name, today)
    if found is not None:
        return found
    begun = [one for one in surveys(team, catalog) if one.opens is None or one.opens <= today]
    if not begun:
        raise NotFoundError(
            "No skills survey has been opened yet.",
            hint="Open one: teamkit skills survey open NAME",
        )
    return begun[-1]


def before(team: Team, catalog: Catalog, survey: Survey) -> Survey | None:
    """The round that closed last before this one opened; None for the first."""
    start = survey.opens or date.max
    closed = [one for one in surveys(team, catalog) if one.closes and one.closes <= start]
    earlier = [one for one in closed if one.name != survey.name]
    return max(earlier, key=lambda one: (one.closes or date.min, one.name), default=None)


def expected(people: Directory, survey: Survey | None, today: date) -> list[Person]:
    """Who is asked, in order of handle."""
    areas = survey.areas if survey else ()
    return [person for person in people if person.is_expected(today, areas)]


def asked(survey: Survey | None, catalog: Catalog, abilities: Iterable[Ability]) -> list[str]:
    """The skills it is about: those it names, else the catalog's, then others of *abilities*."""
    if survey and survey.skills:
        return list(dict.fromkeys(survey.skills))
    known = [skill.slug for skill in catalog]
    return list(dict.fromkeys([*known, *sorted({ability.skill for ability in abilities})]))


def _order(survey: Survey) -> tuple[date, str]:
    return (survey.opens or date.min, survey.name)
