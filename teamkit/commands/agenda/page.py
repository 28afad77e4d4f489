"""`teamkit agenda`: prepare the next meeting."""

from typing import Annotated

import typer

from teamkit import dues
from teamkit.cli.options import Reads, Writes
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.agendas import new as compiling
from teamkit.meetings.agendas import new as new_module
from teamkit.meetings.agendas import prepare, views
from teamkit.meetings.agendas import views_prepared as compiled
from teamkit.week import outlook

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def agenda() -> None:
    """Prepare the next meeting."""


@app.command(cls=Writes)
def new(
    ctx: typer.Context,
    series: SeriesName = None,
    date: Day = None,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Replace blocks that were edited by hand, too.")
    ] = False,
) -> None:
    """Compile the agenda: rounds, topics that fit, open actions, unanswered objections.

    Run again, it brings its own blocks up to date and leaves the rest alone; a block that
    somebody edited stays, and is named.

    \b
    Examples:
      teamkit agenda new
      teamkit agenda new friday --date 2026-12-04
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    reviews = dues.reviews(session.team, session.people, day)
    prepared = prepare.prepare(meetings, one, day)._replace(reviews=tuple(reviews))
    change, kept = compiling.new_agenda(session.team, prepared, regenerate=regenerate)
    path = prepared.standing.path if prepared.standing else change.writes[0].path
    shape = compiled.prepared(prepared, path, kept)
    said = compiled.explained(prepared, session.people, kept)
    said += outlook.of(prepared, session.team, session.people, session.today)
    session.finish(change, shape, *map(str, one.findings), *said)


@app.command(cls=Reads)
def show(ctx: typer.Context, series: SeriesName = None, date: Day = None) -> None:
    """Show an agenda as it stands, and the minutes planned against those available.

    \b
    Examples:
      teamkit agenda show
      teamkit agenda show friday --date 2026-11-20
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    standing = meetings.needed(one, day)
    page = prepare.prepare(meetings, one, day)
    session.show(views.agenda(standing, page))
    if day >= session.today and not standing.is_cancelled:
        session.tell(new_module.told(session.team, page))
        session.tell(outlook.of(page, session.team, session.people, session.today))


@app.command("list", cls=Reads)
def list_(ctx: typer.Context, series: SeriesName = None) -> None:
    """List the agendas, newest first."""
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.agendas(meetings.agendas_of(series)))
    session.tell(outlook.of_next(meetings, session.today, series))
