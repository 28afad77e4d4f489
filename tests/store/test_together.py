"""Several teamkits at once: nothing is lost, nothing is torn, nothing false is said."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.conftest import ROOT, Folder, Result
from tests.meetings.made import said
from tests.store.ways import shim

CATALOG = "skills:\n" + "".join(f"  skill{n}: {{title: Skill {n}}}\n" for n in range(10))

THERE = (
    "teamkit: It is already there; nothing was written.\n"
    "  topics/2026-12-01-ana-the-same.md\n"
    "  Edit that file, or choose another name.\n"
)


def together(
    folder: Folder, *commands: tuple[str, ...], env: Mapping[str, str] | None = None
) -> list[Result]:
    """Run all of them at the same time; the results in their order."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "teamkit", *command],
            cwd=folder.path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    answers = [process.communicate() for process in started]
    return [
        Result(process.returncode, out, err)
        for process, (out, err) in zip(started, answers, strict=True)
    ]


@pytest.mark.parametrize("way", ["descriptors", "paths"])
def test_ten_topics_at_once_are_ten_commits(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, way: str
) -> None:
    env = shim(tmp_path_factory.mktemp("shim"), way)
    done = together(small, *(("agenda", "add", f"Topic {n}") for n in range(10)), env=env)

    paths = [f"topics/2026-12-01-ana-topic-{n}.md" for n in range(10)]
    assert [Result(one.status, one.stdout, said(one.stderr)) for one in done] == [
        Result(0, f"{path}\n", f"Committed: Bring a topic: Topic {n}\n")
        for n, path in enumerate(paths)
    ]
    assert small.git("ls-files", "topics").splitlines() == paths
    assert sorted(small.log(10)) == [f"Bring a topic: Topic {n}" for n in range(10)]
    assert small.git("log", "-10", "--format=", "--name-only").count(".md\n") == 10
    assert small.status() == ""


def test_ten_edits_of_one_file_all_get_their_turn(small: Folder) -> None:
    small.write({"skills/catalog.yml": CATALOG})
    small.commit("Catalog")
    before = len(small.log(100))

    done = together(small, *(("skills", "set", f"skill{n}", "2") for n in range(10)))

    assert [result.status for result in done] == [0] * 10, done
    assert all("Committed: " in result.stderr for result in done)
    rows = re.findall(r"^\| Skill (\d) +\| 2 ", small.read("skills/ana.md"), re.MULTILINE)
    assert sorted(rows) == [str(n) for n in range(10)]
    assert len(small.log(100)) == before + 10
    assert small.status() == ""


@pytest.mark.parametrize("way", ["descriptors", "paths"])
def test_two_of_the_same_name_are_one_and_a_refusal(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, way: str
) -> None:
    env = shim(tmp_path_factory.mktemp("shim"), way)
    done = together(small, *(("agenda", "add", "The same") for _ in range(4)), env=env)

    assert sorted(result.status for result in done) == [0, 4, 4, 4]
    assert {result.stderr for result in done if result.status} == {THERE}
    assert small.log(2) == ["Bring a topic: The same", "Start"]
    assert small.status() == ""
