"""Beliefs about grids on a terminal."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from teamkit.output.shapes import Cell, Grid, GridRow
from teamkit.output.terminal import Screen, draw
from tests.output.hostile import words

PLAIN = Screen(80, colour=False, encoding="utf-8")
GRID = Grid(
    "k",
    ("ana", "ben", "goran*"),
    (
        GridRow("PostGIS", (Cell("4", 4), Cell(""), Cell("1+", 1)), "data"),
        GridRow("Vector tiles", (Cell(""), Cell("0"), Cell("")), "data"),
        GridRow("CSS", (Cell("2", 2), Cell("3", 3), Cell("")), "pages"),
    ),
    (),
    title="The map",
    notes=("A note.",),
)


def test_cells_stand_under_their_columns_in_their_groups() -> None:
    assert draw(GRID, PLAIN) == (
        "The map\n"
        "\n"
        "               ana ben goran*\n"
        "data\n"
        "  PostGIS      4         1+\n"
        "  Vector tiles     0\n"
        "pages\n"
        "  CSS          2   3\n"
        "\n"
        "A note.\n"
    )


def test_what_does_not_fit_stands_below_with_the_labels_again() -> None:
    narrow = Screen(23, colour=False, encoding="utf-8")

    assert draw(GRID._replace(title="", notes=()), narrow) == (
        "          ana ben\n"
        "data\n"
        "  PostGIS 4\n"
        "  Vector\n"
        "  tiles       0\n"
        "pages\n"
        "  CSS     2   3\n"
        "\n"
        "          goran*\n"
        "data\n"
        "  PostGIS   1+\n"
        "  Vector\n"
        "  tiles\n"
        "pages\n"
        "  CSS\n"
    )


def test_without_groups_labels_are_not_indented() -> None:
    rows = tuple(row._replace(group="") for row in GRID.rows[:1])

    assert draw(GRID._replace(rows=rows, title="", notes=()), PLAIN) == (
        "        ana ben goran*\nPostGIS 4         1+\n"
    )


def test_where_no_column_fits_it_is_said_in_words() -> None:
    narrow = Screen(14, colour=False, encoding="utf-8")

    assert draw(GRID._replace(title="", notes=(), blank="nobody"), narrow) == (
        "data\nPostGIS: ana\n4, goran* 1+\nVector tiles:\nben 0\n\npages\nCSS: ana 2,\nben 3\n"
    )
    assert draw(Grid("k", (), (), (), empty="Nothing yet."), PLAIN) == "Nothing yet.\n"


def test_a_row_that_says_nothing_is_an_empty_line() -> None:
    grid = Grid("k", ("ana",), (GridRow("", (Cell(""),)), GridRow("a", (Cell("1"),))), ())

    assert draw(grid, PLAIN) == "  ana\n\na  1\n"


def test_colours_repeat_what_the_cells_say() -> None:
    coloured = draw(GRID, Screen(80, colour=True, encoding="utf-8"))

    told = [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", coloured).split("\n")]
    assert told == draw(GRID, PLAIN).split("\n")
    for shown in ("\x1b[1;30;106m4  \x1b[0m", "\x1b[30;46m3  \x1b[0m", "\x1b[36m2  \x1b[0m"):
        assert shown in coloured


@settings(deadline=None, max_examples=60)
@given(
    st.lists(words(), min_size=1, max_size=12),
    st.lists(words(), min_size=1, max_size=3),
    st.integers(8, 60),
)
def test_no_column_is_ever_left_out(names: list[str], labels: list[str], width: int) -> None:
    cells = tuple(Cell(str(number % 10), number % 5) for number in range(len(names)))
    across = tuple(f"n{number}-" for number in range(len(names)))
    grid = Grid("k", across, tuple(GridRow(f"x{label}", cells) for label in labels), ())

    page = draw(grid, Screen(width, colour=False, encoding="utf-8"))

    assert [name for name in across if name not in page] == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text("abcdef", min_size=1, max_size=9), min_size=1, max_size=30))
def test_a_block_is_never_wider_than_the_screen(names: list[str]) -> None:
    cells = tuple(Cell("3+", 3) for _ in names)
    grid = Grid("k", tuple(names), (GridRow("A long label of a skill", cells, "group"),), ())

    page = draw(grid, Screen(40, colour=False, encoding="utf-8"))

    assert max(map(cell_len, page.split("\n"))) < 40
