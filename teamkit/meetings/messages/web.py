"""The forge's pages for people with a browser alone: one for a new topic, one that shows a file."""

from datetime import date
from typing import NamedTuple

from teamkit.config import FILE, Series
from teamkit.meetings.topics import plan
from teamkit.store import layout
from teamkit.team import Team

_ORIGIN = "origin"
_INVITED = "<!-- One line about it is enough. Aims: share, feedback, decide, help. -->\n"


class TopicPage(NamedTuple):
    """The page on which a new topic is written.

    Attributes:
        link: empty when the forge is not known.
        path: where the new topic goes, seen from the repository's root.
        text: how it begins, for people to copy; empty when the forge fills it in.
        why: why there is no link, a sentence for the host; empty when there is one.
    """

    link: str = ""
    path: str = ""
    text: str = ""
    why: str = ""


def for_topic(team: Team, series: Series, today: date) -> TopicPage:
    """The forge's page for a new topic of *series*, filled in as far as the forge allows."""
    from teamkit.repo import forge

    origin, branch = _origin(team)
    if not origin:
        return TopicPage(why=f"No link for new topics: git has no remote named {_ORIGIN}.")
    path = team.repo.prefix + team.path("topics", layout.dated(today, "your-name-your-title"))
    text, kind = _begun(team, series), team.config.forge
    link = forge.new_file_link(origin, branch=branch, path=path, text=text, kind=kind)
    if link is None:
        why = f"No link for new topics: the forge of {_ORIGIN} is unknown."
        return TopicPage(why=f"{why} Set it in {FILE}, for instance forge: gitlab")
    return TopicPage(link, path, "" if forge.takes_text(origin, kind=kind) else text)


def of_file(team: Team, path: str) -> str:
    """The forge's page that shows a file of the team; empty when the forge is not known."""
    from teamkit.repo import forge

    origin, branch = _origin(team)
    if not origin:
        return ""
    where, kind = team.repo.prefix + path, team.config.forge
    return forge.file_link(origin, branch=branch, path=where, kind=kind) or ""


def _origin(team: Team) -> tuple[str, str]:
    """Where origin is, and the branch that is shared there; the address may be empty."""
    origin = team.repo.origin_url(_ORIGIN)
    if not origin:
        return "", ""
    shared = team.repo.upstream()
    if shared is not None and shared.remote == _ORIGIN:
        return origin, shared.branch
    return origin, team.repo.branch() or "main"


def _begun(team: Team, series: Series) -> str:
    """How a new topic begins: its title is open, and so is who brings it, whom the commit names."""
    only = series.slug if len(team.config.series) > 1 else None
    meta = {"series": only, "aim": "share", "minutes": plan.USUAL_MINUTES}
    text = team.new("topics", "new", meta, _INVITED).text
    return text.replace("---\n", "---\ntitle:\nby:\n", 1)
