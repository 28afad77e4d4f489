"""Two people swap their coming turns, or somebody skips one."""

import json

import pytest

from tests.conftest import SETTINGS, Folder
from tests.meetings.made import people, taken

FIRST = "agendas/2026-12-04-friday.md"
SECOND = "agendas/2026-12-11-friday.md"


def agenda(takers: str, facilitator: str = "carla", more: str = "") -> str:
    return f"---\nfacilitator: {facilitator}\nnote_takers: [{takers}]\n{more}---\n"


@pytest.fixture
def team(small: Folder) -> Folder:
    """Five people; ana takes notes at the next meeting, ben at the one after; carla facilitates."""
    small.write(people("dani", "eli"))
    small.write({FIRST: agenda("ana"), SECOND: agenda("ben")})
    small.write({"notes/2026-11-20-friday.md": taken(takers="dani")})
    small.commit()
    return small


def test_two_people_change_places(team: Folder) -> None:
    result = team.run("notes", "swap", "ana", "ben")

    message = "Ben takes notes on 2026-12-04 instead of Ana, who takes them on 2026-12-11"
    assert result.status == 0
    assert result.stdout == (
        "2026-12-04\ttakes notes\tben\tana\n2026-12-11\ttakes notes\tana\tben\n"
    )
    assert result.stderr == f"Committed: {message}\n"
    assert (team.read(FIRST), team.read(SECOND)) == (agenda("ben"), agenda("ana"))
    assert team.log() == [message]
    assert team.status() == ""


def test_the_same_swap_again_changes_it_back(team: Folder) -> None:
    team.run("notes", "swap", "ana", "ben")

    team.run("notes", "swap", "ana", "ben")

    assert (team.read(FIRST), team.read(SECOND)) == (agenda("ana"), agenda("ben"))


def test_the_order_of_the_names_does_not_matter(team: Folder) -> None:
    team.run("notes", "swap", "ben", "ana")

    assert (team.read(FIRST), team.read(SECOND)) == (agenda("ben"), agenda("ana"))


def test_who_is_not_asked_takes_the_turn(team: Folder) -> None:
    result = team.run("notes", "swap", "ana", "dani")

    assert team.read(FIRST) == agenda("dani")
    assert result.stderr == (
        "Ana takes no turn of Dani's in return: none fits.\n"
        "Committed: Dani takes notes on 2026-12-04 instead of Ana\n"
    )


def test_roles_of_one_meeting_are_exchanged_before_turns_of_two(team: Folder) -> None:
    team.run("notes", "swap", "ana", "carla")

    assert team.read(FIRST) == agenda("carla", facilitator="ana")
    assert team.read(SECOND) == agenda("ben")
    assert team.log() == ["Carla takes notes on 2026-12-04 instead of Ana, who facilitates"]


def test_the_same_role_is_given_back_before_another(team: Folder) -> None:
    third = "agendas/2026-12-18-friday.md"
    team.write({SECOND: agenda("eli", facilitator="ben"), third: agenda("ben")})

    team.run("notes", "swap", "ana", "ben")

    assert (team.read(SECOND), team.read(third)) == (
        agenda("eli", facilitator="ben"),
        agenda("ana"),
    )


def test_another_role_is_given_back_where_there_is_no_same_one(team: Folder) -> None:
    team.write({SECOND: agenda("eli", facilitator="ben")})

    team.run("notes", "swap", "ana", "ben", "--include-dirty")

    assert team.log() == [
        "Ben takes notes on 2026-12-04 instead of Ana, who facilitates on 2026-12-11"
    ]
    assert team.read(SECOND) == agenda("eli", facilitator="ana")


def test_nobody_gets_a_second_role_in_return(team: Folder) -> None:
    team.write({SECOND: agenda("ben", facilitator="ana")})

    result = team.run("notes", "swap", "ana", "ben")

    assert "Ana takes no turn of Ben's in return: none fits.\n" in result.stderr
    assert team.read(SECOND) == agenda("ben", facilitator="ana")


def test_facilitators_swap_too(team: Folder) -> None:
    team.write({SECOND: agenda("ben", facilitator="eli")})

    team.run("notes", "swap", "carla", "eli", "--include-dirty")

    assert team.log() == [
        "Eli facilitates on 2026-12-04 instead of Carla, who does so on 2026-12-11"
    ]


