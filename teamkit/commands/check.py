"""`teamkit check`: look for mistakes in the team's files."""

from typing import Annotated

import typer

from teamkit.check import check, places, views
from teamkit.cli.options import Reads
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("check", cls=Reads)
def main(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; without them, everything."),
    ] = None,
) -> int:
    """Look for mistakes in the team's files.

    One finding a line: path, line, what is wrong, what mends it. Status 1 when there are any.

    \b
    Examples:
      teamkit check
      teamkit check notes people/ana.md
    """
    session: Session = ctx.obj
    chosen = places.existing(session.team, session.start, paths) if paths else None
    found = check.check(session.team, chosen)
    # Shown as findings, so that the session need not name them again as skipped.
    session.team.unreadable.clear()
    session.show(views.findings(found))
    return ExitStatus.FINDINGS if found else ExitStatus.DONE
