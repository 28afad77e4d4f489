"""Beliefs about stdin: lines, keys and all of it, from pipes and terminals in this process."""

import io
import os
import signal
from collections.abc import Iterator

import pytest

from teamkit.cli import signals
from teamkit.cli.input import Input

pty = pytest.importorskip("pty")


@pytest.fixture
def piped() -> Iterator[tuple[Input, int]]:
    """The input of a pipe, and where to write what comes in."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as stream:
        yield Input(stream), writing


@pytest.fixture
def typed() -> Iterator[tuple[Input, int]]:
    """The input of a terminal, and where to write what is typed."""
    person, terminal = pty.openpty()
    with os.fdopen(terminal, encoding="utf-8") as stream:
        yield Input(stream), person


def test_lines_come_in_order_whatever_pieces_they_come_in(piped: tuple[Input, int]) -> None:
    read, writing = piped
    os.write(writing, b"one\r\ntw")
    first = read.line()
    os.write(writing, b"o\n\nf\xff")
    os.close(writing)

    assert [first, *iter(read.line, None)] == ["one", "two", "", "f\ufffd"]


def test_what_is_left_after_a_line_is_the_rest(piped: tuple[Input, int]) -> None:
    read, writing = piped
    os.write(writing, b"one\ntwo\nthree")
    os.close(writing)

    assert (read.line(), read.rest(100), read.rest(100)) == ("one", b"two\nthree", b"")


def test_a_stream_that_is_too_long_is_not_read_to_its_end(piped: tuple[Input, int]) -> None:
    read, writing = piped
    os.write(writing, b"x" * 2000)

    assert len(read.rest(1000)) > 1000
    os.close(writing)


def test_it_waits_no_longer_than_wanted(piped: tuple[Input, int]) -> None:
    read, writing = piped

    with pytest.raises(TimeoutError):
        read.line(0)
    os.write(writing, b"one\n")
    assert read.line(0) == "one"
    os.close(writing)


def test_a_terminal_that_is_gone_is_the_end(typed: tuple[Input, int]) -> None:
    read, person = typed
    os.close(person)

    assert (read.line(), read.rest(10)) == (None, b"")
    with read.keys() as key:
        assert key() is None


def test_keys_come_one_by_one_and_what_was_typed_before_is_kept(typed: tuple[Input, int]) -> None:
    read, person = typed
    os.write(person, "aé\x1b[A".encode())

    with read.keys() as key:
        keys = [key(), key(), key()]
        os.write(person, b"\r\x04")
        keys += [key(), key()]

    assert keys == ["a", "é", "\x1b[A", "\n", None]
    os.close(person)


def test_a_stream_without_a_descriptor_is_read_too() -> None:
    text, data = Input(io.StringIO("one\ntwo")), Input(io.TextIOWrapper(io.BytesIO(b"one\ntwo")))

    assert [text.line(), text.line(), text.line()] == ["one", "two", None]
    assert (data.line(), data.rest(10)) == ("one", b"two")


def test_a_signal_that_stops_nobody_is_waited_through(
    piped: tuple[Input, int],
) -> None:
    read, writing = piped

    def answer(_: int, __: object) -> None:
        os.write(writing, b"one\n")

    before = signal.signal(signal.SIGALRM, answer)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        assert read.line() == "one"
    finally:
        signal.signal(signal.SIGALRM, before)
        os.close(writing)


def test_a_signal_that_was_swallowed_is_raised_before_waiting(
    piped: tuple[Input, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, writing = piped
    monkeypatch.setattr(signals, "_received", [signal.SIGTERM])

    with pytest.raises(KeyboardInterrupt):
        read.line()
    assert signals.status() == 143
    os.close(writing)


def test_listening_ends_as_it_began() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    try:
        signals.listen()
        during = {signal.getsignal(number) for number in numbers}
        signals.stop_listening()
        after = {signal.getsignal(number) for number in numbers}
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)

    assert len(during) == 1
    assert after == {signal.SIG_DFL}
