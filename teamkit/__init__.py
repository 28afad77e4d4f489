"""teamkit keeps a team's knowledge moving, over a git-backed Markdown repository.

A team's own scripts read its pages through `teamkit.open`; docs/scripts.md shows how. Everything
else in the package may change with any version.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from teamkit.api import Pages

__version__ = "0.1.0"


def open(folder: "str | PathLike[str]" = ".") -> "Pages":  # noqa: A001  # teamkit.open reads well
    """The pages of the team whose repository *folder* is, or lies in.

    Raises:
        NoTeamError: neither it nor a folder above has a teamkit.yml.
        BadDocumentError: teamkit.yml cannot be read.
    """
    from teamkit.api import opened

    return opened(folder)
