"""Who takes notes (or facilitates) next, from who really did; pure.

Order: fewest turns per meeting attended, then longest since the last turn, then handle. Whoever
attended fewer meetings than one full round of the team is a newcomer: the meetings still missing
to that round count at the average rate, so nobody starts at the front of the queue, and the credit
fades with every meeting attended. Absences are not attended meetings, so coming back from one
changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from teamkit.proposal import Pick, Proposal


class Held(NamedTuple):
    """One meeting whose notes were really taken.

    Attributes:
        present: handles of who attended.
        takers: handles of who had the turn; they attended too.
    """

    on: date
    present: frozenset[str]
    takers: frozenset[str]


class Tally(NamedTuple):
    """Somebody's turns and meetings attended so far, and the day of the last turn."""

    turns: int = 0
    attended: int = 0
    last: date | None = None


class Record(NamedTuple):
    """What somebody's turns amount to.

    Attributes:
        turns: how often they had the turn.
        attended: meetings they attended.
        last: day of their last turn; None for never.
        rate: turns per meeting attended, a newcomer's missing meetings counted at the average.
        is_new: fewer meetings than one full round.
    """

    turns: int
    attended: int
    last: date | None
    rate: Fraction
    is_new: bool


def next_takers(history: Sequence[Held], candidates: Collection[str], seats: int = 1) -> Proposal:
    """Who has the next turn.

    Args:
        history: meetings held, in any order; people who left may appear.
        candidates: handles of who could; the order does not matter.
        seats: turns to fill, 1 or more.

    Returns:
        The picks, neediest first, everyone else as alternates in order; both with the reason.
        Fewer candidates than seats give fewer picks.
    """
    counts = tally(history)
    records = {person: record(counts, person, candidates, seats) for person in candidates}
    order = sorted(candidates, key=lambda p: (*_place(records[p]), p))
    picks = tuple(Pick(person, reason(records[person])) for person in order)
    return Proposal(picks=picks[:seats], alternates=picks[seats:])


def record(
    counts: Mapping[str, Tally], person: str, candidates: Collection[str], seats: int = 1
) -> Record:
    """The turns of *person* among *candidates*, newcomer's credit included."""
    own = counts.get(person, Tally())
    missing = max(0, ceil(len(candidates) / max(1, seats)) - own.attended)
    rate = Fraction(own.turns, own.attended) if own.attended else Fraction(0)
    if missing:
        # Their own turns count in the average: else whoever took the first turn of a new team
        # would be alone in being compared with people who had none, and take the second too.
        known = [counts[p] for p in candidates if p in counts]
        attended = sum(one.attended for one in known)
        average = Fraction(sum(one.turns for one in known), attended) if attended else 0
        rate = (own.turns + average * missing) / Fraction(own.attended + missing)
    return Record(own.turns, own.attended, own.last, rate, is_new=missing > 0)


def reason(turns: Record) -> str:
    """Why somebody stands where they stand, a phrase for people."""
    if not turns.attended:
        return "no meeting yet, so counted at the average rate"
    last = f", last on {turns.last.isoformat()}" if turns.last else ""
    words = f"{_many(turns.turns, 'turn')} in {_many(turns.attended, 'meeting')}{last}"
    return f"{words}; new, so counted at the average rate" if turns.is_new else words


def tally(history: Iterable[Held]) -> dict[str, Tally]:
    """Turns, meetings attended and last turn of everybody in *history*."""
    counts: dict[str, Tally] = {}
    for held in history:
        for person in held.present | held.takers:
            one = counts.get(person, Tally())
            took = person in held.takers
            last = max(one.last or held.on, held.on) if took else one.last
            counts[person] = Tally(one.turns + took, one.attended + 1, last)
    return counts


def _place(turns: Record) -> tuple[Fraction, bool, date]:
    """The place in the queue; where rates are the same, newcomers come after the others."""
    return turns.rate, turns.is_new, turns.last or date.min


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
