"""Questions: asked on a terminal, never in a pipe, and every one has a flag."""

from contextlib import suppress
from functools import partial

from teamkit.cli.session import Session
from teamkit.errors import WouldAskError
from teamkit.output.gate import safe_line

_YES_OR_NO = {"y": True, "yes": True, "n": False, "no": False}


def ask(session: Session, question: str, flag: str, *, default: str | None = None) -> str:
    """The answer to *question*; the default where nobody may be asked.

    Raises:
        WouldAskError: nobody may be asked and there is no default; names *flag*.
        Abort: the input ends here.
    """
    if not can_ask(session):
        if default is None:
            raise WouldAskError(question, flag)
        return default
    shown = f"{question} [{default}]: " if default else f"{question}: "
    return (_answer(session, shown) or default or "").strip()


def agree(session: Session, question: str, *, default: bool = False) -> bool:
    """Whether the person says yes; *default* where nobody may be asked.

    Raises:
        Abort: the input ends here.
    """
    if not can_ask(session):
        return default
    shown = f"{question} [{'Y/n' if default else 'y/N'}]: "
    while True:
        answer = _answer(session, shown).strip().lower()
        if not answer or answer in _YES_OR_NO:
            return _YES_OR_NO.get(answer, default)
        session.console.say("Please answer y or n.")


def can_ask(session: Session) -> bool:
    """Whether somebody sits at a terminal and may be asked."""
    return not session.no_input and not session.json and session.stdin.isatty()


def prompt(text: str) -> None:
    """Show what is asked; the answer is typed on the same line."""
    import typer

    typer.echo(safe_line(text), nl=False, err=True)


def _answer(session: Session, question: str) -> str:
    """The line that is typed; or was, when the command is planned again."""
    return session.answers.once(question, partial(_typed, session, question))


def _typed(session: Session, question: str) -> str:
    prompt(question)
    try:
        line = session.input.line()
    except KeyboardInterrupt:
        end_line(session)
        raise
    if line is None:
        import typer

        end_line(session)
        raise typer.Abort
    return line


def end_line(session: Session) -> None:
    """Go on below the question after Ctrl-C and Ctrl-D; the terminal may be gone by now."""
    with suppress(OSError):
        session.console.say("")


def reason(session: Session, because: str | None) -> str:
    """Why, as `--because` says, or as somebody answers."""
    return ask(session, "Why?", "--because") if because is None else because
