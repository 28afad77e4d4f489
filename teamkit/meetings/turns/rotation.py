"""Who has the next turn at something, from who really had it; pure.

A fair share: at each meeting somebody attended, the turns taken there, divided by those who could
have had them. What somebody owes is the fair share less their turns. The order: whoever owes most,
then longest since the last turn, then handle; and nobody has two turns running while somebody else
could. Absence changes nothing, because only meetings attended are counted, and a newcomer owes
nothing yet, which is the middle of the queue.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from teamkit.choice import Choice, Pick
from teamkit.meetings.attendance import Held

#: A share below this would read as none with one decimal.
_SMALL = Fraction(1, 20)


class Account(NamedTuple):
    """What somebody's turns amount to.

    Attributes:
        turns: how often they had the turn.
        share: how often would have been fair.
        last: day of their last turn; None for never.
        seen: day of the last meeting they attended; None for never.
    """

    turns: int = 0
    share: Fraction = Fraction(0)
    last: date | None = None
    seen: date | None = None

    @property
    def debt(self) -> Fraction:
        """The turns they owe; below 0 they had more than is fair."""
        return self.share - self.turns

    @property
    def had_the_last(self) -> bool:
        """Whether they had the turn when they were there last."""
        return self.last is not None and self.last == self.seen


def next_takers(history: Sequence[Held], candidates: Collection[str], seats: int = 1) -> Choice:
    """Who has the next turn.

    Args:
        history: meetings held, in any order; people who left may appear.
        candidates: handles of who could; the order does not matter.
        seats: turns to fill, 1 or more.

    Returns:
        The picks, neediest first, everyone else as alternates in order; both with the reason.
        Fewer candidates than seats give fewer picks.
    """
    known = accounts(history)
    found = {person: known.get(person, Account()) for person in candidates}
    order = sorted(found, key=lambda person: (*_place(found[person]), person))
    picks = tuple(Pick(person, reason(found[person])) for person in order)
    return Choice(picks=picks[:seats], alternates=picks[seats:])


def reason(account: Account) -> str:
    """Why somebody stands where they stand, a phrase for people."""
    if account.seen is None:
        return "new, no meeting attended yet"
    if account.last is None:
        return f"no turn yet{_fair(account.share)}"
    turns = "1 turn" if account.turns == 1 else f"{account.turns} turns"
    running = ", not twice running" if account.had_the_last else ""
    return f"{turns}{_fair(account.share)}, last on {account.last.isoformat()}{running}"


def accounts(history: Iterable[Held]) -> dict[str, Account]:
    """What the turns of everybody in *history* amount to."""
    attended: dict[str, list[tuple[Held, int]]] = {}
    for held in history:
        could = held.eligible | held.takers
        for person in could:
            attended.setdefault(person, []).append((held, len(could)))
    return {person: _account(person, meetings) for person, meetings in attended.items()}


def _account(person: str, attended: Sequence[tuple[Held, int]]) -> Account:
    """The account of *person*, from the meetings attended and how many could have had the turn."""
    had = [held.on for held, _ in attended if person in held.takers]
    # Many meetings are of one size: adding their fractions up at once is several times as fast.
    kinds = Counter((len(held.takers), could) for held, could in attended)
    share = sum((Fraction(n * takers, could) for (takers, could), n in kinds.items()), Fraction(0))
    return Account(len(had), share, max(had, default=None), max(held.on for held, _ in attended))


def _place(account: Account) -> tuple[bool, Fraction, date]:
    return account.had_the_last, -account.debt, account.last or date.min


def _fair(share: Fraction) -> str:
    if not share:
        return ""
    return f" where {float(share):.{1 if share >= _SMALL else 2}f} would be fair"
