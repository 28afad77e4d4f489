"""How fair the rotation is, replayed over attendance and beside three other ways to choose.

Each file of tests/data/attendance is gone through meeting by meeting. A strategy sees only what was
known then: the meetings before, and who was expected. It gives an order; where somebody who was
asked does not come, the next in the order who did come takes the turn.

A *fair share* is the sum, over the meetings somebody attended, of the seats divided by the members
present. A *regular* is a member who attended at least half of the meetings of the file. A *wait* is
a number of meetings attended: between two turns, before the first or since the last.

- ours: what `teamkit notes rotate` proposes.
- random: shuffled anew at each meeting, from a fixed seed.
- least recent: whoever had the last turn longest ago; somebody who never had one comes first.
- lowest rate: fewest turns per meeting attended, then least recent.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import NamedTuple

from teamkit.meetings.attendance import Held
from teamkit.meetings.turns.rotation import next_takers

FOLDER = Path(__file__).resolve().parents[1] / "data" / "attendance"
HEADER = ("team", "strategy", "from fair, turns", "longest wait", "wait / regulars")

#: Everybody expected, in the order they would be asked, from the meetings before.
Strategy = Callable[[Sequence[Held], Sequence[str], int], Sequence[str]]


class Meeting(NamedTuple):
    """One line of a file; *present* without the guests."""

    on: date
    seats: int
    expected: tuple[str, ...]
    present: frozenset[str]


class Fairness(NamedTuple):
    """How one strategy did on one file.

    Attributes:
        distance: turns, the largest distance from a fair share among the regulars at the end.
        wait: meetings attended, the longest wait among the regulars.
        regulars: how many there are.
    """

    distance: Fraction
    wait: int
    regulars: int

    @property
    def rounds(self) -> Fraction:
        """The longest wait, in multiples of the number of regulars."""
        return Fraction(self.wait, self.regulars)


def ours(history: Sequence[Held], expected: Sequence[str], seats: int) -> Sequence[str]:
    """What teamkit proposes."""
    choice = next_takers(history, expected, seats)
    return [pick.name for pick in (*choice.picks, *choice.alternates)]


def by_chance(history: Sequence[Held], expected: Sequence[str], _seats: int) -> Sequence[str]:
    """Shuffled anew at each meeting; the number of the meeting is the seed."""
    chance = Random(len(history))
    return sorted(expected, key=lambda _: chance.random())


def least_recent(history: Sequence[Held], expected: Sequence[str], _seats: int) -> Sequence[str]:
    """Whoever had the last turn longest ago."""
    last = {person: held.on for held in history for person in held.takers}
    return sorted(expected, key=lambda person: (last.get(person, date.min), person))


def lowest_rate(history: Sequence[Held], expected: Sequence[str], seats: int) -> Sequence[str]:
    """Fewest turns per meeting attended."""

    def rate(person: str) -> Fraction:
        attended = sum(person in held.eligible for held in history)
        return Fraction(sum(person in held.takers for held in history), max(1, attended))

    return sorted(least_recent(history, expected, seats), key=rate)


STRATEGIES: Mapping[str, Strategy] = {
    "ours": ours,
    "random": by_chance,
    "least recent": least_recent,
    "lowest rate": lowest_rate,
}


def read(path: Path) -> list[Meeting]:
    """The meetings of one file, in order."""
    found = []
    for line in path.read_text(encoding="utf-8").split("\n")[1:-1]:
        on, seats, expected, guests, present = line.split("\t")
        came = frozenset(present.split()) - frozenset(guests.split())
        found.append(Meeting(date.fromisoformat(on), int(seats), tuple(expected.split()), came))
    return found


def replay(meetings: Sequence[Meeting], strategy: Strategy) -> list[Held]:
    """The meetings as they are held when *strategy* says who is asked."""
    history: list[Held] = []
    for one in meetings:
        order = strategy(tuple(history), one.expected, one.seats)
        takers = [person for person in order if person in one.present][: one.seats]
        history.append(Held(one.on, one.present, frozenset(takers)))
    return history


def fairness(history: Sequence[Held]) -> Fairness:
    """How far from fair the turns in *history* are for its regulars."""
    everybody = sorted({person for held in history for person in held.eligible})
    attended = {p: [held for held in history if p in held.eligible] for p in everybody}
    regulars = [person for person in everybody if 2 * len(attended[person]) >= len(history)]
    return Fairness(
        distance=max(_distance(person, attended[person]) for person in regulars),
        wait=max(_longest_wait(person, attended[person]) for person in regulars),
        regulars=len(regulars),
    )


def results() -> dict[str, dict[str, Fairness]]:
    """Team -> strategy -> how it did, for every file."""
    files = {path.stem: read(path) for path in sorted(FOLDER.glob("*.tsv"))}
    return {
        team: {name: fairness(replay(meetings, how)) for name, how in STRATEGIES.items()}
        for team, meetings in files.items()
    }


def table(_arguments: Sequence[str] = ()) -> str:
    """The results as a Markdown table; below, the worst of each strategy over all teams."""
    found = results()
    rows = [
        (team, name, *numbers(how)) for team, hows in found.items() for name, how in hows.items()
    ]
    rows += [
        ("worst of all", name, *_worst([row[2:] for row in rows if row[1] == name]))
        for name in STRATEGIES
    ]
    lines = [HEADER, ("---", "---", "---:", "---:", "---:"), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def numbers(how: Fairness) -> tuple[str, ...]:
    """The cells of one result."""
    return f"{float(how.distance):.2f}", str(how.wait), f"{float(how.rounds):.2f}"


def _worst(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(max(cells, key=float) for cells in zip(*rows, strict=True))


def _distance(person: str, attended: Sequence[Held]) -> Fraction:
    share = sum((Fraction(len(h.takers), len(h.eligible)) for h in attended), Fraction(0))
    return abs(share - sum(person in held.takers for held in attended))


def _longest_wait(person: str, attended: Sequence[Held]) -> int:
    longest = waiting = 0
    for held in attended:
        waiting = 0 if person in held.takers else waiting + 1
        longest = max(longest, waiting)
    return longest
