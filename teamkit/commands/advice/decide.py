"""`teamkit advice decide`."""

from typing import Annotated

import typer

from teamkit import gather
from teamkit.cli import stdin
from teamkit.cli.ask import ask
from teamkit.cli.options import writes
from teamkit.cli.parameters import ProposalName
from teamkit.cli.session import Session
from teamkit.projects.advice import decide, status, views
from teamkit.projects.advice.ask import against
from teamkit.projects.proposals import find


@writes
def command(
    session: Session,
    slug: ProposalName,
    decision: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is decided; - reads stdin.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The intended outcome.")
    ] = None,
    review: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Review date (default: according to the risk)."),
    ] = None,
    dissent: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="A remaining objection, in the person's words; can be repeated."
        ),
    ] = None,
    drop_dissent: Annotated[
        bool, typer.Option("--drop-dissent", help="Do not repeat the dissent kept so far.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Before all have answered, or for the decider.")
    ] = False,
    because: Annotated[
        str, typer.Option(metavar="TEXT", help="Why, for --anyway and --drop-dissent.")
    ] = "",
) -> None:
    """Record the decision, its review date and dissent.

    Who decides is the proposal's decider, else its owner. Nobody is decided over: while somebody
    who was asked may still answer, it is refused; once their day has come, silence is recorded.
    Dissent, and open objections in the notes that name the proposal, stay in the decision.

    \b
    Examples:
      teamkit advice decide coastal-watch --decision "We do it, from March" --outcome "two harbours"
      teamkit advice decide coastal-watch --decision - --review +8w --dissent "@ben: too early"
    """
    proposal = find.named(session.team, session.people, slug)
    known = status.standing(proposal, session.people, session.today)
    wanted = decide.TypedDecision(
        text="",
        review_on=session.day(review),
        drops_dissent=drop_dissent,
        anyway=anyway,
        because=because,
    )
    me = session.person("@me")
    decide.refuse(known, wanted, me.handle, people=session.people, today=session.today)
    wanted = wanted._replace(
        text=stdin.given(session, decision, "What is decided?", "--decision"),
        outcome=_outcome(session, outcome),
        dissent=_dissent(session, dissent),
    )
    made = decide.decide(
        known,
        wanted,
        me.handle,
        people=session.people,
        today=session.today,
        objections=against(proposal, gather.objections(session.team, session.people)),
    )
    said = views.decided_told(made, session.people)
    session.finish(made.change, views.decided(made), *said)


def _outcome(session: Session, said: str | None) -> str:
    question = "What shall come of it? (Enter to leave that open)"
    return ask(session, question, "--outcome", default="") if said is None else said


def _dissent(session: Session, said: list[str] | None) -> list[str]:
    """The dissent on the command line; at a terminal it is asked for."""
    if said:
        return said
    question = "Does anybody still object? Their words, or Enter for nobody"
    return [ask(session, question, "--dissent", default="")]
