"""Starting notes, and finding them."""

import json

from tests.conftest import Folder
from tests.meetings.made import taken

STARTED = """\
---
title: 2026-12-04 friday notes
date: 2026-12-04
series: friday
facilitator: carla
note_takers:
  - ben
---

# Weekly meeting, 2026-12-04

## Wins

## Tiles

<!-- brought by ben, share, 15 min: ../topics/2026-11-19-ben-tiles.md -->

## Old thing

<!-- 10 min: ../topics/2026-11-18-x.md -->

## Cake
"""


def test_notes_start_from_the_agenda(small: Folder) -> None:
    small.write(
        {
            "topics/2026-11-19-ben-tiles.md": (
                "---\ntitle: Tiles\nby: ben\naim: share\nminutes: 15\ninterest: [ana]\n---\n"
            ),
            "topics/2026-11-18-x.md": "---\ntitle: Old thing\n---\n",
        }
    )
    small.run("agenda", "new")
    small.run("notes", "rotate", "--pick", "ben")
    agenda = "agendas/2026-12-04-friday.md"
    small.write({agenda: f"{small.read(agenda)}\n## [Cake](cake.md)\n\n## Tiles\n\n### Deeper\n"})

    result = small.run("notes", "new")

    assert (result.status, result.stdout) == (0, "notes/2026-12-04-friday.md\n")
    assert small.read("notes/2026-12-04-friday.md") == STARTED
    assert small.log() == ["Start the notes of Weekly meeting of 2026-12-04"]


def test_notes_just_started_are_not_taken_yet(small: Folder) -> None:
    small.write({"topics/2026-11-18-x.md": "---\ntitle: Old thing\nminutes: 5\n---\n"})

    small.run("notes", "new")

    assert [
        i["taken"] for i in json.loads(small.run("notes", "list", "--json").stdout)["items"]
    ] == [False]


def test_notes_that_stand_are_named_and_never_written_over(small: Folder) -> None:
    small.run("notes", "new", "friday", "--date", "fri")
    small.write({"notes/2026-12-04-friday.md": "by hand\n"})

    result = small.run("notes", "new", "friday", "--date", "fri")

    assert (result.status, result.stdout) == (0, "notes/2026-12-04-friday.md\n")
    assert small.read("notes/2026-12-04-friday.md") == "by hand\n"


def test_without_a_name_the_last_notes_are_shown(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": taken(takers="ana", present="ana, ben"),
            "notes/2026-11-13-friday.md": taken(takers="ben"),
            "notes/2026-12-04-friday.md": "## Wins\n",
        }
    )

    page = json.loads(small.run("notes", "show", "--json").stdout)

    assert page["items"] == [
        {
            "meeting": "2026-11-20-friday",
            "date": "2026-11-20",
            "series": "friday",
            "facilitator": None,
            "note_takers": ["ana"],
            "timekeeper": None,
            "present": ["ana", "ben"],
            "regrets": [],
            "taken": True,
            "path": "notes/2026-11-20-friday.md",
        }
    ]
    assert page["body"] == "\n## Wins\n\n- Win: something went well\n"


def test_notes_are_found_by_a_part_of_their_name(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": taken(takers="ana")})

    result = small.run("notes", "show", "11-20")

    assert result.stdout.startswith("Facilitator\t\nNotes by\tana\nPresent\t\n")


def test_a_part_that_fits_several_lists_them(small: Folder) -> None:
    small.write({f"notes/2026-11-{n}-friday.md": taken(takers="ana") for n in (13, 20)})

    result = small.run("notes", "show", "2026-11")

    assert (result.status, result.stdout) == (2, "")
    assert "2026-11-13-friday, 2026-11-20-friday" in result.stderr


def test_what_is_not_there_is_not_found(small: Folder) -> None:
    assert small.run("notes", "show").stderr == (
        "teamkit: There are no notes yet.\n  Start them: teamkit notes new\n"
    )
    assert small.run("notes", "show", "2020").status == 3


def test_notes_of_no_meeting_cannot_be_shown(small: Folder) -> None:
    small.write({"notes/ideas.md": "x\n"})

    result = small.run("notes", "show", "ideas")

    assert (result.status, result.stdout) == (5, "")
    assert "neither its name nor its keys show which meeting" in result.stderr


def test_notes_are_listed_newest_first_with_what_was_taken(small: Folder) -> None:
    empty = small.run("notes", "list")
    small.write(
        {
            "notes/2026-11-20-friday.md": taken(takers="ana, ben"),
            "notes/2026-11-27-friday.md": "## Wins\n",
            "notes/2026-11-27-joint.md": taken(takers="eli"),
        }
    )

    assert empty.stderr == "No notes yet. Start them: teamkit notes new\n"
    assert small.run("notes", "list", "fri").stdout == (
        "2026-11-27\tfriday\t\tnot yet\tnotes/2026-11-27-friday.md\n"
        "2026-11-20\tfriday\tana, ben\tyes\tnotes/2026-11-20-friday.md\n"
    )
    assert len(small.run("notes", "list").stdout.splitlines()) == 3


def test_no_notes_are_started_for_a_day_without_a_meeting(small: Folder) -> None:
    refused = small.run("notes", "new", "friday", "--date", "2026-12-03")
    small.run("agenda", "new", "friday", "--date", "2026-12-03")

    made = small.run("notes", "new", "friday", "--date", "2026-12-03")

    assert (refused.status, refused.stderr) == (
        3,
        (
            "teamkit: There is no friday meeting on 2026-12-03.\n"
            "  The next ones: 2026-12-04, 2026-12-11, 2026-12-18;"
            " to meet anyway: teamkit agenda new friday --date 2026-12-03\n"
        ),
    )
    assert made.stdout == "notes/2026-12-03-friday.md\n"
