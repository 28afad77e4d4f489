"""Who can be asked about something that is no skill: free words, found where people wrote them.

A passage (a topic, a heading of the notes, a need) counts when the words found in it are at least
`COVERED` of the question, rare words being more of it than common ones. Whoever took part in it is
credited once, by their strongest part, times the passage's fit and age: the formula of `ranking`.
Where nobody did more than sit there, the answer is nobody.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Evidence
from teamkit.finder import fold
from teamkit.knowledge.skills import rank
from teamkit.knowledge.skills.rank import Knower
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.store import search
from teamkit.store.search import Passage

#: How much of a question a passage must hold to count: one of two words, but not one of three.
COVERED = 0.34
#: So many passages count, the best.
MOST = 100
#: How much a word counts, by where it stands.
WEIGHTS: Mapping[str, float] = {"title": 3.0, "text": 1.0}


class PassageFound(NamedTuple):
    """A passage that speaks of what was asked.

    Attributes:
        words: those of the question that stand in it, as typed.
        fit: how well it fits, 0 to 1.
    """

    passage: Passage
    words: tuple[str, ...]
    fit: float


class FoundByWords(NamedTuple):
    """What free words found.

    Attributes:
        found: the passages, the best first.
        knowers: who can be asked, the best first; empty rather than a guess.
        wanting: who would like to hear about it, each once.
    """

    found: tuple[PassageFound, ...]
    knowers: tuple[Knower, ...]
    wanting: tuple[Evidence, ...]


def ask(
    words: str,
    passages: Iterable[Passage],
    today: date,
    *,
    among: int = 0,
    members: Collection[str] | None = None,
    abilities: Iterable[Ability] = (),
    named: Sequence[str] = (),
) -> FoundByWords:
    """Who can be asked about *words*.

    Args:
        words: as somebody would say it.
        passages: where to look; what is dated after *today* is not used.
        today: the day of asking.
        among: how many files there are in all, where passages without any of the words are missing.
        members: who may be named; None for anybody.
        abilities: rows of the skills that are *named*.
        named: slugs of skills that stand among the words.
    """
    known = [one for one in passages if one.on is None or one.on <= today]
    found = find(words, known, among=among)
    if not found:
        return FoundByWords((), (), ())
    fits: dict[Evidence, float] = {}
    for one in found:
        for piece in _strongest(one.passage):
            if members is None or piece.person in members:
                fits[piece] = max(one.fit, fits.get(piece, 0.0))
    closeness = dict.fromkeys(named, rank.NAMED)
    rows = (row for row in abilities if members is None or row.person in members)
    knowers = rank.rank(rows, fits, closeness, today, fits)
    wanting = {
        piece.person: piece
        for one in reversed(found)
        for piece in one.passage.wanting
        if members is None or piece.person in members
    }
    return FoundByWords(found, tuple(knowers), tuple(wanting[person] for person in sorted(wanting)))


def find(words: str, passages: Sequence[Passage], *, among: int = 0) -> tuple[PassageFound, ...]:
    """The `MOST` passages that hold enough of *words*, the best first."""
    texts = ((str(at), {"title": p.title, "text": p.text}) for at, p in enumerate(passages))
    hits = search.search(texts, words, WEIGHTS, among=among)
    found = [
        PassageFound(passages[int(hit.id)], hit.words, hit.fit)
        for hit in hits
        if hit.share >= COVERED
    ]
    found.sort(key=lambda f: (-round(f.fit, 9), f.passage.path, f.passage.line))
    return tuple(found[:MOST])


def skills_in(catalog: Catalog, words: str) -> tuple[str, ...]:
    """Slugs of the skills whose names stand among *words*, in the catalog's order."""
    told = f" {fold(words)} "
    return tuple(
        skill.slug
        for skill in catalog
        if any(f" {fold(name)} " in told for name in catalog.names(skill.slug))
    )


def _strongest(passage: Passage) -> Iterable[Evidence]:
    """Each person's strongest part in a passage, the first line of several."""
    best: dict[str, Evidence] = {}
    for piece in sorted(passage.shown, key=lambda p: (-rank.weight(p.part), p.path, p.line)):
        best.setdefault(piece.person, piece)
    return best.values()
