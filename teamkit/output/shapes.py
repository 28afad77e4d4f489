"""What a view gives: words for people and facts for programs; no terminal, no rich."""

from collections.abc import Mapping
from typing import NamedTuple


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        title: its header; shown to people alone.
        right: numbers stand at the right.
        style: one plain word for the whole column: bold, dim, green, yellow, red or cyan.
    """

    title: str
    right: bool = False
    style: str = ""


class Table(NamedTuple):
    """Rows of words under titles.

    Attributes:
        kind: the name programs know it by: `skills.who-knows`.
        columns: as many as each row has cells.
        rows: the cells, ready to read.
        items: the same as facts, for `--json`; one per row, or as the view says.
        title: the line above, for people.
        notes: sentences below, for people.
        empty: the sentence shown when there are no rows.
        facts: further keys of the JSON page, beside `schema`, `kind` and `items`.
    """

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    items: tuple[Mapping[str, object], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    facts: Mapping[str, object] = {}


class Card(NamedTuple):
    """One thing, its fields, and perhaps a text.

    Attributes:
        fields: label and words; people do not see those whose words are empty.
        body: Markdown, shown as it stands.
    """

    kind: str
    title: str
    fields: tuple[tuple[str, str], ...]
    items: tuple[Mapping[str, object], ...]
    body: str = ""
    notes: tuple[str, ...] = ()
    facts: Mapping[str, object] = {}


class Lines(NamedTuple):
    """Finished lines, such as findings or a list of paths; never wrapped or aligned."""

    kind: str
    lines: tuple[str, ...]
    items: tuple[Mapping[str, object], ...]
    notes: tuple[str, ...] = ()
    facts: Mapping[str, object] = {}
    empty: str = ""


class Cell(NamedTuple):
    """One cell of a grid.

    Attributes:
        text: a few letters; empty where there is nothing to say.
        tone: how strongly it stands out, 0 to 4; it only repeats what the text says.
    """

    text: str
    tone: int = 0


class GridRow(NamedTuple):
    """One row of a grid: its label, a cell per column, and the group it stands in."""

    label: str
    cells: tuple[Cell, ...]
    group: str = ""


class Grid(NamedTuple):
    """Short cells under many columns; in several blocks where they do not fit side by side.

    In plain words a row is `Label: column cell, column cell`, without the empty cells.

    Attributes:
        across: the columns' names.
        blank: what is said in words of a row without a single cell: `nobody`.
    """

    kind: str
    across: tuple[str, ...]
    rows: tuple[GridRow, ...]
    items: tuple[Mapping[str, object], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""
    blank: str = ""
    facts: Mapping[str, object] = {}


class Stack(NamedTuple):
    """Several shapes on one page; for programs its own items and facts count alone."""

    kind: str
    shapes: tuple[Table | Card | Lines | Grid, ...]
    items: tuple[Mapping[str, object], ...]
    facts: Mapping[str, object] = {}


Shape = Table | Card | Lines | Grid | Stack
