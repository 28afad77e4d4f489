"""Meetings on another day, and meetings that do not take place."""

import json

import pytest

from tests.conftest import SETTINGS, Folder
from tests.meetings.made import said

JOINT = "  joint:\n    rule: FREQ=MONTHLY;BYDAY=-1FR\n    replaces: [friday]\n"
PROMISED = "---\ntitle: Tiles\nby: ben\nmeeting: 2026-12-04-friday\n---\n"
TILES = "topics/2026-11-01-ben-tiles.md"
OLD, NEW = "agendas/2026-12-04-friday.md", "agendas/2026-12-03-friday.md"
PAGE = """\
---
title: 2026-12-04 friday agenda  # unique
date: 2026-12-04
start: "14:00"
facilitator: ben
note_takers:
  - ana
announced: 2026-11-30
layout: default
---

# Weekly meeting, 2026-12-04: agenda

Since 2026-12-04 is near: bring cake.
"""


def days(folder: Folder, series: str = "friday") -> list[str]:
    """The days that the next ones of a refusal name."""
    told = folder.run("agenda", "move", "2026-12-05", "2026-12-06", series).stderr
    return told.partition("The next ones: ")[2].strip().split(", ")


def facts(folder: Folder, *args: str) -> dict[str, object]:
    page = json.loads(folder.run(*args, "--json").stdout)
    item: dict[str, object] = page["items"][0]
    return item


def two(small: Folder) -> Folder:
    small.write({"teamkit.yml": SETTINGS + JOINT})
    small.commit()
    return small


def test_a_meeting_without_an_agenda_gets_one_on_its_new_day(small: Folder) -> None:
    small.write({TILES: PROMISED})
    small.commit()

    result = small.run("agenda", "move", "fri", "thu", "--because", " all  away ")

    assert (result.status, result.stdout) == (0, f"{NEW}\n")
    assert said(result.stderr) == (
        "Topic: Tiles moves along.\n"
        "Committed: Move the Weekly meeting from 2026-12-04 to 2026-12-03\n"
    )
    assert "moved_from: 2026-12-04\nbecause: all away\n---\n" in small.read(NEW)
    assert small.read(TILES) == PROMISED.replace("12-04", "12-03")
    assert days(small) == ["2026-12-03", "2026-12-11", "2026-12-18"]
    assert small.run().stdout.startswith(f"Thu 2026-12-03 13:00\tfriday\tnobody yet\t{NEW}\n")
    assert facts(small, "agenda", "show")["date"] == "2026-12-03"
    assert small.git("show", "--stat", "--format=%b").startswith("all away\n")


def test_an_agenda_that_stands_is_cancelled_and_its_text_carried_over(small: Folder) -> None:
    small.write({OLD: PAGE})
    small.commit()

    result = small.run("agenda", "move", "2026-12-04", "2026-12-03")

    assert small.read(OLD) == PAGE.replace(
        "default\n", "default\nstatus: cancelled\nbecause: moved to 2026-12-03\n"
    )
    assert small.read(NEW) == PAGE.replace("12-04 friday", "12-03 friday").replace(
        "date: 2026-12-04", "date: 2026-12-03"
    ).replace("announced: 2026-11-30\n", "").replace(
        "default\n", "default\nseries: friday\nmoved_from: 2026-12-04\n"
    ).replace("meeting, 2026-12-04", "meeting, 2026-12-03")
    assert result.stderr.startswith("It was announced on 2026-11-30; tell people.\n")
    assert days(small) == ["2026-12-03", "2026-12-11", "2026-12-18"]
    assert small.run("agenda", "list").stdout == (
        f"2026-12-04\tfriday (cancelled)\tben\tana\t{OLD}\n2026-12-03\tfriday\tben\tana\t{NEW}\n"
    )


def test_a_generated_plan_says_where_the_meeting_went(small: Folder) -> None:
    small.run("agenda", "new")

    small.run("agenda", "move", "fri", "thu", "--because", "all away")

    told = "This meeting moved to [2026-12-03](2026-12-03-friday.md): all away.\n"
    assert told in small.read(OLD)
    assert "| Wins |" in small.read(NEW)
    assert said(small.run("agenda", "new").stderr).endswith("Nothing to change.\n")


