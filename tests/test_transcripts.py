"""Sessions as a person sees them, in tests/transcripts/*.txt, run for real.

`$ command` runs in the demo team (or, after a first line `# in an empty folder`, in an empty
one); the lines below are stdout, `2> ` lines stderr, `? 3` a status other than 0. `...` alone on
a line stands for any lines, `...` inside one for any characters. `# ` lines are for the reader.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@dataclass
class Step:
    """One command and what is expected of it."""

    line: int
    command: str
    stdout: list[str]
    stderr: list[str]
    status: int = 0


def steps(text: str) -> list[Step]:
    found: list[Step] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("$ "):
            found.append(Step(number, line[2:], [], []))
        elif not found or line.startswith("# "):
            continue
        elif line.startswith("2> ") or line == "2>":
            found[-1].stderr.append(line[3:])
        elif line.startswith("? "):
            found[-1].status = int(line[2:])
        else:
            found[-1].stdout.append(line)
    for step in found:
        while step.stdout and not step.stdout[-1]:
            step.stdout.pop()
    return found


def matches(expected: list[str], got: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected
    )
    return re.fullmatch(pattern, got) is not None


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_session_goes_as_written(path: Path, demo_once: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    folder = tmp_path / "team"
    if text.startswith("# in an empty folder"):
        folder.mkdir()
    else:
        shutil.copytree(demo_once, folder, symlinks=True)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = bin_ / "teamkit"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m teamkit "$@"\n')
    script.chmod(0o755)

    for step in steps(text):
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=folder,
            env={**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        told = f"{path.name}:{step.line}: $ {step.command}\n{done.stdout}--- 2>\n{done.stderr}"
        assert done.returncode == step.status, told
        assert matches(step.stdout, done.stdout), told
        assert matches(step.stderr, done.stderr), told


def test_there_are_transcripts() -> None:
    assert TRANSCRIPTS
