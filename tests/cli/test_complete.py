"""What TAB offers: right in a team, silent and empty everywhere else."""

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from teamkit.cli import complete
from teamkit.cli.session import Session
from teamkit.output.console import Console
from tests.conftest import ROOT, Folder, Result


def tab(folder: Path, line: str) -> Result:
    """What bash gets for the last word of *line*."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "teamkit"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_TEAMKIT_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(done.returncode, done.stdout.strip("\n"), done.stderr)


@pytest.fixture
def team(small: Folder) -> Folder:
    small.write(
        {
            "skills/catalog.yml": "skills:\n  postgis: {title: P}\n  terraform: {title: T}\n",
            "solutions/large-uploads.md": "---\ntitle: Uploads\n---\n",
            "solutions/maps.md": "---\ntitle: Maps\n---\n",
            "notes/2026-11-20-friday.md": "## A\n\n- [ ] Do it  (id:: tile)\n- [x] Y  (id:: t)\n",
            "topics/2026-11-20-ana-x.md": "---\ntitle: N\n---\n",
        }
    )
    return small


OFFERED = {
    "teamkit no": "notes",
    "teamkit s": "skills\nsolutions\nsave\nsync\nschema",
    "teamkit notes ro": "rotate",
    "teamkit notes rotate fr": "friday",
    "teamkit notes rotate ": "friday",
    "teamkit notes rotate x": "",
    "teamkit notes rotate --exc": "--except",
    "teamkit notes rotate --except b": "ben",
    "teamkit notes show 2026": "2026-11-20-friday",
    "teamkit agenda new f": "friday",
    "teamkit agenda add Title --by ": "@me\nana\nben\ncarla",
    "teamkit agenda add Title --series f": "friday",
    "teamkit topics show ": "2026-11-20-ana-x",
    "teamkit people show c": "carla",
    "teamkit people away @": "@me",
    "teamkit skills set p": "postgis",
    "teamkit skills who-knows t": "terraform",
    "teamkit solutions show ": "large-uploads\nmaps",
    "teamkit solutions add x --skill ter": "terraform",
    "teamkit solutions add x --owner an": "ana",
    "teamkit actions done t": "tile",
    "teamkit agenda vote 2026": "2026-11-20-ana-x",
    "teamkit notes swap b": "ben",
    "teamkit bogus x": "",
}


@pytest.mark.parametrize("line", OFFERED)
def test_in_a_team_the_right_words_are_offered(team: Folder, line: str) -> None:
    assert tab(team.path, line) == Result(0, OFFERED[line], "")


LINES = ("notes rotate fr", "people show ", "skills set p", "solutions show ", "topics show ")


@pytest.mark.parametrize("line", LINES)
def test_without_a_team_nothing_is_offered_and_nothing_said(empty: Folder, line: str) -> None:
    assert tab(empty.path, f"teamkit {line}") == Result(0, "", "")


@pytest.mark.parametrize("line", ["-C {} notes rotate fr", "notes rotate -C {} fr"])
def test_the_folder_that_is_named_counts(team: Folder, line: str) -> None:
    root = Path("/")

    there = tab(root, f"teamkit {line.format(team.path)}")
    nowhere = tab(root, f"teamkit {line.format('/none')}")

    assert (there, nowhere) == (Result(0, "friday", ""), Result(0, "", ""))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("teamkit.yml", b"\xff"),
        ("teamkit.yml", b"a: ["),
        ("skills/catalog.yml", b"\xff"),
        ("skills/catalog.yml", b"skills: [x]"),
    ],
)
def test_files_that_cannot_be_read_are_no_words(team: Folder, path: str, data: bytes) -> None:
    (team.path / path).write_bytes(data)

    assert tab(team.path, "teamkit skills set p") == Result(0, "", "")


def test_a_folder_that_is_gone_has_no_words(tmp_path: Path) -> None:
    code = 'mkdir gone; cd gone; rmdir ../gone; exec "$0" -m teamkit'
    done = subprocess.run(
        ["sh", "-c", code, sys.executable],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "_TEAMKIT_COMPLETE": "complete_bash",
             "COMP_WORDS": "teamkit notes rotate fr", "COMP_CWORD": "3"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_no_git_is_started_for_a_word(team: Folder, tmp_path: Path) -> None:
    marker = tmp_path / "started"
    git = tmp_path / "bin/git"
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\ntouch {marker}\n")
    git.chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{git.parent}:{before}"
    try:
        offered = tab(team.path, "teamkit people show a")
    finally:
        os.environ["PATH"] = before

    assert (offered.stdout, marker.exists()) == ("ana", False)


def test_each_kind_of_word_has_its_completer(team: Folder) -> None:
    console = Console(io.StringIO(), io.StringIO(), environ={})
    ctx = SimpleNamespace(obj=Session({}, team.path, io.StringIO(), console))

    offered = [
        complete.people(ctx, [], ""),
        complete.series(ctx, [], "f"),
        complete.skills(ctx, [], "t"),
        complete.records("solutions")(ctx, [], "large"),
        complete.records("blog")(ctx, [], ""),
        complete.open_actions(ctx, [], "t"),
    ]

    assert offered == [
        ["@me", "ana", "ben", "carla"], ["friday"], ["terraform"], ["large-uploads"], [],
        ["tile"],
    ]  # fmt: skip


def test_outside_of_a_team_completers_offer_nothing(empty: Folder) -> None:
    console = Console(io.StringIO(), io.StringIO(), environ={})
    ctx = SimpleNamespace(obj=Session({}, empty.path, io.StringIO(), console))

    assert [complete.people(ctx, [], ""), complete.series(ctx, [], "")] == [[], []]


ODD = (
    "zoe$(touch PWNED)", "zoe`id`", "zoe;id", "zoe b", "zoe'b", 'zoe"b', "zoe*", "zoe[1]", "zoe!1",
    "zoe{1,2}", "zoe&id", "zoe>b", "zoe\\b", "zoe|id", "zoe\nb", "zoe#b", "zoe\u00a0b", "~zoe",
    "-zoe", "=zoe", "%zoe", "+zoe",
)  # fmt: skip
ANY = ("zoe-b_2", "zoe.b", "zoë", "zoe\u0301", "z,b", "z@b=1", "日本", "हिन्दी")


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_a_shell_would_read_otherwise_is_not_offered(team: Folder, name: str) -> None:
    team.write({f"people/{name}.md": "", "people/zoe.md": ""})

    assert tab(team.path, "teamkit people show ").stdout.splitlines() == [
        "@me", "ana", "ben", "carla", "zoe",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ANY)
def test_a_name_in_any_script_is_offered(team: Folder, name: str) -> None:
    team.write({f"people/{name}.md": ""})

    assert tab(team.path, f"teamkit people show {name[:1]}").stdout == name
