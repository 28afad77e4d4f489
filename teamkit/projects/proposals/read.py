"""A proposal's file, read: what cannot be read is left out, never refused."""

from teamkit.kinds import KINDS
from teamkit.markdown.document import Document
from teamkit.markdown.outline import Outline
from teamkit.people.directory import Directory
from teamkit.projects.proposals import cells, prose
from teamkit.projects.proposals.model import (
    AdviceRequest,
    Part,
    Proposal,
    ProposalNeed,
    Resolve,
)
from teamkit.projects.proposals.tables import ADVICE, ALLOCATION, NEEDS
from teamkit.team import Team

_SURE = {"won": 100, "running": 100, "done": 100, "lost": 0}
_KIND = KINDS["proposals"]


def proposals(team: Team, people: Directory) -> list[Proposal]:
    """Every proposal that can be read, in order of path."""
    return [read_proposal(document, people.resolve) for document in team.documents("proposals")]


def read_proposal(document: Document, resolve: Resolve) -> Proposal:
    """The proposal a `proposals/SLUG.md` describes; what cannot be read is left out."""
    page = Outline(document)
    status = _KIND.word(document, "status")
    starts, ends = cells.interval(document.day("starts"), document.day("ends"), (None, None))
    proposal = Proposal(
        stem=document.stem,
        title=document.title(page.heading),
        status=status,
        owner=resolve(document.handle("owner") or ""),
        decider=resolve(document.handle("decider") or ""),
        starts=starts,
        ends=ends,
        probability=_probability(document, status),
        scope=_KIND.word(document, "scope"),
        risk=_KIND.word(document, "risk"),
        needs=(),
        parts=(),
        asked=_asked(page, resolve),
        advice=tuple(prose.advice(page.parts("Advice"), resolve)),
        decision=prose.decision(page.parts("Decision"), resolve),
        path=document.path,
        document=document,
    )
    proposal = proposal._replace(needs=_needs(page, proposal))
    return proposal._replace(parts=_parts(page, proposal, resolve))


def _probability(document: Document, status: str) -> int | None:
    if status in _SURE:
        return _SURE[status]
    return _KIND.number(document, "probability")


def _needs(page: Outline, proposal: Proposal) -> tuple[ProposalNeed, ...]:
    around = proposal.starts, proposal.ends
    return tuple(
        need._replace(starts=starts, ends=ends)
        for need in NEEDS.read(page)
        for starts, ends in [cells.interval(need.starts, need.ends, around)]
    )


def _parts(page: Outline, proposal: Proposal, resolve: Resolve) -> tuple[Part, ...]:
    needs = {need.title.casefold(): need for need in reversed(proposal.needs)}
    found: list[Part] = []
    for row in ALLOCATION.read(page):
        need = needs.get(row[0].need.casefold(), proposal)
        starts, ends = cells.interval(row[0].starts, row[0].ends, (need.starts, need.ends))
        found += [
            row[0]._replace(person=person, starts=starts, ends=ends)
            for person in cells.people((part.person for part in row), resolve)
        ]
    return tuple(found)


def _asked(page: Outline, resolve: Resolve) -> tuple[AdviceRequest, ...]:
    return tuple(
        row[0]._replace(person=person)
        for row in ADVICE.read(page)
        for person in cells.people((asked.person for asked in row), resolve)
    )
