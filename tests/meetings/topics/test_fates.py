"""Deciding about topics: votes, what is put aside and why, what is kept."""

import json

import pytest

from tests.conftest import SETTINGS, Folder
from tests.meetings.made import said

JOINT = '  joint:\n    rule: "FREQ=MONTHLY;BYDAY=-1FR"\n'
TILES = "topics/2026-11-01-ben-tiles.md"


def team(small: Folder, meta: str = "", **others: str) -> Folder:
    """A team with a second series and the topic "Tiles and maps"; *others* are more topics."""
    files = {TILES: f"---\ntitle: Tiles and maps  # ours\nby: ben\n{meta}---\n\nWhy?\n"}
    files |= {f"topics/{stem}.md": text for stem, text in others.items()}
    small.write({"teamkit.yml": SETTINGS + JOINT, **files})
    small.commit()
    return small


def test_a_vote_is_one_line_of_a_sorted_set(small: Folder) -> None:
    team(small, "interest:\n  - carla\n")

    result = small.run("agenda", "vote", "tiles")

    assert (result.status, result.stdout) == (0, f"{TILES}\n")
    assert small.read(TILES) == (
        "---\ntitle: Tiles and maps  # ours\nby: ben\ninterest:\n  - ana\n  - carla\n---\n\nWhy?\n"
    )
    assert small.log() == ["Ana would like to hear about Tiles and maps"]


def test_a_first_vote_starts_the_list_and_the_last_one_taken_back_ends_it(small: Folder) -> None:
    before = team(small).read(TILES)

    small.run("agenda", "vote", "tiles", "--by", "ben")
    voted = small.read(TILES)
    small.run("agenda", "vote", "tiles", "--by", "ben", "--un")

    assert voted == before.replace("by: ben\n", "by: ben\ninterest:\n  - ben\n")
    assert small.read(TILES) == before
    assert small.log() == ["Ben no longer asks to hear about Tiles and maps"]


def test_a_vote_twice_is_one_vote(small: Folder) -> None:
    team(small, 'interest: ["@ana", "[[Ben]]"]\n')
    before, log = small.read(TILES), small.log(9)

    again = small.run("agenda", "vote", "tiles")
    never = small.run("agenda", "vote", "tiles", "--by", "carla", "--un")

    assert (again.status, said(again.stderr)) == (
        0,
        "Ana asked to hear about Tiles and maps already.\nNothing to change.\n",
    )
    assert never.stderr.startswith("Carla has not asked to hear about Tiles and maps.\n")
    assert (small.read(TILES), small.log(9)) == (before, log)


def test_how_others_spelled_their_interest_stays(small: Folder) -> None:
    team(small, 'interest: ["@carla", Ben]\n')

    small.run("agenda", "vote", "tiles")

    assert 'interest: [Ben, ana, "@carla"]\n' in small.read(TILES)


def test_a_handle_that_yaml_takes_for_lists_is_not_lost(small: Folder) -> None:
    team(small, "interest:\n  - [[carla]]\n")

    small.run("agenda", "vote", "tiles")
    found = json.loads(small.run("topics", "show", "tiles", "--json").stdout)

    assert found["items"][0]["interest"] == ["ana", "carla"]


def test_a_vote_for_what_is_parked_says_so(small: Folder) -> None:
    team(small, "status: parked\nbecause: no time\n")

    result = small.run("agenda", "vote", "tiles")

    assert result.stderr.startswith("It is parked, because no time.\n")


@pytest.mark.parametrize(
    ("command", "status", "subject"),
    [
        ("drop", "dropped", "Drop Tiles and maps: {too} old"),
        ("park", "parked", "Park Tiles and maps: {too} old"),
        ("async", "async", "Handle Tiles and maps outside the meeting: {too} old"),
    ],
)
def test_what_no_meeting_takes_says_why(
    small: Folder, command: str, status: str, subject: str
) -> None:
    team(small, "meeting: 2026-12-04-friday\n")

    result = small.run("agenda", command, "tiles", "--because", " {too}  old ", "--json")
    again = small.run("agenda", command, "tiles", "--because", "{too} old")

    page = json.loads(result.stdout)
    item = page["items"][0]
    assert page["kind"] == f"agenda.{command}"
    assert (item["status"], item["because"], item["meeting"]) == (status, "{too} old", None)
    assert said(result.stderr) == (
        f"It was promised to 2026-12-04-friday; that promise is gone.\nCommitted: {subject}\n"
    )
    assert small.read(TILES) == (
        "---\ntitle: Tiles and maps  # ours\nby: ben\n"
        f'status: {status}\nbecause: "{{too}} old"\n---\n\nWhy?\n'
    )
    assert "already.\nNothing to change.\n" in said(again.stderr)
    assert small.log() == [subject]


def test_a_reason_is_needed(small: Folder) -> None:
    before = team(small).log(9)

    unasked = small.run("agenda", "drop", "tiles")
    empty = small.run("agenda", "park", "tiles", "--because", " ")

    assert (unasked.status, "Pass --because" in unasked.stderr) == (8, True)
    assert (empty.status, "A reason is needed" in empty.stderr) == (2, True)
    assert small.log(9) == before


