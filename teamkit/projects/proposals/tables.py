"""The three tables of a proposal, and the order of its sections."""

from collections.abc import Mapping
from datetime import date

from teamkit.markdown.columns import Header, day, having, one_of, word
from teamkit.markdown.outline import Outline
from teamkit.markdown.records import Records
from teamkit.markdown.tables import PipeTable
from teamkit.people.abilities import level
from teamkit.projects.proposals import cells
from teamkit.projects.proposals.model import STATES, AdviceRequest, Part, ProposalNeed

#: In the order in which a new proposal has them.
SECTIONS = ("Needs", "Allocation", "Advice", "Decision")

_RULE = "proposal-table"
_DAYS = (Header("From", "starts", day, None), Header("To", "ends", day, None))


def following(title: str) -> tuple[str, ...]:
    """The sections that belong below that one."""
    return SECTIONS[SECTIONS.index(title) + 1 :]


def _parts(  # noqa: PLR0917  # a column each
    need: str,
    people: tuple[str, ...],
    role: str,
    percent: int | None,
    starts: date | None,
    ends: date | None,
    state: str,
    line: int,
) -> list[Part]:
    """A part for each person of a row, named as they are written."""
    return [Part(need, one, role, percent, starts, ends, state, line) for one in people]


def _asked(
    people: tuple[str, ...], why: str, on: date | None, by: date | None, line: int
) -> list[AdviceRequest]:
    return [AdviceRequest(one, why, on, by, line) for one in people]


#: What the project needs; days are those of the row alone.
NEEDS = Records(
    ProposalNeed,
    "Needs",
    (
        Header("Need", "title", is_needed=True),
        Header("Skill", "skill", word),
        Header("Level", "level", level, None),
        Header("FTE", "fte", cells.fte, None),
        *_DAYS,
        Header("Solution", "solution", cells.solution),
    ),
    having("Need", but=("Person", "State")),
    _RULE,
    scope="section",
    followed_by=following("Needs"),
    interval=("From", "To"),
)
#: Who takes part in what; people are named as they are written, days are those of the row alone.
ALLOCATION = Records(
    _parts,
    "Allocation",
    (
        Header("Need", "need"),
        Header("Person", "people", cells.names, (), is_needed=True),
        Header("Role", "role", str.lower),
        Header("Part", "percent", cells.percent, None),
        *_DAYS,
        Header("State", "state", one_of("state", STATES)),
    ),
    having("Need", "Person"),
    _RULE,
    scope="section",
    followed_by=following("Allocation"),
    interval=("From", "To"),
)
#: Who was asked for advice; people are named as they are written.
ADVICE = Records(
    _asked,
    "Advice",
    (
        Header("Asked", "people", cells.names, (), is_needed=True),
        Header("Why", "why"),
        Header("On", "on", day, None),
        Header("By", "by", day, None),
    ),
    having("Asked"),
    _RULE,
    scope="section",
    followed_by=following("Advice"),
    interval=("On", "By"),
)


def add_part(page: Outline, part: Mapping[str, str]) -> str:
    """The page's text with one more part, below those of the same need.

    Raises:
        EditRefusedError: the table has no column for one of the words, or would be read otherwise.
    """

    def after_its_need(table: PipeTable) -> int | None:
        wanted, rows = part.get("Need", "").casefold(), table.rows
        own = (at for at, it in enumerate(rows) if table.cell(it, "Need").casefold() == wanted)
        following = max(own, default=len(rows)) + 1
        return rows[following].line if following < len(rows) else None

    return ALLOCATION.add(page, part, before=after_its_need)
