"""`teamkit check`."""

from typing import Annotated

import typer

from teamkit.check import check, places, views
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus, UsageError


@reads
def command(
    session: Session,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; without them, everything."),
    ] = None,
    span: Annotated[
        str | None,
        typer.Option(
            "--additions",
            metavar="BASE..HEAD",
            help="Only say whether merging HEAD adds topics and does nothing else.",
        ),
    ] = None,
) -> int:
    """Find mistakes in the team's files.

    One finding a line: path, line, what is wrong, what mends it. Status 1 when there are any.

    With --additions it looks at commits, never at the files here: 0 when HEAD adds topics and
    changes nothing else, or nothing at all; 1 when a person has to look at it.

    \b
    Examples:
      teamkit check
      teamkit check notes people/ana.md
      teamkit check --additions origin/main..origin/a-topic
    """
    if span is not None:
        return _additions(session, span, alone=not paths)
    chosen = places.existing(session.team, session.start, paths) if paths else None
    found = check.check(session.team, chosen)
    # Shown as findings, so that the session need not name them again as skipped.
    session.team.unreadable.clear()
    session.show(views.findings(found))
    return ExitStatus.FINDINGS if found else ExitStatus.DONE


def _additions(session: Session, span: str, *, alone: bool) -> int:
    from teamkit.check import additions

    if not alone:
        raise UsageError(
            "--additions looks at whole commits, not at some paths.",
            hint="Leave the paths out, or --additions",
        )
    brought = additions.additions(session.team, span)
    session.show(views.additions(brought))
    return ExitStatus.FINDINGS if brought.findings else ExitStatus.DONE
