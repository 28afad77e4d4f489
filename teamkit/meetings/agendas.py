"""Compiling the agenda of one meeting: rounds, topics that fit, what earlier notes left open."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import NotFoundError
from teamkit.markdown import blocks, tables
from teamkit.markdown.editing import New
from teamkit.meetings import attendance, calendar, followups, planning, records, rotation
from teamkit.meetings.followups import Action, Objection
from teamkit.meetings.model import Agenda, Notes, Topic
from teamkit.meetings.planning import Plan
from teamkit.people.directory import Directory
from teamkit.proposal import Proposal
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit
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


def new_agenda(
    team: Team, prepared: Prepared, *, regenerate: bool = False
) -> tuple[Change, tuple[str, ...]]:
    """The change that makes the agenda, or brings a standing one's generated blocks up to date.

    Returns:
        The change, and the names of the blocks that stay because somebody edited them by hand;
        with *regenerate* none does.
    """
    message = f"Agenda of {prepared.series.title} for {prepared.day}"
    standing = prepared.standing
    if standing is None:
        return Change(message, "agenda new", (_fresh(team, prepared),)), ()
    text, kept = standing.document.text, []
    for name in blocks.names(text):
        if name in _BLOCKS:
            content = _BLOCKS[name](prepared, standing.path)
            text, outcome = blocks.put(text, name, content, regenerate=regenerate)
            kept += [name] if outcome is blocks.Outcome.KEPT else []
    message = f"Update the {message[0].lower()}{message[1:]}"
    return Change(message, "agenda new", edit(standing.document, text)), tuple(kept)


def _fresh(team: Team, prepared: Prepared) -> Write:
    path = team.path("agendas", prepared.stem)
    heading = f"{prepared.series.title}, {prepared.day}: agenda"
    parts = {
        name: blocks.block(name, make(prepared, path)).rstrip("\n")
        for name, make in _BLOCKS.items()
    }
    meta: dict[str, New] = {
        "title": f"{prepared.day} {prepared.series.slug} agenda",
        "date": prepared.day,
        "series": prepared.series.slug,
        "start": prepared.series.start,
        "minutes": prepared.series.minutes,
        "facilitator": prepared.facilitator or None,
    }
    body = team.template("agenda.md", {"heading": heading, **parts})
    write = team.new("agendas", prepared.stem, meta, body)
    # An empty key shows people where a name goes, and makes asking somebody a one-line change.
    text = write.text.replace("\n---\n", "\nnote_takers:\n---\n", 1)
    return Write(write.path, text, write.seen)


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


def _plan_table(prepared: Prepared, path: str) -> str:
    rows = [
        (
            item.start,
            str(item.minutes),
            _linked(item, path),
            _who(item),
            item.topic.aim if item.topic else "round",
        )
        for item in prepared.plan.items
    ]
    table = tables.render(("Start", "Min", "What", "Who", "Aim"), rows, align_right={1})
    plan = prepared.plan
    return f"{table}\n{plan.planned} of {plan.available} minutes planned."


def _linked(item: planning.Item, path: str) -> str:
    if item.topic is None:
        return item.what
    title = item.what.replace("[", "\\[").replace("]", "\\]")
    return f"[{title}]({layout.link(path, item.topic.path)})"


def _who(item: planning.Item) -> str:
    if item.topic is None:
        return "everyone"
    return f"@{item.topic.by}" if item.topic.by else ""


def _action_list(prepared: Prepared, path: str) -> str:
    return (
        "\n".join(
            f"- {''.join(f'@{owner} ' for owner in action.owners)}{action.what}"
            f"{f', due {action.due}' if action.due else ''}"
            f", open for {_age(action.since, prepared.day)}: {_source(action, path)}"
            for action in prepared.actions
        )
        or "None."
    )


def _objection_list(prepared: Prepared, path: str) -> str:
    return (
        "\n".join(
            f"- {f'@{o.person}' if o.person else 'Somebody'} on {o.topic or 'no topic'}: {o.text}"
            f", unanswered for {_age(o.since, prepared.day)}: {_source(o, path)}"
            for o in prepared.objections
        )
        or "None."
    )


def _source(item: Action | Objection, path: str) -> str:
    return f"[{item.since} {item.series}]({layout.link(path, item.path)})"


def _age(since: date, day: date) -> str:
    days = (day - since).days
    return "1 day" if days == 1 else f"{days} days"


#: The generated blocks of an agenda, and what makes each.
_BLOCKS = {"plan": _plan_table, "actions": _action_list, "objections": _objection_list}
