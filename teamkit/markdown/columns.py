"""The columns of a typed table: what their cells mean, and which of them a table has."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.finder import nearest
from teamkit.markdown.scalars import to_day
from teamkit.markdown.tables import PipeTable


class Header(NamedTuple):
    """One column of a typed table.

    Attributes:
        title: the column's name; case does not matter.
        key: the argument of the record that its cells give.
        parse: what a cell means; raises UsageError where that is not clear.
        empty: what an empty cell means, and one that cannot be read.
        is_needed: whether a row without it is ignored.
    """

    title: str
    key: str
    parse: Callable[[str], object] = str
    empty: object = ""
    is_needed: bool = False

    def words(self, cell: str) -> str:
        """The cell, or nothing where a `?` or a dash stands for what nobody knows."""
        return cell if self.parse is str or any(map(str.isalnum, cell)) else ""

    def value(self, cell: str) -> object:
        """What the cell means.

        Raises:
            UsageError: that is not clear.
        """
        words = self.words(cell)
        return self.parse(words) if words else self.empty


def having(*titles: str, but: Collection[str] = ()) -> Callable[[PipeTable], bool]:
    """A test of tables: it has all these columns and none of the others."""
    return lambda table: not lacking(table, titles) and len(lacking(table, but)) == len(but)


def day(words: str) -> date:
    """The day in `YYYY-MM-DD`.

    Raises:
        UsageError: it is not one.
    """
    found = to_day(words)
    if found is None:
        raise UsageError(f"'{words}' is not a day.", hint="write 2026-12-04")
    return found


def word(words: str) -> str:
    """The words themselves, of a column in which a `?` or a dash stands for nothing."""
    return words


def one_of(noun: str, known: Sequence[str]) -> Callable[[str], str]:
    """A reader of cells that say one of these words, in whatever case."""

    def parse(words: str) -> str:
        if words.lower() not in known:
            hint = f"write {', '.join(known)}, or leave it empty"
            raise UsageError(f"'{words}' is not a {noun}.", hint=hint)
        return words.lower()

    return parse


def lacking(table: PipeTable, titles: Collection[str]) -> list[str]:
    """Those of the columns that *table* does not have."""
    return [title for title in titles if table.column(title) is None]


def meant(absent: Sequence[str], strange: Sequence[str]) -> str:
    """The hint: which strange column may be one that the table lacks; empty when none may."""
    for name in absent:
        for found in nearest(name, strange, most=1):
            return f"did you mean '{name}' instead of '{found}'?"
    return ""


def counted(titles: Sequence[str]) -> str:
    """`column 'Part'`, `columns 'From', 'To'`."""
    words = ", ".join(f"'{title}'" for title in titles)
    return f"column {words}" if len(titles) == 1 else f"columns {words}"
