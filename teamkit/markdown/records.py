"""Typed tables: one declaration reads, adds, changes and checks the rows of a table.

    USES = Records(Use, "Track record", (Header("Project", "project"), ...), is_record, _RULE)
    page = Outline(document)
    uses = USES.read(page); text = USES.add(page, cells); findings = USES.check(page)

Columns are found by their names, in whatever order people have them, and columns of their own
stay. Reading never fails: a cell that cannot be read is empty, and `check` says why.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from teamkit.errors import EditRefusedError, UsageError
from teamkit.facts import Finding
from teamkit.markdown import insert, tables
from teamkit.markdown.columns import Header, counted, lacking, meant
from teamkit.markdown.outline import Outline, holds
from teamkit.markdown.scalars import one_line, to_day
from teamkit.markdown.tables import PipeTable, Row

R_co = TypeVar("R_co", covariant=True)

#: Which of the tables that fit count: all, those below their own heading where there is such a
#: heading, or the first one of the page alone.
Where = Literal["anywhere", "section", "first"]

_IGNORED = "the row is ignored"


class Records(NamedTuple, Generic[R_co]):
    """A kind of table, and how its rows are read.

    Attributes:
        make: called for each row with the value of every column by key, and its `line`.
        title: the heading above a new table.
        columns: in the order in which a new table has them.
        is_it: whether a table is of this kind.
        rule: the rule's name in findings.
        scope: where tables count.
        followed_by: titles of the sections before which a new one belongs.
        interval: the columns of a row's first and last day.
        is_free: whether people may leave out columns, and have their own, without a finding.
    """

    make: Callable[..., R_co]
    title: str
    columns: tuple[Header, ...]
    is_it: Callable[[PipeTable], bool]
    rule: str
    scope: Where = "anywhere"
    followed_by: tuple[str, ...] = ()
    interval: tuple[str, str] | None = None
    is_free: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """The columns of a new table."""
        return tuple(column.title for column in self.columns)

    def tables(self, page: Outline) -> list[PipeTable]:
        """The tables of this kind that count, in the page's order."""
        found = [table for table in page.tables if self.is_it(table)]
        if self.scope == "section" and (parts := page.parts(self.title)):
            return [table for table in found if any(holds(part, table) for part in parts)]
        return found[:1] if self.scope == "first" else found

    def read(self, page: Outline) -> list[R_co]:
        """The records, in the page's order; empty rows and those that are ignored left out."""
        return [
            self.make(**values, line=row.line)
            for table in self.tables(page)
            for columns in [self._places(table)]
            for row in table.rows
            if (values := _values(row, columns))
        ]

    def cells(self, page: Outline, title: str) -> list[tuple[int, str]]:
        """The line and the words of each cell of that column that says anything."""
        return [
            (row.line, words)
            for table in self.tables(page)
            for row in table.rows
            if (words := self._header(title).words(table.cell(row, title)))
        ]

    def cell(self, page: Outline, line: int, title: str) -> str:
        """The cell of the row on that line as it is written; empty when there is none."""
        table, row = self._row(page, line)
        return table.cell(row, title)

    def render(self, rows: Sequence[Mapping[str, str]]) -> str:
        """A new table, without a line end at its end; rows are words by column."""
        words = [[row.get(title, "") for title in self.titles] for row in rows]
        return tables.render(self.titles, words).rstrip("\n")

    def add(
        self,
        page: Outline,
        cells: Mapping[str, str],
        *,
        may_lack: Collection[str] = (),
        before: Callable[[PipeTable], int | None] | None = None,
    ) -> str:
        """The page's text with one more row; a table, and its section, where there is none.

        It goes into the last table that has a column for every word.

        Args:
            page: what to change.
            cells: words by column.
            may_lack: columns whose words are left out where the table does not have them.
            before: finds the line of the row that the new one precedes; else it is the last.

        Raises:
            EditRefusedError: no table has all those columns, or the row would be read differently.
        """
        found = self.tables(page)
        if not found:
            return self._with_table(page, cells)
        needed = [title for title, words in cells.items() if words and title not in may_lack]
        table = next((it for it in reversed(found) if not lacking(it, needed)), found[-1])
        self._refuse(lacking(table, needed))
        row = [""] * len(table.header)
        for title, words in cells.items():
            if (at := table.column(title)) is not None:
                row[at] = words
        line = before(table) if before else None
        body, first = page.document.body, page.document.body_line
        return page.with_body(tables.add_row(body, table, row, before=line, first=first))

    def change(
        self,
        page: Outline,
        line: int,
        cells: Mapping[str, str],
        *,
        may_lack: Collection[str] = (),
    ) -> str:
        """The page's text with these cells of the row on that line, words by column.

        Raises:
            EditRefusedError: no row is on that line, it lacks a column that is not in *may_lack*,
                or would be read differently.
        """
        body, first = page.document.body, page.document.body_line
        table, _ = self._row(page, line)
        self._refuse(lacking(table, [title for title in cells if title not in may_lack]))
        for title, words in cells.items():
            at = table.column(title)
            body = body if at is None else tables.set_cell(body, line, at, words, first)
        return page.with_body(body)

    def remove(self, page: Outline, lines: Collection[int]) -> str:
        """The page's text without the rows on those lines.

        Raises:
            EditRefusedError: no row is on one of them.
        """
        for line in lines:
            self._row(page, line)
        pieces = page.document.text.split("\n")
        left = [piece for number, piece in enumerate(pieces, 1) if number not in lines]
        if len(pieces) in lines:
            left[-1] = left[-1].removesuffix("\r")
        return "\n".join(left)

    def check(self, page: Outline) -> list[Finding]:
        """What is wrong with the columns, the rows and the cells of these tables."""
        found, path = self.tables(page), page.document.path
        wrong = [] if self.is_free else [one for table in found for one in self._columns(table)]
        wrong += [
            one
            for table in found
            for row in table.rows
            if any(row.cells)
            for one in (*self._cells(table, row), *self._interval(table, row))
        ]
        findings = [Finding(path, *one, self.rule) for one in wrong]
        return findings if found else [*findings, *self._misnamed(page)]

    def _header(self, title: str) -> Header:
        return next(column for column in self.columns if column.title == title)

    def _places(self, table: PipeTable) -> list[tuple[Header, int | None]]:
        return [(column, table.column(column.title)) for column in self.columns]

    def _row(self, page: Outline, line: int) -> tuple[PipeTable, Row]:
        every = ((table, row) for table in self.tables(page) for row in table.rows)
        found = next((it for it in every if it[1].line == line), None)
        if found is None:
            raise EditRefusedError(
                f"the table '{self.title}'", f"line {line} is not one of its rows"
            )
        return found

    def _refuse(self, absent: Sequence[str]) -> None:
        if absent:
            raise EditRefusedError(f"the table '{self.title}'", f"it has no {counted(absent[:1])}")

    def _own(self, page: Outline) -> list[PipeTable]:
        """The tables right below such a heading that lack what tells them, where that counts."""
        parts = page.parts(self.title) if self.scope == "section" else []
        return [table for table in page.tables if any(holds(part[:1], table) for part in parts)]

    def _with_table(self, page: Outline, cells: Mapping[str, str]) -> str:
        """The text with a new table of one row, in its section."""
        if own := self._own(page):
            self._refuse(lacking(own[0], self.titles))
            raise EditRefusedError(f"the table '{self.title}'", "it has the columns of another one")
        lines = self.render([cells]).split("\n")
        section = page.section(self.title, of_any_level=self.scope != "section")
        if section:
            after = insert.below(page.document.text, insert.end_of(section), lines)
        else:
            after = page.with_section(self.title, lines, self.followed_by)
        words = [one_line(cells.get(title, "")) for title in self.titles]
        rows = [row.cells for table in self.tables(page.after(after)) for row in table.rows]
        if rows != [tuple(words)]:
            raise EditRefusedError(f"the table '{self.title}'", "the new row would not be read")
        return after

    def _columns(self, table: PipeTable) -> Iterator[tuple[int, str, str]]:
        absent, strange = lacking(table, self.titles), self._strange(table)
        if absent:
            message = f"the table '{self.title}' has no {counted(absent)}"
            yield table.line, message, meant(absent, strange) or "the other columns are read"
        if strange:
            message = f"the table '{self.title}' has unknown {counted(strange)}"
            yield table.line, message, "kept, but not read"

    def _strange(self, table: PipeTable) -> list[str]:
        known = {title.casefold() for title in self.titles}
        return [title for title in table.header if title.casefold() not in known]

    def _misnamed(self, page: Outline) -> Iterator[Finding]:
        """The finding about a table below the right heading that nothing can be read of."""
        for table in self._own(page)[:1]:
            absent = lacking(table, self.titles)
            message = f"the table '{self.title}' has no {counted(absent)}"
            hint = meant(absent, self._strange(table)) or "nothing in it is read"
            path = page.document.path
            yield Finding(path, table.line, message, hint, self.rule, is_error=True)

    def _cells(self, table: PipeTable, row: Row) -> Iterator[tuple[int, str, str]]:
        """What is wrong with the number of cells, and with each of them."""
        if len(row.cells) > len(table.header):
            message = f"the row has {len(row.cells)} cells, the table {len(table.header)} columns"
            yield row.line, message, r"write \| for a pipe that belongs to a cell"
        for column, at in self._places(table):
            cell = _cell(row, at)
            if column.is_needed and not column.words(cell):
                yield row.line, f"the row has nothing under '{column.title}'", _IGNORED
                continue
            try:
                column.value(cell)
            except UsageError as error:
                hints = [error.hint or "", _IGNORED if column.is_needed else ""]
                yield row.line, error.message.rstrip("."), "; ".join(filter(None, hints))

    def _interval(self, table: PipeTable, row: Row) -> Iterator[tuple[int, str, str]]:
        first, last = (to_day(table.cell(row, title)) for title in self.interval or ("", ""))
        if first and last and last < first:
            yield row.line, f"it ends on {last}, before {first}", "the end is ignored"


def _values(row: Row, columns: Sequence[tuple[Header, int | None]]) -> dict[str, object]:
    """What the row says by key; nothing where it is empty or ignored."""
    values: dict[str, object] = {}
    for column, at in columns if any(row.cells) else ():
        cell = _cell(row, at)
        if column.is_needed and not column.words(cell):
            return {}
        try:
            values[column.key] = column.value(cell)
        except UsageError:
            if column.is_needed:
                return {}
            values[column.key] = column.empty
    return values


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at] if at is not None and at < len(row.cells) else ""
