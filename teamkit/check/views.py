"""Findings, ready to be shown: one a line, as editors and people read them."""

from collections.abc import Sequence

from teamkit.check.additions import Additions
from teamkit.facts import Finding
from teamkit.output import fields
from teamkit.output.common import FINDING
from teamkit.output.fields import PATH, YES, Field, Page, Record, many
from teamkit.output.shapes import Lines

_WHOLE = Record[Additions](
    "additions",
    "",
    (
        Field("harmless", lambda a: not a.findings, YES, "Whether it only adds topics."),
        Field("paths", lambda a: a.paths, many(PATH), "Every file that differs."),
    ),
)
_CHECK = Page("check", "What is wrong in the team's files.", FINDING)
_ADDITIONS = Page("check.additions", "Why a person has to look at a change.", FINDING, _WHOLE)


def findings(found: Sequence[Finding]) -> Lines:
    """`path:line: message (hint)`, one a line."""
    return fields.lines(_CHECK, list(map(str, found)), found, empty="Nothing is wrong.")


def additions(brought: Additions) -> Lines:
    """The findings, or the sentence that says what there is to merge."""
    count = len(brought.paths)
    adds = f"harmless: adds {count} {'topic' if count == 1 else 'topics'}"
    sentence = adds if count else "nothing to merge: no file differs"
    text = list(map(str, brought.findings)) or [sentence]
    return fields.lines(_ADDITIONS, text, brought.findings, whole=brought)
