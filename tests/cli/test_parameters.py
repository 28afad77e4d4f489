"""Beliefs about options that take a list, and about what a commit says it was made by."""

import ast
from pathlib import Path

import pytest

from teamkit.cli.parameters import split
from tests import typed
from tests.conftest import Folder

SOURCE = Path(__file__).parents[2] / "teamkit"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, None),
        ([], []),
        (["ana,ben", "carla"], ["ana", "ben", "carla"]),
        ([" ana , ,@Ben,,"], ["ana", "@Ben"]),
        (["infra as code,maps"], ["infra as code", "maps"]),
    ],
)
def test_a_list_has_commas_or_is_repeated(given: list[str] | None, words: list[str] | None) -> None:
    assert split(given) == words


@pytest.mark.parametrize("given", [["--except", "ana,ben"], ["--except", "ana", "--except", "ben"]])
def test_both_ways_pass_over_the_same_people(small: Folder, given: list[str]) -> None:
    small.run("agenda", "new", "--date", "2026-12-04")

    result = small.run("notes", "rotate", "--dry-run", *given)

    assert result.status == 0
    assert "Not Ana: left out" in result.stderr
    assert "Not Ben: left out" in result.stderr


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
    assert trailers() <= {words for words, _ in typed.every()}
