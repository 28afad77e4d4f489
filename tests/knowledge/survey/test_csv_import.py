from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.knowledge.survey import csv_import, form
from teamkit.knowledge.survey import sheet as reading
from teamkit.knowledge.survey.csv_import import Imported
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.survey.made import NOW, rows_of, with_skills

NO_TABLE = (
    "x.csv:8: skills/carla.md: Cannot read the file: it has no table with the columns Skill "
    "and Level. (Fix it in an editor; until then it is left alone.)"
)


@pytest.fixture
def team(small: Folder) -> Folder:
    return with_skills(small)


def imported(folder: Folder, text: str, today: date = NOW) -> Imported:
    opened = Team.open(folder.path)
    vocabulary, people = catalog(opened), directory(opened)
    sheet = reading.read("x.csv", text.encode())
    rows = abilities(opened, vocabulary)
    found = csv_import.import_answers(opened, people, vocabulary, rows, sheet, today=today)
    if found.change.writes:
        opened.apply(found.change)
    return found


def test_all_tables_change_in_one_commit(team: Folder) -> None:
    found = imported(team, "Person,psql,CSS\nana,4m,\nBen,1,2l\n")

    assert rows_of(team) == ["|PostgreSQL|4|more|2026-12-01||", "|Docker|1||2025-01-01|old|"]
    assert rows_of(team, "ben") == ["|CSS|2|less|2026-12-01||", "|PostgreSQL|1||2026-12-01||"]
    assert team.log(2) == ["Import answers to the skills survey: 2 people, 3 answers", "Skills"]
    assert team.status() == ""
    assert (len(found.answers), found.same, found.findings) == (3, 0, ())


def test_the_same_answers_change_nothing(team: Folder) -> None:
    found = imported(team, "Person,PostgreSQL,Docker\nana,3,1\n")

    assert (found.change.writes, found.same) == ((), 2)


def test_each_thing_that_does_not_fit_is_a_finding_and_the_rest_is_taken(team: Folder) -> None:
    team.write({"skills/carla.md": "No table here.\n"})
    found = imported(
        team,
        "Person,Name,Postgys,Docker,CSS,\n"
        "ana,,1,7,2\n"
        ",,1,1,\n"
        "Anna,,,1,\n"
        "zoe,,,1,\n"
        "ben,,,3x,-1\n"
        "ben,,,2,\n"
        "carla,,,2,\n"
        "ben,,,3,\n"
        "ben,,,2,\n",
    )

    assert [str(one) for one in found.findings] == [
        "x.csv:2: There is no skill 'Postgys' (Did you mean: postgis, postgres?)",
        "x.csv:2: '7' is not a level (0 to 4, and m, k or l: 3m)",
        "x.csv:3: it does not show whose answers these are",
        "x.csv:4: nobody here is 'Anna' (Did you mean: ana?)",
        "x.csv:5: nobody here is 'zoe' (See: teamkit people list)",
        "x.csv:6: 'x' is not something to want (more, keep, less or nothing)",
        "x.csv:6: '-1' is not a level (0 to 4, and m, k or l: 3m)",
        NO_TABLE,
        "x.csv:9: ben answers Docker a second time; line 7 counts",
    ]
    assert "|CSS|2||2026-12-01||" in rows_of(team)
    assert rows_of(team, "ben") == ["|Docker|2||2026-12-01||"]


@pytest.mark.parametrize("level", ["3", "3.0", "3,00", "3 M", "3more", "i can do it ALONE"])
def test_a_level_is_read_as_spreadsheets_and_people_write_it(team: Folder, level: str) -> None:
    imported(team, f'Person,CSS\nben,"{level}"\n')

    assert rows_of(team, "ben")[0].startswith("|CSS|3|")


@pytest.mark.parametrize("level", ["5", "33", "3.5", "1e0", "three", "\u0663", "=3", "?"])
def test_any_other_level_is_a_finding(team: Folder, level: str) -> None:
    found = imported(team, f"Person,CSS\nben,{level}\n")

    assert (found.change.writes, len(found.findings)) == ((), 1)


def test_an_answer_given_after_the_form_was_made_counts_more(team: Folder) -> None:
    found = imported(team, "Person,As of,PostgreSQL,Docker\nana,2026-11-19,1,2\n")

    assert [str(one) for one in found.findings] == [
        "x.csv:2: ana has answered PostgreSQL since, on 2026-11-20; that counts"
    ]
    assert rows_of(team) == ["|PostgreSQL|3|keep|2026-11-20||", "|Docker|2||2026-12-01|old|"]


