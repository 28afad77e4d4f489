r"""The strict reader: YAML from libyaml's event stream, every scalar as text.

Never `load` or `compose`: they recurse in C, and 30,000 `[` kill the interpreter. Lines are
counted by "\n" alone, because YAML 1.1 also breaks lines where editors and git do not.
"""

from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from teamkit.errors import BadDocumentError
from teamkit.markdown.complaints import broken
from teamkit.markdown.spots import DEPTH, NULLS, Kind, Reading, Spot, Value

# libyaml where PyYAML was built with it, else the slower twin that gives the same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(path: str, text: str, start: int = 0, end: int | None = None) -> Reading | None:
    """The mapping in *text* between two offsets; None when something else stands there.

    Raises:
        BadDocumentError: it is no YAML, or more than the strict subset; with the file's line.
    """
    try:
        return _Reader(path, text, start, end).document()
    except yaml.YAMLError as error:
        at, why = broken(text[start:end], error)
        raise BadDocumentError(path, text.count("\n", 0, start + at) + 1, why) from None


class _Reader:
    """One pass over the events of one text; `end` is where the last thing read ended."""

    __slots__ = ("base", "end", "next", "path", "spots", "text")

    def __init__(self, path: str, text: str, start: int, end: int | None) -> None:
        self.path, self.text, self.base, self.end = path, text, start, 0
        self.spots: dict[str, Spot] = {}
        events = _LOADER(text[start:end])
        self.next: Callable[[], Any] = events.get_event

    def document(self) -> Reading | None:
        """The only document, when it is a mapping or nothing at all."""
        self.next()
        if isinstance(self.next(), StreamEndEvent):
            return Reading({}, {}, in_braces=False)
        root = self.next()
        if type(root) is ScalarEvent and root.implicit[0] and not root.value:
            return self._only(Reading({}, {}, in_braces=False))
        if type(root) is not MappingStartEvent:
            return None
        self._plain(root)
        return self._only(Reading(self._mapping(1), self.spots, in_braces=bool(root.flow_style)))

    def _only(self, reading: Reading) -> Reading:
        self.next()
        event = self.next()
        if type(event) is DocumentStartEvent:
            self._refuse(event, "a second YAML document begins here")
        return reading

    def _mapping(self, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key, at = self._key(event), _bounds(event)[0]
            if key in lines:
                first = self._line(lines[key])
                self._refuse(event, f"the key '{key}' appears twice, first on line {first}")
            lines[key] = at
            if depth == 1:
                values[key], self.spots[key] = self._entry(event)
            else:
                values[key] = self._value(self.next(), depth + 1)
        self._close(event)
        return values

    def _entry(self, key: Any) -> tuple[Value, Spot]:
        base, event = self.base, self.next()
        items: list[tuple[int, int]] = []
        value = self._value(event, 2, items)
        key_start, key_end = _bounds(key)
        start, end, kind = base + _bounds(event)[0], base + self.end, _kind(event)
        spot = Spot(base + key_start, base + key_end, start, end, kind, tuple(items))
        return value, spot

    def _key(self, event: Any) -> str:
        if type(event) is not ScalarEvent:
            self._plain(event)
            self._refuse(event, "a key must be a word, not a list or a mapping")
        self._plain(event)
        key: str = event.value
        if event.implicit[0]:
            if key == "<<":
                self._refuse(event, "'<<' merges other keys in, which teamkit does not read")
            if not key:
                self._refuse(event, "a ':' without a key before it")
        return key

    def _value(self, event: Any, depth: int, items: list[tuple[int, int]] | None = None) -> Value:
        self._plain(event)
        if type(event) is ScalarEvent:
            self.end = _bounds(event)[1]
            value: str = event.value
            return None if event.implicit[0] and value in NULLS else value
        if depth > DEPTH:
            self._refuse(event, f"values are nested more than {DEPTH} deep")
        if type(event) is SequenceStartEvent:
            return self._sequence(depth, [] if items is None else items)
        return self._mapping(depth)

    def _sequence(self, depth: int, items: list[tuple[int, int]]) -> tuple[Value, ...]:
        values: list[Value] = []
        while type(event := self.next()) is not SequenceEndEvent:
            values.append(self._value(event, depth + 1))
            items.append((self.base + _bounds(event)[0], self.base + self.end))
        self._close(event)
        return tuple(values)

    def _close(self, event: Any) -> None:
        """Note where a collection ends: at its bracket, else where its last value ended."""
        start, end = _bounds(event)
        if start < end:
            self.end = end

    def _plain(self, event: Any) -> None:
        if type(event) is AliasEvent:
            self._refuse(event, "it refers to another value with '*'; put text in quotes")
        if event.anchor is not None:
            self._refuse(event, "it names a value with '&'; put text in quotes")
        if event.tag is not None:
            self._refuse(event, "it tags a value with '!'; put text in quotes")

    def _line(self, at: int) -> int:
        return self.text.count("\n", 0, self.base + at) + 1

    def _refuse(self, event: Any, why: str) -> NoReturn:
        raise BadDocumentError(self.path, self._line(event.start_mark.index), why)


def _bounds(event: Any) -> tuple[int, int]:
    """Where what an event stands for starts and ends, in characters."""
    return event.start_mark.index, event.end_mark.index


def _kind(event: Any) -> Kind:
    """How the value that begins with this event is written."""
    if type(event) is ScalarEvent:
        if not event.style:
            return "plain"
        return "block" if event.style in "|>" else "quoted"
    if type(event) is SequenceStartEvent:
        return "flow list" if event.flow_style else "list"
    return "flow map" if event.flow_style else "map"
