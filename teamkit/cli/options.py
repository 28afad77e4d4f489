"""The options every command shares, each spelled once.

A command says which kind it is by its class: `@app.command(cls=Reads)` or `cls=Writes`. Their
values go straight to the session, so that no command has to carry them along.
"""

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperOption


def _flag(
    name: str, help_: str, *spellings: str, value: object = True
) -> Callable[[], TyperOption]:
    """A maker of the option that sets the session's *name* to *value*."""

    def set_it(ctx: Any, _: Any, given: bool) -> None:  # Typer calls it so
        if given:
            setattr(ctx.obj, name, value)

    return lambda: TyperOption(
        param_decls=list(spellings),
        is_flag=True,
        default=False,
        expose_value=False,
        callback=set_it,
        help=help_,
    )


def _folder() -> TyperOption:
    def set_it(ctx: Any, _: Any, given: str | None) -> None:
        if given is not None:
            ctx.obj.start_in(given)

    return TyperOption(
        param_decls=["-C", "--directory"],
        metavar="DIR",
        default=None,
        expose_value=False,
        is_eager=True,
        callback=set_it,
        help="Work as if started in DIR.",
    )


_READING = (
    _folder,
    _flag("json", "Print JSON, for programs.", "--json"),
    _flag("plain", "Print tab-separated lines, without colour.", "--plain"),
    _flag("no_input", "Never ask; refuse where an answer is needed.", "--no-input"),
)
_WRITING = (
    _flag("dry_run", "Write nothing; print the diff that would be made.", "--dry-run", "-n"),
    _flag("commit", "Write, but leave the commit to you.", "--no-commit", value=False),
    _flag("include_dirty", "Commit your own changes in the same file too.", "--include-dirty"),
)
#: The root takes all of them too: `teamkit -C DIR --json skills list`.
EVERYWHERE = (*_READING, *_WRITING)


class Reads(TyperCommand):
    """A command that only reads."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(make() for make in _READING)


class Writes(TyperCommand):
    """A command that may write and commit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(make() for make in EVERYWHERE)
