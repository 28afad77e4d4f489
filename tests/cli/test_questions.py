"""Somebody answers the survey: on a real terminal, in a pipe, and stopped at every key."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from typer.main import get_command

from teamkit.cli import questions
from teamkit.cli.app import app
from teamkit.cli.questions import End
from teamkit.cli.session import Session
from teamkit.knowledge.survey.answer import _KEYS, SurveyReply
from teamkit.output.console import Console
from tests.conftest import ROOT, Folder
from tests.knowledge.survey.made import rows_of, with_skills

pexpect = pytest.importorskip("pexpect")

ANSWER = ("skills", "survey", "answer")
#: What is asked, in order, and what each answer leaves in the file.
ASKED = ("PostGIS", "CSS", "Docker")
BEFORE = ["|PostgreSQL|3|keep|2026-11-20||", "|Docker|1||2025-01-01|old|"]
AFTER = {
    "PostGIS": "|PostGIS|2|more|2026-12-01||",
    "CSS": "|CSS|0||2026-12-01||",
    "Docker": "|Docker|1||2026-12-01|old|",
}
KEYS = {"PostGIS": "2m", "CSS": "0", "Docker": ""}


@pytest.fixture
def team(small: Folder) -> Folder:
    return with_skills(small)


class Typed(io.TextIOWrapper):
    """Keys as a terminal gives them."""

    def isatty(self) -> bool:
        return True


def asked(typed: bytes, hear: Callable[[int, str], SurveyReply]) -> tuple[End, str]:
    """How two questions end, and what was said, in this process."""
    err = io.StringIO()
    console = Console(io.StringIO(), err, environ={})
    session = Session({}, None, Typed(io.BytesIO(typed)), console)
    return questions.ask_each(session, ["1?", "2?"], hear), err.getvalue()


def test_a_terminal_is_asked_on_the_line_it_types_on(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[tuple[int, str]] = []

    def hear(at: int, typed: str) -> SurveyReply:
        heard.append((at, typed))
        return SurveyReply(asks_again=typed == "x", stops=typed == "q")

    ends = [asked(typed, hear)[0] for typed in (b"x\n1\n2\n", b"1\nq\n", b"1\n")]

    assert ends == [End.ALL_ASKED, End.STOPPED, End.STOPPED]
    assert heard == [(0, "x"), (0, "1"), (1, "2"), (0, "1"), (1, "q"), (0, "1")]
    assert capsys.readouterr().err == "1?1?2?1?2?1?2?"


def test_ctrl_c_ends_the_line_and_the_questions() -> None:
    def hear(_at: int, _typed: str) -> SurveyReply:
        raise KeyboardInterrupt

    assert asked(b"1\n", hear) == (End.INTERRUPTED, "\n")


def terminal(folder: Folder, *args: str) -> Any:
    """The questions on a terminal of 80 columns."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "teamkit", *ANSWER, *args],
        cwd=str(folder.path),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 200),
    )


