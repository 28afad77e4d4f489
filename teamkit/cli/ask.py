"""Questions: asked on a terminal, never in a pipe, and every one has a flag."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from teamkit.cli.session import Session
from teamkit.errors import WouldAskError


def ask(session: Session, question: str, flag: str, *, default: str | None = None) -> str:
    """The answer to *question*; the default where nobody may be asked.

    Raises:
        WouldAskError: nobody may be asked and there is no default; names *flag*.
    """
    if not can_ask(session):
        if default is None:
            raise WouldAskError(question, flag)
        return default
    import typer

    def hear() -> str:
        with _stdout_for_data(session):
            return str(typer.prompt(question, default=default or "", err=True)).strip()

    return session.answers.once(question, hear)


def agree(session: Session, question: str, *, default: bool = False) -> bool:
    """Whether the person says yes; *default* where nobody may be asked."""
    if not can_ask(session):
        return default
    import typer

    def hear() -> bool:
        with _stdout_for_data(session):
            return typer.confirm(question, default=default, err=True)

    return session.answers.once(question, hear)


def can_ask(session: Session) -> bool:
    """Whether somebody sits at a terminal and may be asked."""
    return not session.no_input and not session.json and session.stdin.isatty()


@contextmanager
def _stdout_for_data(session: Session) -> Iterator[None]:
    """Where stdout is no terminal, not even the blank after a question goes there."""
    if session.console.is_terminal:
        yield
        return
    with redirect_stdout(sys.stderr):
        yield
