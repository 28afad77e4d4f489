"""Questions one after the other, a line each: short keys, no screen to draw, stop at any time.

The lines come from a terminal or from a pipe, and the questions go to stderr in both cases, each
complete in itself, so that a screen reader tells all there is.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from teamkit.cli.ask import end_line, prompt
from teamkit.cli.session import Session
from teamkit.errors import NotFoundError, WouldAskError
from teamkit.knowledge.survey.answer import SurveyReply

#: Longer lines are cut; nobody means them.
_LONGEST = 999
#: No file of answers is larger; what is gets refused where it is read.
_LARGEST = 8 << 20
_ENTER = "\r\n"


class End(Enum):
    """How the questions ended."""

    ALL_ASKED = "all asked"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


def refuse_silence(session: Session, question: str, flag: str) -> None:
    """Refuse where nothing may be asked.

    Raises:
        WouldAskError: `--no-input` was given; names *flag*.
    """
    if session.no_input:
        raise WouldAskError(question, flag)


def ask_each(
    session: Session,
    questions: Sequence[str],
    hear: Callable[[int, str], SurveyReply],
    *,
    opening: str = "",
) -> End:
    """Ask each question until it is answered, skipped or somebody stops.

    Args:
        session: whose stdin; its end stops the questions.
        questions: a line each.
        hear: given the place of the question and what was typed; it keeps what is to be kept.
        opening: the letters that wait for another key; with them a terminal needs no Enter.

    Returns:
        How it ended; after Ctrl-C everything that `hear` kept stands.
    """
    try:
        for at, question in enumerate(questions):
            if not _settled(session, question, partial(hear, at), opening):
                return End.STOPPED
    except KeyboardInterrupt:
        _end_line(session)
        return End.INTERRUPTED
    return End.ALL_ASKED


def _settled(
    session: Session, question: str, hear: Callable[[str], SurveyReply], opening: str
) -> bool:
    """Ask one question as often as it takes; False when somebody stops."""
    while True:
        typed = _typed(session, question, opening)
        if typed is None:
            return False
        heard = hear(typed)
        session.tell(heard.said)
        if heard.stops:
            return False
        if not heard.asks_again:
            return True


def _typed(session: Session, question: str, opening: str) -> str | None:
    """The next line, or None at the end of input; in a pipe the question stands on its own line."""
    if opening and session.stdin.isatty():
        return _keys(session, question, opening)
    if session.stdin.isatty():
        prompt(question)
    else:
        session.console.say(question.rstrip())
    line = session.input.line()
    if line is None:
        _end_line(session)
        return None
    return line[:_LONGEST].strip("\ufeff\r")


def _keys(session: Session, question: str, opening: str) -> str | None:
    """The keys of one answer, shown as they come: letters of *opening*, then one that settles it.

    None at Ctrl-D.
    """
    typed = ""
    with session.input.keys() as next_key:
        prompt(question)
        while True:
            key = next_key()
            if key is None:
                _end_line(session)
                return None
            if key in _ENTER:
                break
            typed += key
            prompt(key)
            if key.lower() not in opening:
                break
    session.console.say("")
    return typed


def _end_line(session: Session) -> None:
    """After Ctrl-C and Ctrl-D the cursor is behind the question."""
    if session.stdin.isatty():
        end_line(session)


def data(session: Session, file: str) -> bytes:
    """The bytes of a file that was named, seen from where one is; `-` is stdin.

    Raises:
        NotFoundError: there is no such file.
    """
    if file == "-":
        return session.input.rest(_LARGEST)
    try:
        with (session.start / file).open("rb") as opened:
            return opened.read(_LARGEST + 1)
    except OSError as error:
        why = (error.strerror or "it cannot be read").lower()
        raise NotFoundError(f"Cannot read {file}: {why}.", hint="Check the path") from error
