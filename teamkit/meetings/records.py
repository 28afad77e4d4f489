"""The meetings' files, read, and which topics wait."""

from collections.abc import Iterable

from teamkit.config import Series
from teamkit.errors import GitError
from teamkit.meetings import carryover
from teamkit.meetings.carryover import Met
from teamkit.meetings.model import Agenda, Notes, Topic, read_agenda, read_notes, read_topic
from teamkit.people.directory import Directory
from teamkit.team import Team


def topics(team: Team, people: Directory) -> list[Topic]:
    """Every topic, by file name; a missing name or day comes from the commit that added it."""
    return [
        completed(team, people, read_topic(document, people.resolve))
        for document in team.documents("topics")
    ]


def agendas(team: Team, people: Directory) -> list[Agenda]:
    """Every agenda, by file name."""
    found = (read_agenda(document, people.resolve) for document in team.documents("agendas"))
    return [agenda for agenda in found if agenda]


def notes(team: Team, people: Directory) -> list[Notes]:
    """Every meeting's notes, oldest first."""
    found = (read_notes(document, people.resolve) for document in team.documents("notes"))
    return sorted((n for n in found if n), key=lambda n: (n.day, n.path))


def of_series(all_notes: Iterable[Notes], series: Series) -> list[Notes]:
    """The notes of *series* alone."""
    return [one for one in all_notes if one.series == series.slug]


def not_taken(all_notes: Iterable[Notes], taken: Iterable[Notes], agenda: Agenda) -> list[Notes]:
    """The notes of *agenda*'s meeting that were started, and nobody has written in yet."""
    paths = {one.path for one in taken}
    meeting = (agenda.day, agenda.series)
    return [n for n in all_notes if (n.day, n.series) == meeting and n.path not in paths]


def open_topics(all_topics: Iterable[Topic], history: Iterable[Met], series: str) -> list[Topic]:
    """The topics waiting for *series*: open, and not talked about since they were brought."""
    last = carryover.discussed(history)
    return [
        topic
        for topic in all_topics
        if topic.status == "open"
        and topic.series in {"", series}
        and not carryover.was_discussed(topic, last)
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
