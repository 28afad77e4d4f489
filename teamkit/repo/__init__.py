"""The only room that knows git: what a work tree holds, one commit at a time, sharing, history."""

from teamkit.repo.values import Identity, MergeResult, Remote, Status, Upstream
from teamkit.repo.worktree import Repo

__all__ = ["Identity", "MergeResult", "Remote", "Repo", "Status", "Upstream"]
