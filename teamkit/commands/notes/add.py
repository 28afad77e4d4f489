"""`teamkit notes add`."""

from functools import partial
from typing import Annotated

import typer

from teamkit.cli import complete, stdin
from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import add, views_lines
from teamkit.meetings.notes.capture import HELP

_ADD = """Add a line to the notes, outside the meeting.

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


@partial(writes, text=_ADD)
def command(
    session: Session,
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
    """Add a line to the notes, outside the meeting."""
    meetings = Meetings(session.team, session.people)
    said = stdin.text(session, "A line at a time") if text == ["-"] else " ".join(text)
    page = add.page(meetings, session.today, name=series, day=session.day(date), under=under)
    heard = add.hear(meetings, page, said.split("\n"), session.today)
    session.tell(views_lines.refused(heard))
    change = add.add(page, heard)
    session.commit = False
    shape, told = views_lines.added(page, heard), views_lines.added_told(page)
    session.finish(change, shape, *told, later="teamkit notes wrap")
