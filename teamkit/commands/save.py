"""`teamkit save`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus, UsageError
from teamkit.share import save, views


@writes
def command(
    session: Session,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; without them, all of it."),
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", "-m", help="The commit message.")
    ] = None,
    continue_: Annotated[
        bool, typer.Option("--continue", help="Finish every change that was left unfinished.")
    ] = False,
    abort: Annotated[
        bool, typer.Option("--abort", help="Undo every change that was left unfinished.")
    ] = False,
) -> int:
    """Check and commit files that were edited by hand.

    Only the team's files, whatever else lies in the repository. A file that cannot be read stops
    it; other findings are said and do not.

    A change is unfinished when its command was killed, or when git or a hook refused its commit.
    --continue writes and commits exactly what it was to be; --abort restores the files as they
    were before it. Your own edits are part of neither.

    \b
    Examples:
      teamkit save
      teamkit save notes -m "Notes of Friday"
      teamkit save --continue
    """
    if continue_ or abort:
        _settle(session, paths, message, continue_=continue_, abort=abort)
        return ExitStatus.DONE
    saving = save.plan(session.team, session.start, paths or ())
    session.console.warn(map(str, (*saving.errors, *saving.warnings)))
    if saving.errors:
        session.console.say("Nothing was saved. Fix this first, then: teamkit save")
        return ExitStatus.FINDINGS
    if session.dry_run or not session.commit or not saving.paths:
        session.show(views.saved(saving))
        return ExitStatus.DONE
    subject = save.save(session.team, saving, message)
    session.show(views.saved(saving))
    session.console.say(f"Committed: {subject}")
    return ExitStatus.DONE


def _settle(
    session: Session, paths: list[str] | None, message: str | None, *, continue_: bool, abort: bool
) -> None:
    """Finish or undo what is unfinished.

    Raises:
        UsageError: both are asked for, or something goes with them.
    """
    if paths or message or (continue_ and abort):
        raise UsageError(
            "--continue and --abort go with nothing else.", hint="Finish: teamkit save --continue"
        )
    if session.dry_run:
        session.show(views.settled(session.team.unfinished()))
        return
    settled = (save.finish if continue_ else save.undo)(session.team)
    session.show(views.settled(settled))
    done = "Committed" if continue_ else "Undone"
    session.tell(f"{done}: {change.subject}" for change in settled)
