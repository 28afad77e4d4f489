"""`teamkit notes swap`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, SeriesName, Who
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.turns import swap, views


@writes
def command(
    session: Session,
    person: Who,
    other: Who,
    series: SeriesName = None,
    date: Day = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Even if somebody is away that day.")
    ] = False,
) -> None:
    """Swap the next turns of two people.

    Where one of them alone is asked, the other takes that turn. The same command again changes it
    back. With --date it is the turn of that day.

    \b
    Examples:
      teamkit notes swap ana ben
      teamkit notes swap @me carla friday --date 2026-12-04
    """
    meetings = archive.Meetings(session.team, session.people)
    outcome = swap.swap(
        meetings,
        meetings.choose(series, session.today),
        (session.person(person), session.person(other)),
        session.today,
        only=session.day(date),
        anyway=anyway,
    )
    told = views.swapped_told(outcome, session.people)
    session.finish(outcome.change, views.swapped(outcome, session.people), *told)
