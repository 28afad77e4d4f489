"""`teamkit agenda ask|announce`: messages to paste, for people without teamkit."""

from typing import Annotated

import typer

from teamkit.cli.options import Reads, Writes
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.messages import calls, forms, views
from teamkit.week import outlook

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Place = Annotated[
    str, typer.Option("--for", metavar="PLACE", help="markdown, slack (or chat) or mail.")
]


@app.command(cls=Reads)
def ask(
    ctx: typer.Context, series: SeriesName = None, date: Day = None, place: Place = "markdown"
) -> None:
    """Print the message that asks everybody for topics, ready to paste.

    It says until when, what is on the agenda so far, and how to bring something without git: a
    link to the forge's page for a new file (from the remote called origin), or an answer.

    \b
    Examples:
      teamkit agenda ask
      teamkit agenda ask friday --for slack
    """
    session: Session = ctx.obj
    form = forms.form(place)
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    call = calls.ask(meetings, one, day, session.today)
    session.show(views.asked(call, form))
    session.tell(
        (*map(str, one.findings), *call.said, *outlook.of_next(meetings, session.today, one.slug))
    )


@app.command(cls=Writes)
def announce(
    ctx: typer.Context, series: SeriesName = None, date: Day = None, place: Place = "markdown"
) -> None:
    """Print the announcement of an agenda, ready to paste, and note the day in it.

    \b
    Examples:
      teamkit agenda announce
      teamkit agenda announce friday --for mail
    """
    session: Session = ctx.obj
    form = forms.form(place)
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    announcement = calls.announce(meetings, one, day, session.today)
    said = (
        *map(str, one.findings),
        *announcement.said,
        *outlook.of_next(meetings, session.today, one.slug),
    )
    session.finish(announcement.change, views.announced(announcement, form), *said)
