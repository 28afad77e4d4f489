"""`teamkit actions drop`."""

from typing import Annotated

import typer

from teamkit.cli.ask import reason
from teamkit.cli.options import writes
from teamkit.cli.parameters import ActionIds
from teamkit.cli.session import Session
from teamkit.meetings.actions import agreements, close, views


@writes
def command(
    session: Session,
    ids: ActionIds,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why nobody will do it.")
    ] = None,
) -> None:
    """Drop actions that nobody will do, with the reason.

    \b
    Examples:
      teamkit actions drop 3f2a --because "the cache is gone"
    """
    agreed = agreements.agreed(session.team, session.people)
    closed = close.drop(session.team, agreed, ids, session.today, reason(session, because))
    session.finish(closed.change, views.closed("dropped", closed))
