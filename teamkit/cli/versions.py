"""What a report of a bug begins with: which teamkit, on which Python, with which git."""

import platform
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.output import fields
from teamkit.output.fields import TEXT, Field, Page, Record, optional
from teamkit.output.shapes import Lines
from teamkit.repo.runner import Git


class Versions(NamedTuple):
    """What runs here; git is None where there is none."""

    teamkit: str
    python: str
    git: str | None


_VERSIONS = Record[Versions](
    "versions",
    "What runs here.",
    (
        Field("teamkit", lambda v: v.teamkit, TEXT, "The version of teamkit."),
        Field("python", lambda v: v.python, TEXT, "The version of Python."),
        Field("git", lambda v: v.git, optional(TEXT), "The version of git; null without git."),
    ),
)
_VERSION = Page("version", "The versions a bug report begins with.", _VERSIONS)


def versions(teamkit: str, folder: Path) -> Lines:
    """The versions as one page; that of git is None where there is none.

    Args:
        teamkit: its own version.
        folder: where git is asked.
    """
    git = None
    with suppress(GitError, OSError):
        git = Git(folder).ask("--version").text.removeprefix("git version ") or None
    return fields.lines(_VERSION, (), (Versions(teamkit, platform.python_version(), git),))
