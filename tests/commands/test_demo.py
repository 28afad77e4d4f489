"""`teamkit demo`: the same team everywhere, whatever a person's git looks like."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Folder

NOBODY = {
    "GIT_AUTHOR_NAME": "",
    "GIT_AUTHOR_EMAIL": "",
    "GIT_COMMITTER_NAME": "",
    "GIT_COMMITTER_EMAIL": "",
}


def test_every_file_of_the_demo_is_committed(demo: Folder) -> None:
    assert demo.status() == ""
    assert demo.git("branch", "--show-current") == "main\n"
    assert int(demo.git("rev-list", "--count", "HEAD")) > 100


def test_authors_and_days_are_those_of_the_story(demo: Folder) -> None:
    first = demo.git("log", "--reverse", "--format=%an|%ae|%aI|%cn|%ce|%cI").split("\n")[0]

    name, email, when = first.split("|")[:3]
    assert first == f"{name}|{email}|{when}|{name}|{email}|{when}"
    assert (email, when) == ("ana@harbour.example", "2025-11-17T10:05:00+01:00")
    assert name.startswith("Ana ")


def test_it_is_the_same_whatever_ones_own_git_is_set_to(demo: Folder, tmp_path: Path) -> None:
    home = tmp_path / "other-home"
    hooks = home / "hooks"
    hooks.mkdir(parents=True)
    (hooks / "pre-commit").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "pre-commit").chmod(0o755)
    (home / "ignore").write_text("notes/\n")
    (home / ".gitconfig").write_text(
        f"[core]\nhooksPath = {hooks}\nexcludesFile = {home}/ignore\nautocrlf = true\n"
        "safecrlf = true\n[commit]\ngpgSign = true\n[init]\ndefaultBranch = trunk\n"
    )
    env = {"HOME": str(home), "GIT_TEMPLATE_DIR": str(home), "GIT_DEFAULT_HASH": "sha256"}

    result = Folder(tmp_path).shell("demo", "again", env={**env, **NOBODY})

    assert (result.status, result.stdout) == (0, "again\n")
    again = Folder(tmp_path / "again")
    assert again.git("rev-parse", "HEAD") == demo.git("rev-parse", "HEAD")
    assert again.git("config", "--local", "user.email") == "ana@harbour.example\n"


def test_it_says_what_to_try(empty: Folder) -> None:
    before = dict(os.environ)

    result = empty.run("demo")

    assert (result.status, result.stdout) == (0, "teamkit-demo\n")
    assert result.stderr == (
        "You are Ana there, and nobody else will know.\nTry: cd teamkit-demo\n"
        "     teamkit\n"
        "     teamkit agenda new friday --date 2026-12-04\n"
        "     teamkit notes rotate friday --date 2026-12-04\n"
        "     teamkit skills who-knows postgis\n"
        '     teamkit solutions for "upload large files"\n'
    )
    assert dict(os.environ) == before


def test_programs_get_the_place_and_the_commands(empty: Folder) -> None:
    items = json.loads(empty.run("demo", "here", "--json").stdout)["items"]

    assert items[0]["path"] == "here"
    assert len(items[0]["try"]) == 5


@pytest.mark.parametrize("place", ["full", "full/file"])
def test_a_place_that_is_not_free_is_refused(empty: Folder, place: str) -> None:
    empty.write({"full/file": "x"})

    result = empty.run("demo", place)

    assert (result.status, result.stdout) == (4, "")
    assert "is not empty; nothing was written" in result.stderr
    assert [path.name for path in empty.path.rglob("*")] == ["full", "file"]


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["agenda", "new", "friday", "--date", "2026-12-04"],
        ["skills", "who-knows", "postgis"],
        ["solutions", "for", "upload large files"],
    ],
)
def test_what_it_says_to_try_works(demo: Folder, command: list[str]) -> None:
    result = demo.run(*command)

    assert result.status == 0, result.stderr
    assert result.stdout


def test_the_turn_is_chosen_after_the_agenda(demo: Folder) -> None:
    demo.run("agenda", "new", "friday", "--date", "2026-12-04")

    assert demo.run("notes", "rotate", "friday", "--date", "2026-12-04").status == 0


def test_a_rehearsal_writes_nothing(empty: Folder) -> None:
    result = empty.run("--dry-run", "demo", "team")

    assert (result.status, result.stdout) == (0, "")
    assert result.stderr == "Would write the team into team; nothing was written.\n"
    assert list(empty.path.iterdir()) == []
