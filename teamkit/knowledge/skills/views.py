"""What people and programs see of who knows what; never totals, never an order of merit."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Evidence
from teamkit.knowledge.skills.rank import Knower
from teamkit.knowledge.skills.records import ABILITY, ASKED_SKILL, KNOWER, SKILL, KnowerSeen
from teamkit.knowledge.skills.who_knows import WhoKnows
from teamkit.output import fields
from teamkit.output.extend import plain, within
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    Field,
    Page,
    Record,
    many,
    words_only,
)
from teamkit.output.shapes import Card, Column, Lines, Table
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import listed

#: Said with every map of skills.
NO_APPRAISAL = "People say this about themselves, to be found and asked. It is not an appraisal."
_MOST_SHOWN = 3
#: What a part in something is called here; others are called what they are.
_PARTS = {"named": "named in", "decided": "decided on", "acted": "acted on", "spoke": "spoke on"}
#: Days from which on the newest that speaks for somebody is called old.
OLD = 365
_MONTH = 30.44


class SkillAble(NamedTuple):
    """A skill, and who can do it alone."""

    skill: Skill
    able: Sequence[str]


class SkillSet(NamedTuple):
    """What somebody has said of a skill."""

    path: str
    skill: str
    level: int


def _skill(it: SkillAble) -> Skill:
    return it.skill


_ABLE = Record[SkillAble](
    "listed_skill",
    "A skill, and who can do it alone.",
    (
        *within(plain(SKILL.fields), _skill),
        words_only(lambda it: it.skill.title, Column("Skill", style="bold")),
        words_only(lambda it: it.skill.field, Column("Field")),
        words_only(lambda it: ", ".join(it.skill.aliases), Column("Also called")),
        Field("alone", lambda it: it.able, many(HANDLE), "By handle.", Column("Can do it alone")),
    ),
)
_SAID = Record[SkillSet](
    "set_skill",
    "What somebody has said of a skill.",
    (
        Field("skill", lambda it: it.skill, SLUG, "The skill."),
        Field("level", lambda it: it.level, COUNT, "The level, 0 to 4."),
        Field("path", lambda it: it.path, PATH, "Their file."),
    ),
)
_LEVELS = Record[Catalog](
    "levels",
    "",
    (Field("levels", lambda c: tuple(c.levels), many(TEXT), "Their names, from 0."),),
)
_WHO_KNOWS = Page("skills.who-knows", "Who to ask, best first.", KNOWER, ASKED_SKILL)
_LIST = Page("skills.list", "The vocabulary.", _ABLE, _LEVELS)
_SHOW = Page("skills.show", "One person's own table.", ABILITY)
_SET = Page("skills.set", "What was said of a skill.", _SAID, writes=True)


def who_knows(found: WhoKnows, catalog: Catalog, people: Directory) -> Table:
    """Who to ask, best first, with all that speaks for each; for free words, with those found."""
    words = _words_at(found)
    return Table(
        kind=_WHO_KNOWS.kind,
        title=f"Who knows {found.title}",
        columns=(Column("Who", style="bold"), Column("Because"), Column("Where", style="dim")),
        rows=tuple(row for one in found.knowers for row in _rows(one, found, catalog, words)),
        items=_WHO_KNOWS.items(KnowerSeen(one, found) for one in found.knowers),
        notes=(*_advice(found, people), *_by_words(found), NO_APPRAISAL),
        facts=_WHO_KNOWS.facts(found),
    )


def levels(catalog: Catalog, abilities: Sequence[Ability]) -> Table:
    """The vocabulary, then what stands only in people's tables; and who can do it alone."""
    able: dict[str, list[str]] = {}
    for ability in abilities:
        able.setdefault(ability.skill, []).extend([ability.person] * (ability.level >= ALONE))
    own = sorted(slug for slug in able if catalog.get(slug) is None)
    skills = [*catalog, *(Skill(slug=slug, title=slug) for slug in own)]
    shown = [SkillAble(skill, sorted(able.get(skill.slug, ()))) for skill in skills]
    words = ", ".join(f"{number} {word}" for number, word in enumerate(catalog.levels))
    return fields.table(
        _LIST,
        shown,
        notes=(f"Levels: {words}.", NO_APPRAISAL),
        empty="No skills yet. Add what you know: teamkit skills set SKILL LEVEL",
        whole=catalog,
    )


