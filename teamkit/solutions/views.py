"""What people and programs see of needs and their solutions."""

from collections.abc import Iterable, Sequence
from datetime import date

from teamkit.output.shapes import Card, Column, Lines, Table
from teamkit.people.catalog import Catalog
from teamkit.solutions import ranges
from teamkit.solutions.actions import Added, Draft
from teamkit.solutions.due import waits_since
from teamkit.solutions.estimate import Estimate, decimal
from teamkit.solutions.finding import Found
from teamkit.solutions.model import Option, Solution, Use
from teamkit.solutions.views_record import Factor, factor_facts, on_record, range_facts

#: Most needs that a person reads; programs get all.
MOST_FOUND = 8


def made(added: Added, wanted: Draft) -> Lines:
    """The path of the new need."""
    item = {
        "path": added.path,
        "solution": wanted.stem,
        "title": wanted.title,
        "status": added.status,
    }
    return Lines("solutions.add", (added.path,), (item,))


def solutions(needs: Sequence[Solution], today: date, factor: Factor) -> Table:
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


def solution(need: Solution, catalog: Catalog, factor: Factor) -> Card:
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


def found(needs: Sequence[Found], factor: Factor) -> Table:
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
                _time(one.need, one.option, factor),
                "; ".join(one.option.risks) if one.option else "",
                ", ".join(one.words),
            )
            for one in needs[:MOST_FOUND]
        ),
        items=tuple(
            {
                **facts(one.need, factor),
                "best": _option(one.need, one.option, factor) if one.option else None,
                "words": one.words,
                "found_in": one.field,
                "score": round(one.score, 6),
            }
            for one in needs
        ),
        notes=(
            *((f"And {more} that fit less; all of them: --json",) if more > 0 else ()),
            *_legend(((one.need, one.option) for one in needs[:MOST_FOUND]), factor),
        ),
        facts=factor_facts(factor),
    )


def _what(one: Found) -> str:
    """The solution, and the need's status where it is not plainly owned."""
    status = one.need.status
    if one.option is None:
        return status
    return one.option.name if status == "owned" else f"{one.option.name} ({status})"


def facts(need: Solution, factor: Factor) -> dict[str, object]:
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
        "options": [_option(need, option, factor) for option in need.options],
        "uses": [_use(use) for use in need.uses],
        "path": need.path,
    }


def _option(need: Solution, option: Option, factor: Factor) -> dict[str, object]:
    return {
        "solution": option.name,
        "use_it_when": option.when or None,
        "time": _range(option.time),
        "range": range_facts(ranges.range_of(need, option, factor)),
        "risks": option.risks,
        "risks_on_record": [risk._asdict() for risk in ranges.risks_of(need, option)],
        "who": option.who,
        "line": option.line,
    }


def _use(use: Use) -> dict[str, object]:
    return {
        "project": use.project,
        "date": use.day,
        "solution": use.option,
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


def _first(need: Solution) -> Option | None:
    return need.options[0] if need.options else None


def _time(need: Solution, option: Option | None, factor: Factor) -> str:
    """The range and, in brackets, from how many jobs; `~` before what is only stated."""
    known = ranges.range_of(need, option, factor) if option else None
    if known is None:
        return ""
    return f"{'' if known.is_measured else '~'}{known.spell()} ({known.jobs})"


def _legend(shown: Iterable[tuple[Solution, Option | None]], factor: Factor) -> tuple[str, ...]:
    """What the signs in the column of times mean; nothing when there are none."""
    told = "".join(_time(need, option, factor) for need, option in shown)
    if not told:
        return ()
    times = f", times the team's {decimal(factor[0])}" if factor[1] >= ranges.ENOUGH else ""
    stated = f"~ is stated{times}; in" if "~" in told else "In"
    return (f"{stated} brackets the jobs on record, from {ranges.ENOUGH} on the range is theirs.",)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
