"""Rules about front matter: what must stand there, and what a known key may hold."""

from collections.abc import Iterator

from teamkit.check.schema import KEYS, REQUIRED, Type
from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.markdown.document import Document, Value
from teamkit.markdown.second_opinion import differs, overlooked


def missing(reading: Scope) -> list[Finding]:
    """The files without the one key that says what they are about."""
    return [
        Finding(
            document.path,
            1,
            f"'{key}' is missing",
            f"write between two lines '---' at the top: {key}: ...",
            rule="required",
            is_error=True,
        )
        for kind, key in REQUIRED.items()
        for document in reading.documents(kind)
        if not document.text_of(key)
    ]


def wrong_types(reading: Scope) -> list[Finding]:
    """The known keys that hold something else than they should; an empty one holds nothing."""
    return [
        Finding(
            document.path,
            document.line_of(key),
            f"'{key}' should be {type_.name}{_instead(wrong)}",
            "it counts as not written",
            rule="type",
        )
        for kind, types in KEYS.items()
        for document in reading.documents(kind)
        for key, type_ in types.items()
        if key in document.meta and (wrong := _wrong(document, key, type_)) is not None
    ]


def dialects(reading: Scope) -> list[Finding]:
    """What site generators, editors and scripts read in another way than teamkit."""
    return [
        Finding(document.path, line, why, rule="dialect")
        for kind in KEYS
        for document in reading.documents(kind)
        for line, why in _other_readings(document)
    ]


def _other_readings(document: Document) -> list[tuple[int, str]]:
    if document.has_front_matter:
        return differs(document.text)
    why = overlooked(document.text)
    return [(1, why)] if why else []


def _wrong(document: Document, key: str, type_: Type) -> str | None:
    """The first value that does not fit, in words; empty for a value that has no words."""
    if type_.is_people and not type_.is_list and document.handle(key):
        return None
    value = document.meta[key]
    if isinstance(value, tuple) and not type_.is_list:
        return ""
    return next(_unfit(value if isinstance(value, tuple) else (value,), type_), None)


def _unfit(items: tuple[Value, ...], type_: Type) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            if item.strip() and not type_.fits(item.strip()):
                yield item.strip()
        elif item is not None and not (type_.is_people and isinstance(item, tuple)):
            yield ""


def _instead(wrong: str) -> str:
    return f", not '{wrong}'" if wrong else ""
