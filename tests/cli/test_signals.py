"""Ctrl-C, SIGTERM and SIGHUP end a command at any moment in the same way: clean and at once."""

import os
import random
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Folder

pexpect = pytest.importorskip("pexpect")

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
#: A line of shell, run where a repository is, that waits at the gates.
WAITS = "echo >.git/ready; read _ <.git/go"
SENTENCE = "Interrupted; nothing more was done.\n"
TOPIC = ("agenda", "add", "Show the tile cache")
TOPIC_PATH = "topics/2026-12-01-ana-show-the-tile-cache.md"


def started(folder: Folder, *args: str, **more: Any) -> "subprocess.Popen[str]":
    """A teamkit that runs."""
    return subprocess.Popen(
        [sys.executable, "-m", "teamkit", *args],
        cwd=folder.path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **more.pop("env", {})},
        **{
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
            **more,
        },
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Status, stdout and stderr of a process that ends by itself."""
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def gates(folder: Folder) -> tuple[Path, Path]:
    """What says that a script has begun to wait, and what lets it go on."""
    ready, go = folder.path / ".git/ready", folder.path / ".git/go"
    os.mkfifo(ready)
    os.mkfifo(go)
    return ready, go


def hook(folder: Folder, script: str) -> None:
    place = folder.path / ".git/hooks/pre-commit"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def slow_git(folder: Folder, word: str) -> Mapping[str, str]:
    """A PATH on which git waits before it does *word*."""
    place = folder.path / ".git/slow/git"
    place.parent.mkdir()
    real = shutil.which("git")
    place.write_text(f'#!/bin/sh\ncase " $* " in *" {word} "*) {WAITS};; esac\nexec {real} "$@"\n')
    place.chmod(0o755)
    return {"PATH": f"{place.parent}:{os.environ['PATH']}"}


def asked(folder: Folder, question: str, *args: str, env: Mapping[str, str] = {}) -> Any:
    """A teamkit on a terminal that has asked."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "teamkit", *args],
        cwd=str(folder.path),
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        encoding="utf-8",
        timeout=30,
    )
    child.expect_exact(question)
    return child


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    ("question", "args"),
    [("team called? ", ("init",)), ("Ctrl-D ends the list.", ("agenda", "add", "-"))],
    ids=["one line", "all of stdin"],
)
def test_at_a_question(
    small: Folder,
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
    question: str,
    args: tuple[str, ...],
) -> None:
    folder = Folder(tmp_path_factory.mktemp("new")) if args == ("init",) else small
    child = asked(folder, question, *args)
    os.kill(child.pid, number)
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 128 + number
    assert child.before.replace("\r\n", "\n").endswith(SENTENCE)
    assert small.status() == ""


@pytest.mark.parametrize("number", SIGNALS)
def test_while_git_is_read_from(small: Folder, number: int) -> None:
    ready, go = gates(small)
    process = started(small, env=slow_git(small, "status"))
    ready.read_text()
    os.kill(process.pid, number)
    go.write_text("\n")

    assert ended(process) == (128 + number, "", SENTENCE)


@pytest.mark.parametrize("number", SIGNALS)
def test_while_a_hook_runs_the_commit_is_finished(small: Folder, number: int) -> None:
    ready, go = gates(small)
    hook(small, WAITS)
    process = started(small, *TOPIC)
    ready.read_text()
    os.kill(process.pid, number)
    go.write_text("\n")

    assert ended(process) == (128 + number, "", SENTENCE)
    assert (small.log(), small.status()) == (["Bring a topic: Show the tile cache"], "")
    assert sorted(path.name for path in small.path.joinpath("topics").iterdir()) == [
        Path(TOPIC_PATH).name
    ]
    hook(small, "exit 0")
    assert "half-way" not in small.run("agenda", "vote", "tile").stderr


@pytest.mark.parametrize("number", SIGNALS)
def test_a_terminal_that_closes_while_a_hook_runs_leaves_no_half(
    small: Folder, number: int
) -> None:
    """Everybody on the terminal gets the signal: the hook and git, too."""
    ready, _ = gates(small)
    hook(small, WAITS)
    process = started(small, *TOPIC, start_new_session=True)
    ready.read_text()
    os.killpg(process.pid, number)
    status, out, err = ended(process)

    assert (status, out, err) == (128 + number, "", SENTENCE)
    assert small.log() == ["Start"]
    assert small.status() == f"?? {TOPIC_PATH}\n"
    assert list(small.path.joinpath(".git").glob("*.lock")) == []


