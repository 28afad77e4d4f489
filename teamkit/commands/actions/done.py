"""`teamkit actions done`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import ActionIds
from teamkit.cli.session import Session
from teamkit.meetings.actions import agreements, close, views


@writes
def command(session: Session, ids: ActionIds) -> None:
    """Mark actions as done.

    \b
    Examples:
      teamkit actions done 3f2a
      teamkit actions done 3f2a 9c01e4
    """
    agreed = agreements.agreed(session.team, session.people)
    closed = close.done(session.team, agreed, ids, session.today)
    session.finish(closed.change, views.closed("done", closed))
