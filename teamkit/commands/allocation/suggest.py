"""`teamkit allocation suggest`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Locks, MaxPart, ProposalName, Volunteers
from teamkit.cli.session import Session
from teamkit.projects.allocation import locks, problem, suggest, views
from teamkit.projects.allocation.write import filled
from teamkit.projects.proposals import find


@writes
def command(
    session: Session,
    slug: ProposalName,
    volunteers: Volunteers = None,
    lock: Locks = None,
    max_part: MaxPart = None,
    write: Annotated[
        bool, typer.Option("--write", help="Fill the table, with state suggested.")
    ] = False,
) -> None:
    """Suggest people for each need, with reasons.

    By level and evidence, who wants to learn, time free by month, and who volunteered; what is
    agreed stays. Nothing is decided: people answer with agree or decline.

    \b
    Examples:
      teamkit allocation suggest saltmarsh-beacon
      teamkit allocation suggest saltmarsh --lock "Tide map:ana=main" --volunteers hana
      teamkit allocation suggest saltmarsh --write
    """
    proposal = find.named(session.team, session.people, slug)
    wishes = locks.wishes(proposal, volunteers or (), lock or (), max_part, session.person)
    asked = problem.of_team(session.team, session.people, proposal, wishes, session.today)
    found = suggest.suggestion(asked)
    if write:
        change = filled(found, session.people.resolve)
        session.finish(change, views.written(found), *views.remarks(found))
    else:
        session.show(views.suggested(found), *views.remarks(found))
