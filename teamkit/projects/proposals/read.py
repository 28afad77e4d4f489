"""A proposal's file, read: what cannot be read is left out, never refused."""

from collections.abc import Mapping

from teamkit.markdown import tables
from teamkit.markdown.document import Document
from teamkit.markdown.scalars import to_day
from teamkit.people.directory import Directory
from teamkit.projects.proposals import cells, prose
from teamkit.projects.proposals.model import (
    SIZES,
    STATES,
    STATUSES,
    AdviceRequest,
    Part,
    Proposal,
    ProposalNeed,
    Resolve,
)
from teamkit.projects.proposals.page import ProposalPage, page
from teamkit.team import Team

_SURE = {"won": 100, "running": 100, "done": 100, "lost": 0}
_WHOLE = 100


def proposals(team: Team, people: Directory) -> list[Proposal]:
    """Every proposal that can be read, in order of path."""
    return [read_proposal(document, people.resolve) for document in team.documents("proposals")]


def read_proposal(document: Document, resolve: Resolve) -> Proposal:
    """The proposal a `proposals/SLUG.md` describes; what cannot be read is left out."""
    told = page(document.text)
    status = _one_of(document, "status", STATUSES) or "proposal"
    starts, ends = cells.interval(document.day("starts"), document.day("ends"), (None, None))
    proposal = Proposal(
        stem=document.stem,
        title=document.title(_heading(told)),
        status=status,
        owner=resolve(document.handle("owner") or ""),
        decider=resolve(document.handle("decider") or ""),
        starts=starts,
        ends=ends,
        probability=_probability(document, status),
        scope=_one_of(document, "scope", SIZES),
        risk=_one_of(document, "risk", SIZES),
        needs=(),
        parts=(),
        asked=_asked(told, resolve),
        advice=tuple(prose.advice(told.parts("Advice"), resolve)),
        decision=prose.decision(told.parts("Decision"), resolve),
        path=document.path,
        document=document,
    )
    proposal = proposal._replace(needs=_needs(told, proposal))
    return proposal._replace(parts=_parts(told, proposal, resolve))


def _one_of(document: Document, key: str, known: tuple[str, ...]) -> str:
    word = (document.text_of(key) or "").lower()
    return word if word in known else ""


def _probability(document: Document, status: str) -> int | None:
    if status in _SURE:
        return _SURE[status]
    said = document.number("probability")
    return said if said is not None and 0 <= said <= _WHOLE else None


def _heading(told: ProposalPage) -> str:
    return next((one.title for one in told.sections if one.level == 1), "")


def _needs(told: ProposalPage, proposal: Proposal) -> tuple[ProposalNeed, ...]:
    return tuple(
        _need(table, row, proposal)
        for table in told.tables_of("Needs")
        for row in table.rows
        if table.cell(row, "Need")
    )


def _need(table: tables.PipeTable, row: tables.Row, proposal: Proposal) -> ProposalNeed:
    first, last = to_day(table.cell(row, "From")), to_day(table.cell(row, "To"))
    starts, ends = cells.interval(first, last, (proposal.starts, proposal.ends))
    return ProposalNeed(
        title=table.cell(row, "Need"),
        skill=table.cell(row, "Skill"),
        level=cells.level(table.cell(row, "Level")),
        fte=cells.fte(table.cell(row, "FTE")),
        starts=starts,
        ends=ends,
        solution=cells.solution(table.cell(row, "Solution")),
        line=row.line,
    )


def _parts(told: ProposalPage, proposal: Proposal, resolve: Resolve) -> tuple[Part, ...]:
    by_title = {need.title.casefold(): need for need in reversed(proposal.needs)}
    return tuple(
        _part(table, row, person, proposal, by_title)
        for table in told.tables_of("Allocation")
        for row in table.rows
        for person in cells.people(table.cell(row, "Person"), resolve)
    )


def _part(
    table: tables.PipeTable,
    row: tables.Row,
    person: str,
    proposal: Proposal,
    by_title: Mapping[str, ProposalNeed],
) -> Part:
    title, state = table.cell(row, "Need"), table.cell(row, "State").lower()
    need = by_title.get(title.casefold())
    around = (need.starts, need.ends) if need else (proposal.starts, proposal.ends)
    first, last = to_day(table.cell(row, "From")), to_day(table.cell(row, "To"))
    starts, ends = cells.interval(first, last, around)
    return Part(
        need=title,
        person=person,
        role=table.cell(row, "Role").lower(),
        percent=cells.percent(table.cell(row, "Part")),
        starts=starts,
        ends=ends,
        state=state if state in STATES else "",
        line=row.line,
    )


def _asked(told: ProposalPage, resolve: Resolve) -> tuple[AdviceRequest, ...]:
    return tuple(
        AdviceRequest(
            person=person,
            why=table.cell(row, "Why"),
            on=to_day(table.cell(row, "On")),
            by=to_day(table.cell(row, "By")),
            line=row.line,
        )
        for table in told.tables_of("Advice")
        for row in table.rows
        for person in cells.people(table.cell(row, "Asked"), resolve)
    )