def over(child: Any) -> tuple[int, str]:
    """The status and what stood at the end."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


def answer(child: Any, count: int) -> None:
    """Answer that many questions, and wait until the next one is asked, if there is one."""
    for skill in ASKED[:count]:
        child.expect_exact("I can teach it > ")
        child.sendline(KEYS[skill])
    if count < len(ASKED):
        child.expect_exact(f"{count + 1} of 3. {ASKED[count]} (")
        child.expect_exact("I can teach it > ")


def kept(count: int) -> list[str]:
    """The rows once the first *count* questions are answered."""
    answered = {skill: AFTER[skill] for skill in ASKED[:count]}
    docker = answered.pop("Docker", BEFORE[1])
    return sorted([BEFORE[0], docker, *answered.values()])


def test_each_answer_is_said_back_and_all_are_one_commit(team: Folder) -> None:
    child = terminal(team)
    answer(child, 3)

    status, end = over(child)

    assert status == 0
    assert "Docker: 1 I have seen it.\r\n" in end
    assert "3 skills answered.\r\n" in end
    assert sorted(rows_of(team)) == kept(3)
    assert team.log(2) == ["Ana answers the skills survey: 3 skills", "Skills"]
    assert team.status() == ""
    assert "\x1b" not in end


@pytest.mark.parametrize("count", range(3))
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_killed_after_any_answer_it_keeps_them_and_goes_on(
    team: Folder, count: int, stop: signal.Signals
) -> None:
    child = terminal(team)
    answer(child, count)
    os.kill(child.pid, stop)
    child.expect(pexpect.EOF)
    child.close()
    left = sorted(rows_of(team))
    status = team.status()

    again = team.shell(*ANSWER, stdin="".join(f"{KEYS[skill]}\n" for skill in ASKED[count:]))

    assert left == kept(count)
    assert status == (" M skills/ana.md\n" if count else "")
    assert again.status == 0
    assert f"{3 - count} {'skill' if count == 2 else 'skills'} answered." in again.stderr
    assert sorted(rows_of(team)) == kept(3)
    assert (len(team.log(3)), team.status()) == (3, "")


def test_the_terminal_that_closes_with_half_an_answer_keeps_the_others(team: Folder) -> None:
    child = terminal(team)
    answer(child, 1)
    child.send("4")
    child.close(force=True)

    assert sorted(rows_of(team)) == kept(1)


def press(child: Any, keys: str, shown: str) -> None:
    """Press keys without Enter, and wait until what was taken is said."""
    child.expect_exact("I can teach it > ")
    child.send(keys)
    child.expect_exact(shown)


def test_where_nobody_wants_to_press_enter_one_key_is_an_answer(team: Folder) -> None:
    child = terminal(team, "--no-enter")
    press(child, "m2", "PostGIS: 2 I can do it with help, wants more.\r\n")
    press(child, "7", "'7' is not an answer.")
    press(child, "M\x7f", "is not an answer.")
    press(child, "0", "CSS: 0 not yet.\r\n")
    press(child, "\r", "Docker: 1 I have seen it.\r\n")

    status, end = over(child)

    assert status == 0
    assert "3 skills answered.\r\n" in end
    assert sorted(rows_of(team)) == kept(3)


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("\x04", 0), ("\x03", 130)])
def test_without_enter_each_way_to_stop_keeps_what_was_answered(
    team: Folder, key: str, status: int
) -> None:
    child = terminal(team, "--no-enter")
    press(child, "m2", "wants more.\r\n")
    press(child, key, "1 skill ")

    assert over(child)[0] == status
    assert sorted(rows_of(team)) == kept(1)


@pytest.mark.parametrize("count", range(3))
def test_ctrl_c_keeps_and_says_how_to_go_on(team: Folder, count: int) -> None:
    child = terminal(team)
    answer(child, count)
    child.sendintr()

    status, end = over(child)

    assert status == 130
    assert sorted(rows_of(team)) == kept(count)
    assert team.log() == ["Skills"]
    said = "Or commit them: teamkit save skills/ana.md" if count else "Nothing answered."
    assert said in end


@pytest.mark.parametrize("stop", ["q", ""])
def test_q_and_ctrl_d_commit_what_was_answered(team: Folder, stop: str) -> None:
    child = terminal(team)
    answer(child, 1)
    if stop:
        child.sendline(stop)
    else:
        child.sendeof()

    status, end = over(child)

    assert status == 0
    assert "1 skill answered. 2 more to ask: run it again." in end
    assert sorted(rows_of(team)) == kept(1)
    assert team.status() == ""


def test_killed_after_the_last_answer_the_next_run_names_what_waits(team: Folder) -> None:
    team.write({"skills/ana.md": team.read("skills/ana.md").replace("2025-01-01", "2026-12-01")})

    again = team.run(*ANSWER, stdin="q\n")

    waiting = "skills/ana.md has changes that are not committed: teamkit save skills/ana.md"
    assert waiting in again.stderr
    assert again.stdout == ""


def test_whoever_has_no_page_gets_one(team: Folder) -> None:
    ben = {f"GIT_{role}_NAME": "Ben" for role in ("AUTHOR", "COMMITTER")}

    result = team.shell(*ANSWER, stdin="3\nq\n", env=ben)

    assert (result.status, result.stdout) == (0, "skills/ben.md\n")
    assert rows_of(team, "ben") == ["|PostgreSQL|3||2026-12-01||"]
    assert team.status() == ""


def test_a_pipe_is_asked_the_same_on_stderr(team: Folder) -> None:
    result = team.run(*ANSWER, stdin="nine\n4\r\n")

    assert result.stdout == "skills/ana.md\n"
    assert [line.partition(" (")[0] for line in result.stderr.split("\n")[3:8]] == [
        "1 of 3. PostGIS",
        f"'nine' is not an answer. {_KEYS}",
        "1 of 3. PostGIS",
        "PostGIS: 4 I can teach it.",
        "2 of 3. CSS",
    ]


def test_bytes_that_are_no_text_and_endless_lines_are_asked_again(team: Folder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teamkit", *ANSWER],
        cwd=team.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=b"\xff\n" + b"4" * 5000 + b"\n3\n",
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stderr.count(b"is not an answer") == 2
    assert "|PostGIS|3||2026-12-01||" in rows_of(team)


class Interrupted(io.BytesIO):
    """Keys, and Ctrl-C after the last of them."""

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_in_a_pipe_keeps_too(team: Folder) -> None:
    out, err = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(Interrupted(b"2m\n"))
    console = Console(out, err, environ=os.environ)
    session = Session(os.environ, team.path, stdin, console)

    with pytest.raises(SystemExit) as left:
        get_command(app).main([*ANSWER], obj=session)

    assert (left.value.code, out.getvalue()) == (130, "")
    assert "1 skill kept in skills/ana.md, not committed." in err.getvalue()
    assert team.status() == " M skills/ana.md\n"


def test_an_endless_line_is_one_line() -> None:
    heard: list[str] = []

    def hear(_at: int, typed: str) -> SurveyReply:
        heard.append(typed)
        return SurveyReply()

    asked(b"4" * 2500 + b"\n3\n", hear)

    assert [len(line) for line in heard] == [999, 1]


def test_where_nobody_may_be_asked_it_says_how_else(team: Folder) -> None:
    result = team.run(*ANSWER, "--no-input")

    assert (result.status, result.stdout) == (8, "")
    assert "teamkit skills set SKILL LEVEL" in result.stderr


def test_all_asks_about_each_skill(team: Folder) -> None:
    result = team.run(*ANSWER, "--all", stdin="")

    assert "1 of 4. PostgreSQL (last 3 keep, 2026-11-20)." in result.stderr


def test_a_dry_run_shows_the_whole_diff_and_writes_nothing(team: Folder) -> None:
    result = team.run(*ANSWER, "-n", stdin="2m\n0\n\n")

    added = [line for line in result.stdout.split("\n") if line.startswith("+|")]
    assert len(added) == 3
    assert (rows_of(team), team.status()) == (BEFORE, "")


def test_without_commit_the_answers_wait(team: Folder) -> None:
    team.run(*ANSWER, "--no-commit", stdin="2m\nq\n")

    assert (team.log(), team.status()) == (["Skills"], " M skills/ana.md\n")


def test_programs_get_the_answers_as_facts(team: Folder) -> None:
    result = team.run(*ANSWER, "--json", stdin="2m\nq\n")

    assert '"skill": "postgis"' in result.stdout
    assert '"want": "more"' in result.stdout


def test_nothing_to_ask_is_said(team: Folder) -> None:
    team.run(*ANSWER, stdin="2m\n0\n\n")

    result = team.run(*ANSWER, stdin="")

    assert result.stderr.startswith("Nothing to ask: what you said is fresh.")
    assert result.status == 0
