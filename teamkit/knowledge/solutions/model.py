"""Needs and their solutions as frozen values."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from teamkit.kinds import KINDS
from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.estimate import Estimate
from teamkit.knowledge.solutions.review_by import review_by
from teamkit.markdown.columns import Header, day
from teamkit.markdown.document import Document, plain_handle
from teamkit.markdown.outline import Outline
from teamkit.markdown.records import Records
from teamkit.markdown.tables import PipeTable

#: Handle of whoever is meant by a name in a file.
Resolve = Callable[[str], str]

_MENTION = re.compile(r"(?<![\w@./])@(\w(?:[\w.-]*\w)?)")
_NAMED = re.compile(rf"\[\[[^\[\]]+\]\]|{_MENTION.pattern}")
_BETWEEN = re.compile(r"[,;&/+]|\band\b")


class Solution(NamedTuple):
    """One way to meet the need: a row of the table under Solutions.

    Attributes:
        when: in which case to use it; may be empty.
        time: None when the row gives none that can be read.
        who: handles of those who can say more.
        line: 1-based line in the file.
    """

    name: str
    when: str
    time: Estimate | None
    risks: tuple[str, ...]
    who: tuple[str, ...]
    line: int


class Use(NamedTuple):
    """One job that was done: a row of the track record.

    Attributes:
        day: when it ended; None when the row does not say.
        estimated: what was thought before; None when it cannot be read.
        actual: what it took; None when it cannot be read.
        risks: those that happened.
        line: 1-based line in the file.
    """

    project: str
    day: date | None
    solution: str
    estimated: Estimate | None
    actual: Estimate | None
    risks: tuple[str, ...]
    learnt: str
    line: int


class Need(NamedTuple):
    """One need, and how the team meets it.

    Attributes:
        stem: the file's name without .md.
        title: the need, in the client's words.
        status: owned (met by us), trying, missing (not met yet) or retired.
        owner: handle; empty when nobody owns it.
        skills: as written, slugs of the catalog as a rule.
        review_by: the day of the next review; None when none is planned.
        solutions: in the file's order, which is the team's order of preference.
        uses: the track record, in the file's order.
    """

    stem: str
    title: str
    status: str
    owner: str
    skills: tuple[str, ...]
    tags: tuple[str, ...]
    last_reviewed_on: date | None
    review_by: date | None
    solutions: tuple[Solution, ...]
    uses: tuple[Use, ...]
    path: str
    document: Document


def read_need(document: Document, resolve: Resolve) -> Need:
    """The need a `solutions/SLUG.md` describes; what cannot be read is left out."""
    page = Outline(document)
    solutions = tuple(
        one._replace(who=tuple(dict.fromkeys(map(resolve, one.who))))
        for one in SOLUTIONS.read(page)
    )
    status = KINDS["solutions"].word(document, "status")
    return Need(
        stem=document.stem,
        title=document.title(page.heading),
        status=status or ("owned" if solutions else "missing"),
        owner=resolve(document.handle("owner") or ""),
        skills=document.texts("skills"),
        tags=tuple(tag.removeprefix("#") for tag in document.texts("tags")),
        last_reviewed_on=document.day("last_reviewed_on"),
        review_by=review_by(document),
        solutions=solutions,
        uses=tuple(USES.read(page)),
        path=document.path,
        document=document,
    )


def mentions(text: str) -> list[str]:
    """The names after an `@` in *text*, in its order; addresses and paths are none."""
    return _MENTION.findall(text) if "@" in text else []


def phrases(cell: str) -> tuple[str, ...]:
    """The phrases of a cell, with `;` between."""
    return tuple(phrase for part in cell.split(";") if (phrase := part.strip()))


def names(cell: str) -> tuple[str, ...]:
    """The people of a cell as written: `@eli @ana`, `[[ana]]`, or names with commas between."""
    named = (plain_handle(found.group()) for found in _NAMED.finditer(cell))
    words = (part.strip() for part in _BETWEEN.split(_NAMED.sub(",", cell)))
    return (*named, *(word for word in words if any(map(str.isalnum, word))))


def _is_record(table: PipeTable) -> bool:
    return table.column("Project") is not None or table.column("Actual") is not None


def _is_choice(table: PipeTable) -> bool:
    return table.column("Solution") is not None and not _is_record(table)


_RULE = "solution-table"

#: How a need can be met; a solution's people are named as they are written.
SOLUTIONS = Records(
    Solution,
    "Solutions",
    (
        Header("Solution", "name", is_needed=True),
        Header("Use it when", "when"),
        Header("Approx. time", "time", estimate.parse, None),
        Header("Risks", "risks", phrases, ()),
        Header("Who", "who", names, ()),
    ),
    _is_choice,
    _RULE,
)
#: What jobs really took.
USES = Records(
    Use,
    "Track record",
    (
        Header("Project", "project"),
        Header("Date", "day", day, None),
        Header("Solution", "solution"),
        Header("Estimated", "estimated", estimate.parse, None),
        Header("Actual", "actual", estimate.parse, None),
        Header("Risks that happened", "risks", phrases, ()),
        Header("What we learnt", "learnt"),
    ),
    _is_record,
    _RULE,
)
