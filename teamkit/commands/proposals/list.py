"""`teamkit proposals list`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.projects.proposals import update, views


@reads
def command(
    session: Session,
    status: Annotated[str, typer.Option(help="lead, proposal, won, running, done or lost.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Include proposals that are done or lost.")
    ] = False,
) -> None:
    """List the proposals that are neither done nor lost.

    \b
    Examples:
      teamkit proposals list
      teamkit proposals list --status won
    """
    found = update.listed(session.team, session.people, status=status, everything=everything)
    session.show(views.proposals(*found))
