"""Words about the columns of a table, for every rule that looks at one."""

from collections.abc import Sequence
from difflib import get_close_matches


def quoted(names: Sequence[str]) -> str:
    """`'From', 'To'`."""
    return ", ".join(f"'{name}'" for name in names)


def meant(lacking: Sequence[str], strange: Sequence[str]) -> str:
    """The hint: which strange column may be one that the table lacks; empty when none may."""
    for name in lacking:
        for found in get_close_matches(name, strange, n=1):
            return f"did you mean '{name}' by '{found}'?"
    return ""


def too_long(cells: int, columns: int) -> tuple[str, str]:
    """The message and the hint about a row with more cells than its table has columns."""
    message = f"the row has {cells} cells, the table {columns} columns"
    return message, r"write \| for a pipe that belongs to a cell"
