"""`teamkit agenda move`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import SeriesThatDay
from teamkit.cli.session import Session
from teamkit.days import day
from teamkit.meetings import archive, schedule
from teamkit.meetings.agendas import move, views_move
from teamkit.week import outlook


@writes
def command(
    session: Session,
    old: Annotated[
        str, typer.Argument(metavar="DAY", help="When it would be: 2026-12-04, fri, +2w.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW-DAY", help="When it is instead.")],
    series: SeriesThatDay = None,
    because: Annotated[str, typer.Option(metavar="TEXT", help="The reason, in a few words.")] = "",
) -> None:
    """Move a meeting, and its topics, to another day.

    The agenda's text goes to the new day's page; the old page stays and says where it went.
    Moving it back to its old day undoes that.

    \b
    Examples:
      teamkit agenda move 2026-12-04 2026-12-03
      teamkit agenda move fri thu friday --because "the office is closed"
    """
    meetings = archive.Meetings(session.team, session.people)
    first, second = day(old, session.today), day(new, session.today)
    one = schedule.series_on(meetings, series, first, session.today)
    outcome = move.move(meetings, one, first, second, session.today, because=because)
    told = views_move.told(outcome, session.people)
    looks = outlook.after(outcome.change, session.team, session.people, session.today, one.slug)
    session.finish(outcome.change, views_move.rescheduled("move", outcome), *told, *looks)
