"""`teamkit advice`: ask for advice, give it, decide with it."""

from typing import Annotated

import typer

from teamkit import gather
from teamkit.cli import complete, editor, stdin
from teamkit.cli.ask import ask as asked_at_terminal
from teamkit.cli.ask import can_ask
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.meetings.messages import web
from teamkit.projects.advice import ask as advisers
from teamkit.projects.advice import decide as deciding
from teamkit.projects.advice import give as giving
from teamkit.projects.advice import request, views
from teamkit.projects.advice import status as standing
from teamkit.projects.proposals import find
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import proposals

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Slug = Annotated[
    str,
    typer.Argument(
        metavar="SLUG",
        help="The proposal: its file's name, a part of it, or the title.",
        autocompletion=complete.records("proposals"),
    ),
]


@app.callback()
def main() -> None:
    """Ask for advice, give it, decide with it."""


@app.command(cls=Writes)
def ask(
    ctx: typer.Context,
    slug: Slug,
    people: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON]...",
            help="Whom to ask; without anybody, see who is proposed.",
            autocompletion=complete.people,
        ),
    ] = None,
    why: Annotated[str, typer.Option(metavar="WORDS", help="Why them; else as proposed.")] = "",
    by: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day an answer is wanted: fri, +1w.")
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Ask everybody who is proposed.")
    ] = False,
) -> None:
    """Propose whom to ask for advice, and ask them.

    Scope and risk say how wide to ask. Proposed is who is affected, who knows, who holds the role
    capacity or knowledge, and who objected to something alike. You choose; then each gets a row
    in the proposal's table, and you get the message to send.

    \b
    Examples:
      teamkit advice ask coastal-watch
      teamkit advice ask coastal-watch ana ben --by fri
      teamkit advice ask coastal-watch hana --why "she joins the project in March"
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    day = session.day(by) or request.answer_by(proposal, session.today)
    circle = advisers.advisers(session.team, session.people, proposal, session.today, day)
    names = [*(people or []), *(one.name for one in circle.choice.picks if everybody)]
    if not names and not _may_choose(session, circle):
        session.show(views.proposed(proposal, circle.choice, circle.width))
        session.tell(views.proposed_told(proposal, circle.choice, circle.width))
        session.tell([views.how_to_ask(proposal, circle.choice)])
        return
    known = standing.standing(proposal, session.people, session.today)
    wanted = [session.person(name) for name in names or _choice(session, proposal, circle)]
    outcome = request.ask(known, wanted, circle.reasons, session.today, why=why, by=day)
    message = request.message(outcome, session.people, _place(session, proposal))
    said = views.asked_told(outcome, session.people)
    session.finish(outcome.change, views.asked(outcome, message), *said)


@app.command(cls=Writes)
def give(
    ctx: typer.Context,
    slug: Slug,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]", help="What you advise; - reads stdin.")
    ] = None,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="PERSON",
            help="Whose advice it is, when somebody told you.",
            autocompletion=complete.people,
        ),
    ] = "@me",
    edit: Annotated[bool, typer.Option("--edit", "-e", help="Write it in your editor.")] = False,
) -> None:
    """Give your advice: one dated section with your name, whether or not you were asked.

    Advice of the same day gets a section of its own.

    \b
    Examples:
      teamkit advice give coastal-watch "Start with one harbour, and ask Goran about the nights."
      teamkit advice give coastal-watch --edit
      pbpaste | teamkit advice give coastal-watch - --as ben
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    person = session.person(as_)
    words = " ".join(text) if text else None
    if edit:
        typed = editor.edit(session, words or "", name=f"{proposal.stem}.md")
    else:
        typed = _typed(session, words, "What do you advise?", "TEXT, - or --edit")
    outcome = giving.give(proposal, person.handle, person.first_name, typed, session.today)
    said = views.given_told(outcome, session.people)
    session.finish(outcome.change, views.given(outcome), *said)


