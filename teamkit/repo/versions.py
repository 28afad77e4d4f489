"""A file as it was: one version for each day on which commits changed it."""

from datetime import date

from teamkit.repo import history
from teamkit.repo.layout import commit_id
from teamkit.repo.runner import Git

#: How many files git reads side by side.
_AT_ONCE = 16


def versions(git: Git, path: str) -> list[tuple[date, bytes]]:
    """The file at the end of each day that changed it, oldest first; days are the authors' own.

    Where it was deleted it has no version; what it was called before a renaming is not followed.
    """
    if commit_id(git, "HEAD") is None:
        return []
    commits = _newest_of_days(history.log(git, "--format=%H%x00%as", "--", path))
    found = []
    for start in range(0, len(commits), _AT_ONCE):
        some = commits[start : start + _AT_ONCE]
        reads = [("cat-file", "blob", f"{commit}:./{path}") for _, commit in some]
        for (day, _), answer in zip(some, git.ask_all(*reads), strict=True):
            if not answer.status:
                found.append((day, answer.out))
    return found


def _newest_of_days(listed: str) -> list[tuple[date, str]]:
    """(day, commit), oldest first, of git's list, newest first."""
    newest: dict[str, str] = {}
    for line in filter(None, listed.split("\n")):
        commit, _, day = line.partition("\0")
        newest.setdefault(day, commit)
    return [(date.fromisoformat(day), commit) for day, commit in reversed(newest.items())]
