"""Applying a change: all of its files or none, and one commit of exactly those files.

Everything here runs under the clone's lock. A change that was stopped half-way, or whose commit
git refused, stays in the journal until it is finished, undone, or committed by hand.
"""

import shlex
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teamkit.errors import (
    EditedSinceError,
    HiddenFileError,
    NothingUnfinishedError,
    NotTakenError,
    TeamkitError,
    UnfinishedError,
)
from teamkit.store import files, journal
from teamkit.store.change import Change, Write
from teamkit.store.journal import Step, Unfinished

if TYPE_CHECKING:
    from teamkit.repo import Repo, Status


class Applied(NamedTuple):
    """What became of a change.

    Attributes:
        paths: what was written, in the change's order.
        commit: the new commit's id; None when nothing was committed.
        left: written, but not committed because they had changes of their own.
        rewritten: committed, and then changed by a hook, so not as in the commit.
    """

    paths: tuple[str, ...] = ()
    commit: str | None = None
    left: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()


def apply(
    folder: Path,
    repo: "Repo",
    change: Change,
    *,
    commit: bool,
    include_dirty: bool | Collection[str],
) -> Applied:
    """Write *change*, and commit exactly its paths.

    Args:
        folder: the team's.
        repo: the repository around it.
        change: with at least one write.
        commit: whether to commit at all.
        include_dirty: True for every file, or the paths whose own changes belong to the change;
            other files with changes of their own are written but not committed.

    Raises:
        GitError: the repository is in the middle of something, or git would refuse one of the
            paths; nothing was written.
        ConflictError: a file is not as it was read, or belongs to an unfinished change; nothing
            was written.
        CommitFailedError: written, but git did not commit.
    """
    paths = tuple(write.path for write in change.writes)
    common = repo.common_dir()
    status = repo.look(paths, committing=commit)
    earlier = unfinished(folder, repo)
    if commit:
        _refuse_overlap(earlier, paths)
    old = files.standing(folder, change.writes)
    repo.refuse_hidden(paths, [path for path in paths if path not in old], committing=commit)
    left = () if include_dirty is True else _left(change, status, include_dirty or ())
    clean = tuple(path for path in paths if path not in left) if commit else ()
    steps = tuple(_step(write, old.get(write.path)) for write in change.writes)
    if len(steps) > 1 or clean:  # one file that is not committed is old or new by itself
        begun = Unfinished(change.subject, change.commit_message, steps, clean)
        journal.note(common, (*earlier, begun))
    try:
        files.write(folder, change.writes)
    except TeamkitError:  # all is put back; somebody else's edit is not taken for this change
        journal.note(common, earlier)
        raise
    try:
        done = repo.commit(clean, change.commit_message) if clean else None
    except NotTakenError as error:
        _put_back(folder, repo, steps)
        journal.note(common, earlier)
        raise HiddenFileError(error.paths[0], error.said, error.fix) from error
    journal.note(common, earlier)
    return Applied(paths, done, left if commit else (), repo.left_by_hooks if done else ())


def refuse_again(change: Change, waiting: Iterable[Unfinished]) -> None:
    """Refuse a command that finds nothing to do because it was stopped half-way before.

    Raises:
        UnfinishedError: a change of the same command is among those that are *waiting*.
    """
    for one in waiting:
        if one.message.endswith(f"\nTeamkit: {change.command}\n"):
            raise UnfinishedError(one.subject, one.paths)


def unfinished(folder: Path, repo: "Repo") -> tuple[Unfinished, ...]:
    """The changes that still wait, oldest first; the journal forgets all others.

    What a killed command left beside its files is removed.
    """
    common = repo.common_dir()
    noted = journal.noted(common)
    if not noted:
        return ()
    files.sweep(folder, [path for change in noted for path in change.paths])
    waiting = tuple(change for change in noted if _waits(folder, repo, change))
    if waiting != noted:
        journal.note(common, waiting)
    return waiting


