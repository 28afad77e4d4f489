"""Opening the meeting full screen: what it needs is looked for before anything begins."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from teamkit.cli.live import plain
from teamkit.cli.session import Session
from teamkit.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from teamkit.cli.live.screen import Show

_PLAIN = "teamkit meeting run"


def run(session: Session, name: str | None, when: str | None) -> int:
    """Run the meeting that is meant full screen until it is left; the exit status.

    Raises:
        NotFoundError: Textual is not installed.
        UsageError: this is no terminal that can be drawn on, or what the plain lines refuse.
        ConflictError: a meeting runs already in this clone.
    """
    show = _screen()
    _refuse_without_terminal(session)
    with plain.begun(session, name, when) as (one, said):
        ended = show(one, said, plain.now)
    with suppress(OSError):  # the terminal may be gone
        plain.say(session, ended.said)
    return ended.status


def _screen() -> "Show":
    try:
        from teamkit.cli.live.screen import show
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "textual":
            raise
        raise NotFoundError(
            "The full screen needs Textual, which is not installed.",
            hint=f"pip install 'teamkit[live]'; without it, on plain lines: {_PLAIN}",
        ) from error
    return show


def _refuse_without_terminal(session: Session) -> None:
    """Textual reads stdin and draws on stderr; what remains to be said goes to stdout."""
    there = (session.stdin.isatty(), session.console.is_terminal, sys.stderr.isatty())
    if not all(there) or session.environ.get("TERM", "dumb") in {"dumb", "unknown"}:
        raise UsageError(
            "The full screen needs a terminal that can be drawn on.",
            hint=f"On plain lines, anywhere: {_PLAIN}",
        )
