import os
import stat
from pathlib import Path

import pytest

from teamkit.errors import CommitFailedError, GitError
from teamkit.repo import Identity, Repo, Status
from tests.repo.sandbox import Sandbox, wrapper

STRANGE_NAMES = [
    ":(glob)a*.md",
    ":/top.md",
    "-rf.md",
    "*.md",
    "quo\"te's.md",
    "new\nline.md",
    "tab\t and space .md",
    "emoji 🌱 é.md",
    "back\\slash.md",
    "$(touch x);y.md",
]


def test_a_commit_holds_exactly_the_named_paths(team: Sandbox) -> None:
    team.write("old.md", "edited\n")
    team.write("notes/new.md", "new\n")
    (team.folder / "other.md").unlink()
    paths = ["notes/new.md", "old.md", "other.md"]

    commit = team.repo.commit(paths, "Ask Ana\n\nTeamkit: notes rotate")

    assert commit == team.git("rev-parse", "HEAD")
    assert team.committed() == paths
    assert team.git("status", "--porcelain") == ""


def test_what_is_staged_dirty_or_new_elsewhere_stays_as_it_was(team: Sandbox) -> None:
    team.save("half.md", "1\n2\n3\n")
    team.write("other.md", "staged\n")
    team.write("added.md", "staged and new\n")
    team.write("half.md", "1 staged\n2\n3\n")
    team.git("add", ".")
    team.write("half.md", "1 staged\n2\n3 not\n")
    team.write("untracked.md", "mine\n")
    team.write("intended.md", "add -N\n")
    team.git("add", "-N", "intended.md")
    team.write("old.md", "edited\n")
    before = team.index().split("\n")
    status = team.git("status", "--porcelain=v2").split("\n")

    team.repo.commit(["old.md"], "Edit")

    after = team.index().split("\n")
    assert [line for line in after if "old.md" not in line] == [
        line for line in before if "old.md" not in line
    ]
    assert team.git("status", "--porcelain=v2").split("\n") == [
        line for line in status if "old.md" not in line
    ]
    assert team.committed() == ["old.md"]


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_names_are_taken_literally(team: Sandbox, name: str) -> None:
    team.write("abc.md", "not asked for\n")
    team.write(name, "1\n")

    seen = team.repo.status([name])
    team.repo.commit([name], "Add it")

    assert seen == [Status(name, "new")]
    assert team.committed() == [name]
    assert team.repo.status() == [Status("abc.md", "new")]
    assert team.repo.read("HEAD", name) == b"1\n"


def test_the_message_is_taken_verbatim(team: Sandbox) -> None:
    template = team.write(".git/template", "a template\n")
    team.git("config", "commit.template", str(template))
    team.git("config", "commit.verbose", "true")
    team.git("config", "commit.cleanup", "strip")
    team.git("config", "core.commentChar", "A")
    team.git("config", "i18n.commitEncoding", "ISO-8859-1")
    team.write("old.md", "edited\n")

    team.repo.commit(["old.md"], "Ask Ana \udc80 é\n\n# not a comment\n\n\nTeamkit: x  ")

    raw = team.git("cat-file", "commit", "HEAD")
    assert raw.partition("\n\n")[2] == "Ask Ana \\udc80 é\n\n# not a comment\n\n\nTeamkit: x  "
    assert "encoding" not in raw


def test_the_first_commit_of_a_branch_works(tmp_path: Path) -> None:
    Sandbox(tmp_path / "team")
    repo = Repo(tmp_path / "team")
    (tmp_path / "team" / "a.md").write_text("a\n")

    looked = repo.look(["a.md"])
    commit = repo.commit(["a.md"], "Start")

    assert looked == [Status("a.md", "new")]
    assert repo.was("HEAD") == commit


def test_init_makes_a_repository_on_main(tmp_path: Path) -> None:
    Repo.init(tmp_path)

    assert Repo(tmp_path).branch() == "main"
    assert Repo(tmp_path).common_dir() == tmp_path / ".git"


def test_the_id_is_found_when_head_is_not_a_loose_ref(team: Sandbox) -> None:
    team.git("symbolic-ref", "refs/heads/trunk", "refs/heads/main")
    team.git("symbolic-ref", "HEAD", "refs/heads/trunk")
    team.write("old.md", "edited\n")

    commit = team.repo.commit(["old.md"], "Edit")

    assert commit == team.git("rev-parse", "main")


