"""The map: who says what of themselves, in an order that is nobody's merit."""

import csv
import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import NotFoundError, UnknownError
from teamkit.knowledge.skills.matrix import Matrix, matrix, members, only
from teamkit.knowledge.skills.records_map import summary
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.skills.views_map import csv as as_csv
from teamkit.output.programs import as_tabs
from teamkit.people.abilities import Ability
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from tests.conftest import Folder
from tests.knowledge.skills.mapped import ANA, BEN, CARLA, CATALOG, GORAN, TODAY, own

PEOPLE = Directory({person.handle: person for person in (ANA, BEN, CARLA, GORAN)})
ANSWERS = [
    own("carla", "postgis", 4),
    own("ana", "postgis", 3, "more"),
    own("ana", "zig", 1),
    own("ben", "css", 0),
    own("goran", "css", 4),
]


def test_skills_stand_field_by_field_and_people_by_handle() -> None:
    found = matrix(CATALOG, [CARLA, BEN, ANA], ANSWERS, TODAY)

    assert (found.people, found.away) == (("ana", "ben", "carla"), {"ben": date(2026, 12, 4)})
    assert [
        (row.skill.slug, {who: own.level for who, own in row.answers.items()}, row.alone)
        for row in found.rows
    ] == [
        ("postgis", {"carla": 4, "ana": 3}, ["ana", "carla"]),
        ("raster", {}, []),
        ("css", {"ben": 0}, []),
        ("zig", {"ana": 1}, []),
    ]


def test_skills_are_chosen_by_any_of_their_names() -> None:
    found = matrix(CATALOG, [ANA], ANSWERS, TODAY, skills=["Geo Postgres", "ZIG"])

    assert [row.skill.slug for row in found.rows] == ["postgis", "zig"]
    with pytest.raises(UnknownError):
        matrix(CATALOG, [ANA], ANSWERS, TODAY, skills=["postgys"])


def test_who_left_is_no_member_and_areas_have_no_case() -> None:
    assert [p.handle for p in members(PEOPLE, TODAY)] == ["ana", "ben", "carla"]
    assert members(PEOPLE, TODAY, ["frontend"]) == [CARLA]
    assert members(PEOPLE, TODAY, ["design"], known=["Design"]) == []
    with pytest.raises(UnknownError) as refused:
        members(PEOPLE, TODAY, ["bakend"])
    assert refused.value.hint == "Did you mean: backend?"


def test_people_are_chosen_by_name_and_who_left_is_refused() -> None:
    assert only([ANA, BEN], [], TODAY) == [ANA, BEN]
    assert only([ANA, BEN], [CARLA, BEN], TODAY) == [BEN]
    with pytest.raises(NotFoundError) as refused:
        only([ANA], [GORAN], TODAY)
    assert refused.value.message == "Goran is not on the team today."


def test_one_sentence_counts_skills_and_never_people() -> None:
    assert [
        summary(found)
        for found in (
            matrix(CATALOG, [CARLA, BEN, ANA], ANSWERS, TODAY),
            matrix(CATALOG, [CARLA], ANSWERS, TODAY, skills=["postgis"]),
            Matrix((), {}, ()),
        )
    ] == [
        "Of 4 skills, 3 nobody here can do alone, 0 only one person can.",
        "Of 1 skill, 0 nobody here can do alone, 1 only one person can.",
        "Of 0 skills, 0 nobody here can do alone, 0 only one person can.",
    ]


@given(st.permutations([own(p, s, 3) for p in ("ana", "ben") for s in ("zig", "css", "Ada")]))
def test_the_order_of_the_answers_changes_nothing(answers: list[Ability]) -> None:
    rows = matrix(CATALOG, [ANA, BEN], answers, TODAY).rows

    assert [row.skill.slug for row in rows] == ["postgis", "raster", "css", "Ada", "zig"]


def test_a_screen_reader_gets_the_same_words(demo: Folder) -> None:
    piped = demo.run("skills", "matrix", "--people", "ana,fay", "--skill", "caching")
    page = json.loads(demo.run("skills", "matrix", "--people", "fay", "--json").stdout)

    assert piped.stdout == "Caching\tana 3+, fay* 2+\n"
    assert {key: page[key] for key in ("kind", "people", "absences", "sentence", "about")} == {
        "kind": "skills.matrix",
        "people": ["fay"],
        "absences": [{"person": "fay", "until": "2026-12-11"}],
        "sentence": "Of 27 skills, 21 nobody here can do alone, 6 only one person can.",
        "about": NO_APPRAISAL,
    }
    assert page["items"][-9]["abilities"] == [
        {
            "person": "fay",
            "skill": page["items"][-9]["skill"],
            "level": 0,
            "want": "more",
            "updated": "2026-09-15",
            "note": "curious, has anybody tried?",
            "path": "skills/fay.md",
            "line": 23,
        }
    ]


def test_nothing_of_the_map_counts_or_ranks_anybody(demo: Folder) -> None:
    text = demo.run("skills", "matrix", "--json").stdout

    assert re.findall(r'"(?:score|total|sum"|count|rank|average)', text) == []


def test_csv_goes_to_stdout_alone_and_can_be_read_back(demo: Folder) -> None:
    result = demo.run("skills", "matrix", "--csv", "--area", "backend")

    rows = list(csv.reader(result.stdout.split("\n")))
    assert rows[:2] == [
        ["Skill", "Field", "ana", "ben", "carla", "goran", "hana"],
        ["PostgreSQL", "data", "4", "3", "2", "3", "2+"],
    ]
    assert result.stderr == f"{NO_APPRAISAL}\n"


def test_a_title_is_never_a_formula_or_a_second_cell() -> None:
    answers = [own("ana", '=HYPERLINK("x"); a, b', 2), own("ana", "two\nlines", 1)]

    lines = as_csv(matrix(CATALOG, [ANA], answers, TODAY), CATALOG).lines

    assert lines[-2:] == ('"\'=HYPERLINK(""x""); a, b",,2', "two lines,,1")


def test_csv_has_a_column_for_each_of_many_people() -> None:
    crowd = [Person(f"person-{number:04}", f"P {number}") for number in range(3000)]
    answers = [own(person.handle, "css", 3, "more") for person in crowd]

    page = as_tabs(as_csv(matrix(CATALOG, crowd, answers, TODAY), CATALOG))

    rows = {row[0]: row[1:] for row in csv.reader(page.split("\n")) if row}
    assert rows["Skill"] == ["Field", *(person.handle for person in crowd)]
    assert rows["CSS"][1:] == ["3+"] * 3000


def test_csv_shows_what_a_terminal_would_obey() -> None:
    page = as_tabs(
        as_csv(matrix(CATALOG, [ANA], [own("ana", "a\x1b[2Jb\u202e", 1)], TODAY), CATALOG)
    )

    assert page.endswith("a\u241b[2Jb\u2039U+202E\u203a,,1\n")
