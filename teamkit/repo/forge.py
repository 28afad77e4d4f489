"""Where a forge shows a repository's files on the web, worked out from a remote's address alone."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

#: A word in the name of a host -> the kind of forge that it says.
_KINDS = {
    "github": "github",
    "gitlab": "gitlab",
    "gitea": "gitea",
    "forgejo": "gitea",
    "codeberg": "gitea",
}
#: Hosts that only answer ssh, for networks where its own port is closed.
_FOR_SSH = {"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com"}
_WEB = frozenset({"http", "https"})
_SCHEMES = frozenset({*_WEB, "ssh", "git+ssh", "ssh+git", "git"})
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
#: `git@host:group/project.git`; one letter before the colon is a drive of Windows.
_SHORT = re.compile(r"(?:[^/@\s]+@)?([^/:@\[\]\s]{2,}):(?!//)(.+)")


class _Site(NamedTuple):
    """A repository on the web: its kind of forge, and the address of its first page."""

    kind: str
    url: str


def new_file_link(
    remote_url: str, *, branch: str, path: str, text: str, kind: str = ""
) -> str | None:
    """The page on which a new file is written, as far filled in as the forge allows.

    Args:
        remote_url: as git knows it; a user or a password in it goes nowhere.
        branch: what the file is added to.
        path: relative to the repository's root.
        text: how the file begins; GitLab does not take it, see `takes_text`.
        kind: github, gitlab or gitea, where the host's name does not say.

    Returns:
        None when the remote is no forge that we know.
    """
    site = _site(remote_url, kind)
    if site is None:
        return None
    on, name, begun = _path(branch), _encoded(path), _encoded(text)
    if site.kind == "gitlab":
        return f"{site.url}/-/new/{on}?file_name={name}"
    page = "_new" if site.kind == "gitea" else "new"
    return f"{site.url}/{page}/{on}?filename={name}&value={begun}"


def file_link(remote_url: str, *, branch: str, path: str, kind: str = "") -> str | None:
    """The page that shows the file at *path* of *branch*; None as `new_file_link`."""
    site = _site(remote_url, kind)
    pages = {"github": "blob", "gitlab": "-/blob", "gitea": "src/branch"}
    return site and f"{site.url}/{pages[site.kind]}/{_path(branch)}/{_path(path)}"


def takes_text(remote_url: str, *, kind: str = "") -> bool:
    """Whether the forge fills a new file's text in from the link."""
    site = _site(remote_url, kind)
    return site is not None and site.kind != "gitlab"


def _site(remote_url: str, kind: str) -> _Site | None:
    scheme, place, path = _parts(remote_url.strip())
    host = place.partition(":")[0]
    kind = kind or next((kind for word, kind in _KINDS.items() if word in host), "")
    names = path.strip("/").removesuffix(".git").strip("/").split("/")
    # An `@` would be the rest of a password with a slash in it.
    odd = any(not name or name in {".", ".."} or "@" in name for name in map(unquote, names))
    if not host or not kind or odd or len(names) < 2:  # noqa: PLR2004  # OWNER/REPOSITORY
        return None
    return _Site(kind, f"{scheme}://{place}/{'/'.join(_encoded(unquote(n)) for n in names)}")


def _parts(remote_url: str) -> tuple[str, str, str]:
    """The web's scheme, host (with the port of a web server) and path; empty when it is none."""
    if "://" not in remote_url:
        short = _SHORT.fullmatch(remote_url)
        return ("https", _host(short[1]), short[2]) if short else ("", "", "")
    try:
        parts = urlsplit(remote_url)
        port = parts.port
    except ValueError:
        return "", "", ""
    if parts.scheme not in _SCHEMES:
        return "", "", ""
    host = _host(parts.hostname or "")
    if parts.scheme not in _WEB:  # its port is not the web's
        return "https", host, parts.path
    return parts.scheme, f"{host}:{port}" if host and port else host, parts.path


def _host(name: str) -> str:
    """The host as the web knows it; empty when it can be none."""
    name = name.lower()
    return _FOR_SSH.get(name, name) if _HOST.fullmatch(name) else ""


def _path(path: str) -> str:
    return "/".join(map(_encoded, path.split("/")))


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
