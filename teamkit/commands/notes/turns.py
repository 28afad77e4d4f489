"""`teamkit notes rotate|swap|skip`: whose turn it is, and changing that."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.ask import ask
from teamkit.cli.options import Writes
from teamkit.cli.parameters import Day, SeriesName, Who
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.attendance import Role
from teamkit.meetings.turns import rotate as rotating
from teamkit.meetings.turns import swap as swaps
from teamkit.meetings.turns import views

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Writes)
def rotate(
    ctx: typer.Context,
    series: SeriesName = None,
    date: Day = None,
    role: Annotated[Role, typer.Option(help="What is to be done.")] = Role.NOTES,
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
    """Choose who takes notes or has another role, from who really did, and say why.

    A fair share: each turn at a meeting, divided by those who were there and could have had it.
    Whoever is furthest below theirs comes first, then longest since the last turn; nobody has two
    turns running while somebody else could. It writes one line into the agenda, and you may
    overrule it.

    \b
    Examples:
      teamkit notes rotate
      teamkit notes rotate friday --date 2026-12-04 --except ben
      teamkit notes rotate --role facilitator
      teamkit notes rotate --pick carla
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    asked = rotating.rotate(
        meetings,
        one,
        day,
        role,
        seats=seats,
        picked=[session.person(name) for name in pick or ()],
        excepted=[session.person(name) for name in except_ or ()],
        again=again,
    )
    told = views.turns_told(asked, session.people)
    session.finish(asked.change, views.turns(asked, session.people), *told)


@app.command(cls=Writes)
def swap(
    ctx: typer.Context,
    person: Who,
    other: Who,
    series: SeriesName = None,
    date: Day = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also where somebody is away that day.")
    ] = False,
) -> None:
    """Let two people swap their coming turns.

    Where one of them alone is asked, the other takes that turn. The same command again changes it
    back. With --date it is the turn of that day.

    \b
    Examples:
      teamkit notes swap ana ben
      teamkit notes swap @me carla friday --date 2026-12-04
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    outcome = swaps.swap(
        meetings,
        meetings.choose(series, session.today),
        (session.person(person), session.person(other)),
        session.today,
        only=session.day(date),
        anyway=anyway,
    )
    told = views.swapped_told(outcome, session.people)
    session.finish(outcome.change, views.swapped(outcome, session.people), *told)


@app.command(cls=Writes)
def skip(
    ctx: typer.Context,
    person: Who,
    series: SeriesName = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WHY", help="The reason, in a few words.")
    ] = None,
    date: Day = None,
) -> None:
    """Give somebody's coming turn to the next in the rotation.

    Turns are counted from who really had them: whoever skips one keeps the place in line. With
    --date it is the turn of that day.

    \b
    Examples:
      teamkit notes skip @me --because "on a train"
      teamkit notes skip ana friday --date 2026-12-04 --because "reviews that day"
    """
    session: Session = ctx.obj
    meetings = archive.Meetings(session.team, session.people)
    why = ask(session, "Why?", "--because") if because is None else because
    one, chosen = session.person(person), meetings.choose(series, session.today)
    outcome = swaps.skip(meetings, chosen, one, why, session.today, only=session.day(date))
    told = views.skipped_told(outcome, session.people)
    session.finish(outcome.change, views.skipped(outcome, session.people), *told)
