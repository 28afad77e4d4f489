"""How the next agenda looks, with what other rooms could fill it with."""

from datetime import date

from teamkit import dues
from teamkit.errors import TeamkitError
from teamkit.markdown.document import Document, parse
from teamkit.meetings.agendas import fillers
from teamkit.meetings.agendas.prepare import Prepared, prepare
from teamkit.meetings.agendas.views_outlook import outlook
from teamkit.meetings.archive import Meetings
from teamkit.people.directory import Directory
from teamkit.store import layout
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
        page = prepare(meetings, one, day)
    except TeamkitError:
        return []
    return of(page, meetings.team, meetings.people, today)


def after(
    change: Change, team: Team, people: Directory, today: date, series: str = ""
) -> list[str]:
    """As `of_next`, with *change* written, which is about to be."""
    return of_next(Meetings(_Later(team, change), people), today, series)


class _Later(Team):
    """A team as it will be once a change is written."""

    def __init__(self, team: Team, change: Change) -> None:
        super().__init__(team.folder, team.config)
        self._now = team
        self._change = change

    def documents(self, kind: str) -> list[Document]:
        """Those that stand, with what the change makes of them."""
        place = f"{layout.folder(self.config, kind)}/"
        found = {document.path: document for document in self._now.documents(kind)}
        for write in self._change.writes:
            if write.path.startswith(place):
                found[write.path] = parse(write.path, write.text.encode())
        return [found[path] for path in sorted(found)]
