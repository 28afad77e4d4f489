"""Writes tests/data/attendance/ again: who came to the meetings of eight made-up teams.

    python -m tests.data.make_attendance

One file a team, one line a meeting, columns parted by tabs:

    date  seats  expected  guests  present

`expected` are members who have not said that they will be away: all that is known when somebody is
asked. `present` is who came: a member who is expected and not present did not say so before.
`guests` come, and never have a turn. Nobody's turns stand here: whose they are is the strategy's.

The same words always give the same bytes: there is no clock, and chance comes from a seed and from
`Random.random` alone, which Python keeps the same from version to version.
"""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

FOLDER = Path(__file__).parent / "attendance"
FIRST = date(2026, 1, 2)
HEADER = ("date", "seats", "expected", "guests", "present")


class Member(NamedTuple):
    """How somebody comes to meetings.

    Attributes:
        away: chance that an announced absence begins at a meeting.
        weeks: the longest such absence; each length from 1 is as likely.
        missing: chance of not coming without a word.
        every: 2 comes to every second meeting only, and says so.
        joins, leaves: number of the first meeting, and of the first one without them.
    """

    away: float = 0.0
    weeks: int = 1
    missing: float = 0.0
    every: int = 1
    joins: int = 0
    leaves: int = 1000


class Group(NamedTuple):
    """A team, its number of meetings, and how many take notes at each.

    Attributes:
        guest: chance that a guest comes to a meeting.
    """

    members: tuple[Member, ...]
    meetings: int
    seed: int
    seats: int = 1
    guest: float = 0.0


_STEADY = Member(away=0.05, weeks=2, missing=0.03)
GROUPS: Mapping[str, Group] = {
    "five-often-away": Group((Member(away=0.15, missing=0.02),) * 5, 60, seed=5),
    "six-over-sixty-meetings": Group((Member(away=0.05, weeks=2, missing=0.01),) * 6, 60, seed=6),
    "seven-and-one-is-unlucky": Group((Member(missing=0.35), *(_STEADY,) * 6), 60, seed=7),
    "eight-with-long-absences": Group((Member(away=0.02, weeks=14, missing=0.02),) * 8, 75, seed=8),
    "nine-and-three-half-time": Group(
        (*(Member(every=2, away=0.04),) * 3, *(_STEADY,) * 6), 80, seed=9
    ),
    "twelve-with-two-seats": Group((_STEADY,) * 12, 60, seed=12, seats=2),
    "twenty-who-come-and-go": Group(
        (
            *(Member(away=0.06, weeks=3, missing=0.04),) * 12,
            *(_STEADY._replace(joins=10 * number) for number in range(1, 6)),
            *(_STEADY._replace(leaves=20 * number) for number in range(1, 4)),
        ),
        100,
        seed=20,
        guest=0.25,
    ),
    "forty-over-two-years": Group((_STEADY,) * 40, 104, seed=40, guest=0.1),
}


def files() -> dict[str, str]:
    """Every file's text, by its name."""
    return {f"{name}.tsv": _table(group) for name, group in GROUPS.items()}


def _table(group: Group) -> str:
    chance = Random(group.seed)
    back = [0] * len(group.members)
    lines = ["\t".join(HEADER)]
    for week in range(group.meetings):
        expected, present = [], []
        for number, member in enumerate(group.members):
            begins, length, missing = chance.random(), chance.random(), chance.random()
            if week >= back[number] and begins < member.away:
                back[number] = week + 1 + int(length * member.weeks)
            turned_up = (week + number) % member.every == 0
            if member.joins <= week < member.leaves and week >= back[number] and turned_up:
                expected.append(f"p{number + 1:02}")
                if missing >= member.missing:
                    present.append(expected[-1])
        guests = ["guest"] if chance.random() < group.guest else []
        day = FIRST + timedelta(weeks=week)
        cells = (expected, guests, sorted([*present, *guests]))
        lines.append("\t".join((day.isoformat(), str(group.seats), *map(" ".join, cells))))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write them, and say how many."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(GROUPS)} files in {FOLDER}\n")


if __name__ == "__main__":
    main()