@pytest.mark.parametrize("written", ["asynchronous", "deferred"])
def test_the_old_words_for_async_are_read(small: Folder, written: str) -> None:
    team(small, f"status: {written}\n")

    result = small.run("topics", "list", "--all", "--json")

    assert [item["status"] for item in json.loads(result.stdout)["items"]] == ["async"]


def test_what_is_handled_outside_reads_well(small: Folder) -> None:
    team(small, "status: async\nbecause: in the channel\n")

    again = small.run("agenda", "async", "tiles", "--because", "in the channel")
    kept = small.run("agenda", "keep", "tiles")

    assert again.stderr.startswith("Tiles and maps is handled outside the meeting already.\n")
    assert kept.stderr.startswith(
        "It was handled outside the meeting, because in the channel; it is open again.\n"
    )


def test_keep_promises_a_topic_to_the_next_meeting_and_opens_it(small: Folder) -> None:
    team(small, "status: parked\nbecause: no time\n")

    result = small.run("agenda", "keep", "tiles")

    assert result.status == 0
    assert small.read(TILES) == (
        "---\ntitle: Tiles and maps  # ours\nby: ben\nmeeting: 2026-12-04-friday\n---\n\nWhy?\n"
    )
    assert small.log() == ["Keep Tiles and maps for the Weekly meeting of 2026-12-04"]


def test_keep_twice_changes_nothing(small: Folder) -> None:
    team(small, "status: open\nmeeting: 2026-12-04-friday\n")

    result = small.run("agenda", "keep", "tiles")

    assert said(result.stderr) == (
        "Tiles and maps is promised to 2026-12-04-friday already.\nNothing to change.\n"
    )


def test_a_topic_talked_about_is_open_again_once_it_is_kept(small: Folder) -> None:
    team(small, "status: discussed\n")
    small.write({"notes/2026-11-27-friday.md": "## Tiles and maps\n\n- Key: slow\n"})
    small.commit()

    waited = small.run("topics", "list").stdout
    small.run("agenda", "keep", "tiles", "--date", "2026-12-11")

    assert (waited, small.run("topics", "list").stdout) == (
        "",
        "Tiles and maps\tben\t\t\t\topen for 2026-12-11-friday\t2026-11-01\n",
    )


def test_a_topic_is_kept_for_its_own_series_or_for_the_one_named(small: Folder) -> None:
    team(small, "series: joint\n")

    small.run("agenda", "keep", "tiles")
    own = small.read(TILES)
    other = small.run("agenda", "keep", "tiles", "fri")

    assert "series: joint\nmeeting: 2026-12-25-joint\n" in own
    assert "series: friday\nmeeting: 2026-12-04-friday\n" in small.read(TILES)
    assert other.stderr.startswith("It was for joint; it is for friday now.\n")


@pytest.mark.parametrize(
    ("day", "status", "told"),
    [
        ("2026-12-05", 3, "The next ones: 2026-12-04, 2026-12-11, 2026-12-18\n"),
        ("2026-11-27", 4, "The friday meeting of 2026-11-27 is over."),
        ("03/04", 2, "could be two different days"),
    ],
)
def test_a_topic_is_kept_for_a_meeting_to_come(
    small: Folder, day: str, status: int, told: str
) -> None:
    before = team(small).read(TILES)

    result = small.run("agenda", "keep", "tiles", "friday", "--date", day)

    assert (result.status, told in result.stderr) == (status, True)
    assert small.read(TILES) == before


def test_a_topic_is_meant_by_a_part_of_its_name_or_title(small: Folder) -> None:
    team(
        small,
        **{
            "2026-11-02-ana-a": "---\ntitle: The map\n---\n",
            "2026-11-03-ana-b": "---\ntitle: The map of maps\n---\n",
        },
    )

    assert small.run("agenda", "vote", "TILES  and").stdout == f"{TILES}\n"
    assert small.run("agenda", "vote", "the MAP").stdout == "topics/2026-11-02-ana-a.md\n"
    assert small.run("agenda", "vote", "of maps").stdout == "topics/2026-11-03-ana-b.md\n"


def test_a_name_that_fits_several_or_none_changes_nothing(small: Folder) -> None:
    team(small, **{"2026-11-03-ana-b": "---\ntitle: Of maps\n---\n"})

    several, none = small.run("agenda", "vote", "maps"), small.run("agenda", "vote", " ")

    assert (several.status, said(several.stderr)) == (
        2,
        (
            "teamkit: 'maps' fits several topics: 2026-11-01-ben-tiles, 2026-11-03-ana-b.\n"
            "  Type more of the name.\n"
        ),
    )
    assert none.status == 3


def test_windows_line_ends_stay(small: Folder) -> None:
    small.write({TILES: "---\r\ntitle: Tiles\r\n---\r\n\r\nWhy?"})
    small.commit()

    small.run("agenda", "park", "tiles", "--because", "no time")

    assert small.read(TILES) == (
        "---\r\ntitle: Tiles\r\nstatus: parked\r\nbecause: no time\r\n---\r\n\r\nWhy?"
    )


def test_a_rehearsal_writes_nothing(small: Folder) -> None:
    before = team(small).read(TILES)

    result = small.run("agenda", "keep", "tiles", "--dry-run")

    assert "+meeting: 2026-12-04-friday\n" in result.stdout
    assert small.read(TILES) == before
