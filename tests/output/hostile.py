"""What must never reach a terminal or a pipe as it is, and streams to look through."""

import re
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper

from hypothesis import strategies as st

from teamkit.output.shapes import Card, Cell, Column, Grid, GridRow, Lines, Stack, Table

SAMPLES = (
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]0;a title\x1b\\",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[1;1H\x1b[31m",
    "\x1bP1$r0m\x1b\\",
    "\x9b2J\x9d0;x\x9c\x85",
    "\u202eevil\u202c\u2066\u2069\u200e\u200f\u061c",
    "\ufeff\u2028\u2029\u200b\u2060\xad",
    "a\x00b\x07\x08\x0b\x0c\x7f",
    "tag\U000e0041\U000e007f",
    "\udc80\ud800",
    "z\u0301\u0302" * 3 + "o" + "\u0334" * 60,
    "line\nline\r\nline\rline\tcell",
    "[x] done [/] [bold]b[/bold] [/usr/bin] [link=javascript:1]l[/link] a\\",
    ":heart: :smile:",
    "\u00f1and\u00fa \u65e5\u672c\u8a9e \U0001f469\u200d\U0001f4bb \u2764\ufe0f",
    "",
    " ",
)

_SGR = re.compile(r"\x1b\[[0-9;]*m")
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]|[\u0300-\u036f]{9}"
)


class Screenlike(StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Bytes:
    """A pipe that keeps what it is sent."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.raw = BytesIO()
        self.stream = TextIOWrapper(self.raw, encoding=encoding, newline="\n")


def words() -> st.SearchStrategy[str]:
    anything = st.text(st.characters(exclude_categories=()), max_size=20)
    return st.lists(st.sampled_from(SAMPLES) | anything, max_size=4).map("".join)


def shapes(word: str) -> Iterator[Table | Card | Lines | Grid | Stack]:
    """Every shape with *word* wherever words can stand."""
    columns = (Column(word, style="bold"), Column(word, right=True), Column("Name"))
    rows = ((word, "4", word), ("ana", word, word))
    table = Table("k", columns, rows, ({"a": word},), word, (word, word), word, {"f": word})
    card = Card("k", word, ((word, word), ("b", "c")), ({"a": word},), word, (word,), {"f": word})
    lines = Lines("k", (word, word), ({"a": word},), (word,))
    empty = Lines("k", (), (), empty=word)
    row = GridRow(word, (Cell(word, 3), Cell("")), word)
    grid = Grid("k", (word, "ana"), (row,), ({"a": word},), word, (word,), word, word, {"f": word})
    yield from (table, card, lines, empty, grid)
    yield Stack("k", (table, card, lines, empty, grid), ())


def leaks(page: str, *, between: str = "", colours: bool = False) -> list[str]:
    """The forbidden characters of *page*; allowed are those of *between* and, if so, colours."""
    page = _SGR.sub("", page) if colours else page
    return [found for found in _FORBIDDEN.findall(page) if found not in between]
