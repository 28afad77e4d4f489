"""What people see of who knows what, held against the files it comes from."""

import json
import re
from datetime import date

import pytest

from teamkit.knowledge.skills.rank import rank
from teamkit.knowledge.skills.views import who_knows
from teamkit.knowledge.skills.who_knows import WhoKnows
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from tests.conftest import Folder

TODAY = date(2026, 12, 1)
#: What the line a part comes from must hold, beside the person.
SIGNS = {
    "owns": r"^owner:",
    "named": r"^\||@",
    "brought": r"^by:",
    "presented": r"^by:|^speakers:",
    "present": r"^present:",
    "decided": r"(?i)decision",
    "acted": r"\[[ xX]\]|(?i:commitment)",
    "spoke": r"^\s*[-*+] ",
}
SKILLS = ("postgis", "postgres", "vector-tiles", "queues", "caching", "typescript", "terraform")


@pytest.mark.parametrize("skill", SKILLS)
def test_every_part_stands_on_the_line_it_is_said_to_come_from(demo: Folder, skill: str) -> None:
    page = json.loads(demo.run("skills", "who-knows", skill, "--json").stdout)

    for item in page["items"]:
        names = _names(demo, item["person"])
        for answer in item["answers"]:
            cells = [c.strip() for c in _line(demo, answer).split("|")]
            assert answer["path"] == f"skills/{item['person']}.md"
            assert cells[2] == str(answer["level"])
        for piece in item["shown"]:
            line = _line(demo, piece)
            assert re.search(SIGNS[piece["part"]], line), piece
            # Who was there, or gave a talk, stands in a list below its key.
            assert line.endswith(":") or any(name in line for name in names), piece
            assert piece["date"] <= "2026-12-01"


def _line(folder: Folder, place: dict[str, object]) -> str:
    return folder.read(str(place["path"])).split("\n")[int(str(place["line"])) - 1]


def _names(folder: Folder, handle: str) -> list[str]:
    name = folder.read(f"people/{handle}.md").split("\n")[1].removeprefix("name: ")
    return [handle, name, name.split()[0]]


def test_each_row_says_who_and_why_and_where(small: Folder) -> None:
    small.write(
        {
            "skills/catalog.yml": (
                "skills:\n  postgis: {title: PostGIS, needs: [postgres]}\n"
                "  postgres: {title: PostgreSQL}\n"
            ),
            "skills/ana.md": (
                "| Skill | Level | Want | Updated |\n| --- | --- | --- | --- |\n"
                "| PostGIS | 1 | more | |\n| PostgreSQL | 4 | | 2026-10-06 |\n"
            ),
            "skills/ben.md": "| Skill | Level |\n| --- | --- |\n| PostGIS | 3 |\n",
            "people/ben.md": '---\nname: Ben\naway: ["2026-11-30/2026-12-04"]\n---\n',
            "notes/2026-11-20-friday.md": (
                "## PostGIS\n\n- Support @carla: x\n- Decision @carla: y\n- [ ] @carla z\n"
            ),
            "topics/2026-11-20-carla-postgis.md": "---\ntitle: PostGIS\nby: carla\n---\n",
        }
    )

    assert small.run("skills", "who-knows", "postgis").stdout == (
        "ben\taway until 2026-12-04\t\n"
        "ben\tPostGIS: 3 I can do it alone\tskills/ben.md:3\n"
        "carla\tpresented: PostGIS, 2026-11-20\ttopics/2026-11-20-carla-postgis.md:3\n"
        "carla\tbrought: PostGIS, 2026-11-20\ttopics/2026-11-20-carla-postgis.md:3\n"
        "carla\tdecided on: PostGIS, 2026-11-20\tnotes/2026-11-20-friday.md:4\n"
        "carla\tand 2 more: --json\t\n"
        "ana\tPostGIS: 1 I have seen it\tskills/ana.md:3\n"
        "ana\tPostgreSQL: 4 I can teach it, 2026-10-06\tskills/ana.md:4\n"
    )


