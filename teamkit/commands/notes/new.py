"""`teamkit notes new`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive, schedule
from teamkit.meetings.notes import new
from teamkit.meetings.views_shared import written


@writes
def command(session: Session, series: SeriesName = None, date: Day = None) -> None:
    """Create the notes, pre-filled from the agenda.

    \b
    Examples:
      $EDITOR $(teamkit notes new)
      teamkit notes new friday --date 2026-12-04
    """
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    schedule.must_have_page(meetings, one, day, session.today)
    change = new.new_notes(meetings, one, day)
    path = session.team.path("notes", new.stem(one, day))
    session.finish(change, written("notes.new", path))
