"""The clone's own state, in `teamkit/` of the common git directory: never shared, never tracked."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from teamkit.errors import LockedError, TeamkitError

_WAIT = 10.0


@contextmanager
def locked(common_dir: Path, *, wait: float = _WAIT) -> Iterator[None]:
    """Hold this clone's lock; one teamkit writes at a time.

    Raises:
        LockedError: another one still writes after *wait* seconds.
    """
    from filelock import FileLock, Timeout

    place = _folder(common_dir) / "lock"
    try:
        with FileLock(place, timeout=wait):
            yield
    except Timeout as error:
        raise LockedError(str(place), wait) from error


def begin(common_dir: Path, message: str, paths: Sequence[str]) -> None:
    """Note what is about to be written, so that a kill half-way can be named."""
    _folder(common_dir)
    journal = _journal(common_dir)
    temporary = journal.with_suffix(".new")
    temporary.write_text(json.dumps({"message": message, "paths": list(paths)}), encoding="utf-8")
    temporary.replace(journal)


@contextmanager
def noted(
    common_dir: Path,
    message: str,
    paths: Sequence[str],
    earlier: tuple[str, tuple[str, ...]] | None,
) -> Iterator[None]:
    """The note stands while the change is made, and after Ctrl-C; not after a refusal.

    Args:
        common_dir: of this clone.
        message: of the change.
        paths: what it writes.
        earlier: a half-done change that nobody was told about yet; noted again after a refusal.
    """
    begin(common_dir, message, (*paths, *(earlier[1] if earlier else ())))
    try:
        yield
    except TeamkitError:
        if earlier:
            begin(common_dir, *earlier)
        else:
            end(common_dir)
        raise
    end(common_dir)


def end(common_dir: Path) -> None:
    """The change is whole: forget the note."""
    with suppress(FileNotFoundError):
        _journal(common_dir).unlink()


def half_done(common_dir: Path) -> tuple[str, tuple[str, ...]] | None:
    """The (message, paths) of a change that was stopped half-way, or None."""
    try:
        noted = json.loads(_journal(common_dir).read_text(encoding="utf-8"))
        return str(noted["message"]), tuple(path for path in noted["paths"] if _is_path(path))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_path(path: object) -> bool:
    """Whether it can be a file of the team: a note that was tampered with must not stop anybody."""
    if not isinstance(path, str) or not path or "\0" in path:
        return False
    return not path.startswith("/") and ".." not in path.split("/")


def _journal(common_dir: Path) -> Path:
    return common_dir / "teamkit" / "half-done.json"


def _folder(common_dir: Path) -> Path:
    place = common_dir / "teamkit"
    place.mkdir(exist_ok=True)
    return place