@pytest.mark.parametrize("number", SIGNALS)
def test_a_server_that_never_answers_is_not_waited_for(small: Folder, number: int) -> None:
    ready, go = gates(small)
    small.git("remote", "add", "origin", "ssh://nobody.example/team")
    place = small.path / ".git/ssh"
    place.write_text(f"#!/bin/sh\ncd {small.path}; {WAITS}\n")
    place.chmod(0o755)
    process = started(small, "sync", env={"GIT_SSH": str(place)})
    ready.read_text()
    os.kill(process.pid, number)

    assert ended(process) == (128 + number, "", SENTENCE)
    # Whoever still plays the server ends now; for reading too, so that this never waits for it.
    os.close(os.open(go, os.O_RDWR))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_what_is_ignored_from_the_start_stays_ignored(small: Folder, number: int) -> None:
    ready, go = gates(small)
    hook(small, WAITS)
    process = started(small, *TOPIC, preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
    ready.read_text()
    os.kill(process.pid, number)
    go.write_text("\n")

    assert ended(process)[0] == 0
    assert small.status() == ""


def test_a_second_hang_up_does_not_stop_the_cleaning_up(small: Folder) -> None:
    ready, go = gates(small)
    hook(small, WAITS)
    process = started(small, *TOPIC)
    ready.read_text()
    for number in (signal.SIGHUP, signal.SIGHUP, signal.SIGTERM):
        os.kill(process.pid, number)
    go.write_text("\n")

    assert ended(process) == (129, "", SENTENCE)
    assert (len(small.log(3)), small.status()) == (2, "")


def test_where_nobody_reads_any_more_nothing_is_said_and_nothing_hangs(small: Folder) -> None:
    ready, go = gates(small)
    hook(small, WAITS)
    process = started(small, *TOPIC)
    ready.read_text()
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    process.stderr.close()
    os.kill(process.pid, signal.SIGHUP)
    go.write_text("\n")

    assert process.wait(timeout=30) == 129


def test_a_closed_terminal_ends_the_question(empty: Folder) -> None:
    child = asked(empty, "team called? ", "init")
    os.close(child.child_fd)

    assert os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1]) == 129
    assert list(empty.path.iterdir()) == []
    child.closed = True


def test_a_meeting_full_screen_gives_the_terminal_back(demo: Folder) -> None:
    meeting = ("meeting", "run", "friday", "--date", "2026-12-04", "--live")
    child = asked(demo, "Wins", *meeting, env={"TERM": "xterm-256color"})
    child.expect_exact("F1")
    os.kill(child.pid, signal.SIGTERM)
    child.expect_exact("\x1b[?1049l")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 143
    assert "Traceback" not in child.before
    assert "Continue with: teamkit meeting run friday" in child.before


#: Asks again and again, and is interrupted each time.
ASKS = """
import sys
from teamkit.cli.ask import agree
from teamkit.cli.session import Session
session = Session.from_process()
for number in range(int(sys.argv[1])):
    try:
        agree(session, f"<{number}>")
    except KeyboardInterrupt:
        pass
"""


@pytest.mark.parametrize("microseconds", [0, 30, 100])
def test_no_moment_around_a_question_swallows_ctrl_c(microseconds: int) -> None:
    """The signal comes before, while and after the question begins to wait for the answer."""
    times, random_ = 300, random.Random(microseconds)
    child = pexpect.spawn(
        sys.executable, ["-c", ASKS, str(times)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    seen = b""
    for number in range(times):
        # Faster than expect(), which sleeps.
        while b"<%d> [y/N]: " % number not in seen:
            assert select.select([child.child_fd], [], [], 30)[0], f"{number} waits after Ctrl-C"
            seen += os.read(child.child_fd, 4096)
        seen = b""
        for _ in range(random_.randrange(microseconds + 1) * 20):
            pass
        os.kill(child.pid, signal.SIGINT)
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
