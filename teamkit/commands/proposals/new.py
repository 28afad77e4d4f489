"""`teamkit proposals new`."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor, stdin
from teamkit.cli.options import writes
from teamkit.cli.parameters import Edit, From, Missing, MoreText, Probability, To
from teamkit.cli.session import Session
from teamkit.commands.proposals import link
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import new, views
from teamkit.projects.proposals.need import TypedNeed


@writes
def command(
    session: Session,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The project's name.")],
    text: MoreText = None,
    need: Annotated[
        list[str] | None,
        typer.Option(
            help="What the client wants, in their words; can be repeated.", metavar="TEXT"
        ),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="The owner.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    decider: Annotated[
        str | None,
        typer.Option(help="Who decides.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    start: From = None,
    end: To = None,
    probability: Probability = None,
    scope: Annotated[str, typer.Option(help="low, medium or high.")] = "",
    risk: Annotated[str, typer.Option(help="low, medium or high.")] = "",
    status: Annotated[str, typer.Option(help="lead, proposal, won, ...")] = "proposal",
    missing: Missing = None,
    edit: Edit = False,
) -> None:
    """Create a project proposal.

    Words that plainly mean one of the team's needs are linked to it; others are asked about. What
    no need speaks of can be recorded as missing at once.

    \b
    Examples:
      teamkit proposals new "Wreck watch" --need "very large files" --need "count gulls"
      teamkit proposals new "Ferry times" --from 2027-02-01 --to 2027-05-28 --probability 40
    """
    terms = new.Terms(
        status=status,
        owner=session.person(owner) if owner else None,
        decider=session.person(decider) if decider else None,
        starts=session.day(start),
        ends=session.day(end),
        probability=probability,
        scope=scope,
        risk=risk,
    )
    needs = [TypedNeed(words) for words in need or ()]
    stem = new.check(session.team, title, terms, needs)
    body = _body(session, title, text, edit=edit)
    linked = link.linked(session, needs, missing)
    wanted = new.draft(session.team, catalog(session.team), title, terms, linked.needs, body=body)
    page = editor.edit(session, wanted.page, name=f"{stem}.md") if edit else wanted.page
    made = new.start(session.team, session.people, wanted, page, linked.writes)
    session.finish(made.change, views.started(made, linked.paths), *linked.said(stem))


def _body(session: Session, title: str, text: list[str] | None, *, edit: bool) -> str:
    """What stands on stdin, when `-` asks for it."""
    asked = stdin.is_asked_for(title, text, edit=edit, what="title", command="proposals new")
    return stdin.text(session, "What the proposal is about") if asked else ""
