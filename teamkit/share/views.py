"""What was saved and shared, ready to be shown."""

from collections.abc import Sequence

from teamkit.output import fields
from teamkit.output.common import FINDING
from teamkit.output.fields import COUNT, PATH, TEXT, Field, Page, Record, many, optional
from teamkit.output.shapes import Lines
from teamkit.repo import Status
from teamkit.share.save import Saving
from teamkit.share.sync import Synced
from teamkit.store.journal import Unfinished

_SAVED = Record[Status](
    "saved_file",
    "A file that was edited by hand.",
    (
        Field("path", lambda s: s.path, PATH, "The file."),
        Field("state", lambda s: s.state, TEXT, "What happened to it: modified, added, ..."),
    ),
)
_SETTLED = Record[tuple[str, Unfinished]](
    "unfinished_file",
    "A file of a command that did not finish.",
    (
        Field("path", lambda pair: pair[0], PATH, "The file."),
        Field("subject", lambda pair: pair[1].subject, TEXT, "The subject of the change."),
    ),
)
_SYNCED = Record[Synced](
    "sync",
    "What was exchanged.",
    (
        Field("got", lambda s: s.got, COUNT, "Commits of others that are new here."),
        Field(
            "shared",
            lambda s: s.shared,
            optional(COUNT),
            "Own commits that were pushed; null when the branch was pushed for the first time.",
        ),
        Field("unsaved", lambda s: s.unsaved, many(PATH), "Edited files that were not committed."),
        Field(
            "findings",
            lambda s: s.unreadable,
            many(FINDING),
            "What cannot be read in files that others shared.",
        ),
    ),
)
_SAVE = Page("save", "The files that were committed.", _SAVED, writes=True)
_UNFINISHED = Page(
    "save.unfinished", "The files of changes that were finished or undone.", _SETTLED, writes=True
)
_SYNC = Page("sync", "What was exchanged with the team.", _SYNCED, writes=True)


def saved(saving: Saving) -> Lines:
    """The paths, one a line."""
    empty = "Nothing to save: everything is committed."
    return fields.lines(_SAVE, saving.paths, saving.statuses, empty=empty)


def settled(changes: Sequence[Unfinished]) -> Lines:
    """The paths of the changes that were finished or undone, one a line."""
    paths = tuple(dict.fromkeys(path for change in changes for path in change.paths))
    files = [(path, change) for change in changes for path in change.paths]
    return fields.lines(_UNFINISHED, paths, files)


def synced(done: Synced, *, known: bool = False) -> Lines:
    """What happened in one sentence, or with *known* what would happen."""
    return fields.lines(_SYNC, (), (done,), empty=_outlook(done) if known else _sentence(done))


def asides(done: Synced) -> tuple[str, ...]:
    """The sentences about what others broke, and what was not committed, so not shared."""
    said = [f"Others shared a file that cannot be read: {finding}" for finding in done.unreadable]
    if done.unsaved:
        said.append(f"Not saved, so not shared: {', '.join(done.unsaved)}. Then: teamkit save")
    return tuple(said)


def _sentence(done: Synced) -> str:
    if done.shared is None:
        return "Shared the whole branch, for the first time."
    if not done.got and not done.shared:
        return "Nothing to share, and nothing new."
    if not done.shared:
        return f"Got {_changes(done.got)}."
    if not done.got:
        return f"Shared {_changes(done.shared)}."
    return f"Got {_changes(done.got)}, shared {done.shared}."


def _outlook(done: Synced) -> str:
    if done.shared is None:
        return "The branch is not shared yet; all of it would be. Nothing was fetched."
    return (
        f"As far as this clone knows: {_changes(done.shared)} to share, {done.got} to get. "
        "Nothing was fetched."
    )


def _changes(count: int) -> str:
    return "1 change" if count == 1 else f"{count} changes"
