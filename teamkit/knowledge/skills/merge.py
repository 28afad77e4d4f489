"""Making two words for one skill one, in everybody's files at once.

All or nothing: a file that is in the way is named, and then nothing is written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from teamkit.errors import BadDocumentError, EditRefusedError, UsageError
from teamkit.finder import fold
from teamkit.kinds import with_key
from teamkit.knowledge.skills import vocabulary
from teamkit.knowledge.skills.set import skill_named
from teamkit.markdown import tables
from teamkit.markdown.document import Document
from teamkit.markdown.front_matter import set_key
from teamkit.markdown.outline import Outline
from teamkit.markdown.scalars import to_day
from teamkit.people.abilities import SKILLS, Ability
from teamkit.people.catalog import TOP, Catalog, Skill
from teamkit.store import files, layout
from teamkit.store.change import Change, edit
from teamkit.store.documents import holds_any
from teamkit.team import Team

#: Columns that are one answer; the words of all others are joined.
_ANSWER = ("skill", "level", "want", "updated")
_LEVELS = {str(level): level for level in range(TOP + 1)}


class Rows(NamedTuple):
    """What happens to the rows of one person.

    Attributes:
        kept: line of the row that stays, under the new title.
        gone: lines of the rows that it takes the place of, as they were numbered before.
    """

    person: str
    path: str
    kept: int
    gone: tuple[int, ...]


class Merged(NamedTuple):
    """A merge of two words: the change, and whose rows it touches.

    Attributes:
        was: what the old one was called.
        skill: what it is now.
        rows: by path.
    """

    change: Change
    was: str
    skill: Skill
    rows: tuple[Rows, ...]


class _Words(NamedTuple):
    """The folded names of the old word, and of the skill that it becomes."""

    old: AbstractSet[str]
    new: AbstractSet[str]
    skill: Skill


def merge(team: Team, catalog: Catalog, abilities: Sequence[Ability], old: str, new: str) -> Merged:
    """The change that lets every row and every list that says *old* say *new*.

    Args:
        team: whose files; all of them or none.
        catalog: gives the names of both.
        abilities: everybody's rows; *old* may be a word that stands there alone, or an alias.
        old: what goes.
        new: a skill of the catalog.
    """
    skill = vocabulary.known(catalog, new)
    source = old if catalog.get(old) else skill_named(catalog, abilities, old)
    words = _words(catalog, source, old, skill)
    pages = team.mentioning("skills", _tokens(words.old))
    lists = [page for kind in _naming() for page in team.mentioning(kind, _tokens(words.old))]
    _refuse_unreadable(team, words.old)
    is_alias = source == skill.slug
    writes = () if is_alias else vocabulary.without(team, catalog, source, words.old, skill)
    rows = []
    for page in pages:
        with _named(page):
            text, told = _table(page, words)
        writes += edit(page, text)
        rows += [told] if told else []
    for page in lists:
        with _named(page):
            writes += edit(page, _list(page, words))
    was = old if is_alias else catalog.title(source)
    change = Change(
        f"Merge {was} into {skill.title}",
        "skills merge",
        writes,
        "\n".join(write.path for write in writes),
    )
    return Merged(change, was, skill, tuple(rows))


def _words(catalog: Catalog, source: str, old: str, skill: Skill) -> _Words:
    """What is looked for: every name of the old one; that alias alone, where it is one already.

    Raises:
        UsageError: they are one and the same.
    """
    new = frozenset(map(fold, catalog.names(skill.slug)))
    if source != skill.slug:
        return _Words(frozenset(map(fold, catalog.names(source))), new, skill)
    if fold(old) in {fold(skill.slug), fold(skill.title)}:
        raise UsageError(
            f"'{old}' is {skill.title} itself.", hint="Name another: teamkit skills list"
        )
    return _Words(frozenset({fold(old)}), new, skill)


def _tokens(names: Iterable[str]) -> list[str]:
    """For each name the longest word in it; nothing, so that all fit, where one has no word."""
    found = {max(re.findall(r"\w+", name), key=len, default="") for name in names}
    return [] if "" in found else sorted(found)


@contextmanager
def _named(document: Document) -> Iterator[None]:
    """Name the file in a refusal to edit it."""
    try:
        yield
    except EditRefusedError as error:
        error.where = document.path
        raise


def _table(document: Document, words: _Words) -> tuple[str, Rows | None]:
    """Somebody's page with one row for the skill, and what becomes of the rows there were."""
    page = Outline(document)
    rows = [(fold(name), line) for line, name in SKILLS.cells(page, "Skill")]
    if words.old.isdisjoint(name for name, _ in rows):
        return document.text, None
    (table,) = SKILLS.tables(page)
    lines = {line for name, line in rows if name in words.old | words.new}
    both = [row for row in table.rows if row.line in lines]
    kept = max(both, key=lambda row: _newness(table, row, words))
    others = [row for row in both if row is not kept]
    after = page.after(_one_row(page, table, kept, others, words))
    gone = tuple(row.line for row in others)
    return SKILLS.remove(after, gone), Rows(document.stem, document.path, kept.line, gone)


