"""What the readers of other tools find in a page that teamkit does not, or finds different.

The same file is read by site generators in Python, in Ruby, and by editors' plug-ins.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import yaml

from teamkit.errors import BadDocumentError
from teamkit.markdown.fences import front_matter
from teamkit.markdown.reader import read
from teamkit.markdown.scalars import spell, to_day
from teamkit.markdown.spots import Reading

#: What Ruby's Psych alone reads as something else than text.
_PSYCH = (
    (re.compile(r"\d{1,2}:\d{2}(:\d{2})?"), "a number of seconds"),
    (re.compile(r"[-+]?\d+(,\d+)+"), "a number without its commas"),
    (re.compile(r":\w.*"), "a symbol"),
    (re.compile(r"\d{4}-(\d-\d{1,2}|\d{2}-\d)"), "a date"),
)
_BROKEN = "an error"
_NUMBER = re.compile(r"0|-?[1-9]\d*")
# What every dialect reads as true, false or nothing: whoever writes it means it.
_AGREED = frozenset(
    ["true", "false", "True", "False", "TRUE", "FALSE", "null", "Null", "NULL", "~"]
)


def differs(text: str) -> list[tuple[int, str]]:
    """What other readers would take differently in the front matter of a whole file.

    Looks at the plain scalars under top-level keys and in their lists.

    Returns:
        The file's line and a sentence with the way out, in the file's order; nothing when
        teamkit cannot read the front matter.
    """
    found: list[tuple[int, str]] = []
    for key, at, word in _doubtful(text):
        readings = _readings(word)
        if readings:
            line = text.count("\n", 0, at) + 1
            said = " or as ".join(readings)
            found.append((line, f"'{word}' under '{key}' is read as {said}; write {spell(word)}."))
    return found


def overlooked(text: str) -> str:
    """What python-frontmatter finds in a page without front matter, as a sentence; mostly empty.

    It skips blank lines at the top, and takes longer fences.
    """
    if front_matter(text) is not None or not text.lstrip().startswith("---"):
        return ""
    from frontmatter.default_handlers import YAMLHandler  # 30 ms, for a page that begins so

    try:
        block, _ = YAMLHandler().split(text.strip())
    except ValueError:  # no second fence
        return ""
    reading = _read(block, 0, len(block))
    if reading is None or not reading.values:
        return ""
    keys = ", ".join(f"'{key}'" for key in reading.values)
    return (
        f"python-frontmatter reads {keys} here, but teamkit does not; "
        "the first line must be '---' alone, and so must the line after the last key."
    )


def _doubtful(text: str) -> Iterator[tuple[str, int, str]]:
    """The plain scalars whose spelling is not plainly text: key, offset, spelling."""
    fences = front_matter(text)
    reading = _read(text, *fences[:2]) if fences else None
    if reading is None:
        return
    for key, spot in reading.spots.items():
        if spot.kind == "plain":
            places: tuple[tuple[int, int], ...] = ((spot.start, spot.end),)
        else:
            places = spot.items
        for start, end in places:
            word = text[start:end]
            if word and word[0] not in "\"'[{|>" and "\n" not in word and _in_doubt(word):
                yield key, start, word


def _read(text: str, start: int, end: int) -> Reading | None:
    try:
        return read("", text, start, end)
    except BadDocumentError:
        return None


def _in_doubt(word: str) -> bool:
    is_meant = word in _AGREED or _NUMBER.fullmatch(word) or _is_day(word)
    return not is_meant and spell(word) != word


def _is_day(word: str) -> bool:
    day = to_day(word)
    return day is not None and day.isoformat() == word


def _readings(word: str) -> list[str]:
    """What others make of *word*, in words; empty when they agree and lose nothing."""
    import ruamel.yaml  # 25 ms, and only a doubtful value needs it

    newer = ruamel.yaml.YAML(typ="safe", pure=True)
    values = [_loaded(yaml.safe_load, word), _loaded(newer.load, word)]
    told = [_told(value, word) for value in values]
    told += [meaning for pattern, meaning in _PSYCH if pattern.fullmatch(word)]
    is_lost = isinstance(values[0], float) and str(values[0]) != word
    return list(dict.fromkeys(told)) if len(set(told)) > 1 or is_lost or _BROKEN in told else []


def _loaded(load: Callable[[str], Any], word: str) -> Any:
    """The value a reader gives for a plain scalar, or the exception it raises."""
    from ruamel.yaml.error import YAMLError

    try:
        return load(f"- {word}")[0]
    # Not only YAML errors: 2026-02-30 is a ValueError, other numbers fail in other ways.
    except (
        YAMLError,
        yaml.YAMLError,
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
    ) as error:
        return error


def _told(value: Any, word: str) -> str:
    """A value in words."""
    if isinstance(value, Exception):
        return _BROKEN
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, date):
        return "a date"
    return "text" if value == word else "something else"
