"""A file as it was: one version for each day on which commits changed it, or for each commit."""

from datetime import date

from teamkit.repo import history
from teamkit.repo.layout import commit_id
from teamkit.repo.runner import Git

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
