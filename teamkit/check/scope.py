"""What the rules look at: the documents in question, and the team around them."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from teamkit.errors import BadDocumentError, TeamkitError
from teamkit.facts import Finding
from teamkit.markdown import blocks, tasks
from teamkit.markdown.document import Document
from teamkit.markdown.sections import Section, sections
from teamkit.meetings.bullets import LABELS
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory, directory
from teamkit.store import files, layout
from teamkit.team import Team


class Scope:
    """A team's files as the rules see them; without paths all of them, else those alone.

    Attributes:
        team: the repository.
        unreadable: what could not be read among the documents asked for so far.
    """

    def __init__(self, team: Team, paths: Collection[str] | None) -> None:
        self.team = team
        self.unreadable: list[Finding] = []
        self._paths = paths
        self._documents: dict[str, tuple[Document, ...]] = {}
        self._entries: dict[str, list[files.Entry]] = {}
        self._bodies: dict[str, tuple[list[Section], list[tasks.Task]]] = {}

    def covers(self, path: str) -> bool:
        """Whether *path*, or a folder around it, was asked for."""
        return self._paths is None or any(is_under(path, asked) for asked in self._paths)

    def documents(self, kind: str) -> Sequence[Document]:
        """The readable documents of *kind* among those in question, in path order."""
        if kind not in self._documents:
            asked = [entry for entry in self.entries(kind) if self.covers(entry.path)]
            found = map(self._read, asked)
            self._documents[kind] = tuple(document for document in found if document)
        return self._documents[kind]

    def entries(self, kind: str) -> Sequence[files.Entry]:
        """What lies in the folder of *kind* as a record, readable or not, in name order."""
        if kind not in self._entries:
            folder = layout.folder(self.team.config, kind)
            try:
                self._entries[kind] = files.entries(self.team.folder, folder)
            except BadDocumentError as bad:
                self.unreadable.append(unreadable(bad))
                self._entries[kind] = []
        return self._entries[kind]

    def body(self, document: Document) -> tuple[list[Section], list[tasks.Task]]:
        """The document's sections and tasks, without what was generated."""
        if document.path not in self._bodies:
            text = blocks.strip(document.body)
            first = document.body_line
            self._bodies[document.path] = sections(text, first), tasks.tasks(text, first)
        return self._bodies[document.path]

    @cached_property
    def labels(self) -> dict[str, str]:
        """What begins a labelled line, the series' rounds' labels too: small letters to usual."""
        rounds = [one.label for one in self.team.config.rounds]
        usual = {label: label.capitalize() for label in LABELS} | {"til": "TIL"}
        return usual | {label.lower(): label for label in rounds if label}

    @cached_property
    def people(self) -> Directory:
        """Everybody on the team."""
        return directory(self.team)

    @cached_property
    def catalog(self) -> Catalog:
        """The team's vocabulary of skills."""
        return catalog(self.team)

    def _read(self, entry: files.Entry) -> Document | None:
        path = entry.path
        if entry.why:
            self.unreadable.append(unreadable(BadDocumentError(path, 0, entry.why)))
            return None
        try:
            return self.team.read(path)
        except BadDocumentError as bad:
            self.unreadable.append(unreadable(bad))
        except TeamkitError as error:
            finding = Finding(path, 0, error.message, error.hint or "", "unreadable", is_error=True)
            self.unreadable.append(finding)
        return None


#: Looks at one thing in all the files in question.
Rule = Callable[[Scope], list[Finding]]


def is_under(path: str, place: str) -> bool:
    """Whether *path* is *place* or lies in it; `.` holds everything."""
    return place in {".", path} or path.startswith(f"{place}/")


def unreadable(bad: BadDocumentError) -> Finding:
    """The finding for a file that cannot be read."""
    return Finding(
        bad.path,
        bad.line,
        f"cannot be read: {bad.why}",
        bad.remedy or "the file is ignored until it is fixed",
        rule="unreadable",
        is_error=True,
    )