def _newness(
    table: tables.PipeTable, row: tables.Row, words: _Words
) -> tuple[bool, date, int, bool, int]:
    """The newer answer first; on the same day the higher level; then the row that stays anyway."""
    level = _LEVELS.get(table.cell(row, "Level"), -1)
    updated = to_day(table.cell(row, "Updated")) or date.min
    is_new = fold(table.cell(row, "Skill")) not in words.old
    return level >= 0, updated, level, is_new, -row.line


def _one_row(
    page: Outline,
    table: tables.PipeTable,
    kept: tables.Row,
    others: Sequence[tables.Row],
    words: _Words,
) -> str:
    """The text with the title and the joined words in the row that stays."""
    body, first = page.document.body, page.document.body_line
    for at, name in enumerate(table.header):
        if name.casefold() not in _ANSWER:
            said = [row.cells[at] for row in (kept, *others) if at < len(row.cells)]
            value = "; ".join(dict.fromkeys(filter(None, said)))
            if value:
                body = tables.set_cell(body, kept.line, at, value, first)
    column = table.column("Skill")
    if column is not None and fold(table.cell(kept, "Skill")) in words.old:
        body = tables.set_cell(body, kept.line, column, words.skill.title, first)
    return page.with_body(body)


def _naming() -> list[str]:
    """The kinds whose front matter names skills under `skills`."""
    return [kind.noun for kind in with_key("skills")]


def _list(document: Document, words: _Words) -> str:
    """A page whose `skills` name the new one where they named the old one.

    Raises:
        EditRefusedError: the list cannot be changed without touching the rest.
    """
    said, value, slug = document.texts("skills"), document.meta.get("skills"), words.skill.slug
    if not any(fold(name) in words.old for name in said):
        return document.text
    if isinstance(value, str):
        return set_key(document.text, "skills", slug)
    if not isinstance(value, tuple) or len(said) != len(value):
        raise EditRefusedError("'skills'", "it is more than a list of words")
    has_new = any(fold(name) in words.new - words.old for name in said)
    names = [slug if fold(name) in words.old else name for name in said]
    if has_new:
        names = [name for name in said if fold(name) not in words.old]
    names = list(dict.fromkeys(names))
    is_sorted = list(said) == sorted(said)
    return set_key(document.text, "skills", sorted(names) if is_sorted else names)


def _refuse_unreadable(team: Team, names: Iterable[str]) -> None:
    """Refuse where a file that may say one of the names could not be read.

    Raises:
        BadDocumentError: one or more are in the way; all of them are named.
    """
    folders = {layout.folder(team.config, kind) for kind in ("skills", *_naming())}
    tokens = _tokens(names)
    bad = [
        finding
        for finding in team.unreadable
        if finding.path.rpartition("/")[0] in folders and _may_say(team, finding.path, tokens)
    ]
    if bad:
        error = BadDocumentError(bad[0].path, bad[0].line, bad[0].message)
        places = (f"{one.path}:{one.line}" if one.line else one.path for one in bad)
        error.where = ", ".join(places)
        raise error


def _may_say(team: Team, path: str, tokens: Sequence[str]) -> bool:
    """Whether a file that cannot be understood holds one of the words."""
    data = files.read(team.folder, path) or b""
    return holds_any(data.decode("utf-8", errors="replace"), tokens)
