"""The map: skills down, people across; what each says of themselves, and no sums of anybody."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import NotFoundError
from teamkit.finder import Named, find, fold
from teamkit.knowledge.skills.set import skill_named
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import Person


class MatrixRow(NamedTuple):
    """One skill, and who said what of it: handle -> their row; who did not answer is not there."""

    skill: Skill
    answers: Mapping[str, Ability]

    @property
    def alone(self) -> list[str]:
        """Who can do it alone, by handle."""
        return sorted(handle for handle, own in self.answers.items() if own.level >= ALONE)


class Matrix(NamedTuple):
    """The map of some skills and some people.

    Attributes:
        people: handles, in their order.
        away: handle -> last day away, of those away today.
        rows: a row per skill, field by field, in the catalog's order.
    """

    people: tuple[str, ...]
    away: Mapping[str, date]
    rows: tuple[MatrixRow, ...]


def matrix(
    catalog: Catalog,
    members: Iterable[Person],
    abilities: Sequence[Ability],
    today: date,
    *,
    skills: Collection[str] = (),
) -> Matrix:
    """The map of these people; skills that stand only in somebody's table come last, by name.

    Args:
        catalog: the vocabulary.
        members: whose answers count.
        abilities: everybody's rows.
        today: who is away then is marked.
        skills: as people write them; empty: all.
    """
    shown = sorted(members, key=lambda person: person.handle)
    handles = {person.handle for person in shown}
    wanted = {skill_named(catalog, abilities, word) for word in skills}
    answers: dict[str, dict[str, Ability]] = {}
    for ability in abilities:
        if ability.person in handles:
            answers.setdefault(ability.skill, {})[ability.person] = ability
    own = sorted((s for s in answers if catalog.get(s) is None), key=lambda s: (s.casefold(), s))
    every = [*_by_field(catalog), *(Skill(slug, slug) for slug in own)]
    rows = (MatrixRow(skill, answers.get(skill.slug, {})) for skill in every)
    return Matrix(
        people=tuple(person.handle for person in shown),
        away={p.handle: until for p in shown if (until := p.away_until(today))},
        rows=tuple(row for row in rows if not wanted or row.skill.slug in wanted),
    )


def members(
    people: Directory, today: date, areas: Collection[str] = (), known: Iterable[str] = ()
) -> list[Person]:
    """Who belongs to the team on *today*, and to one of *areas*; empty: everybody.

    Args:
        people: everybody with a file.
        today: who left by then or joins later is left out.
        areas: as typed.
        known: areas of the settings; those that people say they work in are known too.

    Raises:
        UnknownError: there is no area of that name; offers the nearest.
    """
    here = [person for person in people if person.is_member(today)]
    said = (area for person in here for area in person.areas)
    spelled = {fold(area): Named(area, fold(area)) for area in (*known, *said)}.values()
    wanted = {find(area, spelled, "area", hint="See: teamkit people list") for area in areas}
    return [p for p in here if not wanted or wanted & set(map(fold, p.areas))]


def only(members: Iterable[Person], named: Sequence[Person], today: date) -> list[Person]:
    """Those of *members* who were *named*; all of them when nobody was.

    Raises:
        NotFoundError: somebody who was named is not on the team.
    """
    for person in named:
        if not person.is_member(today):
            raise NotFoundError(
                f"{person.first_name} is not on the team today.", hint="See: teamkit people list"
            )
    return [person for person in members if not named or person in named]


def _by_field(catalog: Catalog) -> list[Skill]:
    """The catalog's skills, those of one field together."""
    fields: dict[str, list[Skill]] = {}
    for skill in catalog:
        fields.setdefault(skill.field, []).append(skill)
    return [skill for group in fields.values() for skill in group]
