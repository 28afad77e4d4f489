"""Sharing between clones: fetch, merge in the object store, fast-forward, push.

What is not committed is never moved, and a merge that needs a person touches nothing.
"""

import os
import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from teamkit.errors import GitError
from teamkit.repo import durable, status
from teamkit.repo import fast_forward as moving
from teamkit.repo.layout import Layout, commit_id, head
from teamkit.repo.runner import UTF_8, Git, GitResult
from teamkit.repo.values import MergeResult, Remote, Status, Upstream
from teamkit.repo.words import one_line, telling_lines

#: How long the remote may take to list its branches.
_SECONDS = 60.0
#: So many lines of what a hook printed are shown, the last ones.
_HOOK_LINES = 3
_KEPT = "Your commits are kept in this clone. Once that is fixed: teamkit sync"


def upstream(git: Git) -> Upstream | None:
    """Where the current branch is shared; None when it has no upstream at a remote."""
    wanted = "%(HEAD)%00%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)"
    for line in git.ask("for-each-ref", f"--format={wanted}", "refs/heads").needed().split("\n"):
        current, _, rest = line.partition("\0")
        if current == "*":
            ref, remote, branch = rest.split("\0")
            shared = ref.startswith("refs/remotes/")
            return Upstream(remote, ref, branch.removeprefix("refs/heads/")) if shared else None
    return None


def fetch(git: Git, remote: str, seconds: float) -> None:
    """Fetches the remote's branches; no tags, no submodules."""
    options = ("--quiet", "--no-tags", "--no-recurse-submodules")
    answer = git.tell("fetch", *options, "--", remote, env=_prompting(), seconds=seconds)
    # A clone of one branch fails when that is gone over there: `gone` has the words for it. What
    # git says is in the user's language, but names the branch at the end.
    if answer.status and not re.search(rb" refs/heads/[^'\s]+\s*\Z", answer.err):
        raise _cannot_fetch(remote, answer)


def gone(git: Git, layout: Layout, place: Upstream, *, was_there: bool) -> Remote | None:
    """What is at the remote instead, when the last fetch did not find the branch; else None.

    A remote without any branch is a new one, unless the branch *was_there*.
    """
    file = layout.git_dir / "FETCH_HEAD"
    fetched = file.read_text("utf-8", "replace") if file.exists() else ""
    if f"\tbranch '{place.branch}' of " in fetched:
        return None
    wanted = ("--symref", "--", place.remote, "HEAD", "refs/heads/*")
    answer = git.ask("ls-remote", *wanted, env=_prompting(), seconds=_SECONDS)
    if answer.status:
        raise _cannot_fetch(place.remote, answer)
    branches = tuple(re.findall(r"^[0-9a-f]+\trefs/heads/(.+)$", answer.text, re.MULTILINE))
    if place.branch in branches or not (branches or was_there):
        return None
    head = re.search(r"^ref: refs/heads/(.+)\tHEAD$", answer.text, re.MULTILINE)
    only = branches[0] if len(branches) == 1 else None
    return Remote(branches, head[1] if head else only)


def latest(git: Git, path: str, base: str, rev: str) -> tuple[str, str]:
    """(short id, author) of the newest commit of *rev* since *base* that changed the path."""
    options = ("-1", "--format=%h%x00%an", "--no-show-signature", "--end-of-options")
    commit, _, author = git.ask("log", *options, f"{base}..{rev}", "--", path).text.partition("\0")
    return commit, author


def ahead_behind(git: Git, ref: str) -> tuple[int, int]:
    """How many commits HEAD has that *ref* has not, and the other way round."""
    span = f"HEAD...{ref}"
    counted = git.ask("rev-list", "--left-right", "--count", "--end-of-options", span, "--")
    ahead, behind = counted.needed().split("\t")
    return int(ahead), int(behind)


def fast_forward(git: Git, layout: Layout, ref: str) -> None:
    """Moves the branch and the work tree on to *ref*, which has to be a descendant.

    Raises:
        GitError: it is not, files that are not committed are in the way (all are named), or the
            disk refused; nothing was changed, unless the message says that a sync was stopped.
    """
    target = _known(git, ref)
    answer = _moved(git, layout, target)
    if not answer.status or head(git, layout) == target:
        return
    in_the_way = _in_the_way(git, layout, target)
    if not in_the_way:
        raise GitError(
            f"Git cannot fast-forward: {answer.said}; nothing was changed.",
            hint=answer.way_out("Fix the cause (see: git status), then: teamkit sync"),
        )
    raise GitError(
        "Others changed files that you have not committed here; nothing was changed.",
        where=", ".join(here.path for here in in_the_way),
        hint=f"{_aside(in_the_way)}; then: teamkit sync",
    )


def _aside(in_the_way: Sequence[Status]) -> str:
    """What to type so that these are in nobody's way; ignored files cannot be committed."""
    import shlex

    ignored = [shlex.quote(here.path) for here in in_the_way if here.state == "ignored"]
    if ignored:
        return "Move them away: " + " && ".join(f"mv {path} {path}.mine" for path in ignored)
    paths = shlex.join([here.path for here in in_the_way])
    return f"Commit them: teamkit save {paths}. Or move them away"


