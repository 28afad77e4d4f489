"""What people and programs see of a changed vocabulary."""

from collections.abc import Iterator
from typing import NamedTuple

from teamkit.knowledge.skills.merge import Merged, Rows
from teamkit.knowledge.skills.records import SKILL, SKILL_REF
from teamkit.knowledge.skills.vocabulary import Worded
from teamkit.output import fields
from teamkit.output.extend import within
from teamkit.output.fields import COUNT, HANDLE, PATH, TEXT, Field, Page, Record, many, optional
from teamkit.output.shapes import Lines
from teamkit.people.catalog import Skill
from teamkit.people.directory import Directory


class SkillIn(NamedTuple):
    """A skill, and the file of the vocabulary."""

    skill: Skill
    path: str


class MergedFile(NamedTuple):
    """A file that a merge touches, and what happens to somebody's rows there."""

    path: str
    rows: Rows | None


def _skill(it: SkillIn) -> Skill:
    return it.skill


def _merged(done: Merged) -> Skill:
    return done.skill


_WORDED = Record[SkillIn](
    "worded_skill",
    "A skill as the vocabulary has it now.",
    (
        *within(SKILL.fields, _skill),
        Field("path", lambda it: it.path, PATH, "The file of the vocabulary."),
    ),
)
_FILE = Record[MergedFile](
    "merged_file",
    "A file that a merge touches.",
    (
        Field("path", lambda it: it.path, PATH, "The file."),
        Field(
            "person",
            lambda it: it.rows.person if it.rows else None,
            optional(HANDLE),
            "Whose rows change.",
        ),
        Field(
            "kept_line",
            lambda it: it.rows.kept if it.rows else None,
            optional(COUNT),
            "The line of the row that stays.",
        ),
        Field(
            "gone",
            lambda it: it.rows.gone if it.rows else (),
            many(COUNT),
            "The lines of the rows that it takes the place of.",
        ),
    ),
)
_WHOLE = Record[Merged](
    "merge",
    "",
    (
        Field("was", lambda it: it.was, TEXT, "What the old one was called."),
        *within(SKILL_REF.fields, _merged),
    ),
)
_WORDS = {
    word: Page(f"skills.{word}", "The skill as it is now.", _WORDED, writes=True)
    for word in ("add", "alias")
}
_MERGE = Page("skills.merge", "All files that a merge touches.", _FILE, _WHOLE, writes=True)


def worded(word: str, done: Worded, path: str) -> Lines:
    """The catalog's path, and the entry as facts."""
    return fields.lines(_WORDS[word], (path,), (SkillIn(done.skill, path),))


def merged(done: Merged) -> Lines:
    """The paths of all that a merge touches; the rows of each page as facts."""
    rows = {one.path: one for one in done.rows}
    paths = [write.path for write in done.change.writes]
    files = [MergedFile(path, rows.get(path)) for path in paths]
    return fields.lines(_MERGE, paths, files, whole=done)


def told(done: Merged, people: Directory) -> Iterator[str]:
    """Whose rows change, in sentences: nobody's page changes unsaid."""
    names = {one.person: people.first_name(one.person) for one in done.rows}
    if names:
        yield f"Rows change in the tables of: {', '.join(names.values())}."
    for one in done.rows:
        if one.gone:
            gone = ", ".join(map(str, one.gone))
            stays = f"{one.path}:{one.kept}"
            yield f"{names[one.person]} had both: {stays} stays, line {gone} goes."
