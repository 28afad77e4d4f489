"""One commit of exactly these paths; whatever else is staged, dirty or new stays as it is."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import CommitFailedError, NotTakenError
from teamkit.repo import durable, hidden, status
from teamkit.repo.layout import Layout, head
from teamkit.repo.runner import UTF_8, Git, GitResult, literal
from teamkit.repo.values import Status
from teamkit.repo.words import telling_lines

#: What `git add` says of a path outside of a sparse checkout.
_OUTSIDE = b"outside of your sparse-checkout"
_SAID = " hook said: "
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")


class Committed(NamedTuple):
    """A commit that was made.

    Attributes:
        id: of the newest commit, which a hook may have made.
        left: those of the paths that hooks changed after they were committed.
    """

    id: str
    left: tuple[str, ...]


def commit(git: Git, layout: Layout, paths: Sequence[str], message: str) -> Committed:
    """Commit these paths alone, and have the commit on the disk.

    Raises:
        CommitFailedError: git, a hook or the signing refused; the files and what was staged are
            as before.
    """
    listed, encoding = git.ask_all(
        ("ls-files", "-t", "-z", "--", *paths), ("config", "--get", "i18n.commitEncoding")
    )
    new = _untracked(git, paths, listed.needed())
    # The message is UTF-8. Hooks would see a setting that says so: only where it is needed.
    is_utf8 = encoding.text.lower() in {"", "utf-8", "utf8"}
    before = head(git, layout)
    try:
        _add(git, layout, new)
        _commit(git, paths, message, () if is_utf8 else (UTF_8,))
    except (CommitFailedError, KeyboardInterrupt):
        # A git that was stopped late may have committed: then un-adding would stage a deletion.
        if head(git, layout) == before:
            unstage(git, new)
        raise
    made = head(git, layout) or ""
    objects, state = git.ask_all(
        ("rev-list", *durable.objects_between(before, made)), (*status.COMMAND, "--", *paths)
    )
    left = _settle(git, layout, status.read(state.out, layout))
    durable.flush_objects(layout, objects)
    durable.flush_branch(git, layout)
    return Committed(made, left)


def _settle(git: Git, layout: Layout, found: Sequence[Status]) -> tuple[str, ...]:
    """The committed paths that are not as in the commit, once their index entries are.

    A hook that stages what it rewrote does so in the index of the commit alone: the other one
    keeps what was staged before, and the next commit would undo the hook.
    """
    known = [each.path for each in found if each.state != "new"]
    if known:
        git.tell("restore", "--staged", "--", *literal(known))
    return tuple(
        each.path for each in found and status.status(git, layout, [p.path for p in found])
    )


def _untracked(git: Git, paths: Sequence[str], listed: str) -> list[str]:
    """Those of the paths that are not in the index; refuses what git would store otherwise."""
    tags = {entry[2:]: entry[:1] for entry in listed.split("\0")}
    for path in paths:
        if not _is_plain(git.folder / path):
            raise CommitFailedError("it is not a plain file", [path])
        if tags.get(path) == "S":
            raise CommitFailedError("git is told to skip it (skip-worktree)", [path])
    unknown = [path for path in paths if path not in tags]
    gone = [path for path in unknown if not os.path.lexists(git.folder / path)]
    if not gone:
        return unknown
    # Staged as deleted (git rm, git mv): in HEAD alone, so there is nothing to add.
    in_head = git.ask("ls-tree", "-z", "--name-only", "HEAD", "--", *gone).text.split("\0")
    return [path for path in unknown if path not in in_head]


def _is_plain(file: Path) -> bool:
    """Whether it is a file, or not there (a deletion); no link, no folder."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return True


def _add(git: Git, layout: Layout, new: Sequence[str]) -> None:
    if not new:
        return
    answer = git.tell("add", "--", *literal(new))
    if answer.status:
        # Once more for the reason, in words that are the same everywhere.
        plain = git.tell("add", "--dry-run", "--", *literal(new), env={"LC_ALL": "C"})
        if _OUTSIDE in plain.err:
            raise hidden.outside(git, layout, new)
        names = _listed(git, ["--others", "--ignored", "--exclude-standard"], new)
        ignored = f"'{names[0]}' is ignored (.gitignore)" if names else None
        raise NotTakenError(ignored or answer.said, new, fix=_fix(git, plain))


def _commit(
    git: Git,
    paths: Sequence[str],
    message: str,
    settings: tuple[str, ...],
) -> None:
    text = message if message.endswith("\n") else message + "\n"
    answer = git.tell(
        "commit",
        "--only",
        "--quiet",
        "--cleanup=verbatim",
        "--no-status",
        "-F",
        "-",
        "--",
        *literal(paths),
        stdin=text.encode(errors="backslashreplace"),
        settings=settings,
    )
    if answer.status:
        why = _why(git, answer)
        # What a hook prints is about its own matters.
        fix = _fix(git, answer) if _SAID not in why else "Fix the cause"
        raise CommitFailedError(why, paths, fix=fix)


def _fix(git: Git, answer: GitResult) -> str:
    """What to do about the reason why git does not commit."""
    from teamkit.repo import causes

    cause = causes.known(git, answer)
    return (cause.hint or "").rstrip(".") if cause else "Fix the cause"


def _why(git: Git, answer: GitResult) -> str:
    if answer.status != 1:  # git itself dies with 128
        return answer.said
    if answer.out:  # then it prints the status
        return "nothing has changed"
    folder = git.ask("rev-parse", "--path-format=absolute", "--git-path", "hooks").text
    hooks = [name for name in _HOOKS if os.access(Path(folder, name), os.X_OK)]
    if not hooks:
        return answer.said
    lines = telling_lines(answer.err)
    return f"the {' or '.join(hooks)}{_SAID}{lines[-1] if lines else 'nothing'}"


def unstage(git: Git, new: Sequence[str]) -> None:
    """Take new files out of the index again; they stay on disk."""
    added = _listed(git, ["--cached"], new)
    if added:
        # From the empty tree, not from HEAD: on a branch without commits there is none, and what
        # was not in the index before must not be in it after.
        empty = git.ask("hash-object", "-t", "tree", "--stdin").text
        git.tell("restore", "--staged", f"--source={empty}", "--", *literal(added))


def _listed(git: Git, which: Sequence[str], paths: Sequence[str]) -> list[str]:
    return git.ask("ls-files", "-z", *which, "--", *paths).text.split("\0")[:-1] if paths else []
