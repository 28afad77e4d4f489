"""What the history tells, read through GitPython: for the rarer commands only."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from teamkit.errors import GitError
from teamkit.repo.layout import commit_id
from teamkit.repo.runner import SETTINGS, Git, environment, program
from teamkit.repo.values import Identity
from teamkit.repo.words import one_line

#: What the user's configuration might change about `git log`.
_PLAIN_LOG = ("log.follow=false", "log.showRoot=true", "log.showSignature=false")

#: Names and addresses that are nobody's.
_MACHINES = frozenset(
    [
        *("root", "nobody", "unknown", "jenkins", "travis ci", "circleci", "gitlab-ci", "buildbot"),
        *("github", "github actions", "github-actions", "dependabot", "renovate", "greenkeeper"),
        *("noreply@github.com", "actions@github.com", "action@github.com"),
    ]
)
#: `dependabot[bot]`, `release-bot`, `project_12_bot_3f`; a person may be called Ben Bot.
_BOT = re.compile(r"\[bot\]|(?:^|[-_])bot(?:[-_]|$)", re.IGNORECASE)


def people(git: Git) -> list[Identity]:
    """The authors, through .mailmap, most commits first; bots left out.

    Each e-mail address once, whatever its case, with the name it comes with most often. Ties go
    by address.
    """
    if commit_id(git, "HEAD") is None:
        return []
    authors = Counter(log(git, "--format=%aE%x00%aN").split("\n"))
    commits: Counter[str] = Counter()
    names: dict[str, str] = {}
    for line, count in authors.most_common():
        email, _, name = line.partition("\0")
        commits[email.lower()] += count
        names.setdefault(email.lower(), name)
    ranked = sorted(commits, key=lambda email: (-commits[email], email))
    return [Identity(names[email], email) for email in ranked if not _is_bot(names[email], email)]


def added(git: Git, path: str) -> tuple[str, date] | None:
    """Who added the path last (their e-mail address) and when; None when no commit did."""
    if commit_id(git, "HEAD") is None:
        return None
    line = log(git, "-1", "--diff-filter=A", "--format=%aE%x00%as", "--", path)
    email, _, day = line.partition("\0")
    return (email, date.fromisoformat(day)) if day else None


def log(git: Git, *args: str) -> str:
    """What `git log` says, read through GitPython.

    Raises:
        GitError: git cannot read the history.
    """
    program()  # refuses a missing git in our words: importing GitPython without one is a traceback
    import git as gitpython

    options = {"no_pager": True, "literal_pathspecs": True, "c": [*SETTINGS, *_PLAIN_LOG]}
    with _scrubbed():
        status, out, err = gitpython.Git(git.folder)(**options).log(
            *args, with_extended_output=True, with_exceptions=False
        )
    if status:
        raise GitError(f"Git cannot read the history: {one_line(err.encode())}.")
    return str(out)


@contextmanager
def _scrubbed() -> Iterator[None]:
    # GitPython can add to the environment it hands on, but not take away from it.
    kept = environment()
    taken = {name: os.environ.pop(name) for name in [*os.environ] if name not in kept}
    try:
        yield
    finally:
        os.environ.update(taken)


def _is_bot(name: str, email: str) -> bool:
    """Whether a program made the commits, or an account that belongs to a machine."""
    if name.casefold() in _MACHINES or email.lower() in _MACHINES:
        return True
    return any(_BOT.search(part) for part in (name, email.partition("@")[0]))
