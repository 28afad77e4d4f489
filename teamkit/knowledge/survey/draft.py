"""A team whose files have changes that nobody has written yet."""

from teamkit.markdown.document import Document, parse
from teamkit.store.change import Change, Write
from teamkit.team import Team


class TeamDraft(Team):
    """A team as it would be: each change taken is read back, and nothing is written.

    So that several decisions, each made for one row, become one change.
    """

    def __init__(self, team: Team) -> None:
        super().__init__(team.folder, team.config)
        self._writes: dict[str, Write] = {}

    @property
    def writes(self) -> tuple[Write, ...]:
        """All that was taken, one write per file, in path order."""
        return tuple(self._writes[path] for path in sorted(self._writes))

    def read(self, path: str) -> Document | None:
        """The document at *path* with the changes that were taken."""
        write = self._writes.get(path)
        return super().read(path) if write is None else parse(path, write.text.encode("utf-8"))

    def take(self, change: Change) -> None:
        """Count *change* in; the file on disk stays what a later write is checked against."""
        for write in change.writes:
            first = self._writes.get(write.path, write)
            self._writes[write.path] = write._replace(seen=first.seen)
