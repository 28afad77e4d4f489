"""What would come in, looked at before it does: pages and settings that could not be read then."""

from collections.abc import Iterator
from typing import NamedTuple

from teamkit import kinds
from teamkit.check.scope import unreadable
from teamkit.config import FILE, read_config
from teamkit.errors import BadDocumentError, ConflictError
from teamkit.facts import Finding
from teamkit.markdown.document import parse, parse_yaml, yaml_text
from teamkit.store import layout
from teamkit.team import Team


class Incoming(NamedTuple):
    """Two sides, and what becomes of them: for a fast-forward their commit, else a merged tree.

    Attributes:
        ours, theirs: commits.
        result: a commit or a tree.
        short: their commit as git names it for people: `origin/main`.
    """

    ours: str
    theirs: str
    result: str
    short: str


def judge(team: Team, incoming: Incoming) -> tuple[Finding, ...]:
    """The team's files that others made unreadable; they come in, for only that mends them.

    Raises:
        ConflictError: both sides together make a file unreadable, or the settings would be.
    """
    both = set(team.repo.files_of(incoming.result, incoming.theirs))
    found = []
    for bad in _unreadable(team, incoming):
        if bad.path in both:
            raise ConflictError(
                f"Together, your changes and others' make a file unreadable: {bad.why}.",
                where=bad.where,
                hint=f"By hand: git merge --no-commit {incoming.short}, "
                "fix and git add it, git commit",
            ) from bad
        if bad.path == FILE and _reads_settings(team, incoming.ours):
            raise _bad_settings(team, incoming, bad) from bad
        found.append(unreadable(bad))
    return tuple(found)


def _unreadable(team: Team, incoming: Incoming) -> Iterator[BadDocumentError]:
    """Why each file that would change here could not be read."""
    changed = team.repo.files_of(incoming.result, incoming.ours)
    ours = [path for path in sorted(changed) if _is_ours(team, path)]
    for path, data in team.repo.read_all(incoming.result, ours):
        try:
            if data is not None:
                _parse(path, data)
        except BadDocumentError as bad:
            yield bad


def _bad_settings(team: Team, incoming: Incoming, bad: BadDocumentError) -> ConflictError:
    commit, author = team.repo.latest(FILE, incoming.ours, incoming.theirs)
    return ConflictError(
        f"{author} shared settings that cannot be read (commit {commit}): {bad.why}; "
        "nothing was changed here.",
        where=bad.where,
        hint=f"Ask them to fix it, then: teamkit sync. Or fix it here: git merge "
        f"{incoming.short}, edit {FILE}, teamkit save, teamkit sync",
    )


def _reads_settings(team: Team, rev: str) -> bool:
    data = team.repo.read(rev, FILE)
    try:
        if data is not None:
            _parse(FILE, data)
    except BadDocumentError:
        return False
    return True


def _is_ours(team: Team, path: str) -> bool:
    folders = (layout.folder(team.config, noun) for noun in kinds.NOUNS)
    return path == FILE or any(path.startswith(f"{folder}/") for folder in folders)


def _parse(path: str, data: bytes) -> None:
    if path == FILE:
        read_config(yaml_text(path, data))
    elif path.endswith(".md"):
        parse(path, data)
    elif path.endswith(".yml"):
        parse_yaml(path, data.decode("utf-8", "replace"))
