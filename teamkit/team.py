"""An opened team repository: reads its documents, makes new ones, applies a change."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from teamkit import config as settings
from teamkit.config import Config
from teamkit.errors import (
    BadDocumentError,
    GitError,
    NoTeamError,
    UnknownError,
)
from teamkit.facts import Finding
from teamkit.finder import Named, find
from teamkit.kinds import KINDS
from teamkit.markdown.document import Document, Value, yaml_text
from teamkit.store import clone, files, layout, local
from teamkit.store.change import Change, Write, unified_diff
from teamkit.store.documents import Documents, LaterDocuments

if TYPE_CHECKING:
    from teamkit.markdown.front_matter import New
    from teamkit.repo import Repo
    from teamkit.store.apply import Applied
    from teamkit.store.journal import Unfinished

T = TypeVar("T")
By = TypeVar("By")


class Team:
    """One team's repository, read once per command.

    Attributes:
        folder: where teamkit.yml lies; every path is relative to it.
        config: the settings.
        pending: what the changes of `after` would write; nothing for a team as it is on the disk.
    """

    def __init__(self, folder: Path, config: Config) -> None:
        self.folder = folder
        self.config = config
        self.pending: tuple[Write, ...] = ()
        self._documents = Documents(folder)
        self._now = self
        self._is_locked = False

    @classmethod
    def open(cls, start: Path, *, whole: bool = True) -> "Team":
        """The team repository around *start*: the nearest folder upwards with a teamkit.yml.

        Raises:
            NoTeamError: there is none.
            BadDocumentError: teamkit.yml cannot be read; unless *whole* is false: then it is added
                to `unreadable`, and the defaults hold.
        """
        for folder in (start, *start.parents):
            try:
                data = files.read(folder, settings.FILE)
                if data is not None:
                    return cls(folder, settings.read_config(yaml_text(settings.FILE, data)))
            except BadDocumentError as bad:
                if whole:
                    raise
                team = cls(folder, settings.read_config(""))
                team._documents.skip(bad)
                return team
        raise NoTeamError(str(start))

    @property
    def unreadable(self) -> list[Finding]:
        """Files that were skipped, and those that are not here, each as a finding."""
        return self._documents.unreadable

    @unreadable.setter
    def unreadable(self, found: list[Finding]) -> None:
        self._documents.unreadable = found

    @cached_property
    def repo(self) -> "Repo":
        """The git repository around the team's folder; starts no git by itself."""
        from teamkit.repo import Repo

        return Repo(self.folder) if self._now is self else self._now.repo

    # ---- reading ------------------------------------------------------------------------------

    def documents(self, kind: str) -> list[Document]:
        """Every readable document of *kind* (people, notes, ...), in path order.

        What cannot be read is skipped and added to `unreadable`.

        Raises:
            BadDocumentError: the folder of that kind cannot be opened.
        """
        return self._documents.of(layout.folder(self.config, kind))

    def derived(self, kind: str, make: Callable[["Team", By], T], by: By) -> T:
        """What *make* makes of the *kind* documents and of *by*: worked out once, to be shared.

        So nobody may change it.
        """
        # Kept with `by` itself, so that no other object ever gets its id.
        folder, key = layout.folder(self.config, kind), (make, id(by))
        found = self._documents.derived(folder, key, lambda: (make(self, by), by))
        return cast("tuple[T, By]", found)[0]

    def mentioning(self, kind: str, words: Sequence[str]) -> list[Document]:
        """The *kind* documents that hold any of these lower-case words; the rest is not parsed.

        Without words, every document.
        """
        return self._documents.mentioning(layout.folder(self.config, kind), words)

    def name_missing(self) -> None:
        """Add to `unreadable` how many tracked files of what was read are not on disk."""
        from teamkit.store import gaps

        asked = gaps.worth_asking(self.folder, self._documents.seen)
        self._documents.seen.clear()
        if asked:
            self.unreadable += gaps.missing(self.repo, asked)

    def document(self, kind: str, stem: str) -> Document | None:
        """The *kind* document called *stem*, or None.

        Raises:
            BadDocumentError: it stands but cannot be read.
        """
        return self.read(layout.path(self.config, kind, stem))

    def read(self, path: str) -> Document | None:
        """The document at *path*, or None.

        Raises:
            BadDocumentError: it stands but cannot be read.
        """
        return self._documents.read(path)

    def named(
        self, kind: str, noun: str, name: str, title: Callable[[Document], str] = Document.title
    ) -> Document:
        """The *kind* document that *name* means: its stem or path, its title, or a part of one.

        Raises:
            UnknownError: none fits; offers the nearest.
            AmbiguousError: several fit.
            BadDocumentError: the one meant cannot be read.
        """
        folder = layout.folder(self.config, kind)
        place, _, last = name.removesuffix(".md").rpartition("/")
        typed = last if name.endswith(".md") or f"/{folder}".endswith(f"/{place}") else name
        stems, titles = [n[:-3] for n in self._documents.names(folder)], dict[str, str]()
        if typed not in stems:
            titles = {one.stem: title(one) for one in self.documents(kind)}
        known = (Named(stem, stem, titles=(titles.get(stem, stem),)) for stem in stems)
        document = self.document(kind, find(typed, known, noun))
        if document is None:  # listed, and gone since
            raise UnknownError(noun, name)
        return document

    def settings_of(self, path: str) -> tuple[Mapping[str, Value], Mapping[str, int]]:
        """A YAML file's values and the line of each top-level key; empty when there is none.

        Raises:
            BadDocumentError: it cannot be read.
        """
        return self._documents.settings(path)

    # ---- deciding -----------------------------------------------------------------------------

    def path(self, kind: str, stem: str) -> str:
        """Where the *kind* document called *stem* lives."""
        return layout.path(self.config, kind, stem)

    def new(self, kind: str, stem: str, meta: "Mapping[str, New]", body: str) -> Write:
        """The write of a new *kind* document, with the team's own front matter for that kind."""
        from teamkit.markdown.front_matter import new_text

        outer = KINDS[kind].inside or kind
        own = self.config.front_matter.get(kind, self.config.front_matter.get(outer, {}))
        return Write(self.path(kind, stem), new_text({**own, **meta}, body))

    def template(self, name: str, values: Mapping[str, str]) -> str:
        """The team's template *name* (`notes.md`), or the built-in one, filled."""
        from teamkit.store import templates

        return templates.fill(self.folder, name, values)

    def after(self, change: Change) -> "Team":
        """The team as it will be once *change* is written; nothing is read a second time.

        Raises:
            BadDocumentError: the settings could not be read any more.
        """
        settled = {write.path: write.seen for write in self.pending}
        # What is on the disk stays what a later write is checked against.
        writes = [w._replace(seen=settled.get(w.path, w.seen)) for w in change.writes]
        text = next((w.text for w in writes if w.path == settings.FILE), None)
        team = Team(self.folder, self.config if text is None else settings.read_config(text))
        team._now, team._documents = self._now, LaterDocuments(self._documents, writes)
        kept = (w for w in self.pending if w.path not in {new.path for new in writes})
        team.pending = tuple(sorted((*kept, *writes)))
        return team

    # ---- writing ------------------------------------------------------------------------------

    def diff(self, change: Change) -> str:
        """What *change* would do, as a unified diff that `git apply` takes."""
        standing = files.standing(self.folder, change.writes)
        before = {path: data.decode("utf-8") for path, data in standing.items()}
        return unified_diff(change.writes, before)

    def apply(
        self,
        change: Change,
        *,
        commit: bool = True,
        include_dirty: bool | Collection[str] = False,
    ) -> "Applied":
        """Write *change*, and commit exactly its paths.

        A file that already had changes of its own is written but not committed, unless
        *include_dirty*: True for every file, or the paths whose own changes belong to the change.

        Raises:
            GitError: the repository is in the middle of something; nothing was written.
            ConflictError: a file is not as it was read; nothing was written.
            CommitFailedError: written, but git did not commit.
        """
        from teamkit.store.apply import Applied, apply, refuse_again

        settings.refuse_newer(self.config)
        if not change.writes:
            refuse_again(change, self.unfinished())
            return Applied()
        with self.locked():
            return apply(self.folder, self.repo, change, commit=commit, include_dirty=include_dirty)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold this clone's lock, which may be held already; one teamkit writes at a time.

        Raises:
            LockedError: another one does not let go of it.
        """
        if self._is_locked:
            yield
            return
        with local.locked(self.repo.common_dir()):
            self._is_locked = True
            try:
                yield
            finally:
                self._is_locked = False

    def again(self) -> "Team":
        """The same team, to be read once more; its lock, where it is held, stays held.

        Raises:
            NoTeamError, BadDocumentError: its settings are gone, or cannot be read any more.
        """
        team = Team.open(self.folder)
        team._is_locked = self._is_locked  # noqa: SLF001  # its own
        return team

    def unfinished(self) -> "tuple[Unfinished, ...]":
        """The changes that were stopped half-way, or that git did not commit, and still wait.

        Raises:
            LockedError: another teamkit is writing here.
        """
        if not clone.may_hold(self.folder, local.UNFINISHED):
            return ()
        from teamkit.store import apply

        try:
            with self.locked():
                return apply.unfinished(self.folder, self.repo)
        except GitError:  # in no repository nothing waits for a commit
            return ()