def test_notes_that_were_started_follow(team: Folder) -> None:
    team.run("notes", "new")

    team.run("notes", "swap", "ana", "ben")

    assert "note_takers:\n  - ben\n" in team.read("notes/2026-12-04-friday.md")
    assert team.status() == ""


def test_a_meeting_that_was_held_or_cancelled_asks_nobody(team: Folder) -> None:
    team.write(
        {
            "agendas/2026-12-01-friday.md": agenda("ana"),
            "notes/2026-12-01-friday.md": taken(takers="ana"),
            "agendas/2026-12-02-friday.md": agenda("ana", more="status: cancelled\n"),
            "agendas/2026-12-03-joint.md": agenda("ana"),
            "agendas/2026-11-27-friday.md": agenda("ana"),
        }
    )

    team.run("notes", "swap", "ana", "ben")

    assert team.read(FIRST) == agenda("ben")


def test_a_day_names_the_turn(team: Folder) -> None:
    team.write({SECOND: agenda("ana"), "agendas/2026-12-18-friday.md": agenda("ben")})

    team.run("notes", "swap", "ana", "ben", "--date", "2026-12-11")

    assert (team.read(FIRST), team.read(SECOND)) == (agenda("ana"), agenda("ben"))


@pytest.mark.parametrize(
    ("args", "when"),
    [
        (("dani", "eli"), "at a coming meeting that has an agenda"),
        (("ana", "dani", "--date", "2026-12-11"), "on 2026-12-11"),
        (("ana", "ben", "--date", "2026-12-03"), "on 2026-12-03"),
    ],
)
def test_two_people_who_are_not_asked_have_nothing_to_swap(
    team: Folder, args: tuple[str, ...], when: str
) -> None:
    result = team.run("notes", "swap", *args)

    one, other = args[0].capitalize(), args[1].capitalize()
    assert (result.status, result.stdout) == (3, "")
    assert result.stderr == (
        f"teamkit: Neither {one} nor {other} is asked for anything {when} (friday).\n"
        "  See who is next: teamkit notes rotate --dry-run\n"
    )


def test_a_swap_needs_two_people(team: Folder) -> None:
    result = team.run("notes", "swap", "ana", "@me")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith("teamkit: A swap needs two people.\n")


def test_nobody_is_given_a_turn_on_a_day_away(team: Folder) -> None:
    team.write({"people/ana.md": '---\nname: Ana\naway: ["2026-12-10/2026-12-14"]\n---\n'})

    result = team.run("notes", "swap", "ana", "ben")

    assert (result.status, result.stdout) == (4, "")
    assert result.stderr == (
        "teamkit: Ana cannot take notes on 2026-12-11: away until 2026-12-14.\n"
        f"  {SECOND}\n"
        "  Name somebody else; or, if it is so all the same: --anyway\n"
    )


def test_anyway_it_is_done_and_said(team: Folder) -> None:
    team.write({"people/ben.md": '---\nname: Ben\naway: ["2026-12-04"]\n---\n'})

    result = team.run("notes", "swap", "ana", "ben", "--anyway")

    assert result.stderr.startswith("Ben: away until 2026-12-04.\nCommitted: Ben takes notes")


def test_two_who_take_notes_together_have_nothing_to_swap(team: Folder) -> None:
    team.write({FIRST: agenda("ana, ben")})

    result = team.run("notes", "swap", "ana", "ben")

    assert (result.status, result.stdout) == (4, "")
    assert result.stderr == (
        "teamkit: Ana and Ben both take notes on 2026-12-04.\n"
        f"  {FIRST}\n"
        "  For another day, name it: --date 2026-12-DD\n"
    )


def test_two_who_take_notes_together_may_swap_their_parts(team: Folder) -> None:
    team.write({"teamkit.yml": f"{SETTINGS}    note_taker_parts: [rounds, topics]\n"})
    team.write({FIRST: agenda("ana, ben")})
    team.commit()

    team.run("notes", "swap", "ana", "ben")

    assert team.read(FIRST) == agenda("ben, ana")
    assert team.log() == ["Ana and Ben swap their parts of the notes of 2026-12-04"]


def test_programs_get_the_turns_that_changed_hands(team: Folder) -> None:
    page = json.loads(team.run("notes", "swap", "ana", "dani", "--json", "--dry-run").stdout)

    assert (page["kind"], page["items"]) == (
        "notes.swap",
        [
            {
                "role": "notes",
                "date": "2026-12-04",
                "person": "dani",
                "name": "Dani",
                "instead_of": "ana",
                "agenda": FIRST,
            }
        ],
    )
    assert team.read(FIRST) == agenda("ana")


