"""Deciding who can be asked: about a skill, or about anything in free words."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from teamkit.errors import NobodyKnowsError, UnknownError
from teamkit.facts import Evidence
from teamkit.finder import fold
from teamkit.knowledge.skills import rank
from teamkit.knowledge.skills.rank import Knower
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory

if TYPE_CHECKING:
    from teamkit.knowledge.skills.by_words import PassageFound
    from teamkit.store.search import Passage


class Sources(NamedTuple):
    """Where to look.

    Attributes:
        abilities: everybody's rows, in tables that hold a skill of these names; without any, all.
        evidence: who has shown what, in files that hold any of these lower-case words.
        passages: what can be found there by free words, and how many files there are in all.
    """

    abilities: Callable[[Sequence[str]], Sequence[Ability]]
    evidence: Callable[[Sequence[str]], Iterable[Evidence]]
    passages: Callable[[Sequence[str]], "tuple[Sequence[Passage], int]"]


class WhoKnows(NamedTuple):
    """Who to ask about a skill, or about anything in free words.

    Attributes:
        skill: the slug asked for; empty when the words are no skill.
        title: the skill's, or the words as typed.
        on: the day of asking.
        knowers: best first; who is away stays in the order and is marked by `away`.
        away: handle -> last day away, of those away today.
        learners: who wants more of it: rows of those who say so, by handle; for free words, who
            would like to hear about a topic, too.
        found: what the free words stand in, the best first.
        near: skills that go by a similar name, or that stand among the words.
    """

    skill: str
    title: str
    on: date
    knowers: tuple[Knower, ...]
    away: dict[str, date]
    learners: tuple[Ability | Evidence, ...]
    found: "tuple[PassageFound, ...]" = ()
    near: tuple[str, ...] = ()

    @property
    def next_one(self) -> Knower | None:
        """Who to ask when the first is away: the best of the others who is here."""
        others = (knower for knower in self.knowers[1:] if knower.person not in self.away)
        return next(others, None)

    @property
    def first_here(self) -> Knower | None:
        """Who to ask today: the best of those who are not away."""
        return next((one for one in self.knowers if one.person not in self.away), None)


def who_knows(
    catalog: Catalog, people: Directory, topic: str, today: date, sources: Sources
) -> WhoKnows:
    """Who knows *topic*: by level, freshness of the answer, and what the files show.

    Args:
        catalog: for aliases and needs.
        people: who left or has not joined is not named.
        topic: a skill, its title or an alias; else words to look for in topics, notes and needs;
            else a unique part of a skill's name.
        today: nothing after it counts.
        sources: asked for what may matter alone.

    Raises:
        UnknownError: no skill goes by that name, and the words find nobody; says the closest.
        AmbiguousError: it is an alias, or a part, of several.
        NobodyKnowsError: nobody is known to; says the closest skills.
    """
    slug = catalog.exact(topic)
    if slug is None:
        rows = sources.abilities([topic])
        slug = {fold(row.skill): row.skill for row in rows}.get(fold(topic))
    if slug is None:
        return _in_words(catalog, people, topic, today, sources)
    members = {person.handle for person in people if person.is_member(today)}
    near = closeness(catalog, slug)
    rows = sources.abilities(_names(catalog, near))
    words = [fold(name) for name in catalog.names(slug)]
    pieces = [
        e for e in sources.evidence(_spellings(catalog.names(slug))) if is_about(e, slug, words)
    ]
    knowers = rank.rank(
        (a for a in rows if a.person in members),
        (e for e in pieces if e.person in members),
        near,
        today,
    )
    if not knowers:
        close = [other for other in catalog.close(slug) if other != slug]
        raise NobodyKnowsError(catalog.title(slug), close or catalog.beside(slug))
    return WhoKnows(
        skill=slug,
        title=catalog.title(slug),
        on=today,
        knowers=tuple(knowers),
        away=_away(people, (knower.person for knower in knowers), today),
        learners=tuple(a for a in _wanting(rows, [slug]) if a.person in members),
    )


def closeness(catalog: Catalog, slug: str) -> dict[str, float]:
    """The skills that say something about *slug*, and how much."""
    skill = catalog.get(slug)
    needed = dict.fromkeys(skill.needs if skill else (), rank.NEEDED)
    needing = dict.fromkeys(catalog.needing(slug), rank.NEEDING)
    return {**needed, **needing, slug: 1.0}


def is_about(evidence: Evidence, slug: str, words: Iterable[str]) -> bool:
    """Whether it shows that skill: by its tags, or by one of its names (folded *words*)."""
    if slug in evidence.skills:
        return True
    about = fold(evidence.about)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", about) for word in words)


def _in_words(
    catalog: Catalog, people: Directory, words: str, today: date, sources: Sources
) -> WhoKnows:
    """Who can be asked about words that are no skill."""
    from teamkit.knowledge.skills import by_words
    from teamkit.store import search

    members = {person.handle for person in people if person.is_member(today)}
    named = by_words.skills_in(catalog, words)
    rows = sources.abilities(_names(catalog, named)) if named else ()
    stems = search.stems_of(words)
    passages, among = sources.passages(stems) if stems else ((), 0)
    asked = by_words.ask(
        words, passages, today, among=among, members=members, abilities=rows, named=named
    )
    if not asked.knowers:
        if named:
            raise UnknownError("skill", words, named)
        return who_knows(catalog, people, _by_part(catalog, words, sources), today, sources)
    first = asked.knowers[0].person
    wanting: list[Ability | Evidence] = [*_wanting(rows, named), *asked.wanting]
    learners = {one.person: one for one in reversed(wanting) if one.person in members}
    return WhoKnows(
        skill="",
        title=words,
        on=today,
        knowers=asked.knowers,
        away=_away(people, (knower.person for knower in asked.knowers), today),
        learners=tuple(learners[who] for who in sorted(learners) if who != first),
        found=asked.found,
        near=named or _near(catalog, words),
    )


def _by_part(catalog: Catalog, words: str, sources: Sources) -> str:
    """The skill whose name *words*, which find nobody, are a part of."""
    own = [row.skill for row in sources.abilities(())]
    try:
        return catalog.find(words, also=own, hint="See: teamkit skills list")
    except UnknownError:
        if len(fold(words).split()) < 2 or catalog.close(words, also=own):  # noqa: PLR2004
            raise  # one word may be a typing error
        raise NobodyKnowsError(words, ()) from None


def _near(catalog: Catalog, words: str) -> tuple[str, ...]:
    """Skills that a single word may have meant; a sentence is near to too many."""
    return () if len(fold(words).split()) > 1 else tuple(catalog.close(words))


def _wanting(rows: Iterable[Ability], slugs: Sequence[str]) -> list[Ability]:
    return [row for row in rows if row.skill in slugs and row.want == "more"]


def _names(catalog: Catalog, slugs: Iterable[str]) -> list[str]:
    return [name for slug in slugs for name in catalog.names(slug)]


def _away(people: Directory, handles: Iterable[str], today: date) -> dict[str, date]:
    found = {}
    for handle in handles:
        person = people.get(handle)
        until = person.away_until(today) if person else None
        if until is not None:
            found[handle] = until
    return found


def _spellings(names: Sequence[str]) -> list[str]:
    """Lower-case words, any of which a file must hold to be about the skill."""
    return sorted({name.casefold() for name in names} | {fold(name) for name in names})
