"""The table in each person's skills file."""

from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.people.abilities import Ability, abilities, abilities_of, level
from teamkit.people.catalog import catalog
from teamkit.team import Team
from tests.conftest import Folder

TABLE = """\
---
title: "Ana: skills"
---

| Want | skill | Level | Updated |
| --- | --- | ---: | --- |
| MORE | postgres gis | 3 | 2026-10-06 |
| all | Rust | 4 | soon |
|  | Go | 5 | 2026-10-06 |
|  |  | 2 | |
|  | Python | three | |
| less | Java | 0 |
"""


def test_rows_are_read_and_what_is_none_is_left_out(small: Folder) -> None:
    small.write(
        {
            "skills/catalog.yml": "skills: {postgis: {title: PostGIS, aliases: [postgres gis]}}\n",
            "skills/ana.md": TABLE,
            "skills/ben.md": "No table.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n",
        }
    )
    team = Team.open(small.path)

    found = abilities(team, catalog(team))

    path = "skills/ana.md"
    assert found == [
        Ability("ana", "postgis", 3, "more", date(2026, 10, 6), "", path, 7),
        Ability("ana", "Rust", 4, "", None, "", path, 8),
        Ability("ana", "Java", 0, "less", None, "", path, 12),
    ]
    lines = TABLE.split("\n")
    assert [lines[one.line - 1].split("|")[2].strip() for one in found] == [
        "postgres gis",
        "Rust",
        "Java",
    ]


def test_a_file_without_a_skill_table_has_none(small: Folder) -> None:
    small.write({"skills/ben.md": "| A | B |\n| --- | --- |\n| 1 | 2 |\n"})
    team = Team.open(small.path)

    assert abilities(team, catalog(team)) == []


def test_only_the_first_skill_table_of_a_file_counts(small: Folder) -> None:
    table = "| Skill | Level |\n| --- | --- |\n| Go | 1 |\n"
    small.write({"skills/ben.md": f"{table}\n## Last year\n\n{table}"})
    team = Team.open(small.path)

    assert [one.line for one in abilities(team, catalog(team))] == [3]


@pytest.mark.parametrize(("cell", "expected"), [("0", 0), ("4", 4)])
def test_a_level_is_a_number_from_0_to_4(cell: str, expected: int) -> None:
    assert level(cell) == expected


@pytest.mark.parametrize("cell", ["", "5", "-1", "3+", "three", "03", "²", "2.0"])
def test_anything_else_is_no_level(cell: str) -> None:
    with pytest.raises(UsageError):
        level(cell)


def test_tables_without_any_of_the_skills_are_left_out_however_they_are_spelled(
    small: Folder,
) -> None:
    small.write(
        {
            "skills/ana.md": "| Skill | Level |\n| --- | --- |\n| Geo_Postgres | 3 |\n| Go | 1 |\n",
            "skills/ben.md": "| Skill | Level |\n| --- | --- |\n| Postgres | 3 |\n",
            "skills/carla.md": "| Skill | Level |\n| --- | --- |\n| RUST | 3 |\n",
        }
    )
    team = Team.open(small.path)
    words = catalog(team)

    def found(*names: str) -> list[str]:
        return [f"{one.person} {one.skill}" for one in abilities_of(team, words, names)]

    assert found("geo-postgres", "rust") == ["ana Geo_Postgres", "ana Go", "carla RUST"]
    assert found("zig") == []
    assert len(found()) == 4
