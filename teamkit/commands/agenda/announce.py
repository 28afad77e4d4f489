"""`teamkit agenda announce`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, Place, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.messages import calls, forms, views
from teamkit.week import outlook


@writes
def command(
    session: Session, series: SeriesName = None, date: Day = None, place: Place = "markdown"
) -> None:
    """Print the announcement of an agenda.

    \b
    Examples:
      teamkit agenda announce
      teamkit agenda announce friday --for mail
    """
    form = forms.form(place)
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    announcement = calls.announce(meetings, one, day, session.today)
    said = (
        *map(str, one.findings),
        *announcement.said,
        *outlook.of_next(meetings, session.today, one.slug),
    )
    session.finish(announcement.change, views.announced(announcement, form), *said)
