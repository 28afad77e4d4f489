"""`teamkit proposals need`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.parameters import From, Missing, ProposalName, To
from teamkit.cli.session import Session
from teamkit.commands.proposals import link
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import find, update, views
from teamkit.projects.proposals.need import TypedNeed


@writes
def command(
    session: Session,
    slug: ProposalName,
    words: Annotated[
        str, typer.Argument(metavar="TEXT", help="What the client wants, in their words.")
    ],
    skill: Annotated[str, typer.Option(help="What it takes.", autocompletion=complete.skills)] = "",
    level: Annotated[
        int | None, typer.Option(help="From which level on: 0 ... 4.", min=0, max=4)
    ] = None,
    fte: Annotated[str, typer.Option(metavar="FTE", help="How much: 0.5, 50%, 1.")] = "",
    start: From = None,
    end: To = None,
    solution: Annotated[
        str,
        typer.Option(
            metavar="NEED",
            help="Which need of the team it is.",
            autocompletion=complete.records("solutions"),
        ),
    ] = "",
    missing: Missing = None,
) -> None:
    """Add a need to a proposal, or update it.

    \b
    Examples:
      teamkit proposals need wreck-watch "a form for divers" --skill react --level 3 --fte 0.5
      teamkit proposals need wreck-watch "a form for divers" --solution forms-with-many-steps
    """
    proposal = find.named(session.team, session.people, slug)
    typed = TypedNeed(words, skill, level, fte, session.day(start), session.day(end))
    linked = link.Linked((typed,))
    if solution:
        linked = link.with_solution(session, typed, solution)
    elif not update.has_need(proposal, words):
        linked = link.linked(session, [typed], missing)
    change = update.set_need(
        session.team, catalog(session.team), proposal, linked.needs[0], linked.writes
    )
    shape = views.needed(proposal, words, linked.paths)
    session.finish(change, shape, *linked.said(proposal.stem))
