"""Closing what was agreed, on its own line: done, or dropped with the reason."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import BadDocumentError
from teamkit.finder import Named, find
from teamkit.markdown import tasks
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.schedule import reason
from teamkit.store.change import Change, Write
from teamkit.team import Team


class Closed(NamedTuple):
    """What became of the actions that were named.

    Attributes:
        change: one line each; empty when all of them were closed before.
        closed: what the change closes, as it stood.
        before: what was done or dropped already, and stays as it is.
    """

    change: Change
    closed: tuple[Action, ...]
    before: tuple[Action, ...]


def done(team: Team, agreed: Sequence[Action], ids: Sequence[str], today: date) -> Closed:
    """Tick the boxes of these actions; a commitment is marked as completed *today*."""
    return _closed(team, "done", _named(agreed, ids), on=today)


def drop(
    team: Team, agreed: Sequence[Action], ids: Sequence[str], today: date, because: str
) -> Closed:
    """Strike these actions through, with the day and the reason."""
    why = reason(because)
    return _closed(team, "drop", _named(agreed, ids), on=today, because=why)


def named(agreed: Sequence[Action], id_: str) -> Action:
    """The one that *id_* means: its id, the start of one, or words of what is still open.

    Raises:
        UnknownError: none fits; offers the nearest.
        AmbiguousError: several fit; those still open come first.
    """
    known = [
        Named(
            one.id, one, titles=(one.what,) if one.is_open else (), label=f"{one.id} ({one.what})"
        )
        for one in sorted(agreed, key=lambda one: not one.is_open)
    ]
    return find(id_.strip(), known, "action", hint="See: teamkit actions list")


def _named(agreed: Sequence[Action], ids: Sequence[str]) -> list[Action]:
    """The actions of *ids*, each once."""
    return list(dict.fromkeys(named(agreed, id_) for id_ in ids))


def _closed(
    team: Team, word: str, chosen: Sequence[Action], *, on: date, because: str = ""
) -> Closed:
    open_ = [one for one in chosen if one.is_open]
    writes = []
    for path in dict.fromkeys(one.path for one in open_):
        document = team.read(path)
        if document is None:  # pragma: no cover  # it was read a moment ago
            raise BadDocumentError(path, 0, "it is gone")
        text = document.text
        for one in open_:
            if one.path == path:
                text = _without(text, one, word, on, because)
        writes.append(Write(path, text, document.digest))
    what = "; ".join(one.what for one in open_)
    details = "\n".join(f"- {one.what} ({one.path})" for one in open_) if len(open_) > 1 else ""
    change = Change(f"{word.capitalize()}: {what}", f"actions {word}", tuple(writes), details)
    return Closed(change, tuple(open_), tuple(one for one in chosen if not one.is_open))


def _without(text: str, one: Action, word: str, on: date, because: str) -> str:
    """*text* with that one closed."""
    if one.kind == "commitment":
        name = "completion" if word == "done" else "cancelled"
        return tasks.mark(text, one.line, {name: on.isoformat(), "because": because})
    if word == "done":
        return tasks.finish(text, one.line, on=on)
    return tasks.drop(text, one.line, on=on, because=because)
