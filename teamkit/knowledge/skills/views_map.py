"""What people and programs see of the map; never sums of anybody, never an order of merit."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from teamkit.knowledge.skills.gaps import Gap, asking
from teamkit.knowledge.skills.growth import Growth, GrowthStep
from teamkit.knowledge.skills.learn import Lesson, ReadingTip
from teamkit.knowledge.skills.matrix import Matrix, MatrixRow
from teamkit.knowledge.skills.records_map import (
    ABOUT,
    GAP,
    GROWTH,
    LESSON,
    MAP,
    MATRIX_ROW,
    STEP,
    Map,
    summary,
)
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.output import csv as spreadsheet
from teamkit.output import fields
from teamkit.output.fields import Page
from teamkit.output.shapes import Cell, Column, Grid, GridRow, Lines, Table
from teamkit.people.abilities import Ability
from teamkit.people.catalog import ALONE, TOP, Catalog

_MOST_NOTES = 3
_MATRIX = Page("skills.matrix", "Who says what of which skill.", MATRIX_ROW, MAP)
_GAPS = Page("skills.gaps", "The skills that are needed, and who covers them.", GAP, ABOUT)
_LEARN = Page("skills.learn", "What helps to learn a skill.", LESSON, ABOUT)
_GROWTH = Page("skills.growth", "One's own changes.", STEP, GROWTH)
_SKILL, _WHAT = Column("Skill", style="bold"), Column("", style="dim")


def matrix(found: Matrix, catalog: Catalog) -> Grid:
    """Skills down, people across, a digit where somebody answered."""
    words = ", ".join(f"{number} {word}" for number, word in enumerate(catalog.levels))
    notes = [summary(found), f"{words}; + wants more of it; blank: not answered."]
    if found.away:
        notes.append(f"* away: {_until(found.away)}.")
    return Grid(
        kind=_MATRIX.kind,
        across=tuple(f"{who}*" if who in found.away else who for who in found.people),
        rows=tuple(
            GridRow(row.skill.title, tuple(_cell(row, who) for who in found.people), _group(row))
            for row in found.rows
        ),
        items=_MATRIX.items(found.rows),
        notes=(*notes, NO_APPRAISAL),
        empty="No skills yet. Add what you know: teamkit skills set SKILL LEVEL",
        blank="nobody has answered",
        facts=_MATRIX.facts(Map(found, catalog)),
    )


def csv(found: Matrix, catalog: Catalog) -> Lines:
    """The same cells for a spreadsheet: a line per skill, a column per person."""
    head = ("Skill", "Field", *found.people)
    rows = [
        (row.skill.title, row.skill.field, *(_cell(row, who).text for who in found.people))
        for row in found.rows
    ]
    text = list(map(spreadsheet.line, (head, *rows)))
    return fields.lines(_MATRIX, text, found.rows, whole=Map(found, catalog))


def gaps(found: Iterable[Gap]) -> Table:
    """The skills that are needed and not covered, with what would help; the others in a line."""
    every = list(found)
    covered = [gap.title for gap in every if gap.is_covered]
    notes = [f"Two or more can do alone what else is needed: {', '.join(covered)}."]
    return Table(
        kind=_GAPS.kind,
        columns=(_SKILL, _WHAT, Column("What")),
        rows=tuple(row for gap in every if not gap.is_covered for row in _gap_rows(gap)),
        items=_GAPS.items(every),
        notes=(*(notes if covered else ()), NO_APPRAISAL),
        empty="Two or more people can do alone each skill that is needed."
        if every
        else "No record says which skills are needed: give solutions, talks or proposals skills.",
        facts=_GAPS.facts(None),
    )


def lessons(found: Iterable[Lesson], catalog: Catalog) -> Table:
    """For each skill who wants it, who can teach it, what there is to read."""
    every = list(found)
    return Table(
        kind=_LEARN.kind,
        columns=(_SKILL, _WHAT, Column("What")),
        rows=tuple(row for lesson in every for row in _lesson_rows(lesson, catalog)),
        items=_LEARN.items(every),
        notes=(NO_APPRAISAL,) if every else (),
        empty="No skill yet that you want more of. "
        "Add one: teamkit skills set SKILL LEVEL --want more",
        facts=_LEARN.facts(None),
    )


def growth(found: Growth, catalog: Catalog) -> Table:
    """One's own changes, in order of day."""
    notes = ["Your own history, from git; teamkit shows it to nobody else."]
    if found.wanting:
        notes.append(f"You want more of: {', '.join(map(catalog.title, found.wanting))}.")
    return Table(
        kind=_GROWTH.kind,
        columns=(Column("When", style="dim"), Column("Skill", style="bold"), Column("What")),
        rows=tuple(
            (step.on.isoformat(), catalog.title(step.skill), _change(step, catalog))
            for step in found.steps
        ),
        items=_GROWTH.items(found.steps),
        notes=(*notes, NO_APPRAISAL),
        empty=_no_steps(found),
        facts=_GROWTH.facts(found),
    )


