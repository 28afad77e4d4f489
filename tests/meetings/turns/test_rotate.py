"""Who takes notes at one meeting, and what is written down about it."""

import json

import pytest

from tests.conftest import SETTINGS, Folder
from tests.meetings.made import people, taken

AGENDA = "agendas/2026-12-04-friday.md"


@pytest.fixture
def team(small: Folder) -> Folder:
    """Six people; the last four meetings had notes by ana, ben, dani and eli; carla facilitates."""
    small.write(people("dani", "eli", "fay"))
    for on, taker in (("10-30", "ana"), ("11-06", "ben"), ("11-13", "dani"), ("11-20", "eli")):
        everybody = "ana, ben, carla, dani, eli, fay"
        small.write({f"notes/2026-{on}-friday.md": taken(takers=taker, present=everybody)})
    small.run("agenda", "new")
    small.commit()
    return small


def takers(folder: Folder, *args: str) -> list[str]:
    """Whom `notes rotate` asks."""
    page = json.loads(folder.run("notes", "rotate", "--json", *args).stdout)
    return [item["person"] for item in page["items"] if not item["next"]]


def test_it_asks_who_has_gone_longest_without_a_turn(team: Folder) -> None:
    result = team.run("notes", "rotate")

    fair = "where 0.7 would be fair"
    assert result.status == 0
    assert result.stdout == (
        f"takes notes\tfay\tno turn yet {fair}\n"
        f"next\tana\t1 turn {fair}, last on 2026-10-30\n"
        f"next\tben\t1 turn {fair}, last on 2026-11-06\n"
    )
    assert result.stderr == (
        "Not Carla: facilitates that day.\nCommitted: Ask Fay to take notes on 2026-12-04\n"
    )


def test_it_is_one_line_and_one_commit(team: Folder) -> None:
    before = team.read(AGENDA)

    team.run("notes", "rotate")

    assert team.read(AGENDA) == before.replace("note_takers:\n", "note_takers:\n  - fay\n")
    assert team.git("log", "-1", "--format=%B") == (
        "Ask Fay to take notes on 2026-12-04\n\nTeamkit: notes rotate\n\n"
    )
    assert team.status() == ""


def test_one_name_for_another_is_one_line_too(team: Folder) -> None:
    team.run("notes", "rotate")

    team.run("notes", "rotate", "--pick", "ben")

    assert team.git("show", "--format=", "-U0", "HEAD").split("\n")[5:-1] == [
        "-  - fay",
        "+  - ben",
    ]


def test_programs_get_everybody_who_could_not(team: Folder) -> None:
    page = json.loads(team.run("notes", "rotate", "--json", "--except", "fay").stdout)

    assert page["items"][0] == {
        "role": "notes",
        "next": False,
        "parts": [],
        "person": "ana",
        "name": "Ana",
        "because": "1 turn where 0.7 would be fair, last on 2026-10-30",
    }
    assert (page["agenda"], page["passed"]) == (
        AGENDA,
        [
            {"person": "carla", "because": "facilitates that day"},
            {"person": "fay", "because": "left out this time"},
        ],
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('away: ["2026-12-01/2026-12-06"]', "Not Fay: away until 2026-12-06."),
        ("left: 2026-12-04", ""),
        ("joined: 2026-12-05", ""),
    ],
)
def test_nobody_who_is_not_there_is_asked(team: Folder, line: str, why: str) -> None:
    team.write({"people/fay.md": f"---\nname: Fay\n{line}\n---\n"})

    result = team.run("notes", "rotate")

    assert result.stdout.startswith("takes notes\tana\t")
    assert ("Fay" in result.stderr, why in result.stderr) == (bool(why), True)


def test_only_those_of_the_meetings_areas_are_asked(team: Folder) -> None:
    areas = SETTINGS.replace("    minutes: 60", "    minutes: 60\n    areas: [backend]")
    team.write({"teamkit.yml": areas, "people/ben.md": "---\nname: Ben\nareas: [backend]\n---\n"})

    assert takers(team) == ["ben"]


def test_names_that_stand_stay(team: Folder) -> None:
    team.run("notes", "rotate", "--pick", "ben")

    result = team.run("notes", "rotate")

    assert result.stdout.startswith("takes notes\tben\talready asked\n")
    assert result.stderr.endswith("Nothing to change.\n")


def test_a_seat_more_is_filled_beside_them(team: Folder) -> None:
    team.run("notes", "rotate", "--pick", "ben")

    assert takers(team, "--seats", "2") == ["ben", "fay"]


def test_again_chooses_anew(team: Folder) -> None:
    team.run("notes", "rotate", "--pick", "ben")

    assert takers(team, "--again") == ["fay"]


def test_who_is_excepted_does_not_stay(team: Folder) -> None:
    team.run("notes", "rotate", "--pick", "ben")

    assert takers(team, "--except", "ben") == ["fay"]


