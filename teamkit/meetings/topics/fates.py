"""Deciding about one topic: who would like to hear it; whether it is kept, parked or dropped."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from teamkit.markdown.document import Document, parse
from teamkit.markdown.front_matter import New, set_key, set_keys
from teamkit.meetings import schedule
from teamkit.meetings.archive import Meetings
from teamkit.meetings.model import Topic
from teamkit.meetings.schedule import reason
from teamkit.meetings.topics import add
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import layout
from teamkit.store.change import Change, edit
from teamkit.team import Team


class FateWords(NamedTuple):
    """How a fate is written.

    Attributes:
        status: in the topic's file; what is carried stays open there.
        verb, where: in the subject of the commit.
    """

    status: str
    verb: str
    where: str = ""


#: What may become of a topic, by the command or the flag that decides it.
FATES: Mapping[str, FateWords] = {
    "carry": FateWords("carried", "Carry"),
    "park": FateWords("parked", "Park"),
    "async": FateWords("async", "Handle", " outside the meeting"),
    "drop": FateWords("dropped", "Drop"),
}


class TopicDecided(NamedTuple):
    """What was decided about one topic.

    Attributes:
        change: the edit of the topic's one file; empty when it says so already.
        before: the topic as it was.
        topic: the topic as it will be.
    """

    change: Change
    before: Topic
    topic: Topic


def vote(
    team: Team, people: Directory, document: Document, person: Person, *, un: bool = False
) -> TopicDecided:
    """The change that says *person* would like to hear the topic; with *un*, no longer."""
    written = _interested(document)
    kept = [name for name in written if people.resolve(name) != person.handle]
    if un:
        text = set_key(document.text, "interest", kept)
    elif len(kept) < len(written):
        text = document.text
    else:
        names = sorted({*kept, person.handle}, key=lambda name: name.removeprefix("@"))
        text = set_key(document.text, "interest", names)
    wish = "no longer asks to hear about" if un else "would like to hear about"
    return _decided(
        team, people, document, text, command="vote", verb=f"{person.first_name} {wish}"
    )


def put_aside(
    team: Team, people: Directory, document: Document, fate: str, because: str
) -> TopicDecided:
    """The change that parks or drops a topic, or takes it outside; it is promised to no meeting.

    Raises:
        UsageError: no reason is given.
    """
    because = reason(because)
    status, verb, where = FATES[fate]
    values: dict[str, New] = {"status": status, "because": because, "meeting": None}
    text = set_keys(document.text, values)
    return _decided(
        team, people, document, text, command=fate, verb=verb, rest=f"{where}: {because}"
    )


def keep(
    meetings: Meetings,
    document: Document,
    today: date,
    *,
    name: str | None = None,
    day: date | None = None,
) -> TopicDecided:
    """The change that promises a topic to a meeting, the next one unless *day* says, and opens it.

    Without *name* it is the topic's own series. Another one than its own becomes its own.

    Raises:
        UnknownError: no series is called so.
        NotFoundError: the series does not meet on that day.
        ConflictError: that meeting is over.
    """
    team, people = meetings.team, meetings.people
    own = document.text_of("series") or ""
    known = own if own in team.config.series else None
    series = meetings.choose(name or known, today)
    if day is None:
        day = meetings.next(series, today)
    else:
        schedule.must_come(meetings, series, day, today)
    values: dict[str, New] = {
        "series": series.slug if own else None,
        "meeting": layout.dated(day, series.slug),
        "status": None,
        "because": None,
    }
    text = set_keys(document.text, _kept_open(document, values))
    meant = f" for the {series.title} of {day}"
    return _decided(team, people, document, text, command="keep", verb="Keep", rest=meant)


def _interested(document: Document) -> tuple[str, ...]:
    """Those interested as the file spells them; plain handles where YAML took one for a list."""
    texts, handles = document.texts("interest"), document.handles("interest")
    return texts if len(texts) == len(handles) else handles


def _kept_open(document: Document, values: Mapping[str, New]) -> dict[str, New]:
    """*values* without the status of a topic that is open and says so: its line stays."""
    if document.text_of("status") != "open":
        return dict(values)
    return {key: value for key, value in values.items() if key != "status"}


def _decided(
    team: Team,
    people: Directory,
    document: Document,
    text: str,
    *,
    command: str,
    verb: str,
    rest: str = "",
) -> TopicDecided:
    """The edit of *document* into *text*; its message is the verb, the title and the rest."""
    after = parse(document.path, text.encode())
    before = add.read(team, people, document)
    change = Change(f"{verb} {before.title}{rest}", f"agenda {command}", edit(document, text))
    return TopicDecided(change, before, add.read(team, people, after))
