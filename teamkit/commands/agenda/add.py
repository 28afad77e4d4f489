"""`teamkit agenda add`."""

from typing import Annotated

import typer

from teamkit.cli import complete, stdin
from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.topics import add
from teamkit.meetings.views_shared import made
from teamkit.week import outlook


@writes
def command(
    session: Session,
    title: Annotated[
        str,
        typer.Argument(
            metavar="TITLE|-", help="What it is about, in one line; - reads several from stdin."
        ),
    ],
    by: Annotated[
        str,
        typer.Option(
            help="Who suggests it (default: you).", metavar="PERSON", autocompletion=complete.people
        ),
    ] = "@me",
    aim: Annotated[str, typer.Option(help="share, feedback, decide or help.")] = "",
    minutes: Annotated[int | None, typer.Option(help="How many minutes it takes.")] = None,
    series: Annotated[
        str | None,
        typer.Option(
            help="For one meeting only.", metavar="SERIES", autocompletion=complete.series
        ),
    ] = None,
) -> None:
    """Add a topic for the next meeting.

    With - it reads several from stdin, one a line, and brings all of them or none. A line may end
    in the minutes and in who brings it, Move the backups (15 min) @ben, or begin with who says it,
    @ben: Move the backups. Lines that start with # are skipped.

    \b
    Examples:
      teamkit agenda add "How we take uploads over 5 GB"
      teamkit agenda add "Show the tile cache" --by goran --aim share --minutes 15
      teamkit agenda add - < topics.txt
    """
    slug = add.series_of(session.team, series)
    known = add.waiting(archive.Meetings(session.team, session.people), session.today)
    if title == "-":
        change = add.add_topics(
            session.team,
            stdin.text(session, "A topic a line"),
            lambda name: session.person(name or by),
            session.today,
            aim=aim,
            minutes=minutes,
            series=slug,
            known=known,
        )
    else:
        change = add.add_topic(
            session.team,
            title,
            session.person(by),
            session.today,
            aim=aim,
            minutes=minutes,
            series=slug,
            known=known,
        )
    looks = outlook.after(change, session.team, session.people, session.today, slug)
    session.finish(change, made("agenda.add", change), *looks)
