"""What git wrote, put on the disk: git itself leaves loose objects and refs to the system.

The setting that changes this would be seen by every hook, so it is done from outside.
"""

from teamkit.repo.checkout import flush
from teamkit.repo.layout import Layout
from teamkit.repo.runner import Git, GitResult


def objects_between(old: str | None, new: str) -> tuple[str, ...]:
    """What `rev-list` takes to list what the commits after *old* up to *new* are made of."""
    start = [f"^{old}"] if old else []
    return ("--objects", "--no-object-names", new, *start, "--")


def flush_objects(layout: Layout, listed: GitResult) -> None:
    """Have the loose ones of the listed objects on the disk; packs are there already."""
    objects = layout.common_dir / "objects"
    loose = [objects / name[:2] / name[2:] for name in listed.text.split()]
    for file in loose:
        flush(file)
    for folder in sorted({file.parent for file in loose}):
        flush(folder)
    flush(objects)


def flush_branch(git: Git, layout: Layout) -> None:
    """Have the current branch and the index on the disk."""
    ref = git.ask("symbolic-ref", "--quiet", "HEAD").text or "HEAD"
    files = [layout.common_dir / ref, layout.git_dir / "HEAD", layout.git_dir / "index"]
    files += sorted((layout.common_dir / "reftable").glob("*"))
    for file in files:
        flush(file)
        flush(file.parent)