def person(name: str, own: Sequence[Ability], catalog: Catalog) -> Card:
    """One person's own table."""
    return Card(
        kind=_SHOW.kind,
        title=f"{name}: skills",
        fields=tuple((catalog.title(a.skill), _row(a, catalog)) for a in own),
        items=_SHOW.items(own),
        notes=(NO_APPRAISAL,)
        if own
        else ("Nothing yet. Add a skill: teamkit skills set SKILL LEVEL",),
    )


def was_set(path: str, skill: str, level: int) -> Lines:
    """The path of one's own file."""
    return fields.lines(_SET, (path,), (SkillSet(path, skill, level),))


def _rows(
    knower: Knower, found: WhoKnows, catalog: Catalog, words: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """One row per thing that speaks for somebody, each with its file, line and words found."""
    who = knower.person
    if who in found.away:
        yield who, f"away until {found.away[who]}", ""
    counted = max((answer.worth for answer in knower.answers), default=0.0)
    for answer in knower.answers:
        if answer.closeness == 1 or answer.worth == counted:
            ability = answer.ability
            said = (
                f"{catalog.title(ability.skill)}: {ability.level} {catalog.levels[ability.level]}"
            )
            yield who, _on(said, ability.updated), f"{ability.path}:{ability.line}"
    for shown in knower.spoken[:_MOST_SHOWN]:
        evidence = shown.evidence
        where = f"{evidence.path}:{evidence.line}" if evidence.line else evidence.path
        yield who, _part(evidence) + words.get(where, ""), where
    more = len(knower.spoken) - _MOST_SHOWN
    if more > 0:
        yield who, f"and {more} more: --json", ""


def _part(evidence: Evidence) -> str:
    """What somebody did in what, and when; commits are known by month."""
    if evidence.part == "committed" and evidence.on:
        return f"committed to {evidence.about} until {evidence.on:%Y-%m}"
    part = _PARTS.get(evidence.part, evidence.part)
    return _on(f"{part}: {evidence.about}", evidence.on)


def _on(said: str, day: date | None) -> str:
    return f"{said}, {day}" if day else said


def _advice(found: WhoKnows, people: Directory) -> list[str]:
    """Ask A; B is next; C wants to learn."""
    best, ask, said = found.knowers[0].person, found.first_here, []
    if ask:
        said.append(f"Ask {people.first_name(ask.person)}")
    if found.next_one and found.next_one != ask:
        said.append(f"{people.first_name(found.next_one.person)} is next")
    told = {one.person for one in (ask, found.next_one) if one}
    learners = [people.first_name(a.person) for a in found.learners if a.person not in told]
    if learners:
        said.append(f"{listed(learners)} {'wants' if len(learners) == 1 else 'want'} to learn")
    sentences = [f"{'; '.join(said)}."] if said else []
    if best in found.away:
        sentences.insert(0, f"{people.first_name(best)} is away until {found.away[best]}.")
    return [" ".join([*sentences, *_how_old(found)])]


def _how_old(found: WhoKnows) -> list[str]:
    """A warning when nothing new speaks for whoever is to be asked."""
    ask = found.first_here
    if ask is None:
        return []
    if ask.last is None:
        return ["Nothing of it has a date."]
    days = (found.on - ask.last).days
    return [f"The newest is {round(days / _MONTH)} months old."] if days >= OLD else []


def _by_words(found: WhoKnows) -> list[str]:
    """That the words are no skill, and which skills may have been meant."""
    if not found.found:
        return []
    near = "".join(f"; a skill: teamkit skills who-knows {slug}" for slug in found.near)
    return [f"No skill is called '{found.title}': found by words{near}."]


def _words_at(found: WhoKnows) -> dict[str, str]:
    """`path:line` of what somebody did -> the words found around it."""
    return {
        f"{piece.path}:{piece.line}": f" ({', '.join(one.words)})"
        for one in reversed(found.found)
        for piece in one.passage.shown
    }


def _row(ability: Ability, catalog: Catalog) -> str:
    want = f", wants {ability.want}" if ability.want else ""
    when = f", {ability.updated}" if ability.updated else ""
    note = f": {ability.note}" if ability.note else ""
    return f"{ability.level} {catalog.levels[ability.level]}{want}{when}{note}"
