"""What people and programs see of needs and their solutions."""

from collections.abc import Iterable, Sequence
from datetime import date

from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.add import Added, NeedDraft
from teamkit.knowledge.solutions.estimate import Estimate, decimal
from teamkit.knowledge.solutions.facts import waits_since
from teamkit.knowledge.solutions.match import NeedFound
from teamkit.knowledge.solutions.model import Need, Solution, Use
from teamkit.knowledge.solutions.views_record import Factor, factor_facts, on_record, range_facts
from teamkit.output.shapes import Card, Column, Lines, Table
from teamkit.people.catalog import Catalog

#: Most needs that a person reads; programs get all.
MOST_FOUND = 8


def made(added: Added, wanted: NeedDraft) -> Lines:
    """The path of the new need."""
    item = {
        "path": added.path,
        "solution": wanted.stem,
        "title": wanted.title,
        "status": added.status,
    }
    return Lines("solutions.add", (added.path,), (item,))


def solutions(needs: Sequence[Need], today: date, factor: Factor) -> Table:
    """Each need with its status, owner and time, by file name."""
    waiting = [need.stem for need in needs if waits_since(need, today)]
    return Table(
        kind="solutions.list",
        columns=(
            Column("Need", style="bold"),
            Column("In the client's words"),
            Column("Status"),
            Column("Owner"),
            Column("Time", right=True),
        ),
        rows=tuple(
            (need.stem, need.title, need.status, need.owner, _time(need, _first(need), factor))
            for need in needs
        ),
        items=tuple(
            {**facts(need, factor), "review_is_due": need.stem in waiting} for need in needs
        ),
        notes=(
            *_legend(((need, _first(need)) for need in needs), factor),
            *((f"To be reviewed: {', '.join(waiting)}.",) if waiting else ()),
        ),
        facts=factor_facts(factor),
        empty='No needs here. Record one: teamkit solutions add "What the client wants"',
    )


def solution(need: Need, catalog: Catalog, factor: Factor) -> Card:
    """One need: what its jobs say of time and risks, then its page as it stands."""
    page = need.document.body.strip("\n")
    return Card(
        kind="solutions.show",
        title=need.title,
        fields=(
            ("Status", need.status),
            ("Owner", need.owner),
            ("Skills", ", ".join(catalog.title(skill) for skill in need.skills)),
            ("Tags", ", ".join(need.tags)),
            ("Reviewed", _day(need.last_reviewed_on)),
            ("Review by", _day(need.review_by)),
            ("File", need.path),
        ),
        items=({**facts(need, factor), "body": need.document.body},),
        body="\n\n".join(filter(None, [on_record(need, factor), page])),
        facts=factor_facts(factor),
    )


def found(needs: Sequence[NeedFound], factor: Factor) -> Table:
    """The needs that fit, best first, each with the solution that fits best."""
    more = len(needs) - MOST_FOUND
    return Table(
        kind="solutions.for",
        columns=(
            Column("Need", style="bold"),
            Column("Solution"),
            Column("Time", right=True),
            Column("Risks"),
            Column("Words", style="dim"),
        ),
        rows=tuple(
            (
                one.need.stem,
                _what(one),
                _time(one.need, one.solution, factor),
                "; ".join(one.solution.risks) if one.solution else "",
                ", ".join(one.words),
            )
            for one in needs[:MOST_FOUND]
        ),
        items=tuple(
            {
                **facts(one.need, factor),
                "best": _solution(one.need, one.solution, factor) if one.solution else None,
                "words": one.words,
                "found_in": one.field,
                "score": round(one.score, 6),
            }
            for one in needs
        ),
        notes=(
            *((f"And {more} that fit less; all of them: --json",) if more > 0 else ()),
            *_legend(((one.need, one.solution) for one in needs[:MOST_FOUND]), factor),
        ),
        facts=factor_facts(factor),
    )


def _what(one: NeedFound) -> str:
    """The solution, and the need's status where it is not plainly owned."""
    status = one.need.status
    if one.solution is None:
        return status
    return one.solution.name if status == "owned" else f"{one.solution.name} ({status})"


def facts(need: Need, factor: Factor) -> dict[str, object]:
    """Everything a file says, and what follows from its jobs, for programs."""
    return {
        "solution": need.stem,
        "title": need.title,
        "status": need.status,
        "owner": need.owner or None,
        "skills": need.skills,
        "tags": need.tags,
        "last_reviewed_on": need.last_reviewed_on,
        "review_by": need.review_by,
        "options": [_solution(need, solution, factor) for solution in need.solutions],
        "uses": [_use(use) for use in need.uses],
        "path": need.path,
    }


def _solution(need: Need, solution: Solution, factor: Factor) -> dict[str, object]:
    return {
        "solution": solution.name,
        "use_it_when": solution.when or None,
        "time": _range(solution.time),
        "range": range_facts(ranges.range_of(need, solution, factor)),
        "risks": solution.risks,
        "risks_on_record": [risk._asdict() for risk in ranges.risks_of(need, solution)],
        "who": solution.who,
        "line": solution.line,
    }


def _use(use: Use) -> dict[str, object]:
    return {
        "project": use.project,
        "date": use.day,
        "solution": use.solution,
        "estimated": _range(use.estimated),
        "actual": _range(use.actual),
        "risks": use.risks,
        "learnt": use.learnt or None,
        "line": use.line,
    }


def _range(time: Estimate | None) -> dict[str, object] | None:
    """The time in words and, between projects comparable, in working days."""
    if time is None:
        return None
    low, high = time.days
    return {"text": time.spell(), "low_days": low, "high_days": high}


def _first(need: Need) -> Solution | None:
    return need.solutions[0] if need.solutions else None


def _time(need: Need, solution: Solution | None, factor: Factor) -> str:
    """The range and, in brackets, from how many jobs; `~` before what is only stated."""
    known = ranges.range_of(need, solution, factor) if solution else None
    if known is None:
        return ""
    return f"{'' if known.is_measured else '~'}{known.spell()} ({known.jobs})"


def _legend(shown: Iterable[tuple[Need, Solution | None]], factor: Factor) -> tuple[str, ...]:
    """What the signs in the column of times mean; nothing when there are none."""
    told = "".join(_time(need, solution, factor) for need, solution in shown)
    if not told:
        return ()
    times = f", times the team's {decimal(factor[0])}" if factor[1] >= ranges.ENOUGH else ""
    stated = f"~ is stated{times}; in" if "~" in told else "In"
    return (f"{stated} brackets the jobs on record, from {ranges.ENOUGH} on the range is theirs.",)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
