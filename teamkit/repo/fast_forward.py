"""A fast-forward that may be stopped: noted before git writes files, ended by the next run.

Git keeps no journal of a checkout. Stopped half-way, it leaves files that are gone or cut, which
look like edits of the user. The note says which commits the move is between and how each file was
before, so that what git left half is never taken for what somebody wrote.
"""

import json
import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.repo import checkout
from teamkit.repo.checkout import TreeEntry
from teamkit.repo.layout import Layout, commit_id, head
from teamkit.repo.runner import Git

_NAME = "moving.json"
_STOPPED = "A sync was stopped while git was writing files"


class Move(NamedTuple):
    """The note.

    Attributes:
        branch: the full name of the branch that moves; empty when HEAD is detached.
        old: the commit it is at; empty when it has none yet.
        target: the commit it moves to.
        before: the mark of each file that may be written, by path from the root.
    """

    branch: str
    old: str
    target: str
    before: Mapping[str, list[int]]


class _Path(NamedTuple):
    """One path that the move changes, as in both commits and in the index."""

    path: str
    old: TreeEntry
    target: TreeEntry
    staged: TreeEntry


def begin(git: Git, layout: Layout, target: str) -> list[str]:
    """Note that the current branch is about to move to the commit *target*; the paths it changes.

    Raises:
        GitError: the note cannot be written.
    """
    old, branch = head(git, layout) or "", _branch(git)
    paths = [path for path, _, _ in _changes(git, old, target)]
    before = {path: mark for path in paths if (mark := checkout.mark(layout.top / path))}
    try:
        _write(layout, Move(branch, old, target, before))
    except OSError as error:
        raise GitError(
            f"Cannot write in the git directory: {error.strerror}; nothing was changed.",
            where=str(_file(layout)),
            hint="Check permissions and free disk space, then: teamkit sync",
        ) from error
    return paths


def end(layout: Layout, paths: Sequence[str]) -> None:
    """The move is whole: its files are on the disk, the note is gone."""
    files = [layout.top / path for path in paths]
    for place in (*files, *sorted({file.parent for file in files})):
        checkout.flush(place)
    _file(layout).unlink(missing_ok=True)


def is_noted(layout: Layout) -> bool:
    """Whether a move was begun and not ended."""
    return _file(layout).exists()


def refuse(layout: Layout) -> None:
    """Refuse to go on where a move was stopped, because its files are not the user's.

    Raises:
        GitError: there is a note.
    """
    if is_noted(layout):
        raise GitError(f"{_STOPPED}.", hint="Finish it first: teamkit sync")


def finish(git: Git, layout: Layout) -> None:
    """End a move that was stopped: branch, index and files are of one version, the note is gone.

    As long as git had not written the index, what it did is undone; after that the branch moves.

    Raises:
        GitError: a file was edited since, or cannot be put back; the note is kept.
    """
    move = _read(layout)
    if move is not None:
        if commit_id(git, move.target) is None:
            raise GitError(
                f"{_STOPPED}, and the commit they came from is gone.",
                where=str(_file(layout)),
                hint=f"Look at your files (git diff), then: rm {shlex.quote(str(_file(layout)))}",
            )
        paths = list(_paths(git, layout, move))
        _restore(git, layout, move, paths)
        if paths and all(each.staged == each.target for each in paths):
            _move_branch(git, layout, move)
    _file(layout).unlink(missing_ok=True)


def _restore(git: Git, layout: Layout, move: Move, paths: list[_Path]) -> None:
    """Bring every file that git left half to the version that the index has."""
    edited = []
    for each in sorted(paths, key=_rank):
        # With another version in the index git would not have begun, or people went on since.
        known = each.staged in {each.old, each.target}
        if not known or checkout.mark(layout.top / each.path) == move.before.get(each.path):
            continue
        try:
            is_whole = checkout.restore(layout.top, each.path, each.staged, each.target)
            # Once git has written the index, all files were whole: then it is but an edit.
            if not is_whole and each.staged != each.target:
                edited.append(layout.relative(each.path))
        except OSError as error:
            raise GitError(
                f"{_STOPPED}, and this one cannot be put back: {error.strerror}.",
                where=layout.relative(each.path),
                hint="Check permissions and free disk space, then: teamkit sync",
            ) from error
    if edited:
        raise GitError(
            f"{_STOPPED}, and these were edited since; they may be cut.",
            where=", ".join(edited),
            hint=f"Put your version aside, then finish: {_aside(git.folder, edited)}",
        )


def _rank(each: _Path) -> tuple[bool, bool, str]:
    """What goes first makes room; the attributes decide what the bytes of the others are."""
    is_attributes = PurePosixPath(each.path).name == ".gitattributes"
    return each.staged.is_file, not is_attributes, each.path


def _aside(folder: Path, edited: list[str]) -> str:
    """The commands that rename these files, and finish."""
    moves = []
    for path in edited:
        number = 1
        while os.path.lexists(folder / (aside := f"{path}.mine{number if number > 1 else ''}")):
            number += 1
        moves.append(f"mv -- {shlex.quote(path)} {shlex.quote(aside)}")
    return " && ".join([*moves, "teamkit sync"])


def _move_branch(git: Git, layout: Layout, move: Move) -> None:
    """Git was stopped between the index and the branch: only that is left to do."""
    if (head(git, layout) or "", _branch(git)) != (move.old, move.branch):
        return
    expected = move.old or "0" * len(move.target)
    answer = git.tell("update-ref", "-m", "teamkit sync", "HEAD", move.target, expected)
    if answer.status:
        raise GitError(
            f"{_STOPPED}, and the branch cannot be moved on: {answer.said}.",
            hint=answer.way_out("See: git status"),
        )


def _branch(git: Git) -> str:
    return git.ask("symbolic-ref", "--quiet", "HEAD").text


def _paths(git: Git, layout: Layout, move: Move) -> Iterator[_Path]:
    listed = Git(layout.top).ask("ls-files", "--stage", "-t", "-z").needed()
    index = {}
    for line in listed.split("\0")[:-1]:
        entry, _, path = line.partition("\t")
        tag, mode, blob, _ = entry.split(" ")
        # Outside of a sparse checkout git writes no files: such an entry is like none of the two.
        index[path] = TreeEntry(mode, blob) if tag == "H" else TreeEntry(tag, blob)
    for path, old, target in _changes(git, move.old, move.target):
        yield _Path(path, old, target, index.get(path, TreeEntry()))


def _changes(git: Git, old: str, target: str) -> Iterator[tuple[str, TreeEntry, TreeEntry]]:
    """(path from the root, before, after) of what differs between two commits."""
    start = old or git.ask("hash-object", "-t", "tree", "--stdin").text
    options = ("-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none")
    listed = git.ask("diff-tree", *options, start, target, "--").needed().split("\0")[:-1]
    for entry, path in zip(listed[::2], listed[1::2], strict=True):
        modes_and_blobs = entry.removeprefix(":").split(" ")
        before, after, old_blob, new_blob, _ = modes_and_blobs
        yield path, TreeEntry.read(before, old_blob), TreeEntry.read(after, new_blob)


def _file(layout: Layout) -> Path:
    return layout.git_dir / "teamkit" / _NAME


def _read(layout: Layout) -> Move | None:
    """The note; None when there is none, or what is there is no note."""
    try:
        return Move(**json.loads(_file(layout).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write(layout: Layout, move: Move) -> None:
    file = _file(layout)
    file.parent.mkdir(exist_ok=True)
    text = json.dumps(move._asdict())
    checkout.replace(file, text.encode())
