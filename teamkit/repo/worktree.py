"""`Repo`: one git work tree, seen from the team's folder."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teamkit.repo import commit as committing
from teamkit.repo import fast_forward, preflight, status
from teamkit.repo import remote as sharing
from teamkit.repo.layout import Layout, commit_id, locate
from teamkit.repo.runner import Git
from teamkit.repo.values import Identity, MergeResult, Remote, Status, Upstream
from teamkit.repo.words import without_password

if TYPE_CHECKING:
    from teamkit.repo.differences import Difference


class Repo:
    """One git work tree, seen from the team's folder.

    Making one starts no process. Every method raises `GitError` where git refuses.

    Attributes:
        folder: the team's folder, the work tree's root or below it. All paths, in and out, are
            relative to it, with forward slashes, and taken literally.
        left_by_hooks: those of the paths of the last `commit` that hooks changed afterwards, so
            that they are not as committed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left_by_hooks: tuple[str, ...] = ()
        self._git = Git(folder)
        self._merged: dict[tuple[str, str], tuple[str, str]] = {}

    @staticmethod
    def init(folder: Path) -> None:
        """A new repository in *folder*, on the branch main."""
        Git(folder).tell("init", "--quiet", "-b", "main").needed()

    def act_as(self, who: Identity) -> None:
        """From now on git takes whoever works in this clone for *who*; for the demo alone."""
        self._git.tell("config", "--local", "user.name", who.name).needed()
        self._git.tell("config", "--local", "user.email", who.email).needed()

    # Writing, one commit at a time.

    def look(self, paths: Sequence[str] = (), *, committing: bool = True) -> list[Status]:
        """The state of these paths; refuses early, with the way out, what would end badly.

        Where nothing will be committed, neither a branch nor an identity is asked for.
        """
        looked = preflight.look(self._git, self._layout, paths, committing=committing)
        fast_forward.refuse(self._layout)
        return looked

    def refuse_hidden(
        self, paths: Sequence[str], new: Sequence[str], *, committing: bool = True
    ) -> None:
        """Refuse what git knows although it is not on disk, or would not take if it were.

        Args:
            paths: what is to be written.
            new: those of them that are not on disk.
            committing: whether they are to be committed, too.

        Raises:
            HiddenFileError: names the first such path, the reason and the way out.
        """
        from teamkit.repo import hidden

        hidden.refuse(self._git, self._layout, paths, new, committing=committing)

    def missing(self, folders: Sequence[str]) -> dict[str, list[str]]:
        """The Markdown files that git tracks directly in each folder and that are not on disk."""
        from teamkit.repo import hidden

        return hidden.missing(self._git, folders) if folders else {}

    def way_back(self, paths: Sequence[str]) -> str:
        """What to type so that files of one folder, tracked but not on disk, are there again."""
        from teamkit.repo import hidden

        return hidden.way_back(self._git, self._layout, paths)

    def is_sparse(self) -> bool:
        """Whether the work tree may be a sparse checkout; starts no git."""
        from teamkit.repo import hidden

        return hidden.is_sparse(self._layout)

    def unstage(self, paths: Sequence[str]) -> None:
        """Take new files out of the index again; they stay on disk."""
        committing.unstage(self._git, paths)

    def status(self, paths: Sequence[str] = ()) -> list[Status]:
        """What is not as in HEAD among these paths, or in the whole folder; ignored files not."""
        return status.status(self._git, self._layout, paths)

    def commit(self, paths: Sequence[str], message: str) -> str:
        """Commits exactly these plain files, deleted ones too; gives the id of the commit.

        Raises:
            CommitFailedError: git, a hook or the signing refused. The files stay as they are, and
                so does what is staged.
        """
        made = committing.commit(self._git, self._layout, paths, message)
        self.left_by_hooks = made.left
        return made.id

    def identity(self) -> Identity | None:
        """Who git says is at the keyboard; None when nobody is configured."""
        return preflight.identity(self._git.ask(*preflight.WHO))

    def branch(self) -> str | None:
        """The branch that is checked out, with or without commits; None when HEAD is detached."""
        return self._git.ask("symbolic-ref", "--quiet", "--short", "HEAD").text or None

    def common_dir(self) -> Path:
        """The git directory that all work trees of this clone share."""
        return self._layout.common_dir

    @property
    def prefix(self) -> str:
        """The team's folder seen from the root, with a final slash; empty for the root itself."""
        return self._layout.prefix

    # Sharing.

    def remotes(self) -> list[str]:
        """The names of the remotes."""
        return self._git.ask("remote").needed().split()

    def origin_url(self, remote: str = "origin") -> str | None:
        """Where the remote is, without user and password; None when there is no such remote."""
        answer = self._git.ask("remote", "get-url", "--", remote)
        return None if answer.status else without_password(answer.text)

    def upstream(self) -> Upstream | None:
        """Where the current branch is shared; None when it has no upstream at a remote."""
        return sharing.upstream(self._git)

    def fetch(self, remote: str, *, seconds: float = 60) -> None:
        """Fetches the remote's branches; asks for nothing where there is no terminal."""
        preflight.look_to_share(self._layout, remote)
        sharing.fetch(self._git, remote, seconds)

    def gone(self, place: Upstream, *, was_there: bool) -> Remote | None:
        """What is at the remote when the fetch did not find the branch of *place*; else None.

        A remote without any branch is a new one, unless the branch *was_there* before.
        """
        return sharing.gone(self._git, self._layout, place, was_there=was_there)

    def latest(self, path: str, base: str, rev: str) -> tuple[str, str]:
        """(short id, author) of the newest commit of *rev* since *base* that changed the path."""
        return sharing.latest(self._git, path, base, rev)

    def was(self, ref: str) -> str | None:
        """The commit a ref is at, to be asked before a fetch; None when there is no such ref."""
        return commit_id(self._git, ref)

    def is_ancestor(self, a: str, b: str) -> bool:
        """Whether *b* contains *a*: when not, an upstream that was at *a* was rewritten."""
        answer = self._git.ask("merge-base", "--is-ancestor", "--end-of-options", a, b)
        return answer.status != 1 and answer.needed() == ""

    def ahead_behind(self, ref: str) -> tuple[int, int]:
        """How many commits HEAD has that *ref* has not, and the other way round."""
        return sharing.ahead_behind(self._git, ref)

    def fast_forward(self, ref: str) -> None:
        """Moves the branch and the files on to *ref*; names the files that are in the way."""
        sharing.fast_forward(self._git, self._layout, ref)

    def is_half_moved(self) -> bool:
        """Whether a fast-forward was stopped and not finished; `look` refuses until then."""
        return fast_forward.is_noted(self._layout)

    def finish_move(self) -> None:
        """Finishes a fast-forward that was stopped: no file is left half, nobody's edit is lost.

        Raises:
            GitError: git cannot work here, a file was edited since, or cannot be put back.
        """
        preflight.look(self._git, self._layout, [])
        fast_forward.finish(self._git, self._layout)

    def merge_in_store(self, ref: str, *, settings: Mapping[str, str] | None = None) -> MergeResult:
        """HEAD and *ref* merged in the object store; nothing else is touched.

        Args:
            ref: what to merge.
            settings: git configuration for this merge alone, such as a merge driver.
        """
        result = sharing.merge_in_store(self._git, self._layout, ref, settings or {})
        if result.tree:
            self._merged[result.tree, ref] = result.parents
        return result

    def commit_merge(self, tree: str, ref: str, message: str) -> str:
        """Commits a tree that this object's `merge_in_store(ref)` gave, moves on to it; its id.

        The parents are those that were merged then, so a commit made since is never undone.

        Raises:
            GitError: the branch has moved since, or files that are not committed are in the way.
        """
        parents = self._merged[tree, ref]
        return sharing.commit_merge(self._git, self._layout, tree, parents, message)

    def push(
        self, remote: str, branch: str, *, set_upstream: bool = False, seconds: float = 300
    ) -> bool:
        """Pushes HEAD to the remote's *branch*; False when others have pushed meanwhile."""
        return sharing.push(self._git, remote, branch, seconds, set_upstream=set_upstream)

    # What commits hold.

    def files_of(self, tree: str, against: str) -> list[str]:
        """The paths in the team's folder that differ between two trees or commits."""
        options = ("-r", "-z", "--name-only", "--no-renames", "--relative", "--end-of-options")
        listed = self._git.ask("diff-tree", *options, against, tree, "--").needed()
        return listed.removesuffix("\0").split("\0") if listed else []

    def differences(self, base: str, head: str) -> "list[Difference]":
        """What *head* changes since it left *base*, each path once, in their order.

        Raises:
            GitError: there is no such commit here, or the two share no history.
        """
        from teamkit.repo import differences

        return differences.differences(self._git, self._layout, base, head)

    def read(self, rev: str, path: str) -> bytes | None:
        """The bytes of a file as they are in *rev*; None when it is not there."""
        answer = self._git.ask("cat-file", "blob", "--end-of-options", f"{rev}:./{path}")
        return None if answer.status else answer.out

    def read_all(self, rev: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
        """Each path with its bytes as they are in *rev*; None for what is no file there."""
        from teamkit.repo import versions

        return versions.read_all(self._git, self._layout, rev, paths)

    def people(self) -> list[Identity]:
        """The authors of the history, most commits first, through .mailmap; bots left out."""
        from teamkit.repo import history

        return history.people(self._git)

    def added(self, path: str) -> tuple[str, date] | None:
        """Who added the path (their e-mail address) and on which day; None when no commit did."""
        from teamkit.repo import history

        return history.added(self._git, path)

    def at_end_of(self, day: date) -> str | None:
        """The commit the branch was at when *day* ended; None when its history begins later."""
        from teamkit.repo import versions

        return versions.at_end_of(self._git, day)

    def versions(self, path: str, *, of_each_commit: bool = False) -> list[tuple[date, bytes]]:
        """The file at the end of each day that commits changed it, or as each commit left it."""
        from teamkit.repo import versions

        return versions.versions(self._git, path, of_each_commit=of_each_commit)

    @cached_property
    def _layout(self) -> Layout:
        return locate(self._git)
