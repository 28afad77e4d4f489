"""Beliefs about who objected to what, answered since or not."""

from teamkit import gather
from teamkit.meetings.objections import Raised, objections
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day

FILES = {
    "notes/2026-11-06-friday.md": (
        "## [Vector tiles](../topics/x.md)\n\n"
        "- Objection (strong) @ben: the list needs all attributes\n- Objection: noise\n"
    ),
    "notes/2026-11-13-friday.md": (
        "## Storage\n\n- Objection Ana, @carla: cost\n\n## Vector tiles\n\n- Answered @ben: so\n"
    ),
    "notes/2026-11-20-friday.md": "## Nothing\n\n- Key: no object\n",
}


def read(folder: Folder, *words: str) -> list[Raised]:
    folder.write(FILES)
    team = Team.open(folder.path)
    return objections(team, directory(team), words)


def test_each_one_with_a_name_is_told_and_whether_it_is_open(small: Folder) -> None:
    storage = "notes/2026-11-13-friday.md"

    assert read(small) == [
        Raised(
            person="ben",
            topic="Vector tiles",
            text="the list needs all attributes",
            is_strong=True,
            on=day("11-06"),
            is_open=False,
            path="notes/2026-11-06-friday.md",
            line=3,
        ),
        Raised("ana", "Storage", "cost", False, day("11-13"), True, storage, 3),  # noqa: FBT003  # a value
        Raised("carla", "Storage", "cost", False, day("11-13"), True, storage, 3),  # noqa: FBT003  # a value
    ]


def test_they_are_found_by_words_of_the_topic_or_of_the_text(small: Folder) -> None:
    assert [one.person for one in read(small, "tiles")] == ["ben"]
    assert [one.person for one in read(small, "cost")] == ["ana", "carla"]


def test_they_are_gathered_for_the_rooms_above(small: Folder) -> None:
    found = read(small, "tiles")
    team = Team.open(small.path)

    assert gather.objections(team, directory(team), ["tiles"]) == found
