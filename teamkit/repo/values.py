"""The values that `Repo` hands out."""

from typing import NamedTuple


class Identity(NamedTuple):
    """A name and an e-mail address, as git knows them."""

    name: str
    email: str


class Status(NamedTuple):
    """One path that is not as in HEAD.

    Attributes:
        path: relative to the team's folder.
        state: new (untracked), changed, deleted, staged-new, renamed, unmerged. A path staged in
            part is changed; the old name of a renamed one is there too, as deleted.
    """

    path: str
    state: str


class Upstream(NamedTuple):
    """Where the current branch is shared.

    Attributes:
        remote: the remote's name.
        ref: the full name of the ref that remembers what was fetched last.
        branch: the branch's name over there.
    """

    remote: str
    ref: str
    branch: str


class Remote(NamedTuple):
    """The branches that are at a remote now.

    Attributes:
        branches: their names over there.
        default: the one that a new clone checks out; None when there is none.
    """

    branches: tuple[str, ...]
    default: str | None


class MergeResult(NamedTuple):
    """A merge made in the object store.

    Attributes:
        tree: the merged tree; None when there are conflicts.
        conflicts: the paths a person has to decide, relative to the team's folder.
        parents: the two commits that were merged, ours first.
    """

    tree: str | None
    conflicts: tuple[str, ...]
    parents: tuple[str, str]
