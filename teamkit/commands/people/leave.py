"""`teamkit people leave`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import Who
from teamkit.cli.session import Session
from teamkit.people import membership, views


@writes
def command(
    session: Session,
    person: Who,
    date: Annotated[str, typer.Option(metavar="DAY", help="The first day without them.")] = "today",
) -> None:
    """Record that somebody leaves the team."""
    one = session.person(person)
    document = membership.file(session.team, one)
    day = session.day(date) or session.today
    change = membership.leave(document, one, day)
    session.finish(change, views.written("leave", one.path))
