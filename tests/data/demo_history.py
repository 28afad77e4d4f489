"""The demo's year as commits, oldest first: when, who, what they said, which files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.data.demo_calendar import Meeting, year
from tests.data.demo_library import PAGES
from tests.data.demo_meetings import SERIES, topics_of
from tests.data.demo_people import PEOPLE
from tests.data.demo_records import last_change
from tests.data.demo_solutions import NEEDS
from tests.data.demo_topics import WAITING

ZONE = ZoneInfo("Europe/Madrid")


@dataclass(frozen=True, order=True, slots=True)
class Commit:
    """One line of the history.

    Attributes:
        paths: relative to the team's folder.
    """

    at: datetime
    author: str
    message: str
    paths: tuple[str, ...]

    def line(self) -> str:
        """The four columns, with tabs between them."""
        return "\t".join([self.at.isoformat(), self.author, self.message, " ".join(self.paths)])


def history() -> str:
    """The whole of history.tsv."""
    return "".join(commit.line() + "\n" for commit in commits())


def commits() -> list[Commit]:
    """Every commit; each path of the demo is in exactly one."""
    found = [*_beginnings(), *_records()]
    for meeting in year():
        found += _of_meeting(meeting)
    return sorted(found)


def _beginnings() -> Iterator[Commit]:
    newcomers = {"hana"}
    people = [f"people/{one.handle}.md" for one in PEOPLE if one.handle not in newcomers]
    first = ("teamkit.yml", "README.md", "skills/catalog.yml", *people)
    yield _commit(date(2025, 11, 17), "10:05", "ana", "Begin the repository of Harbour team", first)
    for one in PEOPLE:
        if one.handle in newcomers:
            hello = f"Add {one.aliases[0]} to the team"
            yield _commit(one.joined, "11:40", one.handle, hello, (f"people/{one.handle}.md",))


def _records() -> Iterator[Commit]:
    for one in PEOPLE:
        message = f"Bring what {one.aliases[0]} knows up to date"
        yield _commit(one.updated, "17:05", one.handle, message, (f"skills/{one.handle}.md",))
    for topic in WAITING:
        yield _commit(topic.day, "16:20", topic.by, f"Bring a topic: {topic.title}", (topic.path,))
    for need in NEEDS:
        path, author = f"solutions/{need.slug}.md", need.owner or "ana"
        yield _commit(last_change(need), "16:45", author, f"Solutions: {need.title}", (path,))
    for page in PAGES:
        yield _commit(page.day, "17:30", page.author, page.message, (page.path,))


def _of_meeting(meeting: Meeting) -> Iterator[Commit]:
    words = f"{SERIES[meeting.series][0].lower()} of {meeting.day}"
    agenda = (f"agendas/{meeting.name}.md",)
    if meeting.cancelled:
        yield _commit(meeting.day - timedelta(3), "10:30", "ana", f"Cancel the {words}", agenda)
        return
    eve = meeting.day - timedelta(1)
    yield _commit(eve, "18:10", meeting.facilitator, f"Agenda of the {words}", agenda)
    notes = (f"notes/{meeting.name}.md", *(topic.path for topic in topics_of(meeting)))
    over = "14:45" if meeting.series == "joint" else "14:15"
    yield _commit(meeting.day, over, meeting.takers, f"Notes of the {words}", notes)


def _commit(day: date, clock: str, author: str, message: str, paths: tuple[str, ...]) -> Commit:
    at = datetime.combine(day, time.fromisoformat(clock), ZONE)
    return Commit(at, author, message, paths)