def test_a_staged_deletion_that_is_there_again_is_a_change(team: Sandbox) -> None:
    team.git("rm", "-q", "--cached", "old.md")
    team.write("old.md", "again\n")

    seen = team.repo.status(["old.md"])
    team.repo.commit(["old.md"], "Edit")

    assert seen == [Status("old.md", "changed")]
    assert team.git("show", "HEAD:old.md") == "again"


# Refusals: the file is kept, and the index is as before.


@pytest.mark.parametrize("hook", ["pre-commit", "commit-msg", "prepare-commit-msg"])
@pytest.mark.parametrize("unborn", [False, True])
def test_a_failing_hook_is_named_and_nothing_is_left_staged(
    team: Sandbox, hook: str, *, unborn: bool
) -> None:
    if unborn:
        team.git("switch", "-q", "--orphan", "fresh")
    team.hook(hook, "echo first; printf '\\033[31mline 3: no tabs.\\033[0m\\n' >&2; exit 1")
    team.write("new.md", "new\n")
    team.write("staged.md", "staged\n")
    team.git("add", "staged.md")
    before = team.index()

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["new.md"], "Add")

    assert failed.value.message == f"Git did not commit: the {hook} hook said: line 3: no tabs."
    assert failed.value.where == "new.md"
    assert team.index() == before
    assert (team.folder / "new.md").read_text() == "new\n"
    assert team.repo.status(["new.md"]) == [Status("new.md", "new")]


def test_a_failing_hook_leaves_a_path_staged_in_part_as_it_was(team: Sandbox) -> None:
    team.hook("pre-commit", "exit 1")
    team.write("old.md", "staged\n")
    team.git("add", "old.md")
    team.write("old.md", "staged\nand more\n")
    before = team.index()

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["old.md"], "Edit")

    assert failed.value.message == "Git did not commit: the pre-commit hook said: nothing."
    assert team.index() == before
    assert team.repo.status() == [Status("old.md", "changed")]


def test_a_failing_post_commit_hook_does_not_undo_the_commit(team: Sandbox) -> None:
    team.hook("post-commit", "exit 1")
    team.write("new.md", "new\n")

    commit = team.repo.commit(["new.md"], "Add")

    assert commit == team.git("rev-parse", "HEAD")
    assert team.repo.status() == []


def test_a_commit_that_git_made_before_it_failed_is_not_un_added(team: Sandbox) -> None:
    team.hook("post-commit", "kill -9 $PPID")
    team.write("new.md", "new\n")

    with pytest.raises(CommitFailedError):
        team.repo.commit(["new.md"], "Add")

    assert team.committed() == ["new.md"]
    assert team.git("diff", "--cached", "--name-only") == ""


def test_an_interrupted_commit_is_waited_for_and_un_added(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The hook interrupts us and itself, as Ctrl-C does with everybody on the terminal.
    monkeypatch.setenv("TESTER", str(os.getpid()))
    team.hook("pre-commit", "kill -INT $TESTER; exit 1")
    team.write("new.md", "new\n")

    with pytest.raises(KeyboardInterrupt):
        team.repo.commit(["new.md"], "Add")

    assert team.repo.status() == [Status("new.md", "new")]
    assert not (team.folder / ".git/index.lock").exists()


def test_signing_that_fails_commits_nothing(team: Sandbox) -> None:
    team.git("config", "commit.gpgSign", "true")
    team.git("config", "gpg.program", "false")
    team.write("new.md", "new\n")
    before = (team.index(), team.git("rev-parse", "HEAD"))

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["new.md"], "Add")

    assert failed.value.message == "Git did not commit: gpg failed to sign the data."
    assert (team.index(), team.git("rev-parse", "HEAD")) == before


def test_an_ignored_path_is_named_and_kept(team: Sandbox) -> None:
    team.save(".gitignore", "\n*.tmp\n")
    team.write("draft.tmp", "kept\n")
    team.write("fine.md", "kept\n")
    before = team.index()

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["fine.md", "draft.tmp"], "Add")

    assert failed.value.message == "Git did not commit: 'draft.tmp' is ignored (.gitignore)."
    assert team.index() == before
    assert (team.folder / "draft.tmp").read_text() == "kept\n"


def test_a_path_that_is_not_there_is_refused(team: Sandbox) -> None:
    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["missing.md"], "Add")

    assert failed.value.message == (
        "Git did not commit: pathspec 'missing.md' did not match any files."
    )


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_is_not_a_plain_file_is_never_committed(team: Sandbox, kind: str) -> None:
    (team.folder / "old.md").unlink()
    if kind == "link":
        (team.folder / "old.md").symlink_to("other.md")
    else:
        team.write("old.md/inner.md", "inner\n")
    before = team.index()

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["old.md"], "Edit")

    assert failed.value.message == "Git did not commit: it is not a plain file."
    assert team.index() == before


