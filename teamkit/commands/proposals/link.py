"""Needs as somebody typed them, linked to the team's own: asked about where that is not plain."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit import gather
from teamkit.cli.ask import agree, can_ask
from teamkit.cli.session import Session
from teamkit.errors import WouldAskError
from teamkit.facts import Offer
from teamkit.knowledge.solutions import add
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import views_link
from teamkit.projects.proposals.match import Match, match
from teamkit.projects.proposals.need import TypedNeed, row
from teamkit.store.change import Write


class Linked(NamedTuple):
    """Needs with their solutions, and what has to be recorded with them.

    Attributes:
        matches: what each was taken for; those of *recorded* for nothing we have.
        recorded: the words that become needs of the team, with the status missing.
        writes: their files.
    """

    needs: tuple[TypedNeed, ...]
    matches: tuple[Match, ...] = ()
    recorded: frozenset[str] = frozenset()
    writes: tuple[Write, ...] = ()

    @property
    def paths(self) -> list[str]:
        """The files of the needs that are recorded."""
        return [write.path for write in self.writes]

    def said(self, stem: str) -> list[str]:
        """What was linked in the proposal *stem* and what was not, in sentences."""
        return [
            sentence
            for need, one in zip(self.needs, self.matches, strict=False)
            for sentence in views_link.matched(
                one, stem, is_recorded=one.words in self.recorded, takes_skill=not need.skill
            )
        ]


def linked(session: Session, needs: Sequence[TypedNeed], missing: bool | None) -> Linked:
    """Each need with the solution that its words mean.

    Args:
        session: asks where somebody sits at a terminal.
        needs: as typed.
        missing: whether to record what no need of the team speaks of; None asks.

    Raises:
        WouldAskError: it would have to ask and may not.
        TeamkitError: what was typed of a need is refused, before anything is asked.
    """
    for need in needs:
        row(session.team, catalog(session.team), need, "")
    found = [_settled(session, _matched(session, need.title)) for need in needs]
    strange = [one for one in found if not one.is_near]
    recorded = [one.words for one in strange if _wants(session, strange, one, missing)]
    writes = _missing(session, recorded)
    told = (_with(need, one, writes.get(one.words)) for need, one in zip(needs, found, strict=True))
    files = {write.path: write for write in writes.values()}
    return Linked(tuple(told), tuple(found), frozenset(recorded), tuple(files.values()))


def with_solution(session: Session, need: TypedNeed, name: str) -> Linked:
    """The need with the solution that was named.

    Raises:
        UnknownError: there is none; says the closest.
        AmbiguousError: there are several.
    """
    one = add.named(session.team, session.people, name)
    offers = gather.offers(session.team, session.people)
    offer = next(offer for offer in offers if offer.need == one.stem)
    return Linked((_to(need, offer),))


def _matched(session: Session, words: str) -> Match:
    return match(words, gather.offers_for(session.team, session.people, words))


def _settled(session: Session, found: Match) -> Match:
    """What was found; a near one is asked about where that may be done."""
    if found.offer is None or found.is_sure or not found.is_near or not can_ask(session):
        return found
    question = f"Is '{found.words}' the need '{found.offer.title}' ({found.offer.need})?"
    is_it = agree(session, question)
    return found._replace(is_sure=is_it, is_near=is_it)


def _wants(session: Session, strange: Sequence[Match], one: Match, missing: bool | None) -> bool:
    """Whether the words of *one* become a need of the team."""
    if missing is not None:
        return missing
    if not can_ask(session):
        named = ", ".join(map(views_link.with_nearest, strange))
        raise WouldAskError(f"record as missing: {named}?", "--missing or --no-missing")
    return agree(session, f"{views_link.nothing(one)}. Record it as missing?", default=True)


def _missing(session: Session, recorded: Sequence[str]) -> dict[str, Write]:
    """The file of each need that is recorded as missing, by its words."""
    team, people, vocabulary = session.team, session.people, catalog(session.team)
    drafts = {words: add.draft(team, vocabulary, words, add.Way()) for words in recorded}
    added = {
        words: add.add(team, people, one, one.page, session.today) for words, one in drafts.items()
    }
    return {words: one.change.writes[0] for words, one in added.items()}


def _with(need: TypedNeed, found: Match, write: Write | None) -> TypedNeed:
    if write:
        return need._replace(solution=(found.words, write.path))
    return _to(need, found.offer) if found.offer and found.is_sure else need


def _to(need: TypedNeed, offer: Offer) -> TypedNeed:
    """The need with its solution, by the name that tells it from the need's other ones."""
    return need._replace(
        usual_skill=next(iter(offer.skills), ""),
        solution=(offer.solution or offer.title, offer.path),
    )
