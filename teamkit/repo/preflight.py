"""The look before anything is written: refuses what would end badly, with what mends it."""

import re
import time
from collections.abc import Sequence
from pathlib import Path

from teamkit.errors import GitError
from teamkit.repo import status
from teamkit.repo.layout import Layout, commit_id, unusable
from teamkit.repo.runner import Answer, Git
from teamkit.repo.values import Identity, Status

#: Fails unless name and e-mail are configured, because every call sets `user.useConfigOnly`.
WHO = ("var", "GIT_COMMITTER_IDENT")

_OLDEST = (2, 34)

#: An editor that refreshes its view holds the index for a moment; a longer stay is a refusal.
_LOCK_LOOKS, _LOCK_PAUSE = 10, 0.1

#: What marks it in the git directory, what it is, and the command that ends it. The order counts:
#: a rebase leaves a CHERRY_PICK_HEAD too.
_UNDER_WAY = (
    ("rebase-apply/applying", "A series of patches (git am)", "git am"),
    ("rebase-apply", "A rebase", "git rebase"),
    ("rebase-merge", "A rebase", "git rebase"),
    ("MERGE_HEAD", "A merge", "git merge"),
    ("CHERRY_PICK_HEAD", "A cherry-pick", "git cherry-pick"),
    ("REVERT_HEAD", "A revert", "git revert"),
    ("sequencer", "A series of cherry-picks or reverts", "git cherry-pick"),
    ("BISECT_LOG", "A bisect", "git bisect"),
)
_IN_REFTABLE = {"CHERRY_PICK_HEAD", "REVERT_HEAD"}


def look(
    git: Git, layout: Layout, paths: Sequence[str], *, committing: bool = True
) -> list[Status]:
    """The state of these paths, in a work tree that is ready for a change, or a commit too.

    Raises:
        GitError: git is missing or too old, the folder is not in a work tree, something is under
            way, there are conflicts, no branch, no identity, or the index is locked.
    """
    up = "../" * layout.prefix.count("/") or "."
    # Nothing is ever tracked under .git: the header alone is wanted where no path is named.
    version, unmerged, who, state = git.ask_all(
        ("version",),
        ("ls-files", "--unmerged", "-z", "--", up),
        WHO,
        (*status.COMMAND, "--", *(paths or [".git"])),
    )
    _refuse_old(version.text)
    if state.status:
        raise unusable(state.said)
    _refuse_under_way(git, layout.git_dir)
    _refuse_unmerged(unmerged.text)
    if not committing:
        return status.read(state.out, layout)
    _refuse_detached(state.text)
    if identity(who) is None:
        raise GitError(
            "Git does not know who you are, so nothing can be committed.",
            hint="Tell it: git config user.name 'YOUR NAME' && git config user.email YOU@EXAMPLE",
        )
    _refuse_locked(layout)
    return status.read(state.out, layout)


def identity(answer: Answer) -> Identity | None:
    """The identity in what `WHO` printed; None when none is configured."""
    found = re.fullmatch(r"(.*) <(.*)> \d+ [+-]\d+", answer.text)
    return Identity(found[1], found[2]) if found and not answer.status else None


def _refuse_old(version: str) -> None:
    numbers = re.search(r"git version (\d+)\.(\d+)", version)
    if numbers and (int(numbers[1]), int(numbers[2])) >= _OLDEST:
        return
    raise GitError(
        f"This git is too old: {version.strip() or 'it does not tell its version'}.",
        hint="Install git 2.34 or newer: https://git-scm.com/downloads",
    )


def _refuse_under_way(git: Git, git_dir: Path) -> None:
    for mark, what, command in _UNDER_WAY:
        if not _stands(git, git_dir, mark):
            continue
        ways = f"Finish it: {command} --continue. Or give it up: {command} --abort"
        raise GitError(
            f"{what} is under way; a commit now would become part of it.",
            hint="End it: git bisect reset" if mark == "BISECT_LOG" else ways,
        )


def _stands(git: Git, git_dir: Path, mark: str) -> bool:
    if mark in _IN_REFTABLE and (git_dir / "reftable").is_dir():
        return commit_id(git, mark) is not None
    return (git_dir / mark).exists()


def _refuse_unmerged(listed: str) -> None:
    # Three entries a path: mode, id and stage, a tab, the path.
    paths = sorted({entry.partition("\t")[2] for entry in listed.split("\0") if entry})
    if paths:
        import shlex

        raise GitError(
            "Git still has conflicts here, so nothing can be committed.",
            where=", ".join(paths),
            hint=f"Resolve them in an editor, then: git add -- {shlex.join(paths)}",
        )


def _refuse_detached(state: str) -> None:
    if "# branch.head (detached)" in state.split("\0"):
        raise GitError(
            "No branch is checked out (detached HEAD), so a commit could get lost.",
            hint="Make one from here: git switch -c NAME",
        )


def _refuse_locked(layout: Layout) -> None:
    lock = layout.git_dir / "index.lock"
    for _ in range(_LOCK_LOOKS):
        try:
            made = lock.stat().st_mtime
        except FileNotFoundError:
            return
        time.sleep(_LOCK_PAUSE)
    import shlex
    from datetime import UTC, datetime

    since = datetime.fromtimestamp(made, UTC).astimezone()
    raise GitError(
        f"Git is busy here, or was killed: its index is locked since {since:%Y-%m-%d %H:%M}.",
        where=str(lock),
        hint=f"When no git or editor is at work here, remove it: rm {shlex.quote(str(lock))}",
    )
