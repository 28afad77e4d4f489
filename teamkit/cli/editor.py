"""The person's own editor on a draft; never a program named by the repository."""

import os
import shlex
from functools import partial
from pathlib import Path

from teamkit.cli.session import Session
from teamkit.errors import UsageError, WouldAskError


def edit(session: Session, draft: str, *, name: str) -> str:
    """*draft* as the person leaves it in their editor.

    Args:
        session: says whether there is a terminal, and which editor ($VISUAL, then $EDITOR).
        draft: the text to start from.
        name: the temporary file's name, so that the editor knows the format.

    Raises:
        WouldAskError: there is no terminal to edit on.
        UsageError: the editor is not there or gave up; nothing was written.
    """
    return session.answers.once(f"edit {name}", partial(_edited, session, draft, name))


def _edited(session: Session, draft: str, name: str) -> str:
    import subprocess
    import tempfile

    command = session.environ.get("VISUAL") or session.environ.get("EDITOR")
    if session.no_input or not command:
        raise WouldAskError("which text? (no editor: $VISUAL and $EDITOR are empty)", "- and stdin")
    with tempfile.TemporaryDirectory(prefix="teamkit-") as folder:
        place = Path(folder) / name
        place.write_bytes(draft.encode("utf-8"))
        try:
            done = subprocess.run([*shlex.split(command), os.fspath(place)], check=False)  # noqa: S603  # the person's own setting
        except (OSError, ValueError) as error:
            raise UsageError(
                f"The editor '{command}' could not be started.", hint="Set $EDITOR"
            ) from error
        if done.returncode:
            raise UsageError(f"The editor '{command}' gave up; nothing was written.")
        return place.read_bytes().decode("utf-8", errors="replace")
