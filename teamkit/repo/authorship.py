"""Who changed which files of any repository, commit by commit; nothing in it starts a program.

The repository may be anybody's: its configuration can name programs for nearly everything, so
what reads here asks for none of it, and no missing object is fetched.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import GitError
from teamkit.repo.layout import commit_id
from teamkit.repo.runner import Git
from teamkit.repo.values import Identity

#: Commits that change more files than that tell only how many: their paths are not kept.
MOST_PATHS = 200
#: The file at a repository's root that names commits of formatting alone.
IGNORED = ".git-blame-ignore-revs"

_NO_PROGRAMS = {
    "core.fsmonitor": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
    # In a partial clone git would fetch what is missing, by what the clone's configuration says.
    "protocol.allow": "never",
    **{
        f"protocol.{kind}.allow": "never" for kind in ("ext", "file", "git", "http", "https", "ssh")
    },
}
_LOG = (
    "log",
    "-z",
    "--raw",
    "--no-abbrev",
    "-M100%",
    "--no-merges",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--no-notes",
    "--format=%H%n%P%n%as%n%aN%n%aE%n%(trailers:key=Co-authored-by,valueonly,unfold)",
)
_CONTACT = re.compile(r"\s*([^<>]{0,200}?)\s*<([^<>\s]{1,200})>\s*")
_LARGEST_IGNORED = 1 << 20
_BATCH = 500
_SUBMODULE = b"160000"
_MAPPED_AT_ONCE = 100
_ID = re.compile(r"[0-9a-f]{40,64}")


class Clone(NamedTuple):
    """A repository whose history is to be read.

    Attributes:
        git: started in it.
        name: of its folder.
        common_dir: the git directory that all its work trees share.
        head: the commit that is checked out.
        is_shallow: only the newest part of the history is here.
        ignored: commits that its `.git-blame-ignore-revs` names.
    """

    git: Git
    name: str
    common_dir: Path
    head: str
    is_shallow: bool
    ignored: frozenset[str]


class Commit(NamedTuple):
    """One commit that is no merge.

    Attributes:
        day: the author's own.
        people: the author, then co-authors, through .mailmap, each once.
        files: how many files it changes; renamed and re-moded ones, and submodules, are none.
        paths: those files, from the repository's root; empty when they are over `MOST_PATHS`.
    """

    id: str
    day: date
    people: tuple[Identity, ...]
    files: int
    paths: tuple[str, ...]


class _Raw(NamedTuple):
    """A commit as git tells it."""

    id: str
    day: str
    author: Identity
    co_authors: tuple[Identity, ...]
    is_first: bool


def clone(folder: Path) -> Clone:
    """The repository around *folder*.

    Raises:
        GitError: there is none, git does not trust it, or it has no commits.
    """
    git = Git(folder, _NO_PROGRAMS)
    places = ("--show-toplevel", "--git-common-dir", "--is-shallow-repository")
    answer = git.ask("rev-parse", "--path-format=absolute", *places)
    if answer.status:
        raise GitError(
            f"{folder} is not a repository that can be read: {answer.said}.",
            hint=f"Give the folder of a clone. What git says of it: git -C {folder} status",
        )
    top, common_dir, shallow = answer.text.rsplit("\n", 2)
    head = commit_id(git, "HEAD")
    if head is None:
        raise GitError(
            f"{folder} has no commits yet.", hint="Give the folder of a clone with history"
        )
    name = Path(top).name or "repository"
    return Clone(git, name, Path(common_dir), head, shallow == "true", _ignored(git))


def commits(of: Clone, since: date) -> Iterator[Commit]:
    """What led to the head, newest first, from *since* on; read as it comes, never all at once.

    Left out: merges, and in a shallow clone the commits at its end, which seem to add all files.

    Raises:
        GitError: git cannot read the history.
    """
    # No --since: git would stop at the first commit whose clock was wrong.
    told = of.git.stream(*_LOG, of.head, "--")
    known: dict[Identity, Identity] = {}
    commits = (one for one in _parsed(_tokens(told)) if not (of.is_shallow and one[0].is_first))
    while batch := list(islice(commits, _BATCH)):
        new = {who for raw, _, _ in batch for who in raw.co_authors} - known.keys()
        known |= _mapped(of.git, sorted(new))
        for raw, files, paths in batch:
            day = _day(raw.day)
            if day is not None and day >= since:
                people = (raw.author, *(known[who] for who in raw.co_authors))
                yield Commit(raw.id, day, tuple(dict.fromkeys(people)), files, tuple(paths))


def _ignored(git: Git) -> frozenset[str]:
    name = f"HEAD:{IGNORED}"
    size = git.ask("cat-file", "-s", name)
    if size.status or int(size.text) > _LARGEST_IGNORED:
        return frozenset()
    lines = git.ask("cat-file", "blob", name).text.split("\n")
    return frozenset(
        word for line in lines if _ID.fullmatch(word := line.partition("#")[0].strip())
    )


def _tokens(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What stands before each NUL; git ends everything with one."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\0")
        yield from whole


def _parsed(tokens: Iterator[bytes]) -> Iterator[tuple[_Raw, int, list[str]]]:
    """Each commit, how many files it changes, and their paths while they are few."""
    raw: _Raw | None = None
    files, paths = 0, list[str]()
    for token in tokens:
        words = token.removeprefix(b"\n")
        if not words.startswith(b":"):
            if raw is not None:
                yield raw, files, paths
            raw, files, paths = _raw(words), 0, []
            continue
        old_mode, new_mode, old, new, status = words[1:].split(b" ")
        path = next(tokens)
        if status[:1] in b"RC":
            path = next(tokens)
        if old == new or _SUBMODULE in {old_mode, new_mode}:
            continue
        files += 1
        if files <= MOST_PATHS:
            paths.append(os.fsdecode(path))
        elif paths:
            paths = []
    if raw is not None:
        yield raw, files, paths


def _raw(header: bytes) -> _Raw:
    id_, parents, day, name, email, trailers = header.decode("utf-8", "replace").split("\n", 5)
    found = (_CONTACT.fullmatch(line) for line in trailers.split("\n"))
    co_authors = tuple(Identity(one[1], one[2]) for one in found if one)
    return _Raw(id_, day, Identity(name, email), co_authors, not parents)


def _mapped(git: Git, people: list[Identity]) -> dict[Identity, Identity]:
    """Each of them as .mailmap has them; as they are where it does not say."""
    mapped = {who: who for who in people}
    for start in range(0, len(people), _MAPPED_AT_ONCE):
        some = people[start : start + _MAPPED_AT_ONCE]
        answer = git.ask("check-mailmap", "--", *(f"{who.name} <{who.email}>" for who in some))
        for who, line in zip(some, answer.needed().split("\n"), strict=True):
            if one := _CONTACT.fullmatch(line):
                mapped[who] = Identity(one[1], one[2])
    return mapped


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
