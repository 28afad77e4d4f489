"""A lock on a file: one process has it at a time, and the system takes it from one that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from errno import EACCES, EAGAIN, ENOSYS
from pathlib import Path
from time import monotonic, sleep

from teamkit.errors import LockedError

#: How many seconds pass between two looks at a lock that another process has.
_PAUSE = 0.02


@contextmanager
def held(place: Path, wait: float) -> Iterator[None]:
    """Hold the lock on the file *place*, which is made where it is not there, and stays.

    Raises:
        LockedError: another process still has it after *wait* seconds.
    """
    fd = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        with nullcontext() if _is_taken(fd, place, wait) else _by_library(place, wait):
            yield
    finally:
        os.close(fd)


def _is_taken(fd: int, place: Path, wait: float) -> bool:
    """Take the system's own lock; false where the system, or the disk, has none.

    The library does the same everywhere, but takes longer to load than all of teamkit.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return False
    end = monotonic() + wait
    while True:
        try:
            flock(fd, LOCK_EX | LOCK_NB)
        except OSError as error:
            if error.errno == ENOSYS:
                return False
            if error.errno not in (EACCES, EAGAIN):
                raise
        else:
            return True
        if monotonic() >= end:
            raise LockedError(str(place), wait)
        sleep(_PAUSE)


@contextmanager
def _by_library(place: Path, wait: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        # A file of its own: where there are no locks at all, that it is there is the lock.
        with FileLock(f"{place}.held", timeout=wait):
            yield
    except Timeout as error:
        raise LockedError(str(place), wait) from error