def test_somebody_asked_who_cannot_come_after_all_is_said_so(team: Folder) -> None:
    team.run("notes", "rotate")
    team.write({"people/fay.md": '---\nname: Fay\naway: ["2026-12-04"]\n---\n'})

    result = team.run("notes", "rotate")

    why = "already asked, but away until 2026-12-04; pick again: --again"
    assert result.stdout.startswith(f"takes notes\tfay\t{why}\n")
    assert "Not Fay" not in result.stderr


def test_somebody_asked_who_has_left_is_said_so(team: Folder) -> None:
    team.run("notes", "rotate")
    team.write({"people/fay.md": "---\nname: Fay\nleft: 2026-12-01\n---\n"})

    result = team.run("notes", "rotate")

    assert "fay\talready asked, but has left; pick again: --again\n" in result.stdout


def test_notes_that_were_started_get_the_note_taker_too(team: Folder) -> None:
    team.run("notes", "new", "friday", "--date", "2026-12-04")

    team.run("notes", "rotate", "friday", "--date", "2026-12-04")

    assert "note_takers:\n  - fay\n" in team.read("notes/2026-12-04-friday.md")
    assert team.status() == ""


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (
            ("rotate", "--pick", "ben"),
            "Who really took them: teamkit notes wrap --notes-by PERSON --date 2026-12-04",
        ),
        (
            ("rotate", "--role", "timekeeper"),
            "Name who really keeps the time there in the notes: timekeeper: NAME",
        ),
        (
            ("swap", "ana", "carla"),
            "Who really took them: teamkit notes wrap --notes-by PERSON --date 2026-12-04",
        ),
        (
            ("skip", "carla", "--because", "no voice"),
            "Who really took them: teamkit notes wrap --notes-by PERSON --date 2026-12-04",
        ),
    ],
)
def test_turns_of_a_meeting_whose_notes_are_taken_are_the_notes_to_say(
    team: Folder, args: tuple[str, ...], hint: str
) -> None:
    path = "notes/2026-12-04-friday.md"
    team.write({path: taken(takers="fay")})
    before = team.read(AGENDA)

    result = team.run("notes", *args, "--date", "2026-12-04")

    assert (result.status, result.stdout, team.read(AGENDA)) == (4, "", before)
    assert result.stderr == (
        "teamkit: The notes of 2026-12-04 are taken, and turns are counted from them.\n"
        f"  {path}\n"
        f"  {hint}\n"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('away: ["2026-12-01/2026-12-11"]', "Fay is away until 2026-12-11."),
        ("left: 2026-12-01", "Fay has left."),
    ],
)
def test_somebody_picked_who_cannot_come_is_told(team: Folder, line: str, said: str) -> None:
    team.write({"people/fay.md": f"---\nname: Fay\n{line}\n---\n"})

    result = team.run("notes", "rotate", "--pick", "fay")

    assert (result.status, result.stdout.split("\n")[0]) == (0, "takes notes\tfay\tpicked by hand")
    assert result.stderr.split("\n")[0] == said


def test_a_pick_overrules_everything_and_is_recorded_as_one(team: Folder) -> None:
    result = team.run("notes", "rotate", "--pick", "carla", "--pick", "@me", "--seats", "3")

    assert result.stdout.split("\n")[:3] == [
        "takes notes\tcarla\tpicked by hand",
        "takes notes\tana\tpicked by hand",
        "takes notes\tfay\tno turn yet where 0.7 would be fair",
    ]
    assert result.stderr.splitlines() == [
        "Committed: Ask Carla, Ana and Fay to take notes on 2026-12-04 (picked by hand)"
    ]


def test_more_picks_than_seats_make_seats(team: Folder) -> None:
    assert takers(team, "--pick", "ben", "--pick", "eli", "--seats", "1") == ["ben", "eli"]


def test_the_series_says_how_many_take_notes(team: Folder) -> None:
    team.write({"teamkit.yml": f"{SETTINGS}    note_taker_seats: 2\n"})

    assert takers(team) == ["fay", "ana"]


def test_without_an_agenda_there_is_the_command_that_makes_it(team: Folder) -> None:
    result = team.run("notes", "rotate", "--date", "2026-12-11")

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr == (
        "teamkit: There is no agenda for friday on 2026-12-11.\n"
        "  Create it: teamkit agenda new friday --date 2026-12-11\n"
    )


def test_when_nobody_is_left_it_says_why(team: Folder) -> None:
    everybody = [f"--except={name}" for name in ("ana", "ben", "carla", "dani", "eli", "fay")]

    result = team.run("notes", "rotate", *everybody)

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr.startswith(
        "teamkit: Nobody is left who could take notes on 2026-12-04.\n  ana: left out this time; "
    )


def test_an_empty_team_is_told_to_add_people(team: Folder) -> None:
    for person in (team.path / "people").iterdir():
        person.unlink()

    result = team.run("notes", "rotate")

    assert "Add people: teamkit people add HANDLE" in result.stderr


