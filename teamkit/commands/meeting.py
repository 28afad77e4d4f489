"""`teamkit meeting`: run the meeting."""

from typing import Annotated

import typer

from teamkit.cli.live import plain, start
from teamkit.cli.options import Reads
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings.live import logbook, views
from teamkit.store import logs

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Run the meeting: rounds, time, notes as you go."""


@app.command(cls=Reads)
def run(
    ctx: typer.Context,
    series: SeriesName = None,
    date: Day = None,
    live: Annotated[
        bool, typer.Option("--live", help="Full screen, for a shared window; needs teamkit[live].")
    ] = False,
) -> int:
    """Guide the meeting: the rounds with each person's turn, the clock, a line for each note.

    What you note goes into the notes at once, uncommitted; each event is kept, so that the
    meeting goes on where it was, whatever happens to the terminal. Type ? for the words.

    \b
    Examples:
      teamkit meeting run
      teamkit meeting run friday --date 2026-12-04
      teamkit meeting run --live
    """
    session: Session = ctx.obj
    if live:
        return start.run(session, series, date)
    return plain.run(session, series, date)


@app.command(cls=Reads)
def order(
    ctx: typer.Context,
    series: SeriesName = None,
    date: Day = None,
    round_: Annotated[
        str | None,
        typer.Option("--round", metavar="NAME", help="One round, or a part of its name."),
    ] = None,
    host: Annotated[
        bool, typer.Option("--host", help="Say why, too; for the host's eyes alone.")
    ] = False,
) -> None:
    """Say who speaks when in each round.

    The same meeting gives the same order on every machine. With `balance: true` in the series,
    those come first who were heard in fewest of the last eight meetings.

    \b
    Examples:
      teamkit meeting order
      teamkit meeting order friday --round wins --host
    """
    session: Session = ctx.obj
    state = plain.begun_or_planned(session, series, date)
    session.show(views.order(state, round_, for_host=host))


@app.command(cls=Reads)
def state(
    ctx: typer.Context,
    export: Annotated[
        str | None,
        typer.Option("--export", metavar="FILE", help="Write it for a co-host; - is stdout."),
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE", help="Take it over from a co-host; - is stdin."),
    ] = None,
) -> None:
    """Say where the meeting stands; hand it to a co-host, or take it over.

    \b
    Examples:
      teamkit meeting state
      teamkit meeting state --export friday.json
      teamkit meeting state --import friday.json
    """
    session: Session = ctx.obj
    if import_ is not None:
        plain.take_over(session, import_)
    elif export is not None:
        plain.hand_over(session, export)
    else:
        common = plain.common_dir(session)
        held = logs.held_by(common)
        session.show(views.standing(logbook.latest(common), plain.local_now(session), held))
