r"""GitHub's pipe tables: what their cells say, and changing one cell or adding one row.

A pipe right after a backslash belongs to the cell, in code too, as the forges read it.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from teamkit.errors import EditRefusedError
from teamkit.markdown.fences import insert_line
from teamkit.markdown.scalars import one_line
from teamkit.markdown.scanner import Line, lines

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r":?-+:?")
# What ends a table without an empty line: a heading, a quote, a list.
_OTHER_BLOCK = re.compile(r"[ \t]*(?:#{1,6}(?:[ \t]|$)|>|(?:[-*+]|\d{1,9}[.)])[ \t])")

_BACKSLASH = "\\"
# A cell that a short row lacks.
_GAP = "  "


class Row(NamedTuple):
    r"""One row: its line in the file, and its cells, stripped and with `\|` read as `|`."""

    line: int
    cells: tuple[str, ...]


class PipeTable(NamedTuple):
    """One table; rows may have fewer or more cells than the header.

    Attributes:
        header: the columns' names.
        line: the header's line in the file.
        rows: below the line of dashes.
    """

    header: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]

    def column(self, name: str) -> int | None:
        """The place of the column with that name, whatever its case."""
        wanted = name.casefold()
        return next((at for at, it in enumerate(self.header) if it.casefold() == wanted), None)

    def cell(self, row: Row, name: str) -> str:
        """What *row* says in that column; empty when it says nothing or there is none."""
        at = self.column(name)
        return row.cells[at] if at is not None and at < len(row.cells) else ""


def tables(text: str, first: int = 1) -> list[PipeTable]:
    """The tables of *text*, outside of code and comments."""
    if "|" not in text or "-" not in text:
        return []
    found: list[PipeTable] = []
    every, at = lines(text, first), 0
    while at + 1 < len(every):
        header = _header(every[at], every[at + 1])
        at += 1
        if header is None:
            continue
        top, rows = every[at - 1].number, list[Row]()
        at += 1
        while at < len(every) and _is_row(every[at]):
            rows.append(Row(every[at].number, _cells(every[at].text)))
            at += 1
        found.append(PipeTable(header, top, tuple(rows)))
    return found


def set_cell(text: str, line: int, column: int, value: str, first: int = 1) -> str:
    """*text* with one cell changed, its padding kept where the value fits.

    A row that is too short grows the empty cells before it. Line breaks become spaces.

    Raises:
        EditRefusedError: the line is no row of a table with that column, or the value would be
            read differently.
    """
    what, found = f"line {line}", tables(text, first)
    table = next((it for it in found if any(row.line == line for row in it.rows)), None)
    if table is None or not 0 <= column < len(table.header):
        raise EditRefusedError(what, "there is no table row with that column")
    row = next(row for row in table.rows if row.line == line)
    wanted = one_line(value)
    cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
    if cells[column] == wanted:
        return text
    cells[column] = wanted
    pieces = text.split("\n")
    lead, raws, tail = _cut(pieces[line - first])
    rights = _rights(pieces[table.line + 1 - first])
    raws += [_GAP] * (column + 1 - len(raws))
    raws[column] = _padded(raws[column], wanted, right=rights[column])
    pieces[line - first] = _joined(lead, raws, tail)
    rows = [Row(line, tuple(cells)) if it is row else it for it in table.rows]
    return _verified("\n".join(pieces), first, _changed(found, table, rows), what)


def add_row(
    text: str, table: PipeTable, cells: Sequence[str], *, before: int | None = None, first: int = 1
) -> str:
    """*text* with one more row, in the style of the row it stands by; missing cells are empty.

    Only in a table whose columns stand in line are cells padded.

    Args:
        text: what *table* was found in.
        table: as `tables` gave it for this very text.
        cells: at most as many as the header has; line breaks become spaces.
        before: the file line of the row that the new one shall precede; else it is the last.
        first: the number of the text's first line.

    Raises:
        EditRefusedError: there is no such table or row, there are more cells than columns, or a
            cell would be read differently.
    """
    what, found = "the table", tables(text, first)
    places = [row.line for row in table.rows]
    if table not in found or len(cells) > len(table.header):
        raise EditRefusedError(what, "it has changed, or has fewer columns")
    if before is not None and before not in places:
        raise EditRefusedError(what, f"line {before} is none of its rows")
    place = len(places) if before is None else places.index(before)
    words = [*map(one_line, cells), *[""] * (len(table.header) - len(cells))]
    pieces = text.split("\n")
    near = before or (places[-1] if places else table.line)
    above = pieces[table.line - first : table.line + 2 - first]
    line = _beside(pieces[near - first].removesuffix("\r"), words, *above, is_first=not places)
    at = before or (places[-1] if places else table.line + 1) + 1
    rows = [*table.rows[:place], Row(at, tuple(words)), *table.rows[place:]]
    after = insert_line(text, at - first, line)
    return _verified(after, first, _changed(found, table, rows), what)


def render(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, align_right: Collection[int] = ()
) -> str:
    """A new table, one space around each cell: wide cells never move their neighbours' lines."""
    dashes = ["---:" if at in align_right else "---" for at in range(len(header))]
    told = [[_escaped(one_line(cell)) for cell in row] for row in (header, *rows)]
    told.insert(1, dashes)
    return "".join(f"| {' | '.join(row)} |\n" for row in told)


