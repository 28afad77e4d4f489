"""`teamkit advice give`."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor, stdin
from teamkit.cli.options import writes
from teamkit.cli.parameters import ProposalName
from teamkit.cli.session import Session
from teamkit.projects.advice import give, views
from teamkit.projects.proposals import find


@writes
def command(
    session: Session,
    slug: ProposalName,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]", help="What you advise; - reads stdin.")
    ] = None,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="PERSON",
            help="Whose advice it is (default: yours).",
            autocompletion=complete.people,
        ),
    ] = "@me",
    edit: Annotated[bool, typer.Option("--edit", "-e", help="Write it in your editor.")] = False,
) -> None:
    """Give your advice on a proposal.

    Advice of the same day gets a section of its own.

    \b
    Examples:
      teamkit advice give coastal-watch "Start with one harbour, and ask Goran about the nights."
      teamkit advice give coastal-watch --edit
      pbpaste | teamkit advice give coastal-watch - --as ben
    """
    proposal = find.named(session.team, session.people, slug)
    person = session.person(as_)
    words = " ".join(text) if text else None
    if edit:
        typed = editor.edit(session, words or "", name=f"{proposal.stem}.md")
    else:
        typed = stdin.given(session, words, "What do you advise?", "TEXT, - or --edit")
    outcome = give.give(proposal, person.handle, person.first_name, typed, session.today)
    said = views.given_told(outcome, session.people)
    session.finish(outcome.change, views.given(outcome), *said)
