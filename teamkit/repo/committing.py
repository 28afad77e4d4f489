"""One commit of exactly these paths; whatever else is staged, dirty or new stays as it is."""

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from teamkit.errors import CommitFailedError, NotTakenError
from teamkit.repo import hidden
from teamkit.repo.layout import Layout, head
from teamkit.repo.runner import Answer, Git
from teamkit.repo.words import telling_lines

#: What `git add` says of a path outside of a sparse checkout.
_OUTSIDE = b"outside of your sparse-checkout"
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")


def commit(
    git: Git, layout: Layout, paths: Sequence[str], message: str, env: Mapping[str, str]
) -> str:
    """The id of the new commit.

    Raises:
        CommitFailedError: git, a hook or the signing refused; the files and what was staged are
            as before.
    """
    new = _untracked(git, paths)
    before = head(git, layout)
    try:
        _add(git, layout, new)
        _commit(git, paths, message, env)
    except (CommitFailedError, KeyboardInterrupt):
        # A git that was stopped late may have committed: then un-adding would stage a deletion.
        if head(git, layout) == before:
            unstage(git, new)
        raise
    return head(git, layout) or ""


def _untracked(git: Git, paths: Sequence[str]) -> list[str]:
    """Those of the paths that are not in the index; refuses what git would store otherwise."""
    listed = git.ask("ls-files", "-t", "-z", "--", *paths).needed().split("\0")
    tags = {entry[2:]: entry[:1] for entry in listed}
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
    answer = git.tell("add", "--", *new)
    if answer.status:
        if _OUTSIDE in answer.err:
            raise hidden.outside(git, layout, new)
        names = _listed(git, ["--others", "--ignored", "--exclude-standard"], new)
        ignored = f"'{names[0]}' is ignored (.gitignore)" if names else None
        raise NotTakenError(ignored or answer.said, new)


def _commit(git: Git, paths: Sequence[str], message: str, env: Mapping[str, str]) -> None:
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
        *paths,
        stdin=text.encode(errors="backslashreplace"),
        env=env,
    )
    if answer.status:
        raise CommitFailedError(_why(git, answer), paths)


def _why(git: Git, answer: Answer) -> str:
    if answer.status != 1:  # git itself dies with 128
        return answer.said
    if answer.out:  # then it prints the status
        return "nothing has changed"
    folder = git.ask("rev-parse", "--path-format=absolute", "--git-path", "hooks").text
    hooks = [name for name in _HOOKS if os.access(Path(folder, name), os.X_OK)]
    if not hooks:
        return answer.said
    lines = telling_lines(answer.err)
    return f"the {' or '.join(hooks)} hook said: {lines[-1] if lines else 'nothing'}"


def unstage(git: Git, new: Sequence[str]) -> None:
    """Take new files out of the index again; they stay on disk."""
    added = _listed(git, ["--cached"], new)
    if added:
        # From the empty tree, not from HEAD: on a branch without commits there is none, and what
        # was not in the index before must not be in it after.
        empty = git.ask("hash-object", "-t", "tree", "--stdin").text
        git.tell("restore", "--staged", f"--source={empty}", "--", *added)


def _listed(git: Git, which: Sequence[str], paths: Sequence[str]) -> list[str]:
    return git.ask("ls-files", "-z", *which, "--", *paths).text.split("\0")[:-1] if paths else []
