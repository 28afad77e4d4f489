"""One proposal on a page: what it says, what it needs, who takes part, what was advised."""

from teamkit.markdown.outline import Outline
from teamkit.output import fields
from teamkit.output.common import BODY
from teamkit.output.extend import part
from teamkit.output.fields import Page
from teamkit.output.shapes import Card, Column, Stack, Table
from teamkit.people.catalog import Catalog
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.records import PART, PROPOSAL, PROPOSAL_NEED
from teamkit.projects.proposals.tables import SECTIONS
from teamkit.projects.proposals.views import day

_SHOW = Page("proposals.show", "One proposal.", PROPOSAL, BODY)


def proposal(proposal: Proposal, catalog: Catalog) -> Stack:
    """The whole proposal; for programs its text as it stands, too."""
    head = fields.card(
        _SHOW, proposal, proposal.title, body=_preface(proposal), whole=proposal.document.body
    )
    told = tuple(field for field in head.fields if field[1])
    shapes: tuple[Card | Table, ...] = (
        head._replace(fields=told),
        _needs(proposal, catalog),
        _parts(proposal),
        _asked(proposal),
        *_prose(proposal),
    )
    return Stack(_SHOW.kind, shapes, head.items, head.facts)


def _preface(proposal: Proposal) -> str:
    """What the file says outside of the sections that are shown on their own."""
    page = Outline(proposal.document)
    shown = {one.line for name in SECTIONS for part in page.parts(name) for one in part}
    lines = [
        line
        for section in page.sections
        if section.line not in shown or not section.level
        for line in section.lines
    ]
    return "\n".join(line.text for line in lines if not line.hidden).strip("\n")


def _needs(proposal: Proposal, catalog: Catalog) -> Table:
    empty = "No needs yet. Add one: "
    empty += f'teamkit proposals need {proposal.stem} "What the client wants"'
    shown = (
        need._replace(skill=catalog.title(catalog.slug_of(need.skill) or need.skill))
        for need in proposal.needs
    )
    return part(_SHOW.kind, PROPOSAL_NEED, shown, title="Needs", empty=empty)


def _parts(proposal: Proposal) -> Table:
    empty = "Nobody has a part in it yet."
    return part(_SHOW.kind, PART, proposal.parts, title="Allocation", empty=empty)


def _asked(proposal: Proposal) -> Table:
    answered = {one.person: day(one.on) or "yes" for one in reversed(proposal.advice)}
    rows = ((it.person, it.why, day(it.by), answered.get(it.person, "")) for it in proposal.asked)
    return Table(
        kind=_SHOW.kind,
        title="Advice",
        columns=(
            Column("Asked", style="bold"),
            Column("Why"),
            Column("By"),
            Column("Answered"),
        ),
        rows=tuple(rows),
        items=(),
        empty="Nobody was asked for advice.",
    )


def _prose(proposal: Proposal) -> tuple[Card, ...]:
    """What was advised and decided, in the words of the file."""
    said = [f"{day(one.on)} @{one.person}".strip() + f"\n\n{one.text}" for one in proposal.advice]
    cards = (("What was advised", "\n\n".join(said)), ("Decision", proposal.decision.text))
    return tuple(Card(_SHOW.kind, title, (), (), body) for title, body in cards if body)
