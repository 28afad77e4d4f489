"""python-frontmatter for a team's own scripts: pages as its `Post`, read as strictly as ours.

Only for reading and for new files: as a writer of existing files the library sorts keys, drops
comments and turns line ends.
"""

import re
from collections.abc import Mapping
from typing import cast

import frontmatter
from frontmatter.default_handlers import BaseHandler

from teamkit.errors import UsageError
from teamkit.markdown.document import Document, parse, parse_yaml
from teamkit.markdown.fences import front_matter
from teamkit.markdown.front_matter import New, front_lines


class TeamkitHandler(BaseHandler):
    """Front matter as teamkit recognises, reads and spells it."""

    # The base class insists on a pattern; `detect` and `split` below are exact instead.
    FM_BOUNDARY = re.compile(r"\A---\r?\n")
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether *text* begins with front matter."""
        return front_matter(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body, byte for byte.

        Raises:
            ValueError: there is no front matter, which the library takes for an answer.
        """
        fences = front_matter(text)
        if fences is None:
            raise ValueError(text[:3])
        start, end, body = fences
        return text[start:end], text[body:]

    def load(self, fm: str) -> dict[str, object]:
        """The values, every scalar as text.

        Raises:
            BadDocumentError: it is not the strict YAML teamkit reads.
        """
        return dict(parse_yaml("", fm)[0])

    def export(self, metadata: Mapping[str, object], **_: object) -> str:
        """The lines of *metadata* for a new file.

        Raises:
            UsageError: a value is neither a scalar nor a list of scalars.
        """
        for key, value in metadata.items():
            items = value if isinstance(value, list | tuple) else (value,)
            if any(isinstance(item, Mapping | list | tuple) for item in items):
                raise UsageError(f"A new page cannot hold what is under '{key}': nested values.")
        return front_lines(cast("Mapping[str, New]", metadata)).removesuffix("\n")


class TeamPost(frontmatter.Post):
    """A page as python-frontmatter's `Post`, and where it is.

    Attributes:
        path: posix, relative to the team's folder.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document.body, TeamkitHandler())
        # Given as keywords, the keys `content` and `handler` would clash with the parameters.
        self.metadata = dict(document.meta)
        self.path = document.path


def post(path: str, data: bytes) -> TeamPost:
    """A file as a post.

    Raises:
        BadDocumentError: teamkit cannot read it.
    """
    return TeamPost(parse(path, data))
