"""`teamkit notes skip`."""

from teamkit.cli.ask import reason
from teamkit.cli.options import writes
from teamkit.cli.parameters import Because, Day, SeriesName, Who
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.turns import swap, views


@writes
def command(
    session: Session,
    person: Who,
    series: SeriesName = None,
    because: Because = None,
    date: Day = None,
) -> None:
    """Pass a person's turn to the next in the rotation.

    Turns are counted from who really had them: whoever skips one keeps the place in line. With
    --date it is the turn of that day.

    \b
    Examples:
      teamkit notes skip @me --because "on a train"
      teamkit notes skip ana friday --date 2026-12-04 --because "reviews that day"
    """
    meetings = archive.Meetings(session.team, session.people)
    one, why = session.person(person), reason(session, because)
    chosen = meetings.choose(series, session.today)
    outcome = swap.skip(meetings, chosen, one, why, session.today, only=session.day(date))
    told = views.skipped_told(outcome, session.people)
    session.finish(outcome.change, views.skipped(outcome, session.people), *told)
