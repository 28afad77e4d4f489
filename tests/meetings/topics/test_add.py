"""Bringing topics, and seeing what waits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.meetings.topics.add import add_topic, brought
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.meetings.made import day

JOINT = '  joint:\n    rule: "FREQ=MONTHLY;BYDAY=-1FR"\n'


def test_a_topic_is_one_new_file_and_one_commit(small: Folder) -> None:
    result = small.run(
        "agenda",
        "add",
        "How we  take uploads",
        *("--by", "Ben", "--aim", "decide", "--minutes", "15", "--series", "fri"),
    )

    assert (result.status, result.stdout) == (0, "topics/2026-12-01-ben-how-we-take-uploads.md\n")
    assert small.read("topics/2026-12-01-ben-how-we-take-uploads.md") == (
        "---\ntitle: How we take uploads\nby: ben\nseries: friday\naim: decide\nminutes: 15\n---\n"
        "\n# How we take uploads\n\n## Input\n\nWould you like to be heard on this? "
        "Add a line below that starts with `-` and your handle.\n"
    )
    assert small.log() == ["Bring a topic: How we take uploads"]


def test_two_people_never_bring_the_same_file(small: Folder) -> None:
    paths = {small.run("agenda", "add", f"Tiles {by}", "--by", by).stdout for by in ("ana", "ben")}

    assert paths == {
        "topics/2026-12-01-ana-tiles-ana.md\n",
        "topics/2026-12-01-ben-tiles-ben.md\n",
    }


def test_a_title_that_waits_already_is_not_brought_twice(small: Folder) -> None:
    """Both would stand under one heading in the notes."""
    small.run("agenda", "add", "Tiles", "--by", "ben")

    again = small.run("agenda", "add", "tiles.", "--by", "ana")
    listed = small.run("agenda", "add", "-", stdin="Maps\nTILES\n")

    assert (again.status, again.stderr) == (
        4,
        (
            "teamkit: An open topic already has this title.\n"
            "  topics/2026-12-01-ben-tiles.md\n"
            "  Give it another title, or vote for that one:"
            " teamkit agenda vote 2026-12-01-ben-tiles\n"
        ),
    )
    assert (listed.status, small.status()) == (4, "")


def test_answers_are_read_as_chats_write_them(small: Folder) -> None:
    result = small.run("agenda", "add", "-", stdin="1. Move the backups\n@ben: Tiles (5 min)\n")

    assert result.stdout.splitlines() == [
        "topics/2026-12-01-ana-move-the-backups.md",
        "topics/2026-12-01-ben-tiles.md",
    ]
    assert "minutes: 5\n" in small.read("topics/2026-12-01-ben-tiles.md")


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["Tiles", "--aim", "gossip"], 2, "Use one of: share, feedback, decide, help"),
        (["Tiles", "--minutes", "0"], 2, "Use 1 to 480"),
        (["Tiles", "--minutes", "481"], 2, "Use 1 to 480"),
        (["Tiles", "--by", "zoe"], 3, "There is no person 'zoe'."),
        (["Tiles", "--series", "monday"], 3, "The series are: friday"),
        (["!?"], 2, "Give it words"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    small: Folder, args: list[str], status: int, told: str
) -> None:
    result = small.run("agenda", "add", *args)

    assert (result.status, result.stdout, told in result.stderr) == (status, "", True)
    assert small.status() == ""


def test_topics_are_listed_in_the_order_they_would_be_taken(small: Folder) -> None:
    small.write(
        {
            "teamkit.yml": SETTINGS + JOINT,
            "topics/2026-11-01-ana-a.md": "---\ntitle: Oldest\n---\n",
            "topics/2026-11-02-ana-b.md": "---\ntitle: Wanted\ninterest: [ben, carla]\n---\n",
            "topics/2026-11-03-ana-c.md": "---\ntitle: Promised\nmeeting: 2026-12-04-friday\n---\n",
            "topics/2026-11-04-ana-d.md": "---\ntitle: Late\nmeeting: 2026-11-13-friday\n---\n",
            "topics/2026-11-05-ana-e.md": "---\ntitle: Other\nseries: joint\nminutes: 5\n---\n",
            "topics/2026-11-06-ana-f.md": "---\ntitle: Parked\nstatus: parked\nby: ben\n---\n",
        }
    )
    small.commit()

    open_, all_ = small.run("topics", "list").stdout, small.run("topics", "list", "--all").stdout

    assert open_ == (
        "Promised\tana\t\t\t\topen for 2026-12-04-friday\t2026-11-03\n"
        "Wanted\tana\t\t\t2\topen\t2026-11-02\n"
        "Oldest\tana\t\t\t\topen\t2026-11-01\n"
        "Late\tana\t\t\t\topen for 2026-11-13-friday\t2026-11-04\n"
        "Other\tana\t\t5\t\topen for joint\t2026-11-05\n"
    )
    assert all_ == f"{open_}Parked\tben\t\t\t\tparked\t2026-11-06\n"


def test_where_no_topic_waits_it_says_how_to_bring_one(small: Folder) -> None:
    assert small.run("topics", "list").stderr == (
        'No topics wait. Bring one: teamkit agenda add "Title"\n'
    )


def test_a_topic_is_shown_with_what_others_wrote(small: Folder) -> None:
    meta = "---\ntitle: Tiles\nby: ben\nstatus: parked\nbecause: no time\n---\n"
    small.write({"topics/2026-11-01-ben-tiles.md": f"{meta}\n## Input\n\n- ana: yes\n"})

    shown = small.run("topics", "show", "tiles").stdout
    page = json.loads(small.run("topics", "show", "tiles", "--json").stdout)

    assert "Status\tparked because no time\n" in shown
    assert shown.endswith("## Input\n\n- ana: yes\n")
    assert page["items"] == [
        {
            "topic": "2026-11-01-ben-tiles",
            "title": "Tiles",
            "by": "ben",
            "date": "2026-11-01",
            "series": None,
            "aim": None,
            "minutes": None,
            "meeting": None,
            "status": "parked",
            "because": "no time",
            "interest": [],
            "path": "topics/2026-11-01-ben-tiles.md",
        }
    ]
    assert page["body"] == "\n## Input\n\n- ana: yes\n"


def test_a_topic_without_a_day_is_shown_without_one(small: Folder) -> None:
    small.write({"topics/tiles.md": "# Tiles\n"})

    assert "Since\t\n" in small.run("topics", "show", "til").stdout
    assert small.run("topics", "list").stdout == "Tiles\t\t\t\t\topen\t\n"
    assert small.run("topics", "show", "tlies").status == 3


def test_a_topic_may_come_with_its_text(small: Folder) -> None:
    team = Team.open(small.path)
    ana = directory(team).find("ana")

    change = add_topic(team, "Tiles", ana, day("12-01"), body="They are slow.\n")

    assert "# Tiles\n\nThey are slow.\n\n## Input\n" in change.writes[0].text


def test_several_topics_from_stdin_are_one_commit(small: Folder) -> None:
    text = (
        "\ufeff# From the channel\r\n\r\n- Backups (15 min) @ben\r\n"
        "* Alarms @carla (20 minutes)\n-  The  cache\n-\n"
    )

    result = small.run("agenda", "add", "-", "--minutes", "5", "--aim", "help", stdin=text)

    assert (result.status, result.stdout) == (
        0,
        (
            "topics/2026-12-01-ben-backups.md\ntopics/2026-12-01-carla-alarms.md\n"
            "topics/2026-12-01-ana-the-cache.md\n"
        ),
    )
    assert small.git("log", "-1", "--format=%B").strip() == (
        "Bring 3 topics: Backups; Alarms; The cache\n\n- Backups\n- Alarms\n- The cache\n\n"
        "Teamkit: agenda add"
    )
    found = json.loads(small.run("topics", "list", "--json").stdout)["items"]
    assert {(t["title"], t["by"], t["minutes"], t["aim"]) for t in found} == {
        ("Backups", "ben", 15, "help"),
        ("Alarms", "carla", 20, "help"),
        ("The cache", "ana", 5, "help"),
    }


def test_one_line_of_stdin_is_one_topic(small: Folder) -> None:
    small.run("agenda", "add", "-", "--series", "friday", stdin="Backups at 9 @ the office")

    assert small.log() == ["Bring a topic: Backups at 9 the office"]
    assert "series: friday\n" in small.read("topics/2026-12-01-ana-backups-at-9-the-office.md")


@pytest.mark.parametrize(
    ("line", "status", "where", "told"),
    [
        ("Bad @zoe", 3, "stdin:3", "There is no person 'zoe'."),
        ("!?", 2, "stdin:3", "no letters or digits"),
        ("Long (999 min)", 2, "stdin:3", "A topic cannot take 999 minutes."),
        ("None (0 min)", 2, "stdin:3", "A topic cannot take 0 minutes."),
        ("nul\0", 2, "stdin:3", "stdin contains a NUL byte."),
        ("good", 4, "topics/2026-12-01-ana-good.md", "Line 3 of stdin repeats an earlier one"),
    ],
)
def test_one_bad_line_of_stdin_stops_all(
    small: Folder, line: str, status: int, where: str, told: str
) -> None:
    result = small.run("agenda", "add", "-", stdin=f"Good\n\n{line}\nBetter\n")

    assert (result.status, result.stdout) == (status, "")
    assert (f"  {where}\n" in result.stderr, told in result.stderr) == (True, True)
    assert small.status() == ""


def test_a_topic_of_stdin_that_stands_already_stops_all(small: Folder) -> None:
    small.run("agenda", "add", "Good")

    result = small.run("agenda", "add", "-", stdin="Better\nGood\n")

    assert (result.status, "topics/2026-12-01-ana-good.md" in result.stderr) == (4, True)
    assert small.status() == ""


@pytest.mark.parametrize("text", ["", "\n# nothing\n-\n"])
def test_an_empty_stdin_brings_nothing(small: Folder, text: str) -> None:
    result = small.run("agenda", "add", "-", stdin=text)

    assert (result.status, result.stderr) == (
        2,
        (
            "teamkit: There are no topics on stdin.\n"
            "  Write one per line, for instance: Move the backups (15 min) @ben\n"
        ),
    )


def test_a_stdin_that_is_no_list_is_refused(small: Folder) -> None:
    from typer.testing import CliRunner

    from teamkit.cli.app import app

    def told(data: bytes) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["-C", str(small.path), "agenda", "add", "-"], input=data)
        return result.exit_code, result.stderr

    latin, long = told("Good\nTücher\n".encode("latin-1")), told(b"a\n" * (1 << 20))

    assert (latin[0], "stdin:2\n  Save it as UTF-8" in latin[1]) == (2, True)
    assert (long[0], "More than 1 MiB comes in on stdin." in long[1]) == (2, True)


@given(st.text(max_size=80))
def test_any_text_is_read_as_topics_without_what_ends_its_lines(text: str) -> None:
    for one in brought(text):
        assert one.title == " ".join(one.title.split()) != ""
        assert 1 <= one.line <= text.count("\n") + 1


def test_why_a_topic_waits_for_nothing_is_listed(small: Folder) -> None:
    meta = "---\ntitle: Tiles\nby: ben\nstatus: async\nbecause: in the channel\n---\n"
    small.write({"topics/2026-11-01-ben-tiles.md": meta})

    assert small.run("topics", "list", "--all").stdout == (
        "Tiles\tben\t\t\t\tasync: in the channel\t2026-11-01\n"
    )
