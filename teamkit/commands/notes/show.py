"""`teamkit notes show`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.notes import new, views


@reads
def command(
    session: Session,
    meeting: Annotated[
        str | None,
        typer.Argument(
            metavar="[MEETING]",
            help="2026-11-20-friday or a part of it; else the last.",
            autocompletion=complete.records("notes"),
        ),
    ] = None,
) -> None:
    """Show the notes of a meeting (default: the last one)."""
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.notes(new.find(meetings, meeting), meetings.held))
