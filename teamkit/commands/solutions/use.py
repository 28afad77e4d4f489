"""`teamkit solutions use`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import NeedName
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import use, views_record


@writes
def command(
    session: Session,
    need: NeedName,
    project: Annotated[str, typer.Option(help="The project it was for.")],
    actual: Annotated[str, typer.Option(metavar="TIME", help="Actual time: 7d, 4h, 2w.")],
    estimated: Annotated[str, typer.Option(metavar="TIME", help="Estimated time: 4d, 3-6d.")] = "",
    solution: Annotated[
        str,
        typer.Option(help="Solution used, or a part of its name; optional when there is only one."),
    ] = "",
    risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PREFIX", help="A known risk that happened; can be repeated."),
    ] = None,
    new_risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PHRASE", help="A new risk; can be repeated."),
    ] = None,
    learnt: Annotated[str, typer.Option(help="What the next team should know.")] = "",
    date: Annotated[str, typer.Option(metavar="DAY", help="When it ended.")] = "today",
) -> None:
    """Record what a job took, and show the new range.

    From three jobs on, the range of a solution is theirs.

    \b
    Examples:
      teamkit solutions use large-uploads --solution resumable --project Tidewatch --actual 7d
      teamkit solutions use sign-in --solution client --project Mooring --actual 8d --risk waiting
    """
    job = use.Job(
        project=project,
        actual=actual,
        estimated=estimated,
        solution=solution,
        risks=risk or (),
        new_risks=new_risk or (),
        learnt=learnt,
    )
    day = session.past_day(date) or session.today
    done = use.use(session.team, session.people, need, job, on=day, today=session.today)
    session.finish(done.change, views_record.used(done), views_record.now(done))
