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
    project: Annotated[str, typer.Option(help="For whom it was.")],
    actual: Annotated[str, typer.Option(metavar="TIME", help="What it took: 7d, 4h, 2w.")],
    estimated: Annotated[
        str, typer.Option(metavar="TIME", help="What was thought before: 4d, 3-6d.")
    ] = "",
    solution: Annotated[
        str, typer.Option(help="What was used: its name or a part of it; may be left out for one.")
    ] = "",
    risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PREFIX", help="A known risk that happened; repeat it."),
    ] = None,
    new_risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PHRASE", help="One that nobody had thought of; repeat it."),
    ] = None,
    learnt: Annotated[str, typer.Option(help="What the next team should know.")] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="When it ended.")] = "today",
) -> None:
    """Record what a job took, and see the range.

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
    day = session.past_day(on) or session.today
    done = use.use(session.team, session.people, need, job, on=day, today=session.today)
    session.finish(done.change, views_record.used(done), views_record.now(done))
