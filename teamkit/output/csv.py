"""CSV for spreadsheets, as RFC 4180 has it; what begins like a formula is none."""

from collections.abc import Iterable

#: A cell that begins so is a formula for some spreadsheet, the wide signs too.
_FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_GUARD = "'"
#: A cell with one of these stands in quotes; some spreadsheets cut at a semicolon.
_CUTS = frozenset(',;"')


def line(cells: Iterable[str]) -> str:
    """One record without its line end: commas between, quotes where they are needed."""
    return ",".join(map(_cell, cells))


def guarded(text: str) -> str:
    """*text* as one line that no spreadsheet takes for a formula."""
    plain = " ".join(text.split())
    return f"{_GUARD}{plain}" if plain.startswith((*_FORMULAS, _GUARD)) else plain


def unguarded(cell: str) -> str:
    """The text that `guarded` made *cell* from; other cells as they are, stripped."""
    plain = cell.strip()
    is_guarded = plain[:1] == _GUARD and plain[1:].startswith((*_FORMULAS, _GUARD))
    return plain[1:] if is_guarded else plain


def _cell(text: str) -> str:
    plain = guarded(text)
    return '"{}"'.format(plain.replace('"', '""')) if _CUTS & set(plain) else plain
