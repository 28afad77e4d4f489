"""`teamkit agenda list`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.agendas import views
from teamkit.week import outlook


@reads
def command(session: Session, series: SeriesName = None) -> None:
    """List the agendas, newest first."""
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.agendas(meetings.agendas_of(series)))
    session.tell(outlook.of_next(meetings, session.today, series))
