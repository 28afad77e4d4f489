import os
import subprocess
import sys
from pathlib import Path

import pytest

from teamkit.errors import CommitFailedError, GitError
from teamkit.repo import MergeResult, Remote, Repo, Status, Upstream
from tests.repo.sandbox import Sandbox

ORIGIN = "refs/remotes/origin/main"


class Clones:
    """A bare repository, and two clones of it that start level: ana's and ben's."""

    def __init__(self, folder: Path) -> None:
        self.hub = Sandbox(folder / "hub.git", bare=True)
        self.ana = self.clone("ana", folder)
        self.ana.save("base.md", "base\n")
        self.ana.save("notes/a.md", "one\n\ntwo\n\nthree\n")
        self.ana.git("push", "-q", "-u", "origin", "main")
        self.ben = self.clone("ben", folder)
        self.ben.git("fetch", "-q")
        self.ben.git("reset", "-q", "--hard", ORIGIN)
        self.ben.git("branch", "-q", "-u", "origin/main")

    def clone(self, name: str, folder: Path) -> Sandbox:
        made = Sandbox(folder / name)
        made.sign_as(name)
        made.git("remote", "add", "origin", str(self.hub.folder))
        return made

    def diverge(self, ana: dict[str, str], ben: dict[str, str]) -> None:
        """Both commit; ben has pushed, ana has fetched."""
        for sandbox, files in ((self.ana, ana), (self.ben, ben)):
            for path, text in files.items():
                sandbox.save(path, text)
        self.ben.git("push", "-q")
        self.ana.repo.fetch("origin")


@pytest.fixture
def clones(tmp_path: Path) -> Clones:
    return Clones(tmp_path)


def test_the_upstream_is_that_of_the_current_branch(clones: Clones) -> None:
    ana = clones.ana
    shared = ana.repo.upstream()
    ana.git("switch", "-q", "-c", "mine")
    unshared = ana.repo.upstream()
    ana.git("branch", "-q", "-u", "main")
    local = ana.repo.upstream()
    ana.git("branch", "-q", "-u", "origin/main")
    renamed = ana.repo.upstream()
    ana.git("switch", "-q", "--orphan", "fresh")
    unborn = ana.repo.upstream()
    ana.git("switch", "-q", "--detach", "main")
    detached = ana.repo.upstream()

    assert shared == renamed == Upstream("origin", ORIGIN, "main")
    assert (unshared, local, unborn, detached) == (None, None, None, None)


def test_remotes_and_where_they_are(clones: Clones, tmp_path: Path) -> None:
    clones.ana.git("remote", "add", "forge", "https://ana:secret@forge.example/team.git")

    remotes = clones.ana.repo.remotes()
    urls = [clones.ana.repo.origin_url(name) for name in ("origin", "forge", "none", "--all")]

    assert remotes == ["forge", "origin"]
    assert clones.ana.repo.origin_url() == urls[0]
    assert urls == [str(tmp_path / "hub.git"), "https://forge.example/team.git", None, None]


def test_who_is_behind_is_moved_on(clones: Clones) -> None:
    new = clones.ben.save("notes/b.md", "b\n")
    clones.ben.git("push", "-q")
    clones.ana.write("dirty.md", "mine\n")
    clones.ana.write("base.md", "dirty\n")

    clones.ana.repo.fetch("origin")
    counted = clones.ana.repo.ahead_behind(ORIGIN)
    clones.ana.repo.fast_forward(ORIGIN)

    assert counted == (0, 1)
    assert clones.ana.repo.was("HEAD") == new
    assert clones.ana.repo.status() == [Status("base.md", "changed"), Status("dirty.md", "new")]
    assert clones.ana.repo.ahead_behind(ORIGIN) == (0, 0)


def test_tags_are_left_to_people(clones: Clones) -> None:
    clones.ben.save("b.md", "b\n")
    clones.ben.git("tag", "-a", "-m", "ours", "v1")
    clones.ben.git("config", "push.followTags", "true")

    clones.ben.repo.push("origin", "main")
    clones.hub.git("tag", "v2", "main")
    clones.ana.repo.fetch("origin")

    assert clones.hub.git("tag") == "v2"
    assert clones.ana.git("tag") == ""


