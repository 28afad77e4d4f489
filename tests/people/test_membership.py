"""Joining, being away, coming back, leaving: what changes in people's files."""

import json

import pytest

from tests.conftest import Folder

BEN = """\
---
# mine
name:   Ben  # as on the door
away:
  - "2026-07-13/2026-07-24"   # sailing
layout: person
---

Hello.\r
"""


def test_somebody_new_is_one_file_and_one_commit(small: Folder) -> None:
    result = small.run(
        *("people", "add", "@dani", "--name", "Dani  Vallcorba", "--area", "backend"),
        *("--alias", "Dani", "--joined", "mon", "--github", "dv"),
    )

    assert (result.status, result.stdout) == (0, "people/dani.md\n")
    assert result.stderr == "Committed: Welcome Dani Vallcorba\n"
    assert small.read("people/dani.md") == (
        "---\nname: Dani Vallcorba\nareas:\n  - backend\ngithub: dv\naliases:\n  - Dani\n"
        "joined: 2026-12-07\n---\n\n# Dani Vallcorba\n"
    )


def test_a_handle_is_enough(small: Folder) -> None:
    small.run("people", "add", "dani")

    assert small.read("people/dani.md").startswith("---\nname: Dani\n---\n")


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["Dani V"], 2, "Did you mean: dani?"),
        (["!"], 2, "use lowercase letters, digits and hyphens"),
        (["dani", "--area", "garden"], 2, "Areas: backend"),
        (["dani", "--joined", "soon"], 2, "is not a day"),
        (["ana"], 4, "people/ana.md"),
    ],
)
def test_what_cannot_be_added_is_refused(
    small: Folder, args: list[str], status: int, told: str
) -> None:
    result = small.run("people", "add", *args)

    assert (result.status, result.stdout, told in result.stderr) == (status, "", True)
    assert small.status() == ""


def test_a_team_without_areas_takes_any(small: Folder) -> None:
    small.write({"teamkit.yml": "format: 1\nname: T\ntimezone: UTC\n"})

    assert small.run("people", "add", "dani", "--area", "garden").status == 0


def test_an_absence_is_one_line_more_and_nothing_else_changes(small: Folder) -> None:
    small.write({"people/ben.md": BEN})
    small.commit()

    result = small.run("people", "away", "Ben", "2026-12-23..2027-01-06")

    assert result.stderr == "Committed: Ben is away from 2026-12-23 to 2027-01-06\n"
    assert small.read("people/ben.md") == BEN.replace(
        "# sailing\n", '# sailing\n  - "2026-12-23/2027-01-06"\n'
    )


def test_one_day_is_an_absence_too(small: Folder) -> None:
    result = small.run("people", "away", "@me", "tomorrow")

    assert result.stderr == "Committed: Ana is away on 2026-12-02\n"
    assert small.read("people/ana.md") == '---\nname: Ana\naway:\n  - "2026-12-02"\n---\n'


def test_the_same_absence_twice_is_one(small: Folder) -> None:
    small.run("people", "away", "ana", "tomorrow")

    assert small.run("people", "away", "ana", "tomorrow").stderr == "Nothing to change.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-11-27/2026-12-11", '  - "2026-11-27/2026-11-30"\n'),
        ("2026-11-30/2026-12-11", '  - "2026-11-30"\n'),
        ("2026-12-01/2026-12-11", ""),
        ("2026-12-01", ""),
    ],
)
def test_being_back_ends_the_absence_on_the_day_before(
    small: Folder, before: str, after: str
) -> None:
    rest = '  - "2026-12-23"\n  - soon\n'
    small.write({"people/ben.md": f'---\nname: Ben\naway:\n  - "{before}"\n{rest}---\n'})
    small.commit()

    result = small.run("people", "back", "ben")

    assert result.stderr == "Committed: Ben is back\n"
    assert small.read("people/ben.md") == f"---\nname: Ben\naway:\n{after}{rest}---\n"


def test_somebody_who_is_here_cannot_come_back(small: Folder) -> None:
    result = small.run("people", "back", "ben")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith("teamkit: Nothing says Ben is away.\n")


def test_leaving_keeps_the_file(small: Folder) -> None:
    result = small.run("people", "leave", "ben", "--date", "fri")

    assert result.stderr == "Committed: Ben leaves on 2026-12-04\n"
    assert small.read("people/ben.md") == "---\nname: Ben\nleft: 2026-12-04\n---\n"


