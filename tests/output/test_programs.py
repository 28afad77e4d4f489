"""Beliefs about what programs get."""

import json
from datetime import UTC, date, datetime, time
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from teamkit.output.gate import PAGE_CAP
from teamkit.output.programs import as_json, as_tabs
from teamkit.output.shapes import Card, Cell, Column, Grid, GridRow, Lines, Stack, Table
from tests.output.hostile import leaks, shapes, words

TABLE = Table(
    "skills.who-knows",
    (Column("Person"), Column("Level", right=True)),
    (("ana", "4"), ("ben\tb", "3\n")),
    ({"person": "ana", "level": 4}, {"person": "ben", "level": 3}),
    title="Who knows",
    notes=("A note.",),
    facts={"skill": "postgis"},
)
CARD = Card("people.show", "Ana", (("Name", "Ana"), ("Away", "")), ({},), body="# Hi\n\n- a\n\n")


def test_a_row_is_a_line_of_tabs_without_title_or_note() -> None:
    assert as_tabs(TABLE) == "ana\t4\nben b\t3 \n"


def test_a_card_is_its_fields_and_its_text() -> None:
    assert as_tabs(CARD) == "Name\tAna\nAway\t\n# Hi\n\n- a\n"


def test_a_row_of_a_grid_is_its_label_and_the_cells_that_say_something() -> None:
    row = GridRow("PostGIS", (Cell("4"), Cell(""), Cell("3+")), "data")
    grid = Grid("k", ("ana", "ben", "carla"), (row,), (), title="T", notes=("N.",), blank="nobody")

    assert as_tabs(grid) == "PostGIS\tana 4, carla 3+\n"
    assert as_tabs(grid._replace(rows=(GridRow("A", (Cell(""),) * 3),))) == "A\t\n"


def test_a_stack_is_its_records_in_order() -> None:
    stack = Stack("week", (TABLE, Lines("k", ("one", "two"), ()), Card("k", "t", (), ())), ())

    assert as_tabs(stack) == "ana\t4\nben b\t3 \none\ntwo\n"


def test_no_records_are_no_bytes() -> None:
    assert as_tabs(Table("k", (), (), (), title="t", notes=("n",), empty="Nobody.")) == ""


def test_a_json_page_has_schema_kind_facts_and_items_in_this_order() -> None:
    assert as_json(TABLE) == (
        "{\n"
        '  "schema": 2,\n'
        '  "kind": "skills.who-knows",\n'
        '  "skill": "postgis",\n'
        '  "items": [\n'
        '    {\n      "person": "ana",\n      "level": 4\n    },\n'
        '    {\n      "person": "ben",\n      "level": 3\n    }\n'
        "  ]\n"
        "}\n"
    )


def test_days_times_and_sets_become_what_json_knows() -> None:
    item = {
        "on": date(2026, 12, 4),
        "at": time(13, 0),
        "since": datetime(2026, 12, 4, 13, tzinfo=UTC),
        "who": frozenset({"ben", "ana"}),
        "more": MappingProxyType({"a": (1, None)}),
    }

    page = json.loads(as_json(Lines("k", (), (item,))))

    assert page["items"] == [
        {
            "on": "2026-12-04",
            "at": "13:00:00",
            "since": "2026-12-04T13:00:00+00:00",
            "who": ["ana", "ben"],
            "more": {"a": [1, None]},
        }
    ]


def test_a_fact_cannot_take_the_place_of_the_schema() -> None:
    page = json.loads(as_json(Lines("k", (), (), facts={"schema": 9, "kind": "x", "items": 3})))

    assert page == {"schema": 2, "kind": "k", "items": []}


def test_a_value_that_is_no_fact_is_a_bug() -> None:
    with pytest.raises(TypeError, match="object is no JSON fact"):
        as_json(Lines("k", (), ({"a": object()},)))


@settings(deadline=None)
@given(words())
def test_nothing_forbidden_reaches_a_program(word: str) -> None:
    for shape in shapes(word):
        assert leaks(as_tabs(shape), between="\t") == []
        assert as_json(shape).isascii()
        assert leaks(as_json(shape)) == []


@settings(deadline=None)
@given(words())
def test_json_says_exactly_what_it_was_told(word: str) -> None:
    page = json.loads(as_json(Lines("k", (), ({"a": word},))))

    # A pair of lone surrogates comes back as the one character that it spells.
    told = word.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert page["items"][0]["a"] == told


@settings(deadline=None)
@given(words())
def test_a_row_is_one_line_with_its_cells(word: str) -> None:
    table = Table("k", (Column("a"), Column("b")), ((word, word), (word, "x")), ())

    lines = as_tabs(table).split("\n")

    assert [line.count("\t") for line in lines] == [1, 1, 0]


def test_a_finished_line_is_longer_than_a_cell_may_be_and_not_longer_than_a_page() -> None:
    long, longer = "x," * 20_000, "x" * (PAGE_CAP + 1)

    told = as_tabs(Lines("k", (long, longer), ()))

    assert told == f"{long}\n{longer[1:]}\u2026 (1 more characters)\n"
    assert len(as_tabs(TABLE._replace(rows=((long, ""),)))) < len(long)
