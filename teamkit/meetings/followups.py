"""What earlier notes leave open: actions and unanswered objections."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.markdown import blocks, tasks
from teamkit.markdown.sections import sections
from teamkit.meetings.bullets import Bullet, bullets, folded
from teamkit.meetings.model import Notes, Resolve

_IN_BRACKETS = re.compile(r"[\[(]([^\])]+)[\])]")
_RAISING, _CLOSING = "objection", ("answered", "withdrawn")


class Action(NamedTuple):
    """One action (or commitment), where it was agreed.

    Attributes:
        id: a short hash of meeting and text, or the `(id:: ...)` that was written.
        owners: handles; may be empty.
        due: the day it is wanted; None when nobody said.
        since: the day of the meeting.
        series: the meeting's; of a pairing session the part of its name after the day.
        is_dropped: closed without being done.
        kind: action or commitment.
    """

    id: str
    what: str
    owners: tuple[str, ...]
    due: date | None
    is_open: bool
    since: date
    series: str
    path: str
    line: int
    is_dropped: bool = False
    kind: str = "action"

    @property
    def state(self) -> str:
        """What became of it: open, done or dropped."""
        if self.is_open:
            return "open"
        return "dropped" if self.is_dropped else "done"


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


def where(one: Action | Objection) -> str:
    """The meeting it is from, and the line: what `notes show` and `promote` take."""
    return f"{one.path.rpartition('/')[2].removesuffix('.md')}:{one.line}"


def actions(notes: Iterable[Notes], resolve: Resolve) -> list[Action]:
    """Every action of *notes*, in their order; closed ones too."""
    found: list[Action] = []
    for one in notes:
        text = one.document.body
        if "[" not in text and "ction" not in text:
            continue
        found += [
            Action(
                id=task.fields.get("id") or hashed(one, task.what),
                what=task.what,
                owners=tuple(map(resolve, task.owners)),
                due=task.due,
                is_open=task.is_open,
                since=one.day,
                series=one.series,
                path=one.path,
                line=task.line,
                is_dropped=task.is_dropped,
            )
            for task in tasks.tasks(blocks.strip(text), one.document.body_line)
        ]
    return distinct(found)


def open_actions(notes: Iterable[Notes], resolve: Resolve) -> list[Action]:
    """The actions still open, oldest first, then as they stand in the notes."""
    return sorted((a for a in actions(notes, resolve) if a.is_open), key=lambda a: a.since)


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


def hashed(one: Notes, what: str) -> str:
    """What *what* is known by among all that was ever agreed: six hex digits."""
    from hashlib import sha256

    words = " ".join(what.split())
    return sha256(f"{one.day}-{one.series} {words}".encode()).hexdigest()[:6]


def distinct(found: Sequence[Action]) -> list[Action]:
    """Twins get `-2`, `-3`, in the order given."""
    seen: dict[str, int] = {}
    told = []
    for action in found:
        seen[action.id] = count = seen.get(action.id, 0) + 1
        told.append(action if count == 1 else action._replace(id=f"{action.id}-{count}"))
    return told


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
