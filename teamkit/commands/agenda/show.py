"""`teamkit agenda show`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.agendas import new, prepare, views
from teamkit.week import outlook


@reads
def command(session: Session, series: SeriesName = None, date: Day = None) -> None:
    """Show an agenda and how much of its time is planned.

    \b
    Examples:
      teamkit agenda show
      teamkit agenda show friday --date 2026-11-20
    """
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    standing = meetings.needed(one, day)
    page = prepare.prepare(meetings, one, day)
    session.show(views.agenda(standing, page))
    if day >= session.today and not standing.is_cancelled:
        session.tell(new.told(session.team, page))
        session.tell(outlook.of(page, session.team, session.people, session.today))
