"""A fast-forward that is stopped anywhere: nothing is cut, nothing of the user's is touched."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import checkout, fast_forward
from teamkit.repo.layout import locate
from teamkit.repo.runner import Git, GitResult
from tests.repo.sandbox import Sandbox, wrapper

LINES = "".join(f"line {number}\n" for number in range(40))
NOTE = ".git/teamkit/moving.json"


class Behind:
    """A work tree with edits of its own, and the branch `incoming` that it is behind of."""

    def __init__(self, folder: Path) -> None:
        self.ana = Sandbox(folder)
        self.ana.git("config", "gc.auto", "0")
        self._commit_old()
        self.old = self.ana.git("rev-parse", "HEAD")
        self.ana.git("switch", "-q", "-c", "incoming")
        self._commit_new()
        self.target = self.ana.git("rev-parse", "HEAD")
        self.ana.git("switch", "-q", "main")
        self.ana.write("mine.md", f"mine\n{LINES}")
        self.ana.write("new of mine.md", "mine\n")

    def _commit_old(self) -> None:
        ana = self.ana
        ana.write(".gitattributes", "*.crlf text eol=crlf\n")
        for name in ("edited.md", "deleted/only.md", "run.sh", "mine.md", "folder/a.md", "file"):
            ana.write(name, f"{name}\n{LINES}")
        ana.write("dos.crlf", f"old\r\n{LINES}".replace("\n", "\r\n").replace("\r\r", "\r"))
        (ana.folder / "link").symlink_to("edited.md")
        (ana.folder / "was-link").symlink_to("edited.md")
        ana.git("add", ".")
        ana.git("commit", "-q", "-m", "Old")

    def _commit_new(self) -> None:
        ana = self.ana
        folder = ana.folder
        ana.git("rm", "-q", "-r", "deleted", "folder", "file", "was-link")
        ana.write("edited.md", f"edited\n{LINES}theirs\n")
        ana.write("added/new.md", f"new\n{LINES}")
        ana.write("dos.crlf", f"new\n{LINES}".replace("\n", "\r\n"))
        ana.write("folder", "a file now\n")
        ana.write("file/below.md", f"a folder now\n{LINES}")
        ana.write("was-link", f"a file now\n{LINES}")
        (folder / "run.sh").chmod(0o755)
        (folder / "link").unlink()
        (folder / "link").symlink_to("run.sh")
        ana.git("add", ".")
        ana.git("commit", "-q", "-m", "New")

    def copy(self, folder: Path) -> Sandbox:
        """A copy that can be spoilt."""
        shutil.copytree(self.ana.folder, folder, symlinks=True)
        made = Sandbox.__new__(Sandbox)
        made.folder = folder
        made.git("update-index", "-q", "--refresh", ok=False)
        return made


@pytest.fixture
def behind(tmp_path: Path) -> Behind:
    return Behind(tmp_path / "behind")


def is_whole(sandbox: Sandbox) -> bool:
    """Whether all is as committed, but the two edits that were there before."""
    edits = {" M mine.md", '?? "new of mine.md"'}
    listed = sandbox.git("status", "--porcelain", "--untracked-files=all")
    return set(listed.split("\n")) == edits


def type_remedies(sandbox: Sandbox) -> None:
    """Finish, and type what is printed where that is refused."""
    for _ in range(6):
        try:
            sandbox.repo.finish_move()
        except GitError as error:
            remedy = (error.hint or "").partition(": ")[2]
            sandbox.shell(remedy.replace(" && teamkit sync", ""))
        else:
            return
    pytest.fail("the remedies lead nowhere")


def fast_forward_elsewhere(folder: Path, env: dict[str, str]) -> int:
    """The exit status of a fast-forward in a process group of its own."""
    script = (
        "import sys; from pathlib import Path; from teamkit.repo import Repo\n"
        "Repo(Path(sys.argv[1])).fast_forward('incoming')"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **env},
        start_new_session=True,
        capture_output=True,
        check=False,
    ).returncode


@pytest.fixture
def stopping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git whose merge can be stopped at each call that changes a file."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs a C compiler, to stop git at each call")
    library = tmp_path / "stopping.so"
    source = Path(__file__).with_name("stopping.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    preload = f'case " $* " in *" --ff-only "*) export LD_PRELOAD={library};; esac'
    wrapper(tmp_path, monkeypatch, f'{preload}; exec git "$@"')


def stops(behind: Behind, tmp_path: Path, sent: signal.Signals) -> Iterator[tuple[Sandbox, int]]:
    """A copy for every fourth call of the checkout, stopped there; and how the process ended."""
    for call in range(1, 500, 4):
        ana = behind.copy(tmp_path / "stopped")
        env = {"STOP_AT": str(call), "STOP_SIGNAL": str(int(sent))}
        status = fast_forward_elsewhere(ana.folder, env)
        if not status:
            assert call > 30
            return
        yield ana, status
        shutil.rmtree(ana.folder)


@pytest.mark.usefixtures("stopping")
def test_killed_at_a_call_the_printed_remedies_leave_every_line(
    behind: Behind, tmp_path: Path
) -> None:
    for ana, status in stops(behind, tmp_path, signal.SIGKILL):
        assert status == -signal.SIGKILL
        before = {path: (ana.folder / path).read_text() for path in ("mine.md", "new of mine.md")}
        if not is_whole(ana):
            with pytest.raises(GitError):
                ana.repo.look(["edited.md"])

        type_remedies(ana)

        assert is_whole(ana)
        assert ana.git("rev-parse", "HEAD") in {behind.old, behind.target}
        ana.repo.look(["edited.md"])
        while ana.git("rev-parse", "HEAD") != behind.target:
            try:
                ana.repo.fast_forward("incoming")
            except GitError as locked:
                ana.shell((locked.hint or "").partition(": ")[2])
        assert is_whole(ana)
        assert {path: (ana.folder / path).read_text() for path in before} == before
        assert not list(ana.folder.rglob("*.tmp"))
        assert not (ana.folder / NOTE).exists()


@pytest.mark.usefixtures("stopping")
def test_interrupted_at_a_call_nothing_half_is_left(behind: Behind, tmp_path: Path) -> None:
    for ana, status in stops(behind, tmp_path, signal.SIGINT):
        assert status
        assert is_whole(ana)
        assert ana.git("rev-parse", "HEAD") in {behind.old, behind.target}
        assert not list(ana.folder.rglob("*.lock"))
        assert not (ana.folder / NOTE).exists()


# Without a compiler: git is stopped by a filter, or by hand.


def begin(sandbox: Sandbox, target: str) -> None:
    """The note alone, as a sync writes it before git starts."""
    fast_forward.begin(Git(sandbox.folder), locate(Git(sandbox.folder)), target)


def stop_at(sandbox: Sandbox, script: str) -> None:
    """Let a filter end the checkout at the file `edited.md`, whatever others are written."""
    sandbox.write(".git/info/attributes", "edited.md filter=stopping\n")
    sandbox.git("config", "filter.stopping.smudge", f"{script}; cat")
    sandbox.git("config", "filter.stopping.clean", "cat")
    sandbox.git("config", "filter.stopping.required", "true")
    sandbox.git("update-index", "-q", "--refresh", ok=False)


def go_on(sandbox: Sandbox) -> None:
    sandbox.git("config", "filter.stopping.smudge", "cat")


def test_the_whole_group_killed_by_a_filter_is_mended(behind: Behind) -> None:
    stop_at(behind.ana, "kill -9 0")

    status = fast_forward_elsewhere(behind.ana.folder, {})
    behind.ana.shell("rm .git/index.lock")
    with pytest.raises(GitError) as looked:
        behind.ana.repo.look(["edited.md"], committing=False)
    go_on(behind.ana)
    behind.ana.repo.finish_move()

    assert status == -signal.SIGKILL
    assert looked.value.message == "A sync was stopped while git was writing files."
    assert looked.value.hint == "Finish it first: teamkit sync"
    assert is_whole(behind.ana)
    behind.ana.repo.fast_forward("incoming")
    assert is_whole(behind.ana)


def test_when_git_fails_half_way_the_old_files_are_put_back(behind: Behind) -> None:
    stop_at(behind.ana, "exit 1")

    with pytest.raises(GitError) as refused:
        behind.ana.repo.fast_forward("incoming")

    assert refused.value.message == (
        "Git cannot fast-forward: external filter 'exit 1; cat' failed 1; nothing was changed."
    )
    assert is_whole(behind.ana)
    assert not (behind.ana.folder / NOTE).exists()


def test_what_cannot_be_put_back_keeps_the_note(
    behind: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Something takes the place of a folder in the moment when git stops.
    monkeypatch.chdir(behind.ana.folder)
    stop_at(behind.ana, "rm -rf deleted; echo x > deleted; exit 1")

    with pytest.raises(GitError) as refused:
        behind.ana.repo.fast_forward("incoming")

    assert refused.value.where == "deleted/only.md"
    assert "cannot be put back: File exists" in refused.value.message
    behind.ana.shell("rm deleted")
    go_on(behind.ana)
    behind.ana.repo.finish_move()
    assert is_whole(behind.ana)


@pytest.mark.parametrize("edit", ["", "echo mine >> edited.md;"])
def test_an_interrupt_goes_on_after_the_files_are_whole(
    behind: Behind, monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    monkeypatch.setenv("TESTER", str(os.getpid()))
    first = "test -e .git/stopped && exec cat; touch .git/stopped"
    stop_at(behind.ana, f"{first}; {edit} kill -INT $TESTER; exit 1")

    with pytest.raises(KeyboardInterrupt):
        behind.ana.repo.fast_forward("incoming")

    assert is_whole(behind.ana) is not bool(edit)
    assert behind.ana.repo.is_half_moved() is bool(edit)


def test_a_move_that_never_began_is_forgotten(behind: Behind) -> None:
    begin(behind.ana, behind.target)

    behind.ana.repo.finish_move()

    assert is_whole(behind.ana)
    assert not behind.ana.repo.is_half_moved()
    assert behind.ana.repo.was("HEAD") == behind.old


def test_edits_from_before_the_move_are_nobodys_but_the_users(behind: Behind) -> None:
    mine = {"edited.md": "mine\n", "added/new.md": "mine, and new\n"}
    for path, text in mine.items():
        behind.ana.write(path, text)
    (behind.ana.folder / "run.sh").unlink()
    behind.ana.git("rm", "-q", "--cached", "dos.crlf")

    with pytest.raises(GitError) as refused:
        behind.ana.repo.fast_forward("incoming")

    assert refused.value.where == "added/new.md, dos.crlf, edited.md, run.sh"
    assert {path: (behind.ana.folder / path).read_text() for path in mine} == mine
    assert not (behind.ana.folder / "run.sh").exists()
    assert not behind.ana.repo.is_half_moved()


def test_an_edit_since_then_is_named_and_put_aside_by_what_is_printed(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    ana.write("edited.md", f"edited\n{LINES[:50]} and mine\n")
    ana.write("added/new.md", "new\nand mine\n")
    ana.write("edited.md.mine", "taken\n")
    (ana.folder / "file").unlink()
    ana.write("file/mine.md", "mine\n")

    with pytest.raises(GitError) as refused:
        ana.repo.finish_move()

    assert refused.value.where == "added/new.md, edited.md, file"
    assert "mv -- edited.md edited.md.mine2" in (refused.value.hint or "")
    type_remedies(ana)
    assert (ana.folder / "edited.md.mine2").read_text().endswith("and mine\n")
    assert (ana.folder / "file.mine/mine.md").read_text() == "mine\n"
    assert (ana.folder / "added/new.md.mine").read_text() == "new\nand mine\n"
    assert ana.git("status", "--porcelain", "--untracked-files=no") == " M mine.md"


def test_a_file_saved_again_as_it_was_is_no_edit(behind: Behind) -> None:
    begin(behind.ana, behind.target)
    behind.ana.write("edited.md", f"edited.md\n{LINES}")
    behind.ana.write("run.sh", f"run.sh\n{LINES}".replace("\n", "\r\n"))

    behind.ana.repo.finish_move()

    assert (behind.ana.folder / "run.sh").read_bytes().count(b"\r") == 0
    assert is_whole(behind.ana)


def test_what_lies_behind_a_link_is_not_touched(behind: Behind, tmp_path: Path) -> None:
    begin(behind.ana, behind.target)
    elsewhere = tmp_path / "elsewhere"
    (behind.ana.folder / "deleted").rename(elsewhere)
    (elsewhere / "only.md").write_text("")
    (behind.ana.folder / "deleted").symlink_to(elsewhere)
    (behind.ana.folder / "edited.md").unlink()
    os.mkfifo(behind.ana.folder / "edited.md")

    with pytest.raises(GitError) as refused:
        behind.ana.repo.finish_move()

    assert refused.value.where == "deleted/only.md, edited.md"
    assert (elsewhere / "only.md").read_text() == ""


@pytest.mark.parametrize("is_there", [True, False])
def test_between_index_and_branch_only_the_branch_moves(behind: Behind, *, is_there: bool) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    ana.git("read-tree", "-m", "-u", "HEAD", behind.target)
    if not is_there:
        (ana.folder / "edited.md").unlink()
    lock = ana.write(".git/refs/heads/main.lock", "")

    with pytest.raises(GitError) as refused:
        ana.repo.finish_move()

    assert refused.value.hint == (f"If no git or editor is running here, remove it: rm {lock}")
    type_remedies(ana)
    assert ana.repo.was("HEAD") == ana.repo.was("main") == behind.target
    assert is_whole(ana)


def test_who_went_on_with_git_is_left_alone(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    ana.git("read-tree", "-m", "-u", "HEAD", behind.target)
    ana.git("commit", "-q", "-m", "All of it")
    head = ana.repo.was("HEAD")

    ana.repo.finish_move()

    assert ana.repo.was("HEAD") == head
    assert not ana.repo.is_half_moved()


def test_after_another_branch_was_checked_out_cut_files_are_still_mended(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    ana.write("edited.md", "edited\nline 0\nli")
    ana.git("switch", "-q", "-c", "aside")
    ana.save("run.sh", "my own\n")

    ana.repo.finish_move()

    assert (ana.folder / "edited.md").read_text() == f"edited.md\n{LINES}"
    assert (ana.folder / "run.sh").read_text() == "my own\n"
    assert is_whole(ana)


def test_a_branch_without_commits_is_moved_on_too(tmp_path: Path, behind: Behind) -> None:
    fresh = Sandbox(tmp_path / "fresh")
    fresh.git("fetch", "-q", str(behind.ana.folder), "incoming:refs/heads/incoming")
    begin(fresh, behind.target)
    fresh.write("edited.md", "edited\nli")

    fresh.repo.finish_move()
    gone = not (fresh.folder / "edited.md").exists()
    begin(fresh, behind.target)
    fresh.git("read-tree", "-m", "-u", behind.target)
    fresh.repo.finish_move()

    assert gone
    assert fresh.repo.was("main") == behind.target
    assert fresh.git("status", "--porcelain") == ""


def test_submodules_and_what_is_not_checked_out_are_no_files(behind: Behind) -> None:
    ana = behind.ana
    ana.git("switch", "-q", "incoming")
    ana.git("update-index", "--add", "--cacheinfo", f"160000,{behind.old},module")
    ana.git("commit", "-q", "-m", "A submodule")
    ana.git("switch", "-q", "main")
    ana.git("sparse-checkout", "set", "--no-cone", "/*", "!/deleted/")
    begin(ana, "incoming")
    (ana.folder / "module").mkdir()

    ana.repo.finish_move()
    ana.repo.fast_forward("incoming")
    ana.save("after.md", "after\n")

    assert not (ana.folder / "deleted").exists()
    assert ana.git("ls-files", "--stage", "module").startswith("160000")


def test_a_link_cut_off_and_a_file_that_became_one_are_put_back(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    for name in ("link", "was-link"):
        (ana.folder / name).unlink()
    (ana.folder / "link").symlink_to("run.sh")
    ana.write("was-link", "a file")

    ana.repo.finish_move()

    assert is_whole(ana)


def test_the_line_ends_of_a_cut_file_do_not_count(behind: Behind) -> None:
    begin(behind.ana, behind.target)
    (behind.ana.folder / "dos.crlf").write_bytes(b"new\r\nline 0\r")
    (behind.ana.folder / "edited.md").write_bytes(b"edited\r\nline 0\r\nl")

    behind.ana.repo.finish_move()

    assert is_whole(behind.ana)


def test_a_filter_that_fails_leaves_what_git_stores(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    (ana.folder / "edited.md").unlink()
    stop_at(ana, "exit 1")

    ana.repo.finish_move()

    assert (ana.folder / "edited.md").read_text() == f"edited.md\n{LINES}"


def test_a_target_that_is_gone_is_named_with_the_note(behind: Behind) -> None:
    ana = behind.ana
    begin(ana, behind.target)
    note = ana.folder / NOTE
    note.write_text(note.read_text().replace(behind.target, "1" * 40))

    with pytest.raises(GitError) as refused:
        ana.repo.finish_move()

    assert "the commit they came from is gone" in refused.value.message
    ana.shell((refused.value.hint or "").partition("then: ")[2])
    ana.repo.look()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"branch": 1}'])
def test_what_is_no_note_is_forgotten(behind: Behind, text: str) -> None:
    behind.ana.write(NOTE, text)

    behind.ana.repo.finish_move()

    assert not behind.ana.repo.is_half_moved()


def test_without_a_note_nothing_is_moved(behind: Behind) -> None:
    behind.ana.write(".git/teamkit", "in the way\n")

    with pytest.raises(GitError) as refused:
        behind.ana.repo.fast_forward("incoming")

    assert "nothing was changed" in refused.value.message
    assert behind.ana.repo.was("HEAD") == behind.old


def test_a_killed_put_back_is_taken_up_again(behind: Behind) -> None:
    begin(behind.ana, behind.target)
    behind.ana.write("edited.md", "")
    behind.ana.write(".teamkit-sync.tmp", "half")

    behind.ana.repo.finish_move()

    assert is_whole(behind.ana)


def test_a_cut_new_file_goes_and_its_neighbour_stays(behind: Behind) -> None:
    begin(behind.ana, behind.target)
    behind.ana.write("added/new.md", "new\nli")
    behind.ana.write("added/mine.md", "mine\n")

    behind.ana.repo.finish_move()

    assert [file.name for file in (behind.ana.folder / "added").iterdir()] == ["mine.md"]


def test_a_folder_in_the_way_keeps_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "file/inner").mkdir(parents=True)

    with pytest.raises(OSError, match="directory"):
        checkout.replace(tmp_path / "file", b"data")
    checkout.flush(tmp_path / "gone")

    assert list(tmp_path.rglob("*.tmp")) == []


def test_a_lock_in_the_way_is_named_in_any_language() -> None:
    lock = "/srv/a b/.git/index.lock"
    said = (f"fatal: Unable to create '{lock}': File exists.", f"Konnte \u201e{lock}\u201c nicht")
    remote = b"remote: error: Unable to create '/srv/hub.git/refs/heads/main.lock'"

    ways = {GitResult(128, b"", words.encode()).way_out("?") for words in said}

    assert ways == {f"If no git or editor is running here, remove it: rm '{lock}'"}
    assert GitResult(1, b"", remote).way_out("?") == "?"
