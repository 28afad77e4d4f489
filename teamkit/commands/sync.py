"""`teamkit sync`."""

import time

from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.share import sync, views
from teamkit.team import Team

#: Seconds: at most so long before the second try, and before any.
_FIRST, _LONGEST = 0.1, 1.0


@writes
def command(session: Session) -> None:
    """Share changes with the team: fetch, merge, push.

    Only what is committed, and only when it fits together; anything else stops with nothing
    touched, and says what to do.

    \b
    Examples:
      teamkit sync
      teamkit sync --dry-run
    """
    # Settings that cannot be read may have been fixed by somebody: they arrive by this very way.
    session.team = Team.open(session.start, whole=False)
    done = sync.outlook(session.team) if session.dry_run else sync.sync(session.team, _pause)
    session.team = Team.open(session.start, whole=False)
    session.show(views.synced(done, known=session.dry_run))
    for sentence in views.asides(done):
        session.console.say(sentence)


def _pause(lost: int) -> None:
    """Wait for a while that no two clones choose alike, longer the more tries were lost."""
    from random import SystemRandom

    longest = min(_LONGEST, _FIRST * 2 ** (lost - 1))
    time.sleep(SystemRandom().uniform(0, longest))
