"""The JSON Schema of a page, from its fields; imported only when somebody asks for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from teamkit.output.fields import Field, JsonType, Page, Record
from teamkit.output.programs import SCHEMA

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(page: Page[Any]) -> dict[str, object]:
    """What each JSON page of this kind holds, and nothing else."""
    fields = page.whole.fields if page.whole else ()
    own = {
        "schema": {"const": SCHEMA, "description": "The version of these shapes."},
        "kind": {"const": page.kind},
        **_properties(fields),
        "items": {"type": "array", "items": _ref(page.item)},
    }
    extra = {"diff": {"type": "string", "description": "With --dry-run: what would be written."}}
    return {
        "$schema": _DRAFT,
        "title": f"teamkit {page.kind}",
        "description": page.about,
        "type": "object",
        "properties": own | (extra if page.writes else {}),
        "required": list(own),
        "additionalProperties": False,
        "$defs": {record.name: _object(record) for record in records(page)},
    }


def records(page: Page[Any]) -> list[Record[Any]]:
    """The records on a page, its item first, each once."""
    roots = [page.item, *_inner(page.whole)] if page.whole else [page.item]
    found: dict[str, Record[Any]] = {}
    for root in roots:
        for record in _all(root):
            found.setdefault(record.name, record)
    return list(found.values())


def _all(record: Record[Any]) -> Iterator[Record[Any]]:
    yield record
    for inner in _inner(record):
        yield from _all(inner)


def _inner(record: Record[Any]) -> Iterator[Record[Any]]:
    return (it.type.record for it in record.fields if it.type.record)


def _object(record: Record[Any]) -> dict[str, object]:
    properties = _properties(record.fields)
    return {
        "description": record.about,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _properties(fields: tuple[Field[Any], ...]) -> dict[str, object]:
    return {it.key: {"description": it.about, **_type(it.type)} for it in fields if it.key}


def _type(type_: JsonType) -> Mapping[str, object]:
    inner = _ref(type_.record) if type_.record else dict(type_.schema)
    whole = {"type": "array", "items": inner} if type_.is_list else inner
    return {"anyOf": [whole, {"type": "null"}]} if type_.is_optional else whole


def _ref(record: Record[Any]) -> dict[str, object]:
    return {"$ref": f"#/$defs/{record.name}"}
