"""The meeting full screen: driven with Textual's pilot, and once on a real terminal."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from teamkit.cli.live.keys import KEYS
from teamkit.cli.live.screen import Ended, LiveMeeting
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import run as running
from teamkit.meetings.live.events import Event, from_line
from teamkit.meetings.live.run import Running
from teamkit.output.gate import safe_line
from teamkit.people.directory import directory
from teamkit.store import logs
from teamkit.team import Team
from tests.conftest import ROOT, Folder

DAY = date(2026, 12, 4)
START = datetime(2026, 12, 4, 12, 0, tzinfo=UTC)
STEM = "2026-12-04-friday"
NOTES = f"notes/{STEM}.md"
RUN = ("meeting", "run", "friday", "--date", "2026-12-04")
Screen = Pilot[Ended]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def goes_on(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)


class Begun(NamedTuple):
    """A meeting that has begun, its clock, and the screen that shows it."""

    one: Running
    clock: Clock
    app: LiveMeeting

    def words(self) -> str:
        """All that stands on the screen, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def later(self, screen: Screen, seconds: int) -> None:
        """So much later the screen has looked at the clock."""
        self.clock.goes_on(seconds)
        self.app.look_at_the_clock()
        await settled(screen)


def begun(folder: Folder, clock: Clock | None = None) -> Begun:
    """The friday meeting of that team, begun or gone on with."""
    clock = clock or Clock()
    team = Team.open(folder.path)
    meetings = Meetings(team, directory(team))
    series = team.config.series["friday"]
    one, said = running.begin(meetings, series, DAY, folder.path / ".git", clock())
    return Begun(one, clock, LiveMeeting(one, said, clock))


def drive(
    meeting: Begun, act: Callable[[Screen], Awaitable[Any]], size: tuple[int, int] = (80, 24)
) -> Any:
    """What *act* gives, on a screen of that size."""

    async def run() -> Any:
        async with meeting.app.run_test(size=size) as screen:
            await settled(screen)
            return await act(screen)

    return asyncio.run(run())


async def settled(screen: Screen) -> None:
    """Everything that was sent has been taken up, and what that sent in turn."""
    for _ in range(4):
        await screen.pause(0)


async def press(screen: Screen, *keys: str) -> None:
    """Press keys; one letter is typed."""
    for key in keys:
        screen.app.post_message(Key(key, key if len(key) == 1 else None))
        await settled(screen)


async def enter(screen: Screen, *lines: str) -> None:
    """Type lines, each with Enter; a word in angle brackets is a key."""
    for line in lines:
        if line.startswith("<"):
            await press(screen, line.strip("<>"))
        else:
            screen.app.query_one("InputLine").insert_text_at_cursor(line)  # type: ignore[attr-defined]  # an Input
            await press(screen, "enter")
        await settled(screen)


def seen(folder: Folder, *lines: str, size: tuple[int, int] = (80, 24)) -> str:
    """What stands on the screen after these lines and keys."""
    meeting = begun(folder)

    async def act(screen: Screen) -> str:
        await enter(screen, *lines)
        return meeting.words()

    return str(drive(meeting, act, size))


def log(folder: Folder) -> list[Event]:
    return list(logs.read(logs.place(folder.path / ".git", STEM), from_line).entries)


def bullets(folder: Folder) -> list[str]:
    return [line for line in folder.read(NOTES).split("\n") if line.startswith("- ")]


def test_a_whole_short_meeting(small: Folder) -> None:
    meeting = begun(small)

    async def act(screen: Screen) -> Ended | None:
        await enter(screen, "it works", "", "<f4>", "d: we go on", "end")
        return meeting.app.return_value

    ended = drive(meeting, act)

    assert ended.status == 0
    assert ended.said[-1] == "Next: teamkit notes wrap friday"
    assert [line[:5] for line in bullets(small)] == ["- Win", "- Dec"]


