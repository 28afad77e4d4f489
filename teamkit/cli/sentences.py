"""What is said on stderr after a command: what became of its change, and what is unfinished."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from teamkit.errors import WAY_ON

if TYPE_CHECKING:
    from teamkit.store.apply import Applied
    from teamkit.store.change import Change
    from teamkit.store.journal import Unfinished


def unfinished(changes: "Sequence[Unfinished]", folder: Path, start: Path) -> list[str]:
    """Which changes wait, and what finishes or undoes them, as typed in the folder *start*.

    Args:
        changes: may be empty; then there is nothing to say.
        folder: of the team.
        start: where the person is.
    """
    named = [
        f"An earlier change is unfinished: '{one.subject}' ({', '.join(one.paths)})."
        for one in changes
    ]
    way_on = WAY_ON
    if not start.is_relative_to(folder):
        place = _quoted([os.path.relpath(folder, start)])
        way_on = way_on.replace("teamkit ", f"teamkit -C {place} ")
    return [*named, way_on] if named else []


def applied(done: "Applied", change: "Change", later: str | None) -> list[str]:
    """What became of *change*; *later* is the command that commits what this did not."""
    said = []
    if done.commit:
        said.append(f"Committed: {change.subject}")
    elif not done.paths:
        said.append("Nothing to change.")
    elif not done.left:
        later = later or f"teamkit save {_quoted(done.paths)}"
        said.append(f"Written, not committed; when it is ready: {later}")
    if done.rewritten:
        said.append(f"A hook changed these again after the commit: {', '.join(done.rewritten)}")
        said.append(f"Commit that, too: teamkit save {_quoted(done.rewritten)}")
    if done.left:
        paths = _quoted(done.left)
        said.append(f"Edited but not committed, because it had changes of its own: {paths}")
        said.append(f"Commit all of it with: teamkit save {paths}")
    return said


def _quoted(paths: Sequence[str]) -> str:
    """The paths as a shell takes them."""
    import shlex

    return shlex.join(paths)