@app.command(cls=Reads)
def status(
    ctx: typer.Context,
    slug: Annotated[
        str | None,
        typer.Argument(
            metavar="[SLUG]",
            help="Only this proposal; else all that are not decided.",
            autocompletion=complete.records("proposals"),
        ),
    ] = None,
) -> None:
    """Show who has answered and who has not, since when, with a reminder to send.

    \b
    Examples:
      teamkit advice status
      teamkit advice status coastal-watch
    """
    session: Session = ctx.obj
    team, people, today = session.team, session.people, session.today
    if slug is None:
        found = standing.all_open(proposals(team, people), people, today)
    else:
        found = [standing.standing(find.named(team, people, slug), people, today)]
    reminders = {
        known.proposal.stem: text
        for known in found
        if standing.is_open(known.proposal)
        and (text := request.reminder(known, people, today, _place(session, known.proposal)))
    }
    session.show(views.standings(found, reminders, today, shows_name=slug is None))


@app.command(cls=Writes)
def decide(
    ctx: typer.Context,
    slug: Slug,
    decision: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is decided; - reads stdin.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What shall come of it.")
    ] = None,
    review: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="When to look at it again; else as the risk says."),
    ] = None,
    dissent: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Who still objects, in their words; repeat it."),
    ] = None,
    drop_dissent: Annotated[
        bool, typer.Option("--drop-dissent", help="Do not repeat the dissent kept so far.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Before all have answered, or for the decider.")
    ] = False,
    because: Annotated[
        str, typer.Option(metavar="WHY", help="Why, for --anyway and --drop-dissent.")
    ] = "",
) -> None:
    """Decide, with the intended outcome, the day to look back, and the dissent that remains.

    Who decides is the proposal's decider, else its owner. Nobody is decided over: while somebody
    who was asked may still answer, it is refused; once their day has come, silence is recorded.
    Dissent, and open objections in the notes that name the proposal, stay in the decision.

    \b
    Examples:
      teamkit advice decide coastal-watch --decision "We do it, from March" --outcome "two harbours"
      teamkit advice decide coastal-watch --decision - --review +8w --dissent "@ben: too early"
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    known = standing.standing(proposal, session.people, session.today)
    wanted = deciding.TypedDecision(
        text="",
        review_on=session.day(review),
        drops_dissent=drop_dissent,
        anyway=anyway,
        because=because,
    )
    me = session.person("@me")
    deciding.refuse(known, wanted, me.handle, people=session.people, today=session.today)
    wanted = wanted._replace(
        text=_typed(session, decision, "What is decided?", "--decision"),
        outcome=_outcome(session, outcome),
        dissent=_dissent(session, dissent),
    )
    made = deciding.decide(
        known,
        wanted,
        me.handle,
        people=session.people,
        today=session.today,
        objections=advisers.against(proposal, gather.objections(session.team, session.people)),
    )
    said = views.decided_told(made, session.people)
    session.finish(made.change, views.decided(made), *said)


def _may_choose(session: Session, circle: advisers.Circle) -> bool:
    """Whether there is somebody to choose among, and somebody at a terminal who may."""
    return can_ask(session) and bool(circle.choice.picks or circle.choice.alternates)


def _choice(session: Session, proposal: Proposal, circle: advisers.Circle) -> list[str]:
    """The names that somebody at a terminal chooses, once they have seen who is proposed."""
    session.console.aside(views.choice(circle.choice))
    session.tell(views.proposed_told(proposal, circle.choice, circle.width))
    question = "Ask whom? (all, nobody, or the names of some)"
    usual = request.ALL if circle.choice.picks else request.NOBODY
    answer = asked_at_terminal(session, question, "names", default=usual)
    return request.chosen(answer, circle.choice)


def _typed(session: Session, said: str | None, question: str, flag: str) -> str:
    """What was said on the command line, comes in on stdin for `-`, or is typed at a terminal."""
    if said == "-":
        return stdin.text(session, question)
    return asked_at_terminal(session, question, flag) if said is None else said


def _outcome(session: Session, said: str | None) -> str:
    question = "What shall come of it? (Enter to leave that open)"
    return asked_at_terminal(session, question, "--outcome", default="") if said is None else said


def _dissent(session: Session, said: list[str] | None) -> list[str]:
    """The dissent on the command line; at a terminal it is asked for."""
    if said:
        return said
    question = "Does anybody still object? Their words, or Enter for nobody"
    return [asked_at_terminal(session, question, "--dissent", default="")]


def _place(session: Session, proposal: Proposal) -> str:
    """Where to read the proposal: its page on the forge, else its path."""
    return web.of_file(session.team, proposal.path) or proposal.path
