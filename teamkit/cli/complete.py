"""What TAB offers: handles, series, skills, slugs; silent and empty where there is no team."""

from collections.abc import Callable, Iterable
from typing import Any

from teamkit.cli.session import Session
from teamkit.errors import TeamkitError


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
    from teamkit.meetings.actions import commitments

    def ids(session: Session) -> list[str]:
        agreed = commitments.agreed(session.team, session.people)
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
        return sorted(word for word in words(ctx.obj) if word.startswith(incomplete))
    except (TeamkitError, OSError):
        return []
