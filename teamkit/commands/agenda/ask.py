"""`teamkit agenda ask`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import Day, Place, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.messages import calls, forms, views
from teamkit.week import outlook


@reads
def command(
    session: Session, series: SeriesName = None, date: Day = None, place: Place = "markdown"
) -> None:
    """Print a message that asks everybody for topics.

    It says until when, what is on the agenda so far, and how to bring something without git: a
    link to the forge's page for a new file (from the remote called origin), or an answer.

    \b
    Examples:
      teamkit agenda ask
      teamkit agenda ask friday --for slack
    """
    form = forms.form(place)
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    call = calls.ask(meetings, one, day, session.today)
    session.show(views.asked(call, form))
    session.tell(
        (*map(str, one.findings), *call.said, *outlook.of_next(meetings, session.today, one.slug))
    )
