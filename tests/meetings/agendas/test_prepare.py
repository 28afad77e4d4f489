"""What belongs on the agenda of one meeting."""

import json

import pytest

from teamkit.errors import NotFoundError
from teamkit.meetings.attendance import Role
from tests.conftest import SETTINGS, Folder
from tests.meetings.made import OPEN, day, meetings_of, people, prepared, said, taken

JOINT = """\
  joint:
    title: Joint meeting
    rule: FREQ=MONTHLY;BYDAY=-1FR
    replaces: [friday]
    facilitator: rotate
"""


def test_a_topic_promised_to_a_meeting_to_come_waits_for_it(small: Folder) -> None:
    small.write(
        {
            f"topics/2026-11-1{n}-ana-{n}.md": f"---\ntitle: T{n}\nmeeting: {meeting}\n---\n"
            for n, meeting in enumerate(
                ("2026-12-11-friday", "2026-12-04-friday", "2026-11-20-friday")
            )
        }
    )

    plan = prepared(small).plan

    assert [(i.what, i.because) for i in plan.items[1:]] == [
        ("T1", "promised to this meeting"),
        ("T2", "brought 2026-11-12"),
    ]


def test_the_joint_meeting_carries_what_the_friday_one_left_open(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + JOINT, "notes/2026-11-20-friday.md": OPEN})

    found = prepared(small, "joint", "12-25")

    assert [action.what for action in found.actions] == ["Measure it", "Nobody's"]
    assert [(o.person, o.topic) for o in found.objections] == [("ben", "Cache"), ("", "Cache")]
    assert found.is_regular


def test_the_facilitator_rotates_among_those_who_are_there(small: Folder) -> None:
    small.write(
        {
            "teamkit.yml": SETTINGS.replace("facilitator: carla", "facilitator: rotate"),
            "people/ana.md": "---\nname: Ana\naway: ['2026-12-04']\n---\n",
            "notes/2026-11-20-friday.md": OPEN.replace("facilitator: ana", "facilitator: Ben"),
            "notes/2026-12-11-friday.md": OPEN,
        }
    )

    found = prepared(small)

    assert found.facilitator == "carla"
    assert [pick.name for pick in found.chosen[Role.FACILITATOR].alternates] == ["ben"]
    said = small.run("agenda", "new").stderr
    assert "Facilitator: Carla (no turn yet where 0.3 would be fair)." in said


def test_nobody_there_means_nobody_facilitates(small: Folder) -> None:
    for handle in ("ana", "ben", "carla"):
        (small.path / f"people/{handle}.md").unlink()
    small.write({"teamkit.yml": SETTINGS.replace("facilitator: carla", "facilitator: rotate")})

    assert prepared(small).facilitator == ""


def test_without_a_name_the_series_that_meets_next_is_meant(small: Folder) -> None:
    ended = '  old:\n    rule: "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260101"\n'
    small.write({"teamkit.yml": SETTINGS + JOINT + ended})
    meetings = meetings_of(small)

    assert meetings.choose(None, day("12-01")).slug == "friday"
    assert meetings.choose(None, day("12-19")).slug == "joint"
    assert meetings.choose("old", day("12-01")).slug == "old"


def test_without_any_series_it_says_where_to_add_one(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.partition("series:")[0]})

    with pytest.raises(NotFoundError, match="No meeting is set up") as refusal:
        meetings_of(small).choose(None, day("12-01"))

    assert refusal.value.where == "teamkit.yml"


def test_the_next_meeting_is_todays_until_its_notes_have_content(small: Folder) -> None:
    env = {"TEAMKIT_TODAY": "2026-12-04"}
    small.run("agenda", "new", env=env)
    small.run("notes", "new", env=env)
    before = small.run("agenda", "new", env=env).stdout
    small.write({"notes/2026-12-04-friday.md": taken(takers="ana")})

    after = small.run("agenda", "new", env=env).stdout

    assert (before, after) == ("agendas/2026-12-04-friday.md\n", "agendas/2026-12-11-friday.md\n")


