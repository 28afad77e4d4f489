"""A quick look at the git directory around a team, for what hardly ever is the case.

Asking the repository loads what runs git, which costs every command that only reads. So these
answer no only where that is certain; otherwise the repository is asked.
"""

from pathlib import Path

#: The version of an index file that keeps only what differs between neighbouring paths.
_COMPRESSED = 4


def may_hold(folder: Path, name: str) -> bool:
    """Whether the clone's own state may hold a file called *name*."""
    git_dir = _git_dir(folder)
    if git_dir is None:
        return False
    return git_dir.is_file() or (git_dir / "teamkit" / name).exists()


def may_be_sparse(folder: Path) -> bool:
    """Whether the work tree around *folder* may be a sparse checkout."""
    git_dir = _git_dir(folder)
    if git_dir is None:
        return False
    return git_dir.is_file() or (git_dir / "info/sparse-checkout").exists()


def may_track(folder: Path, below: str) -> bool:
    """Whether git may track a file in the folder *below* the team's folder."""
    git_dir = _git_dir(folder)
    if git_dir is None:
        return False
    if git_dir.is_file() or any(git_dir.glob("sharedindex.*")):
        return True
    try:
        index = (git_dir / "index").read_bytes()
    except OSError:
        return False
    is_compressed = int.from_bytes(index[4:8], "big") >= _COMPRESSED
    return is_compressed or f"{below}/".encode() in index


def _git_dir(folder: Path) -> Path | None:
    """What is called `.git` in *folder* or above it: a folder, or a file that names one."""
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            return place / ".git"
    return None
