"""Folders of a team's repository, opened part by part: no link is followed, no odd part taken.

Whatever a repository, its settings or somebody's words name, it becomes a path here and nowhere
else. What comes out is a `Folder`: the few things that `files` does with names in one folder.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EINVAL, EISDIR
from pathlib import Path

from teamkit.errors import BadPathError

_CHUNK = 65536
#: Files above this are not Markdown that people write; reading stops there.
_LIMIT = 1 << 21
#: What HFS+ ignores in a name, so that `.g\u200cit` is `.git` there.
_IGNORED = dict.fromkeys(
    [*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF]
)


class Folder:
    """An open folder: what lies in it goes by a name of one part.

    Every method raises OSError as the system has it; a link is never followed.
    """

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def enter(self, name: str) -> "Folder":
        """The folder of that name."""
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
        return Folder(os.open(name, flags, dir_fd=self._fd))

    def make(self, name: str) -> None:
        """Make an empty folder of that name."""
        os.mkdir(name, dir_fd=self._fd)

    def stat(self, name: str) -> os.stat_result:
        """What stands under that name, be it a link."""
        return os.stat(name, dir_fd=self._fd, follow_symlinks=False)

    def read(self, name: str) -> bytes:
        """The plain file's bytes, up to a little more than a reader would take."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        handle = os.open(name, flags, dir_fd=self._fd)
        try:
            _refuse_odd(os.fstat(handle))
            chunks, size = [], 0
            while size <= _LIMIT and (chunk := os.read(handle, _CHUNK)):
                chunks.append(chunk)
                size += len(chunk)
            return b"".join(chunks)
        finally:
            os.close(handle)

    def create(self, name: str, data: bytes, *, mode: int | None) -> None:
        """Write a new file to the disk; without *mode* it gets the one that people want."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        handle = os.open(name, flags, 0o666, dir_fd=self._fd)
        try:
            with os.fdopen(handle, "wb", closefd=False) as file:
                file.write(data)
            if mode is not None:
                os.fchmod(handle, mode)
            os.fsync(handle)
        finally:
            os.close(handle)

    def publish(self, temporary: str, name: str) -> None:
        """Give the temporary file its new name, which nothing may have yet."""
        os.link(temporary, name, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def replace(self, temporary: str, name: str) -> None:
        """Put the temporary file in the place of the file of that name."""
        os.rename(temporary, name, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def remove(self, name: str) -> None:
        """Remove the file of that name."""
        os.unlink(name, dir_fd=self._fd)

    def entries(self) -> list[tuple[str, str]]:
        """Every name in the folder, in no order, with what it is instead of a plain file."""
        with os.scandir(self._fd) as found:
            return [(entry.name, _odd(entry)) for entry in found]

    def sync(self) -> None:
        """The folder's names on the disk."""
        os.fsync(self._fd)

    def close(self) -> None:
        """Let go of the folder."""
        os.close(self._fd)


def parts(path: str) -> list[str]:
    """The parts of *path*, relative to the team's folder; none for the folder itself.

    Raises:
        BadPathError: one leads out of the team's folder, into git's own, or is no name at all.
    """
    if not path:
        return []
    found = path.removesuffix("/").split("/")
    for why in filter(None, map(wrong, found)):
        raise BadPathError(printable(path), why)
    return found


def wrong(part: str) -> str:
    """Why no file or folder of a team goes by that name, as a phrase; empty when it may."""
    if not part.strip(" .") or _is_of_git(part):
        return f"'{part}' does not name a file or folder"
    if "\\" in part or "\0" in part or os.path.splitdrive(part)[0]:
        return "there is a backslash, a NUL or a drive in its name"
    return "" if printable(part) == part else "its name is not UTF-8"


def printable(name: str) -> str:
    r"""*name* as text that can be encoded: a byte that is not UTF-8 becomes `\xe9`."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def open_folder(root: Path, folder: str, *, made: list[Path] | None = None) -> Folder:
    """The *folder* below *root*; with *made*, missing ones are created and noted there.

    Raises:
        BadPathError: a part of it is not a name.
        OSError: as the system has it; nothing that was created stays.
    """
    names = parts(folder)
    here = Folder(os.open(root, os.O_RDONLY | os.O_DIRECTORY))
    place = root
    for name in names:
        place = place / name
        try:
            if made is not None:
                with suppress(FileExistsError):
                    here.make(name)
                    made.append(place)
            below = here.enter(name)
        except BaseException:
            unmake(made or ())
            raise
        finally:
            here.close()
        here = below
    return here


def unmake(made: Sequence[Path]) -> None:
    """Remove the folders that were created, deepest first, unless something is in them."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def opened(root: Path, folder: str) -> Iterator[Folder]:
    """As `open_folder`, closed at the end."""
    here = open_folder(root, folder)
    try:
        yield here
    finally:
        here.close()


def split(path: str) -> tuple[str, str]:
    """The folder and the name of a file, both fit to be opened.

    Raises:
        BadPathError: a part of it is none.
    """
    *folders, name = parts(path) or [""]
    return "/".join(folders), name


def _is_of_git(part: str) -> bool:
    """Whether some file system takes it for `.git`, as git itself tells."""
    plain = part.translate(_IGNORED).lower().partition(":")[0].rstrip(" .")
    return plain in {".git", "git~1"}


def _odd(entry: "os.DirEntry[str]") -> str:
    """What it is instead of a plain file, as a phrase; empty for one."""
    if entry.is_symlink():
        return "it is a link"
    if entry.is_file(follow_symlinks=False):
        return ""
    return "it is a folder" if entry.is_dir(follow_symlinks=False) else "it is not a plain file"


def _refuse_odd(found: os.stat_result) -> None:
    """Refuse what is not a plain file."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(EISDIR, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(EINVAL, "it is not a plain file")
