"""Which skills a proposal takes, month by month; who has them, who wants to learn them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person
from teamkit.projects.months import Month, between, share
from teamkit.projects.proposals.model import Proposal, ProposalNeed

#: The level that is meant where a need says none: alone, without help.
ALONE = 3


class SkillNeeded(NamedTuple):
    """A skill at a level, and who there is for it.

    Attributes:
        skill: the catalog's slug, or the words as written when it has none.
        level: 0 to 4.
        is_level_said: whether the needs say the level themselves.
        needs: those that ask for it, in the order of the table.
        fte: full-time equivalents by month; empty when no need has both FTE and dates.
        able: rows of those at that level, the highest first, then by handle.
        leaving: handle -> the day they leave, of those able who leave before the work ends.
        learners: handles of the others who want more of it.
    """

    skill: str
    title: str
    level: int
    is_level_said: bool
    needs: tuple[ProposalNeed, ...]
    fte: Mapping[Month, float]
    able: tuple[Ability, ...]
    leaving: Mapping[str, date]
    learners: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        """Whether nobody, or one person only, can do it until the end."""
        return len(self.able) - len(self.leaving) < 2  # noqa: PLR2004  # one is a gap


class Staffing(NamedTuple):
    """What people a proposal takes.

    Attributes:
        months: every month in which somebody is needed, in order.
        wanted: in the order in which the needs name them.
        unsaid: titles of the needs that name no skill.
        uncounted: titles of the needs without FTE or dates that could be counted.
    """

    months: tuple[Month, ...]
    wanted: tuple[SkillNeeded, ...]
    unsaid: tuple[str, ...]
    uncounted: tuple[str, ...]


def staffing(
    proposal: Proposal,
    catalog: Catalog,
    people: Iterable[Person],
    abilities: Sequence[Ability],
    today: date,
) -> Staffing:
    """Who a proposal takes, and who there is.

    Args:
        proposal: the proposal.
        catalog: the vocabulary of skills.
        people: everybody; who is no member when the work begins (or today, when it has begun)
            does not count.
        abilities: everybody's rows.
        today: the day of asking.
    """
    groups: dict[tuple[str, int], list[ProposalNeed]] = {}
    for need in proposal.needs:
        if need.skill:
            level = ALONE if need.level is None else need.level
            slug = catalog.slug_of(need.skill) or need.skill
            groups.setdefault((slug, level), []).append(need)
    everybody = list(people)
    wanted = (
        _with_people(_wanted(skill, catalog.title(skill), level, needs), rows, everybody, today)
        for (skill, level), needs in groups.items()
        for rows in [[own for own in abilities if own.skill == skill]]
    )
    return Staffing(
        months=tuple(sorted({month for need in proposal.needs for month in by_month(need)})),
        wanted=tuple(wanted),
        unsaid=tuple(need.title for need in proposal.needs if not need.skill),
        uncounted=tuple(need.title for need in proposal.needs if not _is_counted(need)),
    )


def by_month(need: ProposalNeed) -> dict[Month, float]:
    """The need's full-time equivalents by month; empty when FTE or dates cannot be counted."""
    if not need.fte or need.starts is None or need.ends is None:
        return {}
    return {
        month: need.fte * share(month, need.starts, need.ends)
        for month in between(need.starts, need.ends)
    }


def _is_counted(need: ProposalNeed) -> bool:
    return need.fte is not None and need.starts is not None and need.ends is not None


def _wanted(skill: str, title: str, level: int, needs: Sequence[ProposalNeed]) -> SkillNeeded:
    """What is needed, without the people."""
    return SkillNeeded(
        skill=skill,
        title=title,
        level=level,
        is_level_said=all(need.level is not None for need in needs),
        needs=tuple(needs),
        fte=_added(map(by_month, needs)),
        able=(),
        leaving={},
        learners=(),
    )


def _with_people(
    wanted: SkillNeeded, rows: Iterable[Ability], people: Iterable[Person], today: date
) -> SkillNeeded:
    starts = [need.starts for need in wanted.needs if need.starts]
    first = max(today, min(starts, default=today))
    last = max((need.ends for need in wanted.needs if need.ends), default=first)
    here = {person.handle: person for person in people if person.is_member(first)}
    own = sorted(
        (one for one in rows if one.person in here), key=lambda one: (-one.level, one.person)
    )
    able = tuple(one for one in own if one.level >= wanted.level)
    left = {one.person: here[one.person].left for one in able}
    return wanted._replace(
        able=able,
        leaving={handle: day for handle, day in left.items() if day and day <= last},
        learners=tuple(sorted(one.person for one in own if one.want == "more" and one not in able)),
    )


def _added(parts: Iterable[Mapping[Month, float]]) -> dict[Month, float]:
    total: dict[Month, float] = {}
    for part in parts:
        for month, fte in part.items():
            total[month] = total.get(month, 0.0) + fte
    return dict(sorted(total.items()))
