"""`teamkit solutions list`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.parameters import Tags
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import add, ranges, records, views
from teamkit.knowledge.solutions.read import needs
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    status: Annotated[str, typer.Option(help="owned, trying, missing or retired.")] = "",
    tag: Tags = None,
) -> None:
    """List needs, their owners and how long they take.

    Time is the range of the jobs on record where there are enough; else as stated, marked with ~.

    \b
    Examples:
      teamkit solutions list
      teamkit solutions list --status missing
    """
    found = add.listed(session.team, session.people, status=status, tags=tag or ())
    factor = ranges.overall_factor(needs(session.team, session.people))
    seen = records.seen(found, catalog(session.team), factor, session.today)
    session.show(views.solutions(seen, factor))
