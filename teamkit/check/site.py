"""Rules about the world around the files: the settings, and a site generator."""

from difflib import get_close_matches

from teamkit.check.reading import Reading
from teamkit.config import FILE, NOUNS
from teamkit.errors import BadDocumentError
from teamkit.facts import Finding
from teamkit.store import gaps, layout

_JEKYLL = "_config.yml"


def settings(reading: Reading) -> list[Finding]:
    """What teamkit could not take from teamkit.yml."""
    return [finding for finding in reading.team.config.findings if reading.covers(FILE)]


def time_zone(reading: Reading) -> list[Finding]:
    """A time zone that this machine's data does not know; nothing where it has no data."""
    from zoneinfo import available_timezones

    name = reading.team.config.timezone
    known = available_timezones()
    if not reading.covers(FILE) or not known or name in known:
        return []
    _, lines = reading.team.settings_of(FILE)
    close = get_close_matches(name, sorted(known), n=1)
    hint = f"did you mean {close[0]}?" if close else "for instance Europe/Madrid"
    return [Finding(FILE, lines.get("timezone", 0), f"'{name}' is no time zone", hint, "settings")]


def jekyll(reading: Reading) -> list[Finding]:
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


def missing(reading: Reading) -> list[Finding]:
    """Tracked files that are not on disk, so that nothing in them counts."""
    team = reading.team
    folders = [layout.folder(team.config, kind) for kind in (*NOUNS, *layout.NESTED)]
    return gaps.missing(team.repo, dict.fromkeys(folders, False))