# ---- skip ---------------------------------------------------------------------------------------


def test_a_turn_that_is_skipped_goes_to_the_next_of_the_rotation(team: Folder) -> None:
    result = team.run("notes", "skip", "ana", "--because", "on a  train")

    assert result.status == 0
    assert result.stdout == (
        "takes notes\tben\tno turn yet where 0.2 would be fair\n"
        "next\teli\tno turn yet where 0.2 would be fair\n"
        "next\tdani\t1 turn where 0.2 would be fair, last on 2026-11-20, not twice running\n"
    )
    assert result.stderr == (
        "Not Carla: facilitates that day.\n"
        "Ana skips this turn: on a train.\n"
        "Ana keeps the place in line: a turn counts for whoever really has it.\n"
        "Committed: Ben takes notes on 2026-12-04 instead of Ana\n"
    )
    assert team.read(FIRST) == agenda("ben")
    assert team.git("log", "-1", "--format=%B") == (
        "Ben takes notes on 2026-12-04 instead of Ana\n\n"
        "Ana skips this turn: on a train\n\nTeamkit: notes skip\n\n"
    )


def test_a_second_time_there_is_nothing_to_skip(team: Folder) -> None:
    team.run("notes", "skip", "ana", "--because", "on a train")

    result = team.run("notes", "skip", "ana", "--because", "on a train")

    assert (result.status, result.stdout) == (0, "")
    assert result.stderr == "No agenda asks Ana for anything then.\nNothing to change.\n"


def test_whoever_skipped_is_first_again_the_next_time(team: Folder) -> None:
    team.run("notes", "skip", "ana", "--because", "on a train")
    team.write({"notes/2026-12-04-friday.md": taken(takers="ben")})

    result = team.run("notes", "rotate", "--date", "2026-12-11", "--again")

    assert result.stdout.startswith("takes notes\tana\t")


def test_a_skipped_seat_keeps_its_place_beside_the_others(team: Folder) -> None:
    team.write({FIRST: agenda("ana, ben")})

    result = team.run("notes", "skip", "ana", "--because", "on a train", "--include-dirty")

    assert team.read(FIRST) == agenda("eli, ben")
    assert "Not Ben" not in result.stderr


def test_a_facilitator_skips_too(team: Folder) -> None:
    team.run("notes", "skip", "carla", "--because", "no voice", "--date", "2026-12-11")

    assert team.read(SECOND) == agenda("ben", facilitator="dani")
    assert team.log() == ["Dani facilitates on 2026-12-11 instead of Carla"]


def test_programs_get_who_skipped_and_why(team: Folder) -> None:
    page = json.loads(team.run("notes", "skip", "ana", "--because", "a train", "--json").stdout)
    nothing = json.loads(team.run("notes", "skip", "dani", "--because", "x", "--json").stdout)

    keys = ("kind", "skipped", "because", "agenda", "date")
    assert [page[key] for key in keys] == [
        "notes.skip",
        "ana",
        "a train",
        FIRST,
        "2026-12-04",
    ]
    assert [nothing[key] for key in keys] == ["notes.skip", "dani", "x", None, None]
    assert nothing["items"] == []


def test_a_day_without_an_agenda_has_no_turn_to_skip(team: Folder) -> None:
    result = team.run("notes", "skip", "ana", "--because", "x", "--date", "2026-12-18")

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr.startswith("teamkit: There is no agenda for friday on 2026-12-18.\n")


def test_when_nobody_else_could_it_says_why(team: Folder) -> None:
    for name in ("ben", "dani", "eli", "carla"):
        (team.path / "people" / f"{name}.md").unlink()

    result = team.run("notes", "skip", "ana", "--because", "x")

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr.startswith("teamkit: Nobody is left who could take notes on 2026-12-04.\n")


@pytest.mark.parametrize(("args", "status"), [((), 8), (("--because", " "), 2)])
def test_a_skip_needs_a_reason(team: Folder, args: tuple[str, ...], status: int) -> None:
    result = team.run("notes", "skip", "ana", *args)

    assert (result.status, result.stdout) == (status, "")
    assert "--because" in result.stderr
    assert team.status() == ""
