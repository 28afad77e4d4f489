"""One proposal on a page: what it says, what it needs, who takes part, what was advised."""

from teamkit.output.shapes import Card, Column, Stack, Table
from teamkit.people.catalog import Catalog
from teamkit.proposals.model import Plan
from teamkit.proposals.page import SECTIONS, page
from teamkit.proposals.views import day, facts, percent, when


def proposal(plan: Plan, catalog: Catalog) -> Stack:
    """The whole proposal; for programs its text as it stands, too."""
    shapes: tuple[Card | Table, ...] = (
        _head(plan),
        _needs(plan, catalog),
        _parts(plan),
        _asked(plan),
        *_prose(plan),
    )
    item = {**facts(plan), "body": plan.document.body}
    return Stack("proposals.show", shapes, (item,))


def _head(plan: Plan) -> Card:
    fields = (
        ("Status", plan.status),
        ("Owner", plan.owner),
        ("Decider", plan.decider),
        ("When", when(plan.starts, plan.ends)),
        ("Probability", percent(plan.probability)),
        ("Scope", plan.scope),
        ("Risk", plan.risk),
        ("File", plan.path),
    )
    told = tuple(field for field in fields if field[1])
    return Card("proposals.show", plan.title, told, (), body=_preface(plan))


def _preface(plan: Plan) -> str:
    """What the file says outside of the sections that are shown on their own."""
    told = page(plan.document.text)
    shown = {one.line for name in SECTIONS for part in told.parts(name) for one in part}
    lines = [
        line
        for section in told.sections
        if section.line not in shown or not section.level
        for line in section.lines
    ]
    return "\n".join(line.text for line in lines if not line.hidden).strip("\n")


def _needs(plan: Plan, catalog: Catalog) -> Table:
    rows = (
        (
            need.title,
            catalog.title(catalog.slug_of(need.skill) or need.skill),
            "" if need.level is None else str(need.level),
            "" if need.fte is None else f"{need.fte:g}",
            when(need.starts, need.ends),
            need.solution,
        )
        for need in plan.needs
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
        empty=f'No needs yet. Add one: teamkit proposals need {plan.stem} "What the client wants"',
    )


def _parts(plan: Plan) -> Table:
    rows = (
        (
            part.need,
            part.person,
            part.role,
            percent(part.percent),
            when(part.starts, part.ends),
            part.state,
        )
        for part in plan.parts
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


def _asked(plan: Plan) -> Table:
    answered = {one.person: day(one.on) or "yes" for one in reversed(plan.advice)}
    rows = ((it.person, it.why, day(it.by), answered.get(it.person, "")) for it in plan.asked)
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


def _prose(plan: Plan) -> tuple[Card, ...]:
    """What was advised and decided, in the words of the file."""
    said = [f"{day(one.on)} @{one.person}".strip() + f"\n\n{one.text}" for one in plan.advice]
    cards = (("What was advised", "\n\n".join(said)), ("Decision", plan.decision.text))
    return tuple(Card("proposals.show", title, (), (), body) for title, body in cards if body)
