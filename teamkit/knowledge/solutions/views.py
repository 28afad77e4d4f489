"""What people and programs see of needs and their solutions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teamkit.facts import Offer
from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.add import Added, NeedDraft
from teamkit.knowledge.solutions.estimate import decimal
from teamkit.knowledge.solutions.facts import waits_since
from teamkit.knowledge.solutions.match import NeedFound
from teamkit.knowledge.solutions.records import (
    NEED,
    NEED_REF,
    RATIO,
    Factor,
    NeedRef,
    NeedSeen,
    time_of,
)
from teamkit.knowledge.solutions.views_record import on_record
from teamkit.output import fields
from teamkit.output.common import BODY
from teamkit.output.extend import plain, within
from teamkit.output.fields import (
    NUMBER,
    TEXT,
    Field,
    Page,
    Record,
    many,
    optional,
    words_only,
)
from teamkit.output.shapes import Card, Column, Lines, Table

#: Most needs that a person reads; programs get all.
MOST_FOUND = 8


class NeedMatch(NamedTuple):
    """A need that fits some words."""

    found: NeedFound
    seen: NeedSeen

    @property
    def best(self) -> Offer | None:
        """Its solution that fits best."""
        line = self.found.solution.line if self.found.solution else 0
        return next((one for one in self.seen.offers if one.solution and one.line == line), None)


class NeedShown(NamedTuple):
    """What a page says besides its need."""

    factor: Factor
    body: str


def _seen(match: NeedMatch) -> NeedSeen:
    return match.seen


def _factor(shown: NeedShown) -> Factor:
    return shown.factor


def _body(shown: NeedShown) -> str:
    return shown.body


_MATCH = Record[NeedMatch](
    "need_match",
    "A need that fits some words.",
    (
        *within(plain(NEED.fields), _seen),
        words_only(lambda m: m.seen.need.stem, Column("Need", style="bold")),
        words_only(lambda m: _what(m.found), Column("Solution")),
        words_only(lambda m: time_of(m.best), Column("Time", right=True)),
        words_only(
            lambda m: "; ".join(m.found.solution.risks) if m.found.solution else "",
            Column("Risks"),
        ),
        Field(
            "best",
            lambda m: m.best.solution if m.best else None,
            optional(TEXT),
            "Which of its solutions fits best.",
        ),
        Field(
            "words",
            lambda m: m.found.words,
            many(TEXT),
            "The words that were found.",
            Column("Words", style="dim"),
        ),
        Field("found_in", lambda m: m.found.field, TEXT, "Where they were found."),
        Field("score", lambda m: round(m.found.score, 6), NUMBER, "How well it fits."),
    ),
)
_SHOWN = Record[NeedShown](
    "shown_need", "", (*within(RATIO.fields, _factor), *within(BODY.fields, _body))
)
_ADD = Page("solutions.add", "The new need.", NEED_REF, writes=True)
_LIST = Page("solutions.list", "Needs, by name.", NEED, RATIO)
_SHOW = Page("solutions.show", "One need.", NEED, _SHOWN)
_FOR = Page("solutions.for", "The needs that fit some words, best first.", _MATCH, RATIO)


def made(added: Added, wanted: NeedDraft) -> Lines:
    """The path of the new need."""
    need = NeedRef(wanted.stem, wanted.title, added.status, added.path)
    return fields.lines(_ADD, (added.path,), (need,))


def solutions(needs: Sequence[NeedSeen], factor: Factor) -> Table:
    """Each need with its status, owner and time, by file name."""
    waiting = [one.need.stem for one in needs if waits_since(one.need, one.today)]
    return fields.table(
        _LIST,
        needs,
        notes=(
            *_legend((time_of(one.offers[0]) for one in needs), factor),
            *((f"To be reviewed: {', '.join(waiting)}.",) if waiting else ()),
        ),
        empty='No needs here. Record one: teamkit solutions add "What the client wants"',
        whole=factor,
    )


def solution(seen: NeedSeen, factor: Factor) -> Card:
    """One need: what its jobs say of time and risks, then its page as it stands."""
    body = seen.need.document.body
    page = "\n\n".join(filter(None, [on_record(seen.need, factor), body.strip("\n")]))
    return fields.card(_SHOW, seen, seen.need.title, body=page, whole=NeedShown(factor, body))


def found(needs: Sequence[NeedFound], seen: Sequence[NeedSeen], factor: Factor) -> Table:
    """The needs that fit, best first, each with the solution that fits best."""
    more = len(needs) - MOST_FOUND
    matches = [NeedMatch(*pair) for pair in zip(needs, seen, strict=True)]
    table = fields.table(
        _FOR,
        matches,
        notes=(
            *((f"And {more} that fit less; all of them: --json",) if more > 0 else ()),
            *_legend((time_of(one.best) for one in matches[:MOST_FOUND]), factor),
        ),
        whole=factor,
    )
    return table._replace(rows=table.rows[:MOST_FOUND])


def _what(one: NeedFound) -> str:
    """The solution, and the need's status where it is not plainly owned."""
    status = one.need.status
    if one.solution is None:
        return status
    return one.solution.name if status == "owned" else f"{one.solution.name} ({status})"


def _legend(times: Iterable[str], factor: Factor) -> tuple[str, ...]:
    """What the signs in the column of times mean; nothing when there are none."""
    told = "".join(times)
    if not told:
        return ()
    by = f", times the team's {decimal(factor[0])}" if factor[1] >= ranges.ENOUGH else ""
    stated = f"~ is stated{by}; in" if "~" in told else "In"
    return (f"{stated} brackets the jobs on record, from {ranges.ENOUGH} on the range is theirs.",)
