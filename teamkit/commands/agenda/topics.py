"""`teamkit agenda add|vote|keep|park|defer|drop`: bring topics, and decide about them."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.meetings import topics
from teamkit.meetings.views.written import made

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Writes)
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What it is about, in one line.")],
    by: Annotated[
        str, typer.Option(help="Who brings it.", metavar="PERSON", autocompletion=complete.people)
    ] = "@me",
    aim: Annotated[str, typer.Option(help="share, feedback, decide or help.")] = "",
    minutes: Annotated[int | None, typer.Option(help="How long it takes.")] = None,
    series: Annotated[
        str | None,
        typer.Option(
            help="For one meeting only.", metavar="SERIES", autocompletion=complete.series
        ),
    ] = None,
) -> None:
    """Bring a topic to the next meeting: one file, so that nobody's edits collide.

    \b
    Examples:
      teamkit agenda add "How we take uploads over 5 GB"
      teamkit agenda add "Show the tile cache" --by goran --aim share --minutes 15
    """
    session: Session = ctx.obj
    slug = topics.series_of(session.team, series)
    change = topics.add_topic(
        session.team,
        title,
        session.person(by),
        session.today,
        aim=aim,
        minutes=minutes,
        series=slug,
    )
    session.finish(change, made("agenda.add", change))
