"""What people and programs see of the survey; each page of the map says that it is no appraisal."""

from collections.abc import Sequence

from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.survey import form as forms
from teamkit.knowledge.survey.answer import SurveyAnswer, help_lines, skills
from teamkit.knowledge.survey.csv_import import Imported
from teamkit.knowledge.survey.model import Survey
from teamkit.knowledge.survey.records import (
    ANSWER,
    ASKING,
    CLOSED,
    COUNTED,
    FORM_ROW,
    IMPORT,
    IMPORTED,
    SURVEY_PERSON,
    ClosedSurvey,
    CountedSkill,
    FormRow,
    SurveyAsking,
    SurveyPerson,
)
from teamkit.knowledge.survey.results import Results
from teamkit.knowledge.survey.turnout import Turnout, message
from teamkit.output import fields
from teamkit.output.common import FILE
from teamkit.output.fields import Page
from teamkit.output.shapes import Column, Lines, Stack, Table
from teamkit.people.catalog import Catalog

_LISTED = 4
_OPEN = Page("skills.survey.open", "The page of the new round.", FILE, writes=True)
_ANSWERED = Page("skills.survey.answer", "What one has answered.", ANSWER, writes=True)
_FORM = Page("skills.survey.form", "The form, filled with what is known.", FORM_ROW)
_IMPORT = Page("skills.survey.import", "Answers that are new.", IMPORTED, IMPORT, writes=True)
_STATUS = Page("skills.survey.status", "Who has answered.", SURVEY_PERSON, ASKING)
_CLOSE = Page("skills.survey.close", "The results, a skill each.", COUNTED, CLOSED, writes=True)


def opened(path: str) -> Lines:
    """The page of a new round."""
    return fields.lines(_OPEN, (path,), (path,))


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
    return fields.lines(_ANSWERED, paths, last.values())


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
        f"Continue: teamkit skills survey answer. Or commit them: teamkit save {path}",
    )


def form(cells: forms.Form, *, as_csv: bool) -> Table | Lines:
    """The form: lines of a CSV file, or a table to look at."""
    header, *rows = cells
    shown = [FormRow(header, row) for row in rows]
    if as_csv:
        return fields.lines(_FORM, forms.lines(cells), shown)
    columns = tuple(Column(title) for title in header)
    empty = "Nobody is expected to answer: no member has one of its areas."
    notes = (NO_APPRAISAL,)
    return Table(_FORM.kind, columns, tuple(rows), _FORM.items(shown), notes=notes, empty=empty)


def imported(found: Imported) -> Lines:
    """The files that change; answers and findings as facts."""
    paths = tuple(write.path for write in found.change.writes)
    return fields.lines(_IMPORT, paths, found.answers, whole=found)


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
        kind=_STATUS.kind,
        columns=(Column("Who", style="bold"), Column("Answered")),
        rows=rows,
        items=(),
        title=f"{survey.title}: {len(turnout.answered)} of {turnout.expected} answered{until}",
        notes=(NO_APPRAISAL,),
        empty="Nobody is expected to answer: no member has one of its areas.",
    )
    lines = message(survey, turnout)
    shapes = (table, Lines("skills.survey.message", lines, ())) if lines else (table,)
    people = [SurveyPerson(p.handle, "answered", day) for p, day in turnout.answered]
    people += [SurveyPerson(p.handle, "settled") for p in turnout.settled]
    people += [SurveyPerson(p.handle, "missing") for p in turnout.missing]
    items = _STATUS.items(sorted(people, key=lambda one: one.person))
    return Stack(_STATUS.kind, shapes, items, _STATUS.facts(SurveyAsking(survey, "\n".join(lines))))


def closed(survey: Survey, found: Results) -> Lines:
    """The round's page; its numbers as facts, a skill each, never a person."""
    counts = [CountedSkill(count, found) for count in found.counts]
    return fields.lines(_CLOSE, (survey.path,), counts, whole=ClosedSurvey(survey, found))


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


def _times(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
