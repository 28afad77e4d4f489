"""Standard output belongs to us: what a C library prints there goes nowhere."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def quiet_stdout() -> Iterator[None]:
    """Keep file descriptor 1 away from C libraries while the block runs.

    What they print there is dropped, also what they buffer and would only write later. What Python
    itself writes to `sys.stdout` meanwhile is not held back. A closed descriptor 1 stays closed.
    """
    try:
        kept = os.dup(1)
    except OSError:
        yield
        return
    try:
        _flush_c()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        yield
    finally:
        _flush_c()
        os.dup2(kept, 1)
        os.close(kept)


def _flush_c() -> None:
    """Write what C's own streams hold back; without it the text would turn up after the block."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL("ucrtbase" if os.name == "nt" else None).fflush(None)
