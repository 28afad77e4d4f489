"""What people and programs see of proposals."""

import shlex
from collections.abc import Sequence
from datetime import date

from teamkit.output.shapes import Column, Lines, Table
from teamkit.people.directory import Directory
from teamkit.proposals.model import Decision, Need, Part, Plan
from teamkit.proposals.starting import Started

_SURE_STATUSES = ("won", "running")


def facts(plan: Plan) -> dict[str, object]:
    """Everything a file says, for programs."""
    return {
        "proposal": plan.stem,
        "title": plan.title,
        "status": plan.status,
        "owner": plan.owner or None,
        "decider": plan.decider or None,
        "starts": plan.starts,
        "ends": plan.ends,
        "probability": plan.probability,
        "scope": plan.scope or None,
        "risk": plan.risk or None,
        "needs": [need_facts(need) for need in plan.needs],
        "allocation": [part_facts(part) for part in plan.parts],
        "asked": [one._asdict() for one in plan.asked],
        "advice": [one._asdict() for one in plan.advice],
        "decision": _decision_facts(plan.decision),
        "path": plan.path,
    }


def need_facts(need: Need) -> dict[str, object]:
    """One row under Needs, for programs."""
    return {
        "need": need.title,
        "skill": need.skill or None,
        "level": need.level,
        "fte": need.fte,
        "starts": need.starts,
        "ends": need.ends,
        "solution": need.solution or None,
        "line": need.line,
    }


def part_facts(part: Part) -> dict[str, object]:
    """One row under Allocation, for programs."""
    return {
        "need": part.need,
        "person": part.person,
        "role": part.role or None,
        "percent": part.percent,
        "starts": part.starts,
        "ends": part.ends,
        "state": part.state or None,
        "line": part.line,
    }


def started(made: Started, beside: Sequence[str]) -> Lines:
    """The path of the new proposal, and of what was recorded with it."""
    item = {**facts(made.plan), "recorded": list(beside)}
    return Lines("proposals.new", (made.plan.path, *beside), (item,))


def changed(kind: str, plan: Plan, beside: Sequence[str] = (), **told: object) -> Lines:
    """The path of the proposal that was changed, and of what was recorded with it."""
    item = {"proposal": plan.stem, **told, "path": plan.path, "recorded": list(beside)}
    return Lines(kind, (plan.path, *beside), (item,))


def proposals(plans: Sequence[Plan], left_out: int) -> Table:
    """Each proposal with its status, days, owner and how many needs, by file name."""
    return Table(
        kind="proposals.list",
        columns=(
            Column("Proposal", style="bold"),
            Column("Title"),
            Column("Status"),
            Column("Likely", right=True),
            Column("When"),
            Column("Owner"),
            Column("Needs", right=True),
        ),
        rows=tuple(
            (
                plan.stem,
                plan.title,
                plan.status,
                percent(plan.probability),
                when(plan.starts, plan.ends),
                plan.owner,
                str(len(plan.needs)),
            )
            for plan in plans
        ),
        items=tuple(facts(plan) for plan in plans),
        notes=(f"And {left_out} done or lost: --all",) if left_out else (),
        empty='No proposals here. Record one: teamkit proposals new "What it is called"',
        facts={"left_out": left_out},
    )


def follows(plan: Plan, people: Directory) -> list[str]:
    """What follows from how *plan* stands now, in sentences."""
    agreed = [part for part in plan.parts if part.state == "agreed"]
    told = [f"{people.first_name(it.person)} {percent(it.percent)}".rstrip() for it in agreed]
    who = f": {', '.join(told)}" if told else ""
    if plan.status == "lost":
        return [f"What is agreed counts no more{who}."] if agreed else []
    if plan.status == "done":
        used = dict.fromkeys(need.solution for need in plan.needs if need.solution)
        project = shlex.quote(plan.title)
        lessons = [f"teamkit solutions use {slug} --project {project}" for slug in used]
        return [f"Write down what it took: {lesson} --actual TIME" for lesson in lessons]
    if plan.status in _SURE_STATUSES:
        nobody = f"Nobody has agreed to a part yet: teamkit allocation suggest {plan.stem}"
        return [f"What is agreed counts in full{who}." if agreed else nobody]
    if plan.probability is None:
        return ["Nobody has said how likely it is: --probability PERCENT"]
    return []


def percent(number: int | None) -> str:
    """`60 %`; empty when nobody has said."""
    return "" if number is None else f"{number} %"


def day(one: date | None) -> str:
    """The day in a cell; empty when there is none."""
    return one.isoformat() if one else ""


def when(starts: date | None, ends: date | None) -> str:
    """`2027-01-11 to 2027-06-25`, as far as it is known."""
    if starts and ends:
        return f"{starts} to {ends}"
    return f"from {starts}" if starts else f"to {ends}" if ends else ""


def _decision_facts(decision: Decision) -> dict[str, object] | None:
    """What was decided; None while nothing is."""
    if decision.on is None:
        return None
    return {
        "on": decision.on,
        "by": decision.by or None,
        "outcome": decision.outcome or None,
        "review_on": decision.review_on,
        "dissent": decision.dissent or None,
        "text": decision.text,
        "line": decision.line,
    }
