"""What programs see of the map of skills, declared once."""

from typing import NamedTuple

from teamkit.knowledge.skills.gaps import Gap
from teamkit.knowledge.skills.growth import Growth, GrowthStep
from teamkit.knowledge.skills.learn import Lesson, ReadingTip
from teamkit.knowledge.skills.matrix import Matrix, MatrixRow
from teamkit.knowledge.skills.records import ABILITY, SKILL
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.output.common import ABSENCE, DEPARTURE, absences, departures
from teamkit.output.extend import within
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    many,
    optional,
)
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill


class Map(NamedTuple):
    """The map, and the vocabulary that it is in."""

    found: Matrix
    catalog: Catalog


def summary(found: Matrix) -> str:
    """How many skills nobody, or only one person, can do alone."""
    able = [len(row.alone) for row in found.rows]
    none, one = able.count(0), able.count(1)
    skills = "1 skill" if len(able) == 1 else f"{len(able)} skills"
    return f"Of {skills}, {none} nobody here can do alone, {one} only one person can."


def _skill(row: MatrixRow) -> Skill:
    return row.skill


def _answers(row: MatrixRow) -> list[Ability]:
    return [own for _, own in sorted(row.answers.items())]


MATRIX_ROW = Record[MatrixRow](
    "matrix_row",
    "A skill, and what people say of it.",
    (
        *within(SKILL.fields, _skill),
        Field("abilities", _answers, many(ABILITY), "By handle."),
        Field("alone", lambda r: r.alone, many(HANDLE), "Who can do it alone."),
    ),
)
MAP = Record[Map](
    "map",
    "",
    (
        Field("levels", lambda m: tuple(m.catalog.levels), many(TEXT), "Their names, from 0."),
        Field("people", lambda m: m.found.people, many(HANDLE), "Who is on the map."),
        Field("absences", lambda m: absences(m.found.away), many(ABSENCE), "Who is away today."),
        Field("sentence", lambda m: summary(m.found), TEXT, "The map in a sentence."),
        Field("about", lambda _: NO_APPRAISAL, TEXT, "What the map is not for."),
    ),
)
ABOUT = Record[None](
    "about", "", (Field("about", lambda _: NO_APPRAISAL, TEXT, "What the page is not for."),)
)
GAP = Record[Gap](
    "gap",
    "A skill that is needed, and who covers it.",
    (
        Field("skill", lambda g: g.skill, SLUG, "Its slug; words where there is no such skill."),
        Field("title", lambda g: g.title, TEXT, "Its title."),
        Field("covered", lambda g: g.is_covered, YES, "Whether two who stay can do it alone."),
        Field("alone_rows", lambda g: g.alone, many(ABILITY), "Rows of those who can do it alone."),
        Field("leaving", lambda g: departures(g.leaving), many(DEPARTURE), "Who of them leaves."),
        Field("absences", lambda g: absences(g.away), many(ABSENCE), "Who of them is away."),
        Field("needed", lambda g: g.reasons, many(TEXT), "Why it is needed."),
        Field("remedies", lambda g: g.remedies, many(TEXT), "What would help."),
    ),
)
_TIP = Record[ReadingTip](
    "reading_tip",
    "Something to read.",
    (
        Field("kind", lambda r: r.kind, TEXT, "Solution, guideline, talk, proposal or notes."),
        Field("status", lambda r: r.status, optional(TEXT), "As the file says."),
        Field("title", lambda r: r.title, TEXT, "Its title."),
        Field("date", lambda r: r.on, optional(DAY), "The day of a talk or of a meeting."),
        Field("path", lambda r: r.path, PATH, "The file."),
        Field("line", lambda r: r.line, COUNT, "Where it begins; 1 for a whole page."),
    ),
)
LESSON = Record[Lesson](
    "lesson",
    "A skill, and all that helps to learn it.",
    (
        Field("skill", lambda it: it.skill, SLUG, "Which skill."),
        Field("title", lambda it: it.title, TEXT, "Its title."),
        Field("learners", lambda it: it.wanting, many(HANDLE), "Who wants more of it."),
        Field("teachers", lambda it: it.teaching, many(HANDLE), "Who can teach it."),
        Field("alone", lambda it: it.alone, many(HANDLE), "Who can do it alone."),
        Field("absences", lambda it: absences(it.away), many(ABSENCE), "Who is away today."),
        Field("reading", lambda it: it.reading, many(_TIP), "Pages, then notes."),
    ),
)
STEP = Record[GrowthStep](
    "growth_step",
    "One answer that changed.",
    (
        Field("date", lambda s: s.on, DAY, "When."),
        Field("skill", lambda s: s.skill, SLUG, "Of which skill."),
        Field(
            "level_before", lambda s: s.before, optional(COUNT), "The level before; null for none."
        ),
        Field("level_after", lambda s: s.after, optional(COUNT), "The level since; null for none."),
        Field("was_wanted", lambda s: s.was_wanted, YES, "Whether more of it was wanted."),
        Field("reached", lambda s: s.is_reached, YES, "Whether it was wanted, and has risen."),
    ),
)
GROWTH = Record[Growth](
    "growth",
    "",
    (
        Field("since", lambda g: g.since, optional(DAY), "The first day that is shown."),
        Field("wanting", lambda g: g.wanting, many(SLUG), "The skills that one wants more of."),
        Field("about", lambda _: NO_APPRAISAL, TEXT, "What the page is not for."),
    ),
)
