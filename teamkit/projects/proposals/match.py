"""Which of the team's needs a client's words mean, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from teamkit.facts import Offer
from teamkit.store import layout, search

# The places count alike: only which words are found matters here.
_FIELDS = {"title": 1.0, "tags": 1.0, "skills": 1.0, "solutions": 1.0, "when": 1.0}
_HALF = 0.5


class Match(NamedTuple):
    """What the team has for some words.

    Attributes:
        words: as typed, in one line.
        offer: the nearest need, by its best solution; None when none holds any of the words.
        is_sure: the words mean that need and no other.
        is_near: they may well mean it.
    """

    words: str
    offer: Offer | None = None
    is_sure: bool = False
    is_near: bool = False


def match(words: str, offers: Sequence[Offer]) -> Match:
    """The need that *words* mean, among *offers*, best first.

    It is sure when the words are its title, or when it is the only one that holds all the words
    that tell something, or all of whose title is among them. It is near when it holds half of
    them. What is retired is never sure.

    Raises:
        UsageError: nothing of the words can stand in a file name.
    """
    words = " ".join(words.split())
    needs = {offer.need: offer for offer in reversed(offers)}
    best_first = list(dict.fromkeys(offer.need for offer in offers))
    held = _held(words, offers)
    for need in _meant(words, needs, best_first, held):
        return Match(words, needs[need], is_sure=True, is_near=True)
    near = [need for need in best_first if held.get(need, 0.0) >= _HALF]
    return Match(words, needs.get(next(iter(near or best_first), "")), is_near=bool(near))


def _meant(
    words: str, needs: Mapping[str, Offer], best_first: Iterable[str], held: Mapping[str, float]
) -> Iterable[str]:
    """The one need that is meant for sure; or none."""
    alive = [need for need in best_first if needs[need].status != "retired"]
    slug = layout.slug(words)
    named = [need for need in alive if slug in {need, _slug(needs[need].title)}]
    if named:
        return named[:1]
    sure = [need for need in alive if held.get(need) == 1 or _holds_all(words, needs[need].title)]
    return sure if len(sure) == 1 else ()


def _held(words: str, offers: Iterable[Offer]) -> dict[str, float]:
    """How much of *words* each need holds, by number: 0 to 1."""
    texts: dict[str, dict[str, str]] = {}
    for offer in offers:
        fields = texts.setdefault(offer.need, dict.fromkeys(_FIELDS, ""))
        fields["title"] = offer.title
        fields["tags"] = " ".join(offer.tags)
        fields["skills"] = " ".join(offer.skills)
        fields["solutions"] += f" {offer.solution}"
        fields["when"] += f" {offer.when}"
    count = len(search.words_of(words))
    return {hit.id: len(hit.words) / count for hit in search.search(texts.items(), words, _FIELDS)}


def _holds_all(words: str, title: str) -> bool:
    """Whether every word of *title* that tells something is among *words*."""
    wanted = search.words_of(title)
    hits = search.search([("", {"title": words})], title, {"title": 1.0})
    return bool(wanted) and any(len(hit.words) == len(wanted) for hit in hits)


def _slug(title: str) -> str:
    return layout.slug(title) if any(map(str.isalnum, title)) else ""
