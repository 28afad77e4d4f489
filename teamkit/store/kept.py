"""Pages of JSON in the clone's own state, each replaced whole: what was read elsewhere, summed up.

They are for whoever works in this clone alone: nobody else on the machine may read them.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from teamkit.store import logs

_ENDING = ".json"
#: Larger pages are not ours.
_LARGEST = 32 << 20


def state(folder: Path) -> Path | None:
    """The `teamkit/` of the clone around *folder*, found by looking, without git; None for none.

    It is asked for by what starts often and mostly finds nothing, so it costs a look or two.
    """
    for place in (folder, *folder.parents):
        git = place / ".git"
        if git.is_dir():
            return _existing(git / "teamkit")
        if git.is_file():
            return _existing(_common_dir(git) / "teamkit")
    return None


def pages(state: Path, kind: str) -> list[Mapping[str, object]]:
    """What is kept of that kind, in order of name; a page that cannot be read is none."""
    try:
        found = sorted(one for one in (state / kind).iterdir() if one.suffix == _ENDING)
    except OSError:
        return []
    return [page for one in found if (page := _read(one)) is not None]


def keep(state: Path, kind: str, stem: str, page: Mapping[str, object]) -> None:
    """Keep *page* under that name: what was there, or the new one, never half of it."""
    text = json.dumps(page, indent=1, sort_keys=True)
    logs.replace(_place(state, kind, stem), text.split("\n"))


def forget(state: Path, kind: str, stem: str) -> None:
    """Remove the page of that name, if there is one."""
    with suppress(FileNotFoundError):
        _place(state, kind, stem).unlink()


def _place(state: Path, kind: str, stem: str) -> Path:
    return state / kind / f"{stem}{_ENDING}"


def _existing(place: Path) -> Path | None:
    return place if place.is_dir() else None


def _common_dir(file: Path) -> Path:
    """Where the `.git` file of a linked work tree or a submodule leads."""
    try:
        git_dir = file.parent / file.read_text("utf-8").removeprefix("gitdir:").strip()
        shared = git_dir / "commondir"
        return git_dir / shared.read_text("utf-8").strip() if shared.is_file() else git_dir
    except (OSError, ValueError):
        return file


def _read(file: Path) -> Mapping[str, object] | None:
    try:
        with file.open("rb") as opened:
            page = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return page if isinstance(page, dict) else None
