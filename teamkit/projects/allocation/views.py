"""What people and programs see of suggestions: words first, never an order of merit."""

from collections.abc import Iterable, Iterator

from teamkit.output.shapes import Column, Table
from teamkit.projects.allocation import reasons, score, suggest
from teamkit.projects.allocation.agree import PartAnswer
from teamkit.projects.allocation.question import Candidate, Fixed
from teamkit.projects.allocation.score import Term
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.allocation.why import Why
from teamkit.projects.proposals.model import MAIN, SUPPORT

#: Said wherever people are proposed.
PLANNING = "Suggestions are for planning; people decide."
#: The most others that a person reads; programs get all.
_MOST = 2


def suggested(found: Suggestion) -> Table:
    """For each need who is proposed as main and support, who else could, and why."""
    return Table(
        kind="allocation.suggest",
        columns=(
            Column("Need", style="bold"),
            Column("Role", style="dim"),
            Column("Who"),
            Column("Why"),
        ),
        rows=tuple(row for staffed in found.staffed for row in _rows(found, staffed)),
        items=tuple(_item(found, staffed) for staffed in found.staffed),
        notes=(*remarks(found), *_next_steps(found)),
        empty="The proposal names no needs yet.",
        facts={
            "proposal": found.asked.proposal.stem,
            "able": found.able,
            "fit": found.fit,
            "people": [
                {"person": person, **_term(term)} for person, term in suggest.of_people(found)
            ],
            "notes": list(_open(found)),
            "about": PLANNING,
        },
    )


def remarks(found: Suggestion) -> tuple[str, ...]:
    """What has to be said of a suggestion where its table has no place for it."""
    return (*_open(found), PLANNING)


def written(found: Suggestion) -> Table:
    """As `suggested`, where the remarks are said beside it."""
    return suggested(found)._replace(notes=tuple(_next_steps(found)))


def why(found: Iterable[Why], person: str, stem: str) -> Table:
    """Need by need what there is to say of one person."""
    every = list(found)
    return Table(
        kind="allocation.why",
        columns=(Column("Need", style="bold"), Column("", style="dim"), Column("Why")),
        rows=tuple(
            (
                one.need,
                _ANSWERS[one.answer].format(role=one.role),
                _text(one),
            )
            for one in every
        ),
        items=tuple(_why_item(one) for one in every),
        notes=(PLANNING,),
        empty="The proposal names no needs yet.",
        facts={"proposal": stem, "person": person, "about": PLANNING},
    )


def answered(found: PartAnswer, stem: str) -> Table:
    """The parts that were answered."""
    return Table(
        kind=f"allocation.{'agree' if found.state == 'agreed' else 'decline'}",
        columns=(
            Column("Need", style="bold"),
            Column("Role"),
            Column("Who"),
            Column("Part", right=True),
            Column("State"),
        ),
        rows=tuple(
            (
                part.need,
                part.role,
                part.person,
                f"{part.percent} %" if part.percent else "",
                part.state,
            )
            for part in found.parts
        ),
        items=tuple(
            {
                "proposal": stem,
                "need": part.need,
                "person": part.person,
                "role": part.role or None,
                "part": part.percent,
                "from": part.starts,
                "to": part.ends,
                "state": part.state,
            }
            for part in found.parts
        ),
    )


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
                yield title, role, _named(one.person, one.percent), _state(one)
        picked = staffed.of(role)
        if picked:
            why = "; ".join(_why(found, staffed, picked))
            yield title, role, _named(picked.person, picked.percent), why
        elif role == MAIN and not staffed.holders(MAIN):
            yield title, role if is_ready else "", "nobody", reasons.nobody(found, staffed)
    for one in staffed.fixed:
        if one.role not in (MAIN, SUPPORT):
            yield title, one.role, _named(one.person, one.percent), _state(one)
    for other in staffed.alternates[:_MOST]:
        yield title, "next", other.person, "; ".join(reasons.of_other(other))


def _named(person: str, percent: int | None) -> str:
    return f"{person}, {percent} %" if percent else person


def _state(one: Fixed) -> str:
    return "locked" if one.is_locked else "agreed"


def _text(one: Why) -> str:
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in one.sentences)


def _why(found: Suggestion, staffed: Staffed, picked: Candidate) -> list[str]:
    traded = reasons.traded(found, staffed, picked.role)
    return [*reasons.of_pick(staffed, picked), *([traded] if traded else ())]


def _open(found: Suggestion) -> Iterator[str]:
    """What does not come out even, in whole sentences."""
    for staffed in found.staffed:
        left = reasons.uncovered(staffed)
        if left and staffed.holders(MAIN):
            whole = staffed.ask.percent
            yield f"{staffed.ask.what.title}: {left} % of the {whole} % it takes are still open."
    yield from reasons.overloads(found.asked)


def _next_steps(found: Suggestion) -> Iterator[str]:
    stem = found.asked.proposal.stem
    yield f"To answer: teamkit allocation agree {stem} (or decline)"
    yield f"Why not somebody else: teamkit allocation why {stem} PERSON"


def _item(found: Suggestion, staffed: Staffed) -> dict[str, object]:
    need = staffed.ask.what
    return {
        "need": need.title,
        "skill": need.skill or None,
        "level": need.level,
        "part": staffed.ask.percent,
        "from": need.starts,
        "to": need.ends,
        "line": need.line,
        "fixed": [_fixed(one) for one in staffed.fixed],
        "main": _picked(found, staffed, staffed.main),
        "support": _picked(found, staffed, staffed.support),
        "nobody_because": reasons.nobody(found, staffed) if not staffed.holders(MAIN) else None,
        "alternates": [_candidate(one) for one in staffed.alternates],
        "support_alternates": [_candidate(one) for one in staffed.supports],
        "open": reasons.uncovered(staffed),
    }


def _fixed(one: Fixed) -> dict[str, object]:
    return {
        "person": one.person,
        "role": one.role,
        "part": one.percent,
        "state": _state(one),
    }


def _picked(
    found: Suggestion, staffed: Staffed, picked: Candidate | None
) -> dict[str, object] | None:
    if picked is None:
        return None
    return {
        **_candidate(picked._replace(terms=reasons.terms(staffed, picked))),
        "because": list(reasons.of_pick(staffed, picked)),
        "traded": reasons.traded(found, staffed, picked.role) or None,
    }


def _candidate(one: Candidate) -> dict[str, object]:
    return {
        "person": one.person,
        "part": one.percent,
        "able": one.standing.is_able,
        "level": one.standing.level,
        "points": score.total(one.terms),
        "terms": [_term(term) for term in one.terms],
        "free": one.free,
        "fullest_month": str(one.month),
        "because": list(reasons.of_other(one)),
    }


def _term(term: Term) -> dict[str, object]:
    return {"name": term.name, "points": term.points}


def _why_item(one: Why) -> dict[str, object]:
    return {
        "need": one.need,
        "answer": one.answer,
        "role": one.role,
        "because": list(one.sentences),
        "terms": [_term(term) for term in one.terms],
        "difference": {"able": one.able, "fit": one.fit},
        "changes": [change._asdict() for change in one.changes],
    }
