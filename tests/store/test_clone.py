"""What is found without loading what runs git: never a wrong no."""

import subprocess
from pathlib import Path

import pytest

from teamkit.store import clone
from tests.conftest import Folder


def test_without_a_repository_the_answer_is_no(tmp_path: Path) -> None:
    assert not clone.may_hold(tmp_path, "x")
    assert not clone.may_be_sparse(tmp_path)
    assert not clone.may_track(tmp_path, "notes")


def test_the_clones_own_state_is_looked_for(small: Folder) -> None:
    below = small.path / "people"
    before = clone.may_hold(below, "x")
    small.write({".git/teamkit/x": ""})

    assert (before, clone.may_hold(below, "x")) == (False, True)


def test_a_sparse_checkout_is_noticed(small: Folder) -> None:
    before = clone.may_be_sparse(small.path)
    small.git("sparse-checkout", "set", "--no-cone", "/*", "!/notes/")

    assert (before, clone.may_be_sparse(small.path)) == (False, True)


@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("split", ["true", "false"])
def test_a_tracked_folder_is_never_missed(small: Folder, version: str, split: str) -> None:
    small.git("config", "core.splitIndex", split)
    small.git("update-index", "--index-version", version)
    small.write({"peoples.md": "x\n", "notes/a.md": "a\n"})
    small.commit()
    (small.path / "notes/a.md").unlink()

    assert clone.may_track(small.path, "people")
    assert clone.may_track(small.path, "notes")


def test_a_folder_that_git_does_not_know_is_not_asked_about(small: Folder) -> None:
    assert not clone.may_track(small.path, "talks")


def test_a_repository_without_an_index_tracks_nothing(empty: Folder) -> None:
    empty.git("init", "--quiet")

    assert not clone.may_track(empty.path, "notes")


def test_of_a_linked_work_tree_git_is_asked(small: Folder, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    subprocess.run(
        ["git", "worktree", "add", "--quiet", linked, "-b", "other"], cwd=small.path, check=True
    )

    assert clone.may_hold(linked, "x")
    assert clone.may_be_sparse(linked)
    assert clone.may_track(linked, "notes")
