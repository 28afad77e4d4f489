"""Rules about the two tables of a need: what cannot be read in them, and whom nobody knows."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from teamkit.check import headers
from teamkit.check import people as persons
from teamkit.check.scope import Scope
from teamkit.errors import UsageError
from teamkit.facts import Finding
from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.choose import begun
from teamkit.knowledge.solutions.model import COLUMNS, RECORD, is_choice, is_record, names
from teamkit.markdown import blocks, tables
from teamkit.markdown.document import Document
from teamkit.markdown.scalars import to_day
from teamkit.markdown.tables import PipeTable, Row

_RULE = "solution-table"
_LEFT_OUT = "it does not count"


def columns(reading: Scope) -> list[Finding]:
    """The tables with a column too few or too many, and the rows with more cells than columns."""
    return [
        Finding(document.path, line, message, hint, _RULE)
        for document in reading.documents("solutions")
        for table, known, called in _tables(document)
        for line, message, hint in (*_columns(table, known, called), *_too_long(table))
    ]


def times(reading: Scope) -> list[Finding]:
    """The times and days in the tables that cannot be read, or end before they start."""
    return [
        Finding(document.path, row.line, message, hint, _RULE)
        for document in reading.documents("solutions")
        for table, _, _ in _tables(document)
        for row in table.rows
        for message, hint in (*_times(table, row), *_days(table, row))
    ]


def solutions(reading: Scope) -> list[Finding]:
    """The rows without a solution, and the jobs of one that the need does not have."""
    return [
        Finding(document.path, line, message, hint, _RULE)
        for document in reading.documents("solutions")
        for line, message, hint in _named(document)
    ]


def people(reading: Scope) -> list[Finding]:
    """Those who could say more about a solution, and whom nobody here knows."""
    named = (
        (document.path, row.line, name)
        for document in reading.documents("solutions")
        for table, _, _ in _tables(document)
        if is_choice(table)
        for row in table.rows
        for name in names(table.cell(row, "Who"))
    )
    return persons.strangers(reading, named)


def _tables(document: Document) -> list[tuple[PipeTable, Sequence[str], str]]:
    """The need's tables, what columns each should have, and what it is called."""
    found = tables.tables(blocks.strip(document.body), document.body_line)
    told = [(it, COLUMNS, "the table of solutions") for it in found if is_choice(it)]
    return told + [(it, RECORD, "the track record") for it in found if is_record(it)]


def _columns(table: PipeTable, known: Sequence[str], called: str) -> Iterator[tuple[int, str, str]]:
    lacking = [name for name in known if table.column(name) is None]
    folded = {name.casefold() for name in known}
    strange = [name for name in table.header if name.casefold() not in folded]
    if lacking:
        message = f"{called} lacks columns: {headers.quoted(lacking)}"
        yield table.line, message, headers.meant(lacking, strange) or "the other columns are read"
    if strange:
        yield (
            table.line,
            f"{called} has columns that mean nothing here: {headers.quoted(strange)}",
            "they are kept",
        )


def _too_long(table: PipeTable) -> Iterator[tuple[int, str, str]]:
    count = len(table.header)
    for row in table.rows:
        if len(row.cells) > count:
            yield row.line, *headers.too_long(len(row.cells), count)


def _times(table: PipeTable, row: Row) -> Iterator[tuple[str, str]]:
    for name in ("Approx. time", "Estimated", "Actual"):
        words = table.cell(row, name)
        if not any(map(str.isalnum, words)):  # a `?` alone says that nobody knows
            continue
        try:
            estimate.parse(words)
        except UsageError as error:
            yield error.message.rstrip("."), error.hint or _LEFT_OUT


def _days(table: PipeTable, row: Row) -> Iterator[tuple[str, str]]:
    words = table.cell(row, "Date")
    if any(map(str.isalnum, words)) and to_day(words) is None:
        yield f"'{words}' is no day", "for instance 2026-12-04"


def _named(document: Document) -> Iterator[tuple[int, str, str]]:
    """(line, message, hint) of the rows whose solution is none of the need's."""
    found = [table for table, _, _ in _tables(document)]
    known = [
        name
        for table in found
        if is_choice(table)
        for row in table.rows
        if (name := table.cell(row, "Solution"))
    ]
    for table in found:
        for row in table.rows:
            name = table.cell(row, "Solution")
            if is_choice(table):
                if not name and any(row.cells):
                    yield row.line, "the row names no solution", _LEFT_OUT
            elif name and len(begun(known, name)) != 1:
                close = get_close_matches(name, known, n=1)
                hint = f"did you mean '{close[0]}'?" if close else f"{_LEFT_OUT} for any of them"
                yield row.line, f"'{name}' is no solution in the table above", hint
