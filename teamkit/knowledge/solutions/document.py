"""Deciding what stands in the solutions document, and writing it into a page of the team's."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.facts import Offer
from teamkit.finder import Named, find, fold
from teamkit.kinds import KINDS, choices
from teamkit.knowledge.solutions.model import Need
from teamkit.store import outputs
from teamkit.team import Team

#: The generated block of the document's page.
BLOCK = "solutions"
#: What stands in the document when nobody says otherwise: all but what is retired.
USUAL = tuple(s for s in choices("solutions", "status") if s not in KINDS["solutions"].over)


class DocumentEntry(NamedTuple):
    """One need, and every way to meet it.

    Attributes:
        also: its tags but the one it stands under, sorted.
        offers: in the order of its table; one with an empty solution when it has none.
    """

    need: Need
    also: tuple[str, ...]
    offers: tuple[Offer, ...]


class Group(NamedTuple):
    """The needs that stand under one tag, in path order; the tag is empty for those without."""

    tag: str
    entries: tuple[DocumentEntry, ...]


class SolutionsDocument(NamedTuple):
    """What the document says.

    Attributes:
        groups: in order of tag; those without a tag last.
        missing: what the team does not have yet, in path order.
        tags: those the needs were chosen by; empty when all of them are here.
    """

    groups: tuple[Group, ...]
    missing: tuple[DocumentEntry, ...]
    tags: tuple[str, ...] = ()


def page(
    needs: Sequence[Need],
    offers: Iterable[Offer],
    *,
    tags: Sequence[str] = (),
    statuses: Sequence[str] = (),
) -> SolutionsDocument:
    """The needs of the document, each once: under that of its tags that most needs here have.

    A tag that was asked for goes before others; among equals the first of the alphabet counts.

    Args:
        needs: all of them, in path order.
        offers: what there is for them.
        tags: only needs with all of these, whatever their case.
        statuses: only needs with one of these; without any, all but retired ones.

    Raises:
        UsageError: a status is none of ours.
        UnknownError: no need has such a tag; says the closest.
    """
    for status in statuses:
        known = choices("solutions", "status")
        if status not in known:
            raise UsageError(f"Unknown status '{status}'.", hint=f"Use one of: {', '.join(known)}")
    asked = _asked(needs, tags)
    chosen = [
        need
        for need in needs
        if need.status in (statuses or USUAL) and set(asked) <= set(_folded(need))
    ]
    ways: dict[str, list[Offer]] = {}
    for offer in offers:
        ways.setdefault(offer.need, []).append(offer)
    return SolutionsDocument(
        groups=_grouped([need for need in chosen if need.status != "missing"], ways, asked),
        missing=tuple(_entry(need, ways) for need in chosen if need.status == "missing"),
        tags=tuple(asked.values()),
    )


def written(
    team: Team, path: str, title: str, content: str, *, regenerate: bool = False
) -> outputs.Written:
    """The change that writes the document into the page at *path*, as `outputs.put` does."""
    output = outputs.Output(BLOCK, "the solutions document", "solutions doc", title, content)
    return outputs.put(team.config, path, team.read, output, regenerate=regenerate)


def _grouped(
    needs: Sequence[Need], ways: Mapping[str, Sequence[Offer]], asked: Collection[str]
) -> tuple[Group, ...]:
    counts = Counter(tag for need in needs for tag in _folded(need))
    groups: dict[str, list[DocumentEntry]] = {}
    for need in needs:
        own = _folded(need)
        home = min(own, key=lambda tag: (tag not in asked, -counts[tag], tag), default="")
        groups.setdefault(home, []).append(_entry(need, ways, home))
    spelled = _spelled(needs)
    in_order = sorted(groups, key=lambda home: (not home, home))
    return tuple(Group(spelled.get(home, ""), tuple(groups[home])) for home in in_order)


def _asked(needs: Iterable[Need], tags: Iterable[str]) -> dict[str, str]:
    """Folded tag -> the tag as the needs have it, of those asked for."""
    known = [Named(tag, tag) for tag in _spelled(needs).values()]
    found = (find(tag.lstrip("#"), known, "tag", hint="See: teamkit solutions doc") for tag in tags)
    return {fold(tag): tag for tag in found}


def _spelled(needs: Iterable[Need]) -> dict[str, str]:
    """Folded tag -> as the first need that has it writes it."""
    spelled: dict[str, str] = {}
    for need in needs:
        for tag in need.tags:
            spelled.setdefault(fold(tag), tag)
    return spelled


def _folded(need: Need) -> dict[str, str]:
    """Folded tag -> as this need writes it, sorted."""
    return {fold(tag): tag for tag in sorted(need.tags, key=fold) if tag}


def _entry(need: Need, ways: Mapping[str, Sequence[Offer]], home: str = "") -> DocumentEntry:
    also = tuple(tag for folded, tag in _folded(need).items() if folded != home)
    return DocumentEntry(need, also, tuple(ways.get(need.stem, ())))
