"""What mends a clone that git cannot work in, without losing anybody's work.

Every command works as it is printed, from the team's folder.
"""

import hashlib
import shlex
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from teamkit.errors import GitError
from teamkit.repo.runner import Git

#: How many of a branch's earlier commits are tried for one that is whole.
_MOST_TRIED = 20
#: Bytes of a checksum at the end of an index, by the kind of hash that the repository uses.
_SUMS = ((hashlib.sha1, 20), (hashlib.sha256, 32))


def elsewhere(work_tree: str) -> GitError:
    """The refusal of a folder whose repository keeps its files somewhere else."""
    return GitError(
        f"Git looks for this repository's files in {work_tree} (core.worktree), not here.",
        hint="Let it look here: git --work-tree=. config --unset core.worktree",
    )


def locked(*locks: Path) -> GitError:
    """The refusal of locks that stay."""
    what = ", ".join(map(_what, locks))
    return GitError(
        f"Git is busy here, or was killed: {what} {'is' if len(locks) == 1 else 'are'} locked"
        f"{_since(locks)}.",
        where=", ".join(map(str, locks)),
        hint="If no git or editor is running here, remove "
        f"{'it' if len(locks) == 1 else 'them'}: rm {' '.join(map(quoted, locks))}",
    )


def _since(locks: Iterable[Path]) -> str:
    """Since when the oldest of them has been there; empty when they are gone by now."""
    try:
        made = min(lock.lstat().st_mtime for lock in locks)
    except OSError:
        return ""
    return f" since {datetime.fromtimestamp(made, UTC).astimezone():%Y-%m-%d %H:%M}"


def broken_branch(git: Git, ref: str, common_dir: Path) -> GitError:
    """The refusal of a branch whose file git cannot read, as a power cut leaves it."""
    file, known = common_dir / ref, whole(git, common_dir, ref)
    back = f"rm {quoted(file)} && git update-ref {quoted(ref)}"
    return GitError(
        f"Git cannot read which commit the branch '{ref.removeprefix('refs/heads/')}' is at.",
        where=str(file),
        hint=f"Set it to the last one that is known; your files stay: {back} {known}"
        if known
        else "Bring that file back from a copy of this folder, or make a new clone.",
    )


def damaged_index(index: Path) -> GitError:
    """The refusal of an index that git cannot read."""
    mend = f"mv {quoted(index)} {quoted(index)}.broken && git reset --quiet -- :/"
    return GitError(
        "Git's index is damaged; your files and commits are not.",
        where=str(index),
        hint=f"Rebuild it, then stage again what was staged: {mend}",
    )


def is_damaged(index: Path) -> bool:
    """Whether the index is cut or overwritten: its own checksum does not fit it."""
    try:
        data = index.read_bytes()
    except OSError:
        return False
    # A sum of zeros says that it was left out on purpose (index.skipHash).
    return not data.startswith(b"DIRC") or all(
        any(data[-size:]) and data[-size:] != make(data[:-size], usedforsecurity=False).digest()
        for make, size in _SUMS
    )


def denied(git_dir: Path, said: str) -> GitError:
    """The refusal of a git directory that may not be read or written."""
    return GitError(
        f"Git may not work here: {said}.",
        where=str(git_dir),
        hint=f"If it is yours, give yourself permission: chmod -R u+rwX {quoted(git_dir)}",
    )


def whole(git: Git, common_dir: Path, ref: str) -> str:
    """The newest commit that *ref* was at, or that is shared, with all its files; or ""."""
    logged = [line.split(" ")[1] for line in reversed(lines(common_dir / "logs" / ref))]
    shared = git.ask("for-each-ref", "--format=%(objectname)", "refs/remotes").text.split()
    for commit in (*logged[:_MOST_TRIED], *shared):
        if not git.ask("rev-list", "--objects", "--quiet", "-1", commit, "--").status:
            return commit
    return ""


def lines(file: Path) -> list[str]:
    """A file's lines; none when it cannot be read."""
    return text(file).splitlines()


def text(file: Path) -> str:
    """A file's text, without blanks around it; empty when it cannot be read."""
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def quoted(path: Path | str) -> str:
    """The path as a shell takes it."""
    return shlex.quote(str(path))


def _what(lock: Path) -> str:
    return "its index" if lock.name == "index.lock" else lock.name.removesuffix(".lock")
