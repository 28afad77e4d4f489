r"""Which lines of Markdown are code, comments or front matter, told apart the way CommonMark does.

Nothing here renders Markdown. Lines end at "\n" alone: other separators are ordinary characters.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teamkit.markdown.fences import BOM, front_matter

_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_QUOTES = re.compile(r"(?: {0,3}> ?)*")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)])(?: +|$)")
# The deepest indentation that is no indented code.
_INDENT = 3


# A tuple, because every line of every file becomes one: three times as fast as a dataclass.
class Line(NamedTuple):
    """One line of a text.

    Attributes:
        number: 1-based, in the file.
        text: without its line end.
        in_code: in a fenced code block, its fences included.
        hidden: in an HTML comment or in the front matter, as a whole.
    """

    number: int
    text: str
    in_code: bool = False
    hidden: bool = False


def lines(text: str, first: int = 1) -> list[Line]:
    """The lines of *text*, the first one numbered *first*.

    A whole file may be given, with *first* 1: its front matter is hidden then.
    """
    pieces = [piece.removesuffix("\r") for piece in text.removeprefix(BOM).split("\n")]
    if not pieces[-1]:
        del pieces[-1]
    front = _front_lines(text) if first == 1 else 0
    found = [Line(at, piece, hidden=True) for at, piece in enumerate(pieces[:front], first)]
    if "```" not in text and "~~~" not in text and "<!--" not in text:
        found += [Line(at, piece) for at, piece in enumerate(pieces[front:], first + front)]
        return found
    marks = _Scanner(pieces[front:]).marks()
    for number, (piece, (in_code, hidden)) in enumerate(
        zip(pieces[front:], marks, strict=True), first + front
    ):
        found.append(Line(number, piece, in_code, hidden))
    return found


def _front_lines(text: str) -> int:
    """How many lines at the top of a whole file are front matter, the fences included."""
    fences = front_matter(text)
    if fences is None:
        return 0
    start, end, _ = fences
    content = text[start:end].split("\n")
    told = (piece for piece in content if piece.strip() and not piece.lstrip().startswith("#"))
    return len(content) + 1 if ":" in next(told, ":") else 0


class _Scanner:
    """One pass over lines; remembers the open fence or comment, and the list items around."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = pieces
        self.fence = ""
        self.in_comment = False
        # Where the fence or comment stands: how many quotes deep, and from which column on.
        self.quotes = self.column = 0
        # The quotes around the last line, and the columns where its list items' text begins.
        self.around, self.items = 0, list[int]()
        # Up to this line a comment that opens within a paragraph is known never to close.
        self.literal_until = -1

    def marks(self) -> Iterator[tuple[bool, bool]]:
        """For each line whether it is code, and whether it is hidden."""
        for at, piece in enumerate(self.pieces):
            if (self.in_comment or self.fence) and self._stays(piece):
                yield bool(self.fence), self.in_comment
                self._end(piece)
            else:
                self.fence, self.in_comment = "", False
                yield self._begin(at, piece)

    def _stays(self, piece: str) -> bool:
        """Whether the line is still in the quote or list item that the fence or comment is in."""
        if not self.quotes and not self.column:
            return True
        around, inner = _unquoted(piece, self.quotes)
        bare = inner.lstrip(" ")
        return around == self.quotes and (not bare or len(inner) - len(bare) >= self.column)

    def _end(self, piece: str) -> None:
        if self.in_comment:
            self.in_comment = "-->" not in piece
            return
        inner = _unquoted(piece, self.quotes)[1][self.column :].rstrip()
        bare = inner.lstrip(" ")
        closes = len(bare) >= len(self.fence) and not bare.strip(self.fence[0])
        if closes and len(inner) - len(bare) <= _INDENT:
            self.fence = ""

    def _begin(self, at: int, piece: str) -> tuple[bool, bool]:
        """The marks of a line that stands outside of fences and comments, and what it opens."""
        around, inner = _unquoted(piece, len(piece))
        start = self._enter(around, inner)
        self.quotes, self.column = around, self.items[-1] if self.items else 0
        rest = inner[start:].lstrip(" ")
        if len(inner) - start - len(rest) > _INDENT:
            return False, False
        if fence := _FENCE.match(rest):
            self.fence = fence[0]
            return True, False
        if rest.startswith("<!--"):
            self.in_comment = "-->" not in rest
            return False, not inner[:start].strip()
        self.in_comment = "<!--" in rest and self._opens_within(at, rest)
        return False, False

    def _enter(self, around: int, inner: str) -> int:
        """Follow the list items that the line closes and opens; gives where its own text begins."""
        bare = inner.lstrip(" ")
        if around != self.around:
            self.around, self.items = around, []
        while bare and self.items and len(inner) - len(bare) < self.items[-1]:
            del self.items[-1]
        start = min(self.items[-1], len(inner)) if self.items else 0
        while (item := _ITEM.match(inner, start)) and item[0].find(item[0].strip()) <= _INDENT:
            start = item.end()
            self.items.append(start)
        return start

    def _opens_within(self, at: int, rest: str) -> bool:
        """Whether a comment that begins after other words goes on in the next lines."""
        before, _, after = rest.rpartition("<!--")
        if "-->" in after or before.count("`") % 2 or at < self.literal_until:
            return False
        for ahead in range(at + 1, len(self.pieces)):
            if "-->" in self.pieces[ahead]:
                return True
            if not self.pieces[ahead].strip():
                break
        else:
            ahead = len(self.pieces)
        self.literal_until = ahead
        return False


def _unquoted(piece: str, most: int) -> tuple[int, str]:
    """How many `>` stand before the line, *most* at most, and what follows; tabs made spaces."""
    found = _QUOTES.match(piece)
    quotes = found[0].count(">") if found else 0
    if not quotes or not most:
        return 0, piece.expandtabs(4)
    rest = piece
    for _ in range(min(quotes, most)):
        rest = rest.partition(">")[2]
    return min(quotes, most), rest.removeprefix(" ").expandtabs(4)
