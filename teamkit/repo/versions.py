"""Files and the history as they were: at each change, at the end of a day, in one commit."""

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date

from teamkit.repo import history
from teamkit.repo.layout import Layout, commit_id
from teamkit.repo.runner import Git

_HEADER = re.compile(rb"[0-9a-f]+ blob ([0-9]+)\n")


#: How many files git reads side by side.
_AT_ONCE = 16


def versions(git: Git, path: str, *, of_each_commit: bool = False) -> list[tuple[date, bytes]]:
    """The file at the end of each day that changed it, oldest first; days are the authors' own.

    With *of_each_commit* as each commit left it, so that nothing of a day is missed. Where it was
    deleted it has no version; what it was called before a renaming is not followed.
    """
    if commit_id(git, "HEAD") is None:
        return []
    listed = history.log(git, "--format=%H%x00%as", "--", path)
    commits = _oldest_first(listed) if of_each_commit else _newest_of_days(listed)
    found = []
    for start in range(0, len(commits), _AT_ONCE):
        some = commits[start : start + _AT_ONCE]
        reads = [("cat-file", "blob", f"{commit}:./{path}") for _, commit in some]
        for (day, _), answer in zip(some, git.ask_all(*reads), strict=True):
            if not answer.status:
                found.append((day, answer.out))
    return found


def _newest_of_days(listed: str) -> list[tuple[date, str]]:
    """(day, commit), oldest first, the last commit of each day."""
    newest: dict[date, str] = {}
    for day, commit in reversed(_oldest_first(listed)):
        newest.setdefault(day, commit)
    return list(reversed(newest.items()))


def _oldest_first(listed: str) -> list[tuple[date, str]]:
    """(day, commit), oldest first, of git's list, newest first."""
    lines = (line.partition("\0") for line in reversed(listed.split("\n")) if line)
    return [(date.fromisoformat(day), commit) for commit, _, day in lines]


def at_end_of(git: Git, day: date) -> str | None:
    """The commit the branch was at when *day* ended; None when its history begins later.

    Days are those of the people who committed, so that no clock or zone of this machine counts;
    what was merged counts from the day it was merged.
    """
    if commit_id(git, "HEAD") is None:
        return None
    listed = git.ask("rev-list", "--first-parent", "--format=%cs", "HEAD", "--").needed()
    lines = listed.split("\n")
    for commit, committed in zip(lines[::2], lines[1::2], strict=True):
        if committed <= day.isoformat():
            return commit.removeprefix("commit ")
    return None


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