def test_what_is_typed_here_and_on_plain_lines_comes_to_the_same(
    small: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same events with the same data, and the same bytes in the notes."""
    lines = ("it works", "", "-", "o! @ben too soon", "+", "u", "b", "nonsense", "time 5", "quit")
    plain = Folder(tmp_path_factory.mktemp("plain") / "team")
    subprocess.run(["cp", "-r", str(small.path), str(plain.path)], check=True)
    live = begun(small)
    one = begun(plain).one

    async def act(screen: Screen) -> None:
        for line in lines:
            live.clock.goes_on(7)
            screen.app.query_one("InputLine").clear()  # type: ignore[attr-defined]  # an Input
            await enter(screen, line)

    drive(live, act)
    clock = Clock()
    one.tick(clock())
    for line in lines:
        clock.goes_on(7)
        one.typed(line, clock())
        one.tick(clock())

    assert log(small) == log(plain)
    assert small.read(NOTES) == plain.read(NOTES)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.shown)
def test_each_key_is_the_word_it_stands_for(
    key: Any, small: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Folder(tmp_path_factory.mktemp("other") / "team")
    subprocess.run(["cp", "-r", str(small.path), str(other.path)], check=True)
    for name in key.keys.split(","):
        pressed = seen(small, "d one", "", f"<{name}>")
        typed = seen(other, "d one", "", key.word)

        assert pressed == typed
    assert log(small) == log(other)


def test_enter_on_the_empty_line_goes_on_and_letters_are_text(small: Folder) -> None:
    meeting = begun(small)
    first = meeting.one.state.who

    async def act(screen: Screen) -> str:
        await press(screen, "n", "minus", "b")
        await settled(screen)
        return meeting.one.state.who

    assert drive(meeting, act) == first
    assert [event.kind for event in log(small)] == ["started"]


@pytest.mark.parametrize("key", ["f2", "f3", "f4", "ctrl+n", "ctrl+b", "ctrl+p"])
def test_a_line_half_typed_stays_with_whoever_has_the_turn(key: str, small: Folder) -> None:
    meeting = begun(small)

    async def act(screen: Screen) -> str:
        await press(screen, *"d half", key)
        await settled(screen)
        return meeting.words()

    words = drive(meeting, act)

    assert "A line is half typed: Enter notes it, Esc takes it away." in words
    assert "d half" in words.split("\n")[-2]
    assert [event.kind for event in log(small)] == ["started"]


def test_a_refused_line_stands_on_the_input_line_again(small: Folder) -> None:
    words = seen(small, "a @goran measure it")

    assert "There is no person 'goran'." in words
    assert "You typed" not in words
    assert words.split("\n")[-2].strip() == "a @goran measure it"


def test_esc_takes_a_line_away_and_up_brings_it_back(small: Folder) -> None:
    meeting = begun(small)

    async def act(screen: Screen) -> list[str]:
        line = screen.app.query_one("InputLine")
        values: list[str] = []
        for key in ("escape", "up", "up", "down", "down", "down"):
            if not values:
                await press(screen, *"k two")
            await press(screen, key)
            await settled(screen)
            values.append(line.value)  # type: ignore[attr-defined]  # an Input
        return values

    assert drive(meeting, act) == ["", "k two", "k two", "", "", ""]


def test_several_pasted_lines_become_one_to_be_read_first(small: Folder) -> None:
    meeting = begun(small)

    async def act(screen: Screen) -> str:
        screen.app.query_one("InputLine").post_message(Paste("d one\r\n\r\n  two\nthree\n"))
        await settled(screen)
        return meeting.words()

    assert drive(meeting, act).split("\n")[-2].strip() == "d one two three"
    assert bullets(small) == []


def test_help_is_a_page_that_enter_closes_without_going_on(small: Folder) -> None:
    meeting = begun(small)
    first = meeting.one.state.who

    async def act(screen: Screen) -> tuple[str, str, str]:
        await enter(screen, "?")
        page = meeting.words()
        await press(screen, "pagedown", "pagedown", "pageup", "pagedown")
        await settled(screen)
        turned = meeting.words()
        await enter(screen, "")
        return page, turned, meeting.words()

    page, turned, after = drive(meeting, act)

    assert "F4, Ctrl-P           pass: the next person, and nobody asks why" in page
    assert "Label @WHO: TEXT" in turned
    assert "Noted here" in after
    assert meeting.one.state.who == first


def test_esc_closes_the_page_too(small: Folder) -> None:
    assert "Noted here" in seen(small, "status", "help", "<escape>")


def test_after_the_screen_is_gone_the_meeting_goes_on_where_it_was(demo: Folder) -> None:
    seen(demo, "the map is live", "", "", "d one demo a month")

    words = seen(demo)

    assert "Resumed 2026-12-04-friday, started 0 s ago; 2 lines noted." in words
    assert "Dani's turn" in words
    assert "- Decision: one demo a month" in words
    assert bullets(demo) == ["- Win @eli: the map is live", "- Decision: one demo a month"]


def test_the_whole_screen_at_80_columns(demo: Folder) -> None:
    rows = seen(demo, "the map is live", "").split("\n")

    assert len(rows) == 24
    assert rows[0] == (
        "  Weekly engineering meeting, 2026-12-04                meeting 0:00 of 60 min"
    )
    words = "\n".join(rows)
    for said in (
        "▶ 1 Wins",
        "5 Storage limits",
        "Hana's turn",
        "then Dani, Carla, Goran",
        "of 8 min",
    ):
        assert said in words
    assert "- Win @eli: the map is live" in words
    assert rows[-1].split("   ")[0].strip() == "F1 help"


def test_at_120_columns_what_is_noted_stands_beside_the_clock(demo: Folder) -> None:
    rows = seen(demo, "the map is live", size=(120, 40)).split("\n")

    assert len(rows) == 40
    (row,) = [row for row in rows if "Noted here" in row]
    assert "Round, 1 of 6" in row


@pytest.mark.parametrize("size", [(60, 24), (40, 12), (20, 6), (3, 2)])
def test_where_there_is_little_room_the_plan_gives_way(size: tuple[int, int], demo: Folder) -> None:
    words = seen(demo, "d one", "?", "", size=size)

    assert "Plan" not in words
    assert bullets(demo) == ["- Decision: one"]


def test_the_clock_warns_in_words_and_the_plan_says_what_makes_room(demo: Folder) -> None:
    meeting = begun(demo)

    async def act(screen: Screen) -> tuple[str, str, str]:
        await meeting.later(screen, 361)
        near = meeting.words()
        await meeting.later(screen, 180)
        over = meeting.words()
        await enter(screen, "go 5", "deep 30")
        return near, over, meeting.words()

    near, over, deep = drive(meeting, act)

    assert "2 min left for Wins." in near
    assert "1:59 left" in near
    assert "1:01 over" in over
    assert "✓ 1 Wins" in deep
    assert "not today" in deep


def test_a_pass_leaves_no_mark_on_the_screen(demo: Folder) -> None:
    words = seen(demo, "-", "b", "n")

    assert "pass" not in words.replace("F4 pass", "")


def test_the_reason_of_an_order_is_never_shown(demo: Folder) -> None:
    settings = demo.read("teamkit.yml").replace("balance: false", "balance: true")
    demo.write({"teamkit.yml": settings})
    words = "".join(seen(demo, line, size=(120, 40)) for line in ("status", "?", "", "-"))

    assert "lot" not in words.replace("a lot", "")
    assert "spoke in" not in words


HOSTILE = "[red]x[/] \u202e\x1b[31m [@click=app.exit]y[/]"


def test_titles_and_lines_are_shown_and_never_obeyed(small: Folder) -> None:
    title = '"[red]x[/] \\u202e\\e[31m [@click=app.exit]y[/]"'
    name = "topics/2026-12-01-ana-odd.md"
    topic = f"---\ntitle: {title}\nby: ana\nseries: friday\nminutes: 5\nmeeting: {STEM}\n---\n"
    small.write({name: topic})

    words = seen(small, "go 2", f"d {HOSTILE}", size=(120, 40))

    # Of a title that is one line a control character is a space.
    assert safe_line(HOSTILE.replace("\x1b", " ")) in words
    assert "\x1b" not in words
    assert "\u202e" not in words


def test_what_the_file_system_refuses_is_said_and_the_line_is_kept(small: Folder) -> None:
    meeting = begun(small)
    place = logs.place(small.path / ".git", STEM)
    aside = place.with_name("aside")

    async def act(screen: Screen) -> tuple[str, str]:
        place.rename(aside)
        place.mkdir()
        await enter(screen, "d one")
        refused = meeting.words()
        place.rmdir()
        aside.rename(place)
        await enter(screen, "")
        return refused, meeting.words()

    refused, after = drive(meeting, act)

    assert "The log cannot be written: it is a folder." in refused
    assert "d one" in refused.split("\n")[-2]
    assert "- Decision: one" in after


def test_ctrl_q_and_ctrl_c_leave_the_meeting_open(small: Folder) -> None:
    for key, status in (("ctrl+q", 0), ("ctrl+c", 130)):
        meeting = begun(small)

        async def act(screen: Screen, key: str = key, app: LiveMeeting = meeting.app) -> Any:
            await press(screen, *"d half", key)
            await settled(screen)
            return app.return_value

        ended = drive(meeting, act)

        assert ended.status == status
        assert ended.said[0].startswith("The meeting stays open, and every line is kept.")
        assert log(small)[-1].kind == "left"


def test_a_bug_closes_the_screen_and_rises_behind_it(small: Folder) -> None:
    meeting = begun(small)
    moments = iter([START] * 3)

    def broken() -> datetime:
        return next(moments, None) or 1 / 0  # type: ignore[return-value]  # the third time it breaks

    app = LiveMeeting(meeting.one, (), broken)

    async def run() -> None:
        async with app.run_test() as screen:
            await settled(screen)

    asyncio.run(run())

    assert isinstance(app.bug, ZeroDivisionError)


#: Runs teamkit with a clock that breaks when it is looked at for the ninth time.
BROKEN = """
import sys
from datetime import UTC, datetime
from teamkit.__main__ import main
from teamkit.cli.live import plain
moments = iter([datetime(2026, 12, 4, 12, tzinfo=UTC)] * 8)
plain.now = lambda: next(moments, None) or 1 / 0
main()
"""


def test_behind_a_bug_the_terminal_is_as_before_and_the_report_is_on_it(small: Folder) -> None:
    child = terminal(small, program=["-c", BROKEN])
    child.expect_exact("\x1b[?1049h")
    child.expect_exact("\x1b[?1049l")
    child.expect_exact("ZeroDivisionError")

    assert over(child) == 70


def test_without_textual_it_says_what_to_install(small: Folder) -> None:
    code = (
        "import sys\n"
        "for name in [n for n in sys.modules if n.startswith('textual')]: del sys.modules[name]\n"
        "sys.modules['textual'] = None\n"
        f"sys.argv = ['teamkit', *{RUN!r}, '--live']\n"
        "from teamkit.__main__ import main\n"
        "main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "teamkit: The full screen needs Textual, which is not installed.\n"
        "  pip install 'teamkit[live]'; without it, on plain lines: teamkit meeting run\n"
    )
    assert not Path(small.path / NOTES).exists()


def test_in_a_pipe_it_says_that_plain_lines_work_anywhere(small: Folder) -> None:
    result = small.shell(*RUN, "--live")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == (
        "teamkit: The full screen needs a terminal that can be drawn on.\n"
        "  On plain lines, anywhere: teamkit meeting run\n"
    )
    assert not Path(small.path / NOTES).exists()


def terminal(folder: Folder, program: Sequence[str] = ("-m", "teamkit"), **env: str) -> Any:
    """The meeting full screen on a terminal of 80 columns."""
    pexpect = pytest.importorskip("pexpect")
    return pexpect.spawn(
        sys.executable,
        [*program, *RUN, "--live"],
        cwd=str(folder.path),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **env},
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )


def over(child: Any) -> int:
    """The status, when all it draws has been read."""
    child.expect(pytest.importorskip("pexpect").EOF)
    child.close()
    return int(child.exitstatus)


def test_on_a_real_terminal(small: Folder) -> None:
    child = terminal(small)
    child.expect_exact("Noted here")
    child.send("d one\r")
    child.expect_exact("- Decision: one")
    child.send("\x11")
    child.expect_exact("\x1b[?1049l")
    child.expect_exact("Continue with: teamkit meeting run")

    assert over(child) == 0
    assert bullets(small) == ["- Decision: one"]


def test_killed_in_the_middle_nothing_is_lost(small: Folder) -> None:
    child = terminal(small, NO_COLOR="1")
    child.expect_exact("Noted here")
    child.send("d one\r")
    child.expect_exact("- Decision: one")
    child.close(force=True)

    result = small.run("meeting", "state")

    assert "State\topen" in result.stdout
    assert bullets(small) == ["- Decision: one"]


def test_a_terminal_that_cannot_be_drawn_on_is_refused(small: Folder) -> None:
    child = terminal(small, TERM="dumb")
    child.expect_exact("The full screen needs a terminal that can be drawn on.")

    assert over(child) == 2


def test_another_meeting_that_runs_is_named_before_the_screen_opens(small: Folder) -> None:
    child = terminal(small)
    child.expect_exact("Noted here")

    second = small.shell(*RUN)
    child.send("\x11")

    assert over(child) == 0
    assert second.status == 4
    assert "is running in another terminal" in second.stderr
