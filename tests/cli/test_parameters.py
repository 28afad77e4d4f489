"""Beliefs about options that take a list, and about what a commit says it was made by."""

import ast
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from teamkit import commands
from teamkit.cli.options import CommandFile
from teamkit.cli.parameters import split
from tests.conftest import Folder

SOURCE = Path(commands.__file__).parents[1]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (None, None),
        ([], []),
        (["ana,ben", "carla"], ["ana", "ben", "carla"]),
        ([" ana , ,@Ben,,"], ["ana", "@Ben"]),
        (["infra as code,maps"], ["infra as code", "maps"]),
    ],
)
def test_a_list_has_commas_or_is_repeated(typed: list[str] | None, words: list[str] | None) -> None:
    assert split(typed) == words


@pytest.mark.parametrize("typed", [["--except", "ana,ben"], ["--except", "ana", "--except", "ben"]])
def test_both_ways_pass_over_the_same_people(small: Folder, typed: list[str]) -> None:
    small.run("agenda", "new", "--date", "2026-12-04")

    result = small.run("notes", "rotate", "--dry-run", *typed)

    assert result.status == 0
    assert "Not Ana: left out" in result.stderr
    assert "Not Ben: left out" in result.stderr


def typed_words() -> set[str]:
    """The words of every command, from the files."""
    return {
        module.name.removeprefix(f"{commands.__name__}.")
        .replace(".", " ")
        .replace("_", "-")
        .rstrip("-")
        for module in walk_packages(commands.__path__, f"{commands.__name__}.")
        if isinstance(getattr(import_module(module.name), "command", None), CommandFile)
    }


def trailers() -> set[str]:
    """What each `Change` in the source says it was made by, where it is written out."""
    calls = (
        node
        for module in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Change"
    )
    said = (call.args[1] for call in calls if len(call.args) > 1)
    return {str(node.value) for node in said if isinstance(node, ast.Constant)}


def test_a_commit_names_a_command_that_people_type() -> None:
    assert len(trailers()) > 20
    assert trailers() <= typed_words()
