"""Beliefs about keeping C libraries off standard output; each runs in a process of its own."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

BODY = """\
import ctypes, os, sys
from teamkit.output.quiet import quiet_stdout
libc = ctypes.CDLL(None)
"""
LOUD = """\
libc.printf(b"before\\n")
with quiet_stdout():
    libc.printf(b"banner\\n")
    os.write(1, b"raw\\n")
print("after")
"""


def run(code: str, redirected: str = "") -> "subprocess.CompletedProcess[str]":
    """Run Python code; *redirected* is what a shell would write behind the command."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "-c", BODY + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_neither_what_is_written_nor_what_is_held_back_in_c_turns_up() -> None:
    done = run(LOUD)

    assert (done.stdout, done.stderr) == ("before\nafter\n", "")


def test_it_holds_in_a_file_too(tmp_path: Path) -> None:
    place = tmp_path / "out"

    done = run(LOUD, f">'{place}'")

    assert (done.returncode, place.read_text()) == (0, "before\nafter\n")


def test_an_error_inside_gives_stdout_back() -> None:
    done = run(
        "try:\n"
        "    with quiet_stdout():\n"
        "        libc.printf(b'banner')\n"
        "        raise ValueError\n"
        "except ValueError:\n"
        "    print('after')\n"
    )

    assert (done.stdout, done.stderr) == ("after\n", "")


def test_no_descriptor_is_left_open() -> None:
    done = run(
        "def free():\n"
        "    number = os.dup(2)\n"
        "    os.close(number)\n"
        "    return number\n"
        "first = free()\n"
        "for _ in range(3):\n"
        "    with quiet_stdout(): pass\n"
        "print(free() - first)\n"
    )

    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_closed_stdout_stays_closed() -> None:
    code = (
        "with quiet_stdout():\n"
        "    libc.printf(b'banner')\n"
        "try:\n"
        "    os.fstat(1)\n"
        "except OSError:\n"
        "    sys.stderr.write('closed')\n"
    )

    done = run(code, ">&-")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "closed")
