"""`teamkit meeting order`."""

from typing import Annotated

import typer

from teamkit.cli.live import plain
from teamkit.cli.options import reads
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings.live import views


@reads
def command(
    session: Session,
    series: SeriesName = None,
    date: Day = None,
    round_: Annotated[
        str | None,
        typer.Option("--round", metavar="NAME", help="One round, or a part of its name."),
    ] = None,
    host: Annotated[
        bool, typer.Option("--host", help="Show the reasons too; for the host.")
    ] = False,
) -> None:
    """Show who speaks when in each round.

    The same meeting gives the same order on every machine. With `balance: true` in the series,
    those come first who were heard in fewest of the last eight meetings.

    \b
    Examples:
      teamkit meeting order
      teamkit meeting order friday --round wins --host
    """
    state = plain.begun_or_planned(session, series, date)
    session.show(views.order(state, round_, for_host=host))
