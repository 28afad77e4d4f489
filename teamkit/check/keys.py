"""Rules about front matter: what must stand there, and what a known key may hold."""

from collections.abc import Iterator

from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.kinds import KINDS, PEOPLE
from teamkit.kinds.keys import KeySpec
from teamkit.markdown.document import Document, Value
from teamkit.markdown.second_opinion import differs, overlooked


def missing(reading: Scope) -> list[Finding]:
    """The files without a key that says what they are about."""
    return [
        Finding(
            document.path,
            1,
            f"'{key}' is missing",
            f"write between two lines '---' at the top: {key}: ...",
            rule="required",
            is_error=True,
        )
        for noun, kind in KINDS.items()
        for key, spec in kind.keys.items()
        if spec.is_required
        for document in reading.documents(noun)
        if not document.text_of(key)
    ]


def wrong_types(reading: Scope) -> list[Finding]:
    """The known keys that hold something else than they should; an empty one holds nothing."""
    return [
        Finding(
            document.path,
            document.line_of(key),
            f"'{key}' should be {spec.meaning}{_instead(wrong)}",
            "it counts as not written",
            rule="type",
        )
        for noun, kind in KINDS.items()
        for document in reading.documents(noun)
        for key, spec in kind.keys.items()
        if key in document.meta and (wrong := _wrong(document, key, spec)) is not None
    ]


def dialects(reading: Scope) -> list[Finding]:
    """What site generators, editors and scripts read in another way than teamkit."""
    return [
        Finding(document.path, line, why, rule="dialect")
        for noun in KINDS
        for document in reading.documents(noun)
        for line, why in _other_readings(document)
    ]


def _other_readings(document: Document) -> list[tuple[int, str]]:
    if document.has_front_matter:
        return differs(document.text)
    why = overlooked(document.text)
    return [(1, why)] if why else []


def _wrong(document: Document, key: str, spec: KeySpec) -> str | None:
    """The first value that does not fit, in words; empty for a value that has no words."""
    if spec.names == PEOPLE and not spec.is_list and document.handle(key):
        return None
    value = document.meta[key]
    if isinstance(value, tuple) and not spec.is_list:
        return ""
    return next(_unfit(value if isinstance(value, tuple) else (value,), spec), None)


def _unfit(items: tuple[Value, ...], spec: KeySpec) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            if item.strip() and not spec.fits(item.strip()):
                yield item.strip()
        elif item is not None and not (spec.names == PEOPLE and isinstance(item, tuple)):
            yield ""


def _instead(wrong: str) -> str:
    return f", not '{wrong}'" if wrong else ""
