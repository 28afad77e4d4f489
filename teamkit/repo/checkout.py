"""One file of the work tree as git has it, put in its place; nobody's own edit is touched."""

import os
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from teamkit.repo.runner import Git

#: Always the same name in a folder: what a killed run left is taken up again by the next.
_TEMPORARY = ".teamkit-sync.tmp"
_PLAIN, _EXECUTABLE, _LINK, _SUBMODULE = "100644", "100755", "120000", "160000"
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_FOLDER, _OTHER = "folder", "other"


class TreeEntry(NamedTuple):
    """A path in a tree or in the index.

    Attributes:
        mode: as git writes it; empty when there is nothing.
        blob: the id of its content.
    """

    mode: str = ""
    blob: str = ""

    @classmethod
    def read(cls, mode: str, blob: str) -> "TreeEntry":
        """The entry in what `diff-tree --raw` printed, where zeros are nothing."""
        return cls(mode, blob) if mode.strip("0") else cls()

    @property
    def is_file(self) -> bool:
        """Whether it is a file or a link in the work tree; a submodule is a folder."""
        return self.mode not in {"", _SUBMODULE}


class _Disk(NamedTuple):
    """What is at a path: a mode as in trees, `folder`, `other`, or empty for nothing."""

    mode: str = ""
    data: bytes = b""


def mark(file: Path) -> list[int] | None:
    """What changes when a file is written: its inode, size and time; None when it is not there."""
    try:
        state = file.lstat()
    except OSError:
        return None
    return [state.st_ino, state.st_size, state.st_mtime_ns]


def restore(top: Path, path: str, wanted: TreeEntry, half: TreeEntry) -> bool:
    """Whether the file is as *wanted* now; not when it holds what neither entry has.

    Only a file that is missing, or that holds *half* or the beginning of it, is written.

    Raises:
        OSError: the file system refused.
    """
    git = Git(top)
    disk = _on_disk(top, path)
    is_ours = disk.mode in {"", _FOLDER} or (half.is_file and _is_beginning(disk, half, git, path))
    if not wanted.is_file:
        if is_ours and disk.mode not in {"", _FOLDER}:
            _remove(top, path)
        return is_ours
    data = _checked_out(git, path, wanted)
    if not is_ours or disk == (wanted.mode, data):
        return disk.mode not in {_FOLDER, _OTHER} and _unified(disk.data) == _unified(data)
    if disk.mode == _FOLDER and not _has_made_room(top / path):
        return False
    (top / path).parent.mkdir(parents=True, exist_ok=True)
    replace(top / path, data, wanted.mode)
    return True


def replace(file: Path, data: bytes, mode: str = _PLAIN) -> None:
    """Put the file in its place, whole or not at all, and on the disk; a link with that mode.

    Raises:
        OSError: the file system refused; what was there is still there.
    """
    temporary = file.with_name(_TEMPORARY)
    temporary.unlink(missing_ok=True)
    try:
        if mode == _LINK:
            temporary.symlink_to(os.fsdecode(data))
        else:
            _create(temporary, data, 0o777 if mode == _EXECUTABLE else 0o666)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    flush(file.parent)


def flush(place: Path) -> None:
    """Have a file or folder on the disk before this returns, as far as the system promises it."""
    # It may be gone, and some systems open no folders, or flush none.
    with suppress(OSError):
        handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _NONBLOCK)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _create(file: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, mode), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _remove(top: Path, path: str) -> None:
    """Remove the file, and the folders that were there for it alone."""
    (top / path).unlink()
    for folder in list(PurePosixPath(path).parents)[:-1]:
        if not _has_made_room(top / folder):
            return


def _has_made_room(folder: Path) -> bool:
    """Whether the folder was empty, and is gone."""
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


def _on_disk(top: Path, path: str) -> _Disk:
    if any((top / folder).is_symlink() for folder in list(PurePosixPath(path).parents)[:-1]):
        return _Disk(_OTHER)
    file = top / path
    try:
        mode = file.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return _Disk()
    if stat.S_ISLNK(mode):
        return _Disk(_LINK, os.fsencode(file.readlink()))
    if stat.S_ISREG(mode):
        return _Disk(_EXECUTABLE if mode & stat.S_IXUSR else _PLAIN, file.read_bytes())
    return _Disk(_FOLDER if stat.S_ISDIR(mode) else _OTHER)


def _is_beginning(disk: _Disk, entry: TreeEntry, git: Git, path: str) -> bool:
    """Whether it is that version cut somewhere, or all of it."""
    if disk.mode == _OTHER or (_LINK in {disk.mode, entry.mode} and disk.mode != entry.mode):
        return False
    found = _unified(disk.data).removesuffix(b"\r")
    # The attributes may have been others when git wrote it: then it is as git stores it.
    versions = (_checked_out(git, path, entry), _stored(git, entry))
    return any(_unified(version).startswith(found) for version in versions)


def _unified(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _stored(git: Git, entry: TreeEntry) -> bytes:
    answer = git.ask("cat-file", "blob", entry.blob)
    answer.needed()
    return answer.out


def _checked_out(git: Git, path: str, entry: TreeEntry) -> bytes:
    """The bytes as git would write them, by the attributes and filters of that path."""
    if entry.mode == _LINK:
        return _stored(git, entry)
    answer = git.ask("cat-file", "--filters", f"--path={path}", entry.blob)
    return _stored(git, entry) if answer.status else answer.out
