"""Logs that only grow, in the clone's own state: one line each, and at most the last can be torn.

They are for the host alone: nobody else on the machine may read them.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from teamkit.errors import LockedError
from teamkit.store import lock, plain

Entry = TypeVar("Entry")
_ENDING = ".jsonl"
_MODE = 0o600
_CHUNK = 4096
_WAIT = 0.3


class Log(NamedTuple, Generic[Entry]):
    """What one log holds.

    Attributes:
        entries: each readable line, up to the first damaged one.
        good: how many bytes they are.
        damaged: 1-based number of the first line in the middle that cannot be read; 0 for none.
        is_torn: the last line was not written to its end; it does not count.
    """

    entries: tuple[Entry, ...]
    good: int = 0
    damaged: int = 0
    is_torn: bool = False


def folder(common_dir: Path) -> Path:
    """Where the logs of this clone's meetings lie; it may not be there yet."""
    return common_dir / "teamkit" / "meetings"


def place(common_dir: Path, stem: str) -> Path:
    """The log of the meeting *stem* (`2026-12-04-friday`)."""
    return folder(common_dir) / f"{stem}{_ENDING}"


def stems(common_dir: Path) -> list[str]:
    """The meetings that have a log, in order of name."""
    try:
        found = list(folder(common_dir).iterdir())
    except OSError:
        return []
    return sorted(one.stem for one in found if one.suffix == _ENDING)


def read(log: Path, parse: Callable[[str], Entry]) -> Log[Entry]:
    """What *log* holds; one that is not there holds nothing.

    Args:
        log: its path.
        parse: makes an entry of one line; raises ValueError for what is none.
    """
    try:
        data = log.read_bytes()
    except FileNotFoundError:
        return Log(())
    *lines, rest = data.split(b"\n")
    entries: list[Entry] = []
    good = 0
    for number, line in enumerate(lines, 1):
        try:
            entries.append(parse(line.decode("utf-8")))
        except ValueError:
            is_last = number == len(lines) and not rest
            return Log(tuple(entries), good, 0 if is_last else number, is_last)
        good += len(line) + 1
    return Log(tuple(entries), good, 0, bool(rest))


def append(log: Path, line: str) -> None:
    """One more line, on the disk when this returns; a torn one before it is cut off first."""
    if not log.exists():
        log.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(plain.create(log, _MODE))
            plain.sync(log.parent)
    fd = plain.opened(log, os.O_RDWR | os.O_APPEND)
    try:
        _cut_torn(fd)
        data = f"{line}\n".encode()
        if os.write(fd, data) != len(data):
            raise OSError(None, "no space left for the meeting's log", str(log))
        os.fsync(fd)
    finally:
        os.close(fd)


def replace(log: Path, lines: Iterable[str]) -> None:
    """*log* with exactly these lines: the old file or the new one, never half of it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    beside = log.with_suffix(".new")
    with suppress(FileNotFoundError):
        beside.unlink()
    _write(beside, "".join(f"{line}\n" for line in lines).encode())
    beside.replace(log)
    plain.sync(log.parent)


def mend(log: Path, found: Log[Entry]) -> Path | None:
    """Leave in *log* what could be read; a damaged file is kept aside, and its path given."""
    if not found.damaged:
        if found.is_torn:
            os.truncate(log, found.good)
        return None
    good = log.read_bytes()[: found.good].decode("utf-8")
    aside = _kept_aside(log)
    replace(log, good.split("\n")[:-1])
    return aside


@contextmanager
def running(common_dir: Path, stem: str) -> Iterator[None]:
    """Hold the place of the one meeting that runs in this clone; a killed process lets go of it.

    Raises:
        LockedError: another process holds it; `held_by` says for which meeting.
    """
    there = folder(common_dir)
    there.mkdir(parents=True, exist_ok=True)
    # Whoever only asks who holds it (`held_by`) has it for a moment.
    with lock.held(there / "running.lock", _WAIT):
        (there / "running").write_text(stem, encoding="utf-8")
        yield


def held_by(common_dir: Path) -> str:
    """The meeting that runs in some terminal of this clone right now; empty for none."""
    there = folder(common_dir)
    place = there / "running.lock"
    if not place.exists():
        return ""
    try:
        with lock.held(place, 0):
            return ""
    except LockedError:
        with suppress(OSError):
            return (there / "running").read_text(encoding="utf-8")
        return "another meeting"


def _cut_torn(fd: int) -> None:
    """Cut off what stands after the last line end."""
    end = os.fstat(fd).st_size
    keep = end
    while keep:
        start = max(0, keep - _CHUNK)
        os.lseek(fd, start, os.SEEK_SET)
        at = os.read(fd, keep - start).rfind(b"\n")
        if at >= 0:
            keep = start + at + 1
            break
        keep = start
    if keep != end:
        os.ftruncate(fd, keep)


def _kept_aside(log: Path) -> Path:
    """A copy of the file *log* is now, under a name that nothing had."""
    data = log.read_bytes()
    number = 1
    while True:
        aside = log.with_name(f"{log.name}.damaged-{number}")
        try:
            _write(aside, data)
        except FileExistsError:
            number += 1
        else:
            return aside


def _write(place: Path, data: bytes) -> None:
    """A new file with these bytes, on the disk."""
    fd = plain.create(place, _MODE)
    with os.fdopen(fd, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(fd)
