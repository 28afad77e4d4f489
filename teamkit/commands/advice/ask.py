"""`teamkit advice ask`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.ask import ask, can_ask
from teamkit.cli.options import writes
from teamkit.cli.parameters import ProposalName
from teamkit.cli.session import Session
from teamkit.projects.advice import request, status, views
from teamkit.projects.advice.ask import Circle, advisers
from teamkit.projects.proposals import find
from teamkit.projects.proposals.model import Proposal


@writes
def command(
    session: Session,
    slug: ProposalName,
    people: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON]...",
            help="People to ask (default: show suggestions).",
            autocompletion=complete.people,
        ),
    ] = None,
    why: Annotated[
        str, typer.Option(metavar="TEXT", help="Why these people (default: the suggested reasons).")
    ] = "",
    by: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day an answer is wanted: fri, +1w.")
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Ask everybody who is suggested.")
    ] = False,
) -> None:
    """Suggest whom to ask for advice, and ask them.

    Scope and risk say how wide to ask. Proposed is who is affected, who knows, who holds the role
    capacity or knowledge, and who objected to something alike. You choose; then each gets a row
    in the proposal's table, and you get the message to send.

    \b
    Examples:
      teamkit advice ask coastal-watch
      teamkit advice ask coastal-watch ana ben --by fri
      teamkit advice ask coastal-watch hana --why "she joins the project in March"
    """
    proposal = find.named(session.team, session.people, slug)
    day = session.day(by) or request.answer_by(proposal, session.today)
    circle = advisers(session.team, session.people, proposal, session.today, day)
    names = [*(people or []), *(one.name for one in circle.choice.picks if everybody)]
    if not names and not _may_choose(session, circle):
        session.show(views.proposed(proposal, circle.choice, circle.width))
        session.tell(views.proposed_told(proposal, circle.choice, circle.width))
        session.tell([views.how_to_ask(proposal, circle.choice)])
        return
    known = status.standing(proposal, session.people, session.today)
    wanted = [session.person(name) for name in names or _choice(session, proposal, circle)]
    outcome = request.ask(known, wanted, circle.reasons, session.today, why=why, by=day)
    message = request.message(outcome, session.people, request.place(session.team, proposal))
    said = views.asked_told(outcome, session.people)
    session.finish(outcome.change, views.asked(outcome, message), *said)


def _may_choose(session: Session, circle: Circle) -> bool:
    """Whether there is somebody to choose among, and somebody at a terminal who may."""
    return can_ask(session) and bool(circle.choice.picks or circle.choice.alternates)


def _choice(session: Session, proposal: Proposal, circle: Circle) -> list[str]:
    """The names that somebody at a terminal chooses, once they have seen who is proposed."""
    session.console.aside(views.choice(circle.choice))
    session.tell(views.proposed_told(proposal, circle.choice, circle.width))
    question = "Ask whom? (all, nobody, or the names of some)"
    usual = request.ALL if circle.choice.picks else request.NOBODY
    answer = ask(session, question, "names", default=usual)
    return request.chosen(answer, circle.choice)
