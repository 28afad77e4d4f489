"""Paths that must not be written: git knows a file there that is not on disk, or takes none there.

A sparse checkout, `skip-worktree` and a deletion by hand leave a path empty on disk that is not
empty for git. An ignored path and one in another repository's folder are refused by `git add`,
which would be too late.
"""

import os
import posixpath
import shlex
from collections.abc import Iterator, Sequence

from teamkit.errors import HiddenFileError, NotTakenError
from teamkit.repo.layout import Layout
from teamkit.repo.runner import Git

_OUTSIDE = "it is outside of this sparse checkout"
_SPARSE = "sparsecheckout"
_SKIPPED = "S"
_GITLINK = "160000 "


def refuse(
    git: Git, layout: Layout, paths: Sequence[str], new: Sequence[str], *, committing: bool
) -> None:
    """Refuse the first of *paths* that git hides or would not take.

    Args:
        git: started in the team's folder.
        layout: of its work tree.
        paths: what is to be written.
        new: those of them that are not on disk.
        committing: whether they are to be committed, too.

    Raises:
        HiddenFileError: names the path, the reason and the way out.
    """
    folders = _folders(paths)
    tracked, in_head, linked, ignored = git.ask_all(
        ("ls-files", "-t", "-z", "--", *(new or [".git"])),
        ("ls-tree", "-z", "--name-only", "HEAD", "--", *(new or [".git"])),
        ("ls-tree", "-z", "HEAD", "--", *(folders or [".git"])),
        ("check-ignore", "--verbose", "--", *(f"./{path}" for path in paths)),
    )
    for entry in filter(None, tracked.text.split("\0")):
        _refuse_tracked(git, layout, entry[2:], is_skipped=entry[0] == _SKIPPED)
    for path in filter(None, in_head.text.split("\0")):
        raise HiddenFileError(
            path, "its deletion is staged, not committed", _back(path, "--staged --worktree ")
        )
    if not committing:
        return
    for path, source, line, pattern in _ignored(ignored.text):
        file = shlex.quote(str(layout.top / source) if layout.prefix else source)
        way_out = f"Include it: echo {shlex.quote(f'!{pattern}')} >> {file}"
        raise HiddenFileError(path, f"it is ignored ({source}:{line}: {pattern})", way_out)
    for entry in filter(None, linked.text.split("\0")):
        if entry.startswith(_GITLINK):
            _refuse_submodule(entry.partition("\t")[2])
    for folder in folders:
        if os.path.lexists(git.folder / folder / ".git"):
            _refuse_submodule(folder)


def missing(git: Git, folders: Sequence[str]) -> dict[str, list[str]]:
    """The Markdown files that are tracked directly in each of *folders*, but not on disk.

    Folders in which none is missing are left out.
    """
    found: dict[str, list[str]] = {}
    for path in git.ask("ls-files", "-z", "--", *folders).text.split("\0"):
        folder = path.rpartition("/")[0]
        is_page = folder in folders and path.endswith(".md")
        if is_page and not os.path.lexists(git.folder / path):
            found.setdefault(folder, []).append(path)
    return found


def way_back(git: Git, layout: Layout, paths: Sequence[str]) -> str:
    """What to type so that files of one folder, tracked but not on disk, are there again."""
    if is_sparse(layout):
        return _widen(git, layout, paths[0], whole=True)
    names = shlex.join(paths)
    tags = git.ask("ls-files", "-t", "-z", "--", paths[0]).text
    look = f"git update-index --no-skip-worktree -- {names} && " if tags[:1] == _SKIPPED else ""
    return f"Get them back: {look}git restore -- {names}"


def is_sparse(layout: Layout) -> bool:
    """Whether the work tree may be a sparse checkout, found without starting git."""
    for file in (layout.git_dir / "config.worktree", layout.common_dir / "config"):
        try:
            if _SPARSE in file.read_text("utf-8", "replace").lower():
                return True
        except OSError:
            continue
    return False


def _refuse_tracked(git: Git, layout: Layout, path: str, *, is_skipped: bool) -> None:
    if not is_skipped:
        raise HiddenFileError(path, "it is tracked, but deleted on disk", _back(path))
    if is_sparse(layout):
        raise HiddenFileError(path, _OUTSIDE, _widen(git, layout, path))
    shown = f"git update-index --no-skip-worktree -- {shlex.quote(path)}"
    raise HiddenFileError(
        path,
        "it is tracked, but git is told to skip it (skip-worktree)",
        f"Get it back: {shown} && git restore -- {shlex.quote(path)}",
    )


def _back(path: str, options: str = "") -> str:
    name = shlex.quote(path)
    return f"Get it back: git restore {options}-- {name}. Or commit that: teamkit save {name}"


def _refuse_submodule(folder: str) -> None:
    raise HiddenFileError(
        folder,
        "it is another repository (a submodule)",
        "Choose another folder for this kind of file: folders, in teamkit.yml",
    )


def _ignored(listed: str) -> Iterator[tuple[str, str, str, str]]:
    """Each ignored path, and the rule that says so: its file, line and pattern."""
    for entry in filter(None, listed.split("\n")):
        rule, _, path = entry.partition("\t")
        source, line, pattern = rule.rsplit(":", 2)
        if not pattern.startswith("!"):
            yield path.removeprefix("./"), source, line, pattern


def outside(git: Git, layout: Layout, paths: Sequence[str]) -> NotTakenError:
    """The refusal of paths outside of the sparse checkout, with what takes the first one in."""
    return NotTakenError(_OUTSIDE, paths, fix=_widen(git, layout, paths[0]))


def _widen(git: Git, layout: Layout, path: str, *, whole: bool = False) -> str:
    """How a sparse checkout takes in the path; or with *whole* all of its folder."""
    is_cone = git.ask("config", "--type=bool", "--get", "core.sparseCheckoutCone").text == "true"
    full = posixpath.normpath(layout.prefix + path)
    place = posixpath.dirname(full) if is_cone else f"/{full}"
    place = f"/{posixpath.dirname(full)}/" if whole and not is_cone else place
    # It works at the root alone.
    there = f" -C {shlex.quote(str(layout.top))}" if layout.prefix else ""
    return f"Include it: git{there} sparse-checkout add {shlex.quote(place)}"


def _folders(paths: Sequence[str]) -> list[str]:
    """Every folder above one of the paths, inside the team's folder."""
    found: dict[str, None] = {}
    for path in paths:
        folder = posixpath.dirname(path)
        while folder:
            found[folder] = None
            folder = posixpath.dirname(folder)
    return list(found)
