"""What is read from YAML: the values under keys, and where in the text they stand."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

#: What a file says under a key: every scalar is text; plain empty, `~` and `null` are None.
Value = str | None | tuple["Value", ...] | Mapping[str, "Value"]

#: How a value is written; "block" is a `|` or `>` scalar, "list" and "map" are indented.
Kind = Literal["plain", "quoted", "block", "flow list", "list", "flow map", "map"]

#: Deeper than this is refused.
DEPTH = 8

#: How a plain scalar says that nothing is there.
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Spot(NamedTuple):
    """Where one top-level key and its value stand; offsets into the whole text.

    Attributes:
        key_start: of the key's first character, its quote included.
        key_end: just after the key.
        start: of the value; just after the colon when it is empty.
        end: just after the value; a block scalar's trailing line ends are included.
        kind: how the value is written.
        items: start and end of each item when it is a list.
    """

    key_start: int
    key_end: int
    start: int
    end: int
    kind: Kind
    items: tuple[tuple[int, int], ...]


class Reading(NamedTuple):
    """A mapping that was read: its values, where its keys stand, whether it is all in braces."""

    values: dict[str, Value]
    spots: dict[str, Spot]
    in_braces: bool
