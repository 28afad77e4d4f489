"""Killed at any moment: every file is old or new, and the next command says how to go on."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Folder, Result
from tests.store.ways import shim

#: Runs in the child before everything else: SIGKILL at the k-th change to files or start of git.
KILLER = """\
import os, signal, sys

events, at = 0, int(os.environ["KILL_AT"])
changing = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "subprocess.Popen"}

def count(event, args):
    global events
    if event == "open":
        name, _, flags = args
        counts = isinstance(name, (str, bytes)) and bool(flags & os.O_CREAT)
    else:
        counts = event in changing
    if counts:
        events += 1
        if events == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
"""
#: More moments than any command of these has; the sweep ends when one run is not killed.
MOST = 60


def killed_at(
    folder: Path, place: Path, moment: int, *command: str, way: str = "descriptors"
) -> Result:
    """Run teamkit in its own process group, and kill it at one moment; wait for its children."""
    process = subprocess.Popen(
        [sys.executable, "-m", "teamkit", *command],
        cwd=folder,
        env={
            **os.environ,
            **shim(place, way, also=KILLER),
            "KILL_AT": str(moment),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    # The pipes are closed when the children, which have them too, have ended.
    out, err = process.communicate(timeout=60)
    return Result(process.returncode, out, err)


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(folder).parts
    }


def busy(folder: Folder) -> Folder:
    """Somebody's own work: staged, dirty, untracked."""
    folder.write({"tracked.txt": "tracked\n", "staged.txt": "before\n"})
    folder.commit("Others' files")
    folder.write({"tracked.txt": "dirty\n", "staged.txt": "staged\n", "untracked.txt": "mine\n"})
    folder.git("add", "staged.txt")
    return folder


OWN = "M  staged.txt\n M tracked.txt\n?? untracked.txt\n"


def state(folder: Folder) -> str:
    """What is not committed of other people's work, as `git status` says it."""
    lines = folder.status().splitlines(keepends=True)
    return "".join(line for line in lines if ".txt" in line)


def begun(folder: Folder) -> None:
    folder.git("rm", "--quiet", "-r", "--cached", "teamkit.yml", "people")
    folder.git("commit", "--quiet", "-m", "No team yet")
    shutil.rmtree(folder.path / "people")
    (folder.path / "teamkit.yml").unlink()


COMMANDS: Mapping[str, tuple[str, ...]] = {
    "a new file": ("agenda", "new", "friday", "--date", "2026-12-04"),
    "an edit": ("people", "away", "ben", "2026-12-10"),
    "several files": ("init", "--no-input", "--name", "Us", "--timezone", "UTC", "--person", "ana"),
}


@pytest.mark.parametrize(
    ("kind", "moments", "way"),
    [
        ("a new file", range(1, MOST), "descriptors"),
        ("an edit", range(9, MOST, 2), "descriptors"),  # what comes before is the same
        ("several files", range(13, MOST), "descriptors"),
        ("a new file", range(9, MOST), "paths"),
        ("several files", range(13, MOST, 2), "paths"),
    ],
)
def test_a_kill_leaves_old_or_new_and_a_way_on(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, kind: str, moments: range, way: str
) -> None:
    command, tmp_path = COMMANDS[kind], tmp_path_factory.mktemp("kills")
    base = Folder(tmp_path / "base")
    shutil.copytree(small.path, base.path)
    if kind == "several files":
        begun(base)
    busy(base)
    whole = Folder(tmp_path / "whole")
    shutil.copytree(base.path, whole.path)
    assert whole.shell(*command).status == 0
    old, new = files(base.path), files(whole.path)
    heads = {base.git("rev-parse", "HEAD"), whole.git("rev-parse", "HEAD^")}
    seen_half_done = False

    for moment in moments:
        folder = Folder(tmp_path / f"run{moment}")
        shutil.copytree(base.path, folder.path)
        done = killed_at(folder.path, tmp_path / "killer", moment, *command, way=way)
        if done.status != -signal.SIGKILL:
            break

        left = files(folder.path)
        wrong = {p for p, data in left.items() if data not in {old.get(p), new.get(p)}}
        assert {p for p in wrong if not p.rpartition("/")[2].startswith(".teamkit-")} == set()
        assert set(left) >= set(old)
        assert state(folder) == OWN
        assert folder.git("rev-parse", "HEAD") in heads or folder.log() == whole.log()
        assert "error" not in folder.git("fsck", "--strict", "--no-dangling")

        half_done = folder.status() != OWN and any(left.get(p) == new[p] != old.get(p) for p in new)
        again = next_one(folder, command)
        seen_half_done |= half_done and "unfinished" in again.stderr
        assert mended(folder, again) == files(whole.path), (moment, again)
        assert state(folder) == OWN
        assert folder.status() == OWN
    else:
        pytest.fail("the command never came to its end")

    assert (done.status, files(folder.path)) == (0, new)
    assert seen_half_done


def next_one(folder: Folder, command: tuple[str, ...]) -> Result:
    again = folder.run(*command)
    lock = folder.path / ".git/index.lock"
    if again.status == 7 and lock.exists():
        assert f"remove it: rm {lock}" in again.stderr
        lock.unlink()
        again = folder.run(*command)
    return again


def mended(folder: Folder, again: Result) -> dict[str, bytes]:
    """The files after what the message says was done."""
    if "teamkit save --continue" in again.stderr:
        saved = folder.run("save", "--continue")
        assert saved.status == 0, saved
    return files(folder.path)


def test_a_new_file_killed_before_its_commit_is_named_when_it_is_made_again(
    small: Folder, tmp_path: Path
) -> None:
    hook = small.path / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nkill -9 0\n")
    hook.chmod(0o755)

    done = killed_at(small.path, tmp_path / "killer", 0, "agenda", "add", "Big files")
    hook.unlink()
    for lock in (small.path / ".git").glob("*.lock"):
        lock.unlink()
    again = small.shell("agenda", "add", "Big files")
    saved = small.shell("save", "--continue")

    assert done.status == -signal.SIGKILL
    assert (again.status, again.stdout) == (4, "")
    assert again.stderr == (
        "teamkit: An earlier change is unfinished: 'Bring a topic: Big files'; nothing was "
        "written.\n  topics/2026-12-01-ana-big-files.md\n"
        "  Finish it: teamkit save --continue. Or undo it: teamkit save --abort\n"
    )
    assert saved.status == 0
    assert small.log() == ["Bring a topic: Big files"]
    assert small.git("ls-files", "topics") == "topics/2026-12-01-ana-big-files.md\n"


def test_a_lock_that_a_killed_git_left_is_named_with_what_removes_it(small: Folder) -> None:
    lock = small.path / ".git/index.lock"
    lock.touch()

    refused = small.shell("agenda", "add", "Big files")
    lock.unlink()

    assert refused.status == 7
    assert f"remove it: rm {lock}\n" in refused.stderr
    assert small.shell("agenda", "add", "Big files").status == 0
