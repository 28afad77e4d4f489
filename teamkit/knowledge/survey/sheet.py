"""A CSV file of answers as plain values: one column per skill, or one row per answer."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teamkit.errors import BadDocumentError, UsageError
from teamkit.facts import Finding
from teamkit.finder import fold
from teamkit.knowledge.survey.form import RESERVED, SKILL
from teamkit.output.csv import unguarded

#: Larger files are no form that people filled in.
LARGEST = 8 << 20

_MARK = "\ufeff"
_SEPARATORS = (",", ";", "\t")
_PEOPLE = ("person", "handle", "who", "email", "name")
_DAYS = ("as of", "updated", "date")


class SheetCell(NamedTuple):
    """One answer as written.

    Attributes:
        line: 1-based line of the file its row begins on.
        person: as written; empty when the row names nobody.
        skill: as written.
        level: never empty: what stands in the cell.
        want: of a column of its own; empty when there is none.
        day: the day of the answer, or of the form; empty when there is none.
        is_dated: the day is that of this very answer, not of the form.
    """

    line: int
    person: str
    skill: str
    level: str
    want: str = ""
    day: str = ""
    is_dated: bool = False


class Sheet(NamedTuple):
    """What a file says: its name as typed, its answers in its order, and what is odd about it."""

    name: str
    cells: tuple[SheetCell, ...]
    findings: tuple[Finding, ...]


class _SheetRow(NamedTuple):
    line: int
    cells: list[str]


def read(name: str, data: bytes) -> Sheet:
    """The answers in *data*; empty cells are none.

    The separator is the one of comma, semicolon and tab that the header holds most of.

    Args:
        name: the file as it was typed, for findings.
        data: UTF-8, with or without a byte order mark.

    Raises:
        BadDocumentError: it is too large, not UTF-8, or quotes something to its very end.
        UsageError: no column says whose answers they are, or there are no answers in it.
    """
    text = _decoded(name, data)
    rows = list(_rows(name, text))
    header = [fold(unguarded(cell)) for cell in rows[0].cells] if rows else []
    while header and not header[-1]:  # spreadsheets leave columns that nobody named
        header.pop()
    if not any(word in header for word in _PEOPLE):
        raise UsageError(
            "The first line has no column for the person.",
            where=f"{name}:{rows[0].line if rows else 1}",
            hint="Call it Person, and the others like skills: teamkit skills survey form",
        )
    findings = [
        Finding(name, row.line, f"{len(row.cells)} of {len(header)} columns are there", rule="csv")
        for row in rows[1:]
        if len(row.cells) < len(header)
    ]
    findings += [
        Finding(name, row.line, "there are more cells than columns; they are left out", rule="csv")
        for row in rows[1:]
        if any(cell.strip() for cell in row.cells[len(header) :])
    ]
    is_long = "skill" in header and "level" in header
    cells = _long(header, rows[1:]) if is_long else _wide(header, rows)
    return Sheet(name, tuple(cells), tuple(findings))


def _decoded(name: str, data: bytes) -> str:
    if len(data) > LARGEST:
        raise BadDocumentError(name, 0, f"it is larger than {LARGEST >> 20} MiB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDocumentError(name, line, "it is not UTF-8 text; save it as CSV UTF-8") from None
    if (at := text.find("\0")) != -1:
        raise BadDocumentError(name, text.count("\n", 0, at) + 1, "it contains a NUL byte")
    return text.removeprefix(_MARK)


def _rows(name: str, text: str) -> Iterator[_SheetRow]:
    """The records that hold anything, each with the line it begins on."""
    first = text.partition("\n")[0].strip().lower()
    skipped = first.startswith("sep=")  # what some spreadsheets write about themselves
    text = text.partition("\n")[2] if skipped else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1 + skipped
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _SheetRow(line, cells)
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise BadDocumentError(name, line, f"its quotes do not fit ({error})") from error


def _separator(text: str) -> str:
    header = text.lstrip("\r\n").partition("\n")[0]
    outside = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def _long(header: Sequence[str], rows: Sequence[_SheetRow]) -> Iterator[SheetCell]:
    """One row per answer."""
    for row in rows:
        told = {word: unguarded(cell) for word, cell in reversed(list(_paired(header, row)))}
        if told.get("level"):
            yield SheetCell(
                row.line,
                _first(told, _PEOPLE),
                told.get("skill", ""),
                told["level"],
                told.get("want", ""),
                _first(told, _DAYS),
                is_dated=True,
            )


def _wide(header: Sequence[str], rows: Sequence[_SheetRow]) -> Iterator[SheetCell]:
    """One column per skill."""
    words = [unguarded(cell) for cell in rows[0].cells]
    skills = {
        at: words[at].removeprefix(SKILL).strip()
        for at, word in enumerate(header)
        if word and word not in RESERVED
    }
    for row in rows[1:]:
        told = {word: unguarded(cell) for word, cell in reversed(list(_paired(header, row)))}
        person, day = _first(told, _PEOPLE), _first(told, _DAYS)
        for at, skill in skills.items():
            level = unguarded(row.cells[at]) if at < len(row.cells) else ""
            if level:
                yield SheetCell(row.line, person, skill, level, day=day)


def _paired(header: Sequence[str], row: _SheetRow) -> Iterator[tuple[str, str]]:
    return zip(header, row.cells, strict=False)


def _first(told: dict[str, str], words: Sequence[str]) -> str:
    """What the first of these columns that says anything says."""
    return next((told[word] for word in words if told.get(word)), "")
