"""Needs and their solutions as frozen values."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.estimate import Estimate
from teamkit.knowledge.solutions.review_by import review_by
from teamkit.markdown import blocks, tables
from teamkit.markdown.document import Document, plain_handle
from teamkit.markdown.scalars import to_day
from teamkit.markdown.sections import sections

#: What a need may be: met by us, being tried, not met yet, no longer of use.
STATUSES = ("owned", "trying", "missing", "retired")
#: The columns of the table of solutions.
COLUMNS = ("Solution", "Use it when", "Approx. time", "Risks", "Who")
#: The columns of the track record.
RECORD = (
    "Project", "Date", "Solution", "Estimated", "Actual", "Risks that happened", "What we learnt",
)  # fmt: skip
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
        status: one of `STATUSES`.
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
    body = blocks.strip(document.body)
    solutions, uses = _rows(tables.tables(body, document.body_line), resolve)
    status = (document.text_of("status") or "").lower()
    return Need(
        stem=document.stem,
        title=document.title(_heading(body)),
        status=status if status in STATUSES else "owned" if solutions else "missing",
        owner=resolve(document.handle("owner") or ""),
        skills=document.texts("skills"),
        tags=tuple(tag.removeprefix("#") for tag in document.texts("tags")),
        last_reviewed_on=document.day("last_reviewed_on"),
        review_by=review_by(document),
        solutions=solutions,
        uses=uses,
        path=document.path,
        document=document,
    )


def is_record(table: tables.PipeTable) -> bool:
    """Whether *table* is a track record."""
    return table.column("Project") is not None or table.column("Actual") is not None


def is_choice(table: tables.PipeTable) -> bool:
    """Whether *table* says how a need can be met."""
    return table.column("Solution") is not None and not is_record(table)


def mentions(text: str) -> list[str]:
    """The names after an `@` in *text*, in its order; addresses and paths are none."""
    return _MENTION.findall(text) if "@" in text else []


def phrases(cell: str) -> tuple[str, ...]:
    """The phrases of a cell, with `;` between."""
    return tuple(phrase for part in cell.split(";") if (phrase := part.strip()))


def names(cell: str) -> list[str]:
    """The people of a cell as written: `@eli @ana`, `[[ana]]`, or names with commas between."""
    named = [plain_handle(found.group()) for found in _NAMED.finditer(cell)]
    words = (part.strip() for part in _BETWEEN.split(_NAMED.sub(",", cell)))
    return named + [word for word in words if any(map(str.isalnum, word))]


def _rows(
    found: Iterable[tables.PipeTable], resolve: Resolve
) -> tuple[tuple[Solution, ...], tuple[Use, ...]]:
    """The rows of each table of solutions and of each track record."""
    solutions: list[Solution] = []
    uses: list[Use] = []
    for table in found:
        if is_record(table):
            uses += (_use(table, row) for row in table.rows if any(row.cells))
        elif is_choice(table):
            named = (row for row in table.rows if table.cell(row, "Solution"))
            solutions += (_solution(table, row, resolve) for row in named)
    return tuple(solutions), tuple(uses)


def _solution(table: tables.PipeTable, row: tables.Row, resolve: Resolve) -> Solution:
    return Solution(
        name=table.cell(row, "Solution"),
        when=table.cell(row, "Use it when"),
        time=estimate.read(table.cell(row, "Approx. time")),
        risks=phrases(table.cell(row, "Risks")),
        who=tuple(dict.fromkeys(map(resolve, names(table.cell(row, "Who"))))),
        line=row.line,
    )


def _use(table: tables.PipeTable, row: tables.Row) -> Use:
    return Use(
        project=table.cell(row, "Project"),
        day=to_day(table.cell(row, "Date")),
        solution=table.cell(row, "Solution"),
        estimated=estimate.read(table.cell(row, "Estimated")),
        actual=estimate.read(table.cell(row, "Actual")),
        risks=phrases(table.cell(row, "Risks that happened")),
        learnt=table.cell(row, "What we learnt"),
        line=row.line,
    )


def _heading(body: str) -> str:
    return next((one.title for one in sections(body) if one.level == 1), "")
