"""A team with a year of history, the same everywhere: files, authors, days, commit ids."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import ConflictError
from teamkit.markdown.document import parse
from teamkit.repo import Identity, Repo
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
    """Write the demo team into *folder*, commit by commit; whoever works in it then is `YOU`.

    Raises:
        ConflictError: the folder is not empty.
        GitError: git refused.
    """
    refuse_full(folder)
    examples = templates.data("examples")
    history = list(steps((examples / "history.tsv").read_text(encoding="utf-8")))
    for path in (path for step in history for path in step.paths):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((examples / "demo" / path).read_bytes())
    names = _names(folder)
    Repo.init(folder)
    repo = Repo(folder)
    for step in history:
        repo.commit(step.paths, step.message, env=_as(step, names))
    repo.act_as(Identity(names[YOU], f"{YOU}@{_DOMAIN}"))


def steps(history: str) -> Iterator[DemoCommit]:
    """The commits in *history*, oldest first: time, author, message, paths, tabs between."""
    for line in history.split("\n"):
        if line and not line.startswith("#"):
            when, author, message, paths = line.split("\t")
            yield DemoCommit(when, author, message, tuple(paths.split(" ")))


def _names(folder: Path) -> dict[str, str]:
    """Handle to full name, of everybody who has a file."""
    found = {}
    for file in sorted((folder / "people").glob("*.md")):
        found[file.stem] = parse(file.name, file.read_bytes()).text_of("name") or file.stem
    return found


def _as(step: DemoCommit, names: Mapping[str, str]) -> dict[str, str]:
    """The environment that makes a commit *step*'s author's, at its time."""
    name, email = names.get(step.author, step.author), f"{step.author}@{_DOMAIN}"
    who = {"NAME": name, "EMAIL": email, "DATE": step.when}
    return {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
    }
