"""The one gate: every string from a file, from git or from a user passes before it is shown.

A terminal obeys what it is sent: an escape sequence in a title can move the cursor, write the
clipboard or reorder a line. Here such characters become visible. No other module decides this.
"""

import re
from functools import cache

#: Characters of one cell or one sentence.
LINE_CAP = 10_000
#: Characters of one document.
PAGE_CAP = 1_000_000

_MARKS_KEPT = 8
_FIRST_MARK = "\u0300"
_DELETE = 0x7F
_SPACE = 0x20
_CONTROL_PICTURES = 0x2400


def visible(text: str, *, cap: int = LINE_CAP, lines: bool = False) -> str:
    """*text* with nothing in it that a terminal obeys instead of showing.

    Args:
        text: from anywhere.
        cap: how many characters of *text* are kept; the rest is counted in words.
        lines: line ends stay, and a tab becomes four spaces; otherwise each becomes one space.

    Returns:
        *text* itself when there is nothing to change.
    """
    kept = text if len(text) <= cap else text[:cap]
    shown = kept if _is_harmless(kept) else _shown(kept, lines=lines)
    return shown if kept is text else f"{shown}… ({len(text) - cap} more characters)"


def safe_line(text: str) -> str:
    """*text* as one visible line of at most `LINE_CAP` characters."""
    return visible(text)


def fitting(text: str, encoding: str) -> str:
    r"""*text* with what *encoding* cannot say as `\u2026`, so that it can be measured."""
    if text.isascii() or encoding.lower().startswith("utf"):
        return text
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _is_harmless(text: str) -> bool:
    """Whether one glance is enough: all printable, and no marks that could be piled up."""
    return text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK)


def _shown(text: str, *, lines: bool) -> str:
    odd = _odd()
    shown = odd.sub(_picture, text) if odd.search(text) else text
    if lines:
        return shown.replace("\t", "    ")
    return shown.replace("\n", " ").replace("\t", " ")


def _picture(match: re.Match[str]) -> str:
    """What stands for one odd character, or for a pile of combining marks."""
    odd = match.group()
    if odd == "\r":
        return ""
    if len(odd) > 1:
        return f"{odd[:_MARKS_KEPT]}…"
    code = ord(odd)
    if code < _SPACE:
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == _DELETE else f"\u2039U+{code:04X}\u203a"


@cache
def _odd() -> re.Pattern[str]:
    """Compiled when first needed: it takes a millisecond, and most text is harmless."""
    return re.compile(
        "["
        "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
        "\xad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb"  # no width, or as terminals please
        "\u061c\u200e\u200f\u2028-\u202e"  # directions (2066-2069 too), line and paragraph ends
        "\ud800-\udfff"  # lone surrogates: bytes that were not UTF-8
        "\U000e0000-\U000e007f"  # tags: a whole sentence can hide in them
        "]"
        # More marks on one letter than any language needs run over the lines around.
        "|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
        f"{{{_MARKS_KEPT + 1},}}"
    )
