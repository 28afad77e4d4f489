import re
from collections.abc import Callable
from pathlib import Path

import pytest

from teamkit.errors import ExitStatus, GitError
from teamkit.repo import Repo, Status
from tests.repo.sandbox import Sandbox, wrapper


def diverge(team: Sandbox) -> None:
    """Two branches that conflict in old.md; main is checked out."""
    team.git("switch", "-q", "-c", "theirs")
    team.save("old.md", "theirs\n")
    team.save("third.md", "theirs\n")
    team.git("switch", "-q", "main")
    team.save("old.md", "ours\n")


def merge(team: Sandbox) -> None:
    team.git("merge", "theirs", ok=False)


def clean_merge(team: Sandbox) -> None:
    team.git("merge", "--no-commit", "-X", "ours", "theirs")


def rebase(team: Sandbox) -> None:
    team.git("rebase", "theirs", ok=False)


def rebase_by_patches(team: Sandbox) -> None:
    team.git("rebase", "--apply", "theirs", ok=False)


def patches(team: Sandbox) -> None:
    team.git("format-patch", "-q", "-o", "..", "theirs~2..theirs")
    mail = next(team.folder.parent.glob("0001-*.patch"))
    team.git("am", "-q", "-3", str(mail), ok=False)


def cherry_pick(team: Sandbox) -> None:
    team.git("cherry-pick", "theirs~1", ok=False)


def revert(team: Sandbox) -> None:
    team.git("revert", "--no-edit", "HEAD~2", ok=False)


def series(team: Sandbox) -> None:
    """A conflict in the first of two, resolved and committed by hand."""
    team.git("cherry-pick", "theirs~2..theirs", ok=False)
    team.write("old.md", "both\n")
    team.git("add", "old.md")
    team.git("commit", "-q", "--no-edit")


def bisect(team: Sandbox) -> None:
    team.git("bisect", "start", "HEAD", "HEAD~2")


UNDER_WAY = [
    (merge, "A merge"),
    (clean_merge, "A merge"),
    (rebase, "A rebase"),
    (rebase_by_patches, "A rebase"),
    (patches, "A series of patches (git am)"),
    (cherry_pick, "A cherry-pick"),
    (revert, "A revert"),
    (series, "A series of cherry-picks or reverts"),
    (bisect, "A bisect"),
]


def refusal(repo: Repo) -> GitError:
    with pytest.raises(GitError) as refused:
        repo.look(["old.md"])
    assert refused.value.status is ExitStatus.GIT
    return refused.value


@pytest.mark.parametrize("way", ["(?:Finish it|in an editor, then)", "Or abort it"])
@pytest.mark.parametrize(("begin", "what"), UNDER_WAY)
def test_what_is_under_way_is_named_and_both_ways_out_work(
    team: Sandbox, begin: Callable[[Sandbox], None], what: str, way: str
) -> None:
    diverge(team)
    begin(team)
    before = team.bytes_of_all()

    refused = refusal(team.repo)
    untouched = team.bytes_of_all() == before
    remedy = re.search(rf"(?:{way}|End it): (git .*?)(?:\. Or |$)", refused.hint or "")
    assert remedy
    if "--continue" in remedy[1] and team.git("ls-files", "-u"):
        team.write("old.md", "resolved\n")
    team.shell(remedy[1])

    assert (refused.message, untouched) == (
        f"{what} is under way; a commit now would become part of it.",
        True,
    )
    assert team.repo.look(["old.md"]) == []


def test_a_cherry_pick_is_seen_where_refs_are_kept_in_tables(team: Sandbox) -> None:
    diverge(team)
    (team.folder / ".git/reftable").mkdir()
    nothing = team.repo.look()
    cherry_pick(team)

    refused = refusal(team.repo)

    assert (nothing, refused.message[:13]) == ([], "A cherry-pick")


def test_conflicts_without_a_merge_are_named_with_what_ends_them(team: Sandbox) -> None:
    team.save("sub/it's.md", "1\n")
    team.write("sub/it's.md", "stashed\n")
    team.git("stash", "-q")
    team.save("sub/it's.md", "2\n")
    team.git("stash", "pop", ok=False)
    (team.folder / "docs/deep").mkdir(parents=True)
    below = refusal(Repo(team.folder / "docs/deep"))

    refused = refusal(team.repo)
    seen = team.repo.status()
    team.shell((refused.hint or "").partition(": ")[2])

    assert (refused.message, refused.where, seen) == (
        "Git still has conflicts here, so nothing can be committed.",
        "sub/it's.md",
        [Status("sub/it's.md", "unmerged")],
    )
    assert below.where == "../../sub/it's.md"
    assert team.repo.look(["sub/it's.md"]) == [Status("sub/it's.md", "changed")]


def test_a_detached_head_is_told_how_to_get_a_branch(team: Sandbox) -> None:
    team.git("switch", "-q", "--detach")

    refused = refusal(team.repo)
    team.shell((refused.hint or "").partition(": ")[2].replace("NAME", "mine"))

    assert (
        refused.message == "No branch is checked out (detached HEAD), so a commit could get lost."
    )
    assert team.repo.look() == []


def test_without_a_commit_to_make_no_branch_and_no_identity_are_needed(team: Sandbox) -> None:
    team.git("switch", "-q", "--detach")
    team.git("config", "--unset", "user.name")

    assert team.repo.look(committing=False) == []


@pytest.mark.parametrize("missing", ["user.name", "user.email"])
def test_an_identity_is_never_invented(team: Sandbox, missing: str) -> None:
    team.git("config", "--unset", missing)

    refused = refusal(team.repo)
    team.shell((refused.hint or "").partition(": ")[2])

    assert refused.message == "Git does not know who you are, so nothing can be committed."
    assert team.repo.look() == []


