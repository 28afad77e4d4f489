"""Tracked files that are not on disk: left out by a sparse checkout, or deleted by hand."""

from collections.abc import Mapping

from teamkit.errors import GitError
from teamkit.facts import Finding
from teamkit.repo import Repo


def missing(repo: Repo, folders: Mapping[str, bool]) -> list[Finding]:
    """How many Markdown files of each folder are tracked, but not here; a finding per folder.

    Args:
        repo: the repository around the team's folder.
        folders: relative to it -> whether something is there; then git is asked about it in a
            sparse checkout only.
    """
    try:
        sparse = repo.is_sparse()
        counts = repo.missing([one for one, is_full in folders.items() if sparse or not is_full])
    except GitError:  # in no repository nothing is tracked
        return []
    why = "sparse checkout" if sparse else "deleted"
    return [
        Finding(folder, 0, f"{_files(count)} not here ({why})", rule="missing")
        for folder, count in counts.items()
    ]


def _files(count: int) -> str:
    return "1 tracked file is" if count == 1 else f"{count} tracked files are"
