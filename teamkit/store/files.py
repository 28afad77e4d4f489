"""Bytes on disk: read without following links, written all or nothing.

Every path is walked from the team's folder with `O_NOFOLLOW`, so nothing is read or written
through a symlink, whatever a repository contains.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from teamkit.errors import (
    BadDocumentError,
    ChangedMeanwhileError,
    MadeMeanwhileError,
    NotWritableError,
)
from teamkit.store.change import Write
from teamkit.store.layout import is_record

_CHUNK = 65536
_TEMPORARY = (".teamkit-", ".tmp")
#: Files above this are not Markdown that people write; reading stops there.
_LIMIT = 1 << 21


def names(root: Path, folder: str) -> list[str]:
    """The records' file names in *folder*, sorted; empty when there is no such plain folder."""
    try:
        with _opened(root, folder) as fd, os.scandir(fd) as entries:
            return sorted(
                entry.name
                for entry in entries
                if is_record(entry.name) and entry.is_file(follow_symlinks=False)
            )
    except OSError:
        return []


def read(root: Path, path: str) -> bytes | None:
    """The file's bytes; None when there is no such plain file.

    Raises:
        BadDocumentError: it stands but may not be read, or a link leads to it.
    """
    folder, name = os.path.split(path)
    try:
        with _opened(root, folder) as fd:
            return _read(fd, name)
    except OSError as error:
        link = _link(root, path)
        if link is not None:
            raise BadDocumentError(link, 0, "it is a link") from error
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return None
        raise BadDocumentError(path, 0, _why(error)) from error


def read_all(root: Path, folder: str) -> Iterator[tuple[str, bytes | None]]:
    """Each record of *folder* as (path, bytes), in name order; None for one that cannot be opened.

    A folder that is not there has no records; one that is a link is one that cannot be opened.
    """
    try:
        fd = _open_folder(root, folder)
    except OSError:
        link = _link(root, folder)
        if link is not None:
            yield link, None
        return
    try:
        for name in names(root, folder):
            try:
                data = _read(fd, name)
            except FileNotFoundError:
                continue
            except OSError:
                data = None
            yield f"{folder}/{name}", data
    finally:
        os.close(fd)


def standing(root: Path, writes: Sequence[Write]) -> dict[str, bytes]:
    """The bytes that each write would replace, by path; a new file has none.

    Raises:
        MadeMeanwhileError: a file that should be new stands.
        ChangedMeanwhileError: a file is not what the text was made from.
        NotWritableError: a link, or a file where a folder should be, is in the way.
    """
    found = {item.path: _check(root, item) for item in writes}
    return {path: data for path, data in found.items() if data is not None}


def write(root: Path, writes: Sequence[Write]) -> None:
    """Put every text in its place, or none: temporary files, fsync, rename, fsync the folder.

    Raises:
        MadeMeanwhileError: a file that should be new stands.
        ChangedMeanwhileError: a file is not what the text was made from.
        NotWritableError: the file system refuses; what was renamed is put back.
    """
    old = standing(root, writes)
    staged: list[_Staged] = []
    path = ""
    try:
        for item in writes:
            path = item.path
            staged.append(_Staged(root, item))
        for file in staged:
            path = file.path
            file.commit()
    except BaseException as error:
        for file in staged:
            file.put_back(old.get(file.path))
        if isinstance(error, OSError):
            raise _refusal(root, path, error) from error
        raise
    finally:
        for file in reversed(staged):  # the first one may have made the folder of the others
            file.close()


def remove(root: Path, path: str, seen: str) -> None:
    """Remove the file of which *seen* is the sha256 (hex); refuses as `write` does."""
    _check(root, Write(path, "", seen))
    folder, name = os.path.split(path)
    with _opened(root, folder) as fd:
        os.unlink(name, dir_fd=fd)
    with suppress(OSError):
        (root / folder).rmdir()  # when it is empty now


def sweep(root: Path, paths: Iterable[str]) -> None:
    """Remove what a killed `write` of these paths left beside them; under the clone's lock only."""
    start, end = _TEMPORARY
    for folder in {os.path.split(path)[0] for path in paths}:
        with suppress(OSError), _opened(root, folder) as fd, os.scandir(fd) as entries:
            for entry in entries:
                if entry.name.startswith(start) and entry.name.endswith(end):
                    os.unlink(entry.name, dir_fd=fd)


