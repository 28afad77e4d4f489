"""`teamkit save`: check and commit what was edited by hand."""

from typing import Annotated

import typer

from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus
from teamkit.sharing import save, views

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("save", cls=Writes)
def main(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; without them, all of it."),
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", "-m", help="What to tell the team.")
    ] = None,
) -> int:
    """Check and commit what was edited by hand.

    Only the team's files, whatever else lies in the repository. A file that cannot be read stops
    it; other findings are said and do not.

    \b
    Examples:
      teamkit save
      teamkit save notes -m "Notes of Friday"
    """
    session: Session = ctx.obj
    saving = save.plan(session.team, session.start, paths or ())
    session.console.warn(map(str, (*saving.errors, *saving.warnings)))
    if saving.errors:
        session.console.say("Nothing was saved. Mend this first, then: teamkit save")
        return ExitStatus.FINDINGS
    if session.dry_run or not session.commit or not saving.paths:
        session.show(views.saved(saving))
        return ExitStatus.DONE
    subject = save.save(session.team, saving, message)
    session.show(views.saved(saving))
    session.console.say(f"Committed: {subject}")
    return ExitStatus.DONE
