"""What belongs on the agenda of one meeting; reads, decides nothing for good."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import NotFoundError, UsageError
from teamkit.facts import Due
from teamkit.meetings import attendance, calendar, carryover, followups, records
from teamkit.meetings.actions import commitments
from teamkit.meetings.agenda import planning
from teamkit.meetings.agenda.planning import Plan
from teamkit.meetings.agenda.standing import Days, is_first_of_month
from teamkit.meetings.agenda.standing import due as standing_due
from teamkit.meetings.carryover import Met, Return
from teamkit.meetings.followups import Action, Objection
from teamkit.meetings.model import Agenda, Notes, Resolve, Topic
from teamkit.meetings.turns import roles
from teamkit.meetings.turns.rotation import Role
from teamkit.people.directory import Directory
from teamkit.proposal import Proposal
from teamkit.store import gaps, layout
from teamkit.team import Team


class Prepared(NamedTuple):
    """Everything the agenda of one meeting is made from.

    Attributes:
        standing: the agenda that is already there, or None.
        facilitator: who facilitates; empty when nobody could.
        timekeeper: who keeps the time; empty when the series has nobody for that.
        chosen: why they were chosen; empty for whom the settings or the agenda name.
        returning: topics that were there for earlier meetings already.
        history: the meetings held before, oldest first.
        actions: open ones of earlier notes, oldest first.
        commitments: open ones without a day, which the first meeting of a month looks at.
        objections: unanswered ones, oldest first.
        is_regular: the series' rule gives a meeting on that day.
        taken: the path of its notes, when they were really taken; else empty.
        reviews: what is to be looked at again by that day; None when nobody asked for it.
        undecided: files that cannot be read, as `path:line`, so that no role rotates; else empty.
    """

    series: Series
    day: date
    standing: Agenda | None
    plan: Plan
    facilitator: str
    timekeeper: str
    chosen: Mapping[Role, Proposal]
    returning: tuple[Return, ...]
    history: tuple[Met, ...]
    actions: tuple[Action, ...]
    commitments: tuple[Action, ...]
    objections: tuple[Objection, ...]
    is_regular: bool
    taken: str = ""
    reviews: tuple[Due, ...] | None = None
    undecided: tuple[str, ...] = ()

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

    @property
    def gaps(self) -> list[str]:
        """The files that turns are counted from and that cannot be read, as `path:line`."""
        return gaps.unread(self.team.config, self.team.unreadable, _COUNTED)

    def refuse_gaps(self) -> None:
        """Refuse to choose anybody while turns cannot be counted.

        Raises:
            GapsError: files that they are counted from cannot be read.
        """
        gaps.refuse(self.team.config, self.team.unreadable, _COUNTED)

    @cached_property
    def met(self) -> list[Met]:
        """The meetings really held with their headings, oldest first."""
        return carryover.met(self.held)

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
        except (NotFoundError, UsageError):  # it has ended, or its rule cannot be read
            return date.max

    def agenda(self, series: Series, day: date) -> Agenda | None:
        """The agenda that stands for that meeting."""
        fitting = (a for a in self.agendas if a.series == series.slug and a.day == day)
        return next(fitting, None)

    def needed(self, series: Series, day: date) -> Agenda:
        """The agenda that stands for that meeting.

        Raises:
            NotFoundError: there is none; says how to make it.
        """
        agenda = self.agenda(series, day)
        if agenda is None:
            raise NotFoundError(
                f"There is no agenda for {series.slug} on {day}.",
                hint=f"Make it: teamkit agenda new {series.slug} --date {day}",
            )
        return agenda

    def taken(self, series: Series, day: date) -> str:
        """The path of that meeting's notes, when they were really taken; else empty."""
        meeting = (day, series.slug)
        return next((one.path for one in self.held if (one.day, one.series) == meeting), "")

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
    config, resolve = meetings.team.config, meetings.people.resolve
    earlier = meetings.earlier(series, day)
    related = calendar.related(config, series)
    history = [one for one in meetings.met if one.day < day and one.series in related]
    topics = records.topics(meetings.team, meetings.people)
    waiting = _for(records.open_topics(topics, history, series.slug), series, day)
    standing = meetings.agenda(series, day)
    leaders, chosen = _leaders(meetings, series, day, standing)
    days = partial(calendar.meetings, config, series, meetings.agendas)
    due = standing_due(series, day, days, carryover.discussed(history))
    meeting = layout.dated(day, series.slug)
    return Prepared(
        series=series,
        day=day,
        standing=standing,
        plan=planning.plan(series, waiting, meeting, due),
        facilitator=leaders[Role.FACILITATOR],
        timekeeper=leaders[Role.TIMEKEEPER],
        chosen=chosen,
        returning=tuple(carryover.returns(waiting, history, meeting)),
        history=tuple(history),
        actions=tuple(followups.open_actions(earlier, resolve)),
        commitments=_commitments(earlier, resolve, day, days),
        objections=tuple(followups.open_objections(earlier, resolve)),
        is_regular=day in days(day, day),
        taken=meetings.taken(series, day),
        undecided=() if standing else tuple(meetings.gaps),
    )


def _commitments(
    earlier: Sequence[Notes], resolve: Resolve, day: date, days: Days
) -> tuple[Action, ...]:
    """The open commitments without a day, once a month."""
    found = commitments.commitments(earlier, resolve)
    undated = [one for one in found if one.is_open and commitments.is_undated(one)]
    return tuple(undated) if undated and is_first_of_month(day, days) else ()


def _for(topics: Sequence[Topic], series: Series, day: date) -> list[Topic]:
    """Without those promised to another meeting that is still to come."""
    meeting = layout.dated(day, series.slug)
    return [
        t
        for t in topics
        if not t.meeting or t.meeting == meeting or t.meeting[:10] < day.isoformat()
    ]


def _leaders(
    meetings: Meetings, series: Series, day: date, standing: Agenda | None
) -> tuple[dict[Role, str], dict[Role, Proposal]]:
    """Who leads and who keeps the time, as the agenda says; without one, with the reasons."""
    people = meetings.people
    proposals: dict[Role, Proposal] = {}
    if standing is None and not meetings.gaps:
        rotating = [role for role in _LED if not roles.fixed(series, people, role)]
        proposals = roles.next_for_all(
            meetings.held, people, series, day, agendas=meetings.agendas, wanted=rotating
        )
    has = {**roles.known(series, standing, people), **_picked(proposals)}
    return {role: "".join(has.get(role, ())) for role in _LED}, proposals


def _picked(proposals: Mapping[Role, Proposal]) -> dict[Role, tuple[str, ...]]:
    return {role: tuple(pick.name for pick in one.picks) for role, one in proposals.items()}


#: The kinds of files that turns are counted from.
_COUNTED = ("people", "agendas", "notes")
#: The roles that an agenda names from the start.
_LED = (Role.FACILITATOR, Role.TIMEKEEPER)
