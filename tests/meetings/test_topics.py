"""Bringing topics, and seeing what waits."""

import json

import pytest

from teamkit.meetings.topics import add_topic
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
    paths = {small.run("agenda", "add", "Tiles", "--by", who).stdout for who in ("ana", "ben")}

    assert paths == {"topics/2026-12-01-ana-tiles.md\n", "topics/2026-12-01-ben-tiles.md\n"}
    assert small.run("agenda", "add", "Tiles").status == 4


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["Tiles", "--aim", "gossip"], 2, "Say one of: share, feedback, decide, help"),
        (["Tiles", "--minutes", "0"], 2, "Say 1 to 480"),
        (["Tiles", "--minutes", "481"], 2, "Say 1 to 480"),
        (["Tiles", "--by", "zoe"], 3, "There is no person 'zoe'."),
        (["Tiles", "--series", "monday"], 3, "Did you mean: friday?"),
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
            "interest": [],
            "meeting": None,
            "status": "parked",
            "because": "no time",
            "path": "topics/2026-11-01-ben-tiles.md",
            "body": "\n## Input\n\n- ana: yes\n",
        }
    ]


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
