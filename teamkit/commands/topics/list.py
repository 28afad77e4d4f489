"""`teamkit topics list`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.topics import add, views


@reads
def command(
    session: Session,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also those discussed, parked or dropped, and why."),
    ] = False,
) -> None:
    """List the open topics in the order they are picked.

    \b
    Examples:
      teamkit topics list
      teamkit topics list --all --json
    """
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.topics(add.waiting(meetings, session.today, everything=everything)))
