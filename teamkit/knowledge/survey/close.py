"""Deciding what a round's page says once it is over."""

from datetime import date

from teamkit.knowledge.survey import model, results
from teamkit.knowledge.survey.ask import Demand
from teamkit.knowledge.survey.model import Survey
from teamkit.knowledge.survey.open import BLOCK, spoken
from teamkit.knowledge.survey.results import Results
from teamkit.knowledge.survey.turnout import turnout
from teamkit.markdown import blocks
from teamkit.markdown.front_matter import set_key
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.store.change import Change, edit
from teamkit.team import Team


def summed_up(
    team: Team,
    people: Directory,
    catalog: Catalog,
    abilities: list[Ability],
    survey: Survey,
    *,
    demand: Demand,
    today: date,
) -> Results:
    """What the pages of those expected say today, beside the round before where there is one."""
    asked = model.expected(people, survey, today)
    handles = {person.handle for person in asked}
    rows = [ability for ability in abilities if ability.person in handles]
    skills = model.asked(survey, catalog, rows)
    counts = results.counted(skills, rows)
    fresh = team.config.stale_after
    took = turnout(survey, asked, rows, catalog, demand=demand, today=today, stale_after=fresh)
    found = Results(took, counts)
    last = model.before(team, catalog, survey)
    then = results.abilities_on(team, catalog, last.closes) if last and last.closes else None
    if last is None or then is None:
        return found
    members = {p.handle for p in people if p.is_expected(last.closes or today, survey.areas)}
    return results.compared(found, last, [a for a in then if a.person in members])


def close(
    survey: Survey, found: Results, catalog: Catalog, today: date, *, regenerate: bool = False
) -> tuple[Change, bool]:
    """The change that writes the results and, where it is still open, ends it today.

    Returns:
        The change, and whether the results stay as they are because somebody edited them by hand;
        with *regenerate* they do not.
    """
    text = survey.document.text
    if survey.closes is None or survey.closes > today:
        text = set_key(text, "closes", today)
    words = results.content(found, catalog)
    text, outcome = blocks.put(text, BLOCK, words, regenerate=regenerate)
    message = f"Close the {spoken(survey.title)}"
    change = Change(message, "skills survey close", edit(survey.document, text))
    return change, outcome is blocks.BlockOutcome.KEPT
