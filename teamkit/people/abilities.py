"""What people can do and want: the table in each `skills/HANDLE.md`."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.markdown import tables
from teamkit.markdown.document import Document
from teamkit.people.catalog import TOP, Catalog, folded
from teamkit.team import Team

#: The columns of a skill table, in the order new tables have them.
COLUMNS = ("Skill", "Level", "Want", "Updated", "Note")
#: What somebody may want of a skill.
WANTS = ("more", "keep", "less")


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
    spelled = {tuple(folded(name).split()) for name in names} - {()}
    documents = team.mentioning("skills", sorted({max(words, key=len) for words in spelled}))
    return [
        ability
        for document in documents
        if not spelled or _holds(document.text.casefold(), spelled)
        for ability in read_abilities(document, catalog)
    ]


def read_abilities(document: Document, catalog: Catalog) -> list[Ability]:
    """The rows of one person's table."""
    table = table_of(document)
    if table is None:
        return []
    return [a for row in table.rows if (a := _ability(document, catalog, table, row)) is not None]


def table_of(document: Document) -> tables.PipeTable | None:
    """The skill table in a person's skills file, or None."""
    return tables.find(tables.tables(document.body, document.body_line), "Skill", "Level")


def _ability(
    document: Document, catalog: Catalog, table: tables.PipeTable, row: tables.Row
) -> Ability | None:
    words, level = table.cell(row, "Skill"), table.cell(row, "Level")
    if not words or level not in {str(n) for n in range(TOP + 1)}:
        return None
    want, updated = table.cell(row, "Want").lower(), table.cell(row, "Updated")
    return Ability(
        person=document.stem,
        skill=catalog.slug_of(words) or words,
        level=int(level),
        want=want if want in WANTS else "",
        updated=_day(updated),
        note=table.cell(row, "Note"),
        path=document.path,
        line=row.line,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _holds(text: str, spelled: Iterable[tuple[str, ...]]) -> bool:
    """Whether all words of one of the names stand in *text*; what joins them does not matter."""
    return any(all(word in text for word in words) for words in spelled)
