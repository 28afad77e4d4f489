"""A history that is known beforehand, made in one go by `git fast-import`."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from teamkit.repo.runner import Git
from teamkit.repo.values import Identity

_BRANCH = "main"


class PastCommit(NamedTuple):
    """One commit to be made.

    Attributes:
        when: with its offset from UTC.
        who: author and committer.
        files: path -> content of the files that it adds.
    """

    when: datetime
    who: Identity
    message: str
    files: Mapping[str, bytes]


def replay(folder: Path, commits: Iterable[PastCommit]) -> None:
    """Make *folder*, where the files lie already, a repository with *commits*, oldest first.

    Raises:
        GitError: git refused.
    """
    git = Git(folder)
    git.tell("init", "--quiet", "-b", _BRANCH).needed()
    stream = b"".join(map(_spelled, commits))
    git.tell("fast-import", "--quiet", stdin=stream).needed()
    git.tell("add", "--", ".").needed()


def _spelled(commit: PastCommit) -> bytes:
    when = f"{int(commit.when.timestamp())} {commit.when:%z}"
    who = f"{commit.who.name} <{commit.who.email}> {when}"
    head = f"commit refs/heads/{_BRANCH}\nauthor {who}\ncommitter {who}\n"
    added = (
        f"M 100644 inline {path}\n".encode() + _data(content)
        for path, content in commit.files.items()
    )
    return b"".join([head.encode(), _data(f"{commit.message}\n".encode()), *added])


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
