"""`teamkit allocation why`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.parameters import Locks, MaxPart, ProposalName, Volunteers
from teamkit.cli.session import Session
from teamkit.projects.allocation import locks, problem, suggest, views, why
from teamkit.projects.allocation.records import PLANNING
from teamkit.projects.proposals import find


@reads
def command(
    session: Session,
    slug: ProposalName,
    person: Annotated[str, typer.Argument(metavar="PERSON", autocompletion=complete.people)],
    volunteers: Volunteers = None,
    lock: Locks = None,
    max_part: MaxPart = None,
) -> None:
    """Show why a person is or is not suggested.

    \b
    Examples:
      teamkit allocation why saltmarsh-beacon ben
    """
    one = session.person(person)
    proposal = find.named(session.team, session.people, slug)
    wishes = locks.wishes(proposal, volunteers or (), lock or (), max_part, session.person)
    asked = problem.of_team(session.team, session.people, proposal, wishes, session.today)
    found = suggest.suggestion(asked)
    reasons = why.why(found, one)
    session.show(views.why(reasons, one.handle, found.asked.proposal.stem), PLANNING)