def _cell(row: MatrixRow, who: str) -> Cell:
    own = row.answers.get(who)
    return Cell(f"{own.level}{'+' if own.want == 'more' else ''}", own.level) if own else Cell("")


def _group(row: MatrixRow) -> str:
    return row.skill.field or "other"


def _until(away: Mapping[str, date]) -> str:
    return ", ".join(f"{who} until {until}" for who, until in away.items())


def _gap_rows(gap: Gap) -> Iterator[tuple[str, str, str]]:
    alone = [_who_alone(own, gap) for own in gap.alone]
    yield gap.title, "alone", ", ".join(alone) or "nobody"
    yield from ((gap.title, "needed", reason) for reason in gap.reasons)
    yield from ((gap.title, "would help", remedy) for remedy in gap.remedies)


def _who_alone(own: Ability, gap: Gap) -> str:
    leaves, until = gap.leaving.get(own.person), gap.away.get(own.person)
    when = f", leaves on {leaves}" if leaves else f", away until {until}" if until else ""
    return f"{own.person}{when} ({own.path}:{own.line})"


def _lesson_rows(lesson: Lesson, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for label, handles in (
        ("wants more", lesson.wanting),
        (f"{TOP} {catalog.levels[TOP]}", lesson.teaching),
        (f"{ALONE} {catalog.levels[ALONE]}", lesson.alone),
    ):
        if handles:
            yield lesson.title, label, ", ".join(_marked(who, lesson.away) for who in handles)
    if not lesson.teaching and not lesson.alone:
        yield lesson.title, "nobody else yet", asking(f"How do we learn {lesson.title}?")
    pages = [one for one in lesson.reading if one.kind != "notes"]
    notes = [one for one in lesson.reading if one.kind == "notes"]
    yield from ((lesson.title, "read", _read(one)) for one in (*pages, *notes[:_MOST_NOTES]))
    if len(notes) > _MOST_NOTES:
        yield lesson.title, "read", f"and {len(notes) - _MOST_NOTES} more notes: --json"


def _marked(who: str, away: Mapping[str, date]) -> str:
    return f"{who} (away until {away[who]})" if who in away else who


def _read(one: ReadingTip) -> str:
    status = one.status if one.status not in {"owned", "accepted"} else ""
    when = " ".join(filter(None, (status, one.on.isoformat() if one.on else "")))
    line = f":{one.line}" if one.line > 1 else ""
    return f"{one.kind}{f', {when}' if when else ''}: {one.title} ({one.path}{line})"


def _no_steps(found: Growth) -> str:
    if found.since is None:
        return "You have not said anything yet: teamkit skills set SKILL LEVEL"
    if not found.is_kept:
        return "Git has no history of your answers yet; it begins with your next commit."
    return f"Nothing has changed since {found.since}."


def _change(step: GrowthStep, catalog: Catalog) -> str:
    if step.after is None:
        return f"taken out; it was {step.before}"
    said = f"{step.after} {catalog.levels[step.after]}"
    if step.before is None:
        return f"new: {said}"
    return f"{step.before} -> {said}{'; you wanted more of it' if step.is_reached else ''}"
