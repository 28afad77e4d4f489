"""The objections that wait for an answer, across meetings."""

from datetime import date

from teamkit.meetings import calendar, followups
from teamkit.meetings.agendas import Meetings
from teamkit.meetings.followups import Objection


def waiting(meetings: Meetings, name: str | None, today: date) -> list[Objection]:
    """The open objections of notes up to *today*, the oldest first; of one series, or of all.

    What was answered in another series is answered.

    Raises:
        UnknownError: no series is called *name*.
    """
    slug = calendar.slug_of(meetings.team.config, name)
    taken = [one for one in meetings.held if one.day <= today]
    found = followups.open_objections(taken, meetings.people.resolve)
    return [one for one in found if slug in {"", one.series}]