def test_a_cancelled_meeting_is_passed_over_and_a_moved_one_is_found(small: Folder) -> None:
    small.write({"agendas/2026-12-04-friday.md": "---\nstatus: cancelled\nbecause: fair\n---\n"})
    skipped = small.run("agenda", "new", "--dry-run", "--json").stdout
    small.write({"agendas/2026-12-03-friday.md": "---\nmoved_from: 2026-12-04\n---\n"})

    moved = small.run("agenda", "new", "--json").stdout

    assert json.loads(skipped)["plan"]["date"] == "2026-12-11"
    assert json.loads(moved)["plan"]["date"] == "2026-12-03"


def test_the_agenda_is_updated_wherever_its_file_is(small: Folder) -> None:
    small.write({"agendas/elsewhere.md": "---\ndate: 2026-12-04\nseries: friday\n---\n"})

    assert small.run("agenda", "new").stdout == "agendas/elsewhere.md\n"


def test_too_little_time_is_said(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.replace("minutes: 60", "minutes: 8")})

    assert "10 of 8 minutes planned: 2 too many." in small.run("agenda", "new").stderr


def test_a_promise_that_cannot_be_kept_is_named_as_one(small: Folder) -> None:
    topic = "---\ntitle: Long\nminutes: 51\nmeeting: 2026-12-04-friday\n---\n"
    small.write({"topics/2026-11-19-ana-long.md": topic})

    stderr = small.run("agenda", "new").stderr

    assert "Does not fit: Long (promised)." in stderr


def test_an_agenda_is_shown_as_it_stands_with_the_time_it_takes(small: Folder) -> None:
    small.run("agenda", "new")

    page = json.loads(small.run("agenda", "show", "--json").stdout)

    assert (page["planned"], page["available"]) == (10, 60)
    assert page["items"] == [
        {
            "meeting": "2026-12-04-friday",
            "date": "2026-12-04",
            "series": "friday",
            "facilitator": "carla",
            "note_takers": [],
            "timekeeper": None,
            "cancelled": False,
            "moved_from": None,
            "because": None,
            "path": "agendas/2026-12-04-friday.md",
        }
    ]


def test_without_an_agenda_there_is_the_command_that_makes_it(small: Folder) -> None:
    result = small.run("agenda", "show", "friday", "--date", "next fri")

    assert (result.status, result.stdout) == (3, "")
    assert "Create it: teamkit agenda new friday --date 2026-12-11" in result.stderr


def test_agendas_are_listed_newest_first(small: Folder) -> None:
    empty = small.run("agenda", "list")
    small.write(
        {
            "agendas/2026-11-20-friday.md": "---\nnote_takers: [ana, ben]\n---\n",
            "agendas/2026-12-04-friday.md": "---\nstatus: cancelled\n---\n",
            "agendas/2026-12-04-joint.md": "x\n",
        }
    )

    assert said(empty.stderr) == "No agendas yet. Make the next one: teamkit agenda new\n"
    assert small.run("agenda", "list", "friday").stdout.split("\n") == [
        "2026-12-04\tfriday (cancelled)\t\t\tagendas/2026-12-04-friday.md",
        "2026-11-20\tfriday\t\tana, ben\tagendas/2026-11-20-friday.md",
        "",
    ]
    assert len(small.run("agenda", "list").stdout.splitlines()) == 3


def test_two_clones_compile_the_same_agenda(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": OPEN, **people("eli", "dani")})

    first = small.run("agenda", "new", "--dry-run").stdout

    assert first == small.shell("agenda", "new", "--dry-run", env={"PYTHONHASHSEED": "7"}).stdout


def test_a_day_the_rule_does_not_give_is_made_as_said(small: Folder) -> None:
    result = small.run("agenda", "new", "--date", "2026-12-02")

    assert result.stdout == "agendas/2026-12-02-friday.md\n"
    assert result.stderr.startswith(
        "The rule of 'friday' has no meeting on 2026-12-02; created anyway, as you asked.\n"
    )


def test_a_facilitator_who_is_missing_is_said_so(small: Folder) -> None:
    small.run("agenda", "new", "friday", "--date", "2026-12-04")
    small.run("people", "away", "carla", "2026-12-04")

    result = small.run("agenda", "new", "friday", "--date", "2026-12-04")

    assert (
        "The facilitator, Carla, is missing: away until 2026-12-04. "
        "Name another in agendas/2026-12-04-friday.md\n"
    ) in result.stderr
