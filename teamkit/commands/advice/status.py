"""`teamkit advice status`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.projects.advice import request, status, views
from teamkit.projects.proposals import find
from teamkit.projects.proposals.read import proposals


@reads
def command(
    session: Session,
    slug: Annotated[
        str | None,
        typer.Argument(
            metavar="[SLUG]",
            help="Only this proposal; else all that are not decided.",
            autocompletion=complete.records("proposals"),
        ),
    ] = None,
) -> None:
    """Show who has answered, with a reminder to send.

    \b
    Examples:
      teamkit advice status
      teamkit advice status coastal-watch
    """
    team, people, today = session.team, session.people, session.today
    if slug is None:
        found = status.all_open(proposals(team, people), people, today)
    else:
        found = [status.standing(find.named(team, people, slug), people, today)]
    reminders = {
        known.proposal.stem: text
        for known in found
        if status.is_open(known.proposal)
        and (text := request.reminder(known, people, today, request.place(team, known.proposal)))
    }
    session.show(views.standings(found, reminders, today, shows_name=slug is None))
