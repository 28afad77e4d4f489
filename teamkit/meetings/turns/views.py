"""What people and programs see of whose turn it is."""

from collections.abc import Mapping

from teamkit.choice import Choice
from teamkit.meetings.attendance import Role
from teamkit.meetings.turns.roles import WORDS
from teamkit.meetings.turns.rotate import Rotated
from teamkit.meetings.turns.swap import Skipped, Swapped, TurnGiven
from teamkit.output.shapes import Column, Table
from teamkit.people.directory import Directory

#: How many of those who would be next are shown.
_NEXT = 2


def turns(asked: Rotated, people: Directory) -> Table:
    """Who has the role, who would be next, and why; who could not as facts."""
    facts = {"agenda": asked.agenda, "role": asked.role.value}
    return _proposed(
        "notes.rotate", asked.role, asked.choice, people, facts=facts, parts=asked.parts
    )


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
    return Table(
        kind="notes.swap",
        columns=(
            Column("Day"),
            Column("Turn"),
            Column("Who", style="bold"),
            Column("Instead of"),
        ),
        rows=tuple(
            (one.turn.agenda.day.isoformat(), WORDS[one.turn.role].does, one.person, one.instead_of)
            for one in outcome.given
        ),
        items=tuple(_given(one, people) for one in outcome.given),
    )


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
    given = outcome.given
    facts: dict[str, object] = {"skipped": outcome.person.handle, "because": outcome.because}
    if given is None:
        facts |= {"agenda": None, "role": None, "date": None}
        return _proposed("notes.skip", Role.NOTES, outcome.choice, people, facts=facts)
    agenda, role = given.turn
    facts |= {"agenda": agenda.path, "role": role.value, "date": agenda.day}
    return _proposed("notes.skip", role, outcome.choice, people, facts=facts)


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


def _proposed(
    kind: str,
    role: Role,
    choice: Choice,
    people: Directory,
    *,
    facts: Mapping[str, object],
    parts: Mapping[str, str] = {},
) -> Table:
    """The picks and who would be next, as a table."""
    does = WORDS[role].does
    marked = [(does, pick) for pick in choice.picks]
    marked += [("next", pick) for pick in choice.alternates[:_NEXT]]
    own = {
        pick.name: [part for part, who in parts.items() if who == pick.name]
        for pick in choice.picks
    }
    return Table(
        kind=kind,
        columns=(Column("Turn"), Column("Who", style="bold"), Column("Because")),
        rows=tuple(
            (_with_parts(turn, own.get(pick.name, [])), pick.name, pick.because)
            for turn, pick in marked
        ),
        items=tuple(
            {
                "turn": turn,
                "parts": own.get(pick.name, []),
                "person": pick.name,
                "name": people.first_name(pick.name),
                "because": pick.because,
            }
            for turn, pick in marked
        ),
        facts={
            **facts,
            "passed": [{"person": p.name, "because": p.because} for p in choice.passed],
        },
    )


def _with_parts(turn: str, parts: list[str]) -> str:
    return f"{turn} of {' and '.join(parts)}" if parts else turn


def _could_not(choice: Choice, people: Directory) -> list[str]:
    return [f"Not {people.first_name(p.name)}: {p.because}." for p in choice.passed]


def _given(one: TurnGiven, people: Directory) -> dict[str, object]:
    agenda, role = one.turn
    return {
        "date": agenda.day,
        "role": role.value,
        "turn": WORDS[role].does,
        "person": one.person,
        "name": people.first_name(one.person),
        "instead_of": one.instead_of,
        "agenda": agenda.path,
    }