def test_a_plan_that_cannot_be_replaced_stays(small: Folder) -> None:
    small.run("agenda", "new")
    small.write({OLD: small.read(OLD).replace("<!-- teamkit:end -->", "", 1)})
    small.commit()

    result = small.run("agenda", "cancel", "fri", "--because", "all away")

    assert (result.status, "does not take place" in small.read(OLD)) == (0, False)


def test_moving_back_undoes_it(small: Folder) -> None:
    small.write({OLD: PAGE.replace("announced: 2026-11-30\n", ""), TILES: PROMISED})
    small.commit()

    small.run("agenda", "move", "fri", "thu")
    small.write({NEW: small.read(NEW) + "And coffee.\n"})
    small.commit()
    result = small.run("agenda", "move", "thu", "fri")

    assert (result.status, result.stdout) == (0, f"{OLD}\n")
    assert (
        small.read(OLD)
        == PAGE.replace("announced: 2026-11-30\n", "").replace(
            "default\n", "default\nseries: friday\n"
        )
        + "And coffee.\n"
    )
    assert "because: moved to 2026-12-04\n" in small.read(NEW)
    assert "moved_from" not in small.read(NEW)
    assert small.read(TILES) == PROMISED
    assert days(small) == ["2026-12-04", "2026-12-11", "2026-12-18"]


@pytest.mark.parametrize("stands", [True, False])
def test_a_meeting_moved_again_remembers_its_usual_day(small: Folder, *, stands: bool) -> None:
    if stands:
        small.write({OLD: PAGE})
        small.commit()

    for old, new in (("04", "03"), ("03", "02"), ("02", "03")):
        result = small.run("agenda", "move", f"2026-12-{old}", f"2026-12-{new}")
        assert (result.status, result.stdout) == (0, f"agendas/2026-12-{new}-friday.md\n")
    again = days(small)
    small.run("agenda", "move", "2026-12-03", "2026-12-04")

    assert again == ["2026-12-03", "2026-12-11", "2026-12-18"]
    assert days(small) == ["2026-12-04", "2026-12-11", "2026-12-18"]
    assert "moved_from" not in small.read(OLD)


def test_who_has_a_role_and_is_away_then_is_named(small: Folder) -> None:
    away = '---\nname: Ana\naway: ["2026-12-03"]\n---\n'
    small.write({OLD: PAGE, "people/ana.md": away})
    small.commit()

    result = small.run("agenda", "move", "fri", "thu")

    assert "Ana has a role there and is missing: away until 2026-12-03.\n" in result.stderr


def test_notes_that_were_started_are_named(small: Folder) -> None:
    small.run("agenda", "new")
    small.run("notes", "new")

    result = small.run("agenda", "move", "fri", "thu")

    assert "Notes were started, and stay: notes/2026-12-04-friday.md\n" in result.stderr


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["fri", "fri"], 2, "The meeting is on 2026-12-04 already."),
        (["2026-12-05", "thu"], 3, "The next ones: 2026-12-04, 2026-12-11, 2026-12-25\n"),
        (["fri", "next fri"], 4, "There is a friday meeting on 2026-12-11 already."),
        (["fri", "thu", "monday"], 3, "The series are: friday"),
        (["2026-11-27", "thu"], 4, "The friday meeting of 2026-11-27 took place"),
        (["fri", "2026-11-27"], 4, "  notes/2026-11-27-friday.md\n"),
        (["03/04", "thu"], 2, "could be two different days"),
        (["2026-12-18", "thu"], 3, "The friday meeting of 2026-12-18 is cancelled."),
        (["fri", "2026-12-18"], 4, "teamkit agenda cancel 2026-12-18 friday --un"),
    ],
)
def test_a_move_that_cannot_be_meant_is_refused(
    small: Folder, args: list[str], status: int, told: str
) -> None:
    small.write(
        {
            "notes/2026-11-27-friday.md": "## Wins\n\n- Win: all\n",
            "agendas/2026-12-18-friday.md": "---\nstatus: cancelled\n---\n",
        }
    )
    small.commit()

    result = small.run("agenda", "move", *args)

    assert (result.status, result.stdout, told in result.stderr) == (status, "", True)
    assert small.status() == ""


