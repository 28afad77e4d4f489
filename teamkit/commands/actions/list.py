"""`teamkit actions list`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.parameters import OnlySeries
from teamkit.cli.session import Session
from teamkit.meetings import calendar
from teamkit.meetings.actions import agreements, views


@reads
def command(
    session: Session,
    mine: Annotated[bool, typer.Option("--mine", help="Only actions assigned to you.")] = False,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="PERSON",
            help="Only actions assigned to this person.",
            autocompletion=complete.people,
        ),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only those past their due date.")
    ] = False,
    series: OnlySeries = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only those agreed on that day or later.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Include done and dropped actions.")
    ] = False,
) -> None:
    """List open actions, oldest first.

    Actions and commitments stand in the notes and in pairing sessions, where they were agreed.
    Commitments without a date come below, for a look once a month.

    \b
    Examples:
      teamkit actions list --mine
      teamkit actions list --overdue
      teamkit actions list --since 2026-11-01 --all
    """
    wanted = agreements.ActionFilter(
        owners=tuple(session.person(name).handle for name in ("@me" if mine else None, of) if name),
        overdue_on=session.today if overdue else None,
        series=calendar.slug_of(session.team.config, series),
        since=session.past_day(since),
        everything=everything,
    )
    agreed = agreements.agreed(session.team, session.people)
    found = [one for one in agreed if wanted.holds(one)]
    session.show(views.actions(found, session.today, with_state=everything))
