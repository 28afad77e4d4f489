"""Beliefs about shapes in sentences."""

from hypothesis import given, settings

from teamkit.output.shapes import Card, Cell, Column, Grid, GridRow, Lines, Stack, Table
from teamkit.output.words import as_words
from tests.output.hostile import leaks, shapes, words

TABLE = Table(
    "k",
    (Column("Person"), Column("Level"), Column("")),
    (("ana", "4", "yes"), ("ben", "", "no")),
    (),
    title="Who knows PostGIS",
    notes=("One.", "Two."),
)


def test_a_row_is_a_paragraph_of_labels_and_words() -> None:
    assert as_words(TABLE) == (
        "Who knows PostGIS\n\nPerson: ana\nLevel: 4\nyes\n\nPerson: ben\nno\n\nOne.\nTwo.\n"
    )


def test_no_rows_are_a_sentence() -> None:
    assert as_words(Table("k", (Column("a"),), (), (), empty="Nobody yet.")) == "Nobody yet.\n"
    assert as_words(Lines("k", (), (), empty="All is well.")) == "All is well.\n"


def test_a_card_leaves_out_what_nobody_said() -> None:
    card = Card(
        "k", "Ana", (("Name", "Ana"), ("Away", "")), (), body="\n# Hi\n\n- a\n", notes=("N.",)
    )

    assert as_words(card) == "Ana\n\nName: Ana\n\n# Hi\n\n- a\n\nN.\n"


def test_a_stack_is_one_page() -> None:
    stack = Stack("k", (Lines("k", ("a", "b"), ()), Lines("k", ("c",), (), ("n",))), ())

    assert as_words(stack) == "a\nb\n\nc\n\nn\n"


def test_a_row_of_a_grid_is_a_line_without_its_empty_cells() -> None:
    rows = (
        GridRow("PostGIS", (Cell("4"), Cell(""), Cell("3+")), "data"),
        GridRow("Raster", (Cell(""), Cell(""), Cell("")), "data"),
        GridRow("CSS", (Cell(""), Cell("1"), Cell("")), "pages"),
    )
    grid = Grid("k", ("ana", "ben", "carla"), rows, (), title="T", notes=("N.",), blank="nobody")

    assert as_words(grid) == (
        "T\n\ndata\nPostGIS: ana 4, carla 3+\nRaster: nobody\n\npages\nCSS: ben 1\n\nN.\n"
    )
    assert as_words(Grid("k", (), (), (), empty="No skills yet.")) == "No skills yet.\n"


def test_nothing_to_say_is_no_bytes() -> None:
    assert as_words(Stack("k", (), ())) == ""


@settings(deadline=None)
@given(words())
def test_nothing_forbidden_reaches_a_reader(word: str) -> None:
    for shape in shapes(word):
        assert leaks(as_words(shape)) == []
