"""Deciding who knows something, and what changes in one's own table."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import (
    BadDocumentError,
    NobodyKnowsError,
    UnknownError,
    UsageError,
    did_you_mean,
)
from teamkit.facts import Evidence
from teamkit.markdown import tables
from teamkit.people.abilities import COLUMNS, WANTS, Ability, table_of
from teamkit.people.catalog import TOP, Catalog, folded
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.skills import ranking
from teamkit.skills.ranking import Knower
from teamkit.store.change import Change, edit
from teamkit.team import Team

#: Gives the evidence found in files that mention any of these lower-case words.
Gather = Callable[[Sequence[str]], Iterable[Evidence]]


class WhoKnows(NamedTuple):
    """Who to ask about a skill.

    Attributes:
        skill: the slug asked for.
        knowers: best first; who is away stays in the order and is marked by `away`.
        away: handle -> last day away, of those away today.
        learners: rows of those who want more of it, by handle.
    """

    skill: str
    title: str
    knowers: tuple[Knower, ...]
    away: dict[str, date]
    learners: tuple[Ability, ...]

    @property
    def next_one(self) -> Knower | None:
        """Who to ask when the first is away: the best of the others who is here."""
        others = (knower for knower in self.knowers[1:] if knower.person not in self.away)
        return next(others, None)


def who_knows(
    catalog: Catalog,
    people: Directory,
    abilities: Sequence[Ability],
    topic: str,
    today: date,
    *,
    gather: Gather,
) -> WhoKnows:
    """Who knows *topic*: by level, freshness of the answer, and what the files show.

    Args:
        catalog: for aliases and needs.
        people: who left or has not joined is not named.
        abilities: everybody's rows.
        topic: a skill, its title or an alias.
        today: nothing after it counts.
        gather: asked once for the evidence.

    Raises:
        UnknownError: no skill goes by that name; says the closest.
        AmbiguousError: it is an alias of several.
        NobodyKnowsError: nobody is known to; says the closest skills.
    """
    slug = skill_named(catalog, abilities, topic)
    members = {person.handle for person in people if person.is_member(today)}
    closeness = _closeness(catalog, slug)
    words = [folded(name) for name in catalog.names(slug)]
    pieces = [e for e in gather(_spellings(catalog.names(slug))) if _about(e, slug, words)]
    knowers = ranking.rank(
        (a for a in abilities if a.person in members),
        (e for e in pieces if e.person in members),
        closeness,
        today,
    )
    if not knowers:
        close = [other for other in catalog.close(slug) if other != slug]
        raise NobodyKnowsError(catalog.title(slug), close or catalog.beside(slug))
    return WhoKnows(
        skill=slug,
        title=catalog.title(slug),
        knowers=tuple(knowers),
        away=_away(people, (knower.person for knower in knowers), today),
        learners=tuple(
            a for a in abilities if a.skill == slug and a.want == "more" and a.person in members
        ),
    )


def skill_named(catalog: Catalog, abilities: Sequence[Ability], word: str) -> str:
    """The slug *word* means; a skill that only stands in somebody's table counts too.

    Raises:
        UnknownError: none; says the closest.
        AmbiguousError: it is an alias of several.
    """
    found, close = _looked_up(catalog, abilities, word)
    if found is None:
        raise UnknownError("skill", word, close, hint="See: teamkit skills list")
    return found


def skill_to_set(
    catalog: Catalog, abilities: Sequence[Ability], word: str, *, is_new: bool = False
) -> str:
    """The skill to write into a table: a known one, or a new word that no known one is close to.

    Raises:
        UnknownError: known ones are close, and nobody said that it *is_new*.
        AmbiguousError: it is an alias of several.
        UsageError: it has no letters.
    """
    found, close = _looked_up(catalog, abilities, word)
    if found is not None:
        return found
    if close and not is_new:
        hint = f"{did_you_mean(close)} If it really is a new one, add: --new"
        raise UnknownError("skill", word, hint=hint)
    if not any(map(str.isalnum, word)):
        raise UsageError(
            f"'{word}' names no skill.", hint="Give it letters: teamkit skills set rust 2"
        )
    return " ".join(word.split())


def _looked_up(
    catalog: Catalog, abilities: Sequence[Ability], word: str
) -> tuple[str | None, list[str]]:
    """The skill *word* means, or None and the closest ones."""
    slug = catalog.find(word)
    own = {folded(ability.skill): ability.skill for ability in abilities}
    found = slug if slug is not None else own.get(folded(word))
    return found, [] if found is not None else catalog.close(word, also=tuple(own.values()))


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
        raise UsageError(f"'{want}' is no wish.", hint=f"Say one of: {', '.join(WANTS)}")
    title = names[:2][-1]
    values = {"Skill": title, "Level": str(level), "Updated": today.isoformat()}
    values |= {name: value for name, value in (("Want", want), ("Note", note)) if value is not None}
    message = f"{person.first_name} on {title}: level {level}"
    document = team.document("skills", person.handle)
    if document is None:
        table = tables.render(COLUMNS, [[values.get(column, "") for column in COLUMNS]])
        body = team.template("skills.md", {"name": person.name, "table": table.rstrip("\n")})
        meta = {"title": f"{person.name}: skills"}
        return Change(message, "skills set", (team.new("skills", person.handle, meta, body),))
    table_ = table_of(document)
    if table_ is None:
        raise BadDocumentError(document.path, 0, "it has no table with the columns Skill and Level")
    known = set(map(folded, names))
    body = _changed(document.body, document.body_line, table_, known, values)
    text = document.text[: document.body_start] + body
    return Change(message, "skills set", edit(document, text))


def _changed(
    body: str, first: int, table: tables.Table, names: set[str], values: dict[str, str]
) -> str:
    """*body* with the row of the skill changed cell by cell, or added in alphabetical order."""
    for row in table.rows:
        if folded(table.cell(row, "Skill")) in names:
            for name, value in values.items():
                column = table.column(name)
                if name != "Skill" and column is not None:
                    body = tables.set_cell(body, row.line, column, value, first)
            return body
    cells = [
        next((v for name, v in values.items() if name.casefold() == h.casefold()), "")
        for h in table.header
    ]
    title = values["Skill"].casefold()
    titles = [(table.cell(row, "Skill").casefold(), row.line) for row in table.rows]
    is_sorted = [t for t, _ in titles] == sorted(t for t, _ in titles)
    before = next((line for t, line in titles if t > title), None) if is_sorted else None
    return tables.add_row(body, table, cells, before=before, first=first)


def _closeness(catalog: Catalog, slug: str) -> dict[str, float]:
    """The skills that say something about *slug*, and how much."""
    skill = catalog.get(slug)
    needed = dict.fromkeys(skill.needs if skill else (), ranking.NEEDED)
    needing = dict.fromkeys(catalog.needing(slug), ranking.NEEDING)
    return {**needed, **needing, slug: 1.0}


def _away(people: Directory, handles: Iterable[str], today: date) -> dict[str, date]:
    found = {}
    for handle in handles:
        person = people.get(handle)
        until = person.away_until(today) if person else None
        if until is not None:
            found[handle] = until
    return found


def _spellings(names: Sequence[str]) -> list[str]:
    """Lower-case words, any of which a file must hold to be about the skill."""
    return sorted({name.casefold() for name in names} | {folded(name) for name in names})


def _about(evidence: Evidence, slug: str, words: Sequence[str]) -> bool:
    if slug in evidence.skills:
        return True
    about = folded(evidence.about)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", about) for word in words)
