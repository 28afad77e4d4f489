"""Why git cannot work in a folder: its own words first, then what the files in `.git` show."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.repo import remedies
from teamkit.repo.runner import Git, GitResult
from teamkit.repo.words import readable


class _FailedAt(NamedTuple):
    """Where git failed.

    Attributes:
        git: asks there.
        said: what git complained of, in one line.
        top: the nearest folder upwards with a `.git`, folder or file; None when there is none.
    """

    git: Git
    said: str
    top: Path | None

    @property
    def git_dir(self) -> Path:
        """What `.git` is, or names where it is a file."""
        place = (self.top or self.git.folder) / ".git"
        if place.is_file():
            named = remedies.text(place).removeprefix("gitdir: ")
            return place.parent / named
        return place

    @property
    def common_dir(self) -> Path:
        """The git directory that all work trees of the clone share."""
        named = remedies.text(self.git_dir / "commondir")
        return Path(os.path.normpath(self.git_dir / named)) if named else self.git_dir


def refusal(git: Git, answer: GitResult) -> GitError:
    """The refusal of what git *answer*ed: the cause, and the way out of it."""
    otherwise = GitError(f"Git cannot work here: {answer.said}.", hint="See all of it: git status")
    return known(git, answer) or otherwise


def known(git: Git, answer: GitResult) -> GitError | None:
    """As `refusal`; None where the cause is none of those that are known."""
    folder = Path(os.path.realpath(git.folder))
    tops = (top for top in (folder, *folder.parents) if os.path.lexists(top / ".git"))
    place = _FailedAt(Git(folder), answer.said, next(tops, None))
    words = readable(answer.err)
    return next(filter(None, (find(place, words) for find in _CAUSES)), None)


# ---- one cause after the other, the surest first ------------------------------------------------


def _foreign(_: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"git config --global --add safe\.directory .*", words)
    return found and GitError(
        "Git does not trust this folder, because somebody else owns it.",
        hint=f"If you trust it: {found[0]}",
    )


def _settings(place: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"bad config line (\d+) in file (.+)", words)
    if found:
        file = (place.top or place.git.folder) / found[2]
        return GitError(
            "Git cannot read its settings.",
            where=f"{file}:{found[1]}",
            hint="Correct that line in an editor.",
        )
    return (
        GitError(
            f"Git cannot read its settings: {place.said}.",
            hint="Correct it in an editor, in .git/config or in ~/.gitconfig.",
        )
        if re.search(r"bad .*config (value|variable)", words)
        else None
    )


def _newer(_: _FailedAt, words: str) -> GitError | None:
    found = re.search(
        r"(?:unknown repository extensions? found:|Expected git repo version|"
        r"unknown value for 'extensions)[^\n]*(?:\n\t.*)*",
        words,
    )
    return found and GitError(
        f"This repository needs a newer git ({' '.join(found[0].split())}).",
        hint="Install one: https://git-scm.com/downloads",
    )


def _moved(place: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"not a git repository: (.+)", words)
    return found and GitError(
        f"The .git file here points to {found[1]}, where there is no repository.",
        where=str((place.top or place.git.folder) / ".git"),
        hint="Bring it back; if it was moved, type where it is now: "
        f"git worktree repair {remedies.quoted(place.git.folder)}",
    )


def _parts(place: _FailedAt, words: str) -> GitError | None:
    """A `.git` without something that git needs to recognize it."""
    if "not a git repository" not in words or place.top is None:
        return None
    head, folder = place.git_dir / "HEAD", place.git.folder
    start = "git init"
    if not re.match(r"ref: refs/|[0-9a-f]{40}", remedies.text(head)):
        start += f" -b {remedies.quoted(_last_branch(place.git_dir))}"
        if os.path.lexists(head):
            start = f"mv {remedies.quoted(head)} {remedies.quoted(head)}.broken && {start}"
    where = "" if place.top == folder else f" {remedies.quoted(place.top)}"
    return GitError(
        "Part of the .git folder here is missing, so git does not recognize it.",
        where=str(place.git_dir),
        hint=f"Restore it; nothing else is changed: {start}{where}",
    )


def _none(place: _FailedAt, words: str) -> GitError | None:
    if "not a git repository" not in words:
        return None
    return GitError(
        f"This folder is not in a git work tree that can be used: {place.said}.",
        hint="Start one here: git init -b main",
    )


def _bare(place: _FailedAt, words: str) -> GitError | None:
    if "must be run in a work tree" not in words and "cannot use bare" not in words:
        return None
    folder = place.git.folder
    hint = f"Clone it, and work there: git clone {remedies.quoted(folder)} NAME"
    if place.top is not None:
        hint = "Mark it as a repository with files: git config core.bare false"
        if folder.is_relative_to(place.git_dir):
            hint = f"Go where the files are: cd {remedies.quoted(place.top)}"
    return GitError(
        f"This folder is not in a git work tree that can be used: {place.said}.", hint=hint
    )


def _elsewhere(_: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"Invalid path '(.+)'", words)
    return found and remedies.elsewhere(found[1])


def _filter(place: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"(?:fatal: )?(.*): (?:clean|smudge) filter '(.+)' failed", words)
    return found and GitError(
        f"The filter '{found[2]}', through which git reads {found[1]}, fails: {place.said}.",
        hint=f"Install what it runs, or correct filter.{found[2]} in git's settings.",
    )


def _denied(place: _FailedAt, words: str) -> GitError | None:
    if "Permission denied" not in words:
        return None
    return remedies.denied(place.git_dir, place.said)


def _lock(place: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"Unable to create '(.+\.lock)': File exists", words)
    return found and remedies.locked((place.top or place.git.folder) / found[1])


def _object(place: _FailedAt, words: str) -> GitError | None:
    found = re.search(r"objects/([0-9a-f]{2}/[0-9a-f]{38,62})\)? is (?:empty|corrupt)", words)
    if not found:
        return None
    file = place.common_dir / "objects" / found[1]
    aside = f"mv {remedies.quoted(file)} {remedies.quoted(file)}.broken"
    return GitError(
        "A part of this repository's history is damaged.",
        where=str(file),
        hint=f"Set it aside, then try again: {aside}",
    )


def _index(place: _FailedAt, _: str) -> GitError | None:
    index = place.git_dir / "index"
    return remedies.damaged_index(index) if remedies.is_damaged(index) else None


def _missing(place: _FailedAt, words: str) -> GitError | None:
    """An object that some commit or the index names, and that is not there."""
    if not re.search(
        r"bad (tree )?object|bad tree-ish|could not parse HEAD|(unable|cannot|could not) to? ?read "
        r"|invalid object|Error building trees|not send all necessary objects",
        words,
    ):
        return None
    remotes = place.git.ask("remote").text.split()
    fetch = f"Fetch it again: git fetch --refetch {remedies.quoted(remotes[0])}" if remotes else ""
    head = remedies.text(place.git_dir / "HEAD").removeprefix("ref: ")
    whole = remedies.whole(place.git, place.common_dir, head)
    back = ""
    if whole and whole != place.git.ask("rev-parse", "--verify", "--quiet", "HEAD").text:
        back = ". If that does not help, go" if fetch else "Go"
        back += " back to the last commit that is whole; your files stay: "
        back += f"git update-ref HEAD {whole}"
    return GitError(
        f"A part of this repository's history is missing: {place.said}.",
        hint=fetch + back or "Bring it back from another clone, or from a copy of this folder.",
    )


_CAUSES: tuple[Callable[[_FailedAt, str], GitError | None], ...] = (
    _foreign,
    _settings,
    _newer,
    _moved,
    _parts,
    _none,
    _bare,
    _elsewhere,
    _filter,
    _denied,
    _lock,
    _object,
    _index,
    _missing,
)


# ---- what the files in .git show ----------------------------------------------------------------


def _last_branch(git_dir: Path) -> str:
    """The branch that was checked out last, as far as is known; else main."""
    for line in reversed(remedies.lines(git_dir / "logs/HEAD")):
        found = re.search(r"\tcheckout: moving from .* to (.+)", line)
        if found and (git_dir / "logs/refs/heads" / found[1]).is_file():
            return found[1]
    heads = sorted(path.name for path in (git_dir / "logs/refs/heads").glob("*"))
    return heads[0] if len(heads) == 1 else "main"
