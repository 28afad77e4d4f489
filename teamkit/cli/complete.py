"""What TAB offers: handles, series, skills, slugs; silent and empty where there is no team.

A shell puts what is offered on the command line as it is, and bash and zsh run what is in it. A
name of the repository may hold anything, so only plain words are offered.
"""

from collections.abc import Callable, Iterable
from typing import Any

from teamkit.cli.session import Session
from teamkit.errors import TeamkitError
from teamkit.finder import begins

#: What has no meaning to any shell within a word, beside letters, digits and their marks.
_PLAIN = frozenset(".,:@%+=/-")


def people(ctx: Any, _: list[str], incomplete: str) -> list[str]:
    """Handles."""
    return _offer(ctx, incomplete, lambda session: [*_stems(session, "people"), "@me"])


def series(ctx: Any, _: list[str], incomplete: str) -> list[str]:
    """Series of the settings."""
    return _offer(ctx, incomplete, lambda session: session.team.config.series)


def skills(ctx: Any, _: list[str], incomplete: str) -> list[str]:
    """Slugs of the catalog."""
    from teamkit.people.catalog import catalog

    return _offer(ctx, incomplete, lambda session: [s.slug for s in catalog(session.team)])


def open_actions(ctx: Any, _: list[str], incomplete: str) -> list[str]:
    """Ids of what was agreed and is still open."""
    from teamkit.meetings.actions import agreements

    def ids(session: Session) -> list[str]:
        agreed = agreements.agreed(session.team, session.people)
        return [one.id for one in agreed if one.is_open]

    return _offer(ctx, incomplete, ids)


def records(kind: str) -> Callable[[Any, list[str], str], list[str]]:
    """A completer of the file names of *kind*."""

    def offer(ctx: Any, _: list[str], incomplete: str) -> list[str]:
        return _offer(ctx, incomplete, lambda session: _stems(session, kind))

    return offer


def _stems(session: Session, kind: str) -> list[str]:
    from teamkit.store import files, layout

    team = session.team
    return [name[:-3] for name in files.names(team.folder, layout.folder(team.config, kind))]


def _offer(ctx: Any, incomplete: str, words: Callable[[Session], Iterable[str]]) -> list[str]:
    try:
        offered = (word for word in words(ctx.obj) if begins(word, incomplete))
        return sorted(filter(_is_plain, offered))
    except (TeamkitError, OSError):
        return []


def _is_plain(word: str) -> bool:
    """Whether every shell takes *word* as it is; at its start fewer characters are plain."""
    begins = word.startswith("@") or f"a{word[:1]}".isidentifier()
    return bool(word) and begins and all(f"a{c}".isidentifier() or c in _PLAIN for c in word)
