"""What people and programs see of what was agreed."""

from collections.abc import Iterable, Sequence
from datetime import date

from teamkit.meetings.actions.agreements import Action, is_overdue, is_undated
from teamkit.meetings.actions.close import Closed
from teamkit.meetings.model import where
from teamkit.output.shapes import Column, Stack, Table


def actions(found: Sequence[Action], today: date, *, with_state: bool) -> Stack:
    """What was agreed, the oldest first; below it the commitments that have no day."""
    dated = [one for one in found if not is_undated(one)]
    undated = [one for one in found if is_undated(one)]
    tables = [_table(dated, today, with_state=with_state)]
    if undated:
        title = "Commitments without a date, looked at once a month"
        commitments = _table(undated, today, with_state=with_state)
        tables.append(commitments._replace(kind="actions.commitments", title=title, empty=""))
    items = tuple(item(one, today) for one in (*dated, *undated))
    # Where only commitments are left, nobody needs to be told that nothing else is open.
    shapes = tables if dated or not undated else tables[1:]
    return Stack("actions.list", tuple(shapes), items)


def closed(kind: str, told: Closed) -> Table:
    """What a command closed, and what was closed before it."""
    was = {"actions.done": "done", "actions.drop": "dropped"}[kind]
    rows = [(one, was) for one in told.closed]
    rows += [(one, f"already {one.state}") for one in told.before]
    return Table(
        kind=kind,
        columns=(Column("Id"), Column("What"), Column("State"), Column("Where", style="dim")),
        rows=tuple((one.id, one.what, words, where(one)) for one, words in rows),
        items=tuple(
            {"id": one.id, "kind": one.kind, "what": one.what, "state": words.split()[-1],
             "changed": one.is_open, "path": one.path, "line": one.line}
            for one, words in rows
        ),
    )  # fmt: skip


def item(one: Action, today: date) -> dict[str, object]:
    """The facts of one action or commitment."""
    return {
        "id": one.id, "kind": one.kind, "what": one.what, "owners": one.owners, "due": one.due,
        "overdue": is_overdue(one, today), "state": one.state, "since": one.since,
        "series": one.series, "path": one.path, "line": one.line,
    }  # fmt: skip


def due(one: Action, today: date) -> str:
    """The day it is wanted, and whether that is past; empty when nobody said."""
    if one.due is None:
        return ""
    return f"{one.due}, late" if is_overdue(one, today) else one.due.isoformat()


def _table(found: Iterable[Action], today: date, *, with_state: bool) -> Table:
    columns = (Column("Id", style="bold"), Column("What"), Column("Who"), Column("Due"),
               Column("Where", style="dim"))  # fmt: skip
    rows = (
        (one.id, one.what, ", ".join(one.owners) or "nobody", due(one, today), where(one),
         one.state)
        for one in found
    )  # fmt: skip
    more = (Column("State"),) if with_state else ()
    return Table(
        kind="actions.list",
        columns=(*columns, *more),
        rows=tuple(row if with_state else row[:-1] for row in rows),
        items=(),
        empty="Nothing is open.",
    )
