"""`teamkit allocation decline`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Answerer, PartName, ProposalName
from teamkit.cli.session import Session
from teamkit.projects.allocation import agree, views
from teamkit.projects.proposals import find


@writes
def command(
    session: Session,
    slug: ProposalName,
    person: Answerer = "@me",
    need: PartName = "",
    because: Annotated[
        str, typer.Option(help="Why, when you want to say it; it stands below the table.")
    ] = "",
) -> None:
    """Decline a part in a project.

    \b
    Examples:
      teamkit allocation decline saltmarsh-beacon
      teamkit allocation decline saltmarsh "Running it" --because "not at night"
    """
    proposal = find.named(session.team, session.people, slug)
    one, title = agree.answerer(proposal, person, need, session.person)
    answer = agree.declined(proposal, one, title, because)
    said = agree.for_another(one, session.me, proposal, answer)
    session.finish(answer.change, views.answered(answer, proposal.stem), *said)
