"""The look before anything is written: refuses what would end badly, with what mends it."""

import os
import re
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from teamkit.errors import GitError
from teamkit.repo import status
from teamkit.repo.layout import Layout, commit_id, unusable
from teamkit.repo.runner import Git, GitResult
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
#: These go on in a work tree without edits alone, and set every file back when they are given up.
_STARTS_CLEAN = {"git rebase", "git am"}
_IN_REFTABLE = {"CHERRY_PICK_HEAD", "REVERT_HEAD"}


def look(
    git: Git, layout: Layout, paths: Sequence[str], *, committing: bool = True
) -> list[Status]:
    """The state of these paths, in a work tree that is ready for a change, or a commit too.

    Raises:
        GitError: git is missing or too old, cannot read the repository or may not write there,
            something is under way, there are conflicts, no branch, no identity, or a lock.
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
        raise unusable(git, state)
    conflicts = _unmerged(unmerged.text)
    _refuse_under_way(git, layout, conflicts)
    _refuse_unmerged(conflicts)
    if not committing:
        return status.read(state.out, layout)
    header = set(state.text.split("\0"))
    _refuse_detached(header)
    if identity(who) is None:
        raise GitError(
            "Git does not know who you are, so nothing can be committed.",
            hint="Tell it: git config user.name 'YOUR NAME' && git config user.email YOU@EXAMPLE",
        )
    _refuse_unwritable(git, layout, header)
    return status.read(state.out, layout)


def look_to_share(layout: Layout, remote: str) -> None:
    """Refuses the locks at which sharing with *remote* would stop half-way.

    Raises:
        GitError: a killed git left one, or another git holds it for long.
    """
    fetched = layout.common_dir / "refs/remotes" / remote
    refs = sorted(fetched.rglob("*.lock"))
    _refuse_locked(
        layout.git_dir / "ORIG_HEAD.lock",
        *(layout.common_dir / f"{name}.lock" for name in ("shallow", "packed-refs", "config")),
        *refs,
    )


def identity(answer: GitResult) -> Identity | None:
    """The identity in what `WHO` printed; None when none is configured."""
    found = re.fullmatch(r"(.*) <(.*)> \d+ [+-]\d+", answer.text)
    return Identity(found[1], found[2]) if found and not answer.status else None


def _refuse_old(version: str) -> None:
    numbers = re.search(r"git version (\d+)\.(\d+)", version)
    if numbers and (int(numbers[1]), int(numbers[2])) >= _OLDEST:
        return
    raise GitError(
        f"This git is too old: {version.strip() or 'unknown version'}.",
        hint="Install git 2.34 or newer: https://git-scm.com/downloads",
    )


def _refuse_under_way(git: Git, layout: Layout, conflicts: Sequence[str]) -> None:
    for mark, what, command in _UNDER_WAY:
        if _stands(git, layout.git_dir, mark):
            raise GitError(
                f"{what} is under way; a commit now would become part of it.",
                where=", ".join(conflicts) or None,
                hint="End it: git bisect reset"
                if mark == "BISECT_LOG"
                else _ways_to_end(git, layout, _ended_by(layout, mark, command), conflicts),
            )


def _ended_by(layout: Layout, mark: str, command: str) -> str:
    todo = layout.git_dir / "sequencer/todo"
    is_revert = mark == "sequencer" and todo.is_file() and todo.read_bytes()[:6] == b"revert"
    return "git revert" if is_revert else command


def _ways_to_end(git: Git, layout: Layout, command: str, conflicts: Sequence[str]) -> str:
    """How to finish what is under way, and how to give it up."""
    import shlex

    edited = _edited(git, layout) if command in _STARTS_CLEAN else []
    added = f"git add -- {shlex.join(conflicts)} && " if conflicts else ""
    before, after = added, ""
    if edited:
        before += f"git stash push --quiet -- {shlex.join(edited)} && "
        after = " && git stash pop"
    first = "Resolve the conflicts in an editor, then" if conflicts else "Finish it"
    give_up = (before if edited else "") + f"{command} --abort{after}"
    return f"{first}: {before}{command} --continue{after}. Or abort it: {give_up}"


def _edited(git: Git, layout: Layout) -> list[str]:
    """The tracked files with edits that are not staged, anywhere in the work tree."""
    listed = git.ask(*status.COMMAND, "--no-renames", "--untracked-files=no").text.split("\0")
    changed = [entry for entry in listed if entry.startswith("1 ") and entry[3] != "."]
    return [layout.relative(entry.split(" ", 8)[8]) for entry in changed]


def _stands(git: Git, git_dir: Path, mark: str) -> bool:
    if mark in _IN_REFTABLE and (git_dir / "reftable").is_dir():
        return commit_id(git, mark) is not None
    return (git_dir / mark).exists()


def _unmerged(listed: str) -> list[str]:
    # Three entries a path: mode, id and stage, a tab, the path.
    return sorted({entry.partition("\t")[2] for entry in listed.split("\0") if entry})


def _refuse_unmerged(paths: Sequence[str]) -> None:
    if paths:
        import shlex

        raise GitError(
            "Git still has conflicts here, so nothing can be committed.",
            where=", ".join(paths),
            hint=f"Resolve them in an editor, then: git add -- {shlex.join(paths)}",
        )


def _refuse_detached(header: Collection[str]) -> None:
    if "# branch.head (detached)" in header:
        raise GitError(
            "No branch is checked out (detached HEAD), so a commit could get lost.",
            hint="Create one here: git switch -c NAME",
        )


def _refuse_unwritable(git: Git, layout: Layout, header: Collection[str]) -> None:
    """Refuses what git would stop at only after the files are written."""
    for refusal in _unwritable(git, layout, header):
        raise refusal
    ref = _branch(layout)
    locks = [layout.git_dir / "index.lock", layout.git_dir / "HEAD.lock"]
    _refuse_locked(*locks, *([layout.common_dir / f"{ref}.lock"] if ref else []))


def _unwritable(git: Git, layout: Layout, header: Collection[str]) -> Iterator[GitError]:
    from teamkit.repo import remedies

    here, common, ref = layout.git_dir, layout.common_dir, _branch(layout)
    if remedies.is_damaged(here / "index"):
        yield remedies.damaged_index(here / "index")
    folders = (here, common / "objects", common / "refs/heads")
    closed = (f for f in folders if f.exists() and not os.access(f, os.W_OK))
    yield from (remedies.denied(here, f"{folder} is not writable") for folder in closed)
    if ref and "# branch.oid (initial)" in header and (common / ref).is_file():
        yield remedies.broken_branch(git, ref, common)


def _branch(layout: Layout) -> str:
    """The ref that HEAD names; empty when it is detached."""
    from teamkit.repo import remedies

    head = remedies.text(layout.git_dir / "HEAD")
    return head.removeprefix("ref: ") if head.startswith("ref: ") else ""


def _refuse_locked(*locks: Path) -> None:
    """Waits a moment for locks that a living git holds; names all that stay, a killed one's."""
    for _ in range(_LOCK_LOOKS):
        left = [lock for lock in locks if os.path.lexists(lock)]
        if not left:
            return
        time.sleep(_LOCK_PAUSE)
    from teamkit.repo import remedies

    raise remedies.locked(*left)
