"""What people and programs see of who has promised how much: words first, then bars."""

from collections.abc import Callable, Iterable, Iterator

from teamkit.output.shapes import Card, Cell, Grid, GridRow, Stack
from teamkit.projects.allocation.capacity import UNSAID, chance
from teamkit.projects.allocation.load import Load, LoadRow, Share
from teamkit.projects.proposals.model import Part, Proposal

#: Said with every page about load.
NO_COMPARING = "For planning, never to compare people."
_LEGEND = (
    "Percent of a full week: agreed+suggested or volunteered/what they have; ! more than they have."
)
_BARS = "# agreed, + suggested or volunteered, . free; a full bar is all they have that month."
_EMPTY = "Nobody of these people is on the team in these months."
_BAR = 8
_WEEK = 100
#: How full a month is, for each stronger tone.
_FULL = (0.0, 0.5, 0.85)


def load(found: Load, *, bars: bool = True) -> Stack:
    """The sentences, the figures by person and month, and *bars* that say the same once more."""
    figures = Grid(
        kind="allocation.load",
        across=tuple(map(str, found.months)),
        rows=tuple(GridRow(row.person, tuple(map(_figures, row.shares))) for row in found.rows),
        items=(),
        notes=(_LEGEND,),
    )
    drawn = figures._replace(
        rows=tuple(GridRow(row.person, tuple(map(_bar, row.shares))) for row in found.rows),
        notes=(_BARS,),
    )
    told = Card("allocation.load", "", (), (), body="\n".join(f"- {one}" for one in summary(found)))
    grids = (figures, drawn) if bars else (figures,)
    return Stack(
        kind="allocation.load",
        shapes=(told, *grids) if found.rows else (told,),
        items=tuple(_item(row, share) for row in found.rows for share in row.shares),
        facts=_facts(found),
    )


def summary(found: Load) -> tuple[str, ...]:
    """Who is over, how much is free, and what these figures rest on; a sentence each."""
    if not found.rows:
        return (_EMPTY,)
    return (
        *_over(found),
        f"Free in the team, in full-time people: {_by_month(found, lambda share: share.free)}.",
        *_left(found),
        *map(_likely, found.unsure),
        *_uncounted(found),
        NO_COMPARING,
    )


def _over(found: Load) -> Iterator[str]:
    """Who has promised more than they have; then who would have, each month in one sentence."""
    over = _listed(found, lambda share: share.is_over, lambda share: share.agreed)
    yield f"Over 100 % of what they have: {over or 'nobody'}."
    if offered := _listed(
        found,
        lambda share: share.would_be_over and not share.is_over,
        lambda share: share.agreed + share.offered,
    ):
        yield f"Over it with what is suggested and volunteered, too: {offered}."
    if most := _listed(
        found,
        lambda share: share.might_be_over and not share.would_be_over and not share.is_over,
        lambda share: share.at_most,
    ):
        yield f"Over it if all of that comes true and every proposal as well: {most}."


def _listed(found: Load, holds: Callable[[Share], bool], promised: Callable[[Share], float]) -> str:
    """`ana in 2027-02 (110 of 100 %)`, a part for each person and month."""
    return ", ".join(
        f"{row.person} in {share.month} ({promised(share):.0f} of {share.has:.0f} %)"
        for row in found.rows
        for share in row.shares
        if holds(share)
    )


def _left(found: Load) -> Iterator[str]:
    if any(share.offered for row in found.rows for share in row.shares):
        left = _by_month(found, lambda share: share.left)
        yield f"Free when all that is suggested and volunteered comes true: {left}."


def _by_month(found: Load, amount: Callable[[Share], float]) -> str:
    totals = (sum(amount(row.shares[at]) for row in found.rows) for at in range(len(found.months)))
    told = zip(found.months, totals, strict=True)
    return ", ".join(f"{total / _WEEK:.1f} in {month}" for month, total in told)


def _likely(proposal: Proposal) -> str:
    said = f"counts {chance(proposal)} %, as likely as it is said to be"
    if proposal.probability is None:
        said = f"counts {UNSAID} %: it does not say how likely it is"
    return f"{proposal.title} is a {proposal.status} and {said} ({proposal.path})."


def _uncounted(found: Load) -> Iterator[str]:
    parts = [f"{part.person} ({proposal.path}:{part.line})" for proposal, part in found.uncounted]
    if parts:
        yield f"Not counted, for want of a person, days, percent or a state: {', '.join(parts)}."


def _figures(share: Share) -> Cell:
    offered = f"+{share.offered:.0f}" if share.offered else ""
    mark = "!" if share.would_be_over else ""
    return Cell(f"{share.agreed:.0f}{offered}/{share.has:.0f}{mark}", _tone(share))


def _bar(share: Share) -> Cell:
    """As many signs as the month is full."""
    if not share.has:
        return Cell("!" if share.would_be_over else "", _tone(share))
    agreed = min(_BAR, round(share.agreed / share.has * _BAR))
    taken = min(_BAR, round((share.agreed + share.offered) / share.has * _BAR))
    mark = "!" if share.would_be_over else ""
    return Cell("#" * agreed + "+" * (taken - agreed) + "." * (_BAR - taken) + mark, _tone(share))


def _tone(share: Share) -> int:
    if share.would_be_over:
        return 4
    full = (share.agreed + share.offered) / share.has if share.has else 0.0
    return sum(full > limit for limit in _FULL)


def _facts(found: Load) -> dict[str, object]:
    return {
        "months": list(map(str, found.months)),
        "people": [row.person for row in found.rows],
        "summary": summary(found),
        "proposals": [_proposal(proposal) for proposal in found.unsure],
        "not_counted": [_part(proposal, part) for proposal, part in found.uncounted],
        "about": NO_COMPARING,
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "proposal": proposal.stem,
        "status": proposal.status,
        "probability": proposal.probability,
        "counts": chance(proposal),
        "path": proposal.path,
    }


def _part(proposal: Proposal, part: Part) -> dict[str, object]:
    return {"person": part.person, "need": part.need, "path": proposal.path, "line": part.line}


def _item(row: LoadRow, share: Share) -> dict[str, object]:
    """A month of somebody, in percent of a full week."""
    figures: Iterable[tuple[str, float]] = (
        ("has", share.has),
        ("agreed", share.agreed),
        ("suggested", share.suggested),
        ("volunteered", share.volunteered),
        ("at_most", share.at_most),
        ("free", share.free),
        ("left", share.left),
    )
    return {
        "person": row.person,
        "month": str(share.month),
        **{name: round(figure, 1) for name, figure in figures},
        "over": share.is_over,
        "would_be_over": share.would_be_over,
        "might_be_over": share.might_be_over,
    }
