"""Writes docs/pictures/ again: a meeting on plain lines, and the same meeting full screen.

    python -m tests.data.make_pictures

Both are real runs on the demo team: the plain lines in a pseudo terminal, typed by pexpect and
typeset by rich; the full screen driven and drawn by Textual. The clock stands where the script
puts it, and names of fonts that a browser would have to fetch are taken out, so that the same
versions of the libraries always give the same bytes.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text
from textual.events import Key
from textual.pilot import Pilot

from teamkit.cli.live.screen import Ended, LiveMeeting
from teamkit.cli.live.widgets import InputLine
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import run
from teamkit.people.directory import directory
from teamkit.start import demo
from teamkit.team import Team

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
START = datetime(2026, 12, 4, 12, 0, tzinfo=UTC)
DAY = date(2026, 12, 4)
_RUN = ("meeting", "run", "friday", "--date", str(DAY))
_WIDTH = 84
#: Runs teamkit with a clock that stands in a file.
_PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from teamkit.__main__ import main
from teamkit.cli.live import plain
clock = Path(sys.argv.pop(1))
plain.now = lambda: datetime.fromisoformat(clock.read_text())
main()
"""


class Said(NamedTuple):
    """One typed line, and how many seconds after the one before."""

    after: int
    line: str


#: The beginning of a meeting, on plain lines.
PLAIN = (
    Said(35, "the map is live in the harbour office"),
    Said(20, ""),
    Said(40, "@hana Ben found the slow query in an hour"),
    Said(15, ""),
    Said(10, "-"),
    Said(30, "go storage"),
    Said(80, "k 40 GB so far, twice that by March"),
    Said(60, "o @ben the cost, unless there is a cap"),
    Said(45, "+ dani"),
    Said(90, "d: 50 GB for each project until March"),
    Said(30, "a @goran measure what we really need wed"),
    Said(20, "quit"),
)
#: A later part of it, full screen.
LIVE = (
    Said(60, "the map is live in the harbour office"),
    Said(370, "skip"),
    Said(400, "skip"),
    Said(50, "PostGIS simplifies the outlines on the server"),
    Said(10, ""),
    Said(45, "the old proxy cuts every request at 60 s"),
    Said(25, "a @goran write that down for the others wed"),
    Said(10, ""),
    Said(10, "-"),
    Said(35, "+"),
    Said(40, "d: we show the map to the port in January"),
)
#: What stands half typed on its input line.
HALF_TYPED = "k they want it on their phones"


def pictures() -> dict[str, str]:
    """Every picture, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        demo.write(one)
        demo.write(other)
        return {"meeting-plain.svg": plain(one), "meeting-live.svg": asyncio.run(live(other))}


def plain(team: Path) -> str:
    """The picture of the plain lines."""
    console = Console(record=True, width=_WIDTH, file=StringIO(), color_system="truecolor")
    console.print(Text.assemble(("$ ", "dim"), (f"teamkit {' '.join(_RUN)}", "bold")))
    for line in _typed(team, PLAIN).split("\n"):
        prompt, end, rest = line.partition("] > ")
        shown = Text.assemble((prompt + end, "cyan"), (rest, "bold")) if end else Text(line)
        console.print(shown)
    return _settled(console.export_svg(title="teamkit meeting run"), "plain")


async def live(team: Path) -> str:
    """The picture of the full screen."""
    found = Team.open(team)
    now = [START]
    one, said = run.begin(
        Meetings(found, directory(found)),
        found.config.series["friday"],
        DAY,
        found.repo.common_dir(),
        START,
    )
    app = LiveMeeting(one, said, lambda: now[0])
    async with app.run_test(size=(110, 32)) as screen:
        for after, line in LIVE:
            now[0] += timedelta(seconds=after)
            await _enter(screen, line)
        now[0] += timedelta(seconds=15)
        app.look_at_the_clock()
        app.query_one(InputLine).cursor_blink = False
        app.query_one(InputLine).insert_text_at_cursor(HALF_TYPED)
        await _settle(screen)
        return _settled(app.export_screenshot(), "live")


def words(picture: str) -> str:
    """All that is to be read in a picture, without blanks, however it is cut into pieces."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    return re.sub(r"\s|&#160;", "", "".join(pieces))


def main() -> None:
    """Write them, and say how large they are."""
    FOLDER.mkdir(exist_ok=True)
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{FOLDER / name}: {len(picture.encode()) / 1000:.0f} kB\n")


def _typed(team: Path, lines: Iterable[Said]) -> str:
    """What stands on a terminal when these lines are typed there."""
    import pexpect

    with tempfile.TemporaryDirectory() as folder:
        clock, now, seen = Path(folder, "clock"), START, ""
        clock.write_text(now.isoformat(), encoding="utf-8")
        child = pexpect.spawn(
            sys.executable,
            ["-c", _PROGRAM, str(clock), *_RUN],
            cwd=str(team),
            env={**os.environ, "PYTHONPATH": str(ROOT), "TEAMKIT_TODAY": str(DAY)},
            encoding="utf-8",
            timeout=60,
            dimensions=(40, _WIDTH),
        )
        for after, line in lines:
            child.expect_exact("] > ")
            seen += child.before + child.after
            now += timedelta(seconds=after)
            clock.write_text(now.isoformat(), encoding="utf-8")
            child.sendline(line)
        child.expect(pexpect.EOF)
        child.close()
    seen += child.before
    return str(seen).replace("\r\n", "\n").rstrip("\n")


async def _enter(screen: Pilot[Ended], line: str) -> None:
    screen.app.query_one(InputLine).insert_text_at_cursor(line)
    screen.app.post_message(Key("enter", None))
    await _settle(screen)


async def _settle(screen: Pilot[Ended]) -> None:
    for _ in range(4):
        await screen.pause(0)


def _settled(picture: str, name: str) -> str:
    """The picture without fonts from elsewhere, and with an id that is always the same."""
    picture = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", name, picture)


if __name__ == "__main__":
    main()