def test_it_ends_with_whom_to_ask() -> None:
    ana, ben, carla = (
        Ability(p, "go", 3, "more", None, "", "x.md", 1) for p in ("ana", "ben", "carla")
    )
    knowers = tuple(rank([ana, ben], [], {"go": 1.0}, TODAY))
    found = WhoKnows("go", "Go", TODAY, knowers, {}, (carla,))

    away = {"ana": date(2026, 12, 4)}
    told = [
        who_knows(one, Catalog({}), Directory({})).notes[:-1]
        for one in (
            found,
            found._replace(away=away),
            found._replace(away={**away, "ben": TODAY}, learners=()),
            found._replace(knowers=knowers[:1], learners=()),
        )
    ]

    assert told == [
        ("Ask ana; ben is next; carla wants to learn. Nothing of it has a date.",),
        ("ana is away until 2026-12-04. Ask ben; carla wants to learn. Nothing of it has a date.",),
        ("ana is away until 2026-12-04.",),
        ("Ask ana. Nothing of it has a date.",),
    ]


@pytest.mark.parametrize(
    ("updated", "told"),
    [
        (date(2025, 12, 2), "Ask ana."),
        (date(2025, 10, 1), "Ask ana. The newest is 14 months old."),
    ],
)
def test_old_signs_are_called_old(updated: date, told: str) -> None:
    ana = Ability("ana", "go", 3, "", updated, "", "x.md", 1)
    found = WhoKnows("go", "Go", TODAY, tuple(rank([ana], [], {"go": 1.0}, TODAY)), {}, ())

    assert who_knows(found, Catalog({}), Directory({})).notes[0] == told


def test_several_learners_are_joined_and_whoever_is_asked_is_none() -> None:
    rows = [Ability(p, "go", 3, "more", TODAY, "", "x.md", 1) for p in ("ana", "ben", "eli", "fay")]
    knowers = tuple(rank(rows[:1], [], {"go": 1.0}, TODAY))

    found = WhoKnows("go", "Go", TODAY, knowers, {}, tuple(rows))

    told = who_knows(found, Catalog({}), Directory({})).notes[0]
    assert told == "Ask ana; ben, eli and fay want to learn."


def test_free_words_say_where_they_were_found(demo: Folder) -> None:
    page = json.loads(demo.run("skills", "who-knows", "restore exercise", "--json").stdout)

    assert (page["skill"], page["question"], page["ask"]) == (None, "restore exercise", "goran")
    assert page["documents"][0] == {
        "path": "notes/2026-06-05-friday.md",
        "line": 40,
        "title": "Backups: the restore exercise",
        "date": "2026-06-05",
        "words": ["restore", "exercise"],
        "fit": page["documents"][0]["fit"],
    }
    assert all(_line(demo, d) for d in page["documents"])


def test_the_words_found_stand_beside_what_somebody_did(small: Folder) -> None:
    small.write(
        {
            "topics/2026-11-20-carla-boats.md": (
                "---\ntitle: Counting boats\nby: carla\ninterest: [ben]\n---\n\nAt night.\n"
            )
        }
    )

    result = small.run("skills", "who-knows", "boats by night")

    assert result.stdout == (
        "carla\tbrought: Counting boats, 2026-11-20 (boats, night)"
        "\ttopics/2026-11-20-carla-boats.md:3\n"
    )


def test_programs_get_whom_to_ask_and_who_learns(demo: Folder) -> None:
    page = json.loads(demo.run("skills", "who-knows", "geo postgres", "--json").stdout)

    assert (page["kind"], page["skill"], page["ask"], page["ask_next"]) == (
        "skills.who-knows",
        "postgis",
        "ana",
        "dani",
    )
    assert [learner["person"] for learner in page["learner_rows"]] == ["hana"]
    assert page["items"][0]["answers"][0] == {
        "person": "ana",
        "skill": "postgis",
        "level": 4,
        "want": "keep",
        "updated": "2026-10-06",
        "note": "since before it was easy",
        "worth": page["items"][0]["answers"][0]["worth"],
        "path": "skills/ana.md",
        "line": 16,
    }


def test_asked_a_year_earlier_nothing_that_came_later_counts(demo: Folder) -> None:
    env = {"TEAMKIT_TODAY": "2025-12-10"}

    page = json.loads(demo.run("skills", "who-knows", "postgis", "--json", env=env).stdout)

    assert all(p["date"] <= "2025-12-10" for item in page["items"] for p in item["shown"])


def test_the_same_on_every_machine(demo: Folder) -> None:
    here = demo.run("skills", "who-knows", "postgis", "--json").stdout

    there = demo.shell(
        "skills", "who-knows", "postgis", "--json", env={"PYTHONHASHSEED": "5", "TZ": "Asia/Tokyo"}
    )

    assert there.stdout == here
