"""The real commands behind every door."""

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from teamkit.cli.app import app
from teamkit.cli.lazy import LazyGroup


def root() -> Any:
    """The root, all its doors opened."""
    return _opened(get_command(app))


def every(group: Any = None, words: str = "") -> Iterator[tuple[str, Any]]:
    """The words of every command, and the command."""
    for word, command in (group or root()).commands.items():
        if isinstance(command, LazyGroup):
            yield from every(command, f"{words}{word} ")
        else:
            yield f"{words}{word}", command


def _opened(group: Any) -> Any:
    for word in group.commands:
        command = group.open(word)
        if isinstance(command, LazyGroup):
            _opened(command)
    return group
