"""How much of their weeks people have promised, month by month; for planning, nothing else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.config import Config
from teamkit.errors import NotFoundError
from teamkit.knowledge.skills.matrix import members
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.allocation import capacity
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import Part, Proposal

#: Less of a week than this, in percent, is no excess.
_NOTHING = 0.5
#: What is not sure: these may come to nothing.
_OPEN = frozenset(["lead", "proposal"])
#: The states of a part that takes, or may take, somebody's time.
COUNTED = ("agreed", "suggested", "volunteered")


class Share(NamedTuple):
    """One person's month, in percent of a full week.

    Attributes:
        has: capacity, less the days away or not on the team.
        agreed: as likely as the proposals are; so for *suggested* and *volunteered*.
        at_most: all three, if every proposal comes true.
    """

    month: Month
    has: float
    agreed: float
    suggested: float
    volunteered: float
    at_most: float

    @property
    def offered(self) -> float:
        """What is suggested and volunteered."""
        return self.suggested + self.volunteered

    @property
    def free(self) -> float:
        """What is left beside what is agreed; 0 where that is more than they have."""
        return max(0.0, self.has - self.agreed)

    @property
    def left(self) -> float:
        """What is left when all that is suggested and volunteered comes true, too."""
        return max(0.0, self.has - self.agreed - self.offered)

    @property
    def is_over(self) -> bool:
        """Whether more is agreed than they have."""
        return self.agreed > self.has + _NOTHING

    @property
    def would_be_over(self) -> bool:
        """Whether it would be more with what is suggested and volunteered."""
        return self.agreed + self.offered > self.has + _NOTHING

    @property
    def might_be_over(self) -> bool:
        """Whether it would be more if every proposal came true."""
        return self.at_most > self.has + _NOTHING


class LoadRow(NamedTuple):
    """One person's months, in order."""

    person: str
    shares: tuple[Share, ...]


class Load(NamedTuple):
    """What is promised.

    Attributes:
        months: from this month on.
        rows: by handle.
        unsure: leads and proposals with parts of these people, in order of path.
        uncounted: (proposal, part) of the parts that cannot be counted, in order of file.
    """

    months: tuple[Month, ...]
    rows: tuple[LoadRow, ...]
    unsure: tuple[Proposal, ...]
    uncounted: tuple[tuple[Proposal, Part], ...]


def load(
    proposals: Sequence[Proposal],
    people: Directory,
    shown: Iterable[Person],
    months: Sequence[Month],
) -> Load:
    """The months of these people.

    Args:
        proposals: all proposals; those that are lost or done do not count.
        people: everybody, to tell whose parts are nobody's.
        shown: whose months.
        months: which.
    """
    alive = [proposal for proposal in proposals if capacity.is_alive(proposal)]
    likely = [capacity.weighted(alive, [state]) for state in COUNTED]
    at_most = capacity.percent(capacity.load(alive, COUNTED))
    rows = tuple(
        LoadRow(one.handle, tuple(_share(one, month, likely, at_most) for month in months))
        for one in shown
    )
    handles = {row.person for row in rows}
    return Load(
        months=tuple(months),
        rows=rows,
        unsure=tuple(
            proposal
            for proposal in alive
            if proposal.status in _OPEN and _is_about(proposal, handles)
        ),
        uncounted=tuple(
            (proposal, part)
            for proposal in alive
            for part in proposal.parts
            if (part.person not in people) or (part.person in handles and not _is_counted(part))
        ),
    )


def from_today(today: date, count: int) -> list[Month]:
    """The month of *today* and those that follow, *count* in all."""
    first = today.year * 12 + today.month - 1
    return [Month(at // 12, at % 12 + 1) for at in range(first, first + count)]


def team(
    config: Config,
    people: Directory,
    months: Sequence[Month],
    today: date,
    *,
    areas: Sequence[str] = (),
    named: Sequence[Person] = (),
) -> list[Person]:
    """Who is on the team today or joins in one of *months*, by handle.

    Args:
        config: for the areas that there are.
        people: everybody.
        months: one or more.
        today: who left by then does not count.
        areas: only who works in one of them.
        named: only these.

    Raises:
        UnknownError: there is no such area.
        NotFoundError: somebody who was named is not on the team.
    """
    last = months[-1].last
    for person in named:
        if not person.is_member(today) and not _joins(person, today, last):
            raise NotFoundError(
                f"{person.first_name} is not on the team in these months.",
                hint="See: teamkit people list",
            )
    here = members(people, today, areas, config.areas)
    here += [
        one
        for one in people
        if _joins(one, today, last) and one in members(people, one.joined or last, areas, areas)
    ]
    chosen = [one for one in here if not named or one in named]
    return sorted(chosen, key=lambda one: one.handle)


def _joins(person: Person, today: date, last: date) -> bool:
    return person.joined is not None and today < person.joined <= last


def _share(
    person: Person,
    month: Month,
    likely: Sequence[Mapping[tuple[str, Month], float]],
    at_most: Mapping[tuple[str, Month], float],
) -> Share:
    key = person.handle, month
    agreed, suggested, volunteered = (of_state.get(key, 0.0) for of_state in likely)
    has = capacity.available(person, month)
    return Share(month, has, agreed, suggested, volunteered, at_most.get(key, 0.0))


def _is_about(proposal: Proposal, handles: Collection[str]) -> bool:
    return any(part.person in handles and part.state in COUNTED for part in proposal.parts)


def _is_counted(part: Part) -> bool:
    """Whether its state and days are known; what was declined takes no time."""
    is_known = bool(part.state) and part.percent is not None
    return part.state == "declined" or (is_known and bool(part.starts and part.ends))
