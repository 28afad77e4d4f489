"""On a terminal, through a pty: drawn for people, asked, interrupted."""

import os
import re
import sys
from collections.abc import Mapping, Sequence

import pytest

from tests.conftest import ROOT, Folder, Result

pexpect = pytest.importorskip("pexpect")


def terminal(
    folder: Folder,
    *command: str,
    env: Mapping[str, str] | None = None,
    typed: Sequence[tuple[str, str]] = (),
) -> Result:
    """What stands on the screen after *command*; *typed* are (question, answer)."""
    world = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "teamkit", *command],
        cwd=str(folder.path),
        env={**world, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **(env or {})},
        encoding="utf-8",
        timeout=30,
        dimensions=(50, 100),
    )
    screen = ""
    for question, answer in typed:
        child.expect_exact(question)
        screen += child.before + question
        if answer == "^C":
            child.sendintr()
        else:
            child.send(answer)
    child.expect(pexpect.EOF)
    screen += child.before
    child.close()
    return Result(child.exitstatus, screen.replace("\r\n", "\n"), "")


ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
READING = [("people", "list"), ("agenda", "show"), ("agenda", "new", "--dry-run")]


@pytest.fixture
def team(small: Folder) -> Folder:
    small.run("agenda", "new")
    small.run("agenda", "add", "Title \x1b[31mred\x1b]0;x\x07")
    return small


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_terminal_gets_a_drawing(team: Folder, command: tuple[str, ...]) -> None:
    drawn = terminal(team, *command)
    piped = team.run(*command)

    assert drawn.status == 0
    assert "\x1b" not in ESCAPES.sub("", drawn.stdout)
    assert "\x07" not in drawn.stdout
    assert "\t" not in drawn.stdout
    assert drawn.stdout != piped.stdout
    assert all(len(line) <= 100 for line in ESCAPES.sub("", drawn.stdout).split("\n"))


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_without_colour_there_are_no_escapes(
    team: Folder, command: tuple[str, ...], env: Mapping[str, str]
) -> None:
    result = terminal(team, *command, env=env)

    assert (result.status, "\x1b" in result.stdout) == (0, False)


def test_a_diff_is_coloured_where_colour_is_wanted(team: Folder) -> None:
    result = terminal(team, "people", "away", "ben", "fri", "--dry-run")

    assert "\x1b[" in result.stdout
    assert '+away:\n+  - "2026-12-04"\n' in ESCAPES.sub("", result.stdout)


@pytest.mark.parametrize("option", ["--plain", "--json"])
def test_programs_can_ask_for_their_own_form(team: Folder, option: str) -> None:
    shown, piped = terminal(team, "people", "list", option), team.run("people", "list", option)

    # The terminal's driver, not teamkit, may show tabs as blanks.
    assert shown.stdout.expandtabs() == piped.stdout.expandtabs()


def test_a_refusal_looks_the_same(team: Folder) -> None:
    assert terminal(team, "people", "show", "nobody") == Result(
        3, team.run("people", "show", "nobody").stderr, ""
    )


@pytest.mark.parametrize("after", [0, 1])
def test_ctrl_c_at_a_question_writes_nothing(empty: Folder, after: int) -> None:
    questions = ["What is the team called?", "Which time zone?"]
    typed = [(question, "\n") for question in questions[:after]] + [(questions[after], "^C")]

    result = terminal(empty, "init", typed=typed)

    assert result.status == 130
    assert result.stdout.endswith("Interrupted; nothing more was done.\n")
    assert "Traceback" not in result.stdout
    assert list(empty.path.iterdir()) == []


def test_the_end_of_input_at_a_question_writes_nothing(empty: Folder) -> None:
    result = terminal(empty, "init", typed=[("What is the team called?", "\x04")])

    assert (result.status, list(empty.path.iterdir())) == (130, [])


def test_answers_are_taken(empty: Folder) -> None:
    empty.git("init", "--quiet", "-b", "main")
    questions = [
        "called?",
        "zone?",
        "areas",
        "On which day",
        "When does it",
        "How many",
        "Who is on",
    ]
    answers = ["Our team\n", "Europe/Madrid\n", "backend\n", "fri\n", "\n", "\n", "ana\n"]

    result = terminal(empty, "init", typed=list(zip(questions, answers, strict=True)))

    assert result.status == 0
    assert empty.status() == ""
    assert "name: Our team\n" in empty.read("teamkit.yml")
