"""What comes in on stdin: text of a sane size, or a refusal that says where it is not."""

from collections.abc import Sequence

from teamkit.cli.ask import ask, can_ask
from teamkit.cli.session import Session
from teamkit.errors import UsageError

#: More than that is no list that somebody typed.
_LARGEST = 1 << 20


def text(session: Session, asked: str) -> str:
    """All of stdin, as text.

    Args:
        session: whose stdin.
        asked: what is wanted, said to somebody who sits at a terminal: "A topic a line".

    Raises:
        UsageError: too much comes in, or no UTF-8 text.
    """

    def hear() -> bytes:
        if can_ask(session):
            session.console.say(f"{asked}; Ctrl-D ends the list.")
        return session.input.rest(_LARGEST)

    data = session.answers.once("stdin", hear)
    if len(data) > _LARGEST:
        raise UsageError("More than 1 MiB comes in on stdin.", hint=f"{asked}, please")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("What comes in on stdin is not UTF-8 text.", data, error.start) from error
    if (at := data.find(b"\0")) >= 0:
        raise _refused("stdin contains a NUL byte.", data, at)
    return text


def given(session: Session, said: str | None, question: str, flag: str) -> str:
    """What was said on the command line, comes in on stdin for `-`, or is typed at a terminal."""
    if said == "-":
        return text(session, question)
    return ask(session, question, flag) if said is None else said


def is_asked_for(
    said: str, text: Sequence[str] | None, *, edit: bool, what: str, command: str
) -> bool:
    """Whether a `-` behind *said* asks for the text on stdin.

    Args:
        said: the words before it, which are *what*: "need".
        text: what stands behind them; empty as a rule.
        edit: the editor is to give the text.
        what: for the refusal.
        command: for the hint: "solutions add".

    Raises:
        UsageError: something else follows the words, or the editor wants to give the text, too.
    """
    if not text:
        return False
    if list(text) != ["-"]:
        words = " ".join([said, *text])
        raise UsageError(
            f"The {what} is more than one word.", hint=f'Put it in quotes: {command} "{words}"'
        )
    if edit:
        raise UsageError("Both - and --edit want to give the text.", hint="Leave one of them out")
    return True


def _refused(message: str, data: bytes, at: int) -> UsageError:
    line = data.count(b"\n", 0, at) + 1
    return UsageError(message, where=f"stdin:{line}", hint="Save it as UTF-8 text")
