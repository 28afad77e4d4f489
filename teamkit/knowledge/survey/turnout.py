"""Who has answered a round, and the message for those who have not."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.config import STALE_AFTER
from teamkit.knowledge.survey import ask
from teamkit.knowledge.survey.ask import MOST, Demand
from teamkit.knowledge.survey.model import Survey, asked
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person, listed


class Turnout(NamedTuple):
    """Who has answered, all in order of handle.

    Attributes:
        answered: with the day of their newest answer.
        settled: nothing is worth asking them: all that their page says is fresh.
        missing: they have something to be asked, and have not answered.
    """

    answered: tuple[tuple[Person, date], ...]
    settled: tuple[Person, ...]
    missing: tuple[Person, ...]

    @property
    def expected(self) -> int:
        """How many people are asked."""
        return len(self.answered) + len(self.settled) + len(self.missing)


def turnout(
    survey: Survey,
    people: Sequence[Person],
    abilities: Sequence[Ability],
    catalog: Catalog,
    *,
    demand: Demand,
    today: date,
    stale_after: str = STALE_AFTER,
) -> Turnout:
    """Who of *people* has answered since the round opened, as their own pages say."""
    own: dict[str, list[Ability]] = {}
    for ability in abilities:
        own.setdefault(ability.person, []).append(ability)
    opens = survey.opens or date.min
    answered: list[tuple[Person, date]] = []
    settled: list[Person] = []
    missing: list[Person] = []
    for person in people:
        rows = own.get(person.handle, [])
        scope = asked(survey, catalog, rows)
        days = [a.updated for a in rows if a.skill in scope and a.updated]
        newest = max((day for day in days if opens <= day <= today), default=None)
        if newest is not None:
            answered.append((person, newest))
        elif not rows or ask.questions(
            catalog,
            scope,
            rows,
            demand,
            today,
            since=survey.opens,
            areas=person.areas,
            stale_after=stale_after,
        ):
            missing.append(person)
        else:
            settled.append(person)
    return Turnout(tuple(answered), tuple(settled), tuple(missing))


def message(survey: Survey, turnout: Turnout) -> tuple[str, ...]:
    """Markdown to paste where the team talks; empty when nobody is missing."""
    if not turnout.missing:
        return ()
    until = f" It is open until {survey.closes}." if survey.closes else ""
    who = listed([f"@{person.handle}" for person in turnout.missing])
    return (
        f"**{_plain(survey.title)}**",
        "",
        f"{who}: would you say what you know, and what you would like to learn?{until}",
        "",
        f"- `teamkit skills survey answer`: at most {MOST} short questions, stop at any of them",
        "- or by hand, in the browser: your page in `skills/`, with today's date under Updated",
        "",
        "It is a map for finding each other, never a mark. Thank you!",
    )


def _plain(title: str) -> str:
    """The title as one line in which Markdown finds nothing to do."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in " ".join(title.split()))
