"""Changing one entry of a nested YAML mapping: only its lines, or not at all.

For files such as `skills/catalog.yml`, where entries stand as `key: {...}` or as indented blocks.
The new text is read again; unless exactly what was asked for has changed, the edit is refused.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from teamkit.errors import BadDocumentError, EditRefusedError
from teamkit.markdown.document import Value, parse_yaml
from teamkit.markdown.fences import BOM, newline
from teamkit.markdown.front_matter import entry
from teamkit.markdown.reader import read
from teamkit.markdown.scalars import spell
from teamkit.markdown.splice import Splice, line_end, line_start
from teamkit.markdown.spots import Reading, Spot

#: What an entry says: words, and lists of words.
Fields = Mapping[str, str | Sequence[str]]
#: The keys that lead to a value, outermost first.
Path = tuple[str, ...]


class _MappingAt(NamedTuple):
    """A mapping in a text: what it says, and the offset where it begins."""

    reading: Reading
    start: int


def add_entry(text: str, path: Path, fields: Fields, *, below: str = "") -> str:
    """*text* with a new entry under the mapping that *path* leads to, on lines of its own.

    Args:
        text: the whole file.
        path: the mapping's top-level key, and the new entry's.
        fields: what it says; empty ones are left out.
        below: the entry it goes below, written as that one is; without one the last.

    Raises:
        EditRefusedError: it stands already, or cannot be added without touching anything else.
    """
    before = _values(text, path)
    around, key = path
    said = {name: _meant(value) for name, value in fields.items() if value}
    inside = before.get(around)
    if inside is not None and (not isinstance(inside, Mapping) or key in inside):
        raise EditRefusedError(_named(path), "there is something else")
    expected = {**before, around: {**(inside or {}), key: said}}
    kept = {name: value for name, value in fields.items() if value}
    return _verified(_added(text, path, kept, below), expected, path)


def set_list(text: str, path: Path, items: Sequence[str]) -> str:
    """*text* with a list in an entry; without items its key goes. The same items change nothing.

    Items that stay keep their spelling, and the list its way of being written.

    Raises:
        EditRefusedError: there is no such entry, or the rest would have to be touched.
    """
    before = _values(text, path)
    place = _place(text, path)
    old = place.reading.values.get(path[-1])
    if (old or ()) == tuple(items):
        return text
    if not items:
        return remove(text, path)
    after = _listed(text, place, path[-1], items)
    return _verified(after, _with(before, path, tuple(items)), path)


def remove(text: str, path: Path) -> str:
    """*text* without what *path* leads to; comments on lines of their own stay.

    Raises:
        EditRefusedError: it is not there, or cannot go without touching anything else.
    """
    before = _values(text, path)
    place = _place(text, path)
    spot = place.reading.spots.get(path[-1])
    if spot is None:
        raise EditRefusedError(_named(path), "it is not there")
    if place.reading.in_braces:
        after = _without(text, place, path[-1])
    else:
        _mind_the_line(text, spot, path)
        start = line_start(text, spot.key_start)
        after = text[:start] + text[line_end(text, _last(text, spot)) :]
    return _verified(after, _with(before, path, None), path)


def as_mapping(text: str, path: Path, key: str) -> str:
    """*text* where the entry that *path* leads to is a mapping: a bare value goes under *key*.

    Raises:
        EditRefusedError: it is not there, or cannot be without touching anything else.
    """
    before = _values(text, path)
    place = _place(text, path)
    spot, value = place.reading.spots.get(path[-1]), place.reading.values.get(path[-1])
    if isinstance(value, Mapping):
        return text
    if spot is None or isinstance(value, tuple):
        raise EditRefusedError(_named(path), "it cannot hold more entries")
    said = {key: value} if value else {}
    gap = " " if text[spot.start - 1 : spot.start] == ":" else ""
    after = text[: spot.start] + gap + _flow(said) + text[_last(text, spot) :]
    return _verified(after, _with(before, path, said), path)


def _values(text: str, path: Path) -> Mapping[str, Value]:
    try:
        return parse_yaml("", text)[0]
    except BadDocumentError as error:
        raise EditRefusedError(_named(path), error.why) from None


def _place(text: str, path: Path) -> _MappingAt:
    """The mapping that holds the last key of *path*."""
    start = len(BOM) if text.startswith(BOM) else 0
    reading = read("", text, start)
    if reading and reading.in_braces:
        raise EditRefusedError(_named(path), "the whole file is one {...}")
    for key in path[:-1]:
        spot = reading.spots.get(key) if reading else None
        reading, start = (_inside(text, spot), spot.start) if spot else (None, 0)
    if reading is None:
        raise EditRefusedError(_named(path), "there is no mapping that could hold it")
    return _MappingAt(reading, start)


def _inside(text: str, spot: Spot) -> Reading | None:
    """The mapping that stands as a value, read by itself; its places are those in the file."""
    if spot.kind == "flow map":
        return read("", text, spot.start, spot.end)
    return read("", text, line_start(text, spot.start), spot.end) if spot.kind == "map" else None


def _added(text: str, path: Path, fields: Fields, below: str) -> str:
    around, key = path
    root = _place(text, path[:1])
    spot = root.reading.spots.get(around)
    if spot is None:
        end = newline(text)
        gap = "" if text.endswith("\n") or text in ("", BOM) else end
        return f"{text}{gap}{spell(around)}:{end}{_line('  ', key, fields, end)}"
    place = _inside(text, spot)
    if place is None:
        return _first(text, spot, key, fields)
    if place.in_braces:
        return _in_braces(text, _MappingAt(place, spot.start), key, _flow(fields))
    near = place.spots.get(below) or list(place.spots.values())[-1]
    _mind_the_line(text, near, path)
    indent = text[line_start(text, near.key_start) : near.key_start]
    return _below(text, _last(text, near), indent, key, fields, is_block=near.kind == "map")


def _first(text: str, spot: Spot, key: str, fields: Fields) -> str:
    """The first entry under a key that is empty: below the comments that stand there."""
    at, indent = line_end(text, spot.key_end) - 1, "  "
    while (start := at + 1) < len(text):
        line = text[start : line_end(text, start)]
        if not line.lstrip(" ").startswith("#") or not line.startswith(" "):
            break
        at, indent = line_end(text, start) - 1, line[: len(line) - len(line.lstrip(" "))]
    return _below(text, at, indent, key, fields, is_block=False)


def _below(text: str, at: int, indent: str, key: str, fields: Fields, *, is_block: bool) -> str:
    """*text* with an entry on the line below the one that *at* stands on."""
    end = newline(text)
    lines = _block(indent, key, fields, end) if is_block else _line(indent, key, fields, end)
    return _insert(text, at, lines)


def _insert(text: str, at: int, lines: str) -> str:
    """*text* with whole lines below the one that *at* stands on; its last line may have no end."""
    place, end = line_end(text, at), newline(text)
    if text[place - 1 : place] != "\n":
        return f"{text[:place]}{end}{lines.removesuffix(end)}"
    return text[:place] + lines + text[place:]


def _line(indent: str, key: str, fields: Fields, end: str) -> str:
    return f"{indent}{spell(key)}: {_flow(fields)}{end}"


def _block(indent: str, key: str, fields: Fields, end: str) -> str:
    lines = (entry(name, value, f"{indent}  ", end) for name, value in fields.items())
    return f"{indent}{spell(key)}:{end}{''.join(lines)}"


def _flow(fields: Fields) -> str:
    """`{title: PostGIS, aliases: [a, b]}`."""
    return f"{{{', '.join(f'{spell(n, flow=True)}: {_spelled(v)}' for n, v in fields.items())}}}"


def _spelled(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return spell(value, flow=True)
    return f"[{', '.join(spell(item, flow=True) for item in value)}]"


def _listed(text: str, place: _MappingAt, key: str, items: Sequence[str]) -> str:
    """*text* with other items under *key* of a mapping."""
    spot, end = place.reading.spots.get(key), newline(text)
    if spot is None and place.reading.in_braces:
        return _in_braces(text, place, key, _spelled(items))
    if spot is None:
        near = list(place.reading.spots.values())[-1]
        indent = text[line_start(text, near.key_start) : near.key_start]
        return _insert(text, _last(text, near), entry(key, items, indent, end))
    old = place.reading.values[key]
    if not place.reading.in_braces:
        return Splice(text, key, spot, old).items(items)
    if "#" in text[spot.start : spot.end] and "\n" in text[spot.start : spot.end]:
        raise EditRefusedError(f"'{key}'", "there is a comment between the brackets")
    texts = [text[start:stop] for start, stop in spot.items]
    pairs = zip(old, texts, strict=True) if isinstance(old, tuple) else ()
    kept = {item: word for item, word in pairs if isinstance(item, str)}
    words = [kept.get(item) or spell(item, flow=True) for item in items]
    return f"{text[: spot.start]}[{', '.join(words)}]{text[spot.end :]}"


def _in_braces(text: str, place: _MappingAt, key: str, value: str) -> str:
    """*text* with one more `key: value` at the end of a mapping in braces."""
    said = f"{spell(key, flow=True)}: {value}"
    spots = list(place.reading.spots.values())
    if not spots:
        start = place.start + 1
        return text[:start] + said + text[start:]
    at = _last(text, spots[-1])
    return f"{text[:at]}, {said}{text[at:]}"


def _without(text: str, place: _MappingAt, key: str) -> str:
    """*text* without one `key: value` of a mapping in braces, and without its comma."""
    keys = list(place.reading.spots)
    spot, at = place.reading.spots[key], keys.index(key)
    start, end = spot.key_start, spot.end
    if at:
        start = place.reading.spots[keys[at - 1]].end
    elif len(keys) > 1:
        end = place.reading.spots[keys[1]].key_start
    if "#" in text[start : spot.key_start] + text[spot.end : end]:
        raise EditRefusedError(f"'{key}'", "there is a comment next to it")
    return text[:start] + text[end:]


def _with(values: Mapping[str, Value], path: Path, value: Value) -> dict[str, Value]:
    """*values* with another one where *path* leads; None takes it away."""
    key, *rest = path
    if rest:
        inner = values[key]
        return {**values, key: _with(inner if isinstance(inner, Mapping) else {}, (*rest,), value)}
    others = {name: old for name, old in values.items() if name != key}
    return others if value is None else {**values, key: value}


def _meant(value: str | Sequence[str]) -> Value:
    return value if isinstance(value, str) else tuple(value)


def _mind_the_line(text: str, spot: Spot, path: Path) -> None:
    """Refuse where something else than the key begins its line."""
    if text[line_start(text, spot.key_start) : spot.key_start].strip(" "):
        raise EditRefusedError(_named(path), "it is written in an unusual way")


def _last(text: str, spot: Spot) -> int:
    """Where a value ends on its last line; blank lines below a block scalar are not its."""
    return spot.start + len(text[spot.start : spot.end].rstrip(" \r\n"))


def _verified(text: str, expected: Mapping[str, Value], path: Path) -> str:
    """*text*, unless something else than *expected* is read from it."""
    if _emptied(_values(text, path)) != _emptied(expected):
        raise EditRefusedError(_named(path), "another part of the file would be read differently")
    return text


def _emptied(values: Mapping[str, Value]) -> dict[str, Value]:
    """*values* where a mapping that has lost its last entry is nothing."""
    return {k: (_emptied(v) or None) if isinstance(v, Mapping) else v for k, v in values.items()}


def _named(path: Path) -> str:
    return f"'{path[-1]}'"
