"""Groups that list their doors without opening them, so that start-up stays fast."""

from collections.abc import Mapping
from copy import copy
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

from typer.core import TyperGroup
from typer.main import get_command, get_command_name
from typer.models import CommandInfo, TyperInfo


class Door(NamedTuple):
    """A command that is imported when somebody types it.

    Attributes:
        module: where its `app` is.
        help: the first line of its help; a test holds it against the real one.
        more: modules whose `app` has further words of the command.
    """

    module: str
    help: str
    more: tuple[str, ...] = ()


class LazyGroup(TyperGroup):
    """Shows a stub for each door in `--help` and completion, and opens the one that is typed."""

    doors: ClassVar[Mapping[str, Door]] = {}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name, door in self.doors.items():
            self.add_command(TyperGroup(name=name, help=door.help), name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Put the real command in place of its door, then resolve as Typer does."""
        if args and args[0] in self.doors:
            self.open(args[0], *args[1:2])
        return super().resolve_command(ctx, args)

    def open(self, name: str, word: str = "") -> Any:
        """The real command behind the door *name*.

        When *word* is one of its commands, the others are not built: each costs a look at a
        signature, and only one will run.
        """
        door = self.doors[name]
        app = copy(import_module(door.module).app)
        commands, groups = [*app.registered_commands], [*app.registered_groups]
        for module in door.more:
            if _meant(commands, word) or _named(groups, word):
                break
            more = import_module(module).app
            commands += more.registered_commands
            groups += more.registered_groups
        only = _meant(commands, word), _named(groups, word)
        app.registered_commands, app.registered_groups = only if any(only) else (commands, groups)
        command = get_command(app)
        command.name = name
        self.add_command(command, name)
        return command


def _meant(commands: list[CommandInfo], word: str) -> list[CommandInfo]:
    return [command for command in commands if _word(command) == word]


def _named(groups: list[TyperInfo], word: str) -> list[TyperInfo]:
    return [group for group in groups if group.name == word]


def _word(command: CommandInfo) -> str:
    """What people type for a command of a Typer app."""
    return command.name or get_command_name(getattr(command.callback, "__name__", ""))
