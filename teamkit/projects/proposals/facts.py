"""What the proposals leave waiting: a decision whose review day has come."""

import re
from datetime import date

from teamkit.facts import Due
from teamkit.markdown.scalars import to_day
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal
from teamkit.team import Team

_REVIEWED = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+)?[*_]*reviewed[*_]*:?[ \t]+(?:on[ \t]+)?(\d{4}-\d\d-\d\d)",
    re.IGNORECASE | re.MULTILINE,
)


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """What waits as of *today*, the longest waiting first."""
    # Only what says the word has a review; the others need not be parsed.
    documents = team.mentioning("proposals", ("review",))
    every = (read_proposal(document, people.resolve) for document in documents)
    waiting = [
        _review(proposal, day) for proposal in every if (day := review_waits_since(proposal, today))
    ]
    return sorted(waiting, key=lambda one: (one.since, one.path))


def review_waits_since(proposal: Proposal, today: date) -> date | None:
    """The day the review of its decision was wanted, when that has come; None when nothing waits.

    A line `Reviewed DATE` under Decision, that day or later, says that it was done.
    """
    decision, day = proposal.decision, proposal.decision.review_on
    if decision.on is None or day is None or day > today or proposal.status == "lost":
        return None
    done = map(to_day, _REVIEWED.findall(decision.text))
    return None if any(one and one >= day for one in done) else day


def _review(proposal: Proposal, day: date) -> Due:
    who = proposal.decision.by or proposal.decider or proposal.owner
    return Due(
        what=f"Review the decision on: {proposal.title}",
        who=(who,) if who else (),
        on=day,
        since=day,
        remedy="Hold it against what was intended, and write under it: Reviewed DATE: ...",
        path=proposal.path,
        line=proposal.decision.line,
        kind="review",
    )
