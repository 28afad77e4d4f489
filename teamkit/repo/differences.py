"""What one line of commits changes, seen from another; nothing is checked out for it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.repo.layout import Layout, commit_id
from teamkit.repo.runner import Git

#: Sizes are asked for when no more files than this were added.
SIZED = 50
_ADDED = "A"


class Difference(NamedTuple):
    """One path that merging would add, change or delete.

    Attributes:
        path: relative to the team's folder; it may lead out of it (`../x`).
        is_added: there was nothing at that path, nor at one that differs in case alone.
        is_deleted: there is nothing any more.
        is_plain: a plain file that is not executable; no link, no submodule.
        size: bytes of an added plain file; None for others, and when more than 50 were added.
    """

    path: str
    is_added: bool
    is_deleted: bool
    is_plain: bool
    size: int | None


def differences(git: Git, layout: Layout, base: str, head: str) -> list[Difference]:
    """What *head* changes since it left *base*, by path; renames are a deletion and an addition.

    Where there are several merge bases, what differs from any of them counts: a merge takes all.

    Raises:
        GitError: there is no such commit here, or the two share no history.
    """
    ours, theirs = _known(git, base), _known(git, head)
    changes: dict[str, tuple[str, str]] = {}
    for ancestor in _bases(git, ours, theirs):
        for path, mode, state in _changes(git, ancestor, theirs):
            known = changes.get(path, (mode, state))[1]
            changes[path] = (mode, state if state == known else "M")
    standing = _standing(git, ours, theirs, changes)
    added = [path for path, (_, state) in changes.items() if state == _ADDED]
    sizes = _sizes(git, theirs, added) if len(added) <= SIZED else {}
    return [
        Difference(
            layout.relative(path),
            is_added=state == _ADDED and path.casefold() not in standing,
            is_deleted=state == "D",
            is_plain=mode == "100644",
            size=sizes.get(path),
        )
        for path, (mode, state) in sorted(changes.items())
    ]


def _known(git: Git, rev: str) -> str:
    known = commit_id(git, rev)
    if known is None:
        raise GitError(
            f"There is no commit '{rev}' here.",
            hint=f"Fetch it first: git fetch origin {rev.removeprefix('origin/')}",
        )
    return known


def _bases(git: Git, ours: str, theirs: str) -> list[str]:
    """The commits that the two have last in common; more than one after merges crosswise."""
    said = git.ask("rev-parse", f"{ours}...{theirs}").needed().split("\n")
    bases = [line[1:] for line in said if line.startswith("^")]
    if not bases:
        raise GitError(
            "The two commits share no history, as far as this clone knows.",
            hint="Fetch all of it: git fetch --unshallow (or fetch-depth: 0)",
        )
    return bases


def _changes(git: Git, before: str, after: str) -> Iterable[tuple[str, str, str]]:
    """(path from the root, mode after, state) of what differs between two commits."""
    # Without the last option a .gitmodules or a setting could hide a submodule.
    options = ("-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none")
    listed = git.ask("diff-tree", *options, before, after, "--").needed().split("\0")[:-1]
    for head, path in zip(listed[::2], listed[1::2], strict=True):
        _, mode, _, _, state = head.split(" ")
        yield path, mode, state


def _standing(git: Git, ours: str, theirs: str, changes: Iterable[str]) -> frozenset[str]:
    """The paths of *ours*, in small letters, of those that *theirs* does not have just so."""
    if not changes:
        return frozenset()
    wanted = {path.casefold() for path in changes}
    same = {path: entry for entry, path in _tree(git, theirs) if path in changes}
    return frozenset(
        path.casefold()
        for entry, path in _tree(git, ours)
        if path.casefold() in wanted and same.get(path) != entry
    )


def _tree(git: Git, commit: str) -> list[tuple[str, str]]:
    """(mode, type and id; path from the root) of every file."""
    listed = git.ask("ls-tree", "-r", "-z", "--full-tree", commit).needed().split("\0")[:-1]
    return [(entry, path) for entry, _, path in (one.partition("\t") for one in listed)]


def _sizes(git: Git, commit: str, paths: Sequence[str]) -> dict[str, int]:
    if not paths:
        return {}
    listed = git.ask("ls-tree", "-z", "-l", "--full-tree", commit, "--", *paths).needed()
    sizes = {}
    for one in listed.split("\0")[:-1]:
        entry, _, path = one.partition("\t")
        size = entry.split()[3]
        if size.isdecimal():
            sizes[path] = int(size)
    return sizes
