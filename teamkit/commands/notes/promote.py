"""`teamkit notes promote`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import promote
from teamkit.meetings.views_shared import made


@writes
def command(
    session: Session,
    line: Annotated[
        str, typer.Argument(metavar="LINE", help="2026-11-20-friday:14, or an action's id.")
    ],
    to: Annotated[
        str,
        typer.Option(metavar="KIND", help=f"One of {', '.join(promote.KINDS)}."),
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Its title; else the line's words.")
    ] = None,
) -> None:
    """Turn a line of the notes into a file of its own.

    \b
    Examples:
      teamkit notes promote 2026-11-20-friday:38 --to guideline
      teamkit notes promote 3f2a --to topic --title "Measure from outside"
    """
    me = session.me
    change = promote.promote(
        Meetings(session.team, session.people),
        line,
        to,
        session.today,
        title=title or "",
        me=me.handle if me else "",
    )
    session.finish(change, made("notes.promote", change))
