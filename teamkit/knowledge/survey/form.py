"""The form for spreadsheets: a row per person, a column per skill, the last answers filled in."""

from collections.abc import Iterable, Sequence
from datetime import date

from teamkit.finder import fold
from teamkit.output import csv
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person

#: A header and rows, as many cells in each.
Form = tuple[tuple[str, ...], ...]
#: Columns of the form that are no skills; `As of` is the day the answers are from.
PERSON, NAME, AS_OF = "Person", "Name", "As of"
#: Before a skill that is called like another column.
SKILL = "skill:"
#: Names of columns that mean no skill, whatever their case.
RESERVED = frozenset([
    "person", "handle", "who", "email", "name", "as of", "updated", "date", "timestamp", "area",
    "areas", "skill", "level", "want", "note",
])  # fmt: skip


def form(
    people: Sequence[Person],
    abilities: Iterable[Ability],
    skills: Sequence[str],
    catalog: Catalog,
    today: date,
) -> Form:
    """The form's cells: a header, then a row per person, in their order."""
    last: dict[tuple[str, str], Ability] = {}
    for ability in abilities:
        last.setdefault((ability.person, ability.skill), ability)
    header = (PERSON, NAME, AS_OF, *(_column(skill, catalog) for skill in skills))
    rows = [
        (
            person.handle,
            person.name,
            today.isoformat(),
            *(_cell(last.get((person.handle, skill))) for skill in skills),
        )
        for person in people
    ]
    return (header, *rows)


def lines(cells: Form) -> tuple[str, ...]:
    """The lines of a CSV file, commas between, without line ends; cells hold no line breaks."""
    return tuple(map(csv.line, cells))


def _column(skill: str, catalog: Catalog) -> str:
    """How the skill is called in the header, so that it is found again."""
    title = catalog.title(skill)
    word = title if catalog.slug_of(title) == skill else skill
    return f"{SKILL}{word}" if fold(word) in RESERVED or word.startswith(SKILL) else word


def _cell(ability: Ability | None) -> str:
    """`3`, or `3m` when more of it is wanted."""
    return f"{ability.level}{ability.want[:1]}" if ability else ""
