"""Putting a new value where an old one stands, leaving every other character as it is."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import EditRefusedError
from teamkit.markdown.fences import newline
from teamkit.markdown.scalars import meaning, spell
from teamkit.markdown.spots import Spot, Value

Scalar = str | int | date


def line_start(text: str, at: int) -> int:
    """Where the line that *at* stands on begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line below the one that *at* stands on begins."""
    end = text.find("\n", at)
    return len(text) if end == -1 else end + 1


class Splice(NamedTuple):
    """One key of a text, ready to be given another value.

    Attributes:
        text: the whole file.
        key: whose value changes.
        spot: where it stands.
        value: what it is now.
    """

    text: str
    key: str
    spot: Spot
    value: Value

    def scalar(self, new: Scalar) -> str:
        """The text with a scalar under the key, on one line."""
        spelled, spot = spell(new), self.spot
        if spot.start == spot.end:
            colon = self._colon()
            return self._put(colon, self._blank_until(colon), f" {spelled}")
        if spot.kind in ("list", "map"):
            return self._below(f" {spelled}", "")
        self._mind_comments()
        return self._put(spot.start, self._last(), spelled + self._header_comment())

    def items(self, new: Sequence[Scalar]) -> str:
        """The text with a list under the key: the kind of list it was, else one item a line."""
        text, spot = self.text, self.spot
        if spot.kind == "flow list":
            return self._put(spot.start, spot.end, self._flow(new))
        if spot.kind == "list":
            start = line_end(text, spot.key_start)
            return self._put(start, line_end(text, self._last()), self._block(start, new))
        end = newline(text, spot.key_start)
        indent = text[line_start(text, spot.key_start) : spot.key_start]
        return self._below("", "".join(f"{indent}  - {spell(item)}{end}" for item in new))

    def nothing(self) -> str:
        """The text without the key's lines."""
        start = line_start(self.text, self.spot.key_start)
        return self._put(start, line_end(self.text, self._last()), "")

    def _colon(self) -> int:
        """Just after the colon of the key."""
        at = self._skip_blanks(self.spot.key_end)
        start = line_start(self.text, self.spot.key_start)
        if self.text[start : self.spot.key_start].strip(" ") or self.text[at : at + 1] != ":":
            raise self._refusal("the key is written in an unusual way")
        return at + 1

    def _last(self) -> int:
        """The end of the value on its last line; blank lines below a block scalar are not its."""
        return _trimmed(self.text, self.spot.start, self.spot.end)

    def _header_comment(self) -> str:
        """The comment after the `|` or `>` of a block scalar, with the gap before it."""
        if self.spot.kind != "block":
            return ""
        header = self.text[self.spot.start : line_end(self.text, self.spot.start)].rstrip("\r\n")
        before, mark, comment = header.partition("#")
        return header[len(before.rstrip()) :] if mark and comment else ""

    def _below(self, on_key_line: str, lines: str) -> str:
        """The text with something else after the colon and below it; whole-line comments stay."""
        text, spot, colon = self.text, self.spot, self._colon()
        self._mind_comments()
        first_end, last_end = line_end(text, colon), line_end(text, self._last())
        if spot.kind in ("list", "map"):
            tail = text[colon:first_end] + _comments(text[first_end:last_end])
        elif spot.start < first_end:
            tail = self._header_comment() + text[self._last() : last_end]
        elif "#" in text[self._last() : last_end] or self._header_comment():
            raise self._refusal("there is a comment after the value")
        else:
            tail = text[colon:first_end] + _comments(text[first_end : spot.start])
        return self._put(colon, last_end, on_key_line + tail + lines)

    def _put(self, start: int, end: int, new: str) -> str:
        self._colon()
        return self.text[:start] + new + self.text[end:]

    def _skip_blanks(self, at: int) -> int:
        while self.text[at : at + 1] in (" ", "\t"):
            at += 1
        return at

    def _blank_until(self, at: int) -> int:
        """The end of the line's blanks after *at* when nothing else follows, else *at*."""
        end = self._skip_blanks(at)
        return end if self.text[end : end + 1] in ("\r", "\n") else at

    def _mind_comments(self) -> None:
        """Refuse where a comment may stand inside brackets that go over several lines."""
        value = self.text[self.spot.start : self.spot.end]
        if self.spot.kind in ("flow list", "flow map") and "\n" in value and "#" in value:
            raise self._refusal("there is a comment between the brackets")

    def _flow(self, new: Sequence[Scalar]) -> str:
        """`[a, b]`: items that stay keep their spelling, and the list its inner padding."""
        self._mind_comments()
        old = [self.text[start:end] for start, end in self.spot.items]
        words = [
            spell(item, flow=True) if index is None else old[index]
            for item, index in zip(new, self._kept(new), strict=True)
        ]
        padding = " " if self.text.startswith("[ ", self.spot.start) else ""
        return f"[{padding}{', '.join(words)}{padding}]"

    def _block(self, at: int, new: Sequence[Scalar]) -> str:
        """The list's lines: items that stay keep theirs, comments stay above what they stood on."""
        gaps, lines = self._item_lines(at)
        end, dash = newline(self.text, self.spot.key_start), self._dash()
        kept, gap = self._kept(new), ""
        for index in range(len(lines)):
            gaps[index], gap = gap + gaps[index], ""
            if index not in kept:
                gaps[index], gap = "", gaps[index]
        written = (
            f"{dash}{spell(item)}{end}" if index is None else gaps[index] + lines[index]
            for item, index in zip(new, kept, strict=True)
        )
        return "".join(written) + gap

    def _item_lines(self, at: int) -> tuple[list[str], list[str]]:
        """What stands above each item of a block list from *at* on, and each item's own lines."""
        gaps, lines = [], []
        for start, end in self.spot.items:
            first = line_start(self.text, start)
            last = line_end(self.text, _trimmed(self.text, start, end))
            if first < at or self.text[first:start].strip(" ") != "-":
                raise self._refusal("an item of its list is written in an unusual way")
            gaps.append(self.text[at:first])
            lines.append(self.text[first:last])
            at = last
        return gaps, lines

    def _dash(self) -> str:
        """What stands before the first item of a block list: its indentation, dash and gap."""
        start = self.spot.items[0][0]
        dash = self.text[line_start(self.text, start) : start]
        return dash if dash.endswith(" ") else f"{dash} "

    def _kept(self, new: Sequence[Scalar]) -> list[int | None]:
        """For each new item the place of the old one that means the same, each used once."""
        places: dict[Value, list[int]] = {}
        for index, item in enumerate(self.value if isinstance(self.value, tuple) else ()):
            if isinstance(item, str):
                places.setdefault(item, []).append(index)
        found = [places.get(meaning(item)) for item in new]
        return [old.pop(0) if old else None for old in found]

    def _refusal(self, why: str) -> EditRefusedError:
        return EditRefusedError(f"'{self.key}'", why)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a value without line ends: a block scalar's reaches down to the next key."""
    return start + len(text[start:end].rstrip(" \r\n"))


def _comments(lines: str) -> str:
    """The whole-line comments among these lines."""
    kept = (line for line in lines.split("\n") if line.lstrip().startswith("#"))
    return "".join(f"{line}\n" for line in kept)
