"""Bringing a topic: one file per topic, so that two people never edit the same file."""

from datetime import date

from teamkit.errors import UsageError
from teamkit.markdown.document import Document
from teamkit.meetings import calendar, planning, records
from teamkit.meetings.agendas import Meetings
from teamkit.meetings.model import AIMS, Topic, read_topic
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import layout
from teamkit.store.change import Change
from teamkit.team import Team


def add_topic(
    team: Team,
    title: str,
    by: Person,
    today: date,
    *,
    aim: str = "",
    minutes: int | None = None,
    series: str = "",
    body: str = "",
) -> Change:
    """The change that brings a topic.

    Raises:
        UsageError: the title names nothing, the aim is not one of ours, or the minutes are none.
    """
    title = " ".join(title.split())
    if aim and aim not in AIMS:
        raise UsageError(f"'{aim}' is no aim.", hint=f"Say one of: {', '.join(AIMS)}")
    if minutes is not None and not 1 <= minutes <= 480:  # noqa: PLR2004  # a working day
        raise UsageError(f"A topic cannot take {minutes} minutes.", hint="Say 1 to 480")
    stem = layout.dated(today, by.handle, layout.slug(title))
    meta = {
        "title": title,
        "by": by.handle,
        "series": series or None,
        "aim": aim or None,
        "minutes": minutes,
    }
    text = team.template("topic.md", {"title": title, "body": body.strip()})
    if not body.strip():
        text = text.replace("\n\n\n\n", "\n\n", 1)  # the empty lines around nothing
    write = team.new("topics", stem, meta, text)
    return Change(f"Bring a topic: {title}", "agenda add", (write,))


def series_of(team: Team, name: str | None) -> str:
    """The slug of the series called *name*; empty without a name.

    Raises:
        UnknownError: none is called so.
    """
    return "" if name is None else calendar.series_named(team.config, name).slug


def waiting(meetings: Meetings, today: date, *, everything: bool = False) -> list[Topic]:
    """The open topics in the order they would be taken; with *everything*, all of them.

    Those promised to a meeting from *today* on come first, in the meetings' order.
    """
    found = records.topics(meetings.team, meetings.people)
    if not everything:
        slugs = ["", *meetings.team.config.series]
        open_ = {t.stem for slug in slugs for t in records.open_topics(found, meetings.held, slug)}
        found = [topic for topic in found if topic.stem in open_]
    promised = {t.meeting for t in found if t.meeting[:10] >= today.isoformat()}
    first = [t for meeting in sorted(promised) for t in found if t.meeting == meeting]
    # No topic is promised to a meeting of this name, so the rest goes by interest and age alone.
    return first + planning.in_order([t for t in found if t.meeting not in promised], "none")


def read(team: Team, people: Directory, document: Document) -> Topic:
    """The topic in *document*; a missing name or day comes from the commit that added it."""
    return records.completed(team, people, read_topic(document, people.resolve))
