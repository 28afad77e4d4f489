"""The console: data on stdout, everything else on stderr, nothing that a terminal would obey.

Each page is computed first and written once. A closed pipe rises as BrokenPipeError.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from teamkit.errors import TeamkitError
from teamkit.output import programs, words
from teamkit.output.gate import safe_line, visible
from teamkit.output.shapes import Lines, Shape, Stack, Table

if TYPE_CHECKING:
    from teamkit.output.terminal import Screen

_WIDTH = 80
_LONGEST_WIDTH = 5


class Console:
    """What the commands write to.

    Attributes:
        json: data is shown as JSON.
        plain: data is shown as tab-separated lines, on a terminal too.
    """

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        *,
        environ: Mapping[str, str],
        json: bool = False,
        plain: bool = False,
    ) -> None:
        self._out, self._err, self._environ = out, err, environ
        self.json, self.plain = json, plain
        for stream in (out, err):
            if isinstance(stream, TextIOWrapper):
                # What the terminal cannot say becomes its number, not a traceback.
                stream.reconfigure(errors="backslashreplace")

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at stdout."""
        return self._out.isatty()

    @property
    def shows_rows_alone(self) -> bool:
        """Whether a table is lines with tabs, for programs that read no JSON."""
        return self.plain or not self.is_terminal

    def show(self, shape: Shape) -> None:
        """*shape* as JSON, as tab-separated lines, or drawn, whichever was asked for."""
        if self.json:
            self._write(programs.as_json(shape))
        elif self.shows_rows_alone:
            self._write(programs.as_tabs(shape))
            self._say_why_empty(shape)
        elif self._is_accessible or isinstance(shape, Lines):
            self._write(words.as_words(shape))
        else:
            from teamkit.output import terminal

            self._write(terminal.draw(shape, self._screen()))

    def document(self, document: Mapping[str, object]) -> None:
        """JSON that is no page of ours, such as a schema; with and without `json`."""
        self._write(programs.as_document(document))

    def path(self, path: str) -> None:
        """The path of what was made, alone on its line; nothing with `json`."""
        if not self.json:
            self._write(f"{safe_line(path)}\n")

    def diff(self, text: str) -> None:
        """A unified diff: its very bytes into a pipe, coloured on a terminal."""
        if not self.is_terminal:
            _send_bytes(self._out, text)
        elif self.plain or not self._has_colour:
            self._write(visible(text, cap=len(text), lines=True))
        else:
            from teamkit.output import terminal

            self._write(terminal.draw_diff(text, self._screen()))

    def sentence(self, sentence: str) -> None:
        """One sentence for people on stdout, where sentences are the data."""
        self._write(self._folded(safe_line(sentence), self._out))

    def say(self, sentence: str) -> None:
        """One sentence for people, on stderr."""
        self._tell(self._folded(safe_line(sentence), self._err))

    def aside(self, shape: Shape) -> None:
        """A shape in plain words on stderr, where stdout is for something else."""
        self._tell(words.as_words(shape))

    def warn(self, findings: Iterable[str]) -> None:
        """What could not be read or looks wrong, one line each, on stderr."""
        self._tell("".join(self._folded(safe_line(one), self._err) for one in findings))

    def refuse(self, error: TeamkitError) -> None:
        """A refusal on stderr: what, where, and the way out."""
        more = [line for line in (error.where, error.hint) if line]
        said = [f"teamkit: {safe_line(error.message)}", *(f"  {safe_line(line)}" for line in more)]
        self._tell("".join(self._folded(line, self._err) for line in said))

    def bug(self, error: BaseException, *, version: str, command: str) -> None:
        """A report of *error* on stderr, ready to paste."""
        from teamkit.output.report import bug_report

        self._tell(bug_report(error, version=version, command=command))

    def hush(self) -> None:
        """After a broken pipe: what is still buffered goes nowhere, so that shutdown is quiet."""
        _point_at_nothing(self._out)
        try:
            self._err.flush()
        except OSError:
            _point_at_nothing(self._err)

    def _folded(self, line: str, stream: TextIO) -> str:
        """A line, folded between words where a person looks, whole for a program."""
        if not stream.isatty() or len(line) <= (width := self._width()):
            return f"{line}\n"
        from textwrap import fill

        indent = " " * (len(line) - len(line.lstrip()) + 2)
        folded = fill(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
        return f"{folded}\n"

    @property
    def _is_accessible(self) -> bool:
        return self._environ.get("TEAMKIT_ACCESSIBLE", "0") not in {"", "0"}

    @property
    def _has_colour(self) -> bool:
        no_colour = bool(self._environ.get("NO_COLOR"))
        return not no_colour and self._environ.get("TERM") not in {"dumb", "unknown"}

    def _screen(self) -> "Screen":
        from teamkit.output.terminal import Screen

        encoding = getattr(self._out, "encoding", None) or "utf-8"
        return Screen(width=self._width(), colour=self._has_colour, encoding=encoding)

    def _width(self) -> int:
        """Columns: COLUMNS, or what the terminal says, or 80."""
        wanted = self._environ.get("COLUMNS", "")
        if wanted.isdecimal() and len(wanted) <= _LONGEST_WIDTH:
            return int(wanted) or _WIDTH
        try:
            return os.get_terminal_size(self._out.fileno()).columns or _WIDTH
        except OSError:
            return _WIDTH

    def _say_why_empty(self, shape: Shape) -> None:
        """The sentences of what has no rows, on stderr: stdout is for records."""
        match shape:
            case Table(rows=(), empty=sentence) | Lines(lines=(), empty=sentence) if sentence:
                self.say(sentence)
            case Stack():
                for part in shape.shapes:
                    self._say_why_empty(part)

    def _write(self, page: str) -> None:
        _send(self._out, page)

    def _tell(self, page: str) -> None:
        _send(self._err, page)


def _send(stream: TextIO, page: str) -> None:
    """Write and flush, so that a full disk or a closed pipe is known now and not at exit."""
    if page:
        stream.write(page)
        stream.flush()


def _send_bytes(stream: TextIO, page: str) -> None:
    """*page* as the bytes it was read from: no line end is translated, nothing is escaped."""
    if not isinstance(stream, TextIOWrapper):
        _send(stream, page)
        return
    try:
        raw = page.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = page.encode("utf-8", "surrogatepass")
    stream.flush()
    stream.buffer.write(raw)
    stream.buffer.flush()


def _point_at_nothing(stream: TextIO) -> None:
    # A stream without a descriptor has nothing that interpreter shutdown would complain about.
    with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
