"""What people and programs see of who knows what; never totals, never an order of merit."""

from collections.abc import Iterator, Sequence
from datetime import date

from teamkit.output.shapes import Card, Column, Table
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.skills.actions import WhoKnows
from teamkit.skills.ranking import Knower

#: Said with every map of skills.
NO_APPRAISAL = "People say this about themselves, to be found and asked; it is no appraisal."
_MOST_SHOWN = 3
#: What a part in something is called here; others are called what they are.
_PARTS = {"named": "named in", "decided": "decided on", "acted": "acted on", "spoke": "spoke on"}

#: From this level on somebody needs no help with it.
ALONE = 3


def who_knows(found: WhoKnows, catalog: Catalog, people: Directory) -> Table:
    """Who to ask, best first, with all that speaks for each."""
    return Table(
        kind="skills.who-knows",
        title=f"Who knows {found.title}",
        columns=(Column("Who", style="bold"), Column("Because"), Column("Where", style="dim")),
        rows=tuple(row for knower in found.knowers for row in _rows(knower, found, catalog)),
        items=tuple(_item(knower, found) for knower in found.knowers),
        notes=tuple(_advice(found, people)),
        facts={
            "skill": found.skill,
            "ask": _first(found),
            "next": found.next_one.person if found.next_one else None,
            "learners": [
                {"person": a.person, "level": a.level, **_place(a)} for a in found.learners
            ],
        },
    )


def levels(catalog: Catalog, abilities: Sequence[Ability]) -> Table:
    """The vocabulary, then what stands only in people's tables; and who can do it alone."""
    able: dict[str, list[str]] = {}
    for ability in abilities:
        able.setdefault(ability.skill, []).extend([ability.person] * (ability.level >= ALONE))
    own = sorted(slug for slug in able if catalog.get(slug) is None)
    skills = [*catalog, *(Skill(slug=slug, title=slug) for slug in own)]
    rows = [
        (s.title, s.field, ", ".join(s.aliases), ", ".join(sorted(able.get(s.slug, ()))))
        for s in skills
    ]
    items = [
        {
            "skill": s.slug,
            "title": s.title,
            "field": s.field or None,
            "aliases": s.aliases,
            "needs": s.needs,
            "alone": sorted(able.get(s.slug, ())),
        }
        for s in skills
    ]
    words = ", ".join(f"{number} {word}" for number, word in enumerate(catalog.levels))
    return Table(
        kind="skills.list",
        columns=(
            Column("Skill", style="bold"),
            Column("Field"),
            Column("Also called"),
            Column("Can do it alone"),
        ),
        rows=tuple(rows),
        items=tuple(items),
        notes=(f"Levels: {words}.", NO_APPRAISAL),
        facts={"levels": list(catalog.levels)},
        empty="No skills yet. Say what you know: teamkit skills set SKILL LEVEL",
    )


def person(name: str, own: Sequence[Ability], catalog: Catalog) -> Card:
    """One person's own table."""
    return Card(
        kind="skills.show",
        title=f"{name}: skills",
        fields=tuple((catalog.title(a.skill), _row(a, catalog)) for a in own),
        items=tuple(
            {
                "person": a.person,
                "skill": a.skill,
                "level": a.level,
                "want": a.want or None,
                "updated": a.updated,
                "note": a.note or None,
                **_place(a),
            }
            for a in own
        ),
        notes=(NO_APPRAISAL,) if own else ("Nothing yet. Say it: teamkit skills set SKILL LEVEL",),
    )


def _rows(knower: Knower, found: WhoKnows, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """One row per thing that speaks for somebody, each with its file and line."""
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
    for shown in knower.shown[:_MOST_SHOWN]:
        evidence = shown.evidence
        part = f"{_PARTS.get(evidence.part, evidence.part)}: {evidence.about}"
        yield who, _on(part, evidence.on), f"{evidence.path}:{evidence.line}"
    more = len(knower.shown) - _MOST_SHOWN
    if more > 0:
        yield who, f"and {more} more: --json", ""


def _on(said: str, day: date | None) -> str:
    return f"{said}, {day}" if day else said


def _first(found: WhoKnows) -> str | None:
    here = (knower.person for knower in found.knowers if knower.person not in found.away)
    return next(here, None)


def _advice(found: WhoKnows, people: Directory) -> list[str]:
    """Ask A; B is next; C wants to learn."""
    said = []
    first = found.knowers[0]
    if first.person in found.away:
        said.append(f"{people.first_name(first.person)} is away until {found.away[first.person]}.")
    ask = _first(found)
    if ask:
        said.append(f"Ask {people.first_name(ask)}.")
    if found.next_one and found.next_one.person != ask:
        said.append(f"{people.first_name(found.next_one.person)} is next.")
    learners = [people.first_name(a.person) for a in found.learners]
    if learners:
        said.append(f"Wants to learn it: {', '.join(learners)}.")
    return [" ".join(said), NO_APPRAISAL] if said else [NO_APPRAISAL]


def _item(knower: Knower, found: WhoKnows) -> dict[str, object]:
    return {
        "person": knower.person,
        "score": round(knower.score, 3),
        "away_until": found.away.get(knower.person),
        "answers": [
            {
                "skill": a.ability.skill,
                "level": a.ability.level,
                "updated": a.ability.updated,
                "worth": round(a.worth, 3),
                **_place(a.ability),
            }
            for a in knower.answers
        ],
        "shown": [
            {
                "part": s.evidence.part,
                "about": s.evidence.about,
                "on": s.evidence.on,
                "worth": round(s.worth, 3),
                "path": s.evidence.path,
                "line": s.evidence.line,
            }
            for s in knower.shown
        ],
    }


def _row(ability: Ability, catalog: Catalog) -> str:
    want = f", wants {ability.want}" if ability.want else ""
    when = f", {ability.updated}" if ability.updated else ""
    note = f": {ability.note}" if ability.note else ""
    return f"{ability.level} {catalog.levels[ability.level]}{want}{when}{note}"


def _place(ability: Ability) -> dict[str, object]:
    return {"path": ability.path, "line": ability.line}
