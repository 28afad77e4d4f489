"""An opened team repository: reads its documents, makes new ones, applies a change."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from teamkit import config as settings
from teamkit.config import Config
from teamkit.errors import (
    AmbiguousError,
    BadDocumentError,
    ConflictError,
    GitError,
    NoTeamError,
    UnknownError,
)
from teamkit.facts import Finding
from teamkit.markdown.document import LARGEST_FILE, Document, Value, parse, parse_yaml
from teamkit.store import files, layout, local
from teamkit.store.change import Change, Write, unified_diff

if TYPE_CHECKING:
    from teamkit.markdown.editing import New
    from teamkit.repo import Repo, Status


class Applied(NamedTuple):
    """What became of a change.

    Attributes:
        paths: what was written, in the change's order.
        commit: the new commit's id; None when nothing was committed.
        left: written, but not committed because they had changes of their own.
        half_done: (message, paths) of an earlier change that was stopped half-way.
    """

    paths: tuple[str, ...] = ()
    commit: str | None = None
    left: tuple[str, ...] = ()
    half_done: tuple[str, tuple[str, ...]] | None = None


class Team:
    """One team's repository, read once per command.

    Attributes:
        folder: where teamkit.yml lies; every path is relative to it.
        config: the settings.
        unreadable: files that were skipped, each as a finding.
    """

    def __init__(self, folder: Path, config: Config) -> None:
        self.folder = folder
        self.config = config
        self.unreadable: list[Finding] = []
        self._documents: dict[str, list[Document]] = {}
        self._settings: dict[str, tuple[Mapping[str, Value], Mapping[str, int]]] = {}

    @classmethod
    def open(cls, start: Path) -> "Team":
        """The team repository around *start*: the nearest folder upwards with a teamkit.yml.

        Raises:
            NoTeamError: there is none.
            BadDocumentError: teamkit.yml cannot be read.
        """
        for folder in (start, *start.parents):
            data = files.read(folder, settings.FILE)
            if data is not None:
                return cls(folder, settings.read_config(decoded(settings.FILE, data)))
        raise NoTeamError(str(start))

    @cached_property
    def repo(self) -> "Repo":
        """The git repository around the team's folder; starts no git by itself."""
        from teamkit.repo import Repo

        return Repo(self.folder)

    # ---- reading ------------------------------------------------------------------------------

    def documents(self, kind: str) -> list[Document]:
        """Every readable document of *kind* (people, notes, ...), in path order.

        What cannot be read is skipped and added to `unreadable`.
        """
        if kind not in self._documents:
            self._documents[kind] = self._parsed(self._contents(kind))
        return self._documents[kind]

    def mentioning(self, kind: str, words: Sequence[str]) -> list[Document]:
        """The *kind* documents that hold any of these lower-case words; the rest is not parsed.

        Without words, every document.
        """
        if not words or kind in self._documents:
            return [d for d in self.documents(kind) if not words or holds_any(d.text, words)]
        contents = self._contents(kind)
        return self._parsed(
            (path, data) for path, data in contents if data is None or _may_hold(data, words)
        )

    def _contents(self, kind: str) -> Iterator[tuple[str, bytes | None]]:
        return files.read_all(self.folder, layout.folder(self.config, kind))

    def _parsed(self, contents: Iterable[tuple[str, bytes | None]]) -> list[Document]:
        found = []
        for path, data in contents:
            if data is None:
                self._skip(BadDocumentError(path, 0, "it is a link, or may not be opened"))
                continue
            try:
                found.append(parse(path, data))
            except BadDocumentError as bad:
                self._skip(bad)
        return found

    def _skip(self, bad: BadDocumentError) -> None:
        finding = Finding(bad.path, bad.line, bad.why, rule="unreadable", is_error=True)
        if finding not in self.unreadable:
            self.unreadable.append(finding)

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
        data = files.read(self.folder, path)
        return None if data is None else parse(path, data)

    def named(self, kind: str, word: str, name: str) -> Document:
        """The *kind* document that *name* means: its stem, or a unique part of it.

        Raises:
            UnknownError: none fits; says the closest.
            AmbiguousError: several fit.
            BadDocumentError: the one meant cannot be read.
        """
        wanted = name.removesuffix(".md").rpartition("/")[2]
        stems = [n[:-3] for n in files.names(self.folder, layout.folder(self.config, kind))]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            fitting = [stem for stem in stems if fits(stem, wanted)]
            if len(fitting) > 1:
                raise AmbiguousError(f"{word}s", name, fitting[:8])
            if fitting and (document := self.document(kind, fitting[0])) is not None:
                return document
        raise UnknownError(word, name, get_close_matches(wanted, stems, n=3, cutoff=0.5))

    def titled(self, kind: str, title: str) -> Document | None:
        """The *kind* document with that title of several words, whatever their case; or None."""
        wanted = " ".join(title.split()).casefold()
        if " " not in wanted:
            return None
        titles = ((one, one.text_of("title") or "") for one in self.documents(kind))
        return next((one for one, found in titles if found.casefold() == wanted), None)

    def settings_of(self, path: str) -> tuple[Mapping[str, Value], Mapping[str, int]]:
        """A YAML file's values and the line of each top-level key; empty when there is none.

        Raises:
            BadDocumentError: it cannot be read.
        """
        if path not in self._settings:
            data = files.read(self.folder, path)
            self._settings[path] = (
                ({}, {}) if data is None else parse_yaml(path, decoded(path, data))
            )
        return self._settings[path]

    # ---- deciding -----------------------------------------------------------------------------

    def path(self, kind: str, stem: str) -> str:
        """Where the *kind* document called *stem* lives."""
        return layout.path(self.config, kind, stem)

    def new(self, kind: str, stem: str, meta: "Mapping[str, New]", body: str) -> Write:
        """The write of a new *kind* document, with the team's own front matter for that kind."""
        from teamkit.markdown.editing import new_text

        noun = {"surveys": "skills", "sessions": "pairing"}.get(kind, kind)
        own = self.config.front_matter.get(kind, self.config.front_matter.get(noun, {}))
        return Write(self.path(kind, stem), new_text({**own, **meta}, body))

    def template(self, name: str, values: Mapping[str, str]) -> str:
        """The team's template *name* (`notes.md`), or the built-in one, filled."""
        from teamkit.store import templates

        return templates.fill(self.folder, name, values)

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
    ) -> Applied:
        """Write *change*, and commit exactly its paths.

        A file that already had changes of its own is written but not committed, unless
        *include_dirty*: True for every file, or the paths whose own changes belong to the change.

        Raises:
            GitError: the repository is in the middle of something; nothing was written.
            ConflictError: a file is not as it was read; nothing was written.
            CommitFailedError: written, but git did not commit.
        """
        self._check_format()
        paths = tuple(write.path for write in change.writes)
        if not paths:
            return Applied(half_done=self.half_done())
        common = self.repo.common_dir()
        # All under the lock: what another teamkit is writing is neither dirt nor half-done.
        with local.locked(common):
            status = self.repo.look(paths, committing=commit)
            half_done = self._half_done()
            left = () if include_dirty is True else _left(change, status, include_dirty or ())
            with local.noted(common, change.message, paths, half_done):
                files.write(self.folder, change.writes)
                clean = [path for path in paths if path not in left]
                done = self.repo.commit(clean, change.commit_message) if commit and clean else None
        return Applied(paths, done, left if commit else (), half_done)

    def half_done(self) -> tuple[str, tuple[str, ...]] | None:
        """The (message, paths) of a change that was stopped half-way and still waits, or None."""
        try:
            common = self.repo.common_dir()
        except GitError:  # in no repository nothing waits for a commit
            return None
        if local.half_done(common) is None:
            return None
        with local.locked(common):
            return self._half_done()

    def _half_done(self) -> tuple[str, tuple[str, ...]] | None:
        noted = local.half_done(self.repo.common_dir())
        if noted is None or not noted[1]:
            return None
        files.sweep(self.folder, noted[1])
        waiting = tuple(status.path for status in self.repo.status(noted[1]))
        return (noted[0], waiting) if waiting else None

    def _check_format(self) -> None:
        if self.config.format > settings.FORMAT:
            raise ConflictError(
                f"This repository has format {self.config.format}; "
                f"this teamkit writes {settings.FORMAT}.",
                where=settings.FILE,
                hint="Upgrade: pip install --upgrade teamkit (or pipx upgrade teamkit)",
            )


def _left(change: Change, status: Iterable["Status"], whole: Collection[str]) -> tuple[str, ...]:
    """The paths with changes of their own, but those of *whole*: left to whoever made them."""
    dirty = {one.path for one in status}.difference(whole)
    return tuple(w.path for w in change.writes if w.seen is not None and w.path in dirty)


def holds_any(text: str, words: Sequence[str]) -> bool:
    """Whether *text* holds one of these lower-case words; no words means it does."""
    lowered = text.casefold()
    return not words or any(word in lowered for word in words)


def _may_hold(data: bytes, words: Sequence[str]) -> bool:
    return holds_any(data.decode("utf-8", errors="replace"), words)


def decoded(path: str, data: bytes) -> str:
    """The text of a file that is no Markdown.

    Raises:
        BadDocumentError: it is too large, or not UTF-8.
    """
    if len(data) > LARGEST_FILE:
        raise BadDocumentError(path, 0, "it is larger than 1 MiB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDocumentError(path, line, "it is not UTF-8") from error
