"""`teamkit notes objections|digest`: what the notes say, across meetings."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads
from teamkit.cli.session import Session
from teamkit.meetings import objections as objections_module
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import digest as digests
from teamkit.meetings.notes import views_digest as digest_views
from teamkit.meetings.notes import views_lines as views

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Series = Annotated[
    str | None,
    typer.Option(metavar="SERIES", help="Only of that meeting.", autocompletion=complete.series),
]


@app.command(cls=Reads)
def objections(ctx: typer.Context, series: Series = None) -> None:
    """List the objections that nobody has answered, the oldest first.

    One is closed by a line `- Answered @ben: ...` or `- Withdrawn @ben` under its topic.

    \b
    Examples:
      teamkit notes objections
      teamkit notes objections --series friday --json
    """
    session: Session = ctx.obj
    meetings = Meetings(session.team, session.people)
    found = objections_module.waiting(meetings, series, session.today)
    session.show(views.objections(found, session.people, session.today))
    session.tell(views.closing_told(found))


@app.command(cls=Reads)
def digest(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help="The first day; without it, a week ago, or after the last meeting PERSON was at.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="The last day; without it, today.")
    ] = None,
    series: Series = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PERSON",
            help="Only what matters to them, of meetings they missed.",
            autocompletion=complete.people,
        ),
    ] = None,
) -> None:
    """Tell what the meetings said, by theme, as Markdown to paste.

    Wins and thanks, decisions, actions, learnings, open objections: from the notes alone. For one
    person it is what names them, or stands under what they brought, spoke about or want to hear.

    \b
    Examples:
      teamkit notes digest --since 2026-11-01
      teamkit notes digest --for fay
    """
    session: Session = ctx.obj
    meetings = Meetings(session.team, session.people)
    person = session.person(for_).handle if for_ else ""
    first, last = session.past_day(since), session.past_day(until) or session.today
    if person and first is None:
        first = digests.unseen(meetings, person, last, series)
    found = digests.digest(meetings, digests.window(first, last), name=series, person=person)
    session.show(digest_views.digest(found, session.people))
