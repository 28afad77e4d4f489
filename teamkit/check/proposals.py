"""Rules about proposals: their tables, who and what they name, and their days."""

from collections.abc import Iterator

from teamkit.check import people, skills
from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.markdown.links import link, target
from teamkit.markdown.outline import Outline
from teamkit.markdown.records import Records
from teamkit.projects.proposals import cells, prose
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal
from teamkit.projects.proposals.tables import ADVICE, ALLOCATION, NEEDS
from teamkit.store import layout

_TABLES: tuple[Records[object], ...] = (NEEDS, ALLOCATION, ADVICE)


def tables(reading: Scope) -> list[Finding]:
    """The columns, rows and cells of a proposal's tables that cannot be read."""
    return [
        finding
        for page in _pages(reading)
        for finding in (*(one for table in _TABLES for one in table.check(page)), *_crowds(page))
    ]


def days(reading: Scope) -> list[Finding]:
    """The proposals that end before they start, and decisions on no day or reviewed before it."""
    return [finding for page in _pages(reading) for finding in _spans(page)]


def names(reading: Scope) -> list[Finding]:
    """The people and the skills that proposals name, and nobody and nothing is called so."""
    named: list[tuple[str, int, str]] = []
    found: list[Finding] = []
    for page in _pages(reading):
        proposal = read_proposal(page.document, str)
        path, decision = proposal.path, proposal.decision
        rows = (*ALLOCATION.cells(page, "Person"), *ADVICE.cells(page, "Asked"))
        named += [(path, line, name) for line, cell in rows for name in cells.names(cell)]
        named += [(path, one.line, one.person) for one in proposal.advice]
        named += [(path, decision.line, decision.by)] if decision.by else []
        for line, skill in NEEDS.cells(page, "Skill"):
            found += skills.named(reading, path, line, skill)
    return found + people.strangers(reading, named)


def links(reading: Scope) -> list[Finding]:
    """The cells under Solution that lead to no file of a solution."""
    folder = layout.folder(reading.team.config, "solutions")
    there = frozenset(entry.path.rpartition("/")[2] for entry in reading.entries("solutions"))
    return [
        Finding(page.document.path, line, *wrong, NEEDS.rule)
        for page in _pages(reading)
        for line, cell in NEEDS.cells(page, "Solution")
        if (wrong := _link(page.document.path, cell, folder, there))
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
                "write it as under Needs",
                ALLOCATION.rule,
            )
            for line, need in strange
        ]
    return found


def _pages(reading: Scope) -> Iterator[Outline]:
    return map(Outline, reading.documents("proposals"))


def _crowds(page: Outline) -> Iterator[Finding]:
    """The needs of so many people that a percent sign has been forgotten."""
    fte = {need.line: need.fte for need in NEEDS.read(page)}
    for line, cell in NEEDS.cells(page, "FTE"):
        if (fte.get(line) or 0) > cells.MOST_FTE:
            message = f"'{cell}' means {cell} people full time"
            yield Finding(page.document.path, line, message, "or write 0.5, 50 %", NEEDS.rule)


def _spans(page: Outline) -> Iterator[Finding]:
    document = page.document
    starts, ends = document.day("starts"), document.day("ends")
    if starts and ends and ends < starts:
        message = f"it ends on {ends}, before it starts on {starts}"
        line = document.line_of("ends")
        yield Finding(document.path, line, message, "the end is ignored", "days")
    for line, words in prose.strange_days(page.parts("Decision")):
        yield Finding(
            document.path, line, f"'{words}' does not give a day", "write 2026-12-04", "days"
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
            message = f"'{need.title}' is also on line {first}"
            hint = "give it another title: the other tables name needs by it"
            yield Finding(proposal.path, need.line, message, hint, NEEDS.rule)


def _link(path: str, cell: str, folder: str, there: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with a cell under Solution, and what would mend it; None when nothing is."""
    slug = cells.solution(cell)
    if not slug:
        hint = f"for instance {link('words', layout.link(path, f'{folder}/a-need.md'))}"
        return f"'{cell}' leads to no solution", hint
    if f"{slug}.md" not in there:
        return f"there is no solution '{slug}'", f"record it in {folder}, or fix the link"
    linked, right = cells.target(cell), layout.link(path, f"{folder}/{slug}.md")
    if linked and linked.removesuffix(".md") != right.removesuffix(".md"):
        return f"the link '{linked}' leads elsewhere", f"write {target(right)}"
    return None
