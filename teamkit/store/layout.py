"""Where each kind of file lives and how it is named."""

import posixpath
from datetime import date

from teamkit.config import Config
from teamkit.errors import UsageError

#: Kinds that live in a folder below another noun's.
NESTED = {"surveys": ("skills", "surveys"), "sessions": ("pairing", "sessions")}
#: Pages a site generator puts into every folder; never a record.
_NOT_RECORDS = frozenset({"index", "README", "readme"})
_SLUG_LENGTH = 60
_RESERVED = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "com2",
        "com3",
        "com4",
        "com5",
        "com6",
        "com7",
        "com8",
        "com9",
        "lpt1",
        "lpt2",
        "lpt3",
        "lpt4",
        "lpt5",
        "lpt6",
        "lpt7",
        "lpt8",
        "lpt9",
        "index",
        "readme",
    ]
)


def folder(config: Config, kind: str) -> str:
    """The folder of *kind*, relative to the team's folder, without a trailing slash."""
    noun, *below = NESTED.get(kind, (kind,))
    parts = [config.folders.get(noun, noun), *below]
    return "/".join(parts if config.root == "." else [config.root, *parts])


def path(config: Config, kind: str, stem: str) -> str:
    """The path of the *kind* file called *stem* (without .md)."""
    return f"{folder(config, kind)}/{stem}.md"


def catalog(config: Config) -> str:
    """The path of the vocabulary of skills."""
    return f"{folder(config, 'skills')}/catalog.yml"


def is_record(name: str) -> bool:
    """Whether a file called *name* in a kind's folder is one of its records."""
    stem, _, ending = name.rpartition(".")
    return ending == "md" and stem not in _NOT_RECORDS and not name.startswith(".") and bool(stem)


def link(source: str, target: str) -> str:
    """The relative link from the file *source* to the file *target*."""
    return posixpath.relpath(target, source.rpartition("/")[0] or ".")


def slug(title: str) -> str:
    """The file name for *title*: ASCII, lower case, legal on every file system.

    Raises:
        UsageError: nothing of the title can stand in a file name.
    """
    from slugify import slugify

    name = slugify(title, max_length=_SLUG_LENGTH, word_boundary=True)
    if not name:
        raise UsageError(
            "The title has no letters or digits to name a file after.",
            hint='Give it words: "How we take large uploads"',
        )
    return f"{name}-page" if name in _RESERVED else str(name)


def dated(day: date, *parts: str) -> str:
    """The stem of a dated file: `2026-12-04-friday`."""
    return "-".join([day.isoformat(), *parts])
