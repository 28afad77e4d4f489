"""Where each kind of file lives and how it is named."""

import posixpath
import re
from datetime import date

from teamkit.config import Config
from teamkit.config.parts import DEVICES
from teamkit.errors import UsageError
from teamkit.kinds import KINDS

#: Pages a site generator puts into every folder; never a record.
_NOT_RECORDS = frozenset({"index", "README", "readme"})
#: Characters of a name that is made of words, at most.
SLUG_LENGTH = 60
#: What Windows allows in no name.
_FORBIDDEN = frozenset([*'<>:"|?*\\/', *map(chr, range(32))])
_LONGEST_NAME = 255

#: How Syncthing marks a copy.
_CONFLICT = ".sync-conflict-"
#: `X 2.md` may be a title of its own, unless X is a name such as teamkit gives.
_COPY = (
    r"(?:([a-z0-9-]+)(?: \d{1,2}| \(\d{1,2}\)| - Copy(?: \(\d{1,2}\))?)"
    rf"|(.+?)(?: \([^()]*[Cc]onflict[^()]*\)|{re.escape(_CONFLICT)}[\w-]+))\.md"
)


def folder(config: Config, kind: str) -> str:
    """The folder of *kind*, relative to the team's folder, without a trailing slash."""
    outer = KINDS[kind].inside
    top = config.folders.get(outer or kind, outer or kind)
    parts = [top, kind] if outer else [top]
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


def problem(name: str) -> str:
    """Why a record cannot have that file name, or stem, on every system; a phrase, or empty.

    Other systems cannot check such a file out, or never read it as a record.
    """
    stem = name.removesuffix(".md")
    device = name.partition(".")[0].rstrip(" ")
    if device.lower() in DEVICES:
        return f"Windows reserves the name {device}"
    if stem.lower() in {"index", "readme"}:
        return f"{stem} is a page about its folder, never a record"
    if forbidden := sorted(_FORBIDDEN.intersection(name)):
        shown = forbidden[-1] if forbidden[-1].isprintable() else "a control character"
        return f"Windows does not allow {shown} in a name"
    if name.rstrip(" .") != name:
        return "Windows drops a dot or a space at the end of a name"
    if len(f"{stem}.md".encode()) > _LONGEST_NAME:
        return f"the name is longer than {_LONGEST_NAME} bytes"
    return ""


def copied_from(name: str) -> str:
    """The file name that *name* is a syncing program's copy of, to judge by it alone; or empty."""
    if " " not in name and _CONFLICT not in name:
        return ""
    found = re.fullmatch(_COPY, name)
    return f"{found[1] or found[2]}.md" if found else ""


def twin_key(name: str) -> str:
    """The same for names that are one file where case or the spelling of accents do not count."""
    if name.isascii():
        return name.lower()
    from unicodedata import normalize

    return normalize("NFC", normalize("NFD", name).casefold())


def link(source: str, target: str) -> str:
    """The relative link from the file *source* to the file *target*."""
    return posixpath.relpath(target, source.rpartition("/")[0] or ".")


def slug(title: str) -> str:
    """The file name for *title*: ASCII, lower case, legal on every file system.

    Raises:
        UsageError: nothing of the title can stand in a file name.
    """
    name = "-".join(words(title))
    if not name:
        raise UsageError(
            "The title has no letters or digits to name a file after.",
            hint='Give it words: "How we take large uploads"',
        )
    return f"{name}-page" if problem(name) else name


def words(title: str) -> list[str]:
    """The words of *title* as they stand in file names: ASCII, lower case; the first few."""
    if title.isascii() and "&" not in title:  # the library would say the same, and loads slowly
        joined = re.sub(r"(?<=\d),(?=\d)", "", title.lower())
        plain = re.sub(r"[^a-z0-9]+", "-", joined).strip("-")
        if len(plain) <= SLUG_LENGTH:
            return plain.split("-") if plain else []
    from slugify import slugify

    name: str = slugify(title, max_length=SLUG_LENGTH, word_boundary=True)
    return name.split("-") if name else []


def dated(day: date, *parts: str) -> str:
    """The stem of a dated file: `2026-12-04-friday`."""
    return "-".join([day.isoformat(), *parts])
