"""The headings of Markdown and what stands below them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from teamkit.markdown.fences import insert_line
from teamkit.markdown.scanner import Line, lines

__all__ = ["Line", "Section", "append", "lines", "sections"]

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


def append(text: str, section: Section, line: str) -> tuple[str, int]:
    """*text* with one more line at the end of *section*, before blank lines, and its number.

    An empty line keeps a list apart from what is no list. The line stands in a code block or
    comment when the section ends in one that is never closed.
    """
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
