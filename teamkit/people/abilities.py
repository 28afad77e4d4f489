"""What people can do and want: the table in each `skills/HANDLE.md`."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.finder import fold, letters
from teamkit.markdown.columns import Header, day, having, one_of
from teamkit.markdown.document import Document
from teamkit.markdown.outline import Outline
from teamkit.markdown.records import Records
from teamkit.people.catalog import TOP, Catalog
from teamkit.team import Team

#: What somebody may want of a skill.
WANTS = ("more", "keep", "less")

_LEVELS = {str(number): number for number in range(TOP + 1)}


class Ability(NamedTuple):
    """One row of somebody's own table.

    Attributes:
        skill: the catalog's slug, or the words as written when it has none.
        level: 0 to 4.
        want: more, keep, less, or empty.
        updated: the day of the answer; None when the row does not say.
        path: the person's file, relative to the team's folder.
        line: 1-based line of the row.
    """

    person: str
    skill: str
    level: int
    want: str
    updated: date | None
    note: str
    path: str
    line: int


def abilities(team: Team, catalog: Catalog) -> list[Ability]:
    """Everybody's rows, in order of handle, then of their table; unreadable rows are left out."""
    return [
        ability
        for document in team.documents("skills")
        for ability in read_abilities(document, catalog)
    ]


def abilities_of(team: Team, catalog: Catalog, names: Sequence[str]) -> list[Ability]:
    """As `abilities`, without the tables that hold none of these skills, however they are spelled.

    Args:
        team: whose tables.
        catalog: the vocabulary.
        names: every name of each skill that matters; without any, everybody's rows.
    """
    spelled = {tuple(fold(name).split()) for name in names} - {()}
    documents = team.mentioning("skills", sorted({max(words, key=len) for words in spelled}))
    return [
        ability
        for document in documents
        if not spelled or _holds(letters(document.text), spelled)
        for ability in read_abilities(document, catalog)
    ]


def read_abilities(document: Document, catalog: Catalog) -> list[Ability]:
    """The rows of one person's table."""
    return [
        row._replace(
            person=document.stem,
            skill=catalog.slug_of(row.skill) or row.skill,
            path=document.path,
        )
        for row in SKILLS.read(Outline(document))
    ]


def level(cell: str) -> int:
    """A level, 0 to 4.

    Raises:
        UsageError: it is anything else.
    """
    if cell not in _LEVELS:
        raise UsageError(f"'{cell}' is not a level.", hint=f"write 0 to {TOP}")
    return _LEVELS[cell]


def _row(  # noqa: PLR0917  # a column each
    skill: str, level: int, want: str, updated: date | None, note: str, line: int
) -> Ability:
    return Ability("", skill, level, want, updated, note, "", line)


#: Somebody's own table; skills are named as they are written, and whose they are is not said.
SKILLS = Records(
    _row,
    "Skills",
    (
        Header("Skill", "skill", is_needed=True),
        Header("Level", "level", level, None, is_needed=True),
        Header("Want", "want", one_of("value for Want", WANTS)),
        Header("Updated", "updated", day, None),
        Header("Note", "note"),
    ),
    having("Skill", "Level"),
    "skill-row",
    scope="first",
    is_free=True,
)


def _holds(text: str, spelled: Iterable[tuple[str, ...]]) -> bool:
    """Whether all words of one of the names stand in *text*; what joins them does not matter."""
    return any(all(word in text for word in words) for words in spelled)
