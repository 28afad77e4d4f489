"""TAB and Enter in real shells: no name of a repository runs anything."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.conftest import ROOT, Folder

#: How each shell is started without anybody's settings, and what loads the completion there.
SHELLS = {
    "bash": (["--norc", "--noprofile", "-i"], "source ../completion"),
    "zsh": (["-f", "-i"], "autoload -U compinit; compinit -u -D; source ../completion"),
    "fish": (["--no-config", "-i"], "source ../completion"),
}


@pytest.fixture(params=SHELLS)
def shell(
    request: pytest.FixtureRequest, small: Folder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pexpect.spawn]:
    """A shell at a terminal, in a team with hostile names, its completion loaded."""
    program = shutil.which(request.param)
    if program is None:
        pytest.skip(f"{request.param} is not on this machine")
    around = tmp_path_factory.mktemp("shell")
    place = Folder(shutil.copytree(small.path, around / "team"))
    place.write({
        "people/zoe$(touch PWNED).md": "---\nname: Zoe\n---\n",
        "people/zia`touch PWNED`.md": "---\nname: Zia\n---\n",
        "people/yan;touch PWNED.md": "---\nname: Yan\n---\n",
        "people/xi'$(touch PWNED)'.md": "---\nname: Xi\n---\n",
    })  # fmt: skip
    teamkit = around / "bin/teamkit"
    teamkit.parent.mkdir()
    teamkit.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m teamkit "$@"\n')
    teamkit.chmod(0o755)
    env = {**os.environ, "PATH": f"{teamkit.parent}:{os.environ['PATH']}", "TERM": "dumb"}
    script = place.shell(env={"_TEAMKIT_COMPLETE": f"source_{request.param}"}).stdout
    (around / "completion").write_text(script)
    args, load = SHELLS[request.param]
    child = pexpect.spawn(
        program,
        args,
        cwd=str(place.path),
        env=env,
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 200),
    )
    child.sendline(load)
    ready(child)
    yield child
    child.close(force=True)


def ready(child: pexpect.spawn) -> None:
    """Wait until the shell has done all that was typed."""
    child.sendline("printf 'done%s\\n' 2")
    child.expect("done2")


def test_a_plain_name_is_completed(shell: pexpect.spawn) -> None:
    shell.send("teamkit people show car\t")
    shell.expect("show carla")
    shell.send("\r")
    shell.expect("Carla")


@pytest.mark.parametrize("start", ["z", "zo", "zi", "y", "x"])
def test_no_name_of_the_repository_is_run(shell: pexpect.spawn, start: str) -> None:
    shell.send(f"teamkit people show {start}\t\t")
    shell.send("\r")
    ready(shell)
    shell.sendline("ls")
    ready(shell)

    assert not (Path(shell.cwd) / "PWNED").exists()
