"""What everybody brings to each need: their own answers, what the files show, what they did."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Evidence, Offer
from teamkit.finder import fold
from teamkit.knowledge.skills import rank, who_knows
from teamkit.knowledge.skills.rank import Knower
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person
from teamkit.projects.allocation.score import ALONE, Experience
from teamkit.projects.proposals.model import Proposal, ProposalNeed

_BETWEEN = re.compile(r"\s*[,;]\s*")


class ExperienceSources(NamedTuple):
    """Where to look.

    Attributes:
        catalog: the vocabulary.
        abilities: everybody's rows.
        evidence: who has shown what, in files that hold any of these lower-case words.
        offers: what the solutions offer.
        areas: the team's.
    """

    catalog: Catalog
    abilities: Sequence[Ability]
    evidence: Callable[[Sequence[str]], Sequence[Evidence]]
    offers: Sequence[Offer]
    areas: tuple[str, ...]


class Known(NamedTuple):
    """Who knows one skill: everybody's own row, and who could be asked."""

    own: Mapping[str, Ability]
    knowers: Mapping[str, Knower]


def skills_of(need: ProposalNeed, catalog: Catalog) -> tuple[str, ...]:
    """The skills a need names: slugs, or the words as written where the catalog has none."""
    words = (word for word in _BETWEEN.split(need.skill) if word)
    return tuple(dict.fromkeys(catalog.slug_of(word) or word for word in words))


def standings(
    proposal: Proposal, people: Sequence[Person], sources: ExperienceSources, today: date
) -> list[dict[str, Experience]]:
    """For each need of *proposal*, in its order: handle -> what they bring; offers are left out."""
    asked = [skills_of(need, sources.catalog) for need in proposal.needs]
    known = _known({slug for skills in asked for slug in skills}, people, sources, today)
    found = []
    for need, skills in zip(proposal.needs, asked, strict=True):
        before = _before(need, proposal, sources.offers)
        areas = _areas(need, skills, proposal, sources)
        level = None if not skills else ALONE if need.level is None else need.level
        found.append(
            {
                person.handle: _standing(
                    person.handle, level, [known[one] for one in skills]
                )._replace(
                    before=before.get(person.handle, ""),
                    in_area=bool(areas & set(person.areas)),
                )
                for person in people
            }
        )
    return found


def _known(
    slugs: Iterable[str], people: Sequence[Person], sources: ExperienceSources, today: date
) -> dict[str, Known]:
    wanted = sorted(slugs)
    names = {slug: sources.catalog.names(slug) for slug in wanted}
    spelled = {name.casefold() for own in names.values() for name in own}
    spelled |= {fold(name) for own in names.values() for name in own}
    pieces = sources.evidence(sorted(spelled)) if wanted else ()
    members = {person.handle for person in people}
    rows = [row for row in sources.abilities if row.person in members]
    pieces = [piece for piece in pieces if piece.person in members]
    found = {}
    for slug in wanted:
        words = [fold(name) for name in names[slug]]
        about = [piece for piece in pieces if who_knows.is_about(piece, slug, words)]
        knowers = rank.rank(rows, about, who_knows.closeness(sources.catalog, slug), today)
        own = {row.person: row for row in rows if fold(row.skill) == fold(slug)}
        found[slug] = Known(own, {knower.person: knower for knower in knowers})
    return found


def _standing(handle: str, asked: int | None, known: Sequence[Known]) -> Experience:
    """The weakest of what they bring to the skills; without skills nothing is known."""
    own = [one.own.get(handle) for one in known]
    knowers = [one.knowers.get(handle) for one in known]
    wants = {row.want for row in own if row}
    return Experience(
        level=min((row.level for row in own if row), default=None) if all(own) else None,
        asked=asked,
        knows=min((round(2 * one.score) if one else 0 for one in knowers), default=0),
        shown=min((len(one.spoken) if one else 0 for one in knowers), default=0),
        want=next((want for want in ("less", "more", "keep") if want in wants), ""),
    )


def _before(need: ProposalNeed, proposal: Proposal, offers: Iterable[Offer]) -> dict[str, str]:
    """Who had to do with the need before, and how; the weightiest."""
    found: dict[str, str] = {}
    linked = [offer for offer in offers if need.solution and offer.need == need.solution]
    for offer in linked:
        found |= dict.fromkeys(offer.who, "named")
    found |= {offer.owner: "owns" for offer in linked if offer.owner}
    for part in proposal.parts:
        if part.state == "agreed" and part.need.casefold() == need.title.casefold():
            found[part.person] = "agreed"
    return found


def _areas(
    need: ProposalNeed, skills: Iterable[str], proposal: Proposal, sources: ExperienceSources
) -> set[str]:
    """The team's areas that the need belongs to: by its skills' field, the proposal, the tags."""
    fields = {skill.field for slug in skills if (skill := sources.catalog.get(slug))}
    tags = {tag for offer in sources.offers if offer.need == need.solution for tag in offer.tags}
    return set(sources.areas) & (fields | tags | set(proposal.document.texts("areas")))
