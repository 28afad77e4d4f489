"""`teamkit notes list`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.notes import new, views


@reads
def command(session: Session, series: SeriesName = None) -> None:
    """List the notes, newest first."""
    meetings = archive.Meetings(session.team, session.people)
    session.show(views.notes_list(new.of(meetings, series), meetings.held))
