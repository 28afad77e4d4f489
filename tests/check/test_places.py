from pathlib import Path

import pytest

from teamkit.check.places import existing, inside
from teamkit.errors import NotFoundError, UsageError
from teamkit.team import Team
from tests.conftest import Folder


def test_paths_are_seen_from_where_one_stands(small: Folder) -> None:
    team = Team.open(small.path)

    assert inside(team, small.path / "people", ["ana.md", "..", "../notes/x.md"]) == [
        "people/ana.md",
        ".",
        "notes/x.md",
    ]


def test_an_absolute_path_through_a_link_is_the_same_place(small: Folder, tmp_path: Path) -> None:
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(small.path)
    team = Team.open(small.path)

    assert inside(team, small.path, [str(link / "people")]) == ["people"]


def test_a_path_outside_is_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="outside the team's folder"):
        inside(Team.open(small.path), small.path, ["../x"])


def test_a_path_that_is_not_there_is_refused(small: Folder) -> None:
    with pytest.raises(NotFoundError, match="There is no file or folder nots"):
        existing(Team.open(small.path), small.path, ["nots"])
