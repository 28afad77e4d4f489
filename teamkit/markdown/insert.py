"""Putting lines into a text, with empty lines around them; no other byte moves."""

from collections.abc import Sequence

from teamkit.markdown.fences import insert_line
from teamkit.markdown.sections import Section


def below(text: str, line: int, lines: Sequence[str]) -> str:
    """*text* with *lines* below the line of that number, 1-based; 0 in a text that is blank.

    An empty line stands above and below them, where none stands there already.
    """
    pieces = text.split("\n")
    above, following = pieces[line - 1 : line], pieces[line : line + 1]
    gap = [""] if line and above[0].strip() else []
    rest = [""] if following and following[0].strip() else []
    for number, said in enumerate([*gap, *lines, *rest], line):
        text = insert_line(text, number, said)
    return text


def end_of(section: Section) -> int:
    """The line of the last words of *section*; its heading's when it has none."""
    told = [line.number for line in section.lines if line.text.strip()]
    return told[-1] if told else section.line


def last_words(text: str) -> int:
    """The number of the last line that is not blank; 0 when all are."""
    numbers = (at for at, piece in enumerate(text.split("\n"), 1) if piece.strip())
    return max(numbers, default=0)
