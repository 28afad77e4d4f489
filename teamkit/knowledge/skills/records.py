"""What programs see of skills and of what speaks for people, declared once."""

from typing import NamedTuple

from teamkit.facts import Evidence
from teamkit.knowledge.skills.by_words import PassageFound
from teamkit.knowledge.skills.rank import Knower, OwnAnswer, Shown
from teamkit.knowledge.skills.who_knows import WhoKnows
from teamkit.output.extend import within
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    Field,
    Record,
    many,
    one_of,
    optional,
)
from teamkit.people.abilities import WANTS, Ability
from teamkit.people.catalog import Skill


class KnowerSeen(NamedTuple):
    """Somebody to ask, in an answer to who knows something."""

    knower: Knower
    found: WhoKnows


SKILL_REF = Record[Skill](
    "skill_reference",
    "Which skill.",
    (
        Field("skill", lambda s: s.slug, SLUG, "Its slug; words where there is no such skill."),
        Field("title", lambda s: s.title, TEXT, "Its title."),
    ),
)
SKILL = Record[Skill](
    "skill",
    "One word of the vocabulary.",
    (
        *SKILL_REF.fields,
        Field("field", lambda s: s.field, optional(TEXT), "The group that it belongs to."),
        Field("aliases", lambda s: s.aliases, many(TEXT), "Its other names."),
        Field("requires", lambda s: s.needs, many(SLUG), "What one has to know for it."),
    ),
)
ABILITY = Record[Ability](
    "ability",
    "What somebody says of themselves: a row of their own table.",
    (
        Field("person", lambda it: it.person, HANDLE, "Who."),
        Field("skill", lambda it: it.skill, SLUG, "Of which skill."),
        Field("level", lambda it: it.level, COUNT, "From 0 to 4."),
        Field("want", lambda it: it.want, optional(one_of(*WANTS)), "How much of it they want."),
        Field("updated", lambda it: it.updated, optional(DAY), "The day of the answer."),
        Field("note", lambda it: it.note, optional(TEXT), "Their note."),
        Field("path", lambda it: it.path, PATH, "Their file."),
        Field("line", lambda it: it.line, COUNT, "The row there."),
    ),
)
EVIDENCE = Record[Evidence](
    "evidence",
    "Somebody took a visible part in something.",
    (
        Field("part", lambda e: e.part, TEXT, "What they did: owns, presented, decided, ..."),
        Field("about", lambda e: e.about, TEXT, "What it was about."),
        Field("date", lambda e: e.on, optional(DAY), "When."),
        Field("path", lambda e: e.path, TEXT, "The file, or the repository and its commit."),
        Field("line", lambda e: e.line, COUNT, "The line; 0 for commits."),
    ),
)


def _ability(answer: OwnAnswer) -> Ability:
    return answer.ability


def _evidence(shown: Shown) -> Evidence:
    return shown.evidence


_ANSWER = Record[OwnAnswer](
    "counted_ability",
    "An answer of one's own, and how much it counts.",
    (
        *within(ABILITY.fields, _ability),
        Field("worth", lambda it: round(it.worth, 3), NUMBER, "How much it counts."),
    ),
)
_SHOWN = Record[Shown](
    "counted_evidence",
    "A visible part in something, and how much it counts.",
    (
        *within(EVIDENCE.fields, _evidence),
        Field("worth", lambda it: round(it.worth, 3), NUMBER, "How much it counts."),
    ),
)
KNOWER = Record[KnowerSeen](
    "knower",
    "Somebody to ask, with all that speaks for it.",
    (
        Field("person", lambda k: k.knower.person, HANDLE, "Who."),
        Field("score", lambda k: round(k.knower.score, 3), NUMBER, "For the order alone."),
        Field(
            "away_until",
            lambda k: k.found.away.get(k.knower.person),
            optional(DAY),
            "The last day of the absence that covers today.",
        ),
        Field("answers", lambda k: k.knower.answers, many(_ANSWER), "What they say."),
        Field("shown", lambda k: k.knower.shown, many(_SHOWN), "What they have shown."),
    ),
)
_LEARNER = Record[Ability | Evidence](
    "learner",
    "Somebody who wants to learn.",
    (
        Field("person", lambda it: it.person, HANDLE, "Who."),
        Field(
            "level",
            lambda it: it.level if isinstance(it, Ability) else None,
            optional(COUNT),
            "Their level; null where they would like to hear about a topic.",
        ),
        Field("path", lambda it: it.path, PATH, "The file that says so."),
        Field("line", lambda it: it.line, COUNT, "The line there."),
    ),
)
_DOCUMENT = Record[PassageFound](
    "found_passage",
    "A passage that holds the words.",
    (
        Field("path", lambda it: it.passage.path, PATH, "The file."),
        Field("line", lambda it: it.passage.line, COUNT, "Where it begins."),
        Field("title", lambda it: it.passage.title, TEXT, "Its title."),
        Field("date", lambda it: it.passage.on, optional(DAY), "Its day."),
        Field("words", lambda it: it.words, many(TEXT), "The words that were found."),
        Field("fit", lambda it: round(it.fit, 3), NUMBER, "How well it fits, 0 to 1."),
    ),
)
ASKED_SKILL = Record[WhoKnows](
    "asked_skill",
    "",
    (
        Field("skill", lambda f: f.skill, optional(SLUG), "The skill; null for free words."),
        Field("question", lambda f: f.title, TEXT, "The skill's title, or the words as typed."),
        Field(
            "ask",
            lambda f: f.first_here.person if f.first_here else None,
            optional(HANDLE),
            "Who to ask today.",
        ),
        Field(
            "ask_next",
            lambda f: f.next_one.person if f.next_one else None,
            optional(HANDLE),
            "Who is next.",
        ),
        Field(
            "newest",
            lambda f: f.first_here.last if f.first_here else None,
            optional(DAY),
            "The day of the newest that speaks for whom to ask.",
        ),
        Field("learner_rows", lambda f: f.learners, many(_LEARNER), "Who wants to learn it."),
        Field("near", lambda f: f.near, many(SLUG), "Skills with a similar name."),
        Field("documents", lambda f: f.found, many(_DOCUMENT), "What free words were found in."),
    ),
)
