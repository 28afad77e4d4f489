"""Which skills the team's records name, and which of them say that a skill is needed.

Read from the common files alone: solutions, talks, guidelines, proposals and the catalog.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from teamkit.errors import BadDocumentError
from teamkit.kinds import KINDS, Kind, with_key
from teamkit.markdown.columns import having
from teamkit.markdown.document import Document
from teamkit.markdown.outline import Outline
from teamkit.markdown.scalars import one_line
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.store import layout
from teamkit.team import Team

#: The key of a skill in the catalog that says it is needed: `true`, or a few words why.
WANTED = "wanted"
#: Talks that nobody has promised to give yet.
TALK_WANTED = "wanted"

_NEEDED = {
    ("solution", "owned"): "a solution we own",
    ("solution", "trying"): "a solution we try",
    ("solution", "missing"): "a need without a solution",
    ("talk", TALK_WANTED): "a talk that is wanted",
    ("guideline", ""): "a guideline",
    ("guideline", "draft"): "a guideline",
    ("guideline", "accepted"): "a guideline",
    ("proposal", "lead"): "a proposal",
    ("proposal", "proposal"): "a proposal",
    ("proposal", "won"): "a project that was won",
    ("proposal", "running"): "a running project",
    ("catalog", ""): "marked in the catalog",
}
_BETWEEN = re.compile(r"\s*[,;]\s*")
# Sections of a solution's page that every such page has.
_TABLES = frozenset({"solutions", "track record"})


class Naming(NamedTuple):
    """A record that names a skill.

    Attributes:
        skill: the catalog's slug, or the words as written when it has none.
        kind: solution, talk, guideline, proposal or catalog.
        status: as the file says, in small letters; may be empty.
        title: what it is called; a proposal's need is part of it.
        owner: handle of whoever owns it; empty when nobody does.
        on: the day of a talk.
        is_thin: a solution's page that does not tell how it is done.
        path: relative to the team's folder.
        line: 1-based line that names the skill.
    """

    skill: str
    kind: str
    status: str
    title: str
    owner: str
    on: date | None
    is_thin: bool
    path: str
    line: int

    @property
    def need(self) -> str:
        """What needs the skill, in words; empty when the record does not say that it is needed."""
        what = _NEEDED.get((self.kind, self.status), "")
        title = f": {self.title}" if self.title else ""
        return f"{what}{title} ({self.path}:{self.line})" if what else ""


def demand(team: Team, catalog: Catalog, people: Directory) -> dict[str, tuple[str, ...]]:
    """Why each skill is needed: skill -> reasons in words, each with its path and line.

    Skills stand in the catalog's order, then others by name; skills nobody needs are left out.
    """
    return reasons(records(team, catalog, people), catalog)


def reasons(named: Iterable[Naming], catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """As `demand`, from records that were read already."""
    found: dict[str, list[str]] = {}
    for record in named:
        if need := record.need:
            found.setdefault(record.skill, []).append(need)
    known = [skill.slug for skill in catalog]
    others = sorted(found.keys() - set(known))
    return {slug: tuple(found[slug]) for slug in (*known, *others) if slug in found}


def records(team: Team, catalog: Catalog, people: Directory) -> list[Naming]:
    """Every record that names skills, once per skill, by kind and then by path."""
    found = list(_marked(team, catalog))
    for kind in with_key("skills"):
        for document in team.documents(kind.noun) if "status" in kind.keys else ():
            found += _of(document, kind, catalog, people)
    for document in team.documents("proposals"):
        found += _needs(document, catalog, people)
    return found


def _marked(team: Team, catalog: Catalog) -> Iterator[Naming]:
    """The skills that the catalog itself marks."""
    path = layout.catalog(team.config)
    try:
        values, lines = team.settings_of(path)
    except BadDocumentError:  # the catalog's own reader has said so
        return
    entries = values.get("skills")
    for skill in catalog:
        entry = entries.get(skill.slug) if isinstance(entries, Mapping) else None
        mark = entry.get(WANTED) if isinstance(entry, Mapping) else None
        if isinstance(mark, str) and (why := one_line(mark)).lower() not in {"", "false", "no"}:
            why = "" if why.lower() in {"true", "yes"} else why
            yield Naming(
                skill=skill.slug,
                kind="catalog",
                status="",
                title=why,
                owner="",
                on=None,
                is_thin=False,
                path=path,
                line=lines.get("skills", 1),
            )


def _of(document: Document, kind: Kind, catalog: Catalog, people: Directory) -> Iterator[Naming]:
    skills = document.texts("skills")
    if not skills:
        return
    is_solution = kind.noun == "solutions"
    record = Naming(
        skill="",
        kind=kind.singular,
        status=kind.word(document, "status") or ("owned" if is_solution else ""),
        title=document.title(),
        owner=people.resolve(document.handle("owner") or ""),
        on=document.day("date"),
        is_thin=is_solution and _is_thin(document),
        path=document.path,
        line=document.line_of("skills"),
    )
    for skill in dict.fromkeys(catalog.slug_of(word) or word for word in skills):
        yield record._replace(skill=skill)


def _is_thin(document: Document) -> bool:
    """Whether a solution's page has tables at most, and not a word on how it is done."""
    found = Outline(document).sections
    told = (s for s in found if s.level > 1 and s.title.casefold() not in _TABLES)
    return not any(line.text.strip() for section in told for line in section.lines)


def _needs(document: Document, catalog: Catalog, people: Directory) -> Iterator[Naming]:
    """The skills of a proposal's needs; columns go by their names."""
    table = next(filter(having("Need", "Skill"), Outline(document).tables), None)
    if table is None:
        return
    title = document.title()
    for row in table.rows:
        need = table.cell(row, "Need")
        for word in filter(None, _BETWEEN.split(table.cell(row, "Skill"))):
            yield Naming(
                skill=catalog.slug_of(word) or word,
                kind="proposal",
                status=KINDS["proposals"].word(document, "status"),
                title=f"{title}, {need}" if need else title,
                owner=people.resolve(document.handle("owner") or ""),
                on=None,
                is_thin=False,
                path=document.path,
                line=row.line,
            )
