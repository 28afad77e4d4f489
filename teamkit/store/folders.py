"""One open folder and what lies in it, by a name of one part; no link is ever followed.

There are two ways. By descriptor, whatever is swapped for a link later, nothing leads out of the
folder. By path, for systems without these calls (Windows), each name is looked at before it is
opened and after; between the two looks somebody who is very fast could still swap it.
"""

import errno
import os
import stat
from pathlib import Path
from typing import Protocol

from teamkit.store import plain

#: What the first way needs of `os`.
_NEEDED = ("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "fchmod")
#: How a file system says that it has no hard links.
_NO_LINKS = frozenset(
    [errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EMLINK]
)


class Folder(Protocol):
    """An open folder. Every method raises OSError as the system has it, for a link too."""

    def enter(self, name: str) -> "Folder":
        """The folder of that name."""

    def make(self, name: str) -> None:
        """Make an empty folder of that name."""

    def entries(self) -> list[tuple[str, str]]:
        """Every name in the folder, in no order, with what it is instead of a plain file."""

    def stat(self, name: str) -> os.stat_result:
        """What stands under that name, be it a link."""

    def read(self, name: str) -> bytes:
        """The plain file's bytes, up to a little more than a reader would take."""

    def create(self, name: str, data: bytes, *, mode: int | None) -> None:
        """Write a new file to the disk; without *mode* it gets the one that people want."""

    def publish(self, temporary: str, name: str) -> None:
        """Give the temporary file a second name, or another one, which nothing may have yet."""

    def replace(self, temporary: str, name: str) -> None:
        """Put the temporary file in the place of the file of that name."""

    def remove(self, name: str) -> None:
        """Remove the file of that name."""

    def sync(self) -> None:
        """The folder's names on the disk."""

    def close(self) -> None:
        """Let go of the folder."""


class ByDescriptor:
    """A folder that stays the same one, whatever its path leads to later."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def enter(self, name: str) -> "ByDescriptor":
        """As in `Folder`."""
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
        return ByDescriptor(os.open(name, flags, dir_fd=self._fd))

    def make(self, name: str) -> None:
        """As in `Folder`."""
        os.mkdir(name, dir_fd=self._fd)

    def entries(self) -> list[tuple[str, str]]:
        """As in `Folder`."""
        with os.scandir(self._fd) as found:
            return [(entry.name, plain.odd(entry)) for entry in found]

    def stat(self, name: str) -> os.stat_result:
        """As in `Folder`."""
        return os.stat(name, dir_fd=self._fd, follow_symlinks=False)

    def read(self, name: str) -> bytes:
        """As in `Folder`."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        return plain.content(os.open(name, flags, dir_fd=self._fd))

    def create(self, name: str, data: bytes, *, mode: int | None) -> None:
        """As in `Folder`."""
        handle = os.open(name, plain.NEW | os.O_NOFOLLOW, 0o666, dir_fd=self._fd)
        try:
            if mode is not None:
                os.fchmod(handle, mode)
            plain.fill(handle, data)
        finally:
            os.close(handle)

    def publish(self, temporary: str, name: str) -> None:
        """As in `Folder`."""
        try:
            os.link(temporary, name, src_dir_fd=self._fd, dst_dir_fd=self._fd)
        except OSError as error:
            _publish_without_links(self, temporary, name, error)

    def replace(self, temporary: str, name: str) -> None:
        """As in `Folder`."""
        os.rename(temporary, name, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def remove(self, name: str) -> None:
        """As in `Folder`."""
        os.unlink(name, dir_fd=self._fd)

    def sync(self) -> None:
        """As in `Folder`."""
        os.fsync(self._fd)

    def close(self) -> None:
        """As in `Folder`."""
        os.close(self._fd)


class ByPath:
    """A folder that is looked at anew before each use: it must still be the one that was opened."""

    def __init__(self, place: Path, way: tuple[tuple[Path, os.stat_result], ...] = ()) -> None:
        self._place = place
        self._way = way

    def enter(self, name: str) -> "ByPath":
        """As in `Folder`."""
        place = self._at(name)
        found = os.lstat(place)
        if plain.is_link(found):
            raise OSError(errno.ELOOP, "it is a link")
        if not stat.S_ISDIR(found.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return ByPath(place, (*self._way, (place, found)))

    def make(self, name: str) -> None:
        """As in `Folder`."""
        self._at(name).mkdir()

    def entries(self) -> list[tuple[str, str]]:
        """As in `Folder`."""
        self._at("")
        with os.scandir(self._place) as found:
            return [(entry.name, plain.odd(entry)) for entry in found]

    def stat(self, name: str) -> os.stat_result:
        """As in `Folder`."""
        return os.lstat(self._at(name))

    def read(self, name: str) -> bytes:
        """As in `Folder`."""
        return plain.content(plain.opened(self._at(name), os.O_RDONLY))

    def create(self, name: str, data: bytes, *, mode: int | None) -> None:
        """As in `Folder`."""
        place = self._at(name)
        handle = os.open(place, plain.NEW, 0o666)
        try:
            if mode is not None:
                place.chmod(mode)
            plain.fill(handle, data)
        finally:
            os.close(handle)

    def publish(self, temporary: str, name: str) -> None:
        """As in `Folder`."""
        try:
            os.link(self._at(temporary), self._at(name))
        except AttributeError as error:
            _publish_without_links(self, temporary, name, OSError(errno.ENOSYS, str(error)))
        except OSError as error:
            _publish_without_links(self, temporary, name, error)

    def replace(self, temporary: str, name: str) -> None:
        """As in `Folder`."""
        self._at(temporary).replace(self._at(name))

    def remove(self, name: str) -> None:
        """As in `Folder`."""
        self._at(name).unlink()

    def sync(self) -> None:
        """As in `Folder`."""
        plain.sync(self._place)

    def close(self) -> None:
        """Nothing is held open."""

    def _at(self, name: str) -> Path:
        """The path of that name, after making sure that no folder on the way was swapped."""
        for place, found in self._way:
            if not os.path.samestat(os.lstat(place), found):
                raise OSError(errno.ELOOP, "its folder was replaced")
        return self._place / name


def base(root: Path) -> Folder:
    """The team's own folder, to which links may lead, by the better way that this system has."""
    if _has_descriptors():
        return ByDescriptor(os.open(root, os.O_RDONLY | os.O_DIRECTORY))
    if not stat.S_ISDIR(root.stat().st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return ByPath(root)


def _has_descriptors() -> bool:
    """Whether `os` has all that `ByDescriptor` needs."""
    calls = {os.open, os.stat, os.mkdir, os.unlink, os.rename}
    return all(hasattr(os, name) for name in _NEEDED) and calls <= os.supports_dir_fd


def _publish_without_links(here: Folder, temporary: str, name: str, error: OSError) -> None:
    """Take the name with a file that says which one is to come, then put that one there.

    Nobody else's file is ever replaced; what a kill between the two leaves, `files.sweep` knows.
    """
    if error.errno not in _NO_LINKS:
        raise error
    here.create(name, temporary.encode(), mode=None)
    try:
        here.replace(temporary, name)
    except BaseException:
        here.remove(name)
        raise
