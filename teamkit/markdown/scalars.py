"""How a value is spelled so that every YAML reader gives back the same value.

PyYAML reads YAML 1.1, ruamel YAML 1.2, Ruby's Psych its own dialect: `no`, `12:30`, `1e3`, `010`
or `=` are text to one and something else to another. So text stands plain only when it is plainly
text; whatever is in doubt goes between double quotes.
"""

import re
from datetime import date

from teamkit.errors import UsageError

# What some dialect reads as true, false, nothing or a number.
_WORDS = frozenset(
    ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nil", "none", "nan", "inf"]
)
# What only a text can have after a first digit: not hexadecimal, an exponent, a zone, inf, nan.
_NEVER_IN_NUMBERS = frozenset("ghjklmpqrsuvwyGHJKLMPQRSUVWY")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_IN_FLOW = frozenset(",[]{}:?#\"'")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
# Printable for Python, yet YAML breaks lines there, or skips them.
_ESCAPED = frozenset("\x85\u2028\u2029\ufeff\ufffe\uffff")


def one_line(text: str) -> str:
    """The words of *text*, stripped; joined with single spaces where a line ends within them.

    Control characters count as line ends: some reader of the page takes each for one.
    """
    if _CONTROL.search(text) is None:
        return text.strip()
    return " ".join(_CONTROL.sub(" ", text).split())


def spell(value: str | int | date, *, flow: bool = False) -> str:
    """*value* as YAML: numbers and days plain, text plain or in double quotes.

    Args:
        value: what every reader shall give back.
        flow: whether it stands inside `[a, b]`, where commas and brackets need quotes.

    Raises:
        UsageError: the text holds half of a surrogate pair, which no file can store.
    """
    if isinstance(value, str):
        return value if _is_plain(value, flow=flow) else f'"{_escaped(value)}"'
    return meaning(value)


def meaning(value: str | int | date) -> str:
    """The text that the strict reader gives back for what `spell` writes."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def to_day(text: str) -> date | None:
    """The day in `YYYY-MM-DD`, or in an ISO timestamp; None when it is none."""
    day, rest = text[:10], text[10:]
    if (day[4:5], day[7:8]) != ("-", "-") or (rest and rest[0] not in "Tt "):
        return None
    # Weeks (2026-W49) and digits of other scripts are dates to some, but not days of ours.
    if not day.isascii() or not day.replace("-", "").isdigit():
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text.isprintable() or text != text.strip() or text.lower() in _WORDS:
        return False
    if ": " in text or " :" in text or " #" in text or text.endswith(":"):
        return False
    if flow and not _NOT_IN_FLOW.isdisjoint(text):
        return False
    first = text[:1]
    if first.isascii() and first.isdigit():
        return text.isascii() and not _NEVER_IN_NUMBERS.isdisjoint(text)
    return first.isalpha()


def _escaped(text: str) -> str:
    return "".join(_escape(character) for character in text)


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if "\ud800" <= character <= "\udfff":
        raise UsageError(
            f"The text contains half a character (U+{ord(character):04X}).",
            hint="Type it again; it was cut or decoded wrongly.",
        )
    if character < " " or "\x7f" <= character < "\xa0" or character in _ESCAPED:
        return f"\\u{ord(character):04X}"
    return character
