"""What belongs on the agenda of one meeting; reads, decides nothing for good."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from teamkit.choice import Choice
from teamkit.config import Series
from teamkit.facts import Due
from teamkit.meetings import archive, calendar, discussed, objections
from teamkit.meetings.actions import agreements
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.archive import Meetings
from teamkit.meetings.attendance import Role
from teamkit.meetings.discussed import Met
from teamkit.meetings.model import Agenda, Notes, Resolve, Topic
from teamkit.meetings.objections import Objection
from teamkit.meetings.topics import carry_over, plan
from teamkit.meetings.topics.carry_over import Return
from teamkit.meetings.topics.plan import Plan
from teamkit.meetings.topics.standing_items import Days, is_first_of_month
from teamkit.meetings.topics.standing_items import due as standing_due
from teamkit.meetings.turns import roles
from teamkit.store import layout


class MeetingOutline(NamedTuple):
    """What is talked about at one meeting, and nothing else.

    Attributes:
        waiting: the topics that could be taken.
        history: the meetings held before, oldest first.
    """

    series: Series
    day: date
    waiting: tuple[Topic, ...]
    history: tuple[Met, ...]
    plan: Plan

    @property
    def stem(self) -> str:
        """The meeting's name in files: `2026-12-04-friday`."""
        return layout.dated(self.day, self.series.slug)


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
    chosen: Mapping[Role, Choice]
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


def outline(meetings: Meetings, series: Series, day: date) -> MeetingOutline:
    """What *series* would talk about on *day*."""
    related = calendar.related(meetings.team.config, series)
    history = tuple(one for one in meetings.met if one.day < day and one.series in related)
    last = discussed.discussed(history)
    topics = archive.topics(meetings.team, meetings.people)
    waiting = _for(archive.open_topics(topics, last, series.slug), series, day)
    due = standing_due(series, day, _days(meetings, series), last)
    planned = plan.plan(series, waiting, layout.dated(day, series.slug), due)
    return MeetingOutline(series, day, tuple(waiting), history, planned)


def prepare(meetings: Meetings, series: Series, day: date) -> Prepared:
    """What belongs on the agenda of *series* on *day*; reads, decides nothing for good."""
    resolve = meetings.people.resolve
    earlier = meetings.earlier(series, day)
    planned = outline(meetings, series, day)
    standing = meetings.agenda(series, day)
    leaders, chosen = _leaders(meetings, series, day, standing)
    days = _days(meetings, series)
    return Prepared(
        series=series,
        day=day,
        standing=standing,
        plan=planned.plan,
        facilitator=leaders[Role.FACILITATOR],
        timekeeper=leaders[Role.TIMEKEEPER],
        chosen=chosen,
        returning=tuple(carry_over.returns(planned.waiting, planned.history, planned.stem)),
        history=planned.history,
        actions=tuple(agreements.open_actions(earlier, resolve)),
        commitments=_commitments(earlier, resolve, day, days),
        objections=tuple(objections.open_objections(earlier, resolve)),
        is_regular=day in days(day, day),
        taken=meetings.taken(series, day),
        undecided=() if standing else tuple(meetings.gaps),
    )


def _days(meetings: Meetings, series: Series) -> Days:
    """The days on which *series* meets, between two days."""
    return partial(calendar.meetings, meetings.team.config, series, meetings.agendas)


def _commitments(
    earlier: Sequence[Notes], resolve: Resolve, day: date, days: Days
) -> tuple[Action, ...]:
    """The open commitments without a day, once a month."""
    found = agreements.commitments(earlier, resolve)
    undated = [one for one in found if one.is_open and agreements.is_undated(one)]
    return tuple(undated) if undated and is_first_of_month(day, days) else ()


def _for(topics: Sequence[Topic], series: Series, day: date) -> list[Topic]:
    """Without those promised to another meeting that is in the future."""
    meeting = layout.dated(day, series.slug)
    return [
        t
        for t in topics
        if not t.meeting or t.meeting == meeting or t.meeting[:10] < day.isoformat()
    ]


def _leaders(
    meetings: Meetings, series: Series, day: date, standing: Agenda | None
) -> tuple[dict[Role, str], dict[Role, Choice]]:
    """Who leads and who keeps the time, as the agenda says; without one, with the reasons."""
    people = meetings.people
    choices: dict[Role, Choice] = {}
    if standing is None and not meetings.gaps:
        rotating = [role for role in _LED if not roles.fixed(series, people, role)]
        choices = roles.next_for_all(
            meetings.held, people, series, day, agendas=meetings.agendas, wanted=rotating
        )
    has = {**roles.known(series, standing, people), **_picked(choices)}
    return {role: "".join(has.get(role, ())) for role in _LED}, choices


def _picked(choices: Mapping[Role, Choice]) -> dict[Role, tuple[str, ...]]:
    return {role: tuple(pick.name for pick in one.picks) for role, one in choices.items()}


#: The roles that an agenda names from the start.
_LED = (Role.FACILITATOR, Role.TIMEKEEPER)
