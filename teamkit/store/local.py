"""The clone's own state, in `teamkit/` of the common git directory: never shared, never tracked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from teamkit.store import lock

#: The journal of changes that are being made.
UNFINISHED = "unfinished.json"
_WAIT = 10.0


@contextmanager
def locked(common_dir: Path, *, wait: float = _WAIT) -> Iterator[None]:
    """Hold this clone's lock; one teamkit writes at a time.

    Raises:
        LockedError: another one still writes after *wait* seconds.
    """
    with lock.held(own_folder(common_dir) / "lock", wait):
        yield


def own_folder(common_dir: Path) -> Path:
    """The folder of the clone's own state; made when it is not there."""
    place = common_dir / "teamkit"
    place.mkdir(exist_ok=True)
    return place
