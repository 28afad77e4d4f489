"""SIGTERM and SIGHUP end a run as Ctrl-C does: by an exception, so that all is cleaned up."""

import signal
from contextlib import suppress
from types import FrameType

from teamkit.errors import ExitStatus

#: Those that end a run; Windows has no SIGHUP.
_STOPPING = ("SIGINT", "SIGTERM", "SIGHUP")

#: The signals that came, the first of them ends this run.
_received: list[int] = []


def listen() -> None:
    """Let each signal that stops a process raise `KeyboardInterrupt`, in the main thread.

    What is ignored from the start (nohup, a job in the background) stays ignored.
    """
    for number in _numbers():
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            # Another thread may set no handlers; whoever starts teamkit there stops it, too.
            with suppress(ValueError):
                signal.signal(number, _stop)


def stop_listening() -> None:
    """From here on a signal ends the process at once: there is nothing left to clean up."""
    for number in _numbers():
        if signal.getsignal(number) in {_stop, _pass_over}:
            signal.signal(number, signal.SIG_DFL)


def check() -> None:
    """Raise what was swallowed: Python drops an exception that rises in a callback of its own.

    Raises:
        KeyboardInterrupt: a signal came earlier in this run.
    """
    if _received:
        raise KeyboardInterrupt


def status() -> ExitStatus:
    """The status of a run that was interrupted: 128 and the number of the signal."""
    return ExitStatus(128 + _received[0]) if _received else ExitStatus.INTERRUPTED


def listened() -> dict[int, ExitStatus]:
    """The signals that raise here now, each with its status, for a loop that hears them itself."""
    raising = [number for number in _numbers() if signal.getsignal(number) is _stop]
    return {number: ExitStatus(128 + number) for number in raising}


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]


def _stop(number: int, _: FrameType | None) -> None:
    # A terminal that closes sends SIGHUP twice; the second must not stop the cleaning up.
    for other in _numbers():
        if other != signal.SIGINT and signal.getsignal(other) is _stop:
            signal.signal(other, _pass_over)
    _received.append(number)
    raise KeyboardInterrupt


def _pass_over(_: int, __: FrameType | None) -> None:
    """Do nothing; a child, for which this handler does not count, still gets to see it."""