def _header(line: Line, below: Line) -> tuple[str, ...] | None:
    """The columns' names when a table begins at *line*."""
    if not _is_row(line) or "|" not in below.text or below.in_code or below.hidden:
        return None
    dashes = _cells(below.text)
    if not all(map(_DELIMITER.fullmatch, dashes)):
        return None
    header = _cells(line.text)
    return header if len(header) == len(dashes) else None


def _is_row(line: Line) -> bool:
    text = line.text
    if "|" not in text or line.in_code or line.hidden:
        return False
    return _PIPE.search(text) is not None and _OTHER_BLOCK.match(text) is None


def _cells(line: str) -> tuple[str, ...]:
    return tuple(one_line(raw).replace("\\|", "|") for raw in _cut(line)[1])


def _cut(line: str) -> tuple[str, list[str], str]:
    """A row's start (indentation and outer pipe), its cells with their padding, and its end."""
    body = line.strip()
    start = line.find(body)
    lead, tail = line[:start], line[start + len(body) :]
    raws = _PIPE.split(body)
    if len(raws) > 1 and not raws[0]:
        lead += "|"
        del raws[0]
    if len(raws) > 1 and not raws[-1]:
        tail = f"|{tail}"
        del raws[-1]
    return lead, raws, tail


def _joined(lead: str, raws: list[str], tail: str) -> str:
    """The row of these cells; a first or last one that is empty needs its outer pipe."""
    if not tail.startswith("|"):
        raws = [*(raw if raw.endswith(" ") else f"{raw} " for raw in raws[:-1]), raws[-1].rstrip()]
        tail = tail if raws[-1] else f" |{tail}"
    if not lead.endswith("|"):
        lead = lead if raws[0].strip() else f"{lead}|"
    return lead + "|".join(raws) + tail


def _beside(near: str, words: Sequence[str], top: str, dashes: str, *, is_first: bool) -> str:
    """The row of *words* in the style of the row *near*; the first one has the dashes above it."""
    lead, raws, tail = _cut(near)
    if not _is_aligned(top, dashes if is_first else near):
        return _joined(lead, _spaced(raws, words, is_open=not lead.endswith("|")), tail)
    raws += _cut(top)[1][len(raws) :]
    new = zip(raws, words, _rights(dashes), strict=False)
    return _joined(lead, [_padded(raw, word, right=right) for raw, word, right in new], tail)


def _is_aligned(header: str, row: str) -> bool:
    """Whether the cells of *row* are as wide as those above; what is missing does not count."""
    above, (_, below, tail) = _cut(header)[1], _cut(row)
    if not tail.startswith("|"):  # the last cell ends where its words do
        below.pop()
    return all(len(one) == len(other) for one, other in zip(above, below, strict=False))


def _spaced(raws: Iterable[str], words: Iterable[str], *, is_open: bool) -> list[str]:
    """The cells with a space around each, or none where the cells beside have none either."""
    gap = " " if any(raw[:1].isspace() for raw in raws) else ""
    told = list(map(_escaped, words))
    made = [f"{gap}{text}{gap or (' ' if text.endswith(_BACKSLASH) else '')}" for text in told]
    return [made[0].lstrip() or made[0], *made[1:]] if is_open else made


def _rights(dashes: str) -> list[bool]:
    """Which columns the line of dashes aligns to the right."""
    return [dash.endswith(":") and not dash.startswith(":") for dash in _cells(dashes)]


def _padded(raw: str, value: str, *, right: bool) -> str:
    """*value* in the place of the cell *raw*, as wide as that one was if it fits."""
    text = _escaped(value)
    words = raw.strip()
    left = raw[: raw.find(words)] if words else raw[:1]
    gap = " " if raw[-1:].isspace() or text.endswith(_BACKSLASH) else ""
    if right:
        return f"{left[:1]}{text}".rjust(len(raw) - len(gap)) + gap
    return f"{left}{text}{gap}".ljust(len(raw))


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


def _changed(found: Sequence[PipeTable], table: PipeTable, rows: Sequence[Row]) -> list[PipeTable]:
    """What shall be found once *table* has these rows."""
    return [it._replace(rows=tuple(rows)) if it == table else it for it in found]


def _verified(text: str, first: int, expected: Sequence[PipeTable], what: str) -> str:
    """*text*, unless something else than *expected* is read from it; lines may have moved."""
    if _told(tables(text, first)) != _told(expected):
        raise EditRefusedError(what, "the table would be read differently")
    return text


def _told(found: Iterable[PipeTable]) -> list[tuple[tuple[str, ...], ...]]:
    return [(it.header, *(row.cells for row in it.rows)) for it in found]
