"""Where the work tree and its git directory are, found without starting git where that is safe."""

import os
import posixpath
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.repo.runner import Git, GitResult


class Layout(NamedTuple):
    """The places of one work tree.

    Attributes:
        top: the work tree's root.
        prefix: the team's folder in it, with a final slash; empty for the root itself.
        git_dir: this work tree's own git directory.
        common_dir: the one that all work trees of the clone share.
    """

    top: Path
    prefix: str
    git_dir: Path
    common_dir: Path

    def relative(self, path: str) -> str:
        """*path*, relative to the root, as seen from the team's folder."""
        if path.startswith(self.prefix):
            return path[len(self.prefix) :]
        return posixpath.relpath(f"/{path}", f"/{self.prefix}")


def locate(git: Git) -> Layout:
    """The layout around git's folder.

    Raises:
        GitError: the folder is in no work tree, or git does not trust it.
    """
    folder = Path(os.path.realpath(git.folder))
    for top in (folder, *folder.parents):
        if _is_plain(top / ".git"):
            return _layout(folder, top, top / ".git", top / ".git")
        if os.path.lexists(top / ".git"):
            break
    answer = git.ask(
        "rev-parse",
        "--path-format=absolute",
        "--show-toplevel",
        "--absolute-git-dir",
        "--git-common-dir",
    )
    if answer.status:
        raise unusable(git, answer)
    return _layout(folder, *map(Path, answer.text.split("\n")))


def unusable(git: Git, answer: GitResult) -> GitError:
    """The refusal of a folder that git cannot work in: the cause, and what mends it."""
    from teamkit.repo import causes

    return causes.refusal(git, answer)


def head(git: Git, layout: Layout) -> str | None:
    """The id of the commit that HEAD is at; None on a branch without commits."""
    try:
        ref = _read(layout.git_dir / "HEAD").removeprefix("ref: ")
        known = _read(layout.common_dir / ref)
    except OSError:
        known = ""
    # Not a loose ref: packed, in a reftable, detached, a ref that names another one, or unborn.
    is_id = bool(known) and not set(known) - set("0123456789abcdef")
    return known if is_id else commit_id(git, "HEAD")


def commit_id(git: Git, rev: str) -> str | None:
    """The full id of the commit that *rev* names; None when there is no such commit."""
    wanted = rev + "^{commit}"
    return git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted).text or None


def _layout(folder: Path, top: Path, git_dir: Path, common_dir: Path) -> Layout:
    if not folder.is_relative_to(top):
        from teamkit.repo import remedies

        raise remedies.elsewhere(str(top))
    prefix = "".join(f"{part}/" for part in folder.relative_to(top).parts)
    return Layout(top, prefix, git_dir, common_dir)


def _is_plain(git_dir: Path) -> bool:
    # `core.worktree` and the like move the work tree away: then git itself is asked.
    try:
        return (git_dir / "HEAD").is_file() and "worktree" not in _read(git_dir / "config").lower()
    except OSError:
        return False


def _read(file: Path) -> str:
    return file.read_text("utf-8", "replace").strip()
