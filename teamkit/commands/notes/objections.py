"""`teamkit notes objections`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import OnlySeries
from teamkit.cli.session import Session
from teamkit.meetings import objections
from teamkit.meetings.archive import Meetings
from teamkit.meetings.notes import views_lines


@reads
def command(session: Session, series: OnlySeries = None) -> None:
    """List unanswered objections, oldest first.

    One is closed by a line `- Answered @ben: ...` or `- Withdrawn @ben` under its topic.

    \b
    Examples:
      teamkit notes objections
      teamkit notes objections --series friday --json
    """
    meetings = Meetings(session.team, session.people)
    found = objections.waiting(meetings, series, session.today)
    session.show(views_lines.objections(found, session.people, session.today))
    session.tell(views_lines.closing_told(found))
