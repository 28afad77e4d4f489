"""Plain files by their path, opened without following a link on any system; and what is none."""

import errno
import os
import stat
from pathlib import Path

_CHUNK = 65536
#: Files above this are not Markdown that people write; reading stops there.
_LIMIT = 1 << 21
#: Without this flag Windows rewrites line ends.
_BINARY: int = getattr(os, "O_BINARY", 0)
#: To make a file that must be new; no system follows a link then.
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
#: A folder of Windows that is a link to another.
_JUNCTION = 0xA0000003


def opened(place: Path, flags: int) -> int:
    """A descriptor of a plain file that is there, whatever *flags* the system has against links."""
    found = os.lstat(place)
    refuse_odd(found)
    handle = os.open(place, flags | _BINARY)
    if os.path.samestat(os.fstat(handle), found):
        return handle
    os.close(handle)
    raise OSError(errno.ELOOP, "it was replaced by another file")


def create(place: Path, mode: int) -> int:
    """A descriptor of a new, empty file, to write to."""
    return os.open(place, NEW, mode)


def sync(place: Path) -> None:
    """The names in a folder on the disk, where the system lets a folder be opened (not Windows)."""
    try:
        fd = os.open(place, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def odd(entry: "os.DirEntry[str]") -> str:
    """What it is instead of a plain file, as a phrase; empty for one."""
    if entry.is_symlink():
        return "it is a link"
    if entry.is_file(follow_symlinks=False):
        return ""
    return "it is a folder" if entry.is_dir(follow_symlinks=False) else "it is not a plain file"


def is_link(found: os.stat_result) -> bool:
    """Whether it is a link, as every system has them, or one of a folder, as Windows has."""
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def refuse_odd(found: os.stat_result) -> None:
    """Refuse what is not a plain file."""
    if is_link(found):
        raise OSError(errno.ELOOP, "it is a link")
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not a plain file")


def content(handle: int) -> bytes:
    """What an open file holds, once it proves to be a plain one; closes it."""
    try:
        refuse_odd(os.fstat(handle))
        chunks, size = [], 0
        while size <= _LIMIT and (chunk := os.read(handle, _CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
        return b"".join(chunks)
    finally:
        os.close(handle)


def fill(handle: int, data: bytes) -> None:
    """Write all of it, to the disk."""
    with os.fdopen(handle, "wb", closefd=False) as file:
        file.write(data)
    os.fsync(handle)
