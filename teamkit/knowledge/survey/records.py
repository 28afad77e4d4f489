"""What programs see of a survey of skills, declared once."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from teamkit.knowledge.survey.answer import SurveyAnswer
from teamkit.knowledge.survey.csv_import import Imported
from teamkit.knowledge.survey.model import Survey
from teamkit.knowledge.survey.results import Count, Results
from teamkit.output.common import FINDING
from teamkit.output.extend import within
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    Field,
    Record,
    many,
    one_of,
    optional,
)
from teamkit.people.abilities import WANTS

#: Columns of a form before those of the skills: handle, name, day.
_FIXED = 3


class FormRow(NamedTuple):
    """What a form holds of one person: the titles of its columns, and the cells."""

    header: tuple[str, ...]
    cells: tuple[str, ...]


class SurveyPerson(NamedTuple):
    """Somebody who is expected to answer."""

    person: str
    state: str
    day: date | None = None


class SurveyAsking(NamedTuple):
    """A round, and the message for those who have not answered."""

    survey: Survey
    message: str


class CountedSkill(NamedTuple):
    """The numbers of a skill, among all results."""

    numbers: Count
    found: Results


class ClosedSurvey(NamedTuple):
    """A round that is over, and what came out."""

    survey: Survey
    found: Results


def _cells(row: FormRow) -> Iterable[tuple[str, str]]:
    return zip(row.header[_FIXED:], row.cells[_FIXED:], strict=True)


def _answer(it: tuple[str, SurveyAnswer]) -> SurveyAnswer:
    return it[1]


def _asked(asking: SurveyAsking) -> Survey:
    return asking.survey


def _over(closed: ClosedSurvey) -> Survey:
    return closed.survey


def _before(it: CountedSkill) -> int | None:
    was = dict(it.found.was)
    return was.get(it.numbers.skill, it.numbers.alone) if it.found.last else None


ANSWER = Record[SurveyAnswer](
    "survey_answer",
    "One answer.",
    (
        Field("skill", lambda it: it.skill, SLUG, "About which skill."),
        Field("level", lambda it: it.level, COUNT, "From 0 to 4."),
        Field("want", lambda it: it.want, optional(one_of(*WANTS)), "How much of it they want."),
    ),
)
IMPORTED = Record[tuple[str, SurveyAnswer]](
    "imported_answer",
    "An answer that was imported.",
    (
        Field("person", lambda it: it[0], HANDLE, "Whose."),
        *within(ANSWER.fields, _answer),
    ),
)
IMPORT = Record[Imported](
    "import",
    "",
    (
        Field("paths", lambda it: [w.path for w in it.change.writes], many(PATH), "Changed files."),
        Field("same", lambda it: it.same, COUNT, "How many answers were there already."),
        Field("findings", lambda it: it.findings, many(FINDING), "What could not be imported."),
    ),
)
_CELL = Record[tuple[str, str]](
    "form_cell",
    "One cell of a form.",
    (
        Field("title", lambda it: it[0], TEXT, "The skill's title."),
        Field(
            "answer", lambda it: it[1], optional(TEXT), "Level and want, as a form has them: 3k."
        ),
    ),
)
FORM_ROW = Record[FormRow](
    "form_row",
    "What a form holds of one person.",
    (
        Field("person", lambda it: it.cells[0], HANDLE, "Who."),
        Field("name", lambda it: it.cells[1], TEXT, "The full name."),
        Field("date", lambda it: it.cells[2], optional(DAY), "The day the form is of."),
        Field("cells", _cells, many(_CELL), "In the order of the columns."),
    ),
)
SURVEY_PERSON = Record[SurveyPerson](
    "survey_person",
    "Somebody who is expected to answer.",
    (
        Field("person", lambda it: it.person, HANDLE, "Who."),
        Field(
            "state",
            lambda it: it.state,
            one_of("answered", "settled", "missing"),
            "Whether they have answered, or had nothing to be asked.",
        ),
        Field("date", lambda it: it.day, optional(DAY), "The day of their newest answer."),
    ),
)
_SURVEY = Record[Survey](
    "survey",
    "A round of the survey.",
    (
        Field("survey", lambda s: s.name, SLUG, "The name of its file."),
        Field("title", lambda s: s.title, TEXT, "Its title."),
        Field("path", lambda s: s.path, PATH, "Its file."),
        Field("since", lambda s: s.opens, optional(DAY), "The day it opened."),
        Field("until", lambda s: s.closes, optional(DAY), "Its last day."),
    ),
)
ASKING = Record[SurveyAsking](
    "survey_status",
    "",
    (
        *within(_SURVEY.fields, _asked),
        Field("message", lambda it: it.message, optional(TEXT), "What to send to the others."),
    ),
)
COUNTED = Record[CountedSkill](
    "counted_skill",
    "The numbers of one skill; never of a person.",
    (
        Field("skill", lambda it: it.numbers.skill, SLUG, "Which skill."),
        Field(
            "level_counts",
            lambda it: it.numbers.levels,
            many(COUNT),
            "People at level 0, 1, 2, 3, 4.",
        ),
        Field("want_more", lambda it: it.numbers.want, COUNT, "How many want more of it."),
        Field("alone_count", lambda it: it.numbers.alone, COUNT, "How many can do it alone."),
        Field("alone_before", _before, optional(COUNT), "How many could after the last round."),
    ),
)
CLOSED = Record[ClosedSurvey](
    "closed_survey",
    "",
    (
        *within(_SURVEY.fields, _over),
        Field(
            "expected_count", lambda it: it.found.turnout.expected, COUNT, "How many were expected."
        ),
        Field(
            "answered_count", lambda it: len(it.found.turnout.answered), COUNT, "How many answered."
        ),
        Field("settled", lambda it: len(it.found.turnout.settled), COUNT, "Nothing to be asked."),
        Field("singles", lambda it: it.found.singles, many(SLUG), "Skills of one person alone."),
        Field(
            "previous",
            lambda it: it.found.last.name if it.found.last else None,
            optional(SLUG),
            "The round before.",
        ),
    ),
)
