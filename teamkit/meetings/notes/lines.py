"""Adding a line to notes, and taking it away again: nothing else of the text changes."""

from collections.abc import Sequence

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import Document
from teamkit.markdown.fences import gap_after, newline
from teamkit.markdown.liquid import inert
from teamkit.markdown.scanner import lines as scanned
from teamkit.markdown.sections import Section, append, sections
from teamkit.meetings.bullets import folded, plain_title
from teamkit.meetings.discussed import TOPIC_LEVEL


def headings(document: Document) -> list[str]:
    """The titles of the rounds and topics, in file order, without link markup."""
    found = sections(document.body, document.body_line)
    return [plain_title(section.title) for section in found if section.level == TOPIC_LEVEL]


def add_lines(text: str, heading: str, lines: Sequence[str]) -> str:
    """*text*, a whole file, with *lines*, list items, at the end of what stands under *heading*.

    Its deeper headings begin what is no longer directly under it. A heading that is missing is
    made at the end. Line ends, and a last line without one, stay as they are.

    Raises:
        EditRefusedError: what stands there ends in a code block or comment that is never closed.
    """
    for line in lines:
        text = _added(text, heading, line)
    return text


def remove_line(text: str, heading: str, line: str) -> str:
    """*text* without the last such *line* under *heading*; unchanged when it is not there."""
    section = _under(text, heading)
    found = [
        below.number
        for below in (section.lines if section else ())
        if below.text == line and not below.in_code and not below.hidden
    ]
    return _without(text, found[-1] - 1) if found else text


def _under(text: str, heading: str) -> Section | None:
    wanted = folded(heading)
    fitting = (s for s in sections(text) if s.level == TOPIC_LEVEL and folded(s.title) == wanted)
    return next(fitting, None)


def _added(text: str, heading: str, line: str) -> str:
    section = _under(text, heading)
    after, at = append(text, section, line) if section else _with_heading(text, heading, line)
    below = scanned(after)[at - 1]
    if below.in_code or below.hidden or below.text != line or _under(after, heading) is None:
        what = f"'{' '.join(heading.split())}'"
        raise EditRefusedError(what, "a code block or comment above it is never closed")
    return after


def _with_heading(text: str, heading: str, line: str) -> tuple[str, int]:
    """The text with *heading* and *line* at its end, and the line's number."""
    end = newline(text)
    title = inert(" ".join(heading.split()))
    last = end if not text or text.endswith("\n") else ""
    after = f"{text}{gap_after(text)}{'#' * TOPIC_LEVEL} {title}{end}{end}{line}{last}"
    return after, after.removesuffix("\n").count("\n") + 1


def _without(text: str, at: int) -> str:
    """*text* without the line at place *at* (0-based), nor a second empty line left around it."""
    pieces = text.split("\n")
    is_last = at == len(pieces) - 1
    del pieces[at]
    around = pieces[max(0, at - 1) : at + 1]
    if not any(piece.strip() for piece in around) and len(around) == (1 if is_last else 2):
        del pieces[at - 1]
    return "\n".join(pieces).removesuffix("\r") if is_last else "\n".join(pieces)
