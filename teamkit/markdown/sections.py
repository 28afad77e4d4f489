"""The headings of Markdown and what stands below them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from teamkit.errors import EditRefusedError
from teamkit.markdown.fences import gap_after, insert_line, newline
from teamkit.markdown.scanning import Line, lines

__all__ = ["Line", "Section", "add_line", "lines", "sections"]

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_CLOSING = re.compile(r"(?:^|(?<=[ \t]))#+$")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")


class Section(NamedTuple):
    """A heading and the lines below it, up to the next heading of any level.

    Attributes:
        title: without the closing `#`s; empty for what stands before the first heading.
        level: 1 to 6; 0 for what stands before the first heading.
        line: the heading's line in the file.
        lines: what stands below, code included.
    """

    title: str
    level: int
    line: int
    lines: tuple[Line, ...]


def sections(text: str, first: int = 1) -> list[Section]:
    """The sections of *text*; always at least the one before the first heading."""
    found: list[Section] = []
    title, level, start = "", 0, first
    below: list[Line] = []
    for line in lines(text, first):
        may_be = "#" in line.text and not line.in_code and not line.hidden
        heading = _HEADING.match(line.text) if may_be else None
        if heading is None:
            below.append(line)
            continue
        found.append(Section(title, level, start, tuple(below)))
        title = _CLOSING.sub("", (heading[2] or "").rstrip()).strip()
        level, start, below = len(heading[1]), line.number, []
    return [*found, Section(title, level, start, tuple(below))]


def add_line(text: str, heading: str, line: str, *, level: int = 2) -> str:
    """*text* with one more line at the end of the section under *heading*, before blank lines.

    Titles are compared without regard to case; the *level* decides between several. A missing
    section is made at the end. An empty line keeps a list apart from what is no list.

    Raises:
        EditRefusedError: the section ends in a code block or comment that is never closed.
    """
    wanted = heading.strip().casefold()
    fitting = [it for it in sections(text) if it.level and it.title.casefold() == wanted]
    fitting.sort(key=lambda section: section.level != level)
    if fitting:
        after, number = _appended(text, fitting[0], line)
    else:
        after = _with_section(text, f"{'#' * level} {heading.strip()}", line)
        number = after.count("\n")
    added = lines(after)[number - 1]
    if added.in_code or added.hidden:
        raise EditRefusedError(f"'{heading}'", "a code block or comment above it is never closed")
    return after


def _with_section(text: str, heading: str, line: str) -> str:
    end = newline(text)
    return f"{text}{gap_after(text)}{heading}{end}{end}{line}{end}"


def _appended(text: str, section: Section, line: str) -> tuple[str, int]:
    """The text with *line* at the end of *section*, and the line's number."""
    told = [below for below in section.lines if below.text.strip()]
    at = told[-1].number if told else section.line
    following = text.split("\n")[at : at + 1]
    if _needs_gap(section, at, line):
        text, at = insert_line(text, at, ""), at + 1
    text = insert_line(text, at, line)
    if following and following[0].strip():
        text = insert_line(text, at + 1, "")
    return text, at + 1


def _needs_gap(section: Section, at: int, line: str) -> bool:
    """Whether an empty line belongs between line *at* and the new one."""
    if at == section.line:
        return True
    block: Iterable[Line] = section.lines[: at - section.line]
    texts = [below.text for below in block]
    start = max((place for place, text in enumerate(texts, 1) if not text.strip()), default=0)
    return any(map(_ITEM.match, texts[start:])) != bool(_ITEM.match(line))
