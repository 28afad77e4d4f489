"""Findings, ready to be shown: one a line, as editors and people read them."""

from collections.abc import Sequence

from teamkit.facts import Finding
from teamkit.output.shapes import Lines


def findings(found: Sequence[Finding]) -> Lines:
    """`path:line: message (hint)`, one a line."""
    return Lines(
        "check",
        tuple(map(str, found)),
        tuple(
            {
                "path": one.path,
                "line": one.line,
                "rule": one.rule,
                "message": one.message,
                "hint": one.hint,
                "error": one.is_error,
            }
            for one in found
        ),
        empty="Nothing is wrong.",
    )
