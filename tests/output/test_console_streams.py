"""Beliefs about the console on real streams: bytes, a pseudo-terminal, closed pipes, processes."""

import os
import subprocess
import sys
from difflib import unified_diff
from io import StringIO
from pathlib import Path

import pytest

from teamkit.output.console import Console
from teamkit.output.shapes import Card
from tests.output.hostile import Bytes

ROOT = Path(__file__).resolve().parents[2]
DIFF = (
    "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n-a\x1b[1m\r\n+b\udce9\r\n \u2028c\n"
    "\\ No newline at end of file"
)


def test_a_diff_in_a_pipe_is_its_very_bytes() -> None:
    pipe = Bytes(encoding="ascii")
    console = Console(pipe.stream, StringIO(), environ={})

    console.sentence("first")
    console.diff(DIFF)

    assert pipe.raw.getvalue() == b"first\n" + DIFF.encode("utf-8", "surrogateescape")


def test_a_diff_with_half_a_character_is_no_traceback() -> None:
    pipe = Bytes()

    Console(pipe.stream, StringIO(), environ={}).diff("+\ud800\n")

    assert pipe.raw.getvalue() == b"+\xed\xa0\x80\n"


def test_a_diff_without_bytes_is_its_text() -> None:
    out = StringIO()

    Console(out, StringIO(), environ={}).diff(DIFF)

    assert out.getvalue() == DIFF


def test_a_diff_applies_with_git(tmp_path: Path) -> None:
    old = "one\r\ntwo\x0c\r\n\u2028three"
    new = "one\r\n2\r\n\u2028three"
    (tmp_path / "x.md").write_bytes(old.encode())
    before, after = ([f"{line}\n" for line in text.split("\n")] for text in (old, new))
    body = "".join(unified_diff(before, after, "a/x.md", "b/x.md"))
    mark = "\\ No newline at end of file\n"
    pipe = Bytes()

    Console(pipe.stream, StringIO(), environ={}).diff(body + mark)

    git = ["git", "apply", "-"]
    subprocess.run(git, input=pipe.raw.getvalue(), cwd=tmp_path, check=True)
    assert (tmp_path / "x.md").read_bytes() == new.encode()


def test_a_real_terminal_says_how_wide_it_is() -> None:
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    termios = pytest.importorskip("termios", reason="needs a pseudo-terminal")
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (24, 30))
    card = Card("k", "T", (("Status", "a word " * 5),), ())

    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        console = Console(stream, StringIO(), environ={"NO_COLOR": "1"})
        is_terminal = console.is_terminal
        console.show(card)
        seen = os.read(reader, 4096)
    os.close(reader)

    assert is_terminal
    assert seen == b"T\r\n\r\nStatus  a word a word a word\r\n        a word a word\r\n"


@pytest.mark.parametrize(
    ("use", "loaded"),
    [
        ("Console(Screenlike(), StringIO(), environ={}).show(table)", True),
        ("Console(Screenlike(), StringIO(), environ={}).show(lines)", False),
        ("Console(Screenlike(), StringIO(), environ={}, plain=True).show(table)", False),
        ("Console(Screenlike(), StringIO(), environ={}, json=True).show(table)", False),
        ("Console(StringIO(), StringIO(), environ={}).show(table)", False),
        ("Console(Screenlike(), StringIO(), environ={}).sentence('a')", False),
    ],
)
def test_rich_is_loaded_only_to_draw(use: str, loaded: bool) -> None:  # noqa: FBT001 - expected
    result = in_a_process(f"{use}\nprint('rich' in sys.modules)")

    assert result.stdout == f"{loaded}\n".encode()


def test_a_stream_that_only_knows_ascii_gets_escapes() -> None:
    result = in_a_process("Console(sys.stdout, sys.stderr, environ={}).show(table)")

    assert (result.stdout, result.stderr, result.returncode) == (b"\\xf1\n", b"", 0)


@pytest.mark.parametrize(
    ("stream", "call"),
    [("stdout", "show(table)"), ("stdout", "diff('+a')"), ("stderr", "say('a')")],
)
def test_after_a_closed_pipe_a_process_ends_quietly(stream: str, call: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code = (
        "console = Console(sys.stdout, sys.stderr, environ={})\n"
        f"try:\n    console.{call}\n"
        "except BrokenPipeError:\n    console.hush()\n    console.path('x')\n    sys.exit(141)\n"
    )

    result = in_a_process(code, **{stream: writer})

    os.close(writer)
    assert (result.returncode, result.stdout or b"", result.stderr or b"") == (141, b"", b"")


def test_a_closed_stderr_rises_and_is_hushed() -> None:
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        console = Console(StringIO(), stream, environ={})
        with pytest.raises(BrokenPipeError):
            console.say("a")
        console.hush()
        console.say("b")


def in_a_process(
    code: str, *, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    head = (
        "import sys\nfrom io import StringIO\n"
        "from teamkit.output.console import Console\n"
        "from teamkit.output.shapes import Column, Lines, Table\n"
        "class Screenlike(StringIO):\n    def isatty(self): return True\n"
        "table = Table('k', (Column('A'),), (('\\u00f1',),), (), title='T')\n"
        "lines = Lines('k', ('a',), ())\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-c", head + code]
    return subprocess.run(command, check=False, env=environ, stdout=stdout, stderr=stderr)
