"""`teamkit meeting state`."""

from typing import Annotated

import typer

from teamkit.cli.live import plain
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.meetings.live import logbook, views
from teamkit.store import logs


@reads
def command(
    session: Session,
    export: Annotated[
        str | None,
        typer.Option(
            "--export", metavar="FILE", help="Export the state for a co-host; - is stdout."
        ),
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option(
            "--import", metavar="FILE", help="Import the state from a co-host; - is stdin."
        ),
    ] = None,
) -> None:
    """Show the state of the meeting, or hand it over.

    \b
    Examples:
      teamkit meeting state
      teamkit meeting state --export friday.json
      teamkit meeting state --import friday.json
    """
    if import_ is not None:
        plain.take_over(session, import_)
    elif export is not None:
        plain.hand_over(session, export)
    else:
        common = plain.common_dir(session)
        held = logs.held_by(common)
        session.show(views.standing(logbook.latest(common), plain.local_now(session), held))