def _check(root: Path, item: Write) -> bytes | None:
    """The bytes that stand now, after making sure they are the ones the text was made from."""
    folder, name = os.path.split(item.path)
    stands, data = False, None
    try:
        with _opened(root, folder) as fd:
            os.stat(name, dir_fd=fd, follow_symlinks=False)
            stands = True
            data = _read(fd, name)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _refusal(root, item.path, error) from error
    if item.seen is None:
        if stands:
            raise MadeMeanwhileError(item.path)
        return None
    from hashlib import sha256

    if data is None or sha256(data).hexdigest() != item.seen:
        raise ChangedMeanwhileError(item.path)
    return data


class _Staged:
    """One file written beside its target, ready to be renamed over it."""

    def __init__(self, root: Path, item: Write) -> None:
        folder, self._name = os.path.split(item.path)
        self.path = item.path
        self._is_new = item.seen is None
        self._temporary = os.urandom(6).hex().join(_TEMPORARY)
        self._made: list[Path] = []
        self._fd = -1
        try:
            self._fd = _open_folder(root, folder, made=self._made)
            mode = None if self._is_new else stat.S_IMODE(self._stat(self._name).st_mode)
            _create(self._fd, self._temporary, item.text.encode("utf-8"), mode=mode)
            self._own = self._stat(self._temporary)
        except BaseException:
            self.close()
            raise

    def commit(self) -> None:
        """Rename over the target; a new file is linked, so that it never replaces one."""
        if self._is_new:
            os.link(self._temporary, self._name, src_dir_fd=self._fd, dst_dir_fd=self._fd)
        else:
            os.rename(self._temporary, self._name, src_dir_fd=self._fd, dst_dir_fd=self._fd)
        os.fsync(self._fd)

    def put_back(self, data: bytes | None) -> None:
        """Undo `commit`, as far as it came: the old bytes, or no file; nobody else's file."""
        with suppress(OSError):
            there = self._stat(self._name)
            if not os.path.samestat(there, self._own):
                return
            if data is None:
                os.unlink(self._name, dir_fd=self._fd)
                return
            _create(self._fd, self._temporary, data, mode=stat.S_IMODE(there.st_mode))
            os.rename(self._temporary, self._name, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def close(self) -> None:
        """Remove what is left of the temporary file, and folders made for nothing."""
        if self._fd >= 0:
            with suppress(OSError):
                os.unlink(self._temporary, dir_fd=self._fd)
            os.close(self._fd)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def _stat(self, name: str) -> os.stat_result:
        return os.stat(name, dir_fd=self._fd, follow_symlinks=False)


def _create(fd: int, name: str, data: bytes, *, mode: int | None) -> None:
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666, dir_fd=fd)
    try:
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
        if mode is not None:
            os.fchmod(handle, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(fd: int, name: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=fd)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise FileNotFoundError(name)
        chunks, size = [], 0
        while size <= _LIMIT and (chunk := os.read(handle, _CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
        return b"".join(chunks)
    finally:
        os.close(handle)


@contextmanager
def _opened(root: Path, folder: str) -> Iterator[int]:
    fd = _open_folder(root, folder)
    try:
        yield fd
    finally:
        os.close(fd)


def _open_folder(root: Path, folder: str, *, made: list[Path] | None = None) -> int:
    """A descriptor of *folder*; with *made*, missing ones are created and noted there."""
    fd = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    place = root
    for part in filter(None, folder.split("/")):
        place = place / part
        try:
            if made is not None:
                with suppress(FileExistsError):
                    os.mkdir(part, dir_fd=fd)
                    made.append(place)
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=fd)
        finally:
            os.close(fd)
        fd = below
    return fd


def _refusal(root: Path, path: str, error: OSError) -> Exception:
    """The refusal for what the file system said about *path*."""
    link = _link(root, path)
    if link is not None:
        return NotWritableError(link, "it is a link", hint="Put the real file or folder there")
    if isinstance(error, FileExistsError):
        return MadeMeanwhileError(path)
    return NotWritableError(path, _why(error), hint="Check the rights and the space on the disk")


def _why(error: OSError) -> str:
    return (error.strerror or "the file system refuses").lower()


def _link(root: Path, path: str) -> str | None:
    """The first part of *path* that is a link, or None."""
    place = root
    for part in path.split("/"):
        place = place / part
        with suppress(OSError):
            if place.is_symlink():
                return place.relative_to(root).as_posix()
    return None
