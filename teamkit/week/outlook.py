"""How the next agenda looks, with what other rooms could fill it with."""

from datetime import date

from teamkit import dues
from teamkit.errors import TeamkitError
from teamkit.meetings.agendas import fillers
from teamkit.meetings.agendas.prepare import Prepared, outline, prepare
from teamkit.meetings.agendas.views_outlook import outlook
from teamkit.meetings.archive import Meetings
from teamkit.people.directory import Directory
from teamkit.store.change import Change
from teamkit.team import Team


def of(page: Prepared, team: Team, people: Directory, today: date) -> list[str]:
    """How *page* looks; when it is near and thin, what lies open anywhere is proposed."""
    if not fillers.is_thin(page, today):
        return outlook(page)
    return outlook(page, fillers.fillers(page, dues.dues(team, people, today), today))


def of_next(meetings: Meetings, today: date, series: str | None = None) -> list[str]:
    """How the next agenda of *series*, or of whichever meets next, looks; nothing without one."""
    try:
        one, day = meetings.meant(series or None, None, today)
        page = outline(meetings, one, day)
        if not fillers.is_thin(page, today):
            return outlook(page)
        whole = prepare(meetings, one, day)
    except TeamkitError:
        return []
    return of(whole, meetings.team, meetings.people, today)


def after(
    change: Change, team: Team, people: Directory, today: date, series: str = ""
) -> list[str]:
    """As `of_next`, with *change* written, which is about to be."""
    return of_next(Meetings(team.after(change), people), today, series)
