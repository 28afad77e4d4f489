"""A team with a year of history, the same everywhere: files, authors, days, commit ids."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import ConflictError
from teamkit.markdown.document import parse
from teamkit.repo import Identity, Repo
from teamkit.repo.replay import PastCommit, replay
from teamkit.store import templates

#: To try next, in the demo's folder.
TRY = (
    "teamkit",
    "teamkit agenda new friday --date 2026-12-04",
    "teamkit notes rotate friday --date 2026-12-04",
    "teamkit skills who-knows postgis",
    'teamkit solutions for "upload large files"',
)
#: Who one is in the demo, so that it has something to say to its reader and works without a name
#: of one's own in git.
YOU = "ana"
_DOMAIN = "harbour.example"


class DemoCommit(NamedTuple):
    """One commit of the demo's history.

    Attributes:
        when: an ISO time with its offset from UTC.
        author: a handle.
        paths: the files that it adds, as they are in the end.
    """

    when: str
    author: str
    message: str
    paths: tuple[str, ...]


def refuse_full(folder: Path) -> None:
    """Refuse a place that is not free.

    Raises:
        ConflictError: something stands there that is not an empty folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConflictError(
            f"{folder} is not empty; nothing was written.",
            hint="Name another folder: teamkit demo ANOTHER",
        )


def write(folder: Path) -> None:
    """Write the demo team into *folder*, commit by commit; whoever works in it then is `YOU`."""
    refuse_full(folder)
    examples = templates.data("examples")
    history = list(steps((examples / "history.tsv").read_text(encoding="utf-8")))
    files = {
        path: (examples / "demo" / path).read_bytes() for step in history for path in step.paths
    }
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    who = _identities(files)
    replay(folder, (_past(step, who, files) for step in history))
    Repo(folder).act_as(who[YOU])


def steps(history: str) -> Iterator[DemoCommit]:
    """The commits in *history*, oldest first: time, author, message, paths, tabs between."""
    for line in history.splitlines():
        when, author, message, paths = line.split("\t")
        yield DemoCommit(when, author, message, tuple(paths.split(" ")))


def _identities(files: Mapping[str, bytes]) -> dict[str, Identity]:
    """Handle -> name and address, of everybody who has a file."""
    people = (parse(path, data) for path, data in files.items() if path.startswith("people/"))
    return {
        one.stem: Identity(one.text_of("name") or one.stem, f"{one.stem}@{_DOMAIN}")
        for one in people
    }


def _past(step: DemoCommit, who: Mapping[str, Identity], files: Mapping[str, bytes]) -> PastCommit:
    added = {path: files[path] for path in step.paths}
    return PastCommit(datetime.fromisoformat(step.when), who[step.author], step.message, added)
