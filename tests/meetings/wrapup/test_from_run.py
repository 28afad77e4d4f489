"""What a meeting that was run leaves for its wrap-up."""

import json

import pytest

from teamkit.meetings.archive import Meetings
from teamkit.meetings.live.outcome import Outcome
from teamkit.meetings.wrapup import from_run
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder

NOTES = "notes/2026-12-04-friday.md"
ENV = {"TEAMKIT_TODAY": "2026-12-04"}
TOPIC = "---\ntitle: {title}\nby: {by}\nminutes: {minutes}\n---\n"
TYPED = """\
out @carla
go Tiles
d: one index
+ ana
+ carla
deep 20
follow talk Tiles in ten minutes
follow topic
follow pairing
end
"""


@pytest.fixture
def ran(small: Folder) -> Folder:
    """A meeting with one deep dive that displaces Maps, run to its end."""
    small.write(
        {
            "teamkit.yml": SETTINGS.replace("minutes: 60", "minutes: 30"),
            "topics/2026-11-20-ben-tiles.md": TOPIC.format(title="Tiles", by="ben", minutes=10),
            "topics/2026-11-21-ana-maps.md": TOPIC.format(title="Maps", by="ana", minutes=10),
        }
    )
    small.commit()
    result = small.run("meeting", "run", stdin=TYPED, env=ENV)
    assert result.status == 0, result.stderr
    return small


def test_who_was_there_is_filled_in(ran: Folder) -> None:
    ran.run("notes", "wrap", env=ENV)

    notes = ran.read(NOTES)
    assert "present:\n  - ana\n  - ben\nregrets:\n  - carla\n" in notes


def test_what_made_room_is_promised_to_the_next_meeting_with_the_reason(ran: Folder) -> None:
    result = ran.run("notes", "wrap", env=ENV)

    maps = ran.read("topics/2026-11-21-ana-maps.md")
    assert "meeting: 2026-12-11-friday\nbecause: made room for Tiles\n" in maps
    assert "carried\tMaps\tmade room for Tiles\n" in result.stdout


def test_whoever_wanted_more_is_interested(ran: Folder) -> None:
    ran.run("notes", "wrap", env=ENV)

    tiles = ran.read("topics/2026-11-20-ben-tiles.md")
    assert "interest:\n  - ana\n  - carla\nstatus: discussed\n" in tiles


def test_each_follow_up_begins_and_is_linked_from_its_topic(ran: Folder) -> None:
    ran.run("notes", "wrap", env=ENV)

    talk = ran.read("talks/tiles-in-ten-minutes.md")
    topic = ran.read("topics/2026-12-04-ben-more-on-tiles.md")
    under = ran.read(NOTES).split("## Tiles\n")[1].split("## Maps")[0]
    assert "title: Tiles in ten minutes\nstatus: wanted\n" in talk
    assert 'title: "More on: Tiles"\nby: ben\n' in topic.replace("'", '"')
    assert under.strip().split("\n")[2:] == [
        "- Decision: one index",
        "- Key: to follow, a talk: [Tiles in ten minutes](../talks/tiles-in-ten-minutes.md)",
        "- Key: to follow, a topic: [More on: Tiles](../topics/2026-12-04-ben-more-on-tiles.md)",
        "- [ ] Pair on: Tiles",
    ]


def test_the_files_that_begin_are_told(ran: Folder) -> None:
    result = ran.run("notes", "wrap", env=ENV)

    assert [line for line in result.stdout.split("\n") if line.startswith("begun")] == [
        "begun\ttalks/tiles-in-ten-minutes.md\t",
        "begun\ttopics/2026-12-04-ben-more-on-tiles.md\t",
    ]


def test_a_line_that_is_gone_from_the_notes_is_told_in_full(ran: Folder) -> None:
    ran.write({NOTES: ran.read(NOTES).replace("- Decision: one index\n", "- Key: x\n")})

    result = ran.run("notes", "wrap", env=ENV)

    assert result.stderr.startswith(
        "Noted in the meeting, and no longer in the notes: - Decision: one index (under Tiles). "
        "Put it back: teamkit notes add --series friday --date 2026-12-04 --under Tiles "
        "'Decision: one index'\n"
    )


def test_what_is_gone_is_a_fact_for_programs(ran: Folder) -> None:
    ran.write({NOTES: ran.read(NOTES).replace("- Decision: one index\n", "- Key: x\n")})

    gone = json.loads(ran.run("notes", "wrap", "--json", env=ENV).stdout)["lost"]

    assert gone == [{"heading": "Tiles", "text": "- Decision: one index"}]


def test_a_lost_line_can_be_put_back_by_what_is_told(ran: Folder) -> None:
    text = ran.read(NOTES)
    ran.write({NOTES: text.replace("- Decision: one index\n", "- Key: x\n")})

    where = ("--series", "friday", "--date", "2026-12-04", "--under", "Tiles")
    ran.run("notes", "add", *where, "Decision: one index", env=ENV)

    result = ran.run("notes", "wrap", env=ENV)
    assert "- Decision: one index\n" in ran.read(NOTES)
    assert "no longer in the notes" not in result.stderr


def test_what_was_moved_ticked_or_taken_by_somebody_is_not_lost(ran: Folder) -> None:
    noted = (("Tiles", "- [ ] Measure it"), ("Tiles", "- Key: a"), ("Tiles", "- Key: a"))
    ran.write({NOTES: "## Maps\n\n- Key: a\n- [x] @ana Measure it  (due:: 2026-12-11)\n"})
    team = Team.open(ran.path)
    one = Meetings(team, directory(team)).notes[0]

    found = from_run.lost(one, Outcome(noted=noted))

    assert found == (from_run.Lost("Tiles", "- Key: a"),)
    assert from_run.lost(one, None) == ()


def test_a_meeting_left_open_is_wrapped_up_all_the_same(small: Folder) -> None:
    small.run("meeting", "run", stdin="win @ana it works\n", env=ENV)
    small.write({NOTES: small.read(NOTES) + "\n- Key: x\n"})

    result = small.run("notes", "wrap", env=ENV)

    said = "The meeting was left open; it is wrapped up all the same.\n"
    assert (result.status, said in result.stderr) == (0, True)


def test_all_of_it_is_one_commit_and_twice_is_once(ran: Folder) -> None:
    ran.run("notes", "wrap", env=ENV)
    head = ran.git("rev-parse", "HEAD")

    again = ran.run("notes", "wrap", env=ENV)

    assert ran.git("show", "--format=", "--name-only", head.strip()).splitlines() == [
        NOTES,
        "talks/tiles-in-ten-minutes.md",
        "topics/2026-11-20-ben-tiles.md",
        "topics/2026-11-21-ana-maps.md",
        "topics/2026-12-04-ben-more-on-tiles.md",
    ]
    assert again.stderr.endswith("Nothing to change.\n")
    assert (ran.git("rev-parse", "HEAD"), ran.status()) == (head, "")


def test_what_was_said_at_the_wrap_up_overrules_the_run(ran: Folder) -> None:
    ran.run("notes", "wrap", "--park", "maps", "--because", "no hurry", "--present", "ana", env=ENV)

    maps = ran.read("topics/2026-11-21-ana-maps.md")
    assert "status: parked\nbecause: no hurry\n" in maps
    assert "present:\n  - ana\n" in ran.read(NOTES)
