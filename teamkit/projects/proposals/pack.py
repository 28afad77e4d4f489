"""Deciding what stands in the pack of a proposal, and writing it into a page."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.facts import Offer
from teamkit.finder import Named, find
from teamkit.markdown.outline import Outline
from teamkit.projects.proposals import simulation
from teamkit.projects.proposals.find import need_named
from teamkit.projects.proposals.model import Proposal, ProposalNeed
from teamkit.projects.proposals.simulation import Forecast, Time
from teamkit.projects.proposals.skills_needed import Staffing
from teamkit.projects.proposals.tables import NEEDS
from teamkit.store import outputs
from teamkit.team import Team

#: The generated block of the pack's page.
BLOCK = "pack"

# What stands around the words of a link: `[words](target)`, `[[slug|words]]`.
_LINKED = re.compile(r"\[\[[^\[\]|]*\|?|\]\]|\[|\]\([^()]*\)")
_MARKS = " ,:;.()\u2013-"


class Chosen(NamedTuple):
    """A need of the proposal, and how it is met.

    Attributes:
        offer: None when no solution is linked, or the file that is linked is not there.
        others: the need's other solutions, in their table's order.
        low: working days, P20; None when nobody has said how long it takes.
        high: working days, P80.
        is_widened: one number was known, and took the team's spread.
    """

    need: ProposalNeed
    offer: Offer | None
    others: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_widened: bool = False

    @property
    def time(self) -> Time | None:
        """What is drawn from; None without any time."""
        if self.low is None or self.high is None:
            return None
        return Time(self.need.title, self.low, self.high)


class Pack(NamedTuple):
    """All that the page says.

    Attributes:
        chosen: in the order of the table of needs.
        spread: what made a range of a single number, as `simulation.widened` took it.
        forecast: None when no need has a time.
    """

    proposal: Proposal
    chosen: tuple[Chosen, ...]
    spread: tuple[float, float] | None
    forecast: Forecast | None
    staffing: Staffing


def pack(
    proposal: Proposal,
    offers: Sequence[Offer],
    spread: tuple[float, float] | None,
    staffing: Staffing,
    options: Iterable[str] = (),
) -> Pack:
    """What is needed, how it is met, how long all of it takes.

    Args:
        proposal: the proposal.
        offers: every way the team has to meet a need.
        spread: P20 and P80 of actual over estimate of the team's jobs; None without enough.
        staffing: the skills and people.
        options: `NEED=SOLUTION` each: another solution than the row says.

    Raises:
        UsageError: an option is not of that form.
        UnknownError: there is no such need, or no such solution for it.
        AmbiguousError: there are several.
    """
    asked = dict(_asked(proposal, offers, option) for option in options)
    chosen = tuple(_chosen(proposal, need, offers, asked, spread) for need in proposal.needs)
    times = [one.time for one in chosen]
    forecast = simulation.forecast(time for time in times if time)
    return Pack(proposal, chosen, spread, forecast, staffing)


def written(
    team: Team, path: str, title: str, content: str, *, regenerate: bool = False
) -> outputs.Written:
    """The change that writes the pack into the page at *path*, as `outputs.put` does."""
    output = outputs.Output(BLOCK, "the pack", "proposals pack", title, content)
    return outputs.put(team.config, path, team.read, output, regenerate=regenerate)


def _asked(proposal: Proposal, offers: Sequence[Offer], option: str) -> tuple[int, Offer]:
    """The line of a need and the offer that `NEED=SOLUTION` asks for."""
    name, equals, solution = option.partition("=")
    if not equals or not name.strip() or not solution.strip():
        raise UsageError(
            f"'{option}' does not say which solution for which need.",
            hint='Write --option "NEED=SOLUTION"; the beginning of each is enough',
        )
    need = need_named(proposal, name)
    own = [offer for offer in offers if offer.need == need.solution and offer.solution]
    return need.line, _named(own or [o for o in offers if o.solution], solution)


def _named(offers: Sequence[Offer], name: str) -> Offer:
    """The offer whose solution *name* means: all of it, or a unique part.

    The name of a solution's file means the first solution in it.
    """
    first = {offer.need: offer for offer in reversed(offers)}
    known = [
        Named(offer.solution, offer, (offer.need,) if offer is first[offer.need] else ())
        for offer in offers
    ]
    hint = f"There are: {', '.join(one.key for one in known)}" if known else None
    return find(name.removesuffix(".md"), known, "solution", hint=hint)


def _chosen(
    proposal: Proposal,
    need: ProposalNeed,
    offers: Iterable[Offer],
    asked: Mapping[int, Offer],
    spread: tuple[float, float] | None,
) -> Chosen:
    cell = NEEDS.cell(Outline(proposal.document), need.line, "Solution")
    linked = [offer for offer in offers if offer.need == need.solution]
    offer = asked.get(need.line) or _first(linked, cell.casefold())
    if offer is None:
        return Chosen(need, None)
    others = tuple(one.solution for one in linked if one != offer and one.solution)
    if offer.low is None or offer.high is None:
        return Chosen(need, offer, others)
    if offer.low == offer.high:
        low, high = simulation.widened(offer.low, spread)
        return Chosen(need, offer, others, low, high, is_widened=True)
    return Chosen(need, offer, others, offer.low, offer.high)


def _first(linked: Sequence[Offer], said: str) -> Offer | None:
    """The solution that the row names, or whose heading it links to; else the first."""
    words = {" ".join(word.split()).strip(_MARKS) for word in (*_LINKED.split(said), said)}
    heading = said.partition("#")[2].partition(")")[0].replace("-", " ")
    named = (it for it in linked if it.solution and _is_named(it.solution, words, heading))
    return next(named, None) or next(iter(linked), None)


def _is_named(solution: str, words: Collection[str], heading: str) -> bool:
    name = " ".join(solution.casefold().split())
    told = "".join(c if c.isalnum() else " " for c in name).split()
    return name in words or told == heading.split()
