"""The best answer, exactly: an integer program, and HiGHS, which solves it.

One variable per seat: 1 when that person has that slot. Its conditions:

    a slot has at most one person; nobody has both slots of a need; a support needs a main person
    what a person takes in a month fits the room they have
    a bonus counts where the support sits and a main person who gives it does
    repeats are what a person's seats are over one; an offer counts once

and what is made as large as can be is the worth of `staffing`, its first tier times `Case.weight`.
HiGHS is given one thread and one seed, so that the same case has the same answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from teamkit.output.quiet import quiet_stdout
from teamkit.projects.allocation.seats import PLAIN, Body, Case, Seat, Sitting, is_possible, worth

#: What tells two answers apart is a whole point; anything nearer is the same.
_NEAR = 0.5
_TAKEN = 0.5


class Optimum(NamedTuple):
    """Who sits where, and the points of both tiers; no answer has more."""

    sitting: Sitting
    first: int
    second: int


class _Condition(NamedTuple):
    """A condition: the sum of factor x variable is at most that much."""

    factors: Mapping[int, int]
    most: int


class _Program:
    """Variables from 0 to some most, what each is worth, and the conditions they meet."""

    def __init__(self, case: Case) -> None:
        self.worths: list[int] = []
        self.mosts: list[int] = []
        self.rows: list[_Condition] = []
        weight = case.weight
        self.columns = {
            seat: self.variable(weight * seat.first + seat.second)
            for own in case.seats
            for seat in own
        }
        #: Only seats are whole by themselves; all others are once the seats are.
        self.whole = len(self.worths)
        for need in range(len(case.fixed)):
            self._need(case, need)
        held: dict[int, list[Seat]] = {}
        for seat in self.columns:
            held.setdefault(seat.who, []).append(seat)
        for who, own in sorted(held.items()):
            self._body(case.bodies[who], own, again=case.again, weight=weight)

    def variable(self, worth: int, most: int = 1) -> int:
        """The number of a new variable."""
        self.worths.append(worth)
        self.mosts.append(most)
        return len(self.worths) - 1

    def _sum(self, seats: Iterable[Seat], factor: int = 1) -> dict[int, int]:
        return {self.columns[seat]: factor for seat in seats}

    def _need(self, case: Case, need: int) -> None:
        mains, supports = case.seats[2 * need], case.seats[2 * need + 1]
        self.rows += [_Condition(self._sum(own), 1) for own in (mains, supports) if own]
        beside = {seat.who: seat for seat in mains}
        pairs = ((seat, beside[seat.who]) for seat in supports if seat.who in beside)
        self.rows += [_Condition(self._sum(pair), 1) for pair in pairs]
        fixed = case.fixed[need]
        if fixed < 0 and supports:
            self.rows.append(_Condition({**self._sum(supports), **self._sum(mains, -1)}, 0))
        for kind in sorted({seat.kind for seat in supports} - {PLAIN}):
            own = [seat for seat in supports if seat.kind == kind]
            giving = [seat for seat in mains if seat.gives >> kind & 1]
            if fixed >= 0 and fixed >> kind & 1:
                for seat in own:
                    self.worths[self.columns[seat]] += seat.bonus
            elif fixed < 0 and giving:
                self._bonuses(own, giving)

    def _bonuses(self, supports: Sequence[Seat], giving: Sequence[Seat]) -> None:
        bonuses = [self.variable(seat.bonus) for seat in supports]
        for bonus, seat in zip(bonuses, supports, strict=True):
            self.rows.append(_Condition({bonus: 1, self.columns[seat]: -1}, 0))
        self.rows.append(_Condition({**dict.fromkeys(bonuses, 1), **self._sum(giving, -1)}, 0))

    def _body(self, body: Body, own: Sequence[Seat], *, again: int, weight: int) -> None:
        for month, room in enumerate(body.room):
            loads = {self.columns[seat]: seat.load[month] for seat in own if seat.load[month]}
            if loads and sum(loads.values()) > room:
                self.rows.append(_Condition(loads, max(0, room)))
        further = self.variable(-again, len(own))
        self.rows.append(_Condition({**self._sum(own), further: -1}, 0 if body.parts else 1))
        musts = [seat for seat in own if seat.is_support == body.must_support]
        mains = [seat for seat in own if not seat.is_support]
        must = body.must * weight
        for points, seats in ((body.offer, own), (body.lead, mains), (must, musts)):
            if points and seats:
                once = self.variable(points)
                self.rows.append(_Condition({once: 1, **self._sum(seats, -1)}, 0))


def solve(case: Case) -> Optimum:
    """The best answer to *case*."""
    program = _Program(case)
    taken = {at for at, value in enumerate(_solution(program)) if value > _TAKEN}
    sitting: list[Seat | None] = [None] * len(case.seats)
    for seat, column in program.columns.items():
        if column in taken:
            sitting[seat.slot] = seat
    if not is_possible(case, sitting):
        raise RuntimeError("HiGHS gave an answer that breaks a condition")
    return Optimum(tuple(sitting), *worth(case, sitting))


@quiet_stdout()
def _solution(program: _Program) -> list[float]:
    """What each variable is in the best answer; some versions of HiGHS print a banner."""
    import highspy

    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy says no types for it
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", _NEAR),
    ):
        highs.setOptionValue(name, value)
    for at, (worth_, most) in enumerate(zip(program.worths, program.mosts, strict=True)):
        highs.addVar(0.0, float(most))
        highs.changeColCost(at, -float(worth_))
        if at < program.whole:
            highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
    for row in program.rows:
        columns, factors = list(row.factors), [float(factor) for factor in row.factors.values()]
        highs.addRow(-highspy.kHighsInf, float(row.most), len(columns), columns, factors)
    highs.run()
    if highs.getModelStatus() not in {
        highspy.HighsModelStatus.kOptimal,
        highspy.HighsModelStatus.kModelEmpty,
    }:
        raise RuntimeError(f"HiGHS ended with {highs.getModelStatus()}")
    return list(highs.getSolution().col_value)
