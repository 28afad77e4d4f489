"""docs/json.md, from the fields of every page: python -m tests.data.make_json_doc writes it."""

from collections.abc import Iterator
from typing import Any

from teamkit.contract import pages
from teamkit.output.fields import Field, JsonType, Page, Record
from teamkit.output.schema import records
from tests.conftest import ROOT

PAGE = ROOT / "docs/json.md"
_BEGIN, _END = "<!-- begin fields -->", "<!-- end fields -->"


def page(text: str) -> str:
    """*text* with the part about kinds and records as the fields have it."""
    before, _, _ = text.partition(_BEGIN)
    _, _, after = text.partition(_END)
    return f"{before}{_BEGIN}\n\n{_reference()}\n{_END}{after}"


def _reference() -> str:
    every = pages()
    kinds = [line for one in every.values() for line in _kind(one)]
    found = {record.name: record for one in every.values() for record in records(one)}
    tables = [line for _, record in sorted(found.items()) for line in _record(record)]
    return "\n".join(["## Kinds", "", *kinds, "## Records", "", *tables])


def _kind(one: Page[Any]) -> Iterator[str]:
    yield f"### {one.kind}"
    yield ""
    yield f"{one.about} Each item is a record [{one.item.name}](#{one.item.name})."
    yield ""
    if one.whole:
        yield "Further keys of the page:"
        yield ""
        yield from _table(one.whole.fields)


def _record(record: Record[Any]) -> Iterator[str]:
    yield f"### {record.name}"
    yield ""
    yield record.about
    yield ""
    yield from _table(record.fields)


def _table(fields: tuple[Field[Any], ...]) -> Iterator[str]:
    yield "| key | value | what it is |"
    yield "| --- | --- | --- |"
    yield from (f"| `{it.key}` | {_type(it.type)} | {it.about} |" for it in fields if it.key)
    yield ""


def _type(type_: JsonType) -> str:
    record = type_.record
    name = f"[{record.name}](#{record.name})" if record else type_.name
    plural = name if record or " or " in name else f"{name}s"
    many = f"list of {plural}" if type_.is_list else name
    return f"{many}, or null" if type_.is_optional else many


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