def test_leaving_today_is_the_usual_thing(small: Folder) -> None:
    small.run("people", "leave", "ben")

    assert small.run("people", "list").stdout == "ana\tAna\t\there\ncarla\tCarla\t\there\n"
    assert "ben\tBen\t\tleft\n" in small.run("people", "list", "--all").stdout


def test_the_list_says_who_is_away_and_who_is_to_come(small: Folder) -> None:
    small.write(
        {
            "people/ben.md": "---\nname: Ben\nareas: [backend]\naway: ['2026-12-01']\n---\n",
            "people/dani.md": "---\nname: Dani\njoined: 2027-01-04\n---\n",
            "people/zed.md": "---\nname: Zed\njoined: 2027-01-04\nleft: 2026-12-01\n---\n",
        }
    )

    assert small.run("people", "list", "--all").stdout == (
        "ana\tAna\t\there\n"
        "ben\tBen\tbackend\taway until 2026-12-01\n"
        "carla\tCarla\t\there\n"
        "dani\tDani\t\tjoins 2027-01-04\n"
        "zed\tZed\t\tleft\n"
    )


def test_an_empty_team_is_told_how_to_begin(small: Folder) -> None:
    small.write({"teamkit.yml": "format: 1\nname: T\ntimezone: UTC\nfolders: {people: crew}\n"})

    result = small.run("people", "list")

    assert (result.status, result.stdout) == (0, "")
    assert result.stderr == "Nobody yet. Add the first: teamkit people add HANDLE --name NAME\n"


def test_a_person_is_shown_without_their_address(small: Folder) -> None:
    text = (
        "---\nname: Ben Oak\nareas: [backend]\naliases: [Benjamin]\nemails: [b@harbour.example]\n"
        "joined: 2021-03-01\naway: ['2026-07-13', '2026-12-23/2027-01-06']\n"
        "capacity: 80\n---\n\nHi.\n"
    )
    small.write({"people/ben.md": text})

    shown = small.run("people", "show", "benj")
    page = json.loads(small.run("people", "show", "benj", "--json").stdout)

    assert shown.stdout.split("\n") == [
        "Handle\tben",
        "Areas\tbackend",
        "Also called\tBenjamin",
        "Joined\t2021-03-01",
        "Left\t",
        "Today\there",
        "Away\t2026-12-23 to 2027-01-06",
        "Capacity\t80 %",
        "GitHub\t",
        "File\tpeople/ben.md",
        "Hi.",
        "",
    ]
    assert page["items"] == [
        {
            "person": "ben",
            "name": "Ben Oak",
            "areas": ["backend"],
            "aliases": ["Benjamin"],
            "joined": "2021-03-01",
            "left": None,
            "away_until": None,
            "away": [
                {"since": "2026-07-13", "until": "2026-07-13"},
                {"since": "2026-12-23", "until": "2027-01-06"},
            ],
            "capacity": 80,
            "github": None,
            "path": "people/ben.md",
        }
    ]


def test_without_a_name_i_am_shown(small: Folder) -> None:
    assert small.run("people", "show").stdout.startswith("Handle\tana\n")


def test_where_two_fit_both_are_listed_and_nothing_happens(small: Folder) -> None:
    small.run("people", "add", "anabel")

    result = small.run("people", "away", "an", "today")

    assert (result.status, result.stdout, small.status()) == (2, "", "")
    assert "fits several people: ana, anabel." in result.stderr


def test_the_one_absence_to_come_is_called_off(small: Folder) -> None:
    small.run("people", "away", "ben", "2026-12-21..2026-12-24")

    result = small.run("people", "back", "ben")

    assert result.stderr == ("Committed: Ben is not away from 2026-12-21 to 2026-12-24 after all\n")
    assert small.read("people/ben.md") == "---\nname: Ben\n---\n"


def test_of_several_absences_to_come_none_is_guessed(small: Folder) -> None:
    small.run("people", "away", "ben", "2026-12-21..2026-12-24")
    small.run("people", "away", "ben", "2027-02-01")

    result = small.run("people", "back", "ben")

    assert (result.status, result.stdout) == (2, "")
    assert "several absences coming up" in result.stderr


def test_a_file_that_cannot_be_read_is_named_when_its_handle_is(small: Folder) -> None:
    small.write({"people/ben.md": "---\nname: [unclosed\n---\n"})

    result = small.run("people", "show", "ben")

    assert (result.status, result.stdout) == (5, "")
    assert "people/ben.md:" in result.stderr
