"""`teamkit notes`: take notes in turn, and find them again."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads, Writes
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive, schedule
from teamkit.meetings.notes import new as starting
from teamkit.meetings.notes import views
from teamkit.meetings.views_shared import written

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Take notes in turn, and find them again."""


@app.command(cls=Writes)
def new(ctx: typer.Context, series: SeriesName = None, date: Day = None) -> None:
    """Start the notes, pre-filled from the agenda: a heading per round and topic.

    \b
    Examples:
      $EDITOR $(teamkit notes new)
      teamkit notes new friday --date 2026-12-04
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    schedule.must_have_page(meetings, one, day, session.today)
    change = starting.new_notes(meetings, one, day)
    path = session.team.path("notes", starting.stem(one, day))
    session.finish(change, written("notes.new", path))


@app.command(cls=Reads)
def show(
    ctx: typer.Context,
    meeting: Annotated[
        str | None,
        typer.Argument(
            metavar="[MEETING]",
            help="2026-11-20-friday or a part of it; else the last.",
            autocompletion=complete.records("notes"),
        ),
    ] = None,
) -> None:
    """Show the notes of a meeting; without a name, the last one held."""
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.notes(starting.find(meetings, meeting), meetings.held))


@app.command("list", cls=Reads)
def list_(ctx: typer.Context, series: SeriesName = None) -> None:
    """List the notes, newest first, and whether anything was noted."""
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.notes_list(starting.of(meetings, series), meetings.held))
