"""Folders of a team's repository, opened part by part: no link is followed, no odd part taken.

Whatever a repository, its settings or somebody's words name, it becomes a path here and nowhere
else. What comes out is a `Folder`, by the better of two ways that this system has (`folders`).
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from teamkit.config.parts import is_git
from teamkit.errors import BadPathError
from teamkit.store.folders import Folder, base


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
    if not part.strip(" .") or is_git(part):
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
    here = base(root)
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


def link(root: Path, path: str) -> str | None:
    """The first part of *path* that is a link, or None."""
    place = root
    for part in path.split("/"):
        place = place / part
        with suppress(OSError):
            if place.is_symlink():
                return place.relative_to(root).as_posix()
    return None
