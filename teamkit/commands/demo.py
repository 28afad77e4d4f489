"""`teamkit demo`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.start import demo, views

#: What of a person's git would change the demo: hooks, signing, line ends, the hash.
_PLAIN_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TEMPLATE_DIR": "",
    "GIT_DEFAULT_HASH": "sha1",
    "GIT_DEFAULT_REF_FORMAT": "files",
}


@reads
def command(
    session: Session,
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="An empty folder, or one to be made.")
    ] = Path("teamkit-demo"),
) -> None:
    """Create an example team with a year of history.

    Eight people of an invented team, with their meetings, notes, skills and solutions, as a git
    repository of its own. The same everywhere; delete the folder when you are done.

    \b
    Examples:
      teamkit demo
      teamkit demo /tmp/harbour
    """
    if session.dry_run:
        demo.refuse_full(session.start / folder)
        session.console.say(f"Would write the team into {folder}; nothing was written.")
        return
    with _plain_git():
        demo.write(session.start / folder)
    path = folder.as_posix()
    session.show(views.demo(path))
    session.console.say("You are Ana there, and nobody else will know.")
    session.console.say(f"Try: cd {path}")
    for command in demo.TRY:
        session.console.say(f"     {command}")


@contextmanager
def _plain_git() -> Iterator[None]:
    """Git without anybody's configuration while the demo is written; nothing else is started."""
    before = {name: os.environ.get(name) for name in _PLAIN_GIT}
    os.environ.update(_PLAIN_GIT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
