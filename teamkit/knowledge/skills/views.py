"""What people and programs see of who knows what; never totals, never an order of merit."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from teamkit.facts import Evidence
from teamkit.knowledge.skills.rank import Knower
from teamkit.knowledge.skills.who_knows import WhoKnows
from teamkit.output.shapes import Card, Column, Table
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import listed

#: Said with every map of skills.
NO_APPRAISAL = "People say this about themselves, to be found and asked; it is no appraisal."
_MOST_SHOWN = 3
#: What a part in something is called here; others are called what they are.
_PARTS = {"named": "named in", "decided": "decided on", "acted": "acted on", "spoke": "spoke on"}
#: Days from which on the newest that speaks for somebody is called old.
OLD = 365
_MONTH = 30.44


def who_knows(found: WhoKnows, catalog: Catalog, people: Directory) -> Table:
    """Who to ask, best first, with all that speaks for each; for free words, with those found."""
    words = _words_at(found)
    first = found.first_here
    return Table(
        kind="skills.who-knows",
        title=f"Who knows {found.title}",
        columns=(Column("Who", style="bold"), Column("Because"), Column("Where", style="dim")),
        rows=tuple(row for one in found.knowers for row in _rows(one, found, catalog, words)),
        items=tuple(_item(knower, found) for knower in found.knowers),
        notes=(*_advice(found, people), *_by_words(found), NO_APPRAISAL),
        facts={
            "skill": found.skill or None,
            "ask": first.person if first else None,
            "next": found.next_one.person if found.next_one else None,
            "newest": first.last if first else None,
            "learners": [_learner(one) for one in found.learners],
            **_documents(found),
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
        empty="No skills yet. Add what you know: teamkit skills set SKILL LEVEL",
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


def _documents(found: WhoKnows) -> dict[str, object]:
    """What the free words were found in, for programs."""
    if not found.found:
        return {}
    documents = [
        {
            "path": one.passage.path,
            "line": one.passage.line,
            "title": one.passage.title,
            "on": one.passage.on,
            "words": one.words,
            "fit": round(one.fit, 3),
        }
        for one in found.found
    ]
    return {"asked": found.title, "near": found.near, "documents": documents}


def _learner(one: Ability | Evidence) -> dict[str, object]:
    level = one.level if isinstance(one, Ability) else None
    return {"person": one.person, "level": level, "path": one.path, "line": one.line}


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
