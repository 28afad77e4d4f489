"""The documents of a team's folder, each read once; also as they will be after a change."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from teamkit.finder import letters
from teamkit.markdown.document import Document, Value, parse, parse_yaml, yaml_text
from teamkit.store import files
from teamkit.store.change import Write
from teamkit.store.layout import is_record


class Documents:
    """What was read of one team's folder.

    Attributes:
        unreadable: files that were skipped, each as a finding.
        seen: the folders that were read -> whether something was there.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.unreadable: list[Finding] = []
        self.seen: dict[str, bool] = {}
        self._folders: dict[str, list[Document]] = {}
        self._settings: dict[str, tuple[Mapping[str, Value], Mapping[str, int]]] = {}
        self._derived: dict[tuple[str, Hashable], object] = {}

    def of(self, folder: str) -> list[Document]:
        """Every readable document of *folder*, in path order.

        Raises:
            BadDocumentError: the folder cannot be opened.
        """
        if folder not in self._folders:
            self._folders[folder] = self._parsed(self._contents(folder))
        return self._folders[folder]

    def mentioning(self, folder: str, words: Sequence[str]) -> list[Document]:
        """The documents that hold any of these lower-case words; the rest is not parsed."""
        if not words or folder in self._folders:
            return [d for d in self.of(folder) if holds_any(d.text, words)]
        return self._parsed(
            (path, data)
            for path, data in self._contents(folder)
            if isinstance(data, BadDocumentError)
            or holds_any(data.decode("utf-8", "replace"), words)
        )

    def names(self, folder: str) -> list[str]:
        """The file names of the records in *folder* that may be read, sorted."""
        return files.names(self.root, folder)

    def read(self, path: str) -> Document | None:
        """The document at *path*, or None.

        Raises:
            BadDocumentError: it stands but cannot be read.
        """
        data = files.read(self.root, path)
        return None if data is None else parse(path, data)

    def settings(self, path: str) -> tuple[Mapping[str, Value], Mapping[str, int]]:
        """A YAML file's values and the line of each top-level key; empty when there is none.

        Raises:
            BadDocumentError: it cannot be read.
        """
        if path not in self._settings:
            data = files.read(self.root, path)
            self._settings[path] = (
                ({}, {}) if data is None else parse_yaml(path, yaml_text(path, data))
            )
        return self._settings[path]

    def derived(self, folder: str, key: Hashable, make: Callable[[], object]) -> object:
        """What *make* makes of the documents of *folder*; worked out once for each *key*."""
        if (folder, key) not in self._derived:
            self._derived[folder, key] = make()
        return self._derived[folder, key]

    def skip(self, bad: BadDocumentError) -> None:
        """Go on without a file, and name it, once."""
        finding = Finding(bad.path, bad.line, bad.why, rule="unreadable", is_error=True)
        if finding not in self.unreadable:
            self.unreadable.append(finding)

    def _contents(self, folder: str) -> Iterator[tuple[str, bytes | BadDocumentError]]:
        self.seen.setdefault(folder, False)
        for path, data in files.read_all(self.root, folder):
            if isinstance(data, BadDocumentError) and not path.startswith(f"{folder}/"):
                raise data  # the folder itself cannot be opened
            self.seen[folder] = True
            yield path, data

    def _parsed(self, contents: Iterable[tuple[str, bytes | BadDocumentError]]) -> list[Document]:
        found = []
        for path, data in contents:
            if isinstance(data, BadDocumentError):
                self.skip(data)
                continue
            try:
                found.append(parse(path, data))
            except BadDocumentError as bad:
                self.skip(bad)
        return found


class LaterDocuments(Documents):
    """The same once *writes* are written; what they leave alone is read once for both."""

    def __init__(self, before: Documents, writes: Iterable[Write]) -> None:
        super().__init__(before.root)
        self._before = before
        self._texts = {write.path: write.text for write in writes}
        self._touched = {path.rpartition("/")[0] for path in self._texts}

    def of(self, folder: str) -> list[Document]:
        """As in `Documents`."""
        if folder not in self._folders:
            found = self._before.of(folder)
            self._take_over(folder)
            is_touched = folder in self._touched
            self._folders[folder] = self._merged(folder, found) if is_touched else found
        return self._folders[folder]

    def mentioning(self, folder: str, words: Sequence[str]) -> list[Document]:
        """As in `Documents`."""
        if folder in self._touched:
            return [d for d in self.of(folder) if holds_any(d.text, words)]
        found = self._before.mentioning(folder, words)
        self._take_over(folder)
        return found

    def names(self, folder: str) -> list[str]:
        """As in `Documents`."""
        names = set(self._before.names(folder)).union(map(_name, self._written(folder)))
        return sorted(name for name in names if not files.why_not(name, names))

    def read(self, path: str) -> Document | None:
        """As in `Documents`."""
        text = self._texts.get(path)
        return self._before.read(path) if text is None else parse(path, text.encode("utf-8"))

    def settings(self, path: str) -> tuple[Mapping[str, Value], Mapping[str, int]]:
        """As in `Documents`."""
        text = self._texts.get(path)
        return self._before.settings(path) if text is None else parse_yaml(path, text)

    def derived(self, folder: str, key: Hashable, make: Callable[[], object]) -> object:
        """As in `Documents`."""
        if folder in self._touched:
            return super().derived(folder, key, make)
        found = self._before.derived(folder, key, make)
        self._take_over(folder)
        return found

    def _merged(self, folder: str, standing: Iterable[Document]) -> list[Document]:
        """The documents that stand and those that are written, as they will be read."""
        paths = self._written(folder)
        written = self._parsed((path, self._texts[path].encode("utf-8")) for path in paths)
        found = [*(d for d in standing if d.path not in self._texts), *written]
        skipped = (f.path for f in self.unreadable if f.path.rpartition("/")[0] == folder)
        beside = {*(_name(document.path) for document in found), *map(_name, skipped)}
        readable = []
        for document in sorted(found, key=lambda one: _name(one.path)):
            if why := files.why_not(_name(document.path), beside):
                self.skip(BadDocumentError(document.path, 0, why))
            else:
                readable.append(document)
        return readable

    def _written(self, folder: str) -> list[str]:
        """The paths of the records that are written in *folder*, in order."""
        paths = [path for path in self._texts if path.rpartition("/")[0] == folder]
        return sorted(path for path in paths if is_record(_name(path)))

    def _take_over(self, folder: str) -> None:
        """Name what the other could not read in *folder*, but for files that are written anew."""
        mine = {(one.path, one.line, one.message) for one in self.unreadable}
        self.unreadable += [
            one
            for one in self._before.unreadable
            if one.path.rpartition("/")[0] == folder
            and one.path not in self._texts
            and (one.path, one.line, one.message) not in mine
        ]


def holds_any(text: str, words: Sequence[str]) -> bool:
    """Whether *text* holds one of these words in small letters, accents or not; no words: yes."""
    lowered = text.casefold()
    if not words or any(word in lowered for word in words):
        return True
    bare = "" if text.isascii() else letters(text)
    return any(letters(word) in bare for word in words)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
