"""Shapes as people see them on a terminal; the only module that knows rich."""

import textwrap
from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, JustifyMethod, detect_legacy_windows
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from teamkit.output import grids, words
from teamkit.output.gate import fitting, safe_line, visible
from teamkit.output.measures import lines, longest_word
from teamkit.output.shapes import Card, Grid, Lines, Shape, Table

_GAP = 2
#: A column of prose narrower than this is harder to read than a list of fields.
_NARROWEST = 12
#: Names, dates and paths up to this length are not folded: people copy them.
_LONGEST_WORD = 48
#: Sentences wider than this are tiring to read.
_SENTENCE = 100
_DIFF_HEAD = ("--- a/", "--- /dev/null", "+++ b/", "+++ /dev/null", "diff ", "new file ")


class Screen(NamedTuple):
    """The terminal that is drawn for.

    Attributes:
        width: in columns, 1 or more.
        colour: whether it may be sent colours; without, nothing but text is sent.
        encoding: what its stream can say.
    """

    width: int
    colour: bool
    encoding: str


def draw(shape: Shape, screen: Screen) -> str:
    """The page of *shape*, ready to be written."""
    return words.joined(_paragraphs(shape, screen))


def draw_diff(text: str, screen: Screen) -> str:
    """A unified diff coloured by line; nothing else changes but what is odd becomes visible."""
    shown = visible(text, cap=len(text), lines=True)
    return "\n".join(_styled(line, _diff_style(line), screen) for line in shown.split("\n"))


def _paragraphs(shape: Shape, screen: Screen) -> list[str]:
    match shape:
        case Table():
            return [_title(shape.title, screen), *_rows(shape, screen), _notes(shape, screen)]
        case Card():
            fields = _fields(shape, screen)
            return [
                _title(shape.title, screen),
                fields,
                _body(shape, screen),
                _notes(shape, screen),
            ]
        case Lines():
            return [words.lines(shape), _notes(shape, screen)]
        case Grid():
            return [_title(shape.title, screen), *_blocks(shape, screen), _notes(shape, screen)]
    return [one for part in shape.shapes for one in _paragraphs(part, screen)]


def _body(card: Card, screen: Screen) -> str:
    """The text of a card; its long lines fold between words, those of a table never do."""
    return "\n".join(_line(line, screen.width) for line in words.body(card).split("\n"))


def _line(line: str, width: int) -> str:
    start = len(line) - len(line.lstrip(" "))
    if len(line) <= width or line.startswith("|", start) or width < start + _NARROWEST:
        return line
    indent = " " * (start + 2) if line.startswith(("- ", "* "), start) else " " * start
    return textwrap.fill(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _rows(table: Table, screen: Screen) -> list[str]:
    """The rows in columns, or one below the other where the terminal is too narrow."""
    titles = [_word(column.title, screen) for column in table.columns]
    cells = [[_word(cell, screen) for cell in row] for row in table.rows]
    widths = _widths([titles, *cells], screen.width)
    if not table.rows or not widths:
        return [_folded(row, screen) for row in words.rows(table)]
    grid = _grid()
    for column, width in zip(table.columns, widths, strict=True):
        justify: JustifyMethod = "right" if column.right else "default"
        grid.add_column(width=width, justify=justify, overflow="fold")
    grid.add_row(*(Text(title, "bold") for title in titles))
    grid.add_row(*(Text(_rule(screen) * width, "dim") for width in widths))
    styles = [column.style for column in table.columns]
    for row in cells:
        grid.add_row(*map(Text, row, styles))
    return [_drawn(grid, screen)]


def _blocks(grid: Grid, screen: Screen) -> list[str]:
    """The columns that fit side by side, then the next ones below, each with every label."""
    blocks = grids.blocks(grid, screen.width, lambda text: _word(text, screen))
    if not blocks:
        return [_folded(words.grid(grid), screen)]
    return ["\n".join(_spans(line, screen) for line in block) for block in blocks]


def _spans(line: Sequence[grids.Span], screen: Screen) -> str:
    return "".join(_styled(text, style, screen) for text, style in line).rstrip()


def _fields(card: Card, screen: Screen) -> str:
    """The words beside their labels, or after them where the terminal is too narrow."""
    cells = [[_word(one, screen) for one in field] for field in card.fields if field[1]]
    widths = _widths(cells, screen.width)
    if not widths:
        return _folded(words.fields(card.fields), screen)
    grid = _grid()
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    for label, said in cells:
        grid.add_row(Text(label, "dim"), Text(said))
    return _drawn(grid, screen)


def _widths(rows: Sequence[Sequence[str]], screen_width: int) -> list[int]:
    """How wide each column may be; empty when they do not fit side by side."""
    columns = list(zip(*rows, strict=True))
    # The gap after the last column stays free: some terminals wrap after a full line.
    room = screen_width - _GAP * len(columns)
    natural = [max(map(cell_len, column)) for column in columns]
    if sum(natural) <= room:
        return natural
    least = [min(max(map(longest_word, column)), _LONGEST_WORD) for column in columns]
    for cap in range(room, _NARROWEST - 1, -1):
        widths = [max(low, min(cap, wide)) for low, wide in zip(least, natural, strict=True)]
        if sum(widths) <= room:
            return widths
    return []


def _grid() -> RichTable:
    return RichTable(box=None, show_header=False, padding=(0, _GAP, 0, 0))


def _rule(screen: Screen) -> str:
    """What the line under a title is made of."""
    return "─" if fitting("─", screen.encoding) == "─" else "-"


def _title(title: str, screen: Screen) -> str:
    return _folded(safe_line(title), screen, style="bold")


def _notes(shape: Table | Card | Lines | Grid, screen: Screen) -> str:
    """The notes, one paragraph."""
    return _folded(words.listed(shape.notes), screen._replace(width=min(screen.width, _SENTENCE)))


def _folded(paragraph: str, screen: Screen, style: str = "") -> str:
    """Safe lines, folded between words; a long word stays whole, for people to copy it."""
    safe = fitting(paragraph, screen.encoding).split("\n")
    folded = [line for one in safe for line in lines(one, screen.width)]
    return "\n".join(_styled(line, style, screen) for line in folded)


def _word(text: str, screen: Screen) -> str:
    return fitting(safe_line(text), screen.encoding)


def _styled(text: str, style: str, screen: Screen) -> str:
    return Style.parse(style).render(text, color_system=_colours(screen))


def _colours(screen: Screen) -> ColorSystem | None:
    """The sixteen colours that people set to their liking, or none at all."""
    return ColorSystem.STANDARD if screen.colour and not detect_legacy_windows() else None


def _diff_style(line: str) -> str:
    if line.startswith(_DIFF_HEAD):
        return "bold"
    return {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")


def _drawn(what: RichTable, screen: Screen) -> str:
    """What rich makes of it, without the spaces at the ends of its lines."""
    page = StringIO()
    console = Console(
        file=page,
        width=screen.width,
        height=25,
        force_terminal=True,
        color_system="standard" if _colours(screen) else None,
        legacy_windows=False,
        no_color=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(what)
    return "\n".join(line.rstrip() for line in page.getvalue().rstrip("\n").split("\n"))
