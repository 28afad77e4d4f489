"""One summary a repository: the next run replaces it, and nothing of the team's files changes."""

from datetime import date
from pathlib import Path

import pytest

from teamkit.errors import ConflictError, UnknownError
from teamkit.knowledge.commits import summaries
from teamkit.knowledge.commits.model import Summary
from teamkit.team import Team
from tests.conftest import Folder

ONE = Summary("tidewatch", "/a/tidewatch/.git", "3f2a91c", None, date(2026, 12, 1), {})


def around(folder: Folder) -> list[Summary]:
    return summaries.around(Team.open(folder.path))


def test_the_next_run_replaces_it_whatever_it_is_called_then(small: Folder) -> None:
    git = small.path / ".git"
    summaries.keep(git, ONE)
    summaries.keep(git, ONE._replace(head="4f"))
    again = around(small)
    summaries.keep(git, ONE._replace(name="tides"))

    assert again == [ONE._replace(head="4f")]
    assert around(small) == [ONE._replace(name="tides")]
    assert small.status() == ""


def test_another_repository_of_that_name_is_refused(small: Folder) -> None:
    git = small.path / ".git"
    summaries.keep(git, ONE)

    with pytest.raises(ConflictError) as refused:
        summaries.keep(git, ONE._replace(name="TideWatch", common_dir="/b/tidewatch/.git"))

    assert refused.value.message == "Another repository is kept as tidewatch: /a/tidewatch."
    assert refused.value.hint == (
        "Add --name OTHER; or first: teamkit skills evidence --forget tidewatch"
    )
    assert around(small) == [ONE]


def test_several_are_kept_beside_each_other(small: Folder) -> None:
    git = small.path / ".git"
    other = ONE._replace(name="Été/../x", common_dir="/b/.git")

    summaries.keep(git, ONE)
    summaries.keep(git, other)

    assert around(small) == [other, ONE]
    assert sorted(p.name for p in (git / "teamkit/repositories").iterdir()) == [
        "ete-x.json",
        "tidewatch.json",
    ]


def test_one_is_forgotten_by_its_name(small: Folder) -> None:
    git = small.path / ".git"
    summaries.keep(git, ONE)

    tried = summaries.forget(git, "TIDEWATCH", dry_run=True)
    there = around(small)

    assert (tried, there) == ("tidewatch", [ONE])
    assert summaries.forget(git, "tidewatch") == "tidewatch"
    assert around(small) == []


def test_what_is_not_kept_cannot_be_forgotten(small: Folder, tmp_path: Path) -> None:
    summaries.keep(small.path / ".git", ONE)

    with pytest.raises(UnknownError) as refused:
        summaries.forget(small.path / ".git", "tidewtch")
    with pytest.raises(UnknownError, match="There is no code repository 'x'"):
        summaries.forget(tmp_path, "x")

    assert refused.value.hint == "Did you mean: tidewatch?"
