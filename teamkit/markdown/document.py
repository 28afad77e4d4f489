"""A Markdown file as a value: its text, its front matter as strict YAML, and where things stand."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from teamkit.errors import BadDocumentError
from teamkit.markdown.fences import BOM, front_matter
from teamkit.markdown.reader import read
from teamkit.markdown.scalars import one_line, to_day
from teamkit.markdown.spots import Spot, Value

__all__ = ["Document", "Value", "parse", "parse_yaml", "plain_handle", "yaml_text"]

#: Larger files are not read.
LARGEST_FILE = 1 << 20
#: Larger front matter is not read.
LARGEST_FRONT_MATTER = 64 << 10
#: How a file begins that Git LFS keeps elsewhere.
_POINTER = "version https://git-lfs.github.com/spec/v1"
#: Characters; a pointer is never longer.
_LONGEST_POINTER = 1024
# Longer runs of digits are no number anybody means, and int() refuses some of them.
_MOST_DIGITS = 18


class Document(NamedTuple):
    """One Markdown file, read.

    The typed readers are tolerant: a value of another type gives None or (); `check` reports it.

    Attributes:
        path: posix, relative to the team's folder.
        text: the whole file decoded, BOM and line ends as they stand.
        meta: the front matter; empty when there is none.
        key_lines: the 1-based line in the file of each top-level key.
        body_start: offset in the text where the body begins.
    """

    path: str
    text: str
    meta: Mapping[str, Value]
    key_lines: Mapping[str, int]
    body_start: int

    @property
    def digest(self) -> str:
        """The sha256 of the file's bytes, in hex: what an edit was made from."""
        from hashlib import sha256

        return sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def has_front_matter(self) -> bool:
        """Whether the file begins with front matter, be it empty."""
        return self.body_start > len(BOM)

    @property
    def body(self) -> str:
        """The text after the front matter."""
        return self.text[self.body_start :]

    @property
    def body_line(self) -> int:
        """The 1-based line of the file that the body starts on."""
        return self.text.count("\n", 0, self.body_start) + 1

    @property
    def stem(self) -> str:
        """The file's name without `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    def line_of(self, key: str) -> int:
        """The line that *key* stands on; 1 when it is not there."""
        return self.key_lines.get(key, 1)

    def title(self, heading: str = "") -> str:
        """What it is called, on one line: its key `title`, else *heading*, else its file's name."""
        return self.text_of("title") or one_line(heading) or one_line(self.stem)

    def text_of(self, key: str) -> str | None:
        """The scalar under *key*, on one line however it is written."""
        value = self.meta.get(key)
        return one_line(value) if isinstance(value, str) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The scalars under *key*, each on one line: a list's, or one alone; no blank ones."""
        value = self.meta.get(key)
        items = value if isinstance(value, tuple) else (value,)
        texts = (one_line(item) for item in items if isinstance(item, str))
        return tuple(text for text in texts if text)

    def day(self, key: str) -> date | None:
        """The day under *key*: `YYYY-MM-DD`, or the date part of an ISO timestamp."""
        return to_day(self.text_of(key) or "")

    def number(self, key: str) -> int | None:
        """The whole number under *key*, in decimal digits."""
        text = self.text_of(key) or ""
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
            return int(text)
        return None

    def handle(self, key: str) -> str | None:
        """The one person under *key*; a full name stays as it is written."""
        handle = _handle(self.meta.get(key))
        return handle or None

    def handles(self, key: str) -> tuple[str, ...]:
        """The people under *key*, in the file's order."""
        value = self.meta.get(key)
        items = value if isinstance(value, tuple) else (value,)
        return tuple(handle for item in items if (handle := _handle(item)))


