"""Many files of one commit, read by one git."""

import os
import re
from collections.abc import Iterator, Sequence

from teamkit.repo.layout import Layout
from teamkit.repo.runner import Git

_HEADER = re.compile(rb"[0-9a-f]+ blob ([0-9]+)\n")


def read_all(
    git: Git, layout: Layout, rev: str, paths: Sequence[str]
) -> Iterator[tuple[str, bytes | None]]:
    """Each path with its bytes in *rev*; None for what is no file there.

    Raises:
        GitError: git cannot read the objects.
    """
    asked = [os.fsencode(f"{rev}:{layout.prefix}{path}") for path in paths]
    # Git reads one name a line: a name with a line end in it cannot be asked for.
    lines = [name if b"\n" not in name else b"" for name in asked]
    answer = git.ask("cat-file", "--batch", stdin=b"".join(line + b"\n" for line in lines))
    answer.needed()
    place = 0
    for path in paths:
        found = _HEADER.match(answer.out, place)
        if found is None:
            yield path, None
            place = answer.out.index(b"\n", place) + 1
        else:
            end = found.end() + int(found[1])
            yield path, answer.out[found.end() : end]
            place = end + 1
