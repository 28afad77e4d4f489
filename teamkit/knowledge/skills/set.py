"""Deciding which skill is meant, and what changes in one's own table."""

from collections.abc import Sequence
from datetime import date

from teamkit.errors import (
    BadDocumentError,
    UnknownError,
    UsageError,
    did_you_mean,
)
from teamkit.finder import fold
from teamkit.markdown.outline import Outline
from teamkit.markdown.tables import PipeTable
from teamkit.people.abilities import SKILLS, WANTS, Ability
from teamkit.people.catalog import TOP, Catalog
from teamkit.people.person import Person
from teamkit.store.change import Change, edit
from teamkit.team import Team


def skill_named(catalog: Catalog, abilities: Sequence[Ability], word: str) -> str:
    """The slug *word* means; a skill that only stands in somebody's table counts too.

    Raises:
        UnknownError: none; says the closest.
        AmbiguousError: it is an alias of several.
    """
    own = (ability.skill for ability in abilities)
    return catalog.find(word, also=own, hint="See: teamkit skills list")


def skill_to_set(
    catalog: Catalog, abilities: Sequence[Ability], word: str, *, is_new: bool = False
) -> str:
    """The skill to write into a table: a known one, or a new word that no known one is close to.

    Raises:
        UnknownError: known ones are close, and nobody said that it *is_new*.
        AmbiguousError: it is an alias of several.
        UsageError: it has no letters.
    """
    own = {fold(ability.skill): ability.skill for ability in abilities}
    found = catalog.exact(word) or own.get(fold(word))
    if found is not None:
        return found
    close = () if is_new else catalog.close(word, also=own.values())
    if close:
        hint = f"{did_you_mean(close)} If it really is a new one, add: --new"
        raise UnknownError("skill", word, hint=hint)
    if not any(map(str.isalnum, word)):
        raise UsageError(
            f"'{word}' names no skill.", hint="Give it letters: teamkit skills set rust 2"
        )
    return " ".join(word.split())


def set_skill(
    team: Team,
    person: Person,
    names: Sequence[str],
    level: int,
    today: date,
    *,
    want: str | None = None,
    note: str | None = None,
) -> Change:
    """The change of one row in *person*'s own table.

    Args:
        team: whose files.
        person: whose table.
        names: every way the skill is written; the catalog's title is the second, where it has one.
        level: 0 to 4.
        today: the day of the answer.
        want: more, keep, less, or empty; None leaves it.
        note: a few words; None leaves them.

    Raises:
        UsageError: the level or the want is none.
        BadDocumentError: the file has no table that could be changed.
    """
    if not 0 <= level <= TOP:
        raise UsageError(
            f"There is no level {level}.", hint=f"0 to {TOP}; see: teamkit skills list"
        )
    if want and want not in WANTS:
        raise UsageError(
            f"'{want}' is not something to want.", hint=f"Use one of: {', '.join(WANTS)}"
        )
    title = names[:2][-1]
    values = {"Skill": title, "Level": str(level), "Updated": today.isoformat()}
    values |= {name: value for name, value in (("Want", want), ("Note", note)) if value is not None}
    message = f"{person.first_name} on {title}: level {level}"
    document = team.document("skills", person.handle)
    if document is None:
        body = team.template("skills.md", {"name": person.name, "table": SKILLS.render([values])})
        meta = {"title": f"{person.name}: skills"}
        return Change(message, "skills set", (team.new("skills", person.handle, meta, body),))
    page = Outline(document)
    if not SKILLS.tables(page):
        raise BadDocumentError(document.path, 0, "it has no table with the columns Skill and Level")
    text = _changed(page, set(map(fold, names)), values)
    return Change(message, "skills set", edit(document, text))


def _changed(page: Outline, names: set[str], values: dict[str, str]) -> str:
    """The text with the row of the skill changed cell by cell, or added in alphabetical order."""
    rows = SKILLS.cells(page, "Skill")
    line = next((line for line, name in rows if fold(name) in names), None)
    if line is not None:
        cells = {name: value for name, value in values.items() if name != "Skill"}
        return SKILLS.change(page, line, cells, may_lack=SKILLS.titles)
    title = values["Skill"].casefold()

    def in_order(table: PipeTable) -> int | None:
        titles = [(table.cell(row, "Skill").casefold(), row.line) for row in table.rows]
        is_sorted = [t for t, _ in titles] == sorted(t for t, _ in titles)
        return next((at for t, at in titles if t > title), None) if is_sorted else None

    return SKILLS.add(page, values, may_lack=SKILLS.titles, before=in_order)