def test_a_meeting_moves_once(small: Folder) -> None:
    small.run("agenda", "move", "fri", "thu")

    result = small.run("agenda", "move", "fri", "2026-12-02")

    assert (result.status, said(result.stderr)) == (
        3,
        f"teamkit: The friday meeting of 2026-12-04 was moved to 2026-12-03.\n  {NEW}\n",
    )


def test_the_series_is_the_one_that_meets_on_that_day(small: Folder) -> None:
    two(small)

    result = small.run("agenda", "move", "2026-12-25", "2026-12-18")
    none = small.run("agenda", "cancel", "2026-12-19", "--because", "x")

    assert result.stdout == "agendas/2026-12-18-joint.md\n"
    assert said(none.stderr) == (
        "teamkit: There is no meeting on 2026-12-19.\n"
        "  The next ones: friday 2026-12-04, 2026-12-11, 2026-12-25;"
        " joint 2026-12-18, 2027-01-29, 2027-02-26\n"
    )


def test_on_a_day_of_two_meetings_the_series_is_asked_for(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + "  guild:\n    rule: FREQ=WEEKLY;BYDAY=FR\n"})
    small.commit()

    result = small.run("agenda", "move", "fri", "thu")

    assert (result.status, "'2026-12-04' fits several series: friday, guild." in result.stderr) == (
        2,
        True,
    )
    assert small.run("agenda", "move", "fri", "thu", "guild").status == 0


def test_what_a_move_means_for_the_series_it_replaces_is_said(small: Folder) -> None:
    two(small)

    moved = small.run("agenda", "move", "2026-12-25", "2026-12-18", "--json")
    there = days(small)
    back = small.run("agenda", "move", "2026-12-18", "2026-12-25")

    assert [
        (one["series"], one["date"], one["meets"])
        for one in json.loads(moved.stdout)["other_meetings"]
    ] == [("friday", "2026-12-18", False), ("friday", "2026-12-25", True)]
    assert there == ["2026-12-04", "2026-12-11", "2026-12-25"]
    assert "The friday meeting of 2026-12-25 gives way.\n" in back.stderr
    assert days(small) == ["2026-12-04", "2026-12-11", "2026-12-18"]


def test_a_cancelled_meeting_says_why_and_frees_its_topics(small: Folder) -> None:
    small.write({TILES: PROMISED})
    small.commit()

    result = small.run("agenda", "cancel", "fri", "--because", "nobody  here.")

    assert (result.status, result.stdout) == (0, f"{OLD}\n")
    assert said(result.stderr) == (
        "Topic: Tiles waits again.\n"
        "Committed: Cancel the Weekly meeting of 2026-12-04: nobody here.\n"
    )
    page = small.read(OLD)
    assert "status: cancelled\nbecause: nobody here.\n---\n" in page
    assert "\nThis meeting does not take place: nobody here.\n" in page
    assert small.read(TILES) == PROMISED.replace("meeting: 2026-12-04-friday\n", "")
    assert days(small) == ["2026-12-11", "2026-12-18", "2026-12-25"]
    assert small.run().stdout.startswith("Fri 2026-12-11 13:00\tfriday")


def test_cancelled_twice_is_cancelled_once_and_the_reason_may_change(small: Folder) -> None:
    small.run("agenda", "cancel", "fri", "--because", "snow")

    same = small.run("agenda", "cancel", "fri", "--because", "snow")
    other = small.run("agenda", "cancel", "fri", "friday", "--because", "ice")

    assert said(same.stderr) == "It is cancelled already.\nNothing to change.\n"
    assert (other.status, "because: ice\n" in small.read(OLD)) == (0, True)
    assert "does not take place: ice." in small.read(OLD)


def test_a_cancelling_is_taken_back_with_a_plan(small: Folder) -> None:
    small.write({TILES: PROMISED})
    small.commit()
    small.run("agenda", "cancel", "fri", "--because", "snow")

    result = small.run("agenda", "cancel", "fri", "--un")
    again = small.run("agenda", "cancel", "fri", "--un")

    assert said(result.stderr) == (
        "Topics promised to it are open again: teamkit agenda keep TOPIC\n"
        "Committed: The Weekly meeting of 2026-12-04 takes place after all\n"
    )
    page = small.read(OLD)
    assert [word in page for word in ("status:", "because:", "does not take place")] == [False] * 3
    assert "[Tiles](../topics/2026-11-01-ben-tiles.md)" in page
    assert said(again.stderr) == "It is planned already.\nNothing to change.\n"
    assert days(small)[0] == "2026-12-04"


