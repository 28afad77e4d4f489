"""What came of a round: how many at each level, what is wanted, what has changed since the last."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import BadDocumentError
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.survey.model import Survey
from teamkit.knowledge.survey.turnout import Turnout
from teamkit.markdown import tables
from teamkit.markdown.document import parse
from teamkit.people.abilities import Ability, read_abilities
from teamkit.people.catalog import ALONE, TOP, Catalog
from teamkit.team import Team

_MOST_WANTED = 5


class Count(NamedTuple):
    """One skill in numbers; never who.

    Attributes:
        levels: how many people are at level 0, 1, 2, 3, 4.
        want: how many want more of it.
    """

    skill: str
    levels: tuple[int, ...]
    want: int

    @property
    def alone(self) -> int:
        """How many need no help with it."""
        return sum(self.levels[ALONE:])


class Results(NamedTuple):
    """A round in numbers.

    Attributes:
        counts: every skill somebody answered, in the order asked.
        last: the round before; None for the first, or when history does not reach back to it.
        was: skill -> how many needed no help with it when that one closed; only what has changed.
    """

    turnout: Turnout
    counts: tuple[Count, ...]
    last: Survey | None = None
    was: tuple[tuple[str, int], ...] = ()

    @property
    def singles(self) -> list[str]:
        """The skills with one person who needs no help."""
        return [count.skill for count in self.counts if count.alone == 1]

    @property
    def uncovered(self) -> list[str]:
        """The skills where everybody needs help."""
        return [count.skill for count in self.counts if not count.alone]

    @property
    def wanted(self) -> list[Count]:
        """What most want more of, up to five, first."""
        wanted = [count for count in self.counts if count.want]
        return sorted(wanted, key=lambda count: -count.want)[:_MOST_WANTED]


def counted(skills: Sequence[str], abilities: Iterable[Ability]) -> tuple[Count, ...]:
    """The numbers of each of *skills* that somebody answered; a person's first row counts."""
    levels: dict[str, Counter[int]] = {}
    wants: Counter[str] = Counter()
    seen = set()
    for ability in abilities:
        if (ability.person, ability.skill) not in seen:
            seen.add((ability.person, ability.skill))
            levels.setdefault(ability.skill, Counter())[ability.level] += 1
            wants[ability.skill] += ability.want == "more"
    return tuple(
        Count(skill, tuple(levels[skill][level] for level in range(TOP + 1)), wants[skill])
        for skill in skills
        if skill in levels
    )


def compared(results: Results, last: Survey, then: Sequence[Ability]) -> Results:
    """*results* beside what people had answered when the round *last* closed."""
    skills = [count.skill for count in results.counts]
    before = {count.skill: count.alone for count in counted(skills, then)}
    was = tuple(
        (count.skill, before.get(count.skill, 0))
        for count in results.counts
        if before.get(count.skill, 0) != count.alone
    )
    return results._replace(last=last, was=was)


def abilities_on(team: Team, catalog: Catalog, day: date) -> list[Ability] | None:
    """The rows of everybody's page as the last commit of *day* has them, from git's history.

    None when the history does not reach back to it. Pages that are gone today, or could not be
    read then, are left out.
    """
    commit = team.repo.at_end_of(day)
    if commit is None:
        return None
    found: list[Ability] = []
    for document in team.documents("skills"):
        data = team.repo.read(commit, document.path)
        try:
            found += read_abilities(parse(document.path, data), catalog) if data else []
        except BadDocumentError:
            continue
    return found


def content(results: Results, catalog: Catalog) -> str:
    """The block on the round's page."""
    turnout = results.turnout
    fresh = f"; {len(turnout.settled)} had nothing new to say" if turnout.settled else ""
    said = [f"{len(turnout.answered)} of {turnout.expected} people answered{fresh}."]
    if results.counts:
        header = ("Skill", *map(str, range(TOP + 1)), "Want more")
        rows = [
            (catalog.title(one.skill), *map(str, one.levels), str(one.want))
            for one in results.counts
        ]
        table = tables.render(header, rows, align_right=range(1, len(header)))
        said += [f"How many people are at each level:\n\n{table.rstrip()}", _told(results, catalog)]
    if results.last:
        said.append(_moved(results, results.last, catalog))
    return "\n\n".join([*said, NO_APPRAISAL])


def _told(results: Results, catalog: Catalog) -> str:
    """What to look at, a point each."""
    wanted = [f"{catalog.title(one.skill)} ({one.want})" for one in results.wanted]
    points = [
        ("One person alone can do", [catalog.title(skill) for skill in results.singles]),
        ("Nobody can do alone", [catalog.title(skill) for skill in results.uncovered]),
        ("Most wanted", wanted),
    ]
    return "\n".join(f"- {label}: {', '.join(words) or 'none'}" for label, words in points)


def _moved(results: Results, last: Survey, catalog: Catalog) -> str:
    """How many can do it alone, then and now."""
    now = {count.skill: count.alone for count in results.counts}
    lines = [f"- {catalog.title(skill)}: {was}, now {now[skill]}" for skill, was in results.was]
    head = f"Since {_one_line(last.title)} closed on {last.closes}, people who can do it alone:"
    return "\n".join([head, "", *(lines or ["- as many as then, for every skill"])])


def _one_line(title: str) -> str:
    return " ".join(title.replace("<!--", "").replace("-->", "").split())
