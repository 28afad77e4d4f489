"""Bytes on disk: read without following links, written all or nothing.

Every path is walked from the team's folder (`places`), so nothing is read or written through a
symlink, whatever a repository contains.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import (
    AlreadyThereError,
    BadDocumentError,
    BadPathError,
    ChangedMeanwhileError,
    MadeMeanwhileError,
    NotWritableError,
)
from teamkit.store import places
from teamkit.store.change import Write
from teamkit.store.folders import Folder
from teamkit.store.layout import copied_from, is_record, twin_key

_REAL = "Put the real file or folder there"
_TEMPORARY = (".teamkit-", ".tmp")
_ABSENT = (FileNotFoundError,)
_NO_FILE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


class Entry(NamedTuple):
    r"""A record that lies in a folder.

    Attributes:
        path: relative to the team's folder; a byte of its name that is not UTF-8 reads `\xe9`.
        why: why it cannot be read, as a phrase; empty when it may be.
    """

    path: str
    why: str = ""


def entries(root: Path, folder: str) -> list[Entry]:
    """What lies in *folder* as a record, by name; empty when there is no such folder.

    Raises:
        BadDocumentError: it stands, but cannot be opened.
    """
    try:
        with places.opened(root, folder) as here:
            return [entry for _, entry in _records(here, folder)]
    except OSError as error:
        if bad := _unreadable(root, folder, error, _ABSENT):
            raise bad from error
        return []


def names(root: Path, folder: str) -> list[str]:
    """The file names of the records in *folder* that may be read, sorted; as `entries`."""
    return [path.rpartition("/")[2] for path, why in entries(root, folder) if not why]


def read(root: Path, path: str) -> bytes | None:
    """The file's bytes; None when there is no such file.

    Raises:
        BadDocumentError: it stands but may not be read, is not a plain file, or a link leads to it.
    """
    folder, name = places.split(path)
    try:
        with places.opened(root, folder) as here:
            return here.read(name)
    except OSError as error:
        if bad := _unreadable(root, path, error, _NO_FILE):
            raise bad from error
        return None


def read_all(root: Path, folder: str) -> Iterator[tuple[str, bytes | BadDocumentError]]:
    """Each record of *folder* as (path, bytes), in name order; or why it cannot be read.

    A folder that is not there has no records; one that cannot be opened is given as if it were a
    record that cannot be read.
    """
    with ExitStack() as stack:
        try:
            here = stack.enter_context(places.opened(root, folder))
            found = _records(here, folder)
        except OSError as error:
            if bad := _unreadable(root, folder, error, _ABSENT):
                yield bad.path, bad
            return
        for name, (path, why) in found:
            try:
                yield path, BadDocumentError(path, 0, why) if why else here.read(name)
            except OSError as error:
                if bad := _unreadable(root, path, error, _ABSENT):
                    yield bad.path, bad


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
        NotWritableError: the file system refused; what was renamed is put back.
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
    folder, name = places.split(path)
    with places.opened(root, folder) as here:
        here.remove(name)
    places.unmake([root / folder])  # when it is empty now


def sweep(root: Path, paths: Iterable[str]) -> None:
    """Remove what a killed `write` of these paths left beside them; under the clone's lock only."""
    start, end = _TEMPORARY
    for folder, ours in _by_folder(paths).items():
        with suppress(OSError, BadPathError), places.opened(root, folder) as here:
            names = [name for name, _ in here.entries()]
            left = [n.encode() for n in names if n.startswith(start) and n.endswith(end)]
            # A file that names one of them only took its place.
            taken = [name for name in ours.intersection(names) if left and here.read(name) in left]
            for name in (*taken, *map(bytes.decode, left)):
                here.remove(name)


