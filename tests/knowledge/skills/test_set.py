"""What I say of myself."""

import json
from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.knowledge.skills.set import set_skill
from teamkit.people.person import Person
from teamkit.team import Team
from tests.conftest import Folder

TODAY = date(2026, 12, 1)
YAML = """\
skills:
  postgis: {title: PostGIS, aliases: [geo postgres]}
  rust: {title: Rust}
  zig: {title: Zig}
"""
MINE = """\
---
title: "Ana: skills"
---

I like maps.\r

| Level | Skill | Want | Updated | Note | Mine |
|---|:---|---|---|---|---|
| 2 | Geo Postgres | keep | 2025-01-01 | since long | x |
| 1 | Zig |  |  |  |  |

Ask me.
"""


@pytest.fixture
def team(small: Folder) -> Folder:
    """Three people and three skills; ana's own table has another order and a column more."""
    small.write({"skills/catalog.yml": YAML, "skills/ana.md": MINE})
    small.commit()
    return small


def diff(folder: Folder) -> list[str]:
    """The lines the last commit took away and added."""
    lines = folder.git("show", "--format=", "-U0", "HEAD").split("\n")
    return [line for line in lines if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]


def test_one_row_of_my_own_table_changes_and_nothing_else(team: Folder) -> None:
    result = team.run("skills", "set", "postgis", "3", "--want", "more", "--note", "a | b")

    assert (result.status, result.stdout) == (0, "skills/ana.md\n")
    assert result.stderr == "PostGIS: 3 I can do it alone.\nCommitted: Ana on PostGIS: level 3\n"
    assert diff(team) == [
        "-| 2 | Geo Postgres | keep | 2025-01-01 | since long | x |",
        "+| 3 | Geo Postgres | more | 2026-12-01 | a \\| b     | x |",
    ]


def test_what_is_not_said_stays(team: Folder) -> None:
    team.run("skills", "set", "geo postgres", "2")

    assert diff(team)[1] == "+| 2 | Geo Postgres | keep | 2026-12-01 | since long | x |"


def test_a_wish_and_a_note_can_be_taken_back(team: Folder) -> None:
    team.run("skills", "set", "postgis", "2", "--want", "", "--note", "")

    assert diff(team)[1].split("|")[3].strip() == diff(team)[1].split("|")[5].strip() == ""


def test_a_new_skill_is_one_row_more_in_its_place(team: Folder) -> None:
    team.run("skills", "set", "rust", "1")

    assert diff(team) == ["+| 1 | Rust |  | 2026-12-01 |  |  |"]
    assert [line[:8] for line in team.read("skills/ana.md").split("\n")[8:11]] == [
        "| 2 | Ge",
        "| 1 | Ru",
        "| 1 | Zi",
    ]


def test_a_table_in_another_order_gets_its_row_below(team: Folder) -> None:
    team.write({"skills/ana.md": MINE.replace("Geo Postgres", "Zulu")})
    team.commit()

    team.run("skills", "set", "rust", "1")

    assert team.read("skills/ana.md").split("\n")[10].startswith("| 1 | Rust ")


def test_my_first_skill_makes_my_page(team: Folder) -> None:
    ben = {"GIT_AUTHOR_NAME": "Ben", "GIT_COMMITTER_NAME": "Ben", "GIT_AUTHOR_EMAIL": "b@x.example",
           "GIT_COMMITTER_EMAIL": "b@x.example"}  # fmt: skip

    result = team.run("skills", "set", "rust", "4", "--note", "ask me", env=ben)

    assert (result.status, result.stdout) == (0, "skills/ben.md\n")
    text = team.read("skills/ben.md")
    assert text.startswith('---\ntitle: "Ben: skills"\n---\n\n# What Ben knows\n')
    assert text.endswith(
        "| Skill | Level | Want | Updated | Note |\n| --- | --- | --- | --- | --- |\n"
        "| Rust | 4 |  | 2026-12-01 | ask me |\n"
    )


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["postgis", "5"], 2, "not in the range"),
        (["postgis", "3", "--want", "lots"], 2, "Use one of: more, keep, less"),
        (["postgys", "3"], 3, "Did you mean: postgis"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    team: Folder, args: list[str], status: int, told: str
) -> None:
    result = team.run("skills", "set", *args)

    assert (result.status, result.stdout, told in result.stderr) == (status, "", True)
    assert team.status() == ""


def test_there_are_five_levels(team: Folder) -> None:
    opened = Team.open(team.path)
    with pytest.raises(UsageError, match="There is no level 5"):
        set_skill(opened, Person("ana", "Ana"), ("rust", "Rust"), 5, TODAY)


def test_a_page_without_a_table_is_left_alone(team: Folder) -> None:
    team.write({"skills/ana.md": "I know things.\n"})
    team.commit()

    result = team.run("skills", "set", "rust", "1")

    assert (result.status, result.stdout, team.status()) == (5, "", "")
    assert "it has no table with the columns Skill and Level" in result.stderr


def test_the_same_answer_on_the_same_day_changes_nothing(team: Folder) -> None:
    team.run("skills", "set", "rust", "1")

    assert team.run("skills", "set", "rust", "1").stderr.endswith("Nothing to change.\n")


def test_my_own_table_is_shown(team: Folder) -> None:
    page = json.loads(team.run("skills", "show", "--json").stdout)

    assert page["items"][0] == {
        "person": "ana",
        "skill": "postgis",
        "level": 2,
        "want": "keep",
        "updated": "2025-01-01",
        "note": "since long",
        "path": "skills/ana.md",
        "line": 9,
    }
    assert team.run("skills", "show").stdout == (
        "PostGIS\t2 I can do it with help, wants keep, 2025-01-01: since long\n"
        "Zig\t1 I have seen it\n"
    )


def test_somebody_without_a_page_has_nothing_to_show(team: Folder) -> None:
    result = team.run("skills", "show", "ben")

    assert (result.status, result.stdout) == (0, "")


def test_skills_are_listed_with_who_can_do_them_alone(team: Folder) -> None:
    team.run("skills", "set", "rust", "3")

    assert team.run("skills", "list").stdout == (
        "PostGIS\t\tgeo postgres\t\nRust\t\t\tana\nZig\t\t\t\n"
    )


def test_a_team_without_a_catalog_is_told_where_it_goes(small: Folder) -> None:
    assert small.run("skills", "list").stderr.startswith("No skills yet.")


def test_a_word_that_nothing_is_close_to_becomes_a_skill(small: Folder) -> None:
    result = small.run("skills", "set", "beekeeping", "3")

    assert result.status == 0, result.stderr
    assert "| beekeeping | 3 |" in small.read("skills/ana.md")
    assert small.run("skills", "who-knows", "beekeeping").stdout.startswith("ana\t")


def test_a_word_close_to_a_known_skill_needs_to_be_called_new(demo: Folder) -> None:
    refused = demo.run("skills", "set", "postgs", "3")
    accepted = demo.run("skills", "set", "postgs", "3", "--new")

    assert (refused.status, refused.stdout) == (3, "")
    assert (
        "Did you mean: postgis, postgres? If it really is a new one, add: --new" in refused.stderr
    )
    assert accepted.status == 0
    assert "| postgs" in demo.read("skills/ana.md")


def test_what_stands_only_in_a_table_is_listed_too(small: Folder) -> None:
    small.run("skills", "set", "beekeeping", "3")

    assert small.run("skills", "list").stdout == "beekeeping\t\t\tana\n"


def test_a_skill_has_letters(small: Folder) -> None:
    result = small.run("skills", "set", "...", "3")

    assert (result.status, result.stdout) == (2, "")
