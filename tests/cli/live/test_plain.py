"""A meeting run by hand: on a real terminal, in a pipe, in two terminals, killed in the middle."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from teamkit.meetings.live.events import from_line, to_line
from teamkit.store import logs
from tests.conftest import ROOT, Folder

pexpect = pytest.importorskip("pexpect")

NOTES = "notes/2026-12-04-friday.md"
RUN = ("meeting", "run", "friday", "--date", "2026-12-04")


def terminal(folder: Folder, *args: str) -> Any:
    """The meeting on a terminal of 80 columns."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "teamkit", *(args or RUN)],
        cwd=str(folder.path),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 80),
    )


def over(child: Any) -> tuple[int, str]:
    """The status and what stood at the end."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


def bullets(folder: Folder) -> list[str]:
    return [line for line in folder.read(NOTES).split("\n") if line.startswith("- ")]


def test_a_whole_short_meeting(demo: Folder) -> None:
    child = terminal(demo)
    child.expect(r"\[Wins 0:\d\d of 8, Eli\] > ")
    child.sendline("the map is live")
    child.expect_exact("Win by Eli: the map is live")
    child.expect(r"\[Wins 0:\d\d of 8, Eli\] > ")
    child.sendline("")
    child.expect(r"\[Wins 0:\d\d of 8, Hana\] > ")
    child.sendline("-")
    child.expect(r"\[Wins 0:\d\d of 8, Dani\] > ")
    child.sendline("go 5")
    child.expect(r"\[Storage limits for uploads 0:\d\d of 15\] > ")
    child.sendline("d: 50 GB each")
    child.expect_exact("Decision: 50 GB each")
    child.expect_exact("] > ")
    child.sendline("end")

    status, end = over(child)

    assert status == 0
    assert "Next: teamkit notes wrap friday" in end
    assert bullets(demo) == ["- Win @eli: the map is live", "- Decision: 50 GB each"]
    assert "\x1b" not in end


def test_killed_in_the_middle_it_goes_on_and_each_line_stands_once(demo: Folder) -> None:
    child = terminal(demo)
    for line in ("d one", "d two", "n"):
        child.expect_exact("] > ")
        child.sendline(line)
    child.expect_exact("Hana] > ")
    os.kill(child.pid, signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()

    again = terminal(demo)
    again.expect_exact("Resumed 2026-12-04-friday, started ")
    again.expect_exact("2 lines noted.")
    again.expect_exact("Hana] > ")
    again.sendline("d three")
    again.expect_exact("] > ")
    again.sendline("quit")

    assert over(again)[0] == 0
    assert bullets(demo) == ["- Decision: one", "- Decision: two", "- Decision: three"]


def test_what_is_half_typed_when_the_terminal_closes_is_no_line(demo: Folder) -> None:
    child = terminal(demo)
    child.expect_exact("] > ")
    child.send("d half a deci")
    child.close(force=True)

    assert bullets(demo) == []


@pytest.mark.parametrize(("key", "status"), [("sendintr", 130), ("sendeof", 0)])
def test_ctrl_c_and_ctrl_d_leave_the_meeting_open(demo: Folder, key: str, status: int) -> None:
    child = terminal(demo)
    child.expect_exact("] > ")
    getattr(child, key)()

    left, end = over(child)

    assert left == status
    assert "The meeting stays open, and every line is kept." in end


def test_a_second_terminal_is_told_which_meeting_runs_and_since_when(demo: Folder) -> None:
    child = terminal(demo)
    child.expect_exact("] > ")

    second = demo.shell(*RUN)
    state = demo.shell("meeting", "state")
    child.sendline("quit")

    assert over(child)[0] == 0
    assert (second.status, second.stdout) == (4, "")
    head, hint = second.stderr.split("\n")[:2]
    assert head.startswith("teamkit: 2026-12-04-friday is running in another terminal, since ")
    assert hint == "  Type quit or end there, or look at it: teamkit meeting state"
    assert state.stdout.startswith("State\trunning\n")


def test_the_clock_speaks_while_nobody_types(demo: Folder) -> None:
    """The log says that the meeting began almost six minutes ago: two of eight are left soon."""
    demo.shell(*RUN, stdin="")
    log = logs.place(demo.path / ".git", "2026-12-04-friday")
    earlier = datetime.now(UTC) - timedelta(minutes=5, seconds=57)
    events = [from_line(line)._replace(at=earlier) for line in log.read_text().split("\n")[:-1]]
    logs.replace(log, map(to_line, events))

    child = terminal(demo)
    child.expect_exact("2 min left for Wins.\r\n")
    child.expect(r"\[Wins 6:\d\d of 8, Eli\] > ")
    child.sendline("end")

    assert over(child)[0] == 0


def test_a_pipe_gets_no_prompt_and_leaves_the_meeting_open_at_its_end(small: Folder) -> None:
    result = small.shell(*RUN, stdin="@ana one\r\nd two")

    assert result.status == 0
    assert "] > " not in result.stdout
    assert result.stderr == ""
    assert bullets(small) == ["- Win @ana: one", "- Decision: two"]
    assert result.stdout.endswith("teamkit meeting run friday --date 2026-12-04\n")


def test_bytes_that_are_no_text_and_a_line_without_end_are_survived(small: Folder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teamkit", *RUN],
        cwd=small.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=b"d caf\xe9\n" + b"x" * 200_000 + b"\nd two\n",
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert bullets(small) == ["- Decision: caf\ufffd", "- Decision: two"]


def test_in_this_process_too(small: Folder) -> None:
    result = small.run(*RUN, stdin="d one\nend\n")

    assert result.status == 0
    assert bullets(small) == ["- Decision: one"]


def test_an_open_meeting_is_meant_even_when_its_notes_have_content(small: Folder) -> None:
    today = {"TEAMKIT_TODAY": "2026-12-04"}
    small.run("meeting", "run", stdin="d one\n", env=today)

    again = small.run("meeting", "run", "friday", stdin="d two\nend\n", env=today)
    after = small.run("meeting", "run", stdin="", env=today)

    assert again.stdout.startswith("Resumed 2026-12-04-friday, started ")
    assert bullets(small) == ["- Decision: one", "- Decision: two"]
    assert after.status == 2
    assert "The next meeting of friday is on 2026-12-11, not today." in after.stderr


def test_handing_over_refuses_what_stands_and_what_never_began(small: Folder) -> None:
    nothing = small.run("meeting", "state", "--export", "x.json")
    small.run(*RUN, stdin="d one\n")
    printed = small.run("meeting", "state", "--export", "-")
    small.write({"x.json": "mine"})
    stands = small.run("meeting", "state", "--export", "x.json")
    missing = small.run("meeting", "state", "--import", "nowhere.json")

    assert nothing.status == 3
    assert printed.stdout.startswith('{\n "schema": 1,\n "kind": "meeting.log",')
    assert (stands.status, small.read("x.json")) == (4, "mine")
    assert missing.status == 3


def test_taking_over_while_a_meeting_runs_here_is_refused(demo: Folder) -> None:
    child = terminal(demo)
    child.expect_exact("] > ")
    demo.shell("meeting", "state", "--export", "x.json")

    taken = demo.shell("meeting", "state", "--import", "x.json")
    child.sendline("quit")

    assert over(child)[0] == 0
    assert taken.status == 4
    assert "is running in another terminal" in taken.stderr


def test_what_an_editor_wrote_over_is_said_when_the_meeting_goes_on_and_at_its_end(
    small: Folder,
) -> None:
    small.run(*RUN, stdin="")
    older = small.read(NOTES)
    small.run(*RUN, stdin="d precious\n")
    small.write({NOTES: older})

    result = small.run(*RUN, stdin="d two\nend\n")

    lost = "No longer in the notes, changed or lost: - Decision: precious (under Wins)\n"
    assert result.stdout.count(lost) == 2
    assert result.stdout.endswith(lost)
    assert bullets(small) == ["- Decision: two"]
