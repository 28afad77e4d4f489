"""Changing a proposal's text: one more row, one cell, one more section; no other byte moves.

Each function takes the whole file and gives it back changed. A section or table that is missing
is made where it belongs; one that cannot be understood is refused.
"""

from collections.abc import Mapping
from datetime import date

from teamkit.errors import EditRefusedError
from teamkit.markdown import tables
from teamkit.markdown.document import plain_handle
from teamkit.projects.proposals import places, prose
from teamkit.projects.proposals.model import Decision
from teamkit.projects.proposals.page import SECTIONS, page


def add_need(text: str, cells: Mapping[str, str]) -> str:
    """*text* with one more row under Needs; *cells* is column -> words.

    Raises:
        EditRefusedError: the table has no column for one of the words, or would be read otherwise.
    """
    return _with_row(text, "Needs", cells)


def add_part(text: str, part_cells: Mapping[str, str]) -> str:
    """*text* with one more row under Allocation, below those of the same need; as `add_need`."""
    return _with_row(text, "Allocation", part_cells)


def add_asked(text: str, cells: Mapping[str, str]) -> str:
    """*text* with one more row under Advice; as `add_need`."""
    return _with_row(text, "Advice", cells)


def set_state(text: str, line: int, state: str) -> str:
    """*text* with another state of the part in that line of the file.

    Raises:
        EditRefusedError: no row of the allocation stands there, or it has no column State.
    """
    return set_cells(text, "Allocation", line, {"State": state})


def set_cells(text: str, section: str, line: int, cells: Mapping[str, str]) -> str:
    """*text* with some cells of one row changed: of Needs, Allocation or Advice.

    Raises:
        EditRefusedError: no row of that table stands there, or it lacks one of the columns.
    """
    found = page(text).tables_of(section)
    table = next((it for it in found if any(row.line == line for row in it.rows)), None)
    if table is None:
        raise EditRefusedError(f"line {line}", f"no row of {section} stands there")
    for name, words in cells.items():
        text = tables.set_cell(text, line, _column(table, name, section), words)
    return text


def add_advice(text: str, on: date, person: str, words: str) -> str:
    """*text* with one more section `### DATE @HANDLE` at the end of Advice.

    Raises:
        EditRefusedError: the words hold a heading, or something else that ends the section.
    """
    told = words.replace("\r\n", "\n").strip("\n \t")
    after = places.at_end(text, "Advice", [f"### {on} @{person}", "", *told.split("\n")])
    if _advice(after) != [*_advice(text), (on, person, told)]:
        raise EditRefusedError("the advice", "its words would be read differently")
    return after


def set_decision(text: str, decided: Decision) -> str:
    """*text* with a decision at the top of its section; what stands there stays below it.

    Only a paragraph that begins with "Not decided yet" goes: the decision takes its place.

    Args:
        text: the whole file.
        decided: its `text` holds free words; its `line` does not count.

    Raises:
        EditRefusedError: it would be read differently, for instance because dissent that
            somebody wrote by hand is not part of it.
    """
    wanted = decided._replace(
        text=decided.text.replace("\r\n", "\n").strip("\n \t"),
        outcome=" ".join(decided.outcome.split()),
        dissent=" ".join(decided.dissent.split()),
    )
    after = places.on_top(text, "Decision", _spelt(wanted))
    read = prose.decision(page(after).parts("Decision"), plain_handle)
    if wanted.text not in read.text or read._replace(text=wanted.text, line=wanted.line) != wanted:
        raise EditRefusedError("the decision", "it would be read differently")
    return after


def _with_row(text: str, name: str, cells: Mapping[str, str]) -> str:
    told = page(text)
    found = told.tables_of(name)
    if not found:
        if told.own_tables(name):
            raise EditRefusedError(
                f"the table of {name}", f"it has no column '{SECTIONS[name][0]}'"
            )
        return _with_table(text, name, cells)
    table = found[-1]
    words = [""] * len(table.header)
    for column, said in cells.items():
        if said:
            words[_column(table, column, name)] = said
    before = _row_after(table, cells.get("Need", "")) if name == "Allocation" else None
    return tables.add_row(text, table, words, before=before)


def _with_table(text: str, name: str, cells: Mapping[str, str]) -> str:
    """*text* with a new table of one row, in its section."""
    columns = SECTIONS[name]
    made = tables.render(columns, [[cells.get(column, "") for column in columns]])
    after = places.in_section(text, name, made.rstrip("\n").split("\n"))
    found = page(after).tables_of(name)
    if [len(table.rows) for table in found] != [1]:
        raise EditRefusedError(f"the table of {name}", "something there hides it")
    return after


def _row_after(table: tables.PipeTable, need: str) -> int | None:
    """The line of the row that follows the last one of that need; None when that is the end."""
    wanted = need.casefold()
    last = max(
        (at for at, it in enumerate(table.rows) if table.cell(it, "Need").casefold() == wanted),
        default=len(table.rows),
    )
    return table.rows[last + 1].line if last + 1 < len(table.rows) else None


def _column(table: tables.PipeTable, name: str, section: str) -> int:
    at = table.column(name)
    if at is None:
        raise EditRefusedError(f"the table of {section}", f"it has no column '{name}'")
    return at


def _advice(text: str) -> list[tuple[date | None, str, str]]:
    given = prose.advice(page(text).parts("Advice"), plain_handle)
    return [(one.on, one.person, one.text) for one in given]


def _spelt(decided: Decision) -> list[str]:
    """The lines of a decision, an empty one between its paragraphs."""
    paragraphs = (
        f"Decided {decided.on} by @{decided.by}",
        decided.text,
        f"Intended outcome: {decided.outcome}" if decided.outcome else "",
        f"Review on {decided.review_on}" if decided.review_on else "",
        f"Dissent: {decided.dissent}" if decided.dissent else "",
    )
    return "\n\n".join(filter(None, paragraphs)).split("\n")
