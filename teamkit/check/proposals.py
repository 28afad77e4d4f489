"""Rules about proposals: their tables, who and what they name, and their days."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teamkit.check import headers, people, skills
from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.markdown.document import Document
from teamkit.markdown.links import link, target
from teamkit.markdown.scalars import to_day
from teamkit.markdown.tables import PipeTable, Row
from teamkit.people.catalog import TOP
from teamkit.projects.proposals import cells, prose
from teamkit.projects.proposals.model import STATES, Proposal
from teamkit.projects.proposals.page import SECTIONS, ProposalPage, page
from teamkit.projects.proposals.read import read_proposal
from teamkit.store import layout

_RULE = "proposal-table"
_TABLES = [name for name, columns in SECTIONS.items() if columns]
#: Section -> the two columns that make an interval.
_INTERVALS = {"Needs": ("From", "To"), "Allocation": ("From", "To"), "Advice": ("On", "By")}


class _Told(NamedTuple):
    """A row, and all that is needed to say what is wrong with it."""

    path: str
    section: str
    table: PipeTable
    row: Row

    def cell(self, column: str) -> str:
        """What stands there; a `?` or a dash says that nobody knows."""
        said = self.table.cell(self.row, column)
        return said if any(map(str.isalnum, said)) else ""

    def finding(self, message: str, hint: str) -> Finding:
        return Finding(self.path, self.row.line, message, hint, _RULE)


def columns(reading: Scope) -> list[Finding]:
    """The columns that a proposal's tables lack, and those that teamkit does not read."""
    return [
        finding
        for document in reading.documents("proposals")
        for told in [page(document.text)]
        for name in _TABLES
        for finding in _columns(document.path, told, name)
    ]


def rows(reading: Scope) -> list[Finding]:
    """The cells that say nothing teamkit can read, and the intervals that run backwards."""
    return [
        finding
        for told in _rows(reading)
        for finding in (*_shape(told), *_days(told), *_numbers(told), *_state(told))
    ]


def days(reading: Scope) -> list[Finding]:
    """The proposals that end before they start, and decisions on no day or reviewed before it."""
    return [finding for document in reading.documents("proposals") for finding in _spans(document)]


def names(reading: Scope) -> list[Finding]:
    """The people and the skills that proposals name, and nobody and nothing is called so."""
    named: list[tuple[str, int, str]] = []
    found: list[Finding] = []
    for told in _rows(reading):
        column = {"Allocation": "Person", "Advice": "Asked"}.get(told.section, "")
        handles = cells.people(told.cell(column), str) if column else ()
        named += [(told.path, told.row.line, name) for name in handles]
        if skill := told.cell("Skill") if told.section == "Needs" else "":
            found += skills.named(reading, told.path, told.row.line, skill)
    for document in reading.documents("proposals"):
        proposal = read_proposal(document, str)
        named += [(proposal.path, one.line, one.person) for one in proposal.advice]
        named += (
            [(proposal.path, proposal.decision.line, proposal.decision.by)]
            if proposal.decision.by
            else []
        )
    return found + people.strangers(reading, named)


def links(reading: Scope) -> list[Finding]:
    """The cells under Solution that lead to no file of a solution."""
    folder = layout.folder(reading.team.config, "solutions")
    there = frozenset(entry.path.rpartition("/")[2] for entry in reading.entries("solutions"))
    return [
        told.finding(*wrong)
        for told in _rows(reading)
        if told.section == "Needs" and (cell := told.cell("Solution"))
        if (wrong := _link(told.path, cell, folder, there))
    ]


def titles(reading: Scope) -> list[Finding]:
    """The needs with one title, and the parts in a need that does not stand under Needs."""
    found: list[Finding] = []
    for document in reading.documents("proposals"):
        proposal = read_proposal(document, reading.people.resolve)
        found += _twins(proposal)
        known = {need.title.casefold() for need in proposal.needs}
        strange = {(p.line, p.need) for p in proposal.parts if p.need.casefold() not in known}
        found += [
            Finding(
                proposal.path,
                line,
                f"'{need}' is none of the needs" if need else "the row names no need",
                "write it as it stands under Needs",
                _RULE,
            )
            for line, need in strange
        ]
    return found


def _rows(reading: Scope) -> Iterator[_Told]:
    """Every row of a proposal's tables that says anything."""
    for document in reading.documents("proposals"):
        told = page(document.text)
        for name in _TABLES:
            for table in told.tables_of(name):
                for row in table.rows:
                    if any(row.cells):
                        yield _Told(document.path, name, table, row)


