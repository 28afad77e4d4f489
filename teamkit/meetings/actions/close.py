"""Closing what was agreed, on its own line: done, or dropped with the reason."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from teamkit.errors import AmbiguousError, BadDocumentError, UnknownError
from teamkit.markdown import tasks
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.schedule import reason
from teamkit.store.change import Change, Write
from teamkit.team import Team

#: How many are listed where a name fits several.
_MOST = 8


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
    """The one whose id is *id_*, or begins so.

    Raises:
        UnknownError: none does; says the closest.
        AmbiguousError: several do; says which, those still open first.
    """
    wanted = id_.strip().lower()
    fitting = [one for one in agreed if one.id.lower() == wanted]
    if not fitting and wanted:
        fitting = [one for one in agreed if one.id.lower().startswith(wanted)]
    if len(fitting) > 1:
        fitting.sort(key=lambda one: not one.is_open)
        raise AmbiguousError("actions", id_, [f"{o.id} ({o.what})" for o in fitting[:_MOST]])
    if fitting:
        return fitting[0]
    close = get_close_matches(wanted, [one.id for one in agreed if one.is_open], n=3, cutoff=0.6)
    raise UnknownError("action", id_, close, hint="See: teamkit actions list")


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
