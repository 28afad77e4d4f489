"""What comes in on stdin: lines, keys, or all of it, and Ctrl-C at any moment.

Python only notes a signal that arrives just before it begins to read, and then the read would wait
for the next key. So nothing is read before there is something to read, and whatever waits here is
woken by the signal itself.
"""

import io
import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import BinaryIO, TextIO

from teamkit.cli import signals

_CHUNK = 1 << 16
#: Longer lines are cut; nobody means them.
_LONGEST_LINE = 1 << 16
_LONGEST_WAIT = 3600.0
#: What begins the several bytes of an arrow or of another key without a letter.
_ESCAPE = "\x1b"
#: Ctrl-D, and what it leaves behind when it is typed before the terminal gives single keys.
_END_KEYS = "\x04\0"


class Input:
    """One stream, of which nobody else reads."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._left = b""
        self._fd = -1
        if os.name == "posix":
            with suppress(io.UnsupportedOperation):
                self._fd = stream.fileno()

    def line(self, wait: float | None = None) -> str | None:
        """The next line without its end, cut where nobody types that much; None at the end.

        Raises:
            TimeoutError: nothing came within *wait* seconds, where the system can tell.
        """
        while b"\n" not in self._left:
            chunk = self._more(wait)
            if not chunk:
                line, self._left = self._left, b""
                return _decoded(line) if line else None
            self._left = self._left[:_LONGEST_LINE] + chunk
        line, _, self._left = self._left.partition(b"\n")
        return _decoded(line)

    def rest(self, most: int) -> bytes:
        """All that is still to come, but not much more than *most* bytes."""
        found, self._left = bytearray(self._left), b""
        if self._fd < 0:
            return bytes(found) + _buffered_rest(self._stream, most + 1)
        while len(found) <= most and (chunk := self._more(None)):
            found += chunk
        return bytes(found)

    @contextmanager
    def keys(self) -> Iterator[Callable[[], str | None]]:
        """What gives the next key, without Enter and not shown; None at Ctrl-D and at the end."""
        if self._fd < 0:
            yield _windows_key
            return
        with _key_by_key(self._fd):
            yield self._key

    def _key(self) -> str | None:
        text = (self._left or self._more(None)).decode("utf-8", "replace")
        key = text if text.startswith(_ESCAPE) else text[:1]
        self._left = text[len(key) :].encode()
        return key if key and key not in _END_KEYS else None

    def _more(self, wait: float | None) -> bytes:
        """The bytes that come next; none at the end."""
        if self._fd < 0:
            return _buffered_line(self._stream)
        _await(self._fd, wait)
        try:
            return os.read(self._fd, _CHUNK)
        except OSError:  # the terminal is gone
            return b""


def _await(descriptor: int, wait: float | None) -> None:
    """Return when there is something to read.

    Raises:
        TimeoutError: there was nothing within *wait* seconds.
        KeyboardInterrupt: a signal came meanwhile, or just before.
    """
    seconds = None if wait is None else max(0.0, min(wait, _LONGEST_WAIT))
    alarm, ringer = _bell()
    before = signal.set_wakeup_fd(ringer, warn_on_full_buffer=False)
    try:
        signals.check()
        ready: list[int] = []
        while descriptor not in ready:
            ready = select.select([descriptor, alarm], [], [], seconds)[0]
            if not ready:
                raise TimeoutError
            if alarm in ready:  # a signal that does not stop us, or an old one
                os.read(alarm, _CHUNK)
    finally:
        signal.set_wakeup_fd(before)


@cache
def _bell() -> tuple[int, int]:
    """Two ends of a pipe: what to read from as soon as a signal has come, and what rings."""
    alarm, ringer = os.pipe()
    os.set_blocking(ringer, False)
    return alarm, ringer


@contextmanager
def _key_by_key(descriptor: int) -> Iterator[None]:
    """A terminal that gives each key at once and does not show it; Ctrl-C still interrupts."""
    import termios
    import tty

    before = None
    with suppress(termios.error):
        before = termios.tcgetattr(descriptor)
        # At once, so that what was typed before this is kept.
        tty.setcbreak(descriptor, termios.TCSANOW)
    try:
        yield
    finally:
        with suppress(termios.error):
            if before:
                termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _buffered_line(stream: TextIO) -> bytes:
    """The next line, or a good piece of it, of a stream without a descriptor to wait for."""
    buffer: BinaryIO | None = getattr(stream, "buffer", None)
    return stream.readline().encode() if buffer is None else buffer.readline(_CHUNK)


def _buffered_rest(stream: TextIO, most: int) -> bytes:
    """All that is still to come of such a stream, up to *most* bytes or characters."""
    buffer: BinaryIO | None = getattr(stream, "buffer", None)
    return stream.read(most).encode() if buffer is None else buffer.read(most)


def _windows_key() -> str | None:
    """The next key of a console."""
    import typer

    try:
        return typer.getchar()
    except EOFError:
        return None


def _decoded(line: bytes) -> str:
    return line[:_LONGEST_LINE].decode("utf-8", "replace").rstrip("\r")
