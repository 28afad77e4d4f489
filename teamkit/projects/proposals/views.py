"""What people and programs see of proposals."""

import shlex
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.output import fields
from teamkit.output.fields import COUNT, PATH, TEXT, Field, Page, Record, many
from teamkit.output.shapes import Lines, Table
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.new import Started
from teamkit.projects.proposals.records import PROPOSAL, PROPOSAL_REF, percent

_SURE_STATUSES = ("won", "running")


class NeedChanged(NamedTuple):
    """Which need of a proposal was changed, and the files that were recorded with it."""

    title: str
    recorded: Sequence[str]


_RECORDED = Record[Sequence[str]](
    "recorded",
    "",
    (Field("recorded", lambda it: it, many(PATH), "Needs that were recorded as missing."),),
)
_CHANGED_NEED = Record[NeedChanged](
    "changed_need",
    "",
    (
        Field("need_title", lambda it: it.title, TEXT, "The need, as it was typed."),
        Field("recorded", lambda it: it.recorded, many(PATH), "Needs recorded as missing."),
    ),
)
_LEFT_OUT = Record[int](
    "left_out", "", (Field("hidden", lambda n: n, COUNT, "How many done or lost are not here."),)
)
_NEW = Page("proposals.new", "The new proposal.", PROPOSAL, _RECORDED, writes=True)
_NEED = Page("proposals.need", "Whose need changed.", PROPOSAL_REF, _CHANGED_NEED, writes=True)
_STATUS = Page("proposals.set-status", "The proposal as it is now.", PROPOSAL, writes=True)
_LIST = Page("proposals.list", "Proposals, by name.", PROPOSAL, _LEFT_OUT)


def started(made: Started, recorded: Sequence[str]) -> Lines:
    """The path of the new proposal, and of what was recorded with it."""
    paths = (made.proposal.path, *recorded)
    return fields.lines(_NEW, paths, (made.proposal,), whole=recorded)


def needed(proposal: Proposal, title: str, recorded: Sequence[str]) -> Lines:
    """The path of the proposal whose need was changed, and of what was recorded with it."""
    paths = (proposal.path, *recorded)
    return fields.lines(_NEED, paths, (proposal,), whole=NeedChanged(title, recorded))


def status_set(proposal: Proposal) -> Lines:
    """The path of the proposal whose status was set."""
    return fields.lines(_STATUS, (proposal.path,), (proposal,))


def proposals(proposals: Sequence[Proposal], left_out: int) -> Table:
    """Each proposal with its status, days, owner and how many needs, by file name."""
    return fields.table(
        _LIST,
        proposals,
        notes=(f"And {left_out} done or lost: --all",) if left_out else (),
        empty='No proposals here. Record one: teamkit proposals new "What it is called"',
        whole=left_out,
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


def day(one: date | None) -> str:
    """The day in a cell; empty when there is none."""
    return one.isoformat() if one else ""
