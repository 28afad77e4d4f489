"""Pipe tables: read, one cell changed, one row added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.tables import PipeTable, Row, add_row, render, set_cell, tables
from tests.markdown.made import bodies, quick, real_files

TEXT = r"""| Skill   | Level | Note |
|:--------|------:|------|
| postgis |     3 | a\|b |
| k8s | 2 |

a|b
-|-
c|d
"""


def test_a_table_is_its_header_and_its_rows() -> None:
    assert tables(TEXT, 11) == [
        PipeTable(
            ("Skill", "Level", "Note"),
            11,
            (Row(13, ("postgis", "3", "a|b")), Row(14, ("k8s", "2"))),
        ),
        PipeTable(("a", "b"), 16, (Row(18, ("c", "d")),)),
    ]


def test_cells_are_found_by_the_name_of_their_column() -> None:
    table = tables(TEXT)[0]

    assert (table.column("NOTE"), table.column("x")) == (2, None)
    assert [table.cell(table.rows[0], name) for name in ("Note", "x")] == ["a|b", ""]
    assert table.cell(table.rows[1], "Note") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a | b",
        "a | b\nc | d\n",
        "| a |\n| - | - |\n",
        "```\n| a |\n|---|\n```\n",
        "a\n---|\n",
        "<!--\n| a |\n|---|\n-->\n",
        "- a | b\n--- | ---\n",
        "> | a |\n> |---|\n",
        "| a |\n---\n",
        "# a | b\n--- | ---\n",
        "a \\| b\n--- | ---\n",
        "| a |\n\n|---|\n",
        "| a |\n<!-- --- | -->\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert tables(text) == []


@pytest.mark.parametrize(
    "line", ["", "words", "# a | b", "> a | b", "- a | b", "1. a | b", "a \\| b", "```"]
)
def test_a_table_ends_at_other_blocks(line: str) -> None:
    assert [table.rows for table in tables(f"|a|b|\n|-|-|\n{line}\n|c|d|\n")] == [()]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a |", ("a", "")),
        ("|a|b|", ("a", "b")),
        ("a | b", ("a", "b")),
        ("  | a | b |  ", ("a", "b")),
        ("||b|", ("", "b")),
        ("| a | b | c |", ("a", "b", "c")),
        (r"| a\|b | c\\|d |", ("a|b", "c\\|d")),
        ("|", ("",)),
        ("a |", ("a",)),
    ],
)
def test_a_row_in_every_spelling(line: str, cells: tuple[str, ...]) -> None:
    table = tables(f"|a|b|\n|-|-|\n{line}\n")[0]

    assert table.rows[0].cells[: len(cells)] == cells[: len(table.rows[0].cells)]


def with_row(row: str) -> str:
    return f"| A    |   N |\r\n|------|----:|\r\n{row}\r\nafter"


@pytest.mark.parametrize(
    ("row", "column", "value", "new"),
    [
        ("| foo  |  12 |", 0, "ab", "| ab   |  12 |"),
        ("| foo  |  12 |", 0, "abcdefg", "| abcdefg |  12 |"),
        ("| foo  |  12 |", 0, "a|b", "| a\\|b |  12 |"),
        ("| foo  |  12 |", 0, " a\r\n b ", "| a b  |  12 |"),
        ("| foo  |  12 |", 0, "", "|      |  12 |"),
        ("| foo  |  12 |", 1, "5", "| foo  |   5 |"),
        ("| foo  |  12 |", 1, "1234", "| foo  | 1234 |"),
        ("| foo  |     |", 1, "5", "| foo  |   5 |"),
        ("|foo|12|", 0, "a\\", "|a\\ |12|"),
        ("|foo|12|", 1, "5", "|foo| 5|"),
        ("|foo||", 1, "5", "|foo|5|"),
        ("|foo|", 1, "5", "|foo| 5 |"),
        ("  foo | 12", 0, "a", "  a   | 12"),
        ("foo | 12", 0, "", "|    | 12"),
        ("foo | 12", 1, "", "foo | |"),
        ("foo |", 1, "5", "foo | 5 |"),
        ("| foo | 1 | more |", 0, "bar", "| bar | 1 | more |"),
        ("|  foo | 1 |", 0, "x", "|  x   | 1 |"),
        ("| foo  |  12 |", 0, "foo", "| foo  |  12 |"),
    ],
)
def test_one_cell_changes_and_keeps_its_width(row: str, column: int, value: str, new: str) -> None:
    assert set_cell(with_row(row), 3, column, value) == with_row(new)


def test_a_short_row_without_outer_pipes_grows() -> None:
    text = "a | b | c\n- | - | -\nd | e"

    assert set_cell(text, 3, 2, "f") == "a | b | c\n- | - | -\nd | e | f"


@pytest.mark.parametrize(
    ("line", "column", "value"),
    [(1, 0, "x"), (2, 0, "x"), (4, 0, "x"), (9, 0, "x"), (0, 0, "x"), (3, 2, "x"), (3, -1, "x")],
)
def test_what_is_no_cell_of_a_row_is_refused(line: int, column: int, value: str) -> None:
    with pytest.raises(EditRefusedError, match="no table row"):
        set_cell(with_row("| a | b |"), line, column, value)


@pytest.mark.parametrize("value", ["# x", "- x", "> x", "```", "<!-- x"])
def test_a_value_that_would_end_the_table_is_refused(value: str) -> None:
    with pytest.raises(EditRefusedError, match="read differently"):
        set_cell("a | b\n- | -\nc | d\ne | f\n", 3, 0, value)


@pytest.mark.parametrize(
    ("text", "cells", "before", "new"),
    [
        ("| A  |  N |\n|----|---:|\n| c  |  1 |\n", ["d", "2"], None, "| d  |  2 |"),
        ("| A  |  N |\n|----|---:|\n| c  |  1 |\n", ["d" * 9, "2"], 3, "| ddddddddd |  2 |"),
        ("| A   | N |\r\n|-----|--:|\r\n", ["d"], None, "| d   |   |\r"),
        ("| A  | N |\n|---|--:|\n| c  |  1 |\n", ["d", "2"], None, "| d | 2 |"),
        ("| A  | N |\r\n|---|--:|\r\n", ["d"], None, "| d |  |\r"),
        ("| Name | N |\n| --- | --- |\n| a long one | 1 |\n", ["d", ""], 3, "| d |  |"),
        ("| Name | N |\n| --- | --- |\n| a long one | 1 |\n", ["", "d|"], None, "|  | d\\| |"),
        ("|Name|N|\n|-|-|\n|a long one|1|\n", ["d\\", "2"], None, "|d\\ |2|"),
        ("Name | N\n- | -\na long one | 1", ["d", "2"], None, "d | 2"),
        ("Name | N\n- | -\na long one | 1", ["", "2"], None, "|  | 2"),
        ("Name | N\n- | -\na    | 12", ["d", "2"], None, "d    | 2"),
        ("|A|N|\n|-|-|\n|c|1|\n|e|2|", ["d|", ""], 4, "|d\\|| |"),
        ("A | N\n- | -\nc | 1", ["d", "2"], 3, "d | 2"),
        ("A | N\n- | -\nc | 1", ["", "2"], None, "|  | 2"),
        ("  | A | N |\n  |---|---|\n  | c |\n", ["d", "2"], None, "  | d | 2 |"),
    ],
)
def test_a_new_row_is_written_as_its_neighbour(
    text: str, cells: list[str], before: int | None, new: str
) -> None:
    after = add_row(text, tables(text)[0], cells, before=before)

    at = before - 1 if before else text.rstrip("\r\n").count("\n") + 1
    pieces = after.split("\n")
    assert pieces[at] == new
    del pieces[at]
    assert "\n".join(pieces) == text


def test_a_row_that_does_not_belong_is_refused() -> None:
    table = tables(TEXT)[0]

    for text, cells, before in [
        (TEXT, ["a"] * 4, None),
        (TEXT, ["a"], 7),
        (TEXT.replace("k8s", "k9s"), ["a"], None),
        (TEXT, ["<!-- a"], 99),
    ]:
        with pytest.raises(EditRefusedError):
            add_row(text, table, cells, before=before)


def test_a_new_table_reads_as_it_was_given() -> None:
    text = render(["A", "N"], [["x|y", "1\n2"], ["", "3"]], align_right={1})

    assert text == "| A | N |\n| --- | ---: |\n| x\\|y | 1 2 |\n|  | 3 |\n"
    assert [row.cells for row in tables(text)[0].rows] == [("x|y", "1 2"), ("", "3")]


def assert_one_cell(text: str, row: Row, column: int, value: str) -> None:
    after = set_cell(text, row.line, column, value)

    old, new = text.split("\n"), after.split("\n")
    start = old[row.line - 1]
    assert old[: row.line - 1] + old[row.line :] == new[: row.line - 1] + new[row.line :]
    told = next(it for table in tables(after) for it in table.rows if it.line == row.line)
    assert told.cells[column] == value
    assert told.cells[:column] == row.cells[:column]
    assert told.cells[column + 1 :] == row.cells[column + 1 :]
    assert start.endswith("\r") == new[row.line - 1].endswith("\r")


CELLS = st.text("ab|\\ #é😀-", max_size=8).map(str.strip)


@quick
@given(bodies(), CELLS, st.data())
def test_only_one_cell_of_any_table_changes(text: str, value: str, data: st.DataObject) -> None:
    found = [(table, row) for table in tables(text) for row in table.rows]
    if not found:
        return
    table, row = data.draw(st.sampled_from(found))
    column = data.draw(st.integers(0, min(len(table.header), len(row.cells)) - 1))

    try:
        assert_one_cell(text, row, column, value)
    except EditRefusedError:
        assert not value or value[0] in "#-"


@quick
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4), st.lists(CELLS, max_size=3))
def test_a_rendered_table_takes_any_cell_and_row(rows: list[list[str]], new: list[str]) -> None:
    text = render(["A", "B", "C"], rows)

    after = add_row(text, tables(text)[0], new)

    assert [list(row.cells) for row in tables(after)[0].rows] == [*rows, [*new, "", "", ""][:3]]


@quick
@given(bodies(), st.lists(CELLS, min_size=1, max_size=3), st.data())
def test_only_one_row_of_any_table_is_new(text: str, new: list[str], data: st.DataObject) -> None:
    found = tables(text)
    if not found:
        return
    table = data.draw(st.sampled_from(found))
    before = data.draw(st.sampled_from([None, *(row.line for row in table.rows)]))
    cells = new[: len(table.header)]

    try:
        after = add_row(text, table, cells, before=before)
    except EditRefusedError:
        return

    told = tables(after)[found.index(table)]
    at = before or told.rows[-1].line
    assert [line.rstrip("\r") for line in text.split("\n")] == [
        line.rstrip("\r") for number, line in enumerate(after.split("\n"), 1) if number != at
    ]
    row = next(row for row in told.rows if row.line == at)
    assert row.cells[: len(cells)] == tuple(cells)
    assert not any(row.cells[len(cells) :])


def test_real_tables_change_in_one_cell() -> None:
    edited = 0

    for _, data in real_files():
        text = data.decode()
        for table in tables(text):
            for row in table.rows[:2]:
                for column in range(min(len(row.cells), len(table.header))):
                    assert_one_cell(text, row, column, "a | b")
                    edited += 1

    assert edited > 100


@quick
@given(st.text("|-: \n\\a`<!>#", max_size=60))
def test_no_text_crashes_the_reader(text: str) -> None:
    for table in tables(text):
        assert table.header
        assert all(row.cells for row in table.rows)


@pytest.mark.parametrize("end", ["\r", "\x0b", "\x85", "\u2028"])
def test_a_cell_is_one_line_whatever_some_reader_takes_for_a_line_end(end: str) -> None:
    text = f"| A | B |\n| --- | --- |\n| one{end}- [ ] x | two |\n"

    (table,) = tables(text)

    assert table.rows[0].cells == ("one - [ ] x", "two")
    assert set_cell(text, 3, 1, f"a{end}b") == text.replace("two", "a b")
