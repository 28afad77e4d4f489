"""What people and programs see of what was agreed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.meetings.actions.agreements import Action, is_overdue, is_undated
from teamkit.meetings.actions.close import Closed
from teamkit.meetings.model import where
from teamkit.output import fields
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    one_of,
    optional,
    words_only,
)
from teamkit.output.shapes import Column, Stack, Table


class Dated(NamedTuple):
    """An action as of some day."""

    action: Action
    today: date


ACTION = Record[Dated](
    "action",
    "An action or a commitment, as the notes of a meeting have it.",
    (
        Field("action", lambda d: d.action.id, SLUG, "Its id.", Column("Id", style="bold")),
        Field("kind", lambda d: d.action.kind, one_of("action", "commitment"), "Which of both."),
        Field("what", lambda d: d.action.what, TEXT, "What is to be done.", Column("What")),
        Field(
            "assignees",
            lambda d: d.action.owners,
            many(HANDLE),
            "Who does it.",
            Column("Who"),
            words=lambda d: ", ".join(d.action.owners) or "nobody",
        ),
        Field(
            "due",
            lambda d: d.action.due,
            optional(DAY),
            "The day it is due.",
            Column("Due"),
            words=lambda d: _due(d.action, d.today),
        ),
        Field("overdue", lambda d: is_overdue(*d), YES, "Whether it is open past that day."),
        words_only(lambda d: where(d.action), Column("Where", style="dim")),
        Field(
            "state",
            lambda d: d.action.state,
            one_of("open", "done", "dropped"),
            "What became of it.",
            Column("State"),
        ),
        Field("since", lambda d: d.action.since, DAY, "The day of the meeting."),
        Field("series", lambda d: d.action.series, SLUG, "The series of the meeting."),
        Field("path", lambda d: d.action.path, PATH, "The notes."),
        Field("line", lambda d: d.action.line, COUNT, "Its line there."),
    ),
)
_CHANGED = Record[Closed](
    "changed",
    "",
    (
        Field(
            "changed",
            lambda c: [one.id for one in c.closed],
            many(SLUG),
            "The actions that this command closed; the others were closed before.",
        ),
    ),
)
_LIST = Page("actions.list", "What was agreed, the oldest first.", ACTION)
_CLOSED = {
    state: Page(f"actions.{word}", f"The actions that are {state}.", ACTION, _CHANGED, writes=True)
    for word, state in (("done", "done"), ("drop", "dropped"))
}


def actions(found: Sequence[Action], today: date, *, with_state: bool) -> Stack:
    """What was agreed, the oldest first; below it the commitments that have no day."""
    dated = [one for one in found if not is_undated(one)]
    undated = [one for one in found if is_undated(one)]
    tables = [_table(dated, today, with_state=with_state)]
    if undated:
        title = "Commitments without a date, looked at once a month"
        commitments = _table(undated, today, with_state=with_state)
        tables.append(commitments._replace(title=title, empty=""))
    items = _LIST.items(Dated(one, today) for one in (*dated, *undated))
    # Where only commitments are left, nobody needs to be told that nothing else is open.
    shapes = tables if dated or not undated else tables[1:]
    return Stack(_LIST.kind, tuple(shapes), items)


def closed(state: str, outcome: Closed) -> Table:
    """What a command closed as done or dropped, and what was closed before it."""
    page = _CLOSED[state]
    rows = [(one, state) for one in outcome.closed]
    rows += [(one, f"already {one.state}") for one in outcome.before]
    now = [one._replace(is_open=False, is_dropped=state == "dropped") for one in outcome.closed]
    return Table(
        kind=page.kind,
        columns=(Column("Id"), Column("What"), Column("State"), Column("Where", style="dim")),
        rows=tuple((one.id, one.what, words, where(one)) for one, words in rows),
        items=page.items(Dated(one, one.since) for one in (*now, *outcome.before)),
        facts=page.facts(outcome),
    )


def _due(one: Action, today: date) -> str:
    """The day it is wanted, and whether that is past; empty when nobody said."""
    if one.due is None:
        return ""
    return f"{one.due}, late" if is_overdue(one, today) else one.due.isoformat()


def _table(found: Iterable[Action], today: date, *, with_state: bool) -> Table:
    shown = [Dated(one, today) for one in found]
    without = () if with_state else ("state",)
    return fields.table(_LIST, shown, empty="Nothing is open.", without=without)
