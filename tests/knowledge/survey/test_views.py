import json

import pytest

from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.survey import results, views
from teamkit.knowledge.survey.answer import SurveyAnswer
from teamkit.knowledge.survey.results import Count, Results
from teamkit.knowledge.survey.turnout import Turnout
from tests.conftest import Folder
from tests.knowledge.survey.made import NOW, VOCABULARY, row, with_skills

SURVEY = ("skills", "survey")


def test_the_form_is_a_table_to_look_at_and_facts_for_programs(small: Folder) -> None:
    with_skills(small)

    table = small.run(*SURVEY, "form")
    csv = small.run(*SURVEY, "form", "--csv")
    facts = json.loads(small.run(*SURVEY, "form", "--csv", "--json").stdout)

    assert table.stdout.startswith("ana\tAna\t2026-12-01\t3k\t\t1\t\nben\tBen\t")
    assert csv.stdout.split("\n")[0] == "Person,Name,As of,PostgreSQL,PostGIS,Docker,CSS"
    assert facts["items"][0]["cells"][0] == {"title": "PostgreSQL", "answer": "3k"}


def test_what_is_asked_is_greeted_once() -> None:
    said = views.greeting(None, 1, VOCABULARY)

    assert said[0] == "No round is open, but the map is: one question."
    assert len(said) == 3


def test_after_ctrl_c_both_ways_on_are_said() -> None:
    answers = [SurveyAnswer("css", 1, None), SurveyAnswer("css", 2, None)]

    assert views.kept("skills/ana.md", []) == ("Nothing answered.",)
    assert views.kept("skills/ana.md", answers) == (
        "1 skill kept in skills/ana.md, not committed.",
        "Continue: teamkit skills survey answer. Or commit them: teamkit save skills/ana.md",
    )


def test_the_last_of_two_answers_to_one_skill_is_the_fact() -> None:
    shape = views.answered(
        "skills/ana.md", [SurveyAnswer("css", 1, None), SurveyAnswer("css", 2, "more")]
    )

    assert shape.items == ({"skill": "css", "level": 2, "want": "more"},)


def test_closing_names_a_few_of_many_skills() -> None:
    counts = tuple(Count(f"s{at}", (0, 0, 0, 1, 0), at) for at in range(6))

    told = views.closed_told(Results(Turnout((), (), ()), counts), VOCABULARY, is_kept=False)

    assert told == (
        "0 of 0 people answered.",
        "One person alone can do: s0, s1, s2, s3 and 2 more.",
        "Most wanted: s5, s4, s3, s2, s1.",
        NO_APPRAISAL,
    )


def test_a_round_without_answers_has_little_to_tell() -> None:
    told = views.closed_told(Results(Turnout((), (), ()), ()), VOCABULARY, is_kept=False)

    assert told == ("0 of 0 people answered.", NO_APPRAISAL)


def test_a_persons_first_row_counts_and_a_second_one_does_not() -> None:
    rows = [row("css", 1, NOW, "more"), row("css", 4), row("css", 1, person="ben")]

    assert results.counted(["docker", "css"], rows) == (Count("css", (0, 2, 0, 0, 0), 1),)


@pytest.mark.parametrize("command", ["import", "answer"])
def test_each_change_of_the_map_says_that_it_is_no_appraisal(small: Folder, command: str) -> None:
    with_skills(small).write({"x.csv": "Person\n"})
    args = [str(small.path / "x.csv")] if command == "import" else []

    told = small.run(*SURVEY, command, *args, stdin="")

    assert told.status == 0
    assert NO_APPRAISAL in told.stderr
