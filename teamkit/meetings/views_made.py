"""What a command made, as paths."""

from teamkit.output.shapes import Lines
from teamkit.store.change import Change


def made(kind: str, change: Change) -> Lines:
    """The paths of what a change makes."""
    paths = tuple(write.path for write in change.writes)
    return Lines(kind, paths, tuple({"path": path} for path in paths))