def test_a_clean_merge_has_the_same_tree_in_both_directions(clones: Clones) -> None:
    clones.diverge(
        {"notes/a.md": "ONE\n\ntwo\n\nthree\n", "ana.md": "ana\n"},
        {"notes/a.md": "one\n\ntwo\n\nTHREE\n", "ben.md": "ben\n"},
    )
    ana, ben = clones.ana.repo, clones.ben.repo
    before = (clones.ana.index(), ana.was("HEAD"), ana.status())

    result = ana.merge_in_store(ORIGIN)
    touched = (clones.ana.index(), ana.was("HEAD"), ana.status())
    clones.ben.git("fetch", "-q", str(clones.ana.folder), "main:refs/heads/ana")
    mirrored = ben.merge_in_store("ana")
    assert result.tree
    changed = ana.files_of(result.tree, "HEAD")
    merged = ana.commit_merge(result.tree, ORIGIN, "Bring both together\n\nTeamkit: sync")
    pushed = ana.push("origin", "main")

    assert touched == before
    assert mirrored.tree == result.tree
    assert result.conflicts == ()
    assert changed == ["ben.md", "notes/a.md"]
    assert clones.ana.git("log", "-1", "--format=%H %P") == " ".join((merged, *result.parents))
    assert clones.ana.git("log", "-1", "--format=%B") == ("Bring both together\n\nTeamkit: sync\n")
    assert ana.read("HEAD", "notes/a.md") == b"ONE\n\ntwo\n\nTHREE\n"
    assert (pushed, ana.status(), ana.ahead_behind(ORIGIN)) == (True, [], (0, 0))


def test_a_conflict_is_listed_and_nothing_is_touched(clones: Clones) -> None:
    clones.diverge(
        {"notes/a.md": "ana\n", "base.md": "ana\n", "both new\n.md": "ana\n"},
        {"notes/a.md": "ben\n", "base.md": "ben\n", "both new\n.md": "ben\n"},
    )
    clones.ana.write("base.md", "dirty\n")
    before = {
        name: content
        for name, content in clones.ana.bytes_of_all().items()
        if not name.startswith(".git/objects")
    }

    result = clones.ana.repo.merge_in_store(ORIGIN)
    below = Repo(clones.ana.folder / "notes").merge_in_store(ORIGIN)

    after = clones.ana.bytes_of_all()
    assert (result.tree, result.conflicts) == (
        None,
        ("base.md", "both new\n.md", "notes/a.md"),
    )
    assert below.conflicts == ("../base.md", "../both new\n.md", "a.md")
    assert {name: after[name] for name in before} == before


def test_deleted_against_edited_is_a_conflict(clones: Clones) -> None:
    clones.ana.git("rm", "-q", "base.md")
    clones.ana.git("commit", "-q", "-m", "Remove")
    clones.diverge({}, {"base.md": "edited\n"})

    result = clones.ana.repo.merge_in_store(ORIGIN)

    assert result == MergeResult(None, ("base.md",), result.parents)


def test_a_merge_driver_can_be_given_for_one_merge(clones: Clones) -> None:
    clones.ana.save(".gitattributes", "*.md merge=ours-and-theirs\n")
    clones.diverge({"base.md": "ana\n"}, {"base.md": "ben\n"})
    driver = {"merge.ours-and-theirs.driver": "cat %B >> %A"}

    result = clones.ana.repo.merge_in_store(ORIGIN, settings=driver)

    assert result.tree
    assert clones.ana.repo.read(result.tree, "base.md") == b"ana\nben\n"


def test_a_commit_made_during_a_merge_is_never_undone(clones: Clones) -> None:
    clones.diverge({"ana.md": "ana\n"}, {"ben.md": "ben\n"})
    repo = clones.ana.repo
    result = repo.merge_in_store(ORIGIN)
    meanwhile = clones.ana.save("meanwhile.md", "1\n")
    assert result.tree

    with pytest.raises(GitError) as refused:
        repo.commit_merge(result.tree, ORIGIN, "Merge")

    assert refused.value.message == (
        "Git cannot fast-forward: Not possible to fast-forward, aborting; nothing was changed."
    )
    assert repo.was("HEAD") == meanwhile


