"""Bringing a topic: one file per topic, so that two people never edit the same file."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import (
    AlreadyThereError,
    ConflictError,
    TeamkitError,
    UsageError,
)
from teamkit.kinds import choices
from teamkit.markdown.document import Document
from teamkit.meetings import archive, calendar, discussed
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import folded
from teamkit.meetings.model import Topic, read_topic
from teamkit.meetings.topics import plan
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import layout
from teamkit.store.change import Change, Write
from teamkit.team import Team

#: What may end a line of stdin: who brings the topic, and how long it takes; in either order.
_WHO = re.compile(r"(.*)\s@([\w.-]+)")
#: What may begin one, as chats have it: a list mark, and who said it.
_MARK = re.compile(r"(?:[-*]|\d{1,3}[.)]) ")
_SPEAKER = re.compile(r"@([\w.-]*\w): ")
_LONG = re.compile(r"(.*)\s\((\d{1,4}) ?min(?:utes?)?\)")


class Brought(NamedTuple):
    """One line of stdin that brings a topic.

    Attributes:
        line: its number, from 1.
        by: as the line names them, without `@`; empty when it names nobody.
        minutes: wanted; None when the line does not say.
    """

    line: int
    title: str
    by: str
    minutes: int | None


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
    known: Sequence[Topic] = (),
) -> Change:
    """The change that brings a topic; *known* are those that wait already.

    Raises:
        UsageError: the title names nothing, the aim is not one of ours, or the minutes are none.
        ConflictError: one that waits is called so: they would share a heading in the notes.
    """
    title = " ".join(title.split())
    write = _file(team, title, by, today, aim=aim, minutes=minutes, series=series, body=body)
    _refuse_twin(title, known, write.path)
    return Change(f"Bring a topic: {title}", "agenda add", (write,))


def add_topics(
    team: Team,
    text: str,
    by: Callable[[str], Person],
    today: date,
    *,
    aim: str = "",
    minutes: int | None = None,
    series: str = "",
    known: Sequence[Topic] = (),
) -> Change:
    """The change that brings every topic of *text*, one a line; all of them or none.

    Args:
        team: whose topics.
        text: as `brought` reads it.
        by: the person a line names; for an empty name, who brings the others.
        today: the day they are brought.
        aim: of every topic.
        minutes: of those whose line does not say.
        series: of every topic.
        known: those that wait already.

    Raises:
        ConflictError: a topic that waits is called so.
        UsageError: there is no topic, or a line cannot be meant.
        NotFoundError: a line names nobody we know; as every refusal, it says which line.
        AlreadyThereError: two lines would be the same file.
    """
    writes: dict[str, Write] = {}
    titles = []
    for one in brought(text):
        try:
            write = _file(
                team, one.title, by(one.by), today,
                aim=aim, minutes=minutes if one.minutes is None else one.minutes, series=series,
            )  # fmt: skip
            _refuse_twin(one.title, known, write.path)
        except TeamkitError as refusal:
            refusal.where = refusal.where or f"stdin:{one.line}"
            raise
        if write.path in writes:
            hint = f"Line {one.line} of stdin repeats an earlier one; remove one of them."
            raise AlreadyThereError(write.path, hint=hint)
        writes[write.path] = write
        titles.append(one.title)
    if not titles:
        raise UsageError(
            "There are no topics on stdin.",
            hint="Write one per line, for instance: Move the backups (15 min) @ben",
        )
    if len(titles) == 1:
        return Change(f"Bring a topic: {titles[0]}", "agenda add", tuple(writes.values()))
    message = f"Bring {len(titles)} topics: {'; '.join(titles)}"
    listed = "\n".join(f"- {title}" for title in titles)
    return Change(message, "agenda add", tuple(writes.values()), details=listed)


def brought(text: str) -> Iterator[Brought]:
    """The topics of *text*, one a line: `- Move the backups (15 min) @ben`.

    Blank lines and those that start with `#` say nothing.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        title = " ".join(line.split())
        if title.startswith("#"):
            continue
        title = _MARK.sub("", title)
        if title in {"", "-", "*"}:
            continue
        who = long = ""
        if match := _SPEAKER.match(title):
            title, who = title[match.end() :], match[1]
        if match := _LONG.fullmatch(title):
            title, long = match[1], match[2]
        if match := _WHO.fullmatch(title):
            title, who = match[1], match[2]
        if not long and (match := _LONG.fullmatch(title)):
            title, long = match[1], match[2]
        yield Brought(number, title, who, int(long) if long else None)


def _refuse_twin(title: str, known: Iterable[Topic], path: str) -> None:
    """Refuse a title that would share its heading with another topic's; not the very same file."""
    for one in known:
        if one.path != path and folded(one.title) == folded(title):
            raise ConflictError(
                "An open topic already has this title.",
                where=one.path,
                hint=f"Give it another title, or vote for that one: teamkit agenda vote {one.stem}",
            )


def _file(
    team: Team,
    title: str,
    by: Person,
    today: date,
    *,
    aim: str,
    minutes: int | None,
    series: str,
    body: str = "",
) -> Write:
    aims = choices("topics", "aim")
    if aim and aim not in aims:
        raise UsageError(f"Unknown aim '{aim}'.", hint=f"Use one of: {', '.join(aims)}")
    if minutes is not None and not 1 <= minutes <= 480:  # noqa: PLR2004  # a working day
        raise UsageError(f"A topic cannot take {minutes} minutes.", hint="Use 1 to 480")
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
    return team.new("topics", stem, meta, text)


def series_of(team: Team, name: str | None) -> str:
    """The slug of the series called *name*; empty without a name."""
    return "" if name is None else calendar.series_named(team.config, name).slug


def waiting(meetings: Meetings, today: date, *, everything: bool = False) -> list[Topic]:
    """The open topics in the order they would be taken; with *everything*, all of them.

    Those promised to a meeting from *today* on come first, in the meetings' order.
    """
    found = archive.topics(meetings.team, meetings.people)
    if not everything:
        last = discussed.discussed(meetings.met)
        slugs = ["", *meetings.team.config.series]
        open_ = {t.stem for slug in slugs for t in archive.open_topics(found, last, slug)}
        found = [topic for topic in found if topic.stem in open_]
    promised = {t.meeting for t in found if t.meeting[:10] >= today.isoformat()}
    first = [t for meeting in sorted(promised) for t in found if t.meeting == meeting]
    # No topic is promised to a meeting of this name, so the rest goes by interest and age alone.
    return first + plan.in_order([t for t in found if t.meeting not in promised], "none")


def read(team: Team, people: Directory, document: Document) -> Topic:
    """The topic in *document*; a missing name or day comes from the commit that added it."""
    return archive.completed(team, people, read_topic(document, people.resolve))


def named(team: Team, name: str) -> Document:
    """The topic that *name* means: its file's name, its title, or a unique part of one.

    Raises:
        UnknownError: none fits; offers the nearest.
        AmbiguousError: several fit.
        BadDocumentError: the one meant cannot be read.
    """
    return team.named("topics", "topic", name, lambda one: read_topic(one, str).title)
