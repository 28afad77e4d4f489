"""Where the cells of a grid stand on a screen: as many columns as fit, the next ones below."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from teamkit.output.measures import lines, longest_word
from teamkit.output.shapes import Grid

#: What a tone looks like: of one colour, so that none of them means good or bad.
TONES = ("dim", "", "cyan", "black on cyan", "bold black on bright_cyan")
_HEAD, _GROUP = "bold", "dim"
#: Labels stand this far below the name of their group.
_INDENT = 2


class Span(NamedTuple):
    """A piece of a line, and its style in rich's words."""

    text: str
    style: str = ""


class _Page(NamedTuple):
    """The grid in words that may be shown, measured.

    Attributes:
        side: columns for the labels, with their indentation.
        widths: columns for each cell, without the gap before it.
        widest: the columns of the longest cell.
    """

    grid: Grid
    names: list[str]
    labels: list[str]
    cells: list[list[str]]
    side: int
    indent: int
    widths: list[int]
    widest: int


def blocks(grid: Grid, width: int, say: Callable[[str], str]) -> list[list[Sequence[Span]]]:
    """The lines of each block of columns; empty where not even one column fits.

    Args:
        grid: what is shown.
        width: of the screen, in columns.
        say: makes a word of the grid one that may be shown.
    """
    page = _measured(grid, width, say)
    # The last column stays free: some terminals wrap after a full line.
    room = width - page.side - 1
    if not page.names or not page.labels or max(page.widths) + 1 > room:
        return []
    return [list(_block(page, part, say)) for part in _parts(page.widths, room)]


def _measured(grid: Grid, width: int, say: Callable[[str], str]) -> _Page:
    labels = [say(row.label) for row in grid.rows]
    names = [say(name) for name in grid.across]
    cells = [[say(cell.text) for cell in row.cells] for row in grid.rows]
    indent = _INDENT if any(row.group for row in grid.rows) else 0
    natural = max(map(cell_len, labels), default=0)
    needed = max(map(longest_word, labels), default=0)
    widest = max((cell_len(text) for row in cells for text in row), default=0)
    return _Page(
        grid=grid,
        names=names,
        labels=labels,
        cells=cells,
        side=indent + min(natural, max(needed, width // 3)),
        indent=indent,
        widths=[max(cell_len(name), widest + 1) for name in names],
        widest=widest,
    )


def _parts(widths: Sequence[int], room: int) -> Iterator[range]:
    """The places of the columns that fit side by side, from left to right."""
    start, left = 0, room
    for place, width in enumerate(widths):
        if width + 1 > left:
            yield range(start, place)
            start, left = place, room
        left -= width + 1
    yield range(start, len(widths))


def _block(page: _Page, part: range, say: Callable[[str], str]) -> Iterator[Sequence[Span]]:
    names = [Span(f" {_centred(page.names[at], page.widths[at])}", _HEAD) for at in part]
    yield [Span(" " * page.side), *names]
    group = ""
    for row, label, texts in zip(page.grid.rows, page.labels, page.cells, strict=True):
        if row.group != group:
            group = row.group
            yield [Span(say(group), _GROUP)]
        *above, last = lines(label, page.side - page.indent)
        start = " " * page.indent
        yield from ([Span(start + line)] for line in above)
        shown = [Span(start + last + " " * (page.side - page.indent - cell_len(last)))]
        for at in part:
            tone = TONES[row.cells[at].tone] if texts[at] else ""
            shown += [Span(" "), Span(_cell(page, at, texts[at]), tone)]
        yield _stripped(shown)


def _cell(page: _Page, at: int, text: str) -> str:
    """As wide as its column; the first letters of all cells stand below each other."""
    return _centred(text + " " * (page.widest - cell_len(text)), page.widths[at])


def _centred(text: str, width: int) -> str:
    gap = width - cell_len(text)
    return " " * (gap // 2) + text + " " * (gap - gap // 2)


def _stripped(line: list[Span]) -> list[Span]:
    """The line without the empty cells at its end."""
    while len(line) > 1 and not line[-1].text.strip():
        line.pop()
    return line
