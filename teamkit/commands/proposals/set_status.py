"""`teamkit proposals set-status`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Probability, ProposalName
from teamkit.cli.session import Session
from teamkit.projects.proposals import find, update, views


@writes
def command(
    session: Session,
    slug: ProposalName,
    status: Annotated[
        str,
        typer.Argument(metavar="STATUS", help="lead, proposal, won, running, done or lost."),
    ],
    probability: Probability = None,
) -> None:
    """Set a proposal's status, and show what follows.

    \b
    Examples:
      teamkit proposals set-status saltmarsh-beacon won
      teamkit proposals set-status wreck-watch proposal --probability 60
    """
    proposal = find.named(session.team, session.people, slug)
    changed = update.set_status(proposal, session.people, status, probability=probability)
    shape = views.status_set(changed.proposal)
    session.finish(changed.change, shape, *views.follows(changed.proposal, session.people))
