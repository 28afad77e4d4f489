"""Groups that list their doors without opening them, so that start-up stays fast."""

from importlib import import_module
from keyword import iskeyword
from typing import Any

from typer.core import TyperCommand, TyperGroup


class LazyGroup(TyperGroup):
    """The commands of a package: stubs in `--help` and completion; the one typed is imported.

    Attributes:
        package: its `DOORS` are the words and the first line of help of each; a test holds them
            against the real help. Behind a word is a module with a `command`, or a package with
            doors of its own.
    """

    def __init__(self, package: str, *, rich_markup_mode: Any = None, **kwargs: Any) -> None:
        super().__init__(rich_markup_mode=rich_markup_mode, **kwargs)
        self.package = package
        for word, line in import_module(package).DOORS.items():
            self.add_command(TyperCommand(word, help=line), word)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Put the real command in place of its door, then resolve as Typer does."""
        if args and args[0] in import_module(self.package).DOORS:
            self.open(args[0])
        return super().resolve_command(ctx, args)

    def open(self, word: str) -> Any:
        """The real command or group behind the door *word*."""
        doors = import_module(self.package).DOORS
        name = f"{self.package}.{module_name(word)}"
        module = import_module(name)
        if hasattr(module, "DOORS"):
            command: Any = LazyGroup(name, name=word, help=doors[word])
        else:
            command = module.command.build(word)
        self.add_command(command, word)
        return command


def module_name(word: str) -> str:
    """The module of a word that people type: `who_knows`, `import_`."""
    name = word.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name
