"""Everything that was agreed: actions and commitments, of meetings and of pairing sessions.

A commitment is a labelled line, `- Commitment @ana: ...`. With `(due:: DAY)` it is waited for like
an action; without one it is looked at once a month, at the first meeting. It is closed by
`(completion:: DAY)` or `(cancelled:: DAY)` at its end.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.markdown import blocks, tasks
from teamkit.markdown.scalars import to_day
from teamkit.markdown.sections import lines
from teamkit.meetings import attendance
from teamkit.meetings.bullets import parse
from teamkit.meetings.model import Notes, Resolve, read_notes
from teamkit.people.directory import Directory
from teamkit.team import Team


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


#: A file without any of these, in small letters, holds nothing that was agreed.
_HINTS = ("[ ]", "[x]", "[-]", "action", "commitment")


_LABEL = frozenset({"commitment"})


class ActionFilter(NamedTuple):
    """Which of all that was agreed somebody wants to see.

    Attributes:
        owners: handles who own it together; empty means anybody.
        overdue_on: the day by which it was wanted, and not done.
        series: the slug of a meeting; empty means any, and pairing sessions.
        since: the first day it may have been agreed on.
        everything: done and dropped ones too.
    """

    owners: tuple[str, ...] = ()
    overdue_on: date | None = None
    series: str = ""
    since: date | None = None
    everything: bool = False

    def holds(self, one: Action) -> bool:
        """Whether *one* is among them."""
        return (
            (one.is_open or self.everything)
            and set(self.owners) <= set(one.owners)
            and self.series in {"", one.series}
            and (self.since is None or one.since >= self.since)
            and (self.overdue_on is None or is_overdue(one, self.overdue_on))
        )


def agreed(team: Team, people: Directory) -> list[Action]:
    """Every action and commitment, closed ones too, the oldest first, then by file and line."""
    found = [
        one
        for document in team.mentioning("notes", _HINTS)
        if (one := read_notes(document, people.resolve))
    ]
    return of([*attendance.held(team, found), *_sessions(team, people)], people.resolve)


def of(notes: Iterable[Notes], resolve: Resolve) -> list[Action]:
    """Every action and commitment of *notes*, the oldest first, then by file and line."""
    known = sorted(notes, key=lambda one: (one.day, one.path))
    found = [*actions(known, resolve), *commitments(known, resolve)]
    return sorted(distinct(found), key=lambda one: (one.since, one.path, one.line))


def commitments(notes: Iterable[Notes], resolve: Resolve) -> list[Action]:
    """Every commitment of *notes*, in their order; closed ones too."""
    found = []
    for one in notes:
        body = one.document.body
        if "commitment" not in body.lower():
            continue
        for line in lines(blocks.strip(body), one.document.body_line):
            if "ommitment" in line.text.lower() and not line.in_code and not line.hidden:
                found += _read(one, line.text, line.number, resolve)
    return distinct(found)


def is_overdue(one: Action, today: date) -> bool:
    """Whether it is open past its day."""
    return one.is_open and one.due is not None and one.due < today


def is_undated(one: Action) -> bool:
    """Whether it is a commitment that nobody set a day for: looked at once a month."""
    return one.kind == "commitment" and one.due is None


def _read(one: Notes, text: str, line: int, resolve: Resolve) -> list[Action]:
    """The commitment on that line, or none."""
    bullet = parse(text, _LABEL)
    if bullet is None:
        return []
    _, owners, _, words = bullet
    fields, what = tasks.taken_out(words)
    if not what:
        return []
    is_dropped = "cancelled" in fields
    return [
        Action(
            # Another word than an action's is hashed, so that the two are never taken for twins.
            id=fields.get("id") or hashed(one, f"commitment: {what}"),
            what=" ".join(what.split()),
            owners=tuple(map(resolve, owners)),
            due=to_day(fields.get("due", "")),
            is_open=not is_dropped and "completion" not in fields,
            since=one.day,
            series=one.series,
            path=one.path,
            line=line,
            is_dropped=is_dropped,
            kind="commitment",
        )
    ]


def _sessions(team: Team, people: Directory) -> list[Notes]:
    """The pairing sessions, read as the notes that they are."""
    found = (read_notes(d, people.resolve) for d in team.mentioning("sessions", _HINTS))
    return [one for one in found if one]


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
