"""What stands already: a site's folders and what its pages need at the top, and its first page."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import BadDocumentError, TeamkitError
from teamkit.kinds import KINDS, NOUNS
from teamkit.markdown.document import parse
from teamkit.store import files

_CONFIG = "_config.yml"
_COLLECTION = "_docs"
#: What a forge or a site generator shows first of a folder, whatever its ending.
_FIRST_PAGES = frozenset({"readme", "index"})


class Site(NamedTuple):
    """What a site that stands already asks of new files.

    Attributes:
        root: the folder for the team's tree.
        folders: noun to the folder that stands for it, where its name differs.
        front_matter: noun to keys of every new file.
        page: where a first page for people has room; None where one stands.
    """

    root: str = "."
    folders: Mapping[str, str] = {}
    front_matter: Mapping[str, Mapping[str, str]] = {}
    page: str | None = "README.md"


def look(folder: Path, root: str | None = None) -> Site:
    """The site in *folder*; the plain defaults where there is none.

    Args:
        folder: where teamkit.yml will lie.
        root: the tree's folder, when it was said; else `_docs` of a Jekyll site, else the top.
    """
    config = files.read(folder, _CONFIG)
    if config is None:
        root = root or "."
        return Site(root, _folders(folder, root), page=_page(folder, root))
    has_collection = (folder / _COLLECTION).is_dir() and not (folder / _COLLECTION).is_symlink()
    root = root or (_COLLECTION if has_collection else ".")
    folders = _folders(folder, root)
    keys = _front_matter(folder, root, folders, config.decode("utf-8", "replace"))
    page = None if _has_first_page(folder, {"index"}) else _page(folder, root)
    return Site(root, folders, keys, page)


def _folders(folder: Path, root: str) -> dict[str, str]:
    """The known names that stand, where the noun's own folder does not."""
    found = {}
    for noun, kind in KINDS.items():
        if (folder / root / noun).exists():
            continue
        standing = [name for name in kind.other_folders if _is_folder(folder / root / name)]
        if standing and root != ".":
            found[noun] = standing[0]
    return found


def _page(folder: Path, root: str) -> str | None:
    if _has_first_page(folder / root, _FIRST_PAGES):
        return None
    return "README.md" if root == "." else f"{root}/README.md"


def _has_first_page(place: Path, stems: Collection[str]) -> bool:
    return place.is_dir() and any(path.stem.lower() in stems for path in place.iterdir())


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def _front_matter(
    folder: Path, root: str, folders: Mapping[str, str], config: str
) -> dict[str, dict[str, str]]:
    has_parents = re.search(r"^(?:remote_)?theme\s*:.*just-the-docs", config, re.MULTILINE)
    found: dict[str, dict[str, str]] = {}
    for noun in NOUNS:
        found[noun] = {"layout": "default"}
        if has_parents:
            index = f"{root}/{folders.get(noun, noun)}/index.md".removeprefix("./")
            found[noun]["parent"] = _title(folder, index) or KINDS[noun].heading
    return found


def _title(folder: Path, index: str) -> str | None:
    """The title of the page that stands for a folder: its children name it as their parent."""
    try:
        data = files.read(folder, index)
        return parse(index, data).text_of("title") if data is not None else None
    except (BadDocumentError, TeamkitError):
        return None
