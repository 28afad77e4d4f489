"""`teamkit people away`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Who
from teamkit.cli.session import Session
from teamkit.days import interval
from teamkit.people import membership, views


@writes
def command(
    session: Session,
    person: Who,
    when: Annotated[str, typer.Argument(metavar="FROM..TO", help="Both days included.")],
) -> None:
    """Record an absence, so that no turn falls on it.

    \b
    Examples:
      teamkit people away @me 2026-12-23..2027-01-06
      teamkit people away ben tomorrow
    """
    one = session.person(person)
    document = membership.file(session.team, one)
    start, end = interval(when, session.today)
    change = membership.away(document, one, start, end)
    session.finish(change, views.written("away", one.path))
