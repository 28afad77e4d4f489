"""The only room that knows git: what a work tree holds, one commit at a time, sharing, history."""

from teamkit.repo.values import Identity, MergeResult, Status, Upstream
from teamkit.repo.worktree import Repo

__all__ = ["Identity", "MergeResult", "Repo", "Status", "Upstream"]
