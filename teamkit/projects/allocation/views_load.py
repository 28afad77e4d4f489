"""What people and programs see of who has promised how much: words first, then bars."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from teamkit.output.extend import plain, within
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    MONTH,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.shapes import Card, Cell, Grid, GridRow, Stack
from teamkit.projects.allocation.capacity import UNSAID, chance
from teamkit.projects.allocation.load import Load, Share
from teamkit.projects.proposals.model import Part, Proposal
from teamkit.projects.proposals.records import PART, PROPOSAL_REF

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


class PersonMonth(NamedTuple):
    """A month of somebody."""

    person: str
    share: Share


def load(found: Load, *, bars: bool = True) -> Stack:
    """The sentences, the figures by person and month, and *bars* that say the same once more."""
    figures = Grid(
        kind=_LOAD.kind,
        across=tuple(map(str, found.months)),
        rows=tuple(GridRow(row.person, tuple(map(_figures, row.shares))) for row in found.rows),
        items=(),
        notes=(_LEGEND,),
    )
    drawn = figures._replace(
        rows=tuple(GridRow(row.person, tuple(map(_bar, row.shares))) for row in found.rows),
        notes=(_BARS,),
    )
    told = Card(_LOAD.kind, "", (), (), body="\n".join(f"- {one}" for one in summary(found)))
    grids = (figures, drawn) if bars else (figures,)
    return Stack(
        kind=_LOAD.kind,
        shapes=(told, *grids) if found.rows else (told,),
        items=_LOAD.items(
            PersonMonth(row.person, share) for row in found.rows for share in row.shares
        ),
        facts=_LOAD.facts(found),
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
        said = f"counts {UNSAID} %: its probability is not given"
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


def _figure(key: str, take: Callable[[Share], float], about: str) -> Field[PersonMonth]:
    return Field(key, lambda it: round(take(it.share), 1), NUMBER, about)


_MONTH = Record[PersonMonth](
    "person_month",
    "A month of somebody, in percent of a full week.",
    (
        Field("person", lambda it: it.person, HANDLE, "Who."),
        Field("month", lambda it: str(it.share.month), MONTH, "Which month."),
        _figure("has", lambda s: s.has, "What they have for projects."),
        _figure("agreed", lambda s: s.agreed, "What they agreed to."),
        _figure("suggested", lambda s: s.suggested, "What is suggested."),
        _figure("volunteered", lambda s: s.volunteered, "What they volunteered for."),
        _figure("at_most", lambda s: s.at_most, "All of it, if every proposal comes true."),
        _figure("free", lambda s: s.free, "What they have and did not agree to."),
        _figure("remaining", lambda s: s.left, "What is left when all offers come true."),
        Field("over", lambda it: it.share.is_over, YES, "Agreed to more than they have."),
        Field("would_be_over", lambda it: it.share.would_be_over, YES, "So with all offers."),
        Field("might_be_over", lambda it: it.share.might_be_over, YES, "So if all comes true."),
    ),
)
_UNSURE = Record[Proposal](
    "unsure_proposal",
    "A proposal that counts in part.",
    (
        *PROPOSAL_REF.fields,
        Field("probability", lambda p: p.probability, optional(COUNT), "As its file says it."),
        Field("counts", chance, COUNT, "Percent of its parts that count."),
    ),
)


def _part(it: tuple[Proposal, Part]) -> Part:
    return it[1]


_UNCOUNTED = Record[tuple[Proposal, Part]](
    "uncounted_part",
    "Somebody's part that cannot be counted.",
    (
        Field("proposal", lambda it: it[0].stem, SLUG, "Which proposal."),
        *within(plain(PART.fields), _part),
        Field("path", lambda it: it[0].path, PATH, "The proposal's file."),
    ),
)
_WHOLE = Record[Load](
    "load",
    "",
    (
        Field("months", lambda f: list(map(str, f.months)), many(MONTH), "The months shown."),
        Field("people", lambda f: [row.person for row in f.rows], many(HANDLE), "The people."),
        Field("summary", summary, many(TEXT), "The same in sentences."),
        Field("proposals", lambda f: f.unsure, many(_UNSURE), "Proposals that are not sure."),
        Field("uncounted", lambda f: f.uncounted, many(_UNCOUNTED), "Parts not counted."),
        Field("about", lambda _: NO_COMPARING, TEXT, "What the figures are for."),
    ),
)
_LOAD = Page("allocation.load", "Who has promised how much.", _MONTH, _WHOLE)