def _moved(git: Git, layout: Layout, target: str) -> GitResult:
    """What git answered to the merge; when it did not come to its end, nothing half is left."""
    # Merging would overwrite ignored files without a word, and an autostash could get lost.
    options = ("--ff-only", "--quiet", "--no-stat", "--no-autostash", "--no-overwrite-ignore")
    objects = git.ask("rev-list", *durable.objects_between(head(git, layout), target))
    durable.flush_objects(layout, objects)
    paths = moving.begin(git, layout, target)
    try:
        answer = git.tell("merge", *options, target)
    except BaseException:
        with suppress(GitError):  # then the note is kept, and the next run names it
            moving.finish(git, layout)
        raise
    if answer.status:
        moving.finish(git, layout)
    else:
        durable.flush_branch(git, layout)
        moving.end(layout, paths)
    return answer


def merge_in_store(git: Git, layout: Layout, ref: str, settings: Mapping[str, str]) -> MergeResult:
    """HEAD and *ref* merged without touching work tree, index or branch (git 2.38 or newer)."""
    parents = (_known(git, "HEAD"), _known(git, ref))
    # From the root, for the paths it prints are relative to where it runs.
    answer = Git(layout.top, settings).ask(
        "merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", *parents
    )
    if answer.status > 1:
        raise GitError(
            f"Git cannot merge these: {answer.said}.",
            hint="This needs git 2.38 or newer and a clone with its whole history.",
        )
    tree, *conflicts = answer.text.removesuffix("\0").split("\0")
    paths = sorted({layout.relative(path) for path in conflicts})
    return MergeResult(None if answer.status else tree, tuple(paths), parents)


def commit_merge(
    git: Git, layout: Layout, tree: str, parents: tuple[str, str], message: str
) -> str:
    """The id of the merge commit of *tree*, the branch and the work tree being moved on to it."""
    signed = git.ask("config", "--type=bool", "--get", "commit.gpgSign").text == "true"
    ours, theirs = parents
    command = ("-p", ours, "-p", theirs, *(["-S"] if signed else []), "-F", "-", tree)
    text = (message.removesuffix("\n") + "\n").encode(errors="backslashreplace")
    merged = git.tell("commit-tree", *command, stdin=text, settings=(UTF_8,)).needed()
    fast_forward(git, layout, merged)
    return merged


def push(git: Git, remote: str, branch: str, seconds: float, *, set_upstream: bool) -> bool:
    """Whether HEAD is the remote's *branch* now; False when others have pushed meanwhile."""
    options = ["--porcelain", "--no-follow-tags", "--recurse-submodules=no"]
    options += ["--set-upstream"] if set_upstream else []
    here = git.ask("symbolic-ref", "--quiet", "HEAD").text or "HEAD"
    refs = f"{here}:refs/heads/{branch}"
    answer = git.tell("push", *options, "--", remote, refs, env=_prompting(), seconds=seconds)
    if answer.status and not _is_behind(answer):
        hint = _lock_there(git, remote, answer) or _KEPT
        raise GitError(f"Cannot push to '{remote}': {_refusal(answer)}.", hint=hint)
    return not answer.status


def _lock_there(git: Git, remote: str, answer: GitResult) -> str | None:
    """How to remove a lock at a remote that is a folder here, and nothing outside of that."""
    lock = re.search(r"^remote: .*'(/[^'\n]+\.lock)'", os.fsdecode(answer.err), re.MULTILINE)
    place = git.folder / git.ask("remote", "get-url", "--push", "--", remote).text
    if lock is None or not Path(lock[1]).resolve().is_relative_to(place.resolve()):
        return None
    return f"If no git is running there, remove it: rm {shlex.quote(lock[1])}"


def _cannot_fetch(remote: str, answer: GitResult) -> GitError:
    hint = answer.way_out(_KEPT)
    return GitError(f"Cannot fetch from '{remote}': {answer.said}.", hint=hint)


def _prompting() -> dict[str, str]:
    return {} if sys.stdin and sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}


def _known(git: Git, rev: str) -> str:
    known = commit_id(git, rev)
    if known is None:
        raise GitError(f"There is no commit '{rev}' here.", hint="See: git branch --all")
    return known


def _in_the_way(git: Git, layout: Layout, target: str) -> list[Status]:
    listed = git.ask("diff-tree", "-r", "-z", "--name-only", "--no-renames", "HEAD", target, "--")
    incoming = {layout.relative(path) for path in listed.text.split("\0")}
    return [here for here in status.everywhere(git, layout) if here.path in incoming]


def _is_behind(answer: GitResult) -> bool:
    """Whether the push lost to somebody else's, before it or at the same moment."""
    reason = _rejection(answer)
    raced = reason == "failed to update ref" and b"but expected" in answer.err
    return raced or reason in {"fetch first", "non-fast-forward", "incorrect old value provided"}


def _rejection(answer: GitResult) -> str:
    found = re.search(r"^!\t.*rejected\] \((.*)\)$", answer.text, re.MULTILINE)
    return found[1] if found else ""


def _refusal(answer: GitResult) -> str:
    """The remote's own words first, then git's reason; or what a hook of this clone printed."""
    lines = [line for line in answer.err.split(b"\n") if line.startswith(b"remote:")]
    words, reason = one_line(b"\n".join(lines)), one_line(_rejection(answer).encode())
    if words or reason:
        return f"{words} ({reason})" if words and reason else words or reason
    if answer.status != 1:  # git itself dies with 128
        return answer.said
    # Nothing was sent: then git's own last line adds only that the push failed.
    *printed, last = telling_lines(answer.out) + telling_lines(answer.err) or [answer.said]
    return "; ".join(printed[-_HOOK_LINES:]) or last
