"""Shapes for programs: tab-separated lines, and JSON."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, time

from teamkit.output import words
from teamkit.output.gate import PAGE_CAP, safe_line, visible
from teamkit.output.shapes import Card, Grid, Lines, Shape, Table

#: The version of the JSON shapes; raised when a key changes its meaning or goes.
SCHEMA = 2


def as_tabs(shape: Shape) -> str:
    """One record a line, its words apart by tabs; no titles, no notes; empty for no records."""
    return "".join(f"{line}\n" for line in _records(shape))


def as_json(shape: Shape) -> str:
    """The page of *shape*: `schema`, `kind`, its facts and its items, in ASCII."""
    head = {"schema": SCHEMA, "kind": shape.kind}
    return as_document(head | dict(shape.facts) | head | {"items": shape.items})


def as_document(document: Mapping[str, object]) -> str:
    """*document* as JSON, in ASCII."""
    import json

    return json.dumps(document, indent=2, ensure_ascii=True, default=_plain) + "\n"


def _records(shape: Shape) -> list[str]:
    match shape:
        case Table():
            return ["\t".join(map(safe_line, row)) for row in shape.rows]
        case Card():
            fields = ["\t".join(map(safe_line, field)) for field in shape.fields]
            return fields + _body(shape.body)
        case Lines():
            # A finished line is a record of CSV too, and a column of it may stand for a person.
            return [visible(line, cap=PAGE_CAP) for line in shape.lines]
        case Grid():
            return [
                f"{safe_line(row.label)}\t{safe_line(words.cells(shape, row))}"
                for row in shape.rows
            ]
    return [line for part in shape.shapes for line in _records(part)]


def _body(text: str) -> list[str]:
    shown = visible(text, cap=PAGE_CAP, lines=True).rstrip("\n")
    return [shown] if shown else []


def _plain(value: object) -> object:
    """A fact that JSON has no word for: days and times in ISO, sets sorted."""
    match value:
        case date() | time():
            return value.isoformat()
        case AbstractSet():
            return sorted(value, key=str)
        case Mapping():
            return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON fact")
