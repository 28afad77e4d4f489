"""The clone's journal of changes that are being made, so that a kill loses none of them.

It lies in `teamkit/` of the common git directory: never shared, never tracked. A change is noted
with its old and new texts before the first file is written, and forgotten once it is committed;
what stays in it was stopped half-way, or git refused its commit.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from teamkit.store.local import UNFINISHED, own_folder


class Step(NamedTuple):
    """One file of a change.

    Attributes:
        path: relative to the team's folder.
        before: its text; None for a file that the change creates.
        after: the text that the change gives it.
    """

    path: str
    before: str | None
    after: str


class Unfinished(NamedTuple):
    """A change that was begun.

    Attributes:
        subject: the first line of its commit message.
        message: all of it.
        steps: its files, in the order they are written.
        commits: which of their paths its commit takes; the others had changes of their own.
    """

    subject: str
    message: str
    steps: tuple[Step, ...]
    commits: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file it writes."""
        return tuple(step.path for step in self.steps)


def noted(common_dir: Path) -> tuple[Unfinished, ...]:
    """The changes in the journal, oldest first; a journal that cannot be read holds none."""
    try:
        entries = json.loads(_place(common_dir).read_text(encoding="utf-8"))
        return tuple(_entry(entry) for entry in entries)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def note(common_dir: Path, changes: Iterable[Unfinished]) -> None:
    """Make these the changes in the journal, on the disk when this returns."""
    entries = [change._asdict() | {"steps": change.steps} for change in changes]
    place = own_folder(common_dir) / UNFINISHED
    if not entries:
        with suppress(FileNotFoundError):
            place.unlink()
        return
    temporary = place.with_suffix(".new")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(entries, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)


def _entry(entry: Any) -> Unfinished:
    """The change in one entry.

    Raises:
        ValueError, KeyError, TypeError: it was tampered with; nobody must be stopped by that.
    """
    steps = tuple(Step(*map(_text, step)) for step in entry["steps"])
    commits = tuple(entry["commits"])
    if not steps or not all(_is_inside(step.path) for step in steps):
        raise ValueError(steps)
    if not set(commits) <= {step.path for step in steps} or any(s.after is None for s in steps):
        raise ValueError(commits)
    return Unfinished(str(entry["subject"]), str(entry["message"]), steps, commits)


def _text(value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value


def _is_inside(path: str | None) -> bool:
    """Whether it can be a file of the team."""
    if not path or "\0" in path:
        return False
    return not path.startswith("/") and ".." not in path.split("/")


def _place(common_dir: Path) -> Path:
    return common_dir / "teamkit" / UNFINISHED
