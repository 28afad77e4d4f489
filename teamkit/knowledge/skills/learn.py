"""Learning a skill: who wants more of it, who can teach it, and what there is to read."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.finder import fold
from teamkit.knowledge.skills.demand import Naming
from teamkit.markdown.document import Document
from teamkit.markdown.outline import Outline
from teamkit.markdown.scalars import to_day
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, TOP, Catalog
from teamkit.people.person import Person
from teamkit.team import Team

_ISO = len("2026-12-04")


class ReadingTip(NamedTuple):
    """Something to read.

    Attributes:
        kind: solution, guideline, talk, proposal or notes.
        status: as the file says; may be empty.
        on: the day of a talk or of a meeting.
        path: relative to the team's folder.
        line: 1-based line where it begins; 1 for a whole page.
    """

    kind: str
    status: str
    title: str
    on: date | None
    path: str
    line: int


class Lesson(NamedTuple):
    """One skill, and all that helps to learn it; people stand by handle, never by merit.

    Attributes:
        wanting: who wants more of it.
        teaching: who can teach it.
        alone: who can do it alone.
        away: handle -> last day away, of those away today.
        reading: pages first, then sections of notes, the newest first.
    """

    skill: str
    title: str
    wanting: tuple[str, ...]
    teaching: tuple[str, ...]
    alone: tuple[str, ...]
    away: Mapping[str, date]
    reading: tuple[ReadingTip, ...]


def wanted(own: Iterable[Ability]) -> list[str]:
    """The skills that somebody wants more of, in the order of their table."""
    return list(dict.fromkeys(ability.skill for ability in own if ability.want == "more"))


def lessons(
    catalog: Catalog,
    skills: Sequence[str],
    members: Iterable[Person],
    abilities: Iterable[Ability],
    reading: Mapping[str, Sequence[ReadingTip]],
    *,
    today: date,
    without: str = "",
) -> list[Lesson]:
    """A lesson per skill, in the order given.

    Args:
        catalog: for titles.
        skills: slugs, or words as written.
        members: who can be asked.
        abilities: everybody's rows.
        reading: what there is to read for each skill.
        today: who is away then is marked.
        without: the handle of who asks; they are no help to themselves.
    """
    here = {person.handle: person for person in members if person.handle != without}
    answers: dict[str, dict[str, Ability]] = {}
    for ability in abilities:
        if ability.person in here:
            answers.setdefault(ability.skill, {})[ability.person] = ability
    found = []
    for skill in skills:
        own = dict(sorted(answers.get(skill, {}).items()))
        away = ((handle, here[handle].away_until(today)) for handle in own)
        lesson = Lesson(
            skill=skill,
            title=catalog.title(skill),
            wanting=tuple(handle for handle, one in own.items() if one.want == "more"),
            teaching=tuple(handle for handle, one in own.items() if one.level == TOP),
            alone=tuple(handle for handle, one in own.items() if one.level == ALONE),
            away={handle: until for handle, until in away if until},
            reading=tuple(reading.get(skill, ())),
        )
        found.append(lesson)
    return found


def to_read(
    team: Team, catalog: Catalog, skills: Collection[str], records: Iterable[Naming], today: date
) -> dict[str, list[ReadingTip]]:
    """What there is to read about each skill: pages that name it, sections of notes about it.

    What is retired, dropped or not promised yet is left out, and so are notes after *today*.
    """
    found: dict[str, list[ReadingTip]] = {skill: [] for skill in skills}
    for record in records:
        if record.skill in found and _is_readable(record):
            page = ReadingTip(
                record.kind, record.status, record.title, record.on, record.path, line=1
            )
            found[record.skill].append(page)
    names = {skill: _pattern(catalog.names(skill)) for skill in skills}
    words = {form for skill in skills for name in catalog.names(skill) for form in _forms(name)}
    documents = team.mentioning("notes", sorted(words)) if words else []
    for document in reversed(documents):
        for section, title in _headings(document, today):
            for skill, pattern in names.items():
                if pattern.search(fold(title)):
                    found[skill].append(section)
    return found


def _is_readable(record: Naming) -> bool:
    return record.kind in {"solution", "guideline", "talk"} and record.status not in {
        "retired",
        "dropped",
        "wanted",
        "offered",
    }


def _headings(document: Document, today: date) -> Iterator[tuple[ReadingTip, str]]:
    """The sections of one meeting's notes that have something below their heading."""
    day = to_day(document.stem[:_ISO])
    if day is not None and day > today:
        return
    for section in Outline(document).sections:
        told = any(line.text.strip() for line in section.lines)
        if section.level > 1 and told:
            yield (
                ReadingTip("notes", "", section.title, day, document.path, section.line),
                section.title,
            )


def _forms(name: str) -> set[str]:
    """How a name stands in a file, in small letters."""
    return {name.casefold(), fold(name)}


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, as whole words."""
    words = "|".join(re.escape(fold(name)) for name in names)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