def test_a_lock_that_stays_is_named_with_its_age_and_never_removed(team: Sandbox) -> None:
    lock = team.write(".git/index.lock", "")

    refused = refusal(team.repo)
    kept = lock.exists()
    team.shell((refused.hint or "").partition(": ")[2])

    assert re.fullmatch(
        r"Git is busy here, or was killed: its index is locked since \d{4}-\d\d-\d\d \d\d:\d\d\.",
        refused.message,
    )
    assert (refused.where, kept) == (str(lock), True)
    assert team.repo.look() == []


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()

    refused = refusal(Repo(tmp_path / "plain"))

    assert refused.message == (
        "This folder is not in a git work tree that can be used: "
        "not a git repository (or any of the parent directories): .git."
    )
    assert refused.hint == "Start one here: git init -b main"


@pytest.mark.parametrize("inside", [".git", ".git/refs"])
def test_inside_the_git_directory_is_no_work_tree(team: Sandbox, inside: str) -> None:
    refused = refusal(Repo(team.folder / inside))

    assert refused.message.startswith("This folder is not in a git work tree that can be used: ")


def test_a_bare_repository_is_refused(tmp_path: Path) -> None:
    bare = Sandbox(tmp_path / "bare.git", bare=True)

    refused = refusal(bare.repo)

    assert refused.message.startswith("This folder is not in a git work tree that can be used: ")


def test_a_bare_repository_among_the_files_starts_nothing(team: Sandbox) -> None:
    inner = Sandbox(team.folder / "notes/inner", bare=True)
    inner.git("config", "core.bare", "false")
    inner.git("config", "core.worktree", ".")
    inner.git("config", "core.fsmonitor", f"touch {team.folder}/ran")

    refusal(inner.repo)

    assert not (team.folder / "ran").exists()


def test_a_git_directory_that_is_none_is_passed_over(team: Sandbox) -> None:
    (team.folder / "notes/.git").mkdir(parents=True)
    team.write("notes/a.md", "a\n")

    looked = Repo(team.folder / "notes").look(["a.md"])

    assert looked == [Status("a.md", "new")]


def shell_last(team: Sandbox, refused: GitError) -> None:
    """Types the command at the end of the way out."""
    team.shell((refused.hint or "").rpartition(": ")[2])


@pytest.mark.parametrize("size", [0, 9, 100])
def test_a_broken_index_is_rebuilt_and_kept(team: Sandbox, size: int) -> None:
    team.write("old.md", "mine\n")
    index = team.folder / ".git/index"
    index.write_bytes(index.read_bytes()[:size])

    refused = refusal(team.repo)
    shell_last(team, refused)

    assert refused.message == "Git's index is damaged; your files and commits are not."
    assert team.repo.status() == [Status("old.md", "changed")]
    assert (team.folder / ".git/index.broken").stat().st_size == size


def test_an_index_that_git_wrote_without_its_sum_is_whole(team: Sandbox) -> None:
    index = team.folder / ".git/index"
    index.write_bytes(index.read_bytes()[:-20] + bytes(20))

    assert team.repo.look() == []


def test_a_missing_git_is_told_where_to_get_one(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    refused = [refusal(team.repo)]
    for ask in (team.repo.people, team.repo.branch, lambda: team.repo.added("old.md")):
        with pytest.raises(GitError) as raised:
            ask()
        refused.append(raised.value)

    assert {str(each) for each in refused} == {"Git is not installed, or not on the PATH."}
    assert team.repo.common_dir() == team.folder / ".git"


def test_a_git_in_a_relative_folder_of_the_path_is_not_run(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.write("git", "#!/bin/sh\ntouch ran\n").chmod(0o755)
    monkeypatch.chdir(team.folder)
    monkeypatch.setenv("PATH", ".")

    refused = refusal(team.repo)

    assert refused.message == "Git is not installed, or not on the PATH."


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("git version 2.33.9", "git version 2.33.9"),
        ("git version 1.99", "git version 1.99"),
        ("", "unknown version"),
    ],
)
def test_an_old_git_is_refused(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, told: str
) -> None:
    asked = f'for a; do [ "$a" = version ] && {{ echo "{answer}"; exit; }}; done; exec git "$@"'
    wrapper(tmp_path, monkeypatch, asked)

    refused = refusal(team.repo)

    assert refused.message == f"This git is too old: {told}."


def test_a_git_that_says_more_is_understood(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wordy = 'echo Hello; echo "git version 3.0.1.windows.1"; exit'
    asked = f'for a; do [ "$a" = version ] && {{ {wordy}; }}; done; exec git "$@"'
    wrapper(tmp_path, monkeypatch, asked)

    assert team.repo.look() == []


def test_looking_changes_nothing(team: Sandbox) -> None:
    team.write("old.md", "edited\n")
    (team.folder / "other.md").touch()
    before = team.bytes_of_all()

    looked = team.repo.look(["old.md", "other.md", "none.md"])

    assert looked == [Status("old.md", "changed")]
    assert team.bytes_of_all() == before


def test_a_repository_of_somebody_else_is_refused_and_starts_nothing(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.hook("pre-commit", "touch ran")
    # Git's own switch to try this without a second user.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    refused = refusal(team.repo)

    assert refused.message == "Git does not trust this folder, because somebody else owns it."
    assert refused.hint == (
        f"If you trust it: git config --global --add safe.directory {team.folder}"
    )
    assert not (team.folder / "ran").exists()