def test_a_newer_day_of_the_same_answer_is_taken_over_from_a_row_of_its_own(team: Folder) -> None:
    found = imported(
        team,
        "Person,Skill,Level,Want,Updated\n"
        "ana,psql,3,,2026-11-25\n"
        "ana,docker,1,,2024-01-01\n"
        "ana,css,2,much,\nana,postgis,2,,03/04\nana,postgis,1,,2027-01-01\n",
    )

    assert rows_of(team) == ["|PostgreSQL|3|keep|2026-11-25||", "|Docker|1||2025-01-01|old|"]
    assert [str(one) for one in found.findings] == [
        "x.csv:4: 'much' is not something to want (more, keep, less or nothing)",
        "x.csv:5: '03/04' is not a day (for instance 2026-12-04)",
        "x.csv:6: 2027-01-01 has not come yet",
    ]


def test_people_are_found_by_address_and_never_by_a_start_of_a_name(team: Folder) -> None:
    team.write({"people/ben.md": "---\nname: Ben\nemails: [Ben@harbour.example]\n---\n"})
    team.write({"people/bea.md": "---\nname: Bea\nleft: 2026-01-01\n---\n"})

    found = imported(team, "Email,CSS\nben@harbour.example,1\nBe,2\ncar,2\nbea,2\n")

    assert rows_of(team, "ben") == ["|CSS|1||2026-12-01||"]
    assert [str(one) for one in found.findings] == [
        "x.csv:3: nobody here is 'Be' ('Be' fits several people: bea, ben.)",
        "x.csv:4: nobody here is 'car' (did you mean carla?)",
        "x.csv:5: bea is not on the team today",
    ]


def test_an_alias_of_two_skills_is_a_finding(team: Folder) -> None:
    team.write({"skills/catalog.yml": "skills: {a: {aliases: [x]}, b: {aliases: [x]}}\n"})

    found = imported(team, "Person,X\nana,1\nben,2\n")

    assert [str(one) for one in found.findings] == [
        "x.csv:2: 'X' fits several skills: a, b (Type more of the name.)",
        "x.csv:3: 'X' fits several skills: a, b (Type more of the name.)",
    ]


def test_a_dry_run_and_a_real_one_through_the_command(team: Folder) -> None:
    team.write({"x.csv": "\ufeffPerson;CSS\r\nben;3\r\nzoe;1\r\n"})

    dry = team.run("skills", "survey", "import", str(team.path / "x.csv"), "--dry-run")
    nothing = team.run("skills", "survey", "import", "nowhere.csv")
    real = team.run("skills", "survey", "import", "-", stdin=team.read("x.csv"))

    assert (dry.status, "+| CSS | 3 |" in dry.stdout) == (0, True)
    assert (nothing.status, nothing.stdout) == (3, "")
    assert (real.status, real.stdout) == (0, "skills/ben.md\n")
    assert real.stderr.startswith("-:3: nobody here is 'zoe'")
    assert "1 new answer of 1 person, 1 finding." in real.stderr


LEVELS = st.dictionaries(
    st.sampled_from(["PostgreSQL", "PostGIS", "Docker", "CSS", "=my own", 'a|b, "c"']),
    st.tuples(st.integers(0, 4), st.sampled_from(["", "more", "keep", "less"])),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LEVELS, LEVELS)
def test_a_form_that_comes_back_untouched_changes_nothing(
    team: Folder, first: dict[str, tuple[int, str]], second: dict[str, tuple[int, str]]
) -> None:
    for handle, told in (("ana", first), ("ben", second)):
        lines = [
            f"| {skill.replace('|', chr(92) + '|')} | {level} | {want} | 2026-10-01 |"
            for skill, (level, want) in told.items()
        ]
        head = "| Skill | Level | Want | Updated |\n| --- | --- | --- | --- |\n"
        team.write({f"skills/{handle}.md": head + "\n".join(lines) + "\n"})
    opened = Team.open(team.path)
    vocabulary = catalog(opened)
    rows = abilities(opened, vocabulary)
    skills = sorted({one.skill for one in rows})
    made = form.form(list(directory(opened)), rows, skills, vocabulary, NOW)

    found = imported(team, "\n".join(form.lines(made)))

    assert (found.change.writes, found.same, found.findings) == ((), len(rows), ())
