"""What the work tree's history was at the end of an earlier day."""

from datetime import date

from teamkit.repo.layout import commit_id
from teamkit.repo.runner import Git


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
