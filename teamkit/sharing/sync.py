"""Sharing with the team: fetch, fast-forward or a clean merge, push; anything else touches nothing.

Never pull, rebase or stash. What is not committed is never moved.
"""

from typing import NamedTuple

from teamkit.config import FILE, NOUNS
from teamkit.errors import BadDocumentError, ConflictError, GitError
from teamkit.markdown.document import parse, parse_yaml
from teamkit.repo import MergeResult, Repo, Upstream
from teamkit.sharing import save, seen
from teamkit.store import layout, local
from teamkit.team import Team

_ROUNDS = 5


class Synced(NamedTuple):
    """What was shared.

    Attributes:
        got: commits of others that are here now.
        shared: own commits that are there now, merges not counted; None when the whole branch
            was shared for the first time.
        unsaved: edited files that were not committed, so not shared.
    """

    got: int
    shared: int | None
    unsaved: tuple[str, ...] = ()


def outlook(team: Team) -> Synced:
    """What `sync` would do, as far as is known here; nothing is fetched.

    Raises:
        GitError: the repository is in the middle of something, or shared nowhere.
    """
    unsaved = _look(team)
    place, _ = _place(team.repo)
    if team.repo.was(place.ref) is None:
        return Synced(0, None, unsaved)
    ahead, behind = team.repo.ahead_behind(place.ref)
    return Synced(behind, ahead, unsaved)


def sync(team: Team) -> Synced:
    """Get what others shared and share what is committed here.

    Raises:
        GitError: git refused, there is no network, or the shared history was rewritten.
        ConflictError: the same lines were changed here and there, or the merge would make a file
            unreadable; nothing was touched.
    """
    repo = team.repo
    if repo.is_half_moved():
        with local.locked(repo.common_dir()):
            repo.finish_move()
    unsaved = _look(team)
    place, is_new = _place(repo)
    got = 0
    for _ in range(_ROUNDS):
        known = repo.was(place.ref)
        repo.fetch(place.remote)
        ahead: int | None = None
        if repo.was(place.ref) is not None:
            ahead, behind = _bring(team, place, known)
            got += behind
        is_new = is_new or ahead is None
        if ahead == 0 and not is_new:
            return Synced(got, 0, unsaved)
        if repo.push(place.remote, place.branch, set_upstream=is_new):
            return Synced(got, ahead, unsaved)
    raise GitError(
        f"Others were faster {_ROUNDS} times; what they shared is here, yours is not there yet.",
        hint="Try again: teamkit sync",
    )


def _look(team: Team) -> tuple[str, ...]:
    """The files nobody committed yet; refuses what would end badly."""
    return tuple(status.path for status in save.edited(team))


def _place(repo: Repo) -> tuple[Upstream, bool]:
    """Where the branch is shared, and whether git has to be told so."""
    upstream = repo.upstream()
    if upstream is not None:
        return upstream, False
    branch, remotes = repo.branch() or "", repo.remotes()
    if repo.was("HEAD") is None:
        raise GitError("Nothing is committed here yet.", hint="Commit it first: teamkit save")
    if not remotes:
        raise GitError(
            "This repository is shared nowhere: it has no remote.",
            hint="Make an empty one at your forge, then: git remote add origin URL",
        )
    if len(remotes) > 1:
        raise GitError(
            f"This branch could be shared at several places: {', '.join(remotes)}.",
            hint=f"Choose one, once: git push --set-upstream {remotes[0]} {branch}",
        )
    return Upstream(remotes[0], f"refs/remotes/{remotes[0]}/{branch}", branch), True


def _bring(team: Team, place: Upstream, known: str | None) -> tuple[int, int]:
    """Bring in what was fetched; how many commits wait to be shared, and how many came."""
    repo, common = team.repo, team.repo.common_dir()
    with local.locked(common):
        ahead, behind = repo.ahead_behind(place.ref)
        if ahead and behind:
            _refuse_rewritten(repo, place, seen.noted(common, place.ref) or known)
            _merge(team, place, behind)
        elif behind:
            repo.fast_forward(place.ref)
        seen.forget(common)
    return ahead, behind


def _refuse_rewritten(repo: Repo, place: Upstream, known: str | None) -> None:
    if known is None or repo.is_ancestor(known, place.ref):
        return
    # The ref has moved already: without the note, the next run would merge the old history back.
    seen.note(repo.common_dir(), place.ref, known)
    short = place.ref.removeprefix("refs/remotes/")
    raise GitError(
        f"The history at '{place.remote}' was rewritten; nothing was changed here.",
        hint=f"Ask who did it. To see both sides: git log --oneline --left-right HEAD...{short}",
    )


def _merge(team: Team, place: Upstream, behind: int) -> None:
    result = team.repo.merge_in_store(place.ref)
    short = place.ref.removeprefix("refs/remotes/")
    if result.tree is None:
        raise ConflictError(
            "You and others changed the same lines; nothing was touched.",
            where=", ".join(result.conflicts),
            hint=f"Merge by hand: git merge {short}, mend and git add the files, git commit",
        )
    _refuse_unreadable(team, result, result.tree, short)
    changes = "1 change" if behind == 1 else f"{behind} changes"
    message = f"Bring in {changes} that others shared\n\nTeamkit: sync\n"
    team.repo.commit_merge(result.tree, place.ref, message)


def _refuse_unreadable(team: Team, result: MergeResult, tree: str, theirs: str) -> None:
    """Refuse a clean merge that makes a file unreadable; what one side broke is not its fault."""
    ours, others = (set(team.repo.files_of(tree, parent)) for parent in result.parents)
    for path in sorted(path for path in ours & others if _is_ours(team, path)):
        data = team.repo.read(tree, path)
        try:
            if data is not None:
                _parse(path, data)
        except BadDocumentError as bad:
            raise ConflictError(
                f"Together, your changes and others' make a file unreadable: {bad.why}.",
                where=bad.where,
                hint=f"By hand: git merge --no-commit {theirs}, mend and git add it, git commit",
            ) from bad


def _is_ours(team: Team, path: str) -> bool:
    folders = (layout.folder(team.config, noun) for noun in NOUNS)
    return path == FILE or any(path.startswith(f"{folder}/") for folder in folders)


def _parse(path: str, data: bytes) -> None:
    if path.endswith(".md"):
        parse(path, data)
    elif path.endswith(".yml"):
        parse_yaml(path, data.decode("utf-8", "replace"))
