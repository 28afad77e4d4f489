"""Generated blocks: what teamkit wrote into people's files, and may write again.

A block stands between two comments. The first one carries a short checksum of what was generated,
so that a block edited by hand is known, and kept. Nothing outside the comments is ever touched.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from teamkit.errors import EditRefusedError, UsageError
from teamkit.markdown.fences import BOM, front_matter, gap_after, newline
from teamkit.markdown.liquid import inert
from teamkit.markdown.scanner import lines

_BEGIN = re.compile(r"<!--[ \t]*teamkit:begin[ \t]+([^\s>]+)(?:[ \t]+sum=([0-9a-f]*))?[ \t]*-->")
_END = re.compile(r"<!--[ \t]*teamkit:end[ \t]*-->")
_NAME = re.compile(r"\w[\w.:-]*", re.ASCII)


class BlockOutcome(StrEnum):
    """What became of a block: KEPT was edited by hand and stands as it is."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    KEPT = "kept"


class _Marker(NamedTuple):
    """One of the two comments, on its own line; `at` is the line's place, from 0."""

    at: int
    name: str | None
    checksum: str


def block(name: str, content: str) -> str:
    """The lines of a block, with empty lines around *content* so that lists and tables render.

    A site generator runs nothing in it.

    Raises:
        UsageError: the name is no plain word.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' is not a name for a generated block.")
    told = inert(_normal(content))
    middle = f"{told}\n\n" if told else ""
    return f"<!-- teamkit:begin {name} sum={_checksum(told)} -->\n\n{middle}<!-- teamkit:end -->\n"


def put(
    text: str, name: str, content: str, *, regenerate: bool = False
) -> tuple[str, BlockOutcome]:
    """*text* with that block's content replaced, or with the block added at the end.

    Args:
        text: a whole file or its body.
        name: which block.
        content: what it shall say.
        regenerate: whether to replace what somebody edited by hand, too.

    Raises:
        EditRefusedError: a marker lacks its other half, stands in another block or twice, or the
            content would break the block.
    """
    new = block(name, content).removesuffix("\n")
    spans = _spans(text)
    if name not in spans:
        after, outcome = _added(text, new), BlockOutcome.ADDED
    else:
        after, outcome = _replaced(text, spans[name], new, regenerate=regenerate)
    changed = outcome in (BlockOutcome.ADDED, BlockOutcome.UPDATED)
    if changed and list(_spans(after)) != list(dict.fromkeys([*spans, name])):
        raise EditRefusedError(f"the block '{name}'", "its content would break it")
    return after, outcome


def names(text: str) -> list[str]:
    """The names of the blocks that begin in *text*, in its order."""
    return [marker.name for marker in _markers(text) if marker.name is not None]


def without_markers(text: str) -> str:
    """The text for a screen: no marker lines, no doubled blank lines; never for editing."""
    kept: list[str] = []
    for line in text.split("\n"):
        if line.startswith("<!-- teamkit:") or not (line.strip() or (kept and kept[-1].strip())):
            continue
        kept.append(line)
    return "\n".join(kept).strip("\n")


def strip(text: str) -> str:
    """*text* with the lines of every whole block emptied; the number of lines stays."""
    pieces = text.split("\n")
    begin: int | None = None
    for marker in _markers(text):
        if marker.name is not None:
            begin = marker.at if begin is None else begin
        elif begin is not None:
            pieces[begin : marker.at + 1] = [""] * (marker.at + 1 - begin)
            begin = None
    return "\n".join(pieces)


def _markers(text: str) -> Iterator[_Marker]:
    """The comments that begin and end blocks, each alone on its line, in the body, no code."""
    if "teamkit:" not in text:
        return
    fences = front_matter(text)
    body = text.count("\n", 0, fences[2]) if fences else 0
    for at, line in enumerate(lines(text)):
        if at < body or not line.hidden or "teamkit:" not in line.text:
            continue
        told = line.text.strip()
        if begin := _BEGIN.fullmatch(told):
            yield _Marker(at, begin[1], begin[2] or "")
        elif _END.fullmatch(told):
            yield _Marker(at, None, "")


def _spans(text: str) -> dict[str, tuple[_Marker, _Marker]]:
    """Each block's two markers, by name in the text's order."""
    spans: dict[str, tuple[_Marker, _Marker]] = {}
    begin: _Marker | None = None
    for marker in _markers(text):
        if (marker.name is None) == (begin is None):
            raise EditRefusedError(
                "a generated block", f"line {marker.at + 1} has no matching marker"
            )
        if begin is None:
            begin = marker
            continue
        name = str(begin.name)
        if name in spans:
            raise EditRefusedError("a generated block", f"'{name}' appears twice")
        spans[name] = begin, marker
        begin = None
    if begin is not None:
        raise EditRefusedError("a generated block", f"line {begin.at + 1} has no matching marker")
    return spans


def _added(text: str, new: str) -> str:
    made = f"{new}\n".replace("\n", newline(text))
    return f"{text}{gap_after(text)}{made}"


def _replaced(
    text: str, span: tuple[_Marker, _Marker], new: str, *, regenerate: bool
) -> tuple[str, BlockOutcome]:
    begin, end = span
    pieces, told = text.split("\n"), new.split("\n")
    old = _normal("\n".join(pieces[begin.at + 1 : end.at]))
    if old == _normal("\n".join(told[1:-1])):
        return text, BlockOutcome.SAME
    if _checksum(old) != begin.checksum and not regenerate:
        return text, BlockOutcome.KEPT
    marker = pieces[begin.at]
    carriage = "\r" if marker.endswith("\r") else ""
    pieces[begin.at + 1 : end.at] = [line + carriage for line in told[1:-1]]
    pieces[begin.at] = marker.replace(marker.removeprefix(BOM).strip(), told[0])
    return "\n".join(pieces), BlockOutcome.UPDATED


def _normal(content: str) -> str:
    """The content with plain line ends, and without empty lines around it."""
    rows = content.replace("\r\n", "\n").split("\n")
    told = [at for at, row in enumerate(rows) if row.strip()]
    return "\n".join(rows[told[0] : told[-1] + 1]) if told else ""


def _checksum(content: str) -> str:
    from hashlib import sha256

    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:4]
