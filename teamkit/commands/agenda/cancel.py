"""`teamkit agenda cancel`."""

from typing import Annotated

import typer

from teamkit.cli.ask import reason
from teamkit.cli.options import writes
from teamkit.cli.parameters import Because, SeriesThatDay
from teamkit.cli.session import Session
from teamkit.days import day
from teamkit.meetings import archive, schedule
from teamkit.meetings.agendas import move, views_move
from teamkit.week import outlook


@writes
def command(
    session: Session,
    when: Annotated[str, typer.Argument(metavar="DAY", help="Which day: 2026-12-04, fri, +2w.")],
    series: SeriesThatDay = None,
    because: Because = None,
    un: Annotated[bool, typer.Option("--un", help="Undo it: the meeting takes place.")] = False,
) -> None:
    """Cancel a meeting; its topics wait for the next one.

    \b
    Examples:
      teamkit agenda cancel 2026-12-25 --because "everybody is away"
      teamkit agenda cancel 2026-12-25 --un
    """
    meetings = archive.Meetings(session.team, session.people)
    on = day(when, session.today)
    one = schedule.series_on(meetings, series, on, session.today)
    if un:
        outcome = move.take_place(meetings, one, on)
    else:
        outcome = move.cancel(meetings, one, on, session.today, reason(session, because))
    told = views_move.told(outcome, session.people)
    looks = outlook.after(outcome.change, session.team, session.people, session.today, one.slug)
    session.finish(outcome.change, views_move.rescheduled("cancel", outcome), *told, *looks)
