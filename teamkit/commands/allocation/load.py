"""`teamkit allocation load`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.parameters import Areas, People
from teamkit.cli.session import Session
from teamkit.projects.allocation import load, views_load
from teamkit.projects.proposals.read import proposals


@reads
def command(
    session: Session,
    months: Annotated[
        int, typer.Option(metavar="N", min=1, max=60, help="How many, from this one on.")
    ] = 6,
    people: People = None,
    area: Areas = None,
) -> None:
    """Show people's workload, month by month.

    Agreed parts count as much as their proposal is likely; what is suggested or volunteered is
    shown apart. It is for planning, never to compare people.

    \b
    Examples:
      teamkit allocation load
      teamkit allocation load --months 3 --area backend
      teamkit allocation load --people ana,hana --json
    """
    shown = load.from_today(session.today, months)
    chosen = load.team(
        session.team.config,
        session.people,
        shown,
        session.today,
        areas=area or (),
        named=[session.person(name) for name in people or ()],
    )
    found = load.load(proposals(session.team, session.people), session.people, chosen, shown)
    session.show(views_load.load(found, bars=session.console.is_terminal))
