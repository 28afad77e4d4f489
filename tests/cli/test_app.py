"""The root: the one place where an error becomes a status."""

import io
import json
import platform
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
import typer
from typer.testing import CliRunner

from teamkit import __version__
from teamkit.cli.app import Root, app
from teamkit.cli.session import Session
from teamkit.commands import DOORS
from teamkit.errors import ConflictError, ExitStatus, NotFoundError
from teamkit.output.console import Console
from tests.conftest import ROOT, Folder, Result


def outcome(command: Callable[[], object], *args: str) -> Result:
    """What the shell sees of a root whose one command is *command*."""
    broken = typer.Typer(
        cls=Root,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    broken.callback()(lambda: None)
    broken.command("broken")(command)
    result = CliRunner().invoke(broken, ["broken", *args])
    return Result(result.exit_code, result.stdout, result.stderr)


class Full(io.StringIO):
    """A stderr on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device", text)


def test_a_stderr_that_takes_nothing_keeps_the_status(empty: Folder) -> None:
    console = Console(io.StringIO(), Full(), environ={})
    session = Session({}, empty.path, io.StringIO(), console)

    result = CliRunner().invoke(app, ["people", "list"], obj=session)

    assert (result.exit_code, result.output) == (6, "")


def raising(error: BaseException) -> Callable[[], None]:
    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (NotFoundError("No.", hint="Look"), 3, "teamkit: No.\n  Look\n"),
        (ConflictError("No.", where="a.md:3"), 4, "teamkit: No.\n  a.md:3\n"),
        (
            PermissionError(13, "Permission denied", "x.md"),
            4,
            "teamkit: Cannot write: permission denied.\n  x.md\n",
        ),
        (OSError(), 4, "teamkit: Cannot write: oserror.\n  the output\n"),
        (BrokenPipeError(), 141, ""),
        (KeyboardInterrupt(), 130, "Interrupted; nothing more was done.\n"),
        (typer.Abort(), 130, "Interrupted; nothing more was done.\n"),
        (typer.Exit(7), 7, ""),
        (EOFError(), 130, "\nInterrupted; nothing more was done.\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_an_error_has_its_status_and_its_words(
    error: BaseException, status: int, told: str
) -> None:
    assert outcome(raising(error)) == Result(status, "", told)


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), RecursionError(), KeyError("/home/x/y")])
def test_a_bug_is_reported_ready_to_paste_and_never_raw(error: Exception) -> None:
    result = outcome(raising(error))

    assert (result.status, result.stdout) == (ExitStatus.BUG, "")
    assert result.stderr.startswith(
        "teamkit: This is a bug in teamkit, not a mistake of yours.\n"
        "Please report it with these lines:\n\n"
        f"  what:     {type(error).__name__}: "
    )
    assert "  command:  teamkit broken\n" in result.stderr
    assert f"teamkit {__version__}, Python " in result.stderr
    assert "Traceback" not in result.stderr
    assert "/home" not in result.stderr


@pytest.mark.parametrize(
    ("answer", "status"), [(None, 0), (1, 1), (ExitStatus.FINDINGS, 1), ("x", 0)]
)
def test_a_command_may_give_a_status(answer: object, status: int) -> None:
    assert outcome(lambda: answer) == Result(status, "", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_door(empty: Folder, option: str) -> None:
    result = empty.run(option)

    assert (result.status, result.stderr) == (0, "")
    assert [word for word in DOORS if f"\n  {word} " not in result.stdout] == []


def test_the_version_is_told(empty: Folder) -> None:
    assert empty.run("--version") == Result(0, f"teamkit {__version__}\n", "")


@pytest.mark.parametrize("args", [("--version", "--json"), ("--json", "--version")])
def test_programs_get_the_versions_of_python_and_git_too(
    empty: Folder, args: Sequence[str]
) -> None:
    page = json.loads(empty.run(*args).stdout)

    said = empty.git("--version").removeprefix("git version ").strip()
    found = {"teamkit": __version__, "python": platform.python_version(), "git": said}
    assert (page["kind"], page["items"]) == ("version", [found])


def test_where_there_is_no_git_its_version_is_null(empty: Folder) -> None:
    page = json.loads(empty.shell("--version", "--json", env={"PATH": str(empty.path)}).stdout)

    assert page["items"][0]["git"] is None


def test_bare_teamkit_outside_of_a_team_says_how_to_start(empty: Folder) -> None:
    result = empty.run()

    assert (result.status, result.stderr) == (0, "")
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == [
        "teamkit demo", "teamkit init", "teamkit --help",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "args", [("--json", "people", "list"), ("people", "list", "--json")], ids=["root", "command"]
)
def test_shared_options_stand_on_either_side(small: Folder, args: Sequence[str]) -> None:
    result = small.run(*args)

    assert (result.status, result.stdout[:1]) == (0, "{")


@pytest.mark.parametrize("option", ["--dry-run", "-n"])
def test_a_dry_run_may_be_asked_for_at_the_root(small: Folder, option: str) -> None:
    result = small.run(option, "agenda", "add", "Title")

    assert (result.status, small.status()) == (0, "")
    assert result.stdout.startswith("diff --git a/topics/")


def test_ctrl_c_while_starting_is_quiet() -> None:
    code = (
        "import sys, builtins\n"
        "real = builtins.__import__\n"
        "def stop(name, *rest):\n"
        "    if name == 'teamkit.cli.app': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "from teamkit.__main__ import main\n"
        "builtins.__import__ = stop\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    "title", ["- [ ] move the backups", "-1 day off", "- a = b", "-- it's late"]
)
def test_words_that_begin_with_a_dash_are_refused_with_what_to_type(
    small: Folder, title: str
) -> None:
    refused = small.run("agenda", "add", title, "--by", "ana")

    said, way_out = refused.stderr.splitlines()
    assert (refused.status, said) == (2, "teamkit: That begins with a dash, as options do.")
    _, *typed = shlex.split(way_out.strip().removeprefix("Type: "))
    assert small.run(*typed).status == 0
    (topic,) = (small.path / "topics").iterdir()
    assert f"# {title}\n" in topic.read_text("utf-8")


def test_an_option_that_is_misspelt_is_no_title(small: Folder) -> None:
    refused = small.run("agenda", "add", "Title", "--owner=Ana Costa")

    assert refused.stderr.startswith("teamkit: No such option: --owner")