def test_a_page_without_a_plan_is_cancelled_and_taken_back_byte_by_byte(small: Folder) -> None:
    small.write({OLD: PAGE.replace("\n", "\r\n")})
    small.commit()

    small.run("agenda", "cancel", "fri", "--because", "moved to another team")
    cancelled = small.read(OLD)
    small.run("agenda", "cancel", "fri", "--un")

    assert "because: moved to another team\r\n" in cancelled
    assert small.read(OLD) == PAGE.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["fri"], 8, "Pass --because"),
        (["fri", "--because", ""], 2, "A reason is needed, so that people can see later why."),
        (["2026-12-05", "--because", "x"], 3, "The next ones: 2026-12-04"),
        (["2026-11-27", "--because", "x"], 4, "took place: notes were taken."),
        (["2026-12-11", "--because", "x"], 3, "was moved to 2026-12-10."),
        (["2026-12-11", "--un"], 4, "teamkit agenda move 2026-12-10 2026-12-11 friday"),
        (["fri", "--un"], 3, "Nothing says that the friday meeting of 2026-12-04 is cancelled."),
    ],
)
def test_a_cancelling_that_cannot_be_meant_is_refused(
    small: Folder, args: list[str], status: int, told: str
) -> None:
    small.write(
        {
            "notes/2026-11-27-friday.md": "## Wins\n\n- Win: all\n",
            "agendas/2026-12-10-friday.md": "---\nmoved_from: 2026-12-11\n---\n",
        }
    )
    small.commit()

    result = small.run("agenda", "cancel", *args)

    assert (result.status, result.stdout, told in result.stderr) == (status, "", True)
    assert small.status() == ""


def test_a_moved_meeting_that_is_cancelled_is_not_on_its_usual_day_either(small: Folder) -> None:
    small.run("agenda", "move", "fri", "thu")
    small.run("agenda", "cancel", "thu", "--because", "snow")

    cancelled = days(small)
    small.run("agenda", "cancel", "thu", "--un")

    assert cancelled[0] == "2026-12-11"
    assert days(small)[:2] == ["2026-12-03", "2026-12-11"]


def test_a_meeting_of_its_own_day_is_moved_and_cancelled_too(small: Folder) -> None:
    small.run("agenda", "new", "--date", "2026-12-09")

    moved = small.run("agenda", "move", "2026-12-09", "2026-12-08")
    cancelled = small.run("agenda", "cancel", "2026-12-08", "--because", "snow")

    assert (moved.status, cancelled.status) == (0, 0)
    assert days(small) == ["2026-12-04", "2026-12-11", "2026-12-18"]


def test_where_no_series_is_set_up_it_says_so(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.partition("series:")[0]})

    result = small.run("agenda", "cancel", "fri", "--because", "x")

    assert (result.status, said(result.stderr)) == (
        3,
        "teamkit: There is no meeting on 2026-12-04.\n",
    )


def test_a_rehearsal_of_a_move_writes_nothing(small: Folder) -> None:
    result = small.run("agenda", "move", "fri", "thu", "-n")

    assert "+moved_from: 2026-12-04\n" in result.stdout
    assert small.status() == ""


def test_an_agenda_without_a_heading_moves_as_it_is(small: Folder) -> None:
    small.write({OLD: "Cake on 2026-12-04"})
    small.commit()

    small.run("agenda", "move", "fri", "thu")

    assert small.read(NEW) == (
        "---\ndate: 2026-12-03\nseries: friday\nmoved_from: 2026-12-04\n---\nCake on 2026-12-04"
    )


def test_a_meeting_is_not_moved_into_the_past(small: Folder) -> None:
    result = small.run("agenda", "move", "2026-12-04", "2026-11-30")

    assert (result.status, result.stderr) == (
        2,
        "teamkit: 2026-11-30 is past.\n  Name a day from today on\n",
    )
