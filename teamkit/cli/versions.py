"""What a report of a bug begins with: which teamkit, on which Python, with which git."""

import platform
from contextlib import suppress
from pathlib import Path

from teamkit.errors import GitError
from teamkit.output.shapes import Lines
from teamkit.repo.runner import Git


def versions(teamkit: str, folder: Path) -> Lines:
    """The versions as one page; that of git is None where there is none.

    Args:
        teamkit: its own version.
        folder: where git is asked.
    """
    git = None
    with suppress(GitError, OSError):
        git = Git(folder).ask("--version").text.removeprefix("git version ") or None
    found = {"teamkit": teamkit, "python": platform.python_version(), "git": git}
    return Lines("version", (), (found,))
