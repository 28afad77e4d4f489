"""The summaries of code repositories in the clone's own state: kept, replaced, forgotten."""

from pathlib import Path

from teamkit.errors import ConflictError
from teamkit.finder import Named, find
from teamkit.knowledge.commits.model import Summary, page, summary
from teamkit.store import kept, layout, local
from teamkit.team import Team

_KIND = "repositories"


def around(team: Team) -> list[Summary]:
    """What is kept in the clone around the team's folder, by name; no git is started."""
    state = kept.state(team.folder)
    return _summaries(state) if state else []


def keep(common_dir: Path, new: Summary) -> None:
    """Keep *new* instead of what was kept of the same repository, whatever it was called.

    Raises:
        ConflictError: another repository goes by that name.
    """
    with local.locked(common_dir):
        state = common_dir / "teamkit"
        known = _summaries(state)
        stem = layout.slug(new.name)
        for one in known:
            is_same = one.common_dir == new.common_dir
            if layout.slug(one.name) == stem and not is_same:
                raise _taken(one)
        kept.keep(state, _KIND, stem, page(new))
        for one in known:
            if one.common_dir == new.common_dir and layout.slug(one.name) != stem:
                kept.forget(state, _KIND, layout.slug(one.name))


def forget(common_dir: Path, name: str, *, dry_run: bool = False) -> str:
    """Forget what is kept of the repository *name*; the name as it was kept.

    Raises:
        UnknownError: nothing is kept of it; offers the nearest.
    """
    state = common_dir / "teamkit"
    known = [Named(one.name, one.name) for one in _summaries(state)]
    found = find(name, known, "code repository", hint="See: teamkit skills evidence")
    if not dry_run:
        kept.forget(state, _KIND, layout.slug(found))
    return found


def _summaries(state: Path) -> list[Summary]:
    pages = kept.pages(state, _KIND)
    return [found for one in pages if (found := summary(one)) is not None]


def _taken(one: Summary) -> ConflictError:
    return ConflictError(
        f"Another repository is kept as {one.name}: {Path(one.common_dir).parent}.",
        hint=f"Add --name OTHER; or first: teamkit skills evidence --forget {one.name}",
    )
