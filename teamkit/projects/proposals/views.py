"""What people and programs see of proposals."""

import shlex
from collections.abc import Sequence
from datetime import date

from teamkit.output.shapes import Column, Lines, Table
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Decision, Part, Proposal, ProposalNeed
from teamkit.projects.proposals.new import Started

_SURE_STATUSES = ("won", "running")


def facts(proposal: Proposal) -> dict[str, object]:
    """Everything a file says, for programs."""
    return {
        "proposal": proposal.stem,
        "title": proposal.title,
        "status": proposal.status,
        "owner": proposal.owner or None,
        "decider": proposal.decider or None,
        "starts": proposal.starts,
        "ends": proposal.ends,
        "probability": proposal.probability,
        "scope": proposal.scope or None,
        "risk": proposal.risk or None,
        "needs": [need_facts(need) for need in proposal.needs],
        "allocation": [part_facts(part) for part in proposal.parts],
        "asked": [one._asdict() for one in proposal.asked],
        "advice": [one._asdict() for one in proposal.advice],
        "decision": _decision_facts(proposal.decision),
        "path": proposal.path,
    }


def need_facts(need: ProposalNeed) -> dict[str, object]:
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
    item = {**facts(made.proposal), "recorded": list(beside)}
    return Lines("proposals.new", (made.proposal.path, *beside), (item,))


def changed(kind: str, proposal: Proposal, beside: Sequence[str] = (), **told: object) -> Lines:
    """The path of the proposal that was changed, and of what was recorded with it."""
    item = {"proposal": proposal.stem, **told, "path": proposal.path, "recorded": list(beside)}
    return Lines(kind, (proposal.path, *beside), (item,))


def proposals(proposals: Sequence[Proposal], left_out: int) -> Table:
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
                proposal.stem,
                proposal.title,
                proposal.status,
                percent(proposal.probability),
                when(proposal.starts, proposal.ends),
                proposal.owner,
                str(len(proposal.needs)),
            )
            for proposal in proposals
        ),
        items=tuple(facts(proposal) for proposal in proposals),
        notes=(f"And {left_out} done or lost: --all",) if left_out else (),
        empty='No proposals here. Record one: teamkit proposals new "What it is called"',
        facts={"left_out": left_out},
    )


def follows(proposal: Proposal, people: Directory) -> list[str]:
    """What follows from how *proposal* stands now, in sentences."""
    agreed = [part for part in proposal.parts if part.state == "agreed"]
    told = [f"{people.first_name(it.person)} {percent(it.percent)}".rstrip() for it in agreed]
    who = f": {', '.join(told)}" if told else ""
    if proposal.status == "lost":
        return [f"What is agreed counts no more{who}."] if agreed else []
    if proposal.status == "done":
        used = dict.fromkeys(need.solution for need in proposal.needs if need.solution)
        project = shlex.quote(proposal.title)
        lessons = [f"teamkit solutions use {slug} --project {project}" for slug in used]
        return [f"Write down what it took: {lesson} --actual TIME" for lesson in lessons]
    if proposal.status in _SURE_STATUSES:
        nobody = f"Nobody has agreed to a part yet: teamkit allocation suggest {proposal.stem}"
        return [f"What is agreed counts in full{who}." if agreed else nobody]
    if proposal.probability is None:
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
