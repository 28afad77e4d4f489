"""`teamkit allocation load`: people by month."""

from typing import Annotated

import typer

from teamkit.cli.options import Reads
from teamkit.cli.session import Session
from teamkit.projects.allocation import load as loading
from teamkit.projects.allocation import views_load
from teamkit.projects.proposals.read import proposals

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Reads)
def load(
    ctx: typer.Context,
    months: Annotated[
        int, typer.Option(metavar="N", min=1, max=60, help="How many, from this one on.")
    ] = 6,
    people: Annotated[
        str, typer.Option(metavar="ANA,BEN", help="Only these people, with commas between.")
    ] = "",
    area: Annotated[
        list[str] | None,
        typer.Option("--area", metavar="AREA", help="Only who works there; repeat it."),
    ] = None,
) -> None:
    """Show how much of their weeks people have promised, month by month.

    Agreed parts count as much as their proposal is likely; what is suggested or volunteered is
    shown apart. It is for planning, never to compare people.

    \b
    Examples:
      teamkit allocation load
      teamkit allocation load --months 3 --area backend
      teamkit allocation load --people ana,hana --json
    """
    session: Session = ctx.obj
    shown = loading.from_today(session.today, months)
    chosen = loading.team(
        session.team.config,
        session.people,
        shown,
        session.today,
        areas=area or (),
        named=[session.person(name.strip()) for name in people.split(",") if name.strip()],
    )
    found = loading.load(proposals(session.team, session.people), session.people, chosen, shown)
    session.show(views_load.load(found, bars=session.console.is_terminal))
