"""`teamkit notes rotate|swap|skip`: whose turn it is, and changing that."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Writes
from teamkit.cli.parameters import Day, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import agendas, turns
from teamkit.meetings.views import turns as views

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Writes)
def rotate(
    ctx: typer.Context,
    series: SeriesName = None,
    date: Day = None,
    except_: Annotated[
        list[str] | None,
        typer.Option(
            "--except",
            metavar="PERSON",
            help="Leave them out this time; may be repeated.",
            autocompletion=complete.people,
        ),
    ] = None,
    pick: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PERSON",
            help="Overrule the rotation; may be repeated.",
            autocompletion=complete.people,
        ),
    ] = None,
    seats: Annotated[int | None, typer.Option(min=1, max=20, help="How many take notes.")] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Choose anew, whoever stands there.")
    ] = False,
) -> None:
    """Choose who takes notes, from who really did, and say why.

    Fewest turns per meeting attended first, then longest since the last turn. It writes one line
    into the agenda, and you may overrule it.

    \b
    Examples:
      teamkit notes rotate
      teamkit notes rotate friday --date 2026-12-04 --except ben
      teamkit notes rotate --pick carla
    """
    session: Session = ctx.obj
    meetings = agendas.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    asked = turns.rotate(
        meetings,
        one,
        day,
        seats=seats,
        picked=[session.person(name) for name in pick or ()],
        excepted=[session.person(name) for name in except_ or ()],
        again=again,
    )
    told = views.turns_told(asked, session.people)
    session.finish(asked.change, views.turns(asked, session.people), *told)
