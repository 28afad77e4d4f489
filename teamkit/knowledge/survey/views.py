"""What people and programs see of the survey; each page of the map says that it is no appraisal."""

from collections.abc import Mapping, Sequence

from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.survey import form as forms
from teamkit.knowledge.survey.answer import SurveyAnswer, help_lines, skills
from teamkit.knowledge.survey.csv_import import Imported
from teamkit.knowledge.survey.model import Survey
from teamkit.knowledge.survey.results import Results
from teamkit.knowledge.survey.turnout import Turnout, message
from teamkit.output.shapes import Column, Lines, Stack, Table
from teamkit.people.catalog import Catalog

_LISTED = 4


def opened(path: str) -> Lines:
    """The page of a new round."""
    return Lines("skills.survey.open", (path,), ({"path": path},))


def opened_told() -> tuple[str, ...]:
    """What to do next."""
    return ("Next: teamkit skills survey answer. Who is missing: teamkit skills survey status",)


def greeting(survey: Survey | None, count: int, catalog: Catalog) -> tuple[str, ...]:
    """What is asked, what the levels mean and which keys there are; said once."""
    if not count:
        return ("Nothing to ask: what you said is fresh. Everything once more: --all",)
    title = survey.title if survey else "No round is open, but the map is"
    return (f"{title}: {skills_asked(count)}", *help_lines(catalog))


def answered(path: str, answers: Sequence[SurveyAnswer]) -> Lines:
    """One's own page, and what changed on it as facts."""
    last = {answer.skill: answer for answer in answers}
    paths = (path,) if last else ()
    return Lines("skills.survey.answer", paths, tuple(map(_answer, last.values())))


def answered_told(answers: Sequence[SurveyAnswer], left: int, waiting: str) -> tuple[str, ...]:
    """How many were answered, how many are left, and whether the file *waiting* has no commit."""
    count = len({answer.skill for answer in answers})
    more = f" {left} more to ask: run it again." if left else ""
    told = [f"{skills(count)} answered.{more}"]
    if waiting:
        told.append(f"{waiting} has changes that are not committed: teamkit save {waiting}")
    return (*told, NO_APPRAISAL)


def kept(path: str, answers: Sequence[SurveyAnswer]) -> tuple[str, ...]:
    """What becomes of answers after Ctrl-C."""
    if not answers:
        return ("Nothing answered.",)
    return (
        f"{skills(len({answer.skill for answer in answers}))} kept in {path}, not committed.",
        f"Go on: teamkit skills survey answer. Or commit them: teamkit save {path}",
    )


def form(cells: forms.Form, *, as_csv: bool) -> Table | Lines:
    """The form: lines of a CSV file, or a table to look at."""
    header, *rows = cells
    items = tuple(dict(zip(header, row, strict=True)) for row in rows)
    if as_csv:
        return Lines("skills.survey.form", forms.lines(cells), items)
    columns = tuple(Column(title) for title in header)
    empty = "Nobody is expected to answer: no member has one of its areas."
    notes = (NO_APPRAISAL,)
    return Table("skills.survey.form", columns, tuple(rows), items, notes=notes, empty=empty)


def imported(found: Imported) -> Lines:
    """The files that change; answers and findings as facts."""
    paths = tuple(write.path for write in found.change.writes)
    items = tuple({"person": person, **_answer(answer)} for person, answer in found.answers)
    facts = {
        "paths": paths,
        "same": found.same,
        "findings": [
            {"path": one.path, "line": one.line, "message": one.message, "hint": one.hint or None}
            for one in found.findings
        ],
    }
    return Lines("skills.survey.import", paths, items, facts=facts)


def imported_told(found: Imported) -> tuple[str, ...]:
    """A finding a line, then how many answers are new, stand already, or were left out."""
    people = len({person for person, _ in found.answers})
    new = f"{_times(len(found.answers), 'new answer')} of {_people(people)}"
    same = f"{_times(found.same, 'answer')} stood already" if found.same else ""
    odd = _times(len(found.findings), "finding")
    counts = ", ".join(filter(None, [new, same, odd]))
    return (*map(str, found.findings), f"{counts}.", NO_APPRAISAL)


def status(survey: Survey, turnout: Turnout) -> Stack:
    """Who has answered and who has not, by handle, and the message for those."""
    words = [(p.handle, f"answered, {day}") for p, day in turnout.answered]
    words += [(p.handle, "nothing to ask: all is fresh") for p in turnout.settled]
    words += [(p.handle, "not yet") for p in turnout.missing]
    rows = tuple(sorted(words))
    until = f", open until {survey.closes}" if survey.closes else ""
    table = Table(
        kind="skills.survey.status",
        columns=(Column("Who", style="bold"), Column("Answered")),
        rows=rows,
        items=(),
        title=f"{survey.title}: {len(turnout.answered)} of {turnout.expected} answered{until}",
        notes=(NO_APPRAISAL,),
        empty="Nobody is expected to answer: no member has one of its areas.",
    )
    lines = message(survey, turnout)
    shapes = (table, Lines("skills.survey.message", lines, ())) if lines else (table,)
    items: list[Mapping[str, object]] = [
        {"person": p.handle, "state": "answered", "on": day} for p, day in turnout.answered
    ]
    items += [{"person": p.handle, "state": "settled", "on": None} for p in turnout.settled]
    items += [{"person": p.handle, "state": "missing", "on": None} for p in turnout.missing]
    facts = {**_round(survey), "message": "\n".join(lines) or None}
    ordered = sorted(items, key=lambda item: str(item["person"]))
    return Stack("skills.survey.status", shapes, tuple(ordered), facts=facts)


def closed(survey: Survey, found: Results) -> Lines:
    """The round's page; its numbers as facts, a skill each, never a person."""
    was = dict(found.was)
    items = tuple(
        {
            "skill": one.skill,
            "levels": list(one.levels),
            "want_more": one.want,
            "alone": one.alone,
            "alone_before": was.get(one.skill, one.alone) if found.last else None,
        }
        for one in found.counts
    )
    facts = {
        **_round(survey),
        "expected": found.turnout.expected,
        "answered": len(found.turnout.answered),
        "settled": len(found.turnout.settled),
        "singles": found.singles,
        "before": found.last.name if found.last else None,
    }
    return Lines("skills.survey.close", (survey.path,), items, facts=facts)


def closed_told(found: Results, catalog: Catalog, *, is_kept: bool) -> tuple[str, ...]:
    """The numbers in three sentences."""
    if is_kept:
        return ("The results were edited by hand and stay; --regenerate replaces them.",)
    turnout = found.turnout
    told = [f"{len(turnout.answered)} of {turnout.expected} people answered."]
    if found.singles:
        shown = ", ".join(catalog.title(skill) for skill in found.singles[:_LISTED])
        more = len(found.singles) - _LISTED
        rest = f" and {more} more" if more > 0 else ""
        told.append(f"One person alone can do: {shown}{rest}.")
    if found.wanted:
        wanted = ", ".join(catalog.title(one.skill) for one in found.wanted)
        told.append(f"Most wanted: {wanted}.")
    return (*told, NO_APPRAISAL)


def skills_asked(count: int) -> str:
    """`one question`, `12 questions`."""
    return "one question." if count == 1 else f"{count} questions."


def _answer(answer: SurveyAnswer) -> dict[str, object]:
    return {"skill": answer.skill, "level": answer.level, "want": answer.want}


def _round(survey: Survey) -> dict[str, object]:
    return {
        "survey": survey.name,
        "title": survey.title,
        "path": survey.path,
        "opens": survey.opens,
        "closes": survey.closes,
    }


def _times(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
