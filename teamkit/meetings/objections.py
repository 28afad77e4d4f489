"""Who objected to what in the notes, whether or not it was answered since."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.markdown import blocks
from teamkit.markdown.sections import sections
from teamkit.meetings import calendar
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import Bullet, bullets, folded
from teamkit.meetings.model import Notes, Resolve, read_notes
from teamkit.people.directory import Directory
from teamkit.store.documents import holds_any
from teamkit.team import Team

_IN_BRACKETS = re.compile(r"[\[(]([^\])]+)[\])]")

_RAISING, _CLOSING = "objection", ("answered", "withdrawn")


class Objection(NamedTuple):
    """An objection nobody has answered yet.

    Attributes:
        topic: the heading it was raised under.
        since: the day of the meeting.
    """

    person: str
    text: str
    topic: str
    is_strong: bool
    since: date
    series: str
    path: str
    line: int


#: What a file must hold, in small letters, to raise or to close an objection.
_TOLD = ("objection", "answered", "withdrawn")


class Raised(NamedTuple):
    """An objection, as the notes have it.

    Attributes:
        person: handle.
        topic: the heading it was raised under, without link markup.
        text: what was said.
        is_strong: it was called strong.
        on: the day of the meeting.
        is_open: nobody has answered it, and it was not withdrawn.
        path: relative to the team's folder.
        line: 1-based line in that file.
    """

    person: str
    topic: str
    text: str
    is_strong: bool
    on: date
    is_open: bool
    path: str
    line: int


def objections(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Raised]:
    """What somebody with a name objected to, oldest first.

    Args:
        team: whose notes.
        people: resolves names.
        mentioning: lower-case words; an objection without any of them, neither in its topic nor
            in its text, is left out. Empty: all of them.
    """
    read = (read_notes(d, people.resolve) for d in team.mentioning("notes", _TOLD))
    notes = sorted((one for one in read if one), key=lambda one: (one.day, one.path))
    waiting = {(o.path, o.line, o.person) for o in open_objections(notes, people.resolve)}
    return [
        raised._replace(is_open=(raised.path, raised.line, raised.person) in waiting)
        for one in notes
        for raised in _each_raised(one, people)
        if holds_any(f"{raised.topic}\n{raised.text}", mentioning)
    ]


def _each_raised(one: Notes, people: Directory) -> Iterator[Raised]:
    text = blocks.strip(one.document.body)
    for bullet in bullets(sections(text, one.document.body_line)):
        if bullet.label == "objection":
            for person in map(people.resolve, bullet.people):
                yield Raised(
                    person=person,
                    topic=bullet.topic,
                    text=bullet.text,
                    is_strong=bullet.is_strong,
                    on=one.day,
                    is_open=False,
                    path=one.path,
                    line=bullet.line,
                )


def waiting(meetings: Meetings, name: str | None, today: date) -> list[Objection]:
    """The open objections of notes up to *today*, the oldest first; of one series, or of all.

    What was answered in another series is answered.
    """
    slug = calendar.slug_of(meetings.team.config, name)
    taken = [one for one in meetings.held if one.day <= today]
    found = open_objections(taken, meetings.people.resolve)
    return [one for one in found if slug in {"", one.series}]


def open_objections(notes: Sequence[Notes], resolve: Resolve) -> list[Objection]:
    """The objections nobody answered, oldest first.

    A line `Answered @ben` or `Withdrawn @ben` closes his objection under a heading of the same
    topic, or of the topic named in brackets, or his only one; `Answered` alone, one that names
    nobody.
    """
    return _replayed(notes, resolve)[0]


def idle_closings(notes: Iterable[Notes], resolve: Resolve) -> list[tuple[Notes, Bullet]]:
    """The lines `Answered` and `Withdrawn` that close nothing, oldest first."""
    return _replayed(notes, resolve)[1]


def _replayed(
    notes: Iterable[Notes], resolve: Resolve
) -> tuple[list[Objection], list[tuple[Notes, Bullet]]]:
    """The objections that wait after all of *notes*, and the lines that closed none."""
    waiting: list[Objection] = []
    idle: list[tuple[Notes, Bullet]] = []
    for one in sorted(notes, key=lambda n: (n.day, n.path)):
        body = one.document.body
        if not any(label in body.lower() for label in (_RAISING, *_CLOSING)):
            continue
        for bullet in bullets(sections(blocks.strip(body), one.document.body_line)):
            people = tuple(map(resolve, bullet.people))
            if bullet.label == _RAISING:
                waiting.extend(_raised(one, bullet, people))
            elif bullet.label in _CLOSING:
                before = len(waiting)
                for person in people or ("",):
                    waiting = _without(waiting, person, bullet)
                idle += [(one, bullet)] if len(waiting) == before else []
    return waiting, idle


def _raised(one: Notes, bullet: Bullet, people: Sequence[str]) -> list[Objection]:
    return [
        Objection(
            person=person,
            text=bullet.text,
            topic=bullet.topic,
            is_strong=bullet.is_strong,
            since=one.day,
            series=one.series,
            path=one.path,
            line=bullet.line,
        )
        for person in people or ("",)
    ]


def _without(waiting: list[Objection], person: str, closing: Bullet) -> list[Objection]:
    """*waiting* without the objection of *person* that *closing* answers, if it is clear which."""
    own = [objection for objection in waiting if objection.person == person]
    topics: Collection[str] = {
        folded(name) for name in (closing.topic, *_IN_BRACKETS.findall(closing.text)) if name
    }
    closed = [objection for objection in own if folded(objection.topic) in topics]
    if not closed and len(own) == 1:
        closed = own
    return [objection for objection in waiting if objection not in closed]
