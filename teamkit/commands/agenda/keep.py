"""`teamkit agenda keep`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, TopicName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.topics import add, fates, views
from teamkit.week import outlook


@writes
def command(
    session: Session,
    topic: TopicName,
    series: Annotated[
        str | None,
        typer.Argument(
            metavar="[SERIES]",
            help="For which meeting; without it, the topic's own, or the one that meets next.",
            autocompletion=complete.series,
        ),
    ] = None,
    date: Day = None,
) -> None:
    """Keep a topic for the next meeting, or reopen it.

    \b
    Examples:
      teamkit agenda keep webhooks
      teamkit agenda keep webhooks joint --date 2026-12-25
    """
    meetings = archive.Meetings(session.team, session.people)
    document = add.named(session.team, topic)
    day = session.day(date)
    done = fates.keep(meetings, document, session.today, name=series, day=day)
    looks = outlook.after(
        done.change, session.team, session.people, session.today, done.topic.series
    )
    session.finish(done.change, views.decided("keep", done), *views.kept(done), *looks)
