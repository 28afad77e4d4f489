"""The options every command shares, each spelled once.

A command says which kind it is by its decorator: `@reads` or `@writes`. Their values go straight to
the session, so that no command has to carry them along.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperOption
from typer.main import get_command


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
#: Kind of value -> the word for it in help; empty: the name of the option.
_METAVARS = {"int": "N", "int range": "N", "str": ""}


class _Command(TyperCommand):
    """A command whose help has words for values: `--tag TAG`, `--minutes N`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for param in self.params:
            kind = param.type.name
            if param.metavar is None and kind in _METAVARS:
                param.metavar = _METAVARS[kind] or (param.name or "").rstrip("_").upper()


class Reads(_Command):
    """A command that only reads."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(make() for make in _READING)


class Writes(_Command):
    """A command that may write and commit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(make() for make in EVERYWHERE)


class CommandFile(NamedTuple):
    """What one file of `commands/` has: a function that takes the session, then what is typed.

    Attributes:
        text: the help, where it is not the function's docstring.
    """

    function: Callable[..., int | None]
    kind: type[TyperCommand]
    text: str | None = None

    def build(self, word: str) -> Any:
        """The command that Typer runs when *word* is typed."""
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(word, cls=self.kind, help=self.text)(_with_session(self.function))
        return get_command(app)


def reads(function: Callable[..., int | None]) -> CommandFile:
    """A command that only reads."""
    return CommandFile(function, Reads)


def writes(function: Callable[..., int | None], *, text: str | None = None) -> CommandFile:
    """A command that may write and commit."""
    return CommandFile(function, Writes, text)


def _with_session(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """*function* as Typer takes it: with the context in the place of the session."""

    @wraps(function)
    def run(ctx: typer.Context, **typed: Any) -> int | None:
        return function(ctx.obj, **typed)

    signature = inspect.signature(function)
    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    _, *typed = signature.parameters.values()
    run.__dict__["__signature__"] = signature.replace(parameters=[*typed, context])
    return run