def finish(folder: Path, repo: "Repo") -> tuple[Unfinished, ...]:
    """Write what is missing of each unfinished change, and commit it as it was meant; all of them.

    Raises:
        NothingUnfinishedError: there is none.
        EditedSinceError: one of its files was edited meanwhile; nothing was touched.
        GitError: the repository is in the middle of something.
        CommitFailedError: git still refuses; the change still waits.
    """
    waiting = _untouched(folder, repo)
    for number, change in enumerate(waiting, 1):
        writes = [
            Write(step.path, step.after, _digest(step.before))
            for step in change.steps
            if _state(folder, step) == "old"
        ]
        files.write(folder, writes)
        dirty = {status.path for status in repo.status(change.paths)}
        commits = [path for path in change.commits if path in dirty]
        if commits:
            repo.commit(commits, change.message)
        journal.note(repo.common_dir(), waiting[number:])
    return waiting


def undo(folder: Path, repo: "Repo") -> tuple[Unfinished, ...]:
    """Put back every file of each unfinished change as it was before; all of them, newest first.

    Raises:
        NothingUnfinishedError: there is none.
        EditedSinceError: one of its files was edited meanwhile; nothing was touched.
        GitError: the repository is in the middle of something.
    """
    waiting = _untouched(folder, repo)[::-1]
    for number, change in enumerate(waiting, 1):
        dirty = {status.path for status in repo.status(change.paths)}
        written = [step for step in change.steps if _state(folder, step) == "new"]
        _put_back(folder, repo, [step for step in written if step.path in dirty])
        journal.note(repo.common_dir(), waiting[number:][::-1])
    return waiting


def _put_back(folder: Path, repo: "Repo", steps: Sequence[Step]) -> None:
    """Undo these, which are written, in reverse: the old text again, or no file."""
    back = []
    for step in reversed(steps):
        if step.before is None:
            repo.unstage([step.path])
            files.remove(folder, step.path, sha256(step.after.encode()).hexdigest())
        else:
            back.append(Write(step.path, step.before, _digest(step.after)))
    files.write(folder, back)


def _untouched(folder: Path, repo: "Repo") -> tuple[Unfinished, ...]:
    """The unfinished changes, in a repository that is ready, none of their files edited since."""
    waiting = unfinished(folder, repo)
    if not waiting:
        raise NothingUnfinishedError
    repo.look([path for change in waiting for path in change.paths])
    steps = [step for change in waiting for step in change.steps]
    edited = list(dict.fromkeys(s.path for s in steps if _state(folder, s) == "edited"))
    if edited:
        raise EditedSinceError(waiting[0].subject, edited, shlex.join(edited))
    return waiting


def _waits(folder: Path, repo: "Repo", change: Unfinished) -> bool:
    """Whether some of it was written, and it is not all written and committed."""
    if all(_state(folder, step) == "old" for step in change.steps):
        return False
    return is_half(folder, change) or bool(change.commits and repo.status(change.commits))


def is_half(folder: Path, change: Unfinished) -> bool:
    """Whether some of its files were written and others were not."""
    return {_state(folder, step) for step in change.steps} >= {"old", "new"}


def _state(folder: Path, step: Step) -> str:
    """Whether its file is `new`, still `old`, or was `edited` since."""
    try:
        data = files.read(folder, step.path)
    except TeamkitError:
        return "edited"
    if data is not None and data == step.after.encode():
        return "new"
    before = None if step.before is None else step.before.encode()
    return "old" if data == before else "edited"


def _refuse_overlap(earlier: Iterable[Unfinished], paths: Sequence[str]) -> None:
    for change in earlier:
        shared = [path for path in paths if path in change.paths]
        if shared:
            raise UnfinishedError(change.subject, shared)


def _step(write: Write, old: bytes | None) -> Step:
    return Step(write.path, None if old is None else old.decode(), write.text)


def _digest(text: str | None) -> str | None:
    return None if text is None else sha256(text.encode()).hexdigest()


def _left(change: Change, status: Iterable["Status"], whole: Collection[str]) -> tuple[str, ...]:
    """The paths with changes of their own, but those of *whole*: left to whoever made them."""
    dirty = {one.path for one in status}.difference(whole)
    return tuple(w.path for w in change.writes if w.seen is not None and w.path in dirty)