def test_a_path_that_git_is_told_to_skip_is_named(team: Sandbox) -> None:
    team.git("update-index", "--skip-worktree", "old.md")
    team.write("old.md", "edited\n")

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["old.md"], "Edit")

    assert (failed.value.where, failed.value.message) == (
        "old.md",
        "Git did not commit: git is told to skip it (skip-worktree).",
    )


def test_nothing_to_commit_is_said_so(team: Sandbox) -> None:
    team.hook("pre-commit", "exit 0")

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["old.md"], "Edit")

    assert failed.value.message == "Git did not commit: nothing has changed."


def test_an_unexplained_failure_still_gets_words(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper(tmp_path, monkeypatch, 'for a; do [ "$a" = commit ] && exit 1; done; exec git "$@"')
    team.write("old.md", "edited\n")

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["old.md"], "Edit")

    assert failed.value.message == "Git did not commit: exit status 1."


def test_paths_outside_the_repository_are_refused(team: Sandbox) -> None:
    with pytest.raises(GitError) as refused:
        team.repo.commit(["../../outside.md"], "Edit")

    assert "is outside repository" in refused.value.message


def test_a_broken_branch_is_not_built_upon(team: Sandbox) -> None:
    (team.folder / ".git/refs/heads/main").write_bytes(b"")
    team.write("new.md", "new\n")
    before = team.index()

    with pytest.raises(CommitFailedError) as failed:
        team.repo.commit(["new.md"], "Add")

    assert "reference broken" in failed.value.message
    assert team.index() == before


# What is where.


def test_each_state_of_a_path_has_its_word(team: Sandbox) -> None:
    for name in ("deleted.md", "gone.md", "half.md", "moved.md", "staged.md", "typed.md"):
        team.save(name, f"{name} with enough text to follow it when it moves\n" * 3)
    team.save(".gitignore", "ignored.md\n")
    team.git("rm", "-q", "gone.md")
    team.git("mv", "moved.md", "renamed.md")
    (team.folder / "deleted.md").unlink()
    team.write("half.md", "staged\n")
    team.write("staged.md", "staged\n")
    team.write("added.md", "added\n")
    team.write("then.md", "added\n")
    team.git("add", "half.md", "staged.md", "added.md", "then.md")
    team.write("half.md", "and more\n")
    team.write("then.md", "and more\n")
    team.write("old.md", "edited\n")
    team.write("intended.md", "later\n")
    team.git("add", "-N", "intended.md")
    (team.folder / "typed.md").unlink()
    (team.folder / "typed.md").symlink_to("old.md")
    team.write("deep/er/new.md", "new\n")
    team.write("ignored.md", "ignored\n")
    Sandbox(team.folder / "nested").save("inner.md", "inner\n")

    seen = team.repo.status()

    assert seen == [
        Status("added.md", "staged-new"),
        Status("deep/er/new.md", "new"),
        Status("deleted.md", "deleted"),
        Status("gone.md", "deleted"),
        Status("half.md", "changed"),
        Status("intended.md", "staged-new"),
        Status("moved.md", "deleted"),
        Status("old.md", "changed"),
        Status("renamed.md", "renamed"),
        Status("staged.md", "changed"),
        Status("then.md", "changed"),
        Status("typed.md", "changed"),
    ]


def test_copies_do_not_hide_what_they_were_copied_from(team: Sandbox) -> None:
    text = "a line that can be followed\n" * 5
    team.save("source.md", text)
    team.git("config", "status.renames", "copies")
    team.write("source.md", text + "changed\n")
    team.write("copy.md", text)
    team.git("add", ".")

    seen = {each.path: each.state for each in team.repo.status()}

    assert seen["source.md"] == "changed"


def test_the_team_may_live_in_a_subfolder(team: Sandbox) -> None:
    team.write("docs/team/notes/a.md", "a\n")
    team.write("docs/team/b.md", "b\n")
    team.write("docs/outside.md", "outside\n")
    team.write("old.md", "edited\n")
    repo = Repo(team.folder / "docs/team")

    looked = repo.look(["notes/a.md"])
    seen = repo.status()
    first = repo.commit(["notes/a.md"], "Add")
    second = repo.commit(["b.md"], "Add")

    assert looked == [Status("notes/a.md", "new")]
    assert seen == [Status("b.md", "new"), Status("notes/a.md", "new")]
    assert team.committed(first) == ["docs/team/notes/a.md"]
    assert repo.files_of(second, first) == ["b.md"]
    assert repo.read(first, "notes/a.md") == b"a\n"
    assert repo.read(first, "b.md") is None
    assert repo.common_dir() == team.folder / ".git"


