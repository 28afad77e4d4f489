"""What is asked: which parts are open, who could take them, and what stands in their way."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.people.person import Person
from teamkit.projects.allocation import capacity
from teamkit.projects.allocation.score import Experience, Term
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import MAIN, SUPPORT, Proposal, ProposalNeed

#: The most that one part takes of a week, where nobody says another limit.
MOST = 80
#: The least that a support takes.
LEAST = 10
_STEP = 5
ROLES = (MAIN, SUPPORT)


class Lock(NamedTuple):
    """Somebody who shall have a role.

    Attributes:
        need: its place in the proposal; None: any of them.
    """

    person: str
    role: str
    need: int | None


class Wishes(NamedTuple):
    """What the asker says beside the files.

    Attributes:
        volunteers: handles of those who would take any part.
        most: percent of a week that a part may take.
    """

    volunteers: frozenset[str] = frozenset()
    locks: tuple[Lock, ...] = ()
    most: int = MOST


class Ask(NamedTuple):
    """One need that waits for people.

    Attributes:
        need: its place in the proposal.
        percent: of a full week that it takes.
        days: its working days in each month, from today on.
        starts: the first of them; *ends* is the last.
        unready: why nobody can be proposed for it; empty as a rule.
    """

    need: int
    what: ProposalNeed
    percent: int
    days: tuple[tuple[Month, int], ...]
    starts: date
    ends: date
    unready: str = ""


class Fixed(NamedTuple):
    """A part that is not moved: agreed, or locked.

    Attributes:
        percent: of a full week.
        is_locked: it is, and not agreed.
    """

    need: int
    person: str
    role: str
    percent: int
    is_locked: bool = False


class Candidate(NamedTuple):
    """Somebody, as one of the two people of a need.

    Attributes:
        percent: of a full week that the part would take.
        free: percent that would stay free in the fullest month.
        month: that month.
        terms: what speaks for them, by name.
        obstacle: why they cannot, a phrase; empty when they can.
    """

    need: int
    person: str
    role: str
    percent: int
    free: int
    month: Month
    standing: Experience
    terms: tuple[Term, ...]
    obstacle: str = ""


class Question(NamedTuple):
    """Everything that matters for the people of one proposal.

    Attributes:
        asks: a need each, in the proposal's order.
        rooms: percent-days free by (handle, month), beside all that is fixed; below 0 where that
            is too much.
        standings: need by need what each brings.
        candidates: by (need, role), in order of handle.
        rows: (need, handle, role) of volunteers' rows -> their percent; None where it has none.
    """

    proposal: Proposal
    people: Mapping[str, Person]
    wishes: Wishes
    asks: tuple[Ask, ...]
    fixed: tuple[Fixed, ...]
    rooms: Mapping[tuple[str, Month], int]
    standings: Sequence[Mapping[str, Experience]]
    candidates: Mapping[tuple[int, str], tuple[Candidate, ...]]
    rows: Mapping[tuple[int, str, str], int | None]


def ask(need: ProposalNeed, at: int, today: date) -> Ask:
    """What *need* takes from today on, and whether anybody can be proposed for it."""
    percent = round(100 * (need.fte or 0))
    if need.starts is None or need.ends is None:
        return Ask(at, need, percent, (), today, today, "it has no days From and To")
    starts = max(need.starts, today)
    days = tuple(capacity.days_by_month(starts, need.ends))
    unready = ""
    if need.fte is None:
        unready = "its FTE cannot be read"
    elif not percent:
        unready = "it takes no time"
    elif not days:
        unready = f"it ended on {need.ends}" if need.ends < today else "it has no working day"
    return Ask(at, need, percent, days, starts, need.ends, unready)


def part_of(asked: Question, need: int, person: str, role: str) -> int:
    """Percent of a week that the part takes: as offered, else by rule.

    A main person takes what is left beside the parts that are fixed; a support a quarter of the
    main person's, in steps of five, ten at least.
    """
    offered = asked.rows.get((need, person, role))
    if offered:
        return min(offered, asked.wishes.most)
    others = sum(one.percent for one in asked.fixed if one.need == need and one.person != person)
    whole = asked.asks[need].percent
    if role == MAIN:
        return max(min(whole, LEAST), min(asked.wishes.most, whole - others))
    main = [one.percent for one in asked.fixed if one.need == need and one.role == MAIN]
    quarter = (sum(main) or min(asked.wishes.most, whole)) / 4
    return max(LEAST, _STEP * int(quarter / _STEP + 0.5))


def of_need(asked: Question, need: int, role: str) -> list[Fixed]:
    """The parts with that role that are fixed."""
    return [one for one in asked.fixed if one.need == need and one.role == role]


def place(proposal: Proposal, title: str) -> int | None:
    """Which need, by its place, a row of the allocation means."""
    wanted = title.casefold()
    return next(
        (at for at, one in enumerate(proposal.needs) if one.title.casefold() == wanted), None
    )


def declined(proposal: Proposal, need: int) -> set[str]:
    """Who declined any part of that need, and agreed to none since."""
    title = proposal.needs[need].title.casefold()
    own = [part for part in proposal.parts if part.need.casefold() == title]
    agreed = {part.person for part in own if part.state == "agreed"}
    return {part.person for part in own if part.state == "declined"} - agreed
