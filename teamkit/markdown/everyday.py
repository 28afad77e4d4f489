"""The YAML that people write every day, read without a YAML library, which is slow to load.

Keys, plain and simply quoted words, lists, mappings, on lines that are indented by spaces. Wherever
a text holds anything else, or anything that would have to be refused, nothing is read, and the
strict reader judges; where something is read, the strict reader reads the very same.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from teamkit.markdown.spots import DEPTH, NULLS, Kind, Reading, Spot, Value

_KEY = r"([A-Za-z0-9_][A-Za-z0-9_-]{0,99}):"
_FIRST = r"""[^\s?:,\[\]{}#&*!|>'"%@`-]"""
_QUOTED = r"""|('(?:[^'\n]|'')*+'|"[^"\\\n]*+")|([\[{])"""
#: A line: its indentation, its dash or key, then a plain scalar, a quoted one, or a bracket.
_LINE = re.compile(
    rf"( *+)(?:(?:(- ++)|{_KEY}(?: ++|(?=\n|\Z)))"
    rf"(?:({_FIRST}(?:[^\s:#]|(?<! )#|:(?=\S)| ++(?![#\n]|\Z))*+){_QUOTED})?|(?=#|\n|\Z))"
)
#: How a line ends: with nothing, or a comment.
_END = re.compile(r" *+(?:(?<![^ \n])#[^\n]*+)?(?:\n|\Z)")
#: A value within brackets.
_INNER = re.compile(rf"({_FIRST}(?:[^\s:,\[\]{{}}#]| ++(?![\s:,\[\]{{}}#]|\Z))*+){_QUOTED}")
_INNER_KEY = re.compile(rf"{_KEY} ++")
_NEXT = re.compile(r" *+([,\]}]) *+")


#: So deep mappings are read; and the depth that a bracket's value has then at most.
_DEEP, _BRACKET = 4, 6


class _Unusual(Exception):  # noqa: N818  # no refusal: the strict reader goes on
    """Something stands there that the strict reader has to judge."""


class _Held(NamedTuple):
    """A value and where it stands; a list's items, too."""

    value: Value
    start: int
    end: int
    kind: Kind
    items: tuple[tuple[int, int], ...] = ()


class _EverydayLine(NamedTuple):
    """A line with a key, or with a dash before an item.

    Attributes:
        key: without its colon; empty for an item.
        key_start: where the key or the dash stands.
        told: what stands on the same line; None for nothing.
    """

    indent: int
    key: str
    key_start: int
    told: _Held | None


def read(text: str, start: int, end: int) -> Reading | None:
    """The mapping between two offsets; None when the strict reader has to be asked."""
    if not text[start:end].replace("\n", "").isprintable():
        return None  # a tab, for instance, or "\r"
    try:
        lines = list(_lines(text, start, end))
        spots: dict[str, Spot] = {}
        told, left = _mapping(lines, 0, 1, spots) if lines else (None, 0)
    except _Unusual:
        return None
    if told is None or left != len(lines) or lines[0].indent:
        return None
    return Reading(told.value, spots, in_braces=False)  # type: ignore[arg-type]  # a mapping


def _lines(text: str, at: int, end: int) -> Iterator[_EverydayLine]:
    """The lines that hold something."""
    while at < end:
        found = _LINE.match(text, at, end)
        if found is None:
            raise _Unusual
        indent, dash, key, plain, quoted, bracket = found.groups()
        told, stop = None, found.end()
        if bracket:
            told = _flow(text, stop - 1, end, _BRACKET)
            stop = told.end
        elif plain or quoted:
            told = _scalar(plain, quoted, stop)
        last = _END.match(text, stop, end)
        if last is None:
            raise _Unusual
        at = last.end()
        if dash or key:
            if told is None and text[stop : last.end()].strip():
                raise _Unusual  # a comment, and the value below it
            yield _EverydayLine(len(indent), key or "", found.end(1), told)


def _scalar(plain: str | None, quoted: str, end: int) -> _Held:
    """The scalar that ends there."""
    if plain:
        return _Held(None if plain in NULLS else plain, end - len(plain), end, "plain")
    value = quoted[1:-1].replace("''", "'") if quoted[0] == "'" else quoted[1:-1]
    return _Held(value, end - len(quoted), end, "quoted")


def _flow(text: str, start: int, end: int, depth: int) -> _Held:
    """The list or mapping whose bracket opens there, on one line."""
    if depth > DEPTH:
        raise _Unusual
    closing = "]" if text[start] == "[" else "}"
    keys: list[str] = []
    values: list[_Held] = []
    at = start + 1
    while text[at:end][:1] == " ":
        at += 1
    mark = closing if text[at:end][:1] == closing else ","
    at += mark == closing
    while mark == ",":
        if closing == "}":
            key = _INNER_KEY.match(text, at, end)
            if key is None or key[1] in keys:
                raise _Unusual
            keys.append(key[1])
            at = key.end()
        values.append(_inner(text, at, end, depth + 1))
        found = _NEXT.match(text, values[-1].end, end)
        if found is None or found[1] not in (",", closing):
            raise _Unusual
        mark, at = found[1], found.end() if found[1] == "," else found.end(1)
    told = tuple(one.value for one in values)
    if closing == "}":
        return _Held(dict(zip(keys, told, strict=True)), start, at, "flow map")
    return _Held(told, start, at, "flow list", tuple((one.start, one.end) for one in values))


def _inner(text: str, at: int, end: int, depth: int) -> _Held:
    """The value that stands there within brackets."""
    found = _INNER.match(text, at, end)
    if found is None:
        raise _Unusual
    plain, quoted, bracket = found.groups()
    return _flow(text, at, end, depth) if bracket else _scalar(plain, quoted, found.end())


def _mapping(
    lines: list[_EverydayLine], at: int, depth: int, spots: dict[str, Spot]
) -> tuple[_Held, int]:
    """The mapping that begins with that line, and the line after it."""
    if depth > _DEEP:
        raise _Unusual
    first = lines[at]
    values: dict[str, Value] = {}
    last = first.key_start
    while at < len(lines) and lines[at].indent == first.indent and lines[at].key:
        line = lines[at]
        key_end = line.key_start + len(line.key)
        told, at = (line.told, at + 1) if line.told else _below(lines, at, depth)
        if line.key in values or (told is None and depth > 1):
            raise _Unusual
        if told is None:
            told = _Held(None, key_end + 1, key_end + 1, "plain")
        values[line.key] = told.value
        spots[line.key] = Spot(line.key_start, key_end, *told[1:])
        last = told.end
    if at < len(lines) and lines[at].indent > first.indent:
        raise _Unusual
    return _Held(values, first.key_start, last, "map"), at


def _below(lines: list[_EverydayLine], at: int, depth: int) -> tuple[_Held | None, int]:
    """The list or mapping below the key on that line, or None; and the line after it."""
    indent, at = lines[at].indent, at + 1
    if at == len(lines):
        return None, at
    if not lines[at].key and lines[at].indent >= indent:
        return _sequence(lines, at)
    if lines[at].indent > indent:
        return _mapping(lines, at, depth + 1, {})
    return None, at


def _sequence(lines: list[_EverydayLine], at: int) -> tuple[_Held, int]:
    """The list that begins with that line, one item a line, and the line after it."""
    first = lines[at]
    found: list[_Held] = []
    while at < len(lines) and lines[at].indent == first.indent and not lines[at].key:
        told = lines[at].told
        if told is None:
            raise _Unusual
        found.append(told)
        at += 1
    if at < len(lines) and lines[at].indent > first.indent:
        raise _Unusual
    items = tuple((one.start, one.end) for one in found)
    values = tuple(one.value for one in found)
    return _Held(values, first.key_start, found[-1].end, "list", items), at
