"""What was saved and shared, ready to be shown."""

from collections.abc import Sequence

from teamkit.output.shapes import Lines
from teamkit.share.save import Saving
from teamkit.share.sync import Synced
from teamkit.store.journal import Unfinished


def saved(saving: Saving) -> Lines:
    """The paths, one a line."""
    items = tuple({"path": one.path, "state": one.state} for one in saving.statuses)
    return Lines("save", saving.paths, items, empty="Nothing to save: everything is committed.")


def settled(changes: Sequence[Unfinished]) -> Lines:
    """The paths of the changes that were finished or undone, one a line."""
    paths = tuple(dict.fromkeys(path for change in changes for path in change.paths))
    items = tuple({"path": one, "subject": c.subject} for c in changes for one in c.paths)
    return Lines("save", paths, items)


def synced(done: Synced, *, known: bool = False) -> Lines:
    """What happened in one sentence, or with *known* what would happen."""
    unreadable = [finding.path for finding in done.unreadable]
    facts = {
        "got": done.got,
        "shared": done.shared,
        "unsaved": list(done.unsaved),
        "unreadable": unreadable,
    }
    return Lines("sync", (), (), facts=facts, empty=_outlook(done) if known else _sentence(done))


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