def parse(path: str, data: bytes) -> Document:
    """Read a Markdown file.

    Raises:
        BadDocumentError: it is too large, not UTF-8, holds NUL bytes or conflict markers, is a
            pointer of Git LFS, or its front matter is not the strict YAML teamkit reads.
    """
    text = _decoded(path, data)
    fences = front_matter(text)
    if fences is not None:
        start, end, body_start = fences
        if end - start > LARGEST_FRONT_MATTER:
            raise BadDocumentError(path, 1, "its front matter is larger than 64 KB")
        reading = read(path, text, start, end)
        if reading is not None:
            lines = _lines(text, reading.spots)
            return Document(path, text, reading.values, lines, body_start)
    return Document(path, text, {}, {}, len(BOM) if text.startswith(BOM) else 0)


def parse_yaml(path: str, text: str) -> tuple[Mapping[str, Value], Mapping[str, int]]:
    """Read a whole YAML file with the same strictness: its values, and each top-level key's line.

    Raises:
        BadDocumentError: as `parse`, and when the file is not a mapping.
    """
    text = _checked(path, text)
    reading = read(path, text, len(BOM) if text.startswith(BOM) else 0)
    if reading is None:
        raise BadDocumentError(path, 1, "it is a list or plain text where 'key: value' is expected")
    return reading.values, _lines(text, reading.spots)


def yaml_text(path: str, data: bytes) -> str:
    """The text of a YAML file.

    Raises:
        BadDocumentError: it is too large, or not UTF-8.
    """
    if len(data) > LARGEST_FILE:
        raise BadDocumentError(path, 0, "it is larger than 1 MiB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDocumentError(path, line, "it is not UTF-8") from error


def plain_handle(text: str) -> str:
    """A handle as people write it: `@ana`, `[[ana]]`, `[[people/ana|Ana]]` are all `ana`.

    Other text, a full name for instance, stays as it is written.
    """
    plain = one_line(text).strip("\"'").strip()
    if plain.startswith("[[") and plain.endswith("]]"):
        target = plain[2:-2].partition("|")[0].partition("#")[0]
        plain = target.rpartition("/")[2].strip().removesuffix(".md")
    return plain.removeprefix("@")


def _decoded(path: str, data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise BadDocumentError(path, 0, "it is larger than 1 MiB")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDocumentError(path, line, "it is not UTF-8 text") from None
    return _checked(path, text)


def _checked(path: str, text: str) -> str:
    if text.startswith(_POINTER) and _is_pointer(text):
        why = "it is a pointer of Git LFS, not the file itself"
        raise BadDocumentError(path, 0, why, remedy="Fetch the file itself: git lfs pull")
    if (at := text.find("\0")) != -1:
        raise BadDocumentError(path, text.count("\n", 0, at) + 1, "it contains a NUL byte")
    if "<<<<<<< " in text and (line := _conflict(text)):
        raise BadDocumentError(path, line, "it contains merge conflict markers")
    return text


def _is_pointer(text: str) -> bool:
    return len(text) < _LONGEST_POINTER and "\noid sha256:" in text and "\nsize " in text


def _conflict(text: str) -> int:
    """The line of the first whole set of conflict markers; 0 when there is none."""
    begun, middle = 0, False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("<<<<<<< "):
            begun, middle = number, False
        elif line.rstrip("\r") == "=======":
            middle = bool(begun)
        elif middle and line.startswith(">>>>>>> "):
            return begun
    return 0


def _lines(text: str, spots: Mapping[str, Spot]) -> dict[str, int]:
    lines: dict[str, int] = {}
    line, at = 1, 0
    for key, spot in spots.items():
        line += text.count("\n", at, spot.key_start)
        at = spot.key_start
        lines[key] = line
    return lines


def _handle(value: Value) -> str:
    """The handle in a scalar, or in `[[ana]]` without quotes, which YAML takes for two lists."""
    if isinstance(value, tuple) and len(value) == 1:
        inner = value[0][0] if isinstance(value[0], tuple) and len(value[0]) == 1 else value[0]
        return plain_handle(f"[[{inner}]]") if isinstance(inner, str) else ""
    return plain_handle(value) if isinstance(value, str) else ""
