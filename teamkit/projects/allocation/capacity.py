"""How much of a week people have, month by month, and how much of it is promised.

Inside, time is counted in percent-days, whole numbers: half a week's work on 20 working days is
50 x 20. So sums are exact, and what fits to the day fits.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from teamkit.kinds import KINDS
from teamkit.people.person import Person
from teamkit.projects.months import Month, between, workdays
from teamkit.projects.proposals.model import Part, Proposal

#: Percent with which a lead counts that does not say how likely it is.
UNSAID = 50


def available(person: Person, month: Month) -> float:
    """Percent of a full week that *person* has in *month*, whatever is promised: 0 or more."""
    days = workdays(month.first, month.last)
    return max(0, person.capacity) * here(person, month.first, month.last) / days


def here(person: Person, start: date, end: date) -> int:
    """Working days of the closed interval on which *person* is a member and not away."""
    last = end if person.left is None else min(end, person.left - timedelta(days=1))
    first = start if person.joined is None else max(start, person.joined)
    days, at = workdays(first, last), first
    for gone, back in sorted(person.away):
        days -= workdays(max(gone, at), min(back, last))
        at = max(at, back + timedelta(days=1))
    return days


def room(person: Person, month: Month) -> int:
    """The percent-days that *person* has in *month*."""
    return max(0, person.capacity) * here(person, month.first, month.last)


def agreed(proposals: Iterable[Proposal], but: str = "") -> dict[tuple[str, Month], float]:
    """Percent of a full week agreed by (handle, month), in proposals that are alive.

    Args:
        proposals: all proposals.
        but: the file's name, without .md, of one that does not count.
    """
    return percent(load(proposals, ["agreed"], but))


def weighted(
    proposals: Iterable[Proposal], states: Collection[str] = ("agreed",), but: str = ""
) -> dict[tuple[str, Month], float]:
    """As `agreed`, of parts in these *states*, each as likely as its proposal is."""
    total: dict[tuple[str, Month], float] = {}
    for proposal in proposals:
        for key, share in percent(load([proposal], states, but)).items():
            total[key] = total.get(key, 0.0) + share * chance(proposal) / 100
    return total


def chance(proposal: Proposal) -> int:
    """How likely it is that the proposal comes to be, in percent."""
    return UNSAID if proposal.probability is None else proposal.probability


def is_alive(proposal: Proposal) -> bool:
    """Whether its parts still take somebody's time, or may."""
    return proposal.status not in KINDS["proposals"].over


def load(
    proposals: Iterable[Proposal], states: Collection[str], but: str = ""
) -> dict[tuple[str, Month], int]:
    """Percent-days by (handle, month) of the parts in these *states*, in proposals alive."""
    total: dict[tuple[str, Month], int] = {}
    for proposal in proposals:
        if is_alive(proposal) and proposal.stem != but:
            for part in proposal.parts:
                if part.state in states:
                    for month, days in of_part(part):
                        key = part.person, month
                        total[key] = total.get(key, 0) + days
    return total


def of_part(part: Part) -> Iterator[tuple[Month, int]]:
    """The percent-days that *part* takes in each month; none where it cannot be read."""
    if part.percent and part.starts and part.ends:
        for month, days in days_by_month(part.starts, part.ends):
            yield month, part.percent * days


def days_by_month(start: date, end: date) -> Iterator[tuple[Month, int]]:
    """The working days of the closed interval in each month that has any."""
    for month in between(start, end):
        days = workdays(max(start, month.first), min(end, month.last))
        if days:
            yield month, days


def percent(load: dict[tuple[str, Month], int]) -> dict[tuple[str, Month], float]:
    """Percent-days as percent of a full week of their months."""
    return {
        (handle, month): days / workdays(month.first, month.last)
        for (handle, month), days in load.items()
    }
