"""Which plain values may stand in the log of a meeting."""

from teamkit.output.gate import visible

_MOST = 1_000_000
_LONGEST = 5_000
_LONGEST_KEPT = 1_000


def is_number(value: object) -> bool:
    """Whether it is a whole number that may stand in an event."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST


def is_text(value: object) -> bool:
    """Whether it is one line of words."""
    return isinstance(value, str) and len(value) <= _LONGEST and _is_one_line(value)


def is_name(value: object) -> bool:
    """Whether it can be somebody's handle; an empty one is nobody's."""
    return is_text(value) and "/" not in str(value)


def are_numbers(value: object) -> bool:
    """Whether it is a list of such numbers."""
    return isinstance(value, list) and all(map(is_number, value))


def are_names(value: object) -> bool:
    """Whether it is a list of handles."""
    return isinstance(value, list) and all(map(is_name, value))


def one_line(text: str) -> str:
    """*text* as it may stand in the log: nearly always as it is."""
    return text if is_text(text) else visible(text, cap=_LONGEST_KEPT)


def _is_one_line(text: str) -> bool:
    return not any(char < " " or "\ud800" <= char <= "\udfff" for char in text)
