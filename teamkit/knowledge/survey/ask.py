"""Which skills are worth asking somebody about, and in which order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.config import STALE_AFTER
from teamkit.days import after
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog

#: So many questions at a time, unless somebody wants them all.
MOST = 12
#: A younger answer is left in peace, however much the skill is in demand.
SETTLED = timedelta(days=90)

#: Skill -> why it is needed, a phrase: "2 solutions need it".
Demand = Mapping[str, str]

# What makes a question worth asking; the worths of all its reasons add up.
_IN_DEMAND = 3
_NEARBY = 2
_UNANSWERED_AT_HOME = 2
_UNANSWERED = 1
_STALE = 1


class SurveyQuestion(NamedTuple):
    """One skill somebody is asked about.

    Attributes:
        skill: slug, or the words of their own table.
        last: their row; None when they have not answered yet.
        because: why it is asked, phrases; empty for a first answer that nothing asks for.
        worth: how much it is worth asking; higher comes first.
    """

    skill: str
    title: str
    last: Ability | None
    because: tuple[str, ...] = ()
    worth: int = 0


def questions(
    catalog: Catalog,
    scope: Iterable[str],
    own: Sequence[Ability],
    demand: Demand,
    today: date,
    *,
    since: date | None = None,
    areas: Collection[str] = (),
    stale_after: str = STALE_AFTER,
) -> list[SurveyQuestion]:
    """What is worth asking, most worth first; may be longer than `MOST`.

    A skill is asked for when it is unanswered, older than *stale_after*, in demand, or when one
    that it needs, or that needs it, was answered since. Nothing is asked twice: what was answered
    in this round, or in the last `SETTLED` days, is not.

    Args:
        catalog: titles, fields, and what needs what.
        scope: the skills that may be asked for, in the order of ties.
        own: the person's rows.
        demand: what is needed, and why.
        today: the day of asking.
        since: the day this round opened; None without a round.
        areas: the person's; skills of a field by that name are theirs, as are those of fields
            they know something of.
        stale_after: how long an answer stays fresh: `12 months`.
    """
    settled = min(since or today, today - SETTLED)
    home = _home(catalog, own, areas)
    every = everything(catalog, scope, own)
    found = []
    for question in every:
        last = question.last
        if last is None or last.updated is None or last.updated < settled:
            stale = _is_stale(last, stale_after, today)
            because = f"that is more than {stale_after} ago" if stale else ""
            found.append(_weighed(question, catalog, own, demand, stale=because, home=home))
    return sorted((one for one in found if one.worth), key=_order)


def everything(
    catalog: Catalog, scope: Iterable[str], own: Sequence[Ability]
) -> list[SurveyQuestion]:
    """Every skill of *scope* in its order, answered or not."""
    last: dict[str, Ability] = {}
    for ability in own:
        last.setdefault(ability.skill, ability)
    return [SurveyQuestion(skill, catalog.title(skill), last.get(skill)) for skill in scope]


def _weighed(
    question: SurveyQuestion,
    catalog: Catalog,
    own: Sequence[Ability],
    demand: Demand,
    *,
    stale: str,
    home: Collection[str],
) -> SurveyQuestion:
    last, worth, because = question.last, 0, []
    if question.skill in demand:
        worth += _IN_DEMAND
        because.append(f"it is in demand: {demand[question.skill]}")
    if last is None:
        worth += _UNANSWERED_AT_HOME if _field(catalog, question.skill) in home else _UNANSWERED
    elif last.updated is None:
        worth += _STALE
        because.append("no day says when that was")
    else:
        if stale:
            worth += _STALE
            because.append(stale)
        if near := _nearby(catalog, question.skill, last.updated, own):
            worth += _NEARBY
            because.append(f"{catalog.title(near)} has changed since")
    return question._replace(worth=worth, because=tuple(because))


def _is_stale(last: Ability | None, stale_after: str, today: date) -> bool:
    end = after(last.updated, stale_after) if last and last.updated else None
    return end is not None and end < today


def _nearby(catalog: Catalog, skill: str, updated: date, own: Sequence[Ability]) -> str:
    """A skill that it needs, or that needs it, answered after *updated*; empty without one."""
    entry = catalog.get(skill)
    near = {*(entry.needs if entry else ()), *catalog.needing(skill)}
    later = (a.skill for a in own if a.skill in near and a.updated and a.updated > updated)
    return next(later, "")


def _home(catalog: Catalog, own: Iterable[Ability], areas: Collection[str]) -> frozenset[str]:
    """The fields that are somebody's own."""
    fields = {_field(catalog, ability.skill) for ability in own if ability.level}
    return frozenset({*fields, *areas} - {""})


def _field(catalog: Catalog, skill: str) -> str:
    entry = catalog.get(skill)
    return entry.field if entry else ""


def _order(question: SurveyQuestion) -> tuple[int, bool, date]:
    """Most worth first; then what was never answered, then the oldest; ties as they came."""
    last = question.last
    return (-question.worth, last is not None, (last.updated if last else None) or date.min)
