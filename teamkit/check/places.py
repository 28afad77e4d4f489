"""What people type as a path, as the team's folder knows it."""

import os.path
from collections.abc import Sequence
from pathlib import Path

from teamkit.errors import NotFoundError, UsageError
from teamkit.team import Team


def inside(team: Team, start: Path, typed: Sequence[str]) -> list[str]:
    """Each typed path relative to the team's folder, `.` for the folder itself.

    Args:
        team: whose folder.
        start: the folder that relative paths are seen from.
        typed: files or folders; they need not exist.

    Raises:
        UsageError: one lies outside the team's folder.
    """
    return [_inside(team.folder, start, one) for one in typed]


def existing(team: Team, start: Path, typed: Sequence[str]) -> list[str]:
    """As `inside`, for what has to be there.

    Raises:
        NotFoundError: one is not there.
    """
    found = inside(team, start, typed)
    for path, one in zip(found, typed, strict=True):
        if not os.path.lexists(team.folder / path):
            raise NotFoundError(f"There is no file or folder {one}.", hint="Check the path")
    return found


def _inside(folder: Path, start: Path, typed: str) -> str:
    place = Path(os.path.normpath(start / typed))
    for around, below in ((folder, place), (folder.resolve(), place.parent.resolve() / place.name)):
        if below.is_relative_to(around):
            return below.relative_to(around).as_posix()
    raise UsageError(
        f"{typed} is outside the team's folder.", hint=f"The team's folder is {folder}"
    )
