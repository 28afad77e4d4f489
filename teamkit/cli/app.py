"""The root command: its doors, and the one place where an error becomes a status."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperOption

from teamkit import __version__
from teamkit.cli import signals
from teamkit.cli.lazy import LazyGroup
from teamkit.cli.options import EVERYWHERE
from teamkit.cli.session import Session
from teamkit.errors import (
    ChangedMeanwhileError,
    ExitStatus,
    MadeMeanwhileError,
    NotWritableError,
    TeamkitError,
    UsageError,
)

#: How often a command is planned before it is planned for the last time.
_PLANS = 3
#: Where the commands are, by name, because this floor imports none above.
COMMANDS = "teamkit.commands"
#: Where the root notes that its version was asked for.
_VERSION = "teamkit.version"


class Root(LazyGroup):
    """Everything a person can type after `teamkit`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(COMMANDS, **kwargs)
        self.params.extend(make() for make in EVERYWHERE)
        self.params.append(_version())

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002  # ours is the boundary in either mode
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one command and exit with its status; the one place that catches errors."""
        session: Session = extra.pop("obj", None) or Session.from_process()
        typed = list(sys.argv[1:] if args is None else args)
        run = partial(
            super().main,
            typed,
            prog_name=prog_name or "teamkit",
            complete_var=complete_var,
            standalone_mode=False,
            windows_expand_args=windows_expand_args,
            obj=session,
            **extra,
        )
        sys.exit(int(_status(run, session, typed)))

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """Read the root's own options; `--help` is shown here."""
        with _may_be_left(extra["obj"]):
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run the command typed."""
        session: Session = ctx.obj
        with _may_be_left(session):
            if ctx.meta[_VERSION]:
                return _show_version(session)
            result = super().invoke(ctx)
            session.close()
            sys.stdout.flush()
        return result


@contextmanager
def _may_be_left(session: Session) -> Iterator[None]:
    """Neither a reader that went away nor somebody who interrupts is an error of ours."""
    try:
        yield
    except BrokenPipeError as error:
        session.console.hush()
        raise typer.Exit(ExitStatus.CLOSED_PIPE) from error
    except KeyboardInterrupt as error:
        raise typer.Abort from error


def _status(run: Callable[[], Any], session: Session, typed: Sequence[str]) -> int:
    """The status of one run; refusals and bugs are told on stderr, where it takes them."""
    tell, status = _outcome(run, session, typed)
    try:
        tell()
    except OSError:
        session.console.hush()
    return status


def _outcome(
    run: Callable[[], Any], session: Session, typed: Sequence[str]
) -> tuple[Callable[[], None], int]:
    """How one run ends: what remains to be told, and the status."""
    console = session.console
    try:
        result = _settled(run, session)
    except TeamkitError as error:
        return partial(session.refuse, error), error.status
    except typer.TyperException as error:
        return partial(console.refuse, _usage(error, typed)), error.exit_code
    except typer.Abort:
        return partial(console.say, "Interrupted; nothing more was done."), signals.status()
    except OSError as error:
        refusal = NotWritableError(error.filename or "the output", _why(error))
        return partial(console.refuse, refusal), ExitStatus.CONFLICT
    except Exception as error:  # noqa: BLE001  # the boundary: a bug is reported, never shown raw
        command = " ".join(["teamkit", *typed])
        return partial(console.bug, error, version=__version__, command=command), ExitStatus.BUG
    return _nothing, result if isinstance(result, int) else ExitStatus.DONE


def _settled(run: Callable[[], Any], session: Session) -> Any:
    """Run the command; where somebody else wrote its files meanwhile, plan it again.

    From the second time on it is planned under the clone's lock, so that others wait.
    """
    with ExitStack() as held:
        for _ in range(_PLANS):
            try:
                return run()
            except (ChangedMeanwhileError, MadeMeanwhileError):
                held.enter_context(session.team.locked())
                session.read_again()
                session.answers.rewind()
        return run()


def _nothing() -> None:
    """All was told."""


app = typer.Typer(
    cls=Root,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def root(ctx: typer.Context) -> None:
    """Keep a team's knowledge moving: meetings, notes, skills, solutions, in git.

    Without a command it shows what comes next: the next meeting, your open actions, and what is not
    shared yet.
    """
    if ctx.invoked_subcommand is None:
        import_module(f"{COMMANDS}.now").command(ctx.obj)


def _show_version(session: Session) -> None:
    if not session.json:
        sys.stdout.write(f"teamkit {__version__}\n")
        sys.stdout.flush()
        return
    from teamkit.cli.versions import versions

    session.console.show(versions(__version__, session.start))


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _usage(error: typer.TyperException, typed: Sequence[str]) -> TeamkitError:
    """Typer's usage error as a refusal of ours; words that begin with a dash go behind `--`."""
    context = getattr(error, "ctx", None)
    words = [one for one in typed if one.startswith("-") and " " in one.partition("=")[0]]
    if words and "--" not in typed and error.format_message().startswith("No such option"):
        import shlex

        again = shlex.join(["teamkit", *(one for one in typed if one not in words), "--", *words])
        return UsageError("That begins with a dash, as options do.", hint=f"Type: {again}")
    path = context.command_path if context else "teamkit"
    return UsageError(error.format_message(), hint=f"See: {path} --help")


def _version() -> TyperOption:
    def note(ctx: Any, _: Any, given: bool) -> None:  # Typer calls it so
        ctx.meta[_VERSION] = given

    return TyperOption(
        param_decls=["--version"],
        is_flag=True,
        default=False,
        expose_value=False,
        callback=note,
        help="Show the version; with --json those of Python and git, too.",
    )
