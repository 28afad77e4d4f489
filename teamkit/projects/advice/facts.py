"""What the advice process leaves waiting: somebody was asked, and has not answered."""

from datetime import date

from teamkit.facts import Due
from teamkit.people.directory import Directory
from teamkit.projects.advice.status import Request, all_open
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import proposals
from teamkit.team import Team


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """The advice that is still to come on undecided proposals, the longest waiting first."""
    found = [
        _asked(known.proposal, one, today)
        for known in all_open(proposals(team, people), people, today)
        for one in known.waiting
        if one.on is None or one.on <= today
    ]
    return sorted(found, key=lambda due: (due.since, due.path, due.line))


def _asked(proposal: Proposal, one: Request, today: date) -> Due:
    why = f" ({one.why})" if one.why else ""
    return Due(
        what=f"Your advice on {proposal.title}{why}",
        who=(one.person,),
        on=one.by,
        since=one.on or one.by or today,
        remedy=f"teamkit advice give {proposal.stem}",
        path=proposal.path,
        line=one.line,
        kind="advice",
    )
