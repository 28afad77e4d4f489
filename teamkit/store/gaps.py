"""What a team's files do not say: tracked files that are not on disk, and files nobody can read.

Reading goes on without them and names them; whoever decides from them must not.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from teamkit.config import Config
from teamkit.errors import GapsError, GitError
from teamkit.facts import Finding
from teamkit.store import clone, layout

if TYPE_CHECKING:
    from teamkit.repo import Repo


def worth_asking(folder: Path, seen: Mapping[str, bool]) -> dict[str, bool]:
    """Those of the folders that were read in which tracked files may be missing.

    Args:
        folder: of the team.
        seen: folders in it -> whether something was there.
    """
    sparse = clone.may_be_sparse(folder)
    return {
        below: is_full
        for below, is_full in seen.items()
        if sparse or (not is_full and clone.may_track(folder, below))
    }


def missing(repo: "Repo", folders: Mapping[str, bool]) -> list[Finding]:
    """How many Markdown files of each folder are tracked, but not here; a finding per folder.

    Args:
        repo: the repository around the team's folder.
        folders: relative to it -> whether something is there; then git is asked about it in a
            sparse checkout only.
    """
    try:
        sparse = repo.is_sparse()
        found = repo.missing([one for one, is_full in folders.items() if sparse or not is_full])
    except GitError:  # in no repository nothing is tracked
        return []
    why = "sparse checkout" if sparse else "deleted"
    return [
        Finding(
            folder, 0, f"{_files(len(paths))} not here ({why})", repo.way_back(paths), "missing"
        )
        for folder, paths in found.items()
    ]


def _files(count: int) -> str:
    return "1 tracked file is" if count == 1 else f"{count} tracked files are"


def unread(config: Config, findings: Iterable[Finding], kinds: Sequence[str]) -> list[str]:
    """Where the files of these kinds are that could not be read, as `path:line`.

    Args:
        config: says which folder holds which kind.
        findings: of everything that was read so far.
        kinds: for instance people and notes.
    """
    folders = {layout.folder(config, kind) for kind in kinds}
    return [
        f"{one.path}:{one.line}" if one.line else one.path
        for one in findings
        if one.rule == "unreadable" and one.path.rpartition("/")[0] in folders
    ]


def refuse(config: Config, findings: Iterable[Finding], kinds: Sequence[str]) -> None:
    """Refuse to decide without files that could not be read; arguments as for `unread`.

    Raises:
        GapsError: there are some; names all of them.
    """
    places = unread(config, findings, kinds)
    if places:
        raise GapsError(places)