def test_only_notes_really_taken_before_that_day_count(team: Folder) -> None:
    """Neither notes nobody wrote in, nor another series, nor a later meeting is a turn."""
    team.write(
        {
            "notes/2026-11-27-friday.md": "---\nnote_takers: [fay]\n---\n\n## Wins\n",
            "notes/2026-11-19-joint.md": taken(takers="fay"),
            "notes/2026-12-11-friday.md": taken(takers="fay"),
        }
    )

    assert takers(team) == ["fay"]


def test_a_newcomer_comes_after_those_who_owe_a_turn(team: Folder) -> None:
    team.write(people("gil"))
    team.write(
        {
            f"notes/2026-10-{day:02}-friday.md": taken(
                takers=who, present="ana, ben, dani, eli, fay"
            )
            for day, who in ((2, "fay"), (9, "ana"), (16, "ben"))
        }
    )

    page = json.loads(team.run("notes", "rotate", "--json").stdout)

    assert [item["person"] for item in page["items"]] == ["fay", "dani", "gil"]


def test_the_same_files_give_the_same_answer_on_every_machine(team: Folder) -> None:
    here = team.run("notes", "rotate", "--dry-run", "--json").stdout

    there = team.shell(
        "notes", "rotate", "--dry-run", "--json", env={"PYTHONHASHSEED": "11", "TZ": "Asia/Tokyo"}
    )

    assert there.stdout == here


def test_a_role_is_written_into_its_own_key(team: Folder) -> None:
    result = team.run("notes", "rotate", "--role", "timekeeper")

    assert result.stdout.split("\n")[0] == "keeps the time\tana\tno turn yet"
    assert "timekeeper: ana\n" in team.read(AGENDA)
    assert team.log() == ["Ask Ana to keep the time on 2026-12-04"]


def test_whoever_the_settings_name_facilitates_until_chosen_anew(team: Folder) -> None:
    standing = team.run("notes", "rotate", "--role", "facilitator").stdout
    chosen = team.run("notes", "rotate", "--role", "facilitator", "--again").stdout

    assert standing.startswith("facilitates\tcarla\tas teamkit.yml says\n")
    assert chosen.startswith("facilitates\tana\tno turn yet\n")


def test_nobody_has_two_roles_while_somebody_else_could(team: Folder) -> None:
    team.run("notes", "rotate", "--role", "timekeeper")

    result = team.run("notes", "rotate", "--pick", "fay")
    again = team.run("notes", "rotate", "--role", "facilitator", "--again")

    assert "Not Ana: keeps the time that day.\nNot Carla: facilitates that day.\n" in result.stderr
    assert "Not Ana: keeps the time that day.\nNot Fay: takes notes that day.\n" in again.stderr


def test_where_nobody_else_could_somebody_has_two_roles(team: Folder) -> None:
    others = [f"--except={name}" for name in ("ana", "ben", "dani", "eli", "fay")]

    result = team.run("notes", "rotate", *others)

    assert result.stdout == "takes notes\tcarla\tfacilitates that day too, but nobody else could\n"
    assert "Not Carla" not in result.stderr


def test_only_one_person_facilitates(team: Folder) -> None:
    result = team.run("notes", "rotate", "--role", "facilitator", "--seats", "2")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == "teamkit: Only one person facilitates.\n  Name one, without --seats\n"


def test_each_seat_has_its_part_of_the_meeting(team: Folder) -> None:
    team.write({"teamkit.yml": f"{SETTINGS}    note_taker_parts: [rounds, topics]\n"})

    result = team.run("notes", "rotate")
    page = json.loads(team.run("notes", "rotate", "--json", "--again", "--seats", "1").stdout)

    assert [line.split("\t")[:2] for line in result.stdout.split("\n")[:3]] == [
        ["takes notes of rounds", "fay"],
        ["takes notes of topics", "ana"],
        ["next", "ben"],
    ]
    assert page["items"][0]["parts"] == ["rounds", "topics"]


def test_whoever_is_asked_for_an_earlier_meeting_is_not_asked_twice_running(team: Folder) -> None:
    team.run("notes", "rotate")
    team.run("agenda", "new", "--date", "2026-12-11")

    assert takers(team, "--date", "2026-12-11") == ["ana"]


def test_an_agenda_of_a_meeting_that_nobody_took_notes_of_is_no_turn(team: Folder) -> None:
    team.write(
        {
            "agendas/2026-11-13-friday.md": "---\nnote_takers: [fay]\n---\n",
            "agendas/2026-11-27-friday.md": "---\nstatus: cancelled\nnote_takers: [fay]\n---\n",
        }
    )

    assert takers(team) == ["fay"]


def test_a_guest_who_was_asked_stays_and_is_told(team: Folder) -> None:
    team.write({AGENDA: "---\nnote_takers: [zoe]\n---\n"})

    result = team.run("notes", "rotate")

    why = "already asked, but not on the team; pick again: --again"
    assert result.stdout.startswith(f"takes notes\tzoe\t{why}\n")
