"""Beliefs about reading all needs."""

from teamkit.knowledge.solutions.read import needs
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES


def test_every_need_is_read_in_path_order_with_people_by_handle(small: Folder) -> None:
    small.write(FILES)
    team = Team.open(small.path)

    found = needs(team, directory(team))

    assert [need.stem for need in found] == ["large-uploads", "several-languages", "sign-in"]
    assert [solution.who for solution in found[0].solutions] == [
        ("ben", "ana"),
        ("ana", "carla", "Zoe"),
    ]
