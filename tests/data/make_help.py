"""Every page of `--help`, so that its words are reviewed: python -m tests.data.make_help."""

from collections.abc import Iterator
from typing import Any

import typer

from tests import typed
from tests.conftest import ROOT

FOLDER = ROOT / "tests/transcripts/help"
#: As wide as a usual terminal.
WIDTH = 80


def pages() -> dict[str, str]:
    """The name of a file -> the help of one word of the root, and of all below it."""
    root = typed.root()
    found = {"teamkit": _page("teamkit", root)}
    for word, command in root.commands.items():
        found[word] = "\n".join(
            _page(words, one) for words, one in _below(f"teamkit {word}", command)
        )
    return found


def _below(words: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield words, command
    for word, one in getattr(command, "commands", {}).items():
        yield from _below(f"{words} {word}", one)


def _page(words: str, command: Any) -> str:
    context = typer.Context(command, info_name=words, terminal_width=WIDTH)
    return f"$ {words} --help\n{command.get_help(context).rstrip()}\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        (FOLDER / f"{name}.txt").write_text(page, encoding="utf-8")
