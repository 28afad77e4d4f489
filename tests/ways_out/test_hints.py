"""Every command of teamkit's that a sentence in the source names exists, with its options."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests import typed
from tests.conftest import ROOT

PACKAGE = ROOT / "teamkit"
#: What stands for a value that is filled in.
_VALUE = "VALUE"
_WORDS = r"teamkit((?: [a-z][a-z-]*)*)"
#: Sentences about teamkit itself.
_VERBS = {"cannot", "keeps", "leaves", "shows"}
#: Where a command begins.
_BEGINS = r"(?:(?:^|: |; |`|\(|\$ |&& |then |or |^ +))"
_OPTION = r"--?[a-z][a-z-]*"
_NAMED = re.compile(rf"{_BEGINS}{_WORDS}(.*?)(?=`|\)|; |, then|\. |: |\n|$)", re.MULTILINE)


class Root:
    """The real commands, with all their words."""

    def __init__(self) -> None:
        self.root: Any = typed.root()

    def command(self, words: list[str]) -> Any:
        """The command that these words name; None when there is none."""
        found = self.root
        for word in words:
            if not hasattr(found, "commands"):
                return found  # the rest are its arguments
            found = found.commands.get(word)
            if found is None:
                return None
        return found

    def options(self) -> set[str]:
        """Every option of every command."""
        return set().union(*map(_all_options, self.root.commands.values()))


def _all_options(command: Any) -> set[str]:
    below = getattr(command, "commands", {}).values()
    return options_of(command).union(*map(_all_options, below))


def options_of(command: Any) -> set[str]:
    both = [*(name for p in command.params for name in (*p.opts, *p.secondary_opts)), "--help"]
    return {name for name in both if name.startswith("-")}


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every text of a module with its line; what an f-string fills in is `_VALUE`."""
    inside: set[int] = set()
    found: list[ast.Constant] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else _VALUE for p in node.values]
            inside |= {id(part) for part in node.values}
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node)
    yield from ((node.lineno, str(node.value)) for node in found if id(node) not in inside)


@cache
def sentences() -> list[tuple[str, str]]:
    """Where it is, and the text, of everything that is written to be read."""
    return [
        (f"{path.relative_to(ROOT)}:{line}", text)
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in texts(ast.parse(path.read_text("utf-8")))
        if re.search(r"[a-z] |: ", text)
    ]


@cache
def named() -> list[tuple[str, list[str], list[str]]]:
    """Where it is, the words, and the options of every command that is named."""
    found = []
    for place, text in sentences():
        for match in _NAMED.finditer(text):
            words = match[1].split()
            if words[:1] and words[0] not in _VERBS:
                found.append((place, words, re.findall(rf"(?<= ){_OPTION}", match[2])))
    return found


@pytest.fixture(scope="module")
def root() -> Root:
    return Root()


def test_the_source_names_commands() -> None:
    assert len(named()) > 100


def test_every_command_that_is_named_exists(root: Root) -> None:
    wrong = [
        f"{place}: teamkit {' '.join(words)}"
        for place, words, _ in named()
        if root.command(words) is None
    ]

    assert wrong == []


def test_every_option_of_a_named_command_exists(root: Root) -> None:
    wrong = [
        f"{place}: teamkit {' '.join(words)} {option}"
        for place, words, options in named()
        if (command := root.command(words)) is not None
        for option in options
        if option not in options_of(command)
    ]

    assert wrong == []


def test_every_option_that_is_offered_is_one_of_a_command(root: Root) -> None:
    known = root.options() | options_of(root.root)
    wrong = [
        f"{place}: {option}"
        for place, text in sentences()
        if not re.search("git |pip", text) and not place.startswith("teamkit/repo/")
        for option in re.findall(r"(?:^|(?:[a-z,:(]|`) ?)`?(--[a-z][a-z-]+)", text)
        if option not in known
    ]

    assert wrong == []


def test_peoples_words_are_never_put_into_a_command_as_they_are() -> None:
    """Between plain quotes, a title with `$(...)` would run when the line is pasted."""
    wrong = [
        place for place, text in sentences() if re.search(rf"teamkit [^\n]*[\"']{_VALUE}", text)
    ]

    assert wrong == []
