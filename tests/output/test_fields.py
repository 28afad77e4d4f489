"""Beliefs about records whose facts are declared once."""

import json
from datetime import date
from typing import NamedTuple

import pytest
from jsonschema import Draft202012Validator

from teamkit.output import fields, programs
from teamkit.output.fields import COUNT, DAY, HANDLE, TEXT, YES, Field, Page, Record
from teamkit.output.schema import records, schema
from teamkit.output.shapes import Column


class Tool(NamedTuple):
    name: str
    price: int | None


class Worker(NamedTuple):
    handle: str
    joined: date | None
    note: str
    tools: tuple[Tool, ...]
    best: Tool | None


TOOL = Record[Tool](
    "tool",
    "Something to work with.",
    (
        Field("tool", lambda t: t.name, TEXT, "Its name."),
        Field("price", lambda t: t.price, fields.optional(COUNT), "What it costs."),
    ),
)
WORKER = Record[Worker](
    "worker",
    "Somebody who works.",
    (
        Field("person", lambda w: w.handle, HANDLE, "The handle.", Column("Who"), "Handle"),
        Field("joined", lambda w: w.joined, fields.optional(DAY), "The first day.", label="Joined"),
        Field("note", lambda w: w.note, fields.optional(TEXT), "A note.", Column("Note")),
        Field(
            "tools",
            lambda w: w.tools,
            fields.many(TOOL),
            "What they use.",
            Column("Tools"),
            words=lambda w: " and ".join(tool.name for tool in w.tools),
        ),
        Field("best", lambda w: w.best, fields.optional(TOOL), "The best of them."),
        fields.words_only(lambda w: w.handle.upper(), Column("Loud"), "Loud"),
        Field("here", lambda w: w.joined is not None, YES, "Whether they began.", label="Here"),
    ),
)
COUNTED = Record[int](
    "counted",
    "",
    (
        Field("count", lambda n: n, COUNT, "How many."),
        Field("first", lambda n: Tool("saw", n), fields.a(TOOL), "The first tool."),
    ),
)
PAGE = Page("worker.list", "Everybody who works.", WORKER, COUNTED, writes=True)
ANA = Worker("ana", date(2026, 5, 4), "", (Tool("saw", 3), Tool("axe", None)), Tool("saw", 3))
BEN = Worker("ben", None, "new", (), None)


def test_programs_get_every_key_in_order_and_null_for_what_is_not_known() -> None:
    assert list(WORKER.facts(BEN).items()) == [
        ("person", "ben"),
        ("joined", None),
        ("note", "new"),
        ("tools", ()),
        ("best", None),
        ("here", False),
    ]
    assert WORKER.facts(ANA)["note"] is None
    assert WORKER.facts(ANA)["tools"] == (
        {"tool": "saw", "price": 3},
        {"tool": "axe", "price": None},
    )
    assert WORKER.facts(ANA)["best"] == {"tool": "saw", "price": 3}


def test_a_table_has_the_fields_with_a_column() -> None:
    shape = fields.table(PAGE, [ANA, BEN], title="Who", notes=("n",), empty="Nobody.", whole=2)

    assert [column.title for column in shape.columns] == ["Who", "Note", "Tools", "Loud"]
    assert shape.rows == (("ana", "", "saw and axe", "ANA"), ("ben", "new", "", "BEN"))
    assert (shape.kind, shape.title, shape.notes) == ("worker.list", "Who", ("n",))
    assert shape.empty == "Nobody."
    assert shape.facts == {"count": 2, "first": {"tool": "saw", "price": 2}}
    assert [item["person"] for item in shape.items] == ["ana", "ben"]


def test_a_table_leaves_out_a_column_and_keeps_the_key() -> None:
    shape = fields.table(PAGE, [BEN], whole=1, without={"note"})

    assert shape.rows == (("ben", "", "BEN"),)
    assert shape.items[0]["note"] == "new"


def test_a_card_has_the_fields_with_a_label() -> None:
    shape = fields.card(PAGE._replace(whole=None), ANA, "Ana", body="b", notes=("n",))

    assert shape.fields == (
        ("Handle", "ana"),
        ("Joined", "2026-05-04"),
        ("Loud", "ANA"),
        ("Here", "yes"),
    )
    assert (shape.title, shape.body, shape.notes, shape.facts) == ("Ana", "b", ("n",), {})
    assert fields.card(PAGE, BEN, "Ben", whole=0).fields[1:] == (
        ("Joined", ""),
        ("Loud", "BEN"),
        ("Here", "no"),
    )


def test_lines_are_for_people_and_the_records_for_programs() -> None:
    shape = fields.lines(PAGE, ["a", "b"], [BEN], notes=("n",), empty="e", whole=1)

    assert (shape.lines, shape.notes, shape.empty) == (("a", "b"), ("n",), "e")
    assert shape.items == PAGE.items([BEN])
    assert shape.facts["count"] == 1


@pytest.mark.parametrize(("value", "words"), [(("a", 1), "a, 1"), ([], ""), (3, "3"), (0.5, "0.5")])
def test_a_plain_value_is_read_as_it_is(value: object, words: str) -> None:
    assert Field[int]("k", lambda _: value, TEXT, "").text(0) == words


def test_a_choice_is_named_by_its_words() -> None:
    assert fields.one_of("won", "lost", "open").name == "won, lost or open"
    assert fields.one_of("won").name == "won"


def test_the_schema_takes_what_is_printed() -> None:
    written = schema(PAGE)
    page = json.loads(programs.as_json(fields.table(PAGE, [ANA, BEN], whole=2)))

    Draft202012Validator.check_schema(written)
    Draft202012Validator(written).validate(page)
    Draft202012Validator(written).validate(page | {"diff": "--- a"})


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"schema": 1},
        {"kind": "other"},
        {"count": None},
        {"items": [{"person": "ana"}]},
        {"items": [{**WORKER.facts(BEN), "tools": [], "more": 1}]},
        {"items": [{**WORKER.facts(BEN), "tools": [{"tool": None, "price": 1}]}]},
    ],
)
def test_the_schema_refuses_a_key_more_a_key_less_and_another_type(
    change: dict[str, object],
) -> None:
    page = json.loads(programs.as_json(fields.table(PAGE, [BEN], whole=2)))

    assert list(Draft202012Validator(schema(PAGE)).iter_errors(page | change))


def test_a_page_that_only_reads_has_no_diff() -> None:
    page = {"schema": programs.SCHEMA, "kind": "worker.list", "items": [], "diff": ""}
    reads = Page("worker.list", "", WORKER)

    assert list(Draft202012Validator(schema(reads)).iter_errors(page))


def test_each_record_is_defined_once() -> None:
    assert [record.name for record in records(PAGE)] == ["worker", "tool"]
    assert [record.name for record in records(PAGE._replace(whole=None))] == ["worker", "tool"]
