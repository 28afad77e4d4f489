"""Messages to paste, for people without teamkit: plain parts, and how each place writes them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from teamkit.errors import UsageError

#: The places a message can be for; `chat` is another word for slack.
FORMS = ("markdown", "slack", "mail")
#: Columns of a mail.
_MAIL_WIDTH = 72
_OPENING = re.compile(r"^(\s*\d*)([-+#=.)])")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>~|]")


class TextRun(NamedTuple):
    """Some words of a line.

    Attributes:
        text: as it was typed by whoever; each place escapes it its own way.
        url: where the words lead; empty for nowhere.
    """

    text: str
    url: str = ""
    is_bold: bool = False


#: The words of one line or of one point of a list.
Line = tuple[TextRun, ...]


class Paragraph(NamedTuple):
    """Sentences that belong together."""

    line: Line


class Points(NamedTuple):
    """A list."""

    lines: tuple[Line, ...]


class Verbatim(NamedTuple):
    """Text that somebody copies as it stands."""

    text: str


class Message(NamedTuple):
    """What is to be pasted.

    Attributes:
        subject: one line.
        parts: from top to bottom.
    """

    subject: str
    parts: tuple[Paragraph | Points | Verbatim, ...]


def bold(text: str) -> TextRun:
    """Words that stand out."""
    return TextRun(text, is_bold=True)


def points(lines: Sequence[str]) -> Points:
    """A list of plain lines."""
    return Points(tuple((TextRun(line),) for line in lines))


def paragraph(*words: TextRun | str) -> Paragraph:
    """A paragraph of words, plain ones as text."""
    return Paragraph(tuple(TextRun(one) if isinstance(one, str) else one for one in words))


def form(name: str) -> str:
    """The place that *name* means.

    Raises:
        UsageError: there is none of that name.
    """
    known = "slack" if name.lower() == "chat" else name.lower()
    if known not in FORMS:
        raise UsageError(
            f"Unknown message format '{name}'.", hint=f"Use one of: {', '.join(FORMS)}"
        )
    return known


def written(message: Message, place: str) -> tuple[str, ...]:
    """The lines of *message* as they are pasted into *place*, one of `FORMS`."""
    return {"markdown": _markdown, "slack": _slack, "mail": _mail}[place](message)


def _markdown(message: Message) -> tuple[str, ...]:
    lines = [f"## {_escaped(message.subject)}"]
    for part in message.parts:
        lines.append("")
        match part:
            case Paragraph():
                lines.append("".join(map(_in_markdown, part.line)))
            case Points():
                lines += [f"- {_begun(line)}" for line in part.lines]
            case _:
                lines += _fenced(part.text)
    return tuple(lines)


def _begun(line: Line) -> str:
    """A point, its first sign kept from beginning a list or a heading of its own."""
    return _OPENING.sub(r"\1\\\2", "".join(map(_in_markdown, line)))


def _in_markdown(words: TextRun) -> str:
    text = _escaped(words.text)
    text = f"**{text}**" if words.is_bold else text
    return f"[{text}]({words.url})" if words.url else text


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", _flat(text))


def _slack(message: Message) -> tuple[str, ...]:
    lines = [f"*{_safe(message.subject)}*"]
    for part in message.parts:
        lines.append("")
        match part:
            case Paragraph():
                lines.append("".join(map(_in_slack, part.line)))
            case Points():
                lines += [f"\u2022 {''.join(map(_in_slack, line))}" for line in part.lines]
            case _:
                lines += _fenced(_safe_text(part.text))
    return tuple(lines)


def _in_slack(words: TextRun) -> str:
    text = _safe(words.text)
    if words.url:  # `<address|words>` is for programs: pasted by hand it stays as it is typed
        return f"{text} ({words.url})"
    return f"*{text}*" if words.is_bold else text


def _safe(text: str) -> str:
    return _safe_text(_flat(text))


def _safe_text(text: str) -> str:
    """The text without `<!channel>` and its like, which call everybody when a program posts it."""
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _fenced(text: str) -> list[str]:
    """The text between fences that are longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *text.rstrip("\n").split("\n"), fence]


def _mail(message: Message) -> tuple[str, ...]:
    lines = [f"Subject: {_flat(message.subject)}"]
    for part in message.parts:
        lines.append("")
        match part:
            case Paragraph():
                lines += _wrapped(part.line, "")
            case Points():
                lines += [row for line in part.lines for row in _wrapped(line, "- ")]
            case _:
                lines += part.text.rstrip("\n").split("\n")
    return tuple(lines)


def _wrapped(line: Line, mark: str) -> list[str]:
    """The line as rows of a mail; each address stands alone on a row, so that it stays whole."""
    from textwrap import wrap

    text = _flat("".join(words.text for words in line))
    indent = " " * len(mark)
    rows = wrap(
        text,
        _MAIL_WIDTH,
        initial_indent=mark,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return rows + [f"{indent}{words.url}" for words in line if words.url]


def _flat(text: str) -> str:
    """One line, its inner spaces single; those at its ends stay, they part words."""
    return re.sub(r"\s+", " ", text)