def _by_folder(paths: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for folder, name in map(os.path.split, paths):
        found.setdefault(folder, set()).add(name)
    return found


def _check(root: Path, item: Write) -> bytes | None:
    """The bytes that stand now, after making sure they are the ones the text was made from."""
    folder, name = places.split(item.path)
    data = None
    try:
        with places.opened(root, folder) as here:
            if item.seen is None:
                _refuse_taken(here, folder, name)
                return None
            data = here.read(name)
    except FileNotFoundError:
        if item.seen is None:
            return None
    except OSError as error:
        raise _refusal(root, item.path, error) from error
    from hashlib import sha256

    if data is None or sha256(data).hexdigest() != item.seen:
        raise ChangedMeanwhileError(item.path)
    return data


def _refuse_taken(here: Folder, folder: str, name: str) -> None:
    """Refuse a name that something has, whatever it is, or would have on another system."""
    key = twin_key(name)
    twins = [other for other, _ in here.entries() if twin_key(other) == key]
    if name in twins:
        raise FileExistsError
    if twins:
        twin = f"{folder}/{twins[0]}".removeprefix("/")
        hint = f"On some systems {name} would be the same file. Choose another name."
        raise AlreadyThereError(twin, hint=hint)


class _Staged:
    """One file written beside its target, ready to be renamed over it."""

    def __init__(self, root: Path, item: Write) -> None:
        folder, self._name = places.split(item.path)
        self.path = item.path
        self._is_new = item.seen is None
        self._temporary = os.urandom(6).hex().join(_TEMPORARY)
        self._made: list[Path] = []
        self._folder = places.open_folder(root, folder, made=self._made)
        try:
            mode = None if self._is_new else _mode(self._folder.stat(self._name))
            self._folder.create(self._temporary, item.text.encode("utf-8"), mode=mode)
            self._own = self._folder.stat(self._temporary)
        except BaseException:
            self.close()
            raise

    def commit(self) -> None:
        """Take the target's place; a new file never replaces one."""
        if self._is_new:
            self._folder.publish(self._temporary, self._name)
        else:
            self._folder.replace(self._temporary, self._name)
        self._folder.sync()

    def put_back(self, data: bytes | None) -> None:
        """Undo `commit`, as far as it came: the old bytes, or no file; nobody else's file."""
        with suppress(OSError):
            there = self._folder.stat(self._name)
            if not os.path.samestat(there, self._own):
                return
            if data is None:
                self._folder.remove(self._name)
                return
            self._folder.create(self._temporary, data, mode=_mode(there))
            self._folder.replace(self._temporary, self._name)

    def close(self) -> None:
        """Remove what is left of the temporary file, and folders made for nothing."""
        with suppress(OSError):
            self._folder.remove(self._temporary)
        self._folder.close()
        places.unmake(self._made)


def _mode(found: os.stat_result) -> int:
    return stat.S_IMODE(found.st_mode)


def _records(here: Folder, folder: str) -> list[tuple[str, Entry]]:
    """The records in an open folder, in name order, each with its name as the system has it."""
    found = {name: odd for name, odd in here.entries() if is_record(name)}
    return [
        (name, Entry(f"{folder}/{places.printable(name)}", odd or why_not(name, found)))
        for name, odd in sorted(found.items())
    ]


def why_not(name: str, beside: Collection[str]) -> str:
    """Why a plain file of that name is not read as a record, as a phrase; empty when it is."""
    original = copied_from(name)
    if original in beside:
        return f"it looks like a copy of {original} that a syncing program left"
    return places.wrong(name)


def _unreadable(
    root: Path, path: str, error: OSError, absent: tuple[type[OSError], ...]
) -> BadDocumentError | None:
    """Why it cannot be read; None when it is not there, as the *absent* errors tell."""
    link = places.link(root, path)
    if link is not None:
        return BadDocumentError(link, 0, "it is a link", remedy=_REAL)
    if isinstance(error, absent):
        return None
    remedy = (
        _REAL if isinstance(error, NotADirectoryError) else "Check the permissions and the disk."
    )
    return BadDocumentError(path, 0, _why(error), remedy=remedy)


def _refusal(root: Path, path: str, error: OSError) -> Exception:
    """The refusal for what the file system said about *path*."""
    link = places.link(root, path)
    if link is not None:
        return NotWritableError(link, "it is a link", hint=_REAL)
    if isinstance(error, FileExistsError):
        return MadeMeanwhileError(path)
    return NotWritableError(path, _why(error), hint="Check permissions and free disk space")


def _why(error: OSError) -> str:
    return (error.strerror or "the file system refused").lower()
