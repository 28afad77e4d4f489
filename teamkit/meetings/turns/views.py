"""What people and programs see of whose turn it is."""

from collections.abc import Mapping
from typing import NamedTuple

from teamkit.choice import Choice, Pick
from teamkit.meetings.attendance import Role
from teamkit.meetings.turns.roles import WORDS
from teamkit.meetings.turns.rotate import Rotated
from teamkit.meetings.turns.swap import Skipped, Swapped, TurnGiven
from teamkit.output import fields
from teamkit.output.common import PICK
from teamkit.output.fields import (
    DAY,
    HANDLE,
    PATH,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    one_of,
    optional,
    words_only,
)
from teamkit.output.shapes import Column, Table
from teamkit.people.directory import Directory

#: How many of those who would be next are shown.
_NEXT = 2


class TurnPick(NamedTuple):
    """Somebody who has a turn, or would be next."""

    role: Role
    pick: Pick
    name: str
    is_next: bool
    parts: tuple[str, ...]


def _turn(one: TurnPick) -> str:
    """`takes notes of part 1`, or `next`."""
    does = "next" if one.is_next else WORDS[one.role].does
    return f"{does} of {' and '.join(one.parts)}" if one.parts else does


_PICK = Record[TurnPick](
    "turn",
    "Somebody who has a role at a meeting, or would have it next.",
    (
        Field("role", lambda t: t.role.value, one_of(*Role), "The role."),
        Field("next", lambda t: t.is_next, YES, "Whether they would only be next."),
        Field("parts", lambda t: t.parts, many(TEXT), "The parts of the meeting; empty for all."),
        words_only(_turn, Column("Turn")),
        Field("person", lambda t: t.pick.name, HANDLE, "Who.", Column("Who", style="bold")),
        Field("name", lambda t: t.name, TEXT, "The first name."),
        Field("because", lambda t: t.pick.because, TEXT, "Why.", Column("Because")),
    ),
)
_GIVEN = Record[tuple[TurnGiven, str]](
    "given_turn",
    "A turn that somebody else has now.",
    (
        Field("role", lambda it: it[0].turn.role.value, one_of(*Role), "The role."),
        Field("date", lambda it: it[0].turn.agenda.day, DAY, "The meeting's day.", Column("Day")),
        words_only(lambda it: WORDS[it[0].turn.role].does, Column("Turn")),
        Field("person", lambda it: it[0].person, HANDLE, "Who.", Column("Who", style="bold")),
        Field("name", lambda it: it[1], TEXT, "The first name."),
        Field(
            "instead_of", lambda it: it[0].instead_of, HANDLE, "Who had it.", Column("Instead of")
        ),
        Field("agenda", lambda it: it[0].turn.agenda.path, PATH, "The meeting's agenda."),
    ),
)
_ROTATED = Record[Rotated](
    "rotated",
    "",
    (
        Field("agenda", lambda r: r.agenda, PATH, "The meeting's agenda."),
        Field("passed", lambda r: r.choice.passed, many(PICK), "Who could not, and why."),
    ),
)
_SKIPPED = Record[Skipped](
    "skipped",
    "",
    (
        Field("skipped", lambda s: s.person.handle, HANDLE, "Who skips the turn."),
        Field("because", lambda s: s.because, TEXT, "Why."),
        Field(
            "agenda",
            lambda s: s.given.turn.agenda.path if s.given else None,
            optional(PATH),
            "The meeting's agenda; null when they had no turn.",
        ),
        Field(
            "date",
            lambda s: s.given.turn.agenda.day if s.given else None,
            optional(DAY),
            "The meeting's day.",
        ),
        Field("passed", lambda s: s.choice.passed, many(PICK), "Who could not, and why."),
    ),
)
_ROTATE = Page("notes.rotate", "Who has the role, then who is next.", _PICK, _ROTATED, writes=True)
_SWAP = Page("notes.swap", "The turns that changed hands.", _GIVEN, writes=True)
_SKIP = Page("notes.skip", "Who has the turn now, then who is next.", _PICK, _SKIPPED, writes=True)


def turns(asked: Rotated, people: Directory) -> Table:
    """Who has the role, who would be next, and why; who could not as facts."""
    shown = _picks(asked.role, asked.choice, people, asked.parts)
    return fields.table(_ROTATE, shown, whole=asked)


def turns_told(asked: Rotated, people: Directory) -> list[str]:
    """Who could not, and who was picked all the same, in sentences for stderr."""
    told = [
        f"{people.first_name(name)} {'is ' if why.startswith('away') else ''}{why}."
        for name, why in asked.absent.items()
        if why
    ]
    return [*told, *_could_not(asked.choice, people)]


def swapped(outcome: Swapped, people: Directory) -> Table:
    """Who has which turn now."""
    return fields.table(_SWAP, [(one, people.first_name(one.person)) for one in outcome.given])


def swapped_told(outcome: Swapped, people: Directory) -> list[str]:
    """What is remarkable about a swap, in sentences for stderr."""
    told = [f"{people.first_name(one.person)}: {one.away}." for one in outcome.given if one.away]
    if len(outcome.given) == 1:
        first = outcome.given[0]
        taker, giver = map(people.first_name, (first.person, first.instead_of))
        told.append(f"{giver} takes no turn of {taker}'s in return: none fits.")
    return told


def skipped(outcome: Skipped, people: Directory) -> Table:
    """Who has the turn now, who would be next, and why."""
    role = outcome.given.turn.role if outcome.given else Role.NOTES
    return fields.table(_SKIP, _picks(role, outcome.choice, people, {}), whole=outcome)


def skipped_told(outcome: Skipped, people: Directory) -> list[str]:
    """Why, and what it means for the next time, in sentences for stderr."""
    name = outcome.person.first_name
    if outcome.given is None:
        return [f"No agenda asks {name} for anything then."]
    return [
        *_could_not(outcome.choice, people),
        f"{name} skips this turn: {outcome.because}.",
        f"{name} keeps the place in line: a turn counts for whoever really has it.",
    ]


def _picks(
    role: Role, choice: Choice, people: Directory, parts: Mapping[str, str]
) -> list[TurnPick]:
    """The picks, each with their parts of the meeting, and the first who would be next."""
    own = {
        pick.name: tuple(part for part, who in parts.items() if who == pick.name)
        for pick in choice.picks
    }
    marked = [(pick, False) for pick in choice.picks]
    marked += [(pick, True) for pick in choice.alternates[:_NEXT]]
    return [
        TurnPick(role, pick, people.first_name(pick.name), is_next, own.get(pick.name, ()))
        for pick, is_next in marked
    ]


def _could_not(choice: Choice, people: Directory) -> list[str]:
    return [f"Not {people.first_name(p.name)}: {p.because}." for p in choice.passed]
