"""Committing what people edited by hand: the team's files alone, and only when they can be read."""

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from teamkit import kinds
from teamkit.check import check, places
from teamkit.check.scope import is_under, unreadable
from teamkit.config import FILE
from teamkit.errors import (
    BadDocumentError,
    CommitFailedError,
    NotFoundError,
    TeamkitError,
    UnfinishedError,
    UsageError,
)
from teamkit.facts import Finding
from teamkit.markdown import blocks
from teamkit.markdown.document import parse, parse_yaml
from teamkit.repo import Status
from teamkit.store import apply, files, layout
from teamkit.store.change import Change
from teamkit.store.journal import Unfinished
from teamkit.team import Team

_VERBS = {"new": "Add", "staged-new": "Add", "deleted": "Remove"}
_TEMPLATES = "templates"
_NAMED = 5


class Saving(NamedTuple):
    """What would be committed, and what speaks against it.

    Attributes:
        statuses: what was edited, by path.
        errors: why it cannot be saved; nothing is, unless this is empty.
        warnings: what somebody should look at some time.
    """

    statuses: tuple[Status, ...]
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, in path order."""
        return tuple(status.path for status in self.statuses)


def plan(team: Team, start: Path, typed: Sequence[str] = ()) -> Saving:
    """What was edited by hand among the team's files, or among those that were *typed*.

    Raises:
        GitError: the repository is in the middle of something.
        UsageError: a typed path is outside the team's folder or none of the team's files.
        NotFoundError: a typed path is not there, and was not deleted either.
    """
    asked = places.inside(team, start, typed)
    statuses = edited(
        team, [path for path in asked if path == _page(team) or _has_block(team, path)]
    )
    for path, words in zip(asked, typed, strict=True):
        _refuse_unknown(team, path, words, statuses)
    chosen = tuple(s for s in statuses if not asked or any(is_under(s.path, a) for a in asked))
    errors = _errors(team, chosen)
    if errors or not chosen:
        return Saving(chosen, errors)
    standing = [status.path for status in chosen if status.state != "deleted"]
    warnings = check.check(team, standing) if standing else []
    return Saving(chosen, (), tuple(one for one in warnings if one.rule != "unreadable"))


def edited(team: Team, also: Sequence[str] = ()) -> tuple[Status, ...]:
    """The team's files, and *also* these, that are not as in the last commit.

    Editors' own files are left out.

    Raises:
        GitError: the repository is in the middle of something.
    """
    found = team.repo.look([FILE, *also, _TEMPLATES, *_folders(team)])
    return tuple(status for status in found if _is_ours(team, status))


def save(team: Team, saving: Saving, message: str | None = None) -> str:
    """Commit exactly what *saving* lists; the commit's subject.

    Raises:
        UsageError: the message is empty.
        UnfinishedError: it would commit one half of a change that was stopped half-way.
        CommitFailedError: git, a hook or the signing refused; the files stay as they are.
        LockedError: another teamkit is writing here.
    """
    change = Change(_subject(saving.statuses) if message is None else message.strip(), "save")
    if not change.message:
        raise UsageError("The message is empty.", hint="Describe the change: -m 'Notes of Friday'")
    with team.locked():
        _refuse_half(team, saving.paths)
        try:
            team.repo.commit(saving.paths, change.commit_message)
        except CommitFailedError as error:
            again = f"teamkit save {shlex.join(saving.paths)}"
            raise CommitFailedError(error.said, error.paths, fix=error.fix, again=again) from error
    return change.subject


def finish(team: Team) -> tuple[Unfinished, ...]:
    """Finish every change that was stopped half-way or not committed; oldest first.

    Raises:
        NothingUnfinishedError: there is none.
        EditedSinceError: somebody edited one of the files meanwhile; nothing was touched.
        CommitFailedError: git still refuses.
    """
    with team.locked():
        return apply.finish(team.folder, team.repo)


def undo(team: Team) -> tuple[Unfinished, ...]:
    """Undo every change that was stopped half-way or not committed; newest first.

    Raises:
        NothingUnfinishedError: there is none.
        EditedSinceError: somebody edited one of the files meanwhile; nothing was touched.
    """
    with team.locked():
        return apply.undo(team.folder, team.repo)


def _refuse_half(team: Team, paths: Sequence[str]) -> None:
    for change in team.unfinished():
        shared = [path for path in paths if path in change.paths]
        if shared and apply.is_half(team.folder, change):
            raise UnfinishedError(change.subject, shared)


def _page(team: Team) -> str:
    """The tree's first page; saved only when named, for it may be another program's."""
    root = team.config.root
    return "README.md" if root == "." else f"{root}/README.md"


def _has_block(team: Team, path: str) -> bool:
    """Whether it is a page with something that teamkit generates; saved only when named."""
    if not path.endswith(".md"):
        return False
    try:
        data = files.read(team.folder, path)
    except BadDocumentError:
        return False
    return data is not None and bool(blocks.names(data.decode("utf-8", "replace")))


def _folders(team: Team) -> list[str]:
    return [layout.folder(team.config, noun) for noun in kinds.NOUNS]


def _is_ours(team: Team, status: Status) -> bool:
    """Whether it is a file of the team: no link, no editor's own, no application's template."""
    folder, _, name = status.path.rpartition("/")
    if is_under(status.path, _TEMPLATES) and (folder != _TEMPLATES or not name.endswith(".md")):
        return False
    if (team.folder / status.path).is_symlink():
        return False
    return status.state != "new" or not (name.startswith((".", "#", "~")) or name.endswith("~"))


def _refuse_unknown(team: Team, path: str, typed: str, statuses: Iterable[Status]) -> None:
    if any(is_under(status.path, path) for status in statuses):
        return
    if not (team.folder / path).exists():
        raise NotFoundError(f"There is no file or folder {typed}.", hint="Check the path")
    ours = [FILE, _page(team), _TEMPLATES, *_folders(team)]
    known = any(is_under(path, one) or is_under(one, path) for one in ours)
    if not known and not _has_block(team, path):
        raise UsageError(
            f"{typed} is none of the team's files, so teamkit leaves it alone.",
            hint=f"Commit it with git: git commit -- {typed}",
        )


def _errors(team: Team, statuses: Iterable[Status]) -> tuple[Finding, ...]:
    """Those of the files that cannot be read, conflict markers included."""
    found = []
    for status in statuses:
        try:
            _try(team, status.path)
        except BadDocumentError as bad:
            found.append(unreadable(bad))
        except TeamkitError as error:
            found.append(Finding(status.path, 0, error.message, error.hint or "", "unreadable"))
    return tuple(found)


def _try(team: Team, path: str) -> None:
    """Read one file as what it is; other files than text are nobody's business here."""
    data = files.read(team.folder, path)
    if data is None:
        return
    if is_under(path, _TEMPLATES):
        # A template's front matter is none yet: an empty line before it keeps it from being read.
        try:
            parse(path, b"\n" + data)
        except BadDocumentError as bad:
            raise BadDocumentError(path, max(0, bad.line - 1), bad.why) from bad
    elif path.endswith(".md"):
        parse(path, data)
    elif path in {FILE, layout.catalog(team.config)}:
        parse_yaml(path, data.decode("utf-8", "replace"))


def _subject(statuses: Sequence[Status]) -> str:
    """What to tell the team: `Update notes/2026-12-04-friday.md`, `Save 3 files: a, b, c`."""
    if len(statuses) == 1:
        return f"{_VERBS.get(statuses[0].state, 'Update')} {statuses[0].path}"
    names = [status.path.rpartition("/")[2].removesuffix(".md") for status in statuses[:_NAMED]]
    more = len(statuses) - len(names)
    rest = f" and {more} more" if more else ""
    return f"Save {len(statuses)} files: {', '.join(names)}{rest}"
