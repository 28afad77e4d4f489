"""One proposal on a page: what it says, what it needs, who takes part, what was advised."""

from teamkit.markdown.outline import Outline
from teamkit.output.shapes import Card, Column, Stack, Table
from teamkit.people.catalog import Catalog
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.tables import SECTIONS
from teamkit.projects.proposals.views import day, facts, percent, when


def proposal(proposal: Proposal, catalog: Catalog) -> Stack:
    """The whole proposal; for programs its text as it stands, too."""
    shapes: tuple[Card | Table, ...] = (
        _head(proposal),
        _needs(proposal, catalog),
        _parts(proposal),
        _asked(proposal),
        *_prose(proposal),
    )
    item = {**facts(proposal), "body": proposal.document.body}
    return Stack("proposals.show", shapes, (item,))


def _head(proposal: Proposal) -> Card:
    fields = (
        ("Status", proposal.status),
        ("Owner", proposal.owner),
        ("Decider", proposal.decider),
        ("When", when(proposal.starts, proposal.ends)),
        ("Probability", percent(proposal.probability)),
        ("Scope", proposal.scope),
        ("Risk", proposal.risk),
        ("File", proposal.path),
    )
    told = tuple(field for field in fields if field[1])
    return Card("proposals.show", proposal.title, told, (), body=_preface(proposal))


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
    rows = (
        (
            need.title,
            catalog.title(catalog.slug_of(need.skill) or need.skill),
            "" if need.level is None else str(need.level),
            "" if need.fte is None else f"{need.fte:g}",
            when(need.starts, need.ends),
            need.solution,
        )
        for need in proposal.needs
    )
    return Table(
        kind="proposals.show",
        title="Needs",
        columns=(
            Column("Need", style="bold"),
            Column("Skill"),
            Column("Level", right=True),
            Column("FTE", right=True),
            Column("When"),
            Column("Solution"),
        ),
        rows=tuple(rows),
        items=(),
        empty="No needs yet. Add one: "
        f'teamkit proposals need {proposal.stem} "What the client wants"',
    )


def _parts(proposal: Proposal) -> Table:
    rows = (
        (
            part.need,
            part.person,
            part.role,
            percent(part.percent),
            when(part.starts, part.ends),
            part.state,
        )
        for part in proposal.parts
    )
    return Table(
        kind="proposals.show",
        title="Allocation",
        columns=(
            Column("Need", style="bold"),
            Column("Person"),
            Column("Role"),
            Column("Part", right=True),
            Column("When"),
            Column("State"),
        ),
        rows=tuple(rows),
        items=(),
        empty="Nobody has a part in it yet.",
    )


def _asked(proposal: Proposal) -> Table:
    answered = {one.person: day(one.on) or "yes" for one in reversed(proposal.advice)}
    rows = ((it.person, it.why, day(it.by), answered.get(it.person, "")) for it in proposal.asked)
    return Table(
        kind="proposals.show",
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
    return tuple(Card("proposals.show", title, (), (), body) for title, body in cards if body)
