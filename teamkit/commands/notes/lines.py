"""`teamkit notes add|promote`: one line of the notes at a time."""

from typing import Annotated

import typer

from teamkit.cli import complete, stdin
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import add as adding
from teamkit.meetings.notes import promote as promoting
from teamkit.meetings.notes import views_lines as views
from teamkit.meetings.notes.capture import HELP
from teamkit.meetings.views_shared import made

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_ADD = """Note a line from outside the meeting; `-` reads lines from stdin.

It goes into today's notes, else those of the last week: under its round, else the last topic that
was talked about. It is written and not committed; teamkit notes wrap does that.

\b
What may be typed:
{letters}
  ## HEADING                with `-`: where the next lines go

\b
Examples:
  teamkit notes add d: resumable uploads for new projects
  teamkit notes add --under uploads a @ana Measure the cache fri
  teamkit notes add - < lines.txt
""".format(letters="\n".join(f"  {keys:<25} {what}" for keys, what in HELP))


@app.command(cls=Writes, help=_ADD)
def add(
    ctx: typer.Context,
    text: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT...", help="One line (after -- if it begins with -); or - for stdin."
        ),
    ],
    series: Annotated[
        str | None,
        typer.Option(metavar="SERIES", help="Of which meeting.", autocompletion=complete.series),
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="2026-12-04, fri; else today or the last one.")
    ] = None,
    under: Annotated[
        str | None, typer.Option(metavar="HEADING", help="A heading of the notes, or a part of it.")
    ] = None,
) -> None:
    """Note a line from outside the meeting; `-` reads lines from stdin."""
    session: Session = ctx.obj
    meetings = Meetings(session.team, session.people)
    said = stdin.text(session, "A line at a time") if text == ["-"] else " ".join(text)
    page = adding.page(meetings, session.today, name=series, day=session.day(date), under=under)
    heard = adding.hear(meetings, page, said.split("\n"), session.today)
    session.tell(views.refused(heard))
    change = adding.add(page, heard)
    session.commit = False
    shape, told = views.added(page, heard), views.added_told(page)
    session.finish(change, shape, *told, later="teamkit notes wrap")


@app.command(cls=Writes)
def promote(
    ctx: typer.Context,
    line: Annotated[
        str, typer.Argument(metavar="LINE", help="2026-11-20-friday:14, or an action's id.")
    ],
    to: Annotated[
        str,
        typer.Option(metavar="KIND", help=f"One of {', '.join(promoting.KINDS)}."),
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TITLE", help="Its title; else the line's words.")
    ] = None,
) -> None:
    """Start a file of its own from a line of the notes, linked both ways.

    \b
    Examples:
      teamkit notes promote 2026-11-20-friday:38 --to guideline
      teamkit notes promote 3f2a --to topic --title "Measure from outside"
    """
    session: Session = ctx.obj
    me = session.me
    change = promoting.promote(
        Meetings(session.team, session.people),
        line,
        to,
        session.today,
        title=title or "",
        me=me.handle if me else "",
    )
    session.finish(change, made("notes.promote", change))