def test_a_linked_work_tree_commits_and_locks_in_the_common_folder(
    team: Sandbox, tmp_path: Path
) -> None:
    team.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = Repo(tmp_path / "side")
    (tmp_path / "side/new.md").write_text("new\n")

    looked = side.look(["new.md"])
    commit = side.commit(["new.md"], "Add")

    assert looked == [Status("new.md", "new")]
    assert side.common_dir() == team.folder / ".git"
    assert team.git("rev-parse", "side") == commit


def test_a_git_directory_elsewhere_and_a_moved_work_tree_work(tmp_path: Path) -> None:
    apart = Sandbox(tmp_path / "apart")
    (tmp_path / "tree/docs").mkdir(parents=True)
    apart.git("config", "core.worktree", "../../tree")
    (tmp_path / "tree/.git").write_text(f"gitdir: {tmp_path}/apart/.git\n")
    (tmp_path / "tree/docs/a.md").write_text("a\n")
    repo = Repo(tmp_path / "tree/docs")

    repo.commit(["a.md"], "Add")

    assert repo.look() == []
    assert apart.committed() == ["docs/a.md"]
    with pytest.raises(GitError):
        Repo(tmp_path / "apart").status()


def test_a_symbolic_link_to_the_folder_is_followed(team: Sandbox, tmp_path: Path) -> None:
    team.write("docs/a.md", "a\n")
    (tmp_path / "link").symlink_to(team.folder / "docs")

    seen = Repo(tmp_path / "link").status()

    assert seen == [Status("a.md", "new")]


@pytest.mark.parametrize(
    "setup", ["index.version=4", "core.splitIndex=true", "core.untrackedCache=true"]
)
def test_other_kinds_of_index_work(team: Sandbox, setup: str) -> None:
    name, _, value = setup.partition("=")
    team.git("config", name, value)
    team.git("update-index", "--force-write-index")
    team.write("new.md", "new\n")
    team.write("old.md", "edited\n")

    team.repo.commit(["new.md", "old.md"], "Edit")

    assert team.repo.status() == []


def test_a_repository_with_long_ids_works(tmp_path: Path) -> None:
    Sandbox(tmp_path / "team")
    sandbox = Sandbox(tmp_path / "sha256")
    (tmp_path / "sha256/.git").rename(tmp_path / "unused")
    sandbox.git("init", "-q", "-b", "main", "--object-format=sha256")
    sandbox.sign_as("ana")
    sandbox.write("a.md", "a\n")

    commit = sandbox.repo.commit(["a.md"], "Add")
    sandbox.hook("pre-commit", "exit 1")
    sandbox.write("b.md", "b\n")
    with pytest.raises(CommitFailedError):
        sandbox.repo.commit(["b.md"], "Add")

    assert len(commit) == 64
    assert sandbox.repo.status() == [Status("b.md", "new")]


def test_line_ends_are_stored_as_the_attributes_say(team: Sandbox) -> None:
    team.save(".gitattributes", "*.md text eol=crlf\n")
    team.write("dos.md", "one\r\ntwo\r\n")

    team.repo.commit(["dos.md"], "Add")

    assert team.repo.read("HEAD", "dos.md") == b"one\ntwo\n"
    assert team.repo.status() == []


def test_the_identity_is_gits(team: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    configured = team.repo.identity()
    team.git("config", "--unset", "user.email")
    half = team.repo.identity()
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "ben@example.org")
    given = team.repo.identity()

    assert (configured, half, given) == (
        Identity("ana", "ana@example.org"),
        None,
        Identity("ana", "ben@example.org"),
    )


def test_the_branch_is_known_with_and_without_commits(team: Sandbox) -> None:
    main = team.repo.branch()
    team.git("switch", "-q", "--orphan", "fresh/start")
    fresh = team.repo.branch()
    team.git("switch", "-q", "--detach", "main")
    detached = team.repo.branch()

    assert (main, fresh, detached) == ("main", "fresh/start", None)


def test_a_file_keeps_its_mode(team: Sandbox) -> None:
    file = team.write("old.md", "edited\n")
    file.chmod(0o640)

    team.repo.commit(["old.md"], "Edit")

    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_git_directory_without_a_configuration_works(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    (team.folder / ".git/config").unlink()
    monkeypatch.setenv("GIT_COMMITTER_NAME", "ana")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "ana@example.org")
    team.write("old.md", "edited\n")

    assert team.repo.look(["old.md"]) == [Status("old.md", "changed")]