def _columns(path: str, told: ProposalPage, name: str) -> Iterator[Finding]:
    wanted, found = SECTIONS[name], told.tables_of(name)
    for table in found or told.own_tables(name)[:1]:
        lacking = [column for column in wanted if table.column(column) is None]
        known = {column.casefold() for column in wanted}
        extra = [column for column in table.header if column.casefold() not in known]
        if lacking:
            message = f"the table of {name} has no {_counted(lacking)}"
            rest = "the other columns are read" if table in found else "nothing of it is read"
            hint = headers.meant(lacking, extra) or rest
            yield Finding(path, table.line, message, hint, _RULE, is_error=table not in found)
        if extra and table in found:
            message = f"the table of {name} has more: {_counted(extra)}"
            yield Finding(path, table.line, message, "kept, and not read", _RULE)


def _counted(names: Sequence[str]) -> str:
    """`column 'Part'`, `columns 'From', 'To'`."""
    words = headers.quoted(names)
    return f"column {words}" if len(names) == 1 else f"columns {words}"


def _shape(told: _Told) -> Iterator[Finding]:
    first = SECTIONS[told.section][0]
    if not told.cell(first) and told.section != "Allocation":
        yield told.finding(f"the row has nothing under {first}", "it does not count")
    if told.section == "Allocation" and not told.cell("Person"):
        yield told.finding("the row names no person", "it does not count")
    count, wanted = len(told.row.cells), len(told.table.header)
    if count > wanted:
        yield told.finding(*headers.too_long(count, wanted))


def _days(told: _Told) -> Iterator[Finding]:
    first, last = (told.cell(column) for column in _INTERVALS[told.section])
    for cell in (first, last):
        if cell and to_day(cell) is None:
            yield told.finding(f"'{cell}' is no day", "for instance 2026-12-04")
    start, end = to_day(first), to_day(last)
    if start and end and end < start:
        yield told.finding(f"it ends on {end}, before {start}", "its end does not count")


def _numbers(told: _Told) -> Iterator[Finding]:
    if told.section == "Needs":
        if (level := told.cell("Level")) and cells.level(level) is None:
            yield told.finding(f"'{level}' is no level", f"write 0 to {TOP}")
        if (fte := told.cell("FTE")) and (cells.fte(fte) or 0) > cells.MOST_FTE:
            yield told.finding(f"'{fte}' means {fte} people full time", "or write 0.5, 50 %")
        elif fte and cells.fte(fte) is None:
            yield told.finding(f"'{fte}' is no part of a week", "write 0.5, 50 % or 1")
    if told.section == "Allocation" and (part := told.cell("Part")) and cells.percent(part) is None:
        hint = "write 0 to 100, in percent of a full week"
        yield told.finding(f"'{part}' is no part of a week", hint)


def _state(told: _Told) -> Iterator[Finding]:
    state = told.cell("State") if told.section == "Allocation" else ""
    if state and state.lower() not in STATES:
        yield told.finding(f"'{state}' is no state", f"write {', '.join(STATES)} or nothing")


def _spans(document: Document) -> Iterator[Finding]:
    starts, ends = document.day("starts"), document.day("ends")
    if starts and ends and ends < starts:
        message = f"it ends on {ends}, before it starts on {starts}"
        line = document.line_of("ends")
        yield Finding(document.path, line, message, "its end does not count", "days")
    for line, words in prose.strange_days(page(document.text).parts("Decision")):
        yield Finding(
            document.path, line, f"'{words}' gives no day", "for instance 2026-12-04", "days"
        )
    decision = read_proposal(document, str).decision
    if decision.on and decision.review_on and decision.review_on < decision.on:
        message = f"the review is on {decision.review_on}, before the decision of {decision.on}"
        yield Finding(document.path, decision.line, message, "write a later day", "days")


def _twins(proposal: Proposal) -> Iterator[Finding]:
    told: dict[str, int] = {}
    for need in proposal.needs:
        first = told.setdefault(need.title.casefold(), need.line)
        if first != need.line:
            message = f"'{need.title}' stands in line {first}, too"
            hint = "give it another title: the other tables name needs by it"
            yield Finding(proposal.path, need.line, message, hint, _RULE)


def _link(path: str, cell: str, folder: str, there: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with a cell under Solution, and what would mend it; None when nothing is."""
    slug = cells.solution(cell)
    if not slug:
        hint = f"for instance {link('words', layout.link(path, f'{folder}/a-need.md'))}"
        return f"'{cell}' leads to no solution", hint
    if f"{slug}.md" not in there:
        return f"there is no solution '{slug}'", f"record it in {folder}, or mend the link"
    linked, right = cells.target(cell), layout.link(path, f"{folder}/{slug}.md")
    if linked and linked.removesuffix(".md") != right.removesuffix(".md"):
        return f"the link '{linked}' leads elsewhere", f"write {target(right)}"
    return None