def test_files_in_the_way_are_named_and_kept(clones: Clones) -> None:
    clones.ana.save(".gitignore", "ignored.md\n")
    clones.ana.git("push", "-q")
    clones.ben.git("pull", "-q")
    clones.diverge(
        {"ana.md": "ana\n"},
        {"base.md": "ben\n", "notes/a.md": "ben\n", "new.md": "ben\n", "fine.md": "ben\n"},
    )
    mine = {"base.md": "mine\n", "notes/a.md": "mine\n", "new.md": "mine\n", "else.md": "mine\n"}
    for path, text in mine.items():
        clones.ana.write(path, text)
    clones.ana.git("config", "merge.autoStash", "true")
    result = clones.ana.repo.merge_in_store(ORIGIN)
    repo = Repo(clones.ana.folder / "notes")
    again = repo.merge_in_store(ORIGIN)
    before = (clones.ana.index(), repo.was("HEAD"))
    assert again.tree

    with pytest.raises(GitError) as refused:
        repo.commit_merge(again.tree, ORIGIN, "Merge")

    assert again.tree == result.tree
    assert refused.value.where == "../base.md, ../new.md, a.md"
    assert refused.value.message == (
        "Others changed files that you have not committed here; nothing was changed."
    )
    assert (clones.ana.index(), repo.was("HEAD")) == before
    assert {path: (clones.ana.folder / path).read_text() for path in mine} == mine


def test_an_ignored_file_is_not_overwritten(clones: Clones) -> None:
    clones.ana.write(".git/info/exclude", "private.md\n")
    clones.ana.write("private.md", "mine\n")
    clones.ben.save("private.md", "theirs\n")
    clones.ben.git("push", "-q")
    clones.ana.repo.fetch("origin")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.fast_forward(ORIGIN)

    assert refused.value.where == "private.md"
    assert (clones.ana.folder / "private.md").read_text() == "mine\n"


def test_a_ref_that_is_not_there_is_refused(clones: Clones) -> None:
    with pytest.raises(GitError) as refused:
        clones.ana.repo.fast_forward("--abort")

    assert refused.value.message == "There is no commit '--abort' here."


