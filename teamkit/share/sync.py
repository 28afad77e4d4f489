"""Sharing with the team: fetch, fast-forward or a clean merge, push; anything else touches nothing.

Never pull, rebase or stash. What is not committed is never moved.
"""

import json
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import ConflictError, GitError
from teamkit.facts import Finding
from teamkit.repo import MergeResult, Remote, Repo, Upstream
from teamkit.share import save, verify
from teamkit.share.verify import Incoming
from teamkit.store import local
from teamkit.team import Team

#: A try is lost only when somebody else's succeeds, so this is how many may sync at once.
_TRIES = 20
#: What the server had before its history was rewritten: the clone's own note, never shared.
_REWRITTEN = "rewritten.json"


class Synced(NamedTuple):
    """What was shared.

    Attributes:
        got: commits of others that are here now.
        shared: own commits that are there now, merges not counted; None when the whole branch
            was shared for the first time.
        unsaved: edited files that were not committed, so not shared.
        unreadable: files that others shared and that cannot be read.
    """

    got: int
    shared: int | None
    unsaved: tuple[str, ...] = ()
    unreadable: tuple[Finding, ...] = ()


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


def sync(team: Team, pause: Callable[[int], None]) -> Synced:
    """Get what others shared and share what is committed here.

    Args:
        team: the repository.
        pause: waits before another try; it gets how many were lost to others who were faster.

    Raises:
        GitError: git refused, there is no network, the shared history was rewritten, or the
            branch is no longer there.
        ConflictError: the same lines were changed here and there, or a file would be unreadable
            that is not now; nothing was touched.
    """
    repo = team.repo
    if repo.is_half_moved():
        with local.locked(repo.common_dir()):
            repo.finish_move()
    unsaved = _look(team)
    place, is_new = _place(repo)
    got, unreadable = 0, dict[str, Finding]()
    for lost in range(_TRIES):
        if lost:
            pause(lost)
        known = repo.was(place.ref)
        repo.fetch(place.remote)
        if not is_new:
            _refuse_gone(repo, place, was_there=known is not None)
        ahead: int | None = None
        if repo.was(place.ref) is not None:
            brought = _bring(team, place, known)
            ahead, got = brought.ahead, got + brought.behind
            unreadable.update((finding.path, finding) for finding in brought.unreadable)
        is_new = is_new or ahead is None
        done = Synced(got, ahead, unsaved, tuple(unreadable.values()))
        if ahead == 0 and not is_new:
            return done
        if repo.push(place.remote, place.branch, set_upstream=is_new):
            return done
    raise GitError(
        f"Others pushed first {_TRIES} times in a row; "
        "you have their changes, but yours are not shared yet.",
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
            "This repository has no remote to share it with.",
            hint="Create an empty one on your forge, then: git remote add origin URL",
        )
    if len(remotes) > 1:
        raise GitError(
            f"This branch could be shared at several places: {', '.join(remotes)}.",
            hint=f"Pick one, once: git push --set-upstream {remotes[0]} {branch}",
        )
    return Upstream(remotes[0], f"refs/remotes/{remotes[0]}/{branch}", branch), True


def _refuse_gone(repo: Repo, place: Upstream, *, was_there: bool) -> None:
    """Refuse to make a branch again that somebody deleted or renamed at the remote."""
    remote = repo.gone(place, was_there=was_there)
    if remote is None:
        return
    branch = repo.branch()
    source = branch if branch == place.branch else f"HEAD:refs/heads/{place.branch}"
    ways = [f"To share it there again: git push --set-upstream {place.remote} {source}"]
    if remote.default is not None:
        ways.insert(0, f"To follow '{remote.default}' instead: {_following(repo, place, remote)}")
    raise GitError(
        f"The branch '{place.branch}' is no longer at '{place.remote}'; nothing was shared.",
        hint=". ".join(ways),
    )


def _following(repo: Repo, place: Upstream, remote: Remote) -> str:
    follow = f"git branch -u {place.remote}/{remote.default}"
    if repo.was(f"refs/remotes/{place.remote}/{remote.default}") is not None:
        return follow
    # A clone of one branch has to learn of the other.
    learn = f"git remote set-branches {place.remote} {remote.default}"
    return f"{learn} && git fetch {place.remote} && {follow}"


class _Brought(NamedTuple):
    """How many commits wait to be shared, how many came, and what of these cannot be read."""

    ahead: int
    behind: int
    unreadable: tuple[Finding, ...] = ()


