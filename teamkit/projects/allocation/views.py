"""What people and programs see of suggestions: words first, never an order of merit."""

from collections.abc import Iterable, Iterator

from teamkit.output.fields import Page
from teamkit.output.shapes import Column, Table
from teamkit.projects.allocation import reasons
from teamkit.projects.allocation.agree import PartAnswer
from teamkit.projects.allocation.question import Candidate
from teamkit.projects.allocation.records import (
    ANSWERED,
    PLANNING,
    STAFFED,
    SUGGESTION,
    WHOSE,
    WHY,
    StaffedNeed,
    WhyOf,
    open_ends,
    state_of,
)
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.allocation.why import Why
from teamkit.projects.proposals.model import MAIN, SUPPORT
from teamkit.projects.proposals.records import PART, percent

#: The most others that a person reads; programs get all.
_MOST = 2
_SUGGEST = Page("allocation.suggest", "Who is proposed.", STAFFED, SUGGESTION, writes=True)
_WHY = Page("allocation.why", "Why somebody is proposed or not, need by need.", WHY, WHOSE)
_ANSWERED = {
    state: Page(f"allocation.{word}", f"The parts that are {state}.", PART, ANSWERED, writes=True)
    for state, word in (("agreed", "agree"), ("declined", "decline"))
}


def suggested(found: Suggestion) -> Table:
    """For each need who is proposed as main and support, who else could, and why."""
    return Table(
        kind=_SUGGEST.kind,
        columns=(
            Column("Need", style="bold"),
            Column("Role", style="dim"),
            Column("Who"),
            Column("Why"),
        ),
        rows=tuple(row for staffed in found.staffed for row in _rows(found, staffed)),
        items=_SUGGEST.items(StaffedNeed(found, staffed) for staffed in found.staffed),
        notes=(*remarks(found), *_next_steps(found)),
        empty="The proposal names no needs yet.",
        facts=_SUGGEST.facts(found),
    )


def remarks(found: Suggestion) -> tuple[str, ...]:
    """What has to be said of a suggestion where its table has no place for it."""
    return (*open_ends(found), PLANNING)


def written(found: Suggestion) -> Table:
    """As `suggested`, where the remarks are said beside it."""
    return suggested(found)._replace(notes=tuple(_next_steps(found)))


def why(found: Iterable[Why], person: str, stem: str) -> Table:
    """Need by need what there is to say of one person."""
    every = list(found)
    return Table(
        kind=_WHY.kind,
        columns=(Column("Need", style="bold"), Column("", style="dim"), Column("Why")),
        rows=tuple(
            (
                one.need,
                _ANSWERS[one.answer].format(role=one.role),
                _text(one),
            )
            for one in every
        ),
        items=_WHY.items(every),
        notes=(PLANNING,),
        empty="The proposal names no needs yet.",
        facts=_WHY.facts(WhyOf(stem, person)),
    )


def answered(found: PartAnswer, stem: str) -> Table:
    """The parts that were answered."""
    page = _ANSWERED[found.state]
    columns = (
        Column("Need", style="bold"),
        Column("Role"),
        Column("Who"),
        Column("Part", right=True),
        Column("State"),
    )
    rows = (
        (part.need, part.role, part.person, percent(part.percent or None), part.state)
        for part in found.parts
    )
    items, facts = page.items(found.parts), page.facts(stem)
    return Table(page.kind, columns, tuple(rows), items, facts=facts)


_ANSWERS = {
    "fixed": "is {role}",
    "proposed": "proposed as {role}",
    "cannot": "not proposed",
    "could": "could be {role}",
}


def _rows(found: Suggestion, staffed: Staffed) -> Iterator[tuple[str, str, str, str]]:
    title, is_ready = staffed.ask.what.title, not staffed.ask.unready
    for role in (MAIN, SUPPORT):
        for one in staffed.fixed:
            if one.role == role:
                yield title, role, _named(one.person, one.percent), state_of(one)
        picked = staffed.of(role)
        if picked:
            why = "; ".join(_why(found, staffed, picked))
            yield title, role, _named(picked.person, picked.percent), why
        elif role == MAIN and not staffed.holders(MAIN):
            yield title, role if is_ready else "", "nobody", reasons.nobody(found, staffed)
    for one in staffed.fixed:
        if one.role not in (MAIN, SUPPORT):
            yield title, one.role, _named(one.person, one.percent), state_of(one)
    for other in staffed.alternates[:_MOST]:
        yield title, "next", other.person, "; ".join(reasons.of_other(other))


def _named(person: str, percent: int | None) -> str:
    return f"{person}, {percent} %" if percent else person


def _text(one: Why) -> str:
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in one.sentences)


def _why(found: Suggestion, staffed: Staffed, picked: Candidate) -> list[str]:
    traded = reasons.traded(found, staffed, picked.role)
    return [*reasons.of_pick(staffed, picked), *([traded] if traded else ())]


def _next_steps(found: Suggestion) -> Iterator[str]:
    stem = found.asked.proposal.stem
    yield f"To answer: teamkit allocation agree {stem} (or decline)"
    yield f"Why not somebody else: teamkit allocation why {stem} PERSON"
