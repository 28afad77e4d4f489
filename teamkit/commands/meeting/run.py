"""`teamkit meeting run`."""

from typing import Annotated

import typer

from teamkit.cli.live import plain, start
from teamkit.cli.options import reads
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session


@reads
def command(
    session: Session,
    series: SeriesName = None,
    date: Day = None,
    live: Annotated[
        bool, typer.Option("--live", help="Full screen, for a shared window; needs teamkit[live].")
    ] = False,
) -> int:
    """Run the meeting: rounds and turns, the clock, notes.

    What you note goes into the notes at once, uncommitted; each event is kept, so that the
    meeting goes on where it was, whatever happens to the terminal. Type ? for help.

    \b
    Examples:
      teamkit meeting run
      teamkit meeting run friday --date 2026-12-04
      teamkit meeting run --live
    """
    if live:
        return start.run(session, series, date)
    return plain.run(session, series, date)
