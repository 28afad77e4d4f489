"""Why somebody is proposed, and what that trades, in phrases."""

from collections.abc import Iterable, Iterator

from teamkit.projects.allocation.question import Candidate, Question
from teamkit.projects.allocation.score import Experience, Term
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.months import workdays
from teamkit.projects.proposals.model import MAIN, SUPPORT

_BEFORE = {
    "agreed": "takes part in it already",
    "owns": "owns its solution",
    "named": "named in its solution",
}


def of_pick(staffed: Staffed, one: Candidate) -> tuple[str, ...]:
    """What speaks for who is proposed, the weightiest first."""
    found = list(_of(one))
    mains = staffed.holders(MAIN)
    if one.role == SUPPORT and staffed.beside and mains:
        name = mains[0]
        learns = staffed.beside.name == "learns"
        told = f"learns it from {name}" if learns else f"can do it alone, {name} not yet"
        found = [phrase for phrase in found if phrase != _WANTS] if learns else found
        found.insert(1 if found and found[0] == _OFFERED else 0, told)
    return tuple(found)


def terms(staffed: Staffed, one: Candidate) -> tuple[Term, ...]:
    """The points of who is proposed, with what depends on both people."""
    beside = staffed.beside if one.role == SUPPORT else None
    return (*one.terms, beside) if beside else one.terms


def of_other(one: Candidate) -> tuple[str, ...]:
    """What speaks for somebody who could take the part instead."""
    return tuple(_of(one))


def traded(suggestion: Suggestion, staffed: Staffed, role: str) -> str:
    """Who knows it better, or volunteered, and why it is not them; empty when nobody does."""
    picked = staffed.of(role)
    if picked is None or role != MAIN:
        return ""
    candidates = suggestion.asked.candidates[staffed.ask.need, role]
    better = [
        one for one in candidates if one.standing.knows > picked.standing.knows and one != picked
    ]
    if not better:
        return _passed_over(candidates, picked)
    best = min(better, key=lambda one: (-one.standing.knows, one.person))
    return f"{best.person} knows it better, and {_instead(suggestion, staffed, best, picked)}"


def nobody(suggestion: Suggestion, staffed: Staffed) -> str:
    """Why no main person is proposed: what stands in the way of those nearest to it."""
    if staffed.ask.unready:
        return staffed.ask.unready
    candidates = suggestion.asked.candidates[staffed.ask.need, MAIN]
    near = [one for one in candidates if one.standing.known_level or one.standing.offers]
    near.sort(key=lambda one: (-one.standing.known_level, -one.standing.knows, one.person))
    told = [f"{one.person} {_missing(suggestion, staffed, one)}" for one in near[:_MOST]]
    return "; ".join(told) or "nobody knows it yet"


def uncovered(staffed: Staffed) -> int:
    """Percent of a full week that the need takes beside the people it has or is proposed."""
    percents = [one.percent for one in staffed.fixed]
    percents += [one.percent for one in (staffed.main, staffed.support) if one]
    return max(0, staffed.ask.percent - sum(percents))


def overloads(asked: Question) -> Iterator[str]:
    """Who would have more than they have, by what is fixed here and agreed elsewhere."""
    for person in sorted({one.person for one in asked.fixed}):
        left = {month: room for (who, month), room in asked.rooms.items() if who == person}
        if left and (least := min(left.values())) < 0:
            month = min(month for month, room in left.items() if room == least)
            over = -(least // workdays(month.first, month.last))
            yield f"{person} has {over} % more agreed or locked than a week holds in {month}."


def said(obstacle: str) -> str:
    """An obstacle as the end of a sentence that begins with a name."""
    return f"is at {obstacle}" if obstacle.startswith("level ") else obstacle


_MOST = 3
#: Percent of a week; less than this is worth saying.
_LITTLE = 25
_OFFERED, _WANTS = "volunteered", "wants more of it"


def _of(one: Candidate) -> Iterator[str]:
    standing = one.standing
    if one.role in standing.offers or standing.is_willing:
        yield _OFFERED
    yield from _level(standing)
    if standing.want == "more":
        yield _WANTS
    if standing.want == "less":
        yield "would rather do less of it"
    if standing.before:
        yield _BEFORE[standing.before]
    if one.free < _LITTLE:
        yield f"only {one.free} % stays free in {one.month}"


def _level(standing: Experience) -> Iterator[str]:
    if standing.asked is None:
        return
    if standing.level is None:
        yield "no level said yet"
    elif standing.is_able:
        yield f"level {standing.level}"
    else:
        yield f"level {standing.level} of {standing.asked}"
    if standing.shown:
        yield f"shown {_times(standing.shown)}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _instead(suggestion: Suggestion, staffed: Staffed, best: Candidate, picked: Candidate) -> str:
    """Why the one who knows it better is not proposed."""
    if best.obstacle:
        return said(best.obstacle)
    mine = MAIN in picked.standing.offers and MAIN not in best.standing.offers
    if mine:
        return f"{picked.person} volunteered"
    return _part(suggestion, staffed, best.person) or f"more speaks for {picked.person} all in all"


def _missing(suggestion: Suggestion, staffed: Staffed, one: Candidate) -> str:
    """Why nobody is proposed rather than *one*: only another part, or not wanting it, can be."""
    if one.obstacle:
        return said(one.obstacle)
    wants_less = "would rather do less of it" if one.standing.want == "less" else ""
    part = _part(suggestion, staffed, one.person)
    return part or wants_less or "has another part in it"


def _passed_over(candidates: Iterable[Candidate], picked: Candidate) -> str:
    """Who volunteered to be main person, where somebody who can do it did not."""
    if MAIN in picked.standing.offers:
        return ""
    for one in candidates:
        if MAIN in one.standing.offers and one != picked:
            why = said(one.obstacle or next(_level(one.standing), "could be, too"))
            return f"{one.person} volunteered, and {why}"
    return ""


def _part(suggestion: Suggestion, staffed: Staffed, person: str) -> str:
    """What they are in this need or the first of the others; empty where they are nothing."""
    for one, role in suggestion.parts_of(person):
        what = "the main person" if role == MAIN else "support"
        return f"is {what} here" if one == staffed else f"is {what} for {one.ask.what.title}"
    return ""
