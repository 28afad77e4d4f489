"""Rows of a need's two tables: found or made, columns by name, every other byte as it stands."""

from collections.abc import Callable, Collection, Mapping, Sequence

from teamkit.errors import EditRefusedError
from teamkit.markdown import blocks, insert, tables
from teamkit.markdown.document import Document
from teamkit.markdown.sections import sections
from teamkit.markdown.tables import PipeTable, Row

#: Whether a table is the one looked for.
IsIt = Callable[[PipeTable], bool]


def add(
    document: Document,
    title: str,
    columns: Sequence[str],
    cells: Mapping[str, str],
    is_it: IsIt,
    *,
    may_lack: Collection[str] = (),
) -> str:
    """The document's text with one more row; a table, and a section, where there is none.

    Args:
        document: what to change.
        title: the heading of the section the table stands in.
        columns: of a new table.
        cells: what the row says, by column.
        is_it: which table is meant; the first.
        may_lack: columns that the table need not have, even if *cells* says something.

    Raises:
        EditRefusedError: the table has no column for something that is said.
    """
    table = _table(document, is_it)
    if table is None:
        row = [cells.get(name, "") for name in columns]
        return _with_table(document, title, tables.render(columns, [row]).rstrip("\n").split("\n"))
    row = [""] * len(table.header)
    for name, words in cells.items():
        at = _column(table, title, name, needed=bool(words) and name not in may_lack)
        if at is not None:
            row[at] = words
    body = tables.add_row(document.body, table, row, first=document.body_line)
    return document.text[: document.body_start] + body


def change(document: Document, title: str, line: int, cells: Mapping[str, str], is_it: IsIt) -> str:
    """The document's text with these cells of the row on that *line*.

    Raises:
        EditRefusedError: the table has no such column, or the row stands in none of ours.
    """
    body, first = document.body, document.body_line
    table = _table(document, lambda it: is_it(it) and _row(it, line) is not None)
    if table is None:
        raise EditRefusedError(f"'{title}'", f"line {line} is no row of its table")
    for name, words in cells.items():
        at = _column(table, title, name, needed=True)
        body = body if at is None else tables.set_cell(body, line, at, words, first)
    return document.text[: document.body_start] + body


def cell(document: Document, line: int, name: str, is_it: IsIt) -> str:
    """What the row on that *line* says in that column; empty when there is none."""
    table = _table(document, lambda it: is_it(it) and _row(it, line) is not None)
    row = _row(table, line) if table else None
    return table.cell(row, name) if table and row else ""


def _table(document: Document, is_it: IsIt) -> PipeTable | None:
    """The first such table outside of what is generated."""
    found = tables.tables(blocks.strip(document.body), document.body_line)
    return next(filter(is_it, found), None)


def _row(table: PipeTable, line: int) -> Row | None:
    return next((row for row in table.rows if row.line == line), None)


def _column(table: PipeTable, title: str, name: str, *, needed: bool) -> int | None:
    at = table.column(name)
    if at is None and needed:
        raise EditRefusedError(f"'{title}'", f"its table has no column '{name}'")
    return at


def _with_table(document: Document, title: str, rows: Sequence[str]) -> str:
    """The text with a new table at the end of the section *title*, or of the file in a new one."""
    found = sections(blocks.strip(document.body), document.body_line)
    section = next((one for one in found if one.title.casefold() == title.casefold()), None)
    heading = () if section else (f"## {title}", "")
    at = insert.end_of(section) if section else insert.last_words(document.text)
    return insert.below(document.text, at, [*heading, *rows])