def _bring(team: Team, place: Upstream, known: str | None) -> _Brought:
    """Bring in what was fetched."""
    repo, common = team.repo, team.repo.common_dir()
    unreadable: tuple[Finding, ...] = ()
    with local.locked(common):
        ahead, behind = repo.ahead_behind(place.ref)
        if ahead and behind:
            _refuse_rewritten(repo, place, _noted(common, place.ref) or known)
            unreadable = _merge(team, place, behind)
        elif behind:
            whole = Incoming("HEAD", place.ref, place.ref, _short(place))
            unreadable = verify.judge(team, whole)
            repo.fast_forward(place.ref)
        _forget(common)
    return _Brought(ahead, behind, unreadable)


def _refuse_rewritten(repo: Repo, place: Upstream, known: str | None) -> None:
    if known is None or repo.is_ancestor(known, place.ref):
        return
    # The ref has moved already: without the note, the next run would merge the old history back.
    _note(repo.common_dir(), place.ref, known)
    both = f"HEAD...{_short(place)}"
    raise GitError(
        f"The history at '{place.remote}' was rewritten; nothing was changed here.",
        hint=f"Ask who did it. To see both sides: git log --oneline --left-right {both}",
    )


def _merge(team: Team, place: Upstream, behind: int) -> tuple[Finding, ...]:
    result = team.repo.merge_in_store(place.ref)
    if result.tree is None:
        raise _conflict(team.repo, result, _short(place))
    ours, theirs = result.parents
    unreadable = verify.judge(team, Incoming(ours, theirs, result.tree, _short(place)))
    changes = "1 change" if behind == 1 else f"{behind} changes"
    message = f"Bring in {changes} that others shared\n\nTeamkit: sync\n"
    team.repo.commit_merge(result.tree, place.ref, message)
    return unreadable


def _conflict(repo: Repo, result: MergeResult, theirs: str) -> ConflictError:
    """The refusal of what only people can decide."""
    paths = result.conflicts
    gone = [{path for path in paths if repo.read(rev, path) is None} for rev in result.parents]
    for others, mine in ((gone[1], gone[0]), (gone[0], gone[1])):
        if others == set(paths) and not mine:
            return _deletion(paths, theirs, is_theirs=others is gone[1])
    return ConflictError(
        "You and others changed the same lines; nothing was touched."
        if not gone[0] | gone[1]
        else "You and others changed the same lines, or deleted what the other changed; "
        "nothing was touched.",
        where=", ".join(paths),
        hint=f"Merge by hand: git merge {theirs}, fix and git add the files, git commit",
    )


def _deletion(paths: Sequence[str], theirs: str, *, is_theirs: bool) -> ConflictError:
    """The refusal where one side deleted what the other changed."""
    names = shlex.join(paths)
    what = "a file" if len(paths) == 1 else "files"
    it = "it" if len(paths) == 1 else "them"
    return ConflictError(
        f"You changed {what} that others deleted; nothing was touched."
        if is_theirs
        else f"Others changed {what} that you deleted; nothing was touched.",
        where=", ".join(paths),
        hint=f"To keep {it}: git merge {theirs}; git add -- {names} && git commit --no-edit. "
        f"To delete {it}: git merge {theirs}; git rm -- {names} && git commit --no-edit",
    )


def _short(place: Upstream) -> str:
    return place.ref.removeprefix("refs/remotes/")


def _noted(common_dir: Path, ref: str) -> str | None:
    """The commit that *ref* was at before it was rewritten; None when nothing is noted."""
    try:
        commits = json.loads((common_dir / "teamkit" / _REWRITTEN).read_text(encoding="utf-8"))
        return str(commits[ref]) if ref in commits else None
    except (OSError, ValueError, TypeError):
        return None


def _note(common_dir: Path, ref: str, commit: str) -> None:
    """Remember that *ref* was at *commit*, so that the next run refuses as well."""
    folder = common_dir / "teamkit"
    folder.mkdir(exist_ok=True)
    temporary = folder / f"{_REWRITTEN}.new"
    temporary.write_text(json.dumps({ref: commit}), encoding="utf-8")
    temporary.replace(folder / _REWRITTEN)


def _forget(common_dir: Path) -> None:
    """The histories fit again."""
    (common_dir / "teamkit" / _REWRITTEN).unlink(missing_ok=True)
