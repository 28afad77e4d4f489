"""What belongs on the agenda of one meeting; reads, decides nothing for good."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import NotFoundError
from teamkit.meetings import attendance, calendar, followups, planning, records, rotation
from teamkit.meetings.followups import Action, Objection
from teamkit.meetings.model import Agenda, Notes, Topic
from teamkit.meetings.planning import Plan
from teamkit.people.directory import Directory
from teamkit.proposal import Proposal
from teamkit.store import layout
from teamkit.team import Team


class Prepared(NamedTuple):
    """Everything the agenda of one meeting is made from.

    Attributes:
        standing: the agenda that is already there, or None.
        facilitator: who facilitates; empty when nobody could.
        chosen: why the facilitator was chosen; None when named by the settings or the agenda.
        actions: open ones of earlier notes, oldest first.
        objections: unanswered ones, oldest first.
        is_regular: the series' rule gives a meeting on that day.
    """

    series: Series
    day: date
    standing: Agenda | None
    plan: Plan
    facilitator: str
    chosen: Proposal | None
    actions: tuple[Action, ...]
    objections: tuple[Objection, ...]
    is_regular: bool

    @property
    def stem(self) -> str:
        """The meeting's name in files: `2026-12-04-friday`."""
        return layout.dated(self.day, self.series.slug)


class Meetings:
    """What the meeting files of a team say, read once."""

    def __init__(self, team: Team, people: Directory) -> None:
        self.team = team
        self.people = people
        self.agendas = records.agendas(team, people)
        self.notes = records.notes(team, people)
        self.held = attendance.held(team, self.notes)

    def choose(self, name: str | None, today: date) -> Series:
        """The series called *name*; without a name, the one that meets next.

        Raises:
            UnknownError: none is called so.
            NotFoundError: the settings have no series.
        """
        config = self.team.config
        if name is not None:
            return calendar.series_named(config, name)
        if not config.series:
            raise NotFoundError(
                "No meeting is set up.",
                where="teamkit.yml",
                hint="Add one under series: (teamkit init writes an example)",
            )
        if len(config.series) == 1:
            return next(iter(config.series.values()))
        return min(
            config.series.values(), key=lambda one: (self._next_or_never(one, today), one.slug)
        )

    def next(self, series: Series, today: date) -> date:
        """The series' next meeting: today's until its notes have content of their own."""
        days = {one.day for one in records.of_series(self.held, series)}
        return calendar.next_meeting(self.team.config, series, self.agendas, today, held=days)

    def meant(self, name: str | None, day: date | None, today: date) -> tuple[Series, date]:
        """The meeting that is meant: the series as `choose` says, on *day* or else its next one."""
        series = self.choose(name, today)
        return series, day or self.next(series, today)

    def _next_or_never(self, series: Series, today: date) -> date:
        try:
            return self.next(series, today)
        except NotFoundError:
            return date.max

    def agenda(self, series: Series, day: date) -> Agenda | None:
        """The agenda that stands for that meeting."""
        fitting = (a for a in self.agendas if a.series == series.slug and a.day == day)
        return next(fitting, None)

    def agendas_of(self, name: str | None) -> list[Agenda]:
        """The agendas of the series called *name*; all of them without a name."""
        if name is None:
            return self.agendas
        slug = calendar.series_named(self.team.config, name).slug
        return [agenda for agenda in self.agendas if agenda.series == slug]

    def earlier(self, series: Series, day: date) -> list[Notes]:
        """Held notes before *day* of the series and those it replaces or is replaced by."""
        slugs = calendar.related(self.team.config, series)
        return [one for one in self.held if one.day < day and one.series in slugs]


def prepare(meetings: Meetings, series: Series, day: date) -> Prepared:
    """What belongs on the agenda of *series* on *day*; reads, decides nothing for good."""
    earlier = meetings.earlier(series, day)
    topics = records.topics(meetings.team, meetings.people)
    waiting = records.open_topics(topics, earlier, series.slug)
    standing = meetings.agenda(series, day)
    facilitator, chosen = _facilitator(meetings, series, day, standing)
    resolve = meetings.people.resolve
    regular = calendar.meetings(meetings.team.config, series, meetings.agendas, day, day)
    return Prepared(
        series=series,
        day=day,
        standing=standing,
        plan=planning.plan(series, _for(waiting, series, day), layout.dated(day, series.slug)),
        facilitator=facilitator,
        chosen=chosen,
        actions=tuple(followups.open_actions(earlier, resolve)),
        objections=tuple(followups.open_objections(earlier, resolve)),
        is_regular=day in regular,
    )


def _for(topics: Sequence[Topic], series: Series, day: date) -> list[Topic]:
    """Without those promised to another meeting that is still to come."""
    meeting = layout.dated(day, series.slug)
    return [
        t
        for t in topics
        if not t.meeting or t.meeting == meeting or t.meeting[:10] < day.isoformat()
    ]


def _facilitator(
    meetings: Meetings, series: Series, day: date, standing: Agenda | None
) -> tuple[str, Proposal | None]:
    if standing is not None:
        return standing.facilitator, None
    if series.facilitator != "rotate":
        return meetings.people.resolve(series.facilitator), None
    taken = records.of_series(meetings.held, series)
    history = [
        rotation.Held(
            one.day,
            frozenset(attendance.present(one, series, meetings.people)),
            frozenset({one.facilitator} - {""}),
        )
        for one in taken
        if one.day < day
    ]
    here = [
        p.handle
        for p in meetings.people
        if p.is_expected(day, series.areas) and not p.away_until(day)
    ]
    proposal = rotation.next_takers(history, here)
    return (proposal.picks[0].name if proposal.picks else ""), proposal
