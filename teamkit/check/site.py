"""Rules about the world around the files: the settings, and a site generator."""

import os
from pathlib import Path

from teamkit.check.scope import Scope
from teamkit.config import FILE
from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from teamkit.finder import nearest
from teamkit.kinds import KINDS
from teamkit.markdown.liquid import found
from teamkit.store import gaps, layout

_JEKYLL = "_config.yml"


def settings(reading: Scope) -> list[Finding]:
    """What teamkit could not take from teamkit.yml."""
    return [finding for finding in reading.team.config.findings if reading.covers(FILE)]


def time_zone(reading: Scope) -> list[Finding]:
    """A time zone that this machine's data does not know; nothing where it has no data."""
    from zoneinfo import available_timezones

    name = reading.team.config.timezone
    known = available_timezones()
    if not reading.covers(FILE) or not known or name in known:
        return []
    _, lines = reading.team.settings_of(FILE)
    close = nearest(name, sorted(known), most=1)
    hint = f"did you mean {close[0]}?" if close else "for instance Europe/Madrid"
    return [
        Finding(FILE, lines.get("timezone", 0), f"'{name}' is not a time zone", hint, "settings")
    ]


def liquid(reading: Scope) -> list[Finding]:
    """What Jekyll would run in the pages of its site, and stop at where a tag is never closed."""
    if not _is_site(reading.team.folder):
        return []
    what = "is Liquid, which Jekyll runs in bodies"
    hint = "there write &#123; for its first brace; in a title use other words"
    return [
        Finding(document.path, line, f"'{begun}' {what}", hint, "liquid")
        for kind in KINDS
        for document in reading.documents(kind)
        for line, begun in found(document.text)
    ]


def jekyll(reading: Scope) -> list[Finding]:
    """A Jekyll collection that would leave out the next agenda, because its day is to come."""
    root = reading.team.config.root
    if not root.startswith("_") or not reading.covers(_JEKYLL):
        return []
    try:
        values, _ = reading.team.settings_of(_JEKYLL)
    except BadDocumentError:
        # Written for Jekyll, with more YAML than teamkit reads.
        return []
    if not values or str(values.get("future")).lower() == "true":
        return []
    message = f"Jekyll leaves out pages of {root}/ dated in the future, such as the next agenda"
    return [Finding(_JEKYLL, 0, message, "write: future: true", "jekyll-future")]


def missing(reading: Scope) -> list[Finding]:
    """Tracked files that are not on disk, so that nothing in them counts."""
    team = reading.team
    folders = [layout.folder(team.config, kind) for kind in KINDS]
    return gaps.missing(team.repo, dict.fromkeys(folders, False))


def _is_site(folder: Path) -> bool:
    """Whether *folder* is in a Jekyll site, within its repository."""
    for place in (folder, *folder.parents):
        if (place / _JEKYLL).is_file():
            return True
        if os.path.lexists(place / ".git"):
            break
    return False
