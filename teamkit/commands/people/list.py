"""`teamkit people list`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.people import views


@reads
def command(
    session: Session,
    everybody: Annotated[bool, typer.Option("--all", help="Include people who have left.")] = False,
) -> None:
    """List the people on the team and who is away today."""
    found = [p for p in session.people if everybody or p.left is None or p.left > session.today]
    session.show(views.people(found, session.today))
