"""What a team's own Python scripts may use: its pages, read-only, as python-frontmatter's posts."""

import os
from collections.abc import Iterator
from pathlib import Path

from teamkit.errors import BadDocumentError, UnknownError
from teamkit.finder import nearest
from teamkit.kinds import KINDS
from teamkit.markdown.handler import TeamPost, post
from teamkit.store import files, layout
from teamkit.team import Team


class Pages:
    """A team's pages.

    Attributes:
        folder: where teamkit.yml is.
    """

    def __init__(self, team: Team) -> None:
        self.folder = team.folder
        self._config = team.config

    def posts(self, kind: str) -> Iterator[TeamPost]:
        """Every page of *kind* (`notes`, `topics`, ...), in the order of their file names.

        They are read one by one, from the folders that teamkit.yml names.

        Raises:
            UnknownError: there is no such kind.
            BadDocumentError: while iterating, at the first page that teamkit cannot read.
        """
        if kind not in KINDS:
            raise UnknownError("kind", kind, nearest(kind, KINDS))
        return self._read(layout.folder(self._config, kind))

    def _read(self, folder: str) -> Iterator[TeamPost]:
        for path, data in files.read_all(self.folder, folder):
            if isinstance(data, BadDocumentError):
                raise data
            yield post(path, data)


def opened(folder: str | os.PathLike[str]) -> Pages:
    """The pages of the team around *folder*; refuses as `Team.open` does."""
    return Pages(Team.open(Path(folder).resolve()))
