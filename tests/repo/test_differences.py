"""What a branch changes, compared commit by commit, with nothing checked out."""

import os
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Repo
from teamkit.repo.differences import SIZED, Difference
from tests.repo.sandbox import Sandbox


@pytest.fixture
def forked(team: Sandbox) -> Sandbox:
    """On the branch `bring`, where main stands."""
    team.git("switch", "-q", "-c", "bring")
    return team


def commit(team: Sandbox) -> None:
    team.git("add", "--all")
    team.git("commit", "-q", "-m", "Something")


def added(path: str, size: int | None = 2, *, is_plain: bool = True) -> Difference:
    return Difference(path, is_added=True, is_deleted=False, is_plain=is_plain, size=size)


def changed(path: str) -> Difference:
    return Difference(path, is_added=False, is_deleted=False, is_plain=True, size=None)


def deleted(path: str) -> Difference:
    return Difference(path, is_added=False, is_deleted=True, is_plain=False, size=None)


def test_added_changed_and_deleted_paths_are_told_apart(forked: Sandbox) -> None:
    forked.save("new.md", "n\n")
    forked.save("old.md", "changed\n")
    forked.git("rm", "-q", "other.md")
    forked.git("commit", "-q", "-m", "Gone")

    found = forked.repo.differences("main", "bring")

    assert found == [added("new.md"), changed("old.md"), deleted("other.md")]


def test_nothing_differs_on_the_same_line_of_commits(forked: Sandbox) -> None:
    forked.git("switch", "-q", "main")
    forked.save("new.md", "n\n")

    assert forked.repo.differences("main", "main") == []
    assert forked.repo.differences("main", "bring") == []


def test_what_the_base_gained_meanwhile_is_no_difference(forked: Sandbox) -> None:
    forked.save("new.md", "n\n")
    forked.git("switch", "-q", "main")
    forked.save("meanwhile.md", "m\n")
    forked.save("old.md", "changed on main\n")

    assert forked.repo.differences("main", "bring") == [added("new.md")]


def test_a_rename_is_a_deletion_and_an_addition(forked: Sandbox) -> None:
    forked.git("config", "diff.renames", "copies")
    forked.git("mv", "old.md", "new.md")
    forked.git("commit", "-q", "-m", "Moved")

    assert forked.repo.differences("main", "bring") == [added("new.md", 4), deleted("old.md")]


def test_links_executables_and_submodules_are_not_plain(forked: Sandbox) -> None:
    (forked.folder / "link.md").symlink_to("old.md")
    forked.write("run.md", "r\n").chmod(0o755)
    inner = Sandbox(forked.folder / "inner.md")
    inner.save("a", "a")
    forked.write(".gitmodules", '[submodule "i"]\n path = inner.md\n url = ./i\n ignore = all\n')
    forked.git("config", "diff.ignoreSubmodules", "all")
    forked.git("add", "-f", "link.md", "run.md", ".gitmodules")
    forked.git("-c", "advice.addEmbeddedRepo=false", "add", "-f", "inner.md")
    forked.git("commit", "-q", "-m", "Not plain")

    found = forked.repo.differences("main", "bring")

    assert [one for one in found if one.path != ".gitmodules"] == [
        added("inner.md", None, is_plain=False),
        added("link.md", 6, is_plain=False),
        added("run.md", is_plain=False),
    ]


def test_a_path_that_the_base_gained_too_is_not_added(forked: Sandbox) -> None:
    forked.save("new.md", "mine\n")
    forked.save("same.md", "same\n")
    forked.git("switch", "-q", "main")
    forked.save("new.md", "theirs\n")
    forked.save("same.md", "same\n")

    found = forked.repo.differences("main", "bring")

    assert found == [changed("new.md")._replace(size=5), added("same.md", 5)]


def test_a_path_that_differs_from_another_in_case_alone_is_not_added(forked: Sandbox) -> None:
    blob = forked.git("hash-object", "-w", "old.md")
    forked.git("update-index", "--add", "--cacheinfo", f"100644,{blob},OLD.md")
    forked.git("commit", "-q", "-m", "Louder")

    assert forked.repo.differences("main", "bring") == [changed("OLD.md")._replace(size=4)]


def test_names_come_as_they_are(forked: Sandbox) -> None:
    names = sorted(["line\nend\n.md", "tab\t.md", '"quoted".md', "ü.md", "\u202egnp.md", "-n.md"])
    for name in names:
        forked.write(name, "n\n")
    raw = os.fsencode(forked.folder) + b"/raw\xff.md"
    Path(os.fsdecode(raw)).write_text("n\n", "utf-8")
    commit(forked)

    found = forked.repo.differences("main", "bring")

    assert found == sorted([*map(added, names), added("raw\udcff.md")])


def test_sizes_are_left_out_where_too_much_was_added(forked: Sandbox) -> None:
    for number in range(SIZED + 1):
        forked.write(f"{number}.md", "n\n")
    commit(forked)

    assert {one.size for one in forked.repo.differences("main", "bring")} == {None}


def test_paths_are_seen_from_the_teams_folder(forked: Sandbox) -> None:
    forked.save("docs/a.md", "a\n")
    forked.save("b.md", "b\n")

    found = Repo(forked.folder / "docs").differences("main", "bring")

    assert found == [added("../b.md"), added("a.md")]
    assert Repo(forked.folder / "docs").prefix == "docs/"
    assert forked.repo.prefix == ""


def test_a_change_hidden_between_two_merge_bases_is_found(team: Sandbox) -> None:
    """A branch that merges two lines as main did, and takes back what each of them changed."""
    team.git("switch", "-q", "-c", "one")
    team.save("old.md", "the rules of one\n")
    team.git("switch", "-q", "-c", "two", "main")
    team.save("other.md", "the rules of two\n")
    team.git("switch", "-q", "main")
    team.git("merge", "-q", "--no-ff", "-m", "Both", "one")
    team.git("merge", "-q", "--no-ff", "-m", "Both", "two")
    team.git("switch", "-q", "-c", "bring", "one")
    team.git("merge", "-q", "--no-ff", "--no-commit", "two")
    team.write("old.md", "old\n")
    team.write("other.md", "other\n")
    team.save("new.md", "n\n", "Merge")
    team.git("commit", "-q", "--amend", "--all", "-m", "Merge, and take the rules back")

    found = team.repo.differences("main", "bring")

    assert found == [added("new.md"), changed("old.md"), changed("other.md")]


def test_the_work_tree_and_the_index_are_left_alone(forked: Sandbox) -> None:
    forked.save("new.md", "n\n")
    forked.git("switch", "-q", "main")
    forked.write("old.md", "being written\n")
    before = forked.bytes_of_all()

    forked.repo.differences("main", "bring")

    assert forked.bytes_of_all() == before


@pytest.mark.parametrize("rev", ["nowhere", "origin/nowhere", "--all", "main:old.md", ""])
def test_what_is_no_commit_is_refused(forked: Sandbox, rev: str) -> None:
    with pytest.raises(GitError, match="There is no commit"):
        forked.repo.differences("main", rev)


def test_histories_that_share_nothing_are_refused(forked: Sandbox) -> None:
    forked.git("switch", "-q", "--orphan", "alone")
    forked.save("a.md", "a\n")

    with pytest.raises(GitError, match="share no history"):
        forked.repo.differences("main", "alone")
