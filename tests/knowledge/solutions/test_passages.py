"""What the solutions say, found by free words."""

from datetime import date

from teamkit.knowledge.solutions.facts import passages
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES


def test_a_need_is_one_passage_with_all_that_are_named_in_it(small: Folder) -> None:
    small.write(FILES)
    team = Team.open(small.path)

    (one,) = passages(team, directory(team), ["resumable"])

    assert (one.path, one.line, one.on) == ("solutions/large-uploads.md", 2, date(2026, 5, 14))
    assert one.title == "Let people upload very large files"
    assert "Resumable upload" in one.text
    assert [(e.person, e.part) for e in one.shown] == [
        ("ana", "owns"),
        ("ben", "named"),
        ("ana", "named"),
        ("ana", "named"),
        ("carla", "named"),
        ("Zoe", "named"),
    ]
