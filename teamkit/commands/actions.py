"""`teamkit actions`: what was agreed, and what became of it."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.ask import ask
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.meetings import calendar
from teamkit.meetings.actions import agreements, close, views

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="As actions list shows it, or its start.",
        autocompletion=complete.open_actions,
    ),
]


@app.callback()
def main() -> None:
    """See what was agreed, and close it."""


@app.command("list", cls=Reads)
def list_(
    ctx: typer.Context,
    mine: Annotated[bool, typer.Option("--mine", help="Only mine.")] = False,
    of: Annotated[
        str | None,
        typer.Option(metavar="PERSON", help="Only theirs.", autocompletion=complete.people),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those past their day.")] = False,
    series: Annotated[
        str | None,
        typer.Option(
            metavar="SERIES", help="Only of that meeting.", autocompletion=complete.series
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only those agreed on that day or later.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and dropped ones too.")] = False,
) -> None:
    """List what was agreed and is still open, the oldest first.

    Actions and commitments stand in the notes and in pairing sessions, where they were agreed.
    Commitments without a date come below, for a look once a month.

    \b
    Examples:
      teamkit actions list --mine
      teamkit actions list --overdue
      teamkit actions list --since 2026-11-01 --all
    """
    session: Session = ctx.obj
    wanted = agreements.ActionFilter(
        owners=tuple(session.person(name).handle for name in ("@me" if mine else None, of) if name),
        overdue_on=session.today if overdue else None,
        series=calendar.slug_of(session.team.config, series),
        since=session.past_day(since),
        everything=everything,
    )
    agreed = agreements.agreed(session.team, session.people)
    found = [one for one in agreed if wanted.holds(one)]
    session.show(views.actions(found, session.today, with_state=everything))


@app.command(cls=Writes)
def done(ctx: typer.Context, ids: Ids) -> None:
    """Tick the boxes of actions that are done, where they stand in the notes.

    \b
    Examples:
      teamkit actions done 3f2a
      teamkit actions done 3f2a 9c01e4
    """
    session: Session = ctx.obj
    agreed = agreements.agreed(session.team, session.people)
    closed = close.done(session.team, agreed, ids, session.today)
    session.finish(closed.change, views.closed("done", closed))


@app.command(cls=Writes)
def drop(
    ctx: typer.Context,
    ids: Ids,
    because: Annotated[
        str | None, typer.Option(metavar="WHY", help="Why nobody will do it.")
    ] = None,
) -> None:
    """Strike actions through that nobody will do, and say why.

    \b
    Examples:
      teamkit actions drop 3f2a --because "the cache is gone"
    """
    session: Session = ctx.obj
    agreed = agreements.agreed(session.team, session.people)
    why = ask(session, "Why?", "--because") if because is None else because
    closed = close.drop(session.team, agreed, ids, session.today, why)
    session.finish(closed.change, views.closed("dropped", closed))