def test_unrelated_histories_are_refused(clones: Clones) -> None:
    clones.ana.git("switch", "-q", "--orphan", "fresh")
    clones.ana.save("base.md", "another\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.merge_in_store(ORIGIN)

    assert refused.value.message == (
        "Git cannot merge these: refusing to merge unrelated histories."
    )


def test_signing_is_gits_in_merges_too(clones: Clones) -> None:
    clones.diverge({"ana.md": "ana\n"}, {"ben.md": "ben\n"})
    clones.ana.git("config", "commit.gpgSign", "yes")
    clones.ana.git("config", "gpg.program", "false")
    repo = clones.ana.repo
    result = repo.merge_in_store(ORIGIN)
    before = repo.was("HEAD")
    assert result.tree

    with pytest.raises(GitError) as refused:
        repo.commit_merge(result.tree, ORIGIN, "Merge")

    assert refused.value.message == "Git refused: gpg failed to sign the data."
    assert repo.was("HEAD") == before


def test_a_branch_that_was_not_fetched_is_asked_for_before_it_is_called_gone(
    clones: Clones,
) -> None:
    clones.ana.git("push", "-q", "origin", "main:refs/heads/other")
    clones.ana.git("fetch", "-q", "origin", "other")
    repo = clones.ana.repo
    place = Upstream("origin", ORIGIN, "main")

    there = repo.gone(place, was_there=True)
    repo.fetch("origin")
    fetched = repo.gone(place, was_there=True)
    gone = repo.gone(place._replace(branch="none"), was_there=False)
    clones.ana.git("remote", "set-url", "origin", "/nowhere/team.git")
    with pytest.raises(GitError) as refused:
        repo.gone(place._replace(branch="none"), was_there=True)

    assert (there, fetched) == (None, None)
    assert gone == Remote(("main", "other"), "main")
    assert refused.value.message.startswith("Cannot fetch from 'origin'")


def test_the_newest_commit_that_changed_a_path_is_known(clones: Clones) -> None:
    start = clones.ana.git("rev-parse", "HEAD")
    wanted = clones.ana.save("base.md", "changed\n")
    clones.ana.git("config", "log.showSignature", "true")
    clones.ana.save("other.md", "other\n")

    commit, author = clones.ana.repo.latest("base.md", start, "HEAD")

    assert wanted.startswith(commit)
    assert author == "ana"


def test_a_push_that_lost_is_told_and_works_after_a_merge(clones: Clones) -> None:
    clones.ana.save("ana.md", "ana\n")
    clones.ben.save("ben.md", "ben\n")
    clones.ben.repo.push("origin", "main")
    repo = clones.ana.repo

    known = repo.push("origin", "main")
    repo.fetch("origin")
    still = repo.push("origin", "main")
    tree = repo.merge_in_store(ORIGIN).tree
    assert tree
    repo.commit_merge(tree, ORIGIN, "Merge")
    at_last = repo.push("origin", "main")

    assert (known, still, at_last) == (False, False, True)
    assert clones.hub.git("rev-parse", "main") == repo.was("HEAD")


def test_a_push_that_loses_at_the_last_moment_is_told_too(clones: Clones) -> None:
    clones.ben.save("ben.md", "ben\n")
    clones.ben.git("push", "-q", "origin", "main:refs/heads/ben")
    # The other push arrives between the check and the update of the ref.
    clones.hub.hook("pre-receive", "unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main ben")
    clones.ana.save("ana.md", "ana\n")

    pushed = clones.ana.repo.push("origin", "main")

    assert pushed is False
    assert clones.hub.git("rev-parse", "main") == clones.ben.repo.was("HEAD")


def test_a_first_push_sets_the_upstream(clones: Clones) -> None:
    clones.ana.git("switch", "-q", "-c", "mine")

    pushed = clones.ana.repo.push("origin", "theirs", set_upstream=True)

    assert pushed is True
    assert clones.ana.repo.upstream() == Upstream("origin", "refs/remotes/origin/theirs", "theirs")


def test_a_hook_over_there_is_quoted_without_its_escapes(clones: Clones) -> None:
    clones.hub.hook("pre-receive", "printf '\\033]0;x\\007\\033[1mOnly on Fridays.\\n'; exit 1")
    clones.ana.save("ana.md", "ana\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.push("origin", "main")

    assert refused.value.message == (
        "Cannot push to 'origin': Only on Fridays (pre-receive hook declined)."
    )


def test_a_silent_refusal_over_there_still_has_a_reason(clones: Clones) -> None:
    clones.hub.hook("update", "exit 1")
    clones.ana.save("ana.md", "ana\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.push("origin", "main")

    assert "hook declined" in refused.value.message


def test_a_lock_at_a_remote_on_this_machine_is_named(clones: Clones) -> None:
    lock = clones.hub.write("refs/heads/main.lock", "")
    clones.ana.save("ana.md", "ana\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.push("origin", "main")

    clones.ana.shell((refused.value.hint or "").partition("remove it: ")[2])
    assert not lock.exists()
    assert clones.ana.repo.push("origin", "main")


def test_a_remote_cannot_have_any_file_removed(clones: Clones, tmp_path: Path) -> None:
    clones.hub.hook("pre-receive", f"echo \"Unable to create '{tmp_path}/my.lock'\" >&2; exit 1")
    clones.ana.save("ana.md", "ana\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.push("origin", "main")

    assert "rm" not in (refused.value.hint or "")


def test_a_hook_over_here_is_quoted(clones: Clones) -> None:
    clones.ana.hook("pre-push", "echo 'not today' >&2; exit 1")
    clones.ana.save("ana.md", "ana\n")

    with pytest.raises(GitError) as refused:
        clones.ana.repo.push("origin", "main")

    assert refused.value.message == "Cannot push to 'origin': not today."


def test_an_unreachable_remote_is_said_so_and_commits_are_kept(clones: Clones) -> None:
    clones.ana.git("remote", "set-url", "origin", "/nowhere/team.git")
    before = clones.ana.repo.was("HEAD")

    said = []
    with pytest.raises(GitError) as fetching:
        clones.ana.repo.fetch("origin")
    said.append(fetching.value.message)
    with pytest.raises(GitError) as pushing:
        clones.ana.repo.push("origin", "main")
    said.append(pushing.value.message)

    assert said == [
        "Cannot fetch from 'origin': '/nowhere/team.git' does not appear to be a git repository.",
        "Cannot push to 'origin': '/nowhere/team.git' does not appear to be a git repository.",
    ]
    assert pushing.value.hint == (
        "Your commits are kept in this clone. Once that is fixed: teamkit sync"
    )
    assert clones.ana.repo.was("HEAD") == before


@pytest.mark.parametrize("remote", ["--upload-pack=touch ran", "ext::touch ran"])
def test_a_remotes_name_is_never_an_option_or_a_command(clones: Clones, remote: str) -> None:
    with pytest.raises(GitError):
        clones.ana.repo.fetch(remote)
    with pytest.raises(GitError):
        clones.ana.repo.push(remote, "main")

    assert not (clones.ana.folder / "ran").exists()


def test_a_rewritten_upstream_is_noticed(clones: Clones) -> None:
    clones.ben.git("commit", "-q", "--amend", "-m", "Rewritten")
    clones.ben.git("push", "-q", "--force")
    repo = clones.ana.repo

    was = repo.was(ORIGIN)
    repo.fetch("origin")

    assert was
    assert repo.is_ancestor(was, "HEAD")
    assert not repo.is_ancestor(was, ORIGIN)
    assert repo.was("refs/remotes/origin/none") is None
    with pytest.raises(GitError):
        repo.is_ancestor("none", "HEAD")


def test_a_question_is_asked_at_a_terminal_only(
    clones: Clones, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:

    told = tmp_path / "told"
    clones.ana.git("config", "protocol.ext.allow", "always")
    script = tmp_path / "helper"
    script.write_text(f'#!/bin/sh\necho "${{GIT_TERMINAL_PROMPT:-unset}}" >> {told}\n')
    script.chmod(0o755)
    clones.ana.git("remote", "set-url", "origin", f"ext::{script}")
    leader, follower = os.openpty()
    with os.fdopen(leader), os.fdopen(follower) as terminal:
        for stdin in (terminal, None):
            monkeypatch.setattr(sys, "stdin", stdin)
            with pytest.raises(GitError):
                clones.ana.repo.fetch("origin")

    assert told.read_text().split() == ["unset", "0"]


def test_two_clones_in_turn_lose_nothing(clones: Clones) -> None:
    for turn in range(6):
        mine = clones.ana if turn % 2 else clones.ben
        mine.write(f"topics/{turn}.md", f"{turn}\n")
        mine.repo.commit([f"topics/{turn}.md"], f"Add {turn}")
        repo = mine.repo
        while not repo.push("origin", "main"):
            repo.fetch("origin")
            tree = repo.merge_in_store(ORIGIN).tree
            assert tree
            repo.commit_merge(tree, ORIGIN, "Merge")

    listed = clones.hub.git("ls-tree", "--name-only", "main:topics").split()
    assert listed == [f"{turn}.md" for turn in range(6)]
    subprocess.run(["git", "-C", clones.hub.folder, "fsck", "--strict"], check=True)


def test_a_failed_commit_can_be_tried_again(clones: Clones) -> None:
    clones.ana.hook("pre-commit", 'test -e "$(git rev-parse --git-dir)/allowed"')
    clones.ana.write("new.md", "new\n")

    with pytest.raises(CommitFailedError):
        clones.ana.repo.commit(["new.md"], "Add")
    clones.ana.write(".git/allowed", "")
    clones.ana.repo.commit(["new.md"], "Add")

    assert clones.ana.committed() == ["new.md"]
