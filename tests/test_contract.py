"""Beliefs about the kinds of JSON, all together."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from teamkit.contract import pages
from teamkit.output.fields import Record
from teamkit.output.schema import schema
from tests.conftest import Folder

#: Keys that every page has.
OWN = {"schema", "kind", "items", "diff"}


def all_records() -> Iterator[Record[Any]]:
    """Every record wherever it appears."""
    waiting = [record for page in pages().values() for record in (page.item, page.whole) if record]
    while waiting:
        record = waiting.pop()
        yield record
        waiting += [it.type.record for it in record.fields if it.type.record]


def test_a_record_has_one_shape_wherever_it_appears() -> None:
    found: dict[str, Record[Any]] = {}

    assert [it.name for it in all_records() if found.setdefault(it.name, it) is not it] == []


def test_no_key_is_there_twice_or_is_one_that_every_page_has() -> None:
    for record in all_records():
        keys = [it.key for it in record.fields if it.key]
        assert len(keys) == len(set(keys)), record.name
    wholes = [page.whole for page in pages().values() if page.whole]
    assert [it.key for whole in wholes for it in whole.fields if it.key in OWN] == []


def test_a_key_has_the_same_type_wherever_it_appears() -> None:
    found: dict[str, set[tuple[str, bool]]] = {}
    for record in all_records():
        for it in record.fields:
            plain = str(it.type.schema.get("type", "string")).replace("integer", "number")
            name = it.type.record.name if it.type.record else plain
            found.setdefault(it.key, set()).add((name, it.type.is_list))

    assert {key: types for key, types in found.items() if key and len(types) > 1} == {}


def test_every_key_and_every_kind_is_described_in_a_sentence() -> None:
    said = [it.about for record in all_records() for it in record.fields if it.key]
    said += [page.about for page in pages().values()]

    assert [
        one for one in said if not (one[:1].isupper() or one[:1].isdigit()) or one[-1] not in ".?"
    ] == []


def test_the_schema_of_each_kind_is_one() -> None:
    for page in pages().values():
        Draft202012Validator.check_schema(json.loads(json.dumps(schema(page))))


def test_the_kinds_are_listed_outside_of_a_team(empty: Folder) -> None:
    listed = empty.run("schema", "--json")

    assert (listed.status, listed.stderr) == (0, "")
    assert [item["name"] for item in json.loads(listed.stdout)["items"]] == list(pages())


@pytest.mark.parametrize("typed", [("people.list",), ("people", "list"), ("people.list", "--json")])
def test_the_schema_of_one_kind_is_printed_alone(empty: Folder, typed: tuple[str, ...]) -> None:
    result = empty.run("schema", *typed)

    assert (result.status, result.stderr) == (0, "")
    assert json.loads(result.stdout) == json.loads(json.dumps(schema(pages()["people.list"])))


def test_a_kind_that_is_not_known_is_refused_with_those_near_it(empty: Folder) -> None:
    near, far = empty.run("schema", "sync.list"), empty.run("schema", "moon")

    assert (near.status, near.stdout) == (3, "")
    assert "Did you mean: sync?" in near.stderr
    assert "All kinds: teamkit schema" in far.stderr
