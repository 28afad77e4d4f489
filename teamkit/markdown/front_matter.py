"""Changing one key of a file's front matter: only its lines, or not at all.

The new text is spliced in and read again; unless exactly that key has changed, and nothing else
in meaning and no byte of the body, the edit is refused.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from teamkit.errors import BadDocumentError, EditRefusedError
from teamkit.markdown.document import Document, Value, parse
from teamkit.markdown.fences import BOM, front_matter, newline, opens
from teamkit.markdown.reader import read
from teamkit.markdown.scalars import meaning, one_line, spell
from teamkit.markdown.splice import Splice, line_end, line_start
from teamkit.markdown.spots import Spot

#: A new value; None and the empty list mean that the key goes.
New = str | int | date | Sequence[str | int | date] | None


def set_key(text: str, key: str, value: New) -> str:
    """*text* with *key* set to *value*; None or an empty list removes the key's lines.

    A value that means the same already gives the very text back. Comments, quoting, alignment,
    the key's place, its line end and its kind of list stay; a new key goes below the last one.

    Raises:
        EditRefusedError: it cannot be done without touching anything else.
    """
    before = _read(text, key)
    value = _as_written(before.meta.get(key), value)
    wanted = _wanted(value)
    if wanted is None and key not in before.meta:
        return text
    if wanted is not None and before.meta.get(key) == wanted:
        return text
    after = _edited(before, key, () if value is None else value)
    _verify(before, after, key, wanted)
    return after


def set_keys(text: str, values: Mapping[str, New]) -> str:
    """*text* with every key of *values* set, one after the other, as `set_key` does it.

    Raises:
        EditRefusedError: one of them cannot be set.
    """
    for key, value in values.items():
        text = set_key(text, key, value)
    return text


def new_text(meta: Mapping[str, New], body: str) -> str:
    """A new file: front matter in the given order, an empty line, the body; LF, one final newline.

    None and empty lists are left out; other lists stand one item a line.

    Raises:
        EditRefusedError: what was given would not be read back.
    """
    front = front_lines(meta)
    fenced = f"---\n{front}---\n" if front else ""
    content = body.replace("\r\n", "\n").strip("\n")
    text = f"{fenced}\n{content}\n" if fenced and content else fenced or f"{content}\n"
    wanted = {key: found for key, value in meta.items() if (found := _wanted(value)) is not None}
    if _read(text, "the new file").meta != wanted:
        raise EditRefusedError("the new file", "its front matter would be read differently")
    return text


def front_lines(meta: Mapping[str, New]) -> str:
    """The lines between the fences of a new file."""
    return "".join(
        entry(key, value, "", "\n") for key, value in meta.items() if _wanted(value) is not None
    )


def entry(key: str, value: New, indent: str, end: str) -> str:
    """The lines of one new key, lists one item a line."""
    start = f"{indent}{spell(key)}:"
    if isinstance(value, str | int | date):
        return f"{start} {spell(value)}{end}"
    items = (f"{indent}  - {spell(item)}{end}" for item in value or ())
    return f"{start}{end}{''.join(items)}"


def _read(text: str, what: str) -> Document:
    try:
        return parse("", text.encode("utf-8", "surrogatepass"))
    except BadDocumentError as error:
        raise EditRefusedError(what, error.why) from None


def _as_written(old: Value, value: New) -> New:
    """*value*, with those items of a list that the *old* one reads alike as that one has them."""
    if not isinstance(old, tuple) or value is None or isinstance(value, str | int | date):
        return value
    known = {one_line(item): item for item in old if isinstance(item, str)}
    return [known.get(item, item) if isinstance(item, str) else item for item in value]


def _wanted(value: New) -> Value:
    """What the reader shall give back; None when the key shall not be there."""
    if value is None or isinstance(value, str | int | date):
        return None if value is None else meaning(value)
    return tuple(meaning(item) for item in value) or None


def _edited(
    before: Document, key: str, value: str | int | date | Sequence[str | int | date]
) -> str:
    text, fences = before.text, front_matter(before.text)
    if fences is None or not before.has_front_matter:
        return _fenced(text, key, value)
    reading = read("", text, *fences[:2])
    if reading is None or reading.in_braces:
        raise EditRefusedError(f"'{key}'", "the whole front matter is one {...}")
    if key not in reading.spots:
        return _added(text, list(reading.spots.values()), fences[1], key, value)
    splice = Splice(text, key, reading.spots[key], before.meta[key])
    if isinstance(value, str | int | date):
        return splice.scalar(value)
    return splice.items(value) if value else splice.nothing()


def _fenced(text: str, key: str, value: New) -> str:
    """*text* with front matter put before all that it holds."""
    if opens(text):
        raise EditRefusedError(f"'{key}'", "the file begins with a line '---' of another meaning")
    mark = BOM if text.startswith(BOM) else ""
    end = newline(text)
    return f"{mark}---{end}{entry(key, value, '', end)}---{end}{text[len(mark) :]}"


def _added(text: str, spots: Sequence[Spot], closing: int, key: str, value: New) -> str:
    """*text* with a new key below the last one, or right before the closing fence."""
    if not spots:
        return text[:closing] + entry(key, value, "", newline(text)) + text[closing:]
    last = spots[-1]
    at = last.end if text[last.end - 1] == "\n" else line_end(text, last.end)
    indent = text[line_start(text, last.key_start) : last.key_start]
    if indent.strip(" "):
        raise EditRefusedError(f"'{key}'", "the last key is written in an unusual way")
    return text[:at] + entry(key, value, indent, newline(text, at - 1)) + text[at:]


def _verify(before: Document, text: str, key: str, wanted: Value) -> None:
    """Refuse unless exactly *key* has changed."""
    after = _read(text, f"'{key}'")
    expected = {**before.meta, key: wanted}
    if wanted is None:
        del expected[key]
    if after.meta != expected or after.body != before.body:
        raise EditRefusedError(f"'{key}'", "another part of the file would be read differently")
