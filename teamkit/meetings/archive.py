"""The meetings' files, read once, and which topics are waiting."""

from collections.abc import Iterable, Mapping
from datetime import date

from teamkit.config import Series
from teamkit.errors import GitError, NotFoundError, UsageError
from teamkit.meetings import attendance, calendar, discussed
from teamkit.meetings.discussed import Met
from teamkit.meetings.model import (
    Agenda,
    Notes,
    Topic,
    read_agenda,
    read_notes,
    read_topic,
)
from teamkit.people.directory import Directory
from teamkit.store import gaps
from teamkit.team import Team

#: The kinds of files that turns are counted from.
_COUNTED = ("people", "agendas", "notes")


def topics(team: Team, people: Directory) -> list[Topic]:
    """Every topic, by file name; a missing name or day comes from the commit that added it."""
    return team.derived("topics", _topics, people)


def agendas(team: Team, people: Directory) -> list[Agenda]:
    """Every agenda, by file name."""
    return team.derived("agendas", _agendas, people)


def notes(team: Team, people: Directory) -> list[Notes]:
    """Every meeting's notes, oldest first."""
    return team.derived("notes", _notes, people)


def held(team: Team, people: Directory) -> list[Notes]:
    """The notes of the meetings that were really held, oldest first."""
    return team.derived("notes", _held, people)


def met(team: Team, people: Directory) -> list[Met]:
    """The meetings really held with their headings, oldest first."""
    return team.derived("notes", _met, people)


def of_series(all_notes: Iterable[Notes], series: Series) -> list[Notes]:
    """The notes of *series* alone."""
    return [one for one in all_notes if one.series == series.slug]


def not_taken(all_notes: Iterable[Notes], taken: Iterable[Notes], agenda: Agenda) -> list[Notes]:
    """The notes of *agenda*'s meeting that were started, and nobody has written in yet."""
    paths = {one.path for one in taken}
    meeting = (agenda.day, agenda.series)
    return [n for n in all_notes if (n.day, n.series) == meeting and n.path not in paths]


def open_topics(all_topics: Iterable[Topic], last: Mapping[str, date], series: str) -> list[Topic]:
    """The topics waiting for *series*: open, and not talked about since they were brought.

    *last* is what `discussed` tells of the meetings held.
    """
    return [
        topic
        for topic in all_topics
        if topic.status == "open"
        and topic.series in {"", series}
        and not discussed.was_discussed(topic, last)
    ]


def completed(team: Team, people: Directory, topic: Topic) -> Topic:
    """*topic* with a missing name or day taken from the commit that added its file."""
    if topic.by and topic.day:
        return topic
    try:
        added = team.repo.added(topic.path)
    except GitError:
        added = None
    if added is None:
        return topic
    email, day = added
    return topic._replace(by=topic.by or people.of_email(email), day=topic.day or day)


class Meetings:
    """What the meeting files of a team say, read once."""

    def __init__(self, team: Team, people: Directory) -> None:
        self.team = team
        self.people = people
        self.agendas = agendas(team, people)
        self.notes = notes(team, people)
        self.held = held(team, people)

    @property
    def gaps(self) -> list[str]:
        """The files that turns are counted from and that cannot be read, as `path:line`."""
        return gaps.unread(self.team.config, self.team.unreadable, _COUNTED)

    def refuse_gaps(self) -> None:
        """Refuse to choose anybody while turns cannot be counted."""
        gaps.refuse(self.team.config, self.team.unreadable, _COUNTED)

    @property
    def met(self) -> list[Met]:
        """The meetings really held with their headings, oldest first."""
        return met(self.team, self.people)

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
        days = {one.day for one in of_series(self.held, series)}
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
                hint=f"Create it: teamkit agenda new {series.slug} --date {day}",
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


def _topics(team: Team, people: Directory) -> list[Topic]:
    return [
        completed(team, people, read_topic(document, people.resolve))
        for document in team.documents("topics")
    ]


def _agendas(team: Team, people: Directory) -> list[Agenda]:
    found = (read_agenda(document, people.resolve) for document in team.documents("agendas"))
    return [agenda for agenda in found if agenda]


def _notes(team: Team, people: Directory) -> list[Notes]:
    found = (read_notes(document, people.resolve) for document in team.documents("notes"))
    return sorted((n for n in found if n), key=lambda n: (n.day, n.path))


def _held(team: Team, people: Directory) -> list[Notes]:
    return attendance.held(team, notes(team, people))


def _met(team: Team, people: Directory) -> list[Met]:
    return discussed.met(held(team, people))
