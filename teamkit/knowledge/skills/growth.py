"""How one's own answers changed over time: for oneself, never for anybody else to look at."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from teamkit.errors import BadDocumentError, UsageError
from teamkit.markdown.document import Document, parse
from teamkit.people.abilities import Ability, read_abilities
from teamkit.people.catalog import Catalog
from teamkit.people.person import Person

#: The rows of a file as it was at the end of a day: skill -> row.
Version = tuple[date, Mapping[str, Ability]]


class GrowthStep(NamedTuple):
    """One answer that changed.

    Attributes:
        before: the level until then; None when the skill is new in one's table.
        after: the level since; None when the skill was taken out.
        was_wanted: more of it was wanted before.
    """

    on: date
    skill: str
    before: int | None
    after: int | None
    was_wanted: bool

    @property
    def is_reached(self) -> bool:
        """Whether it was wanted, and the level has risen."""
        has_both = self.before is not None and self.after is not None
        return self.was_wanted and has_both and (self.after or 0) > (self.before or 0)


class Growth(NamedTuple):
    """One's own history.

    Attributes:
        since: the first day that is told of; None when nothing was ever said.
        is_kept: there is an earlier version than the one in the work tree.
        steps: in order of day, then of the table.
        wanting: what one wants more of now.
    """

    since: date | None
    is_kept: bool
    steps: tuple[GrowthStep, ...]
    wanting: tuple[str, ...]


def growth(versions: Sequence[Version], since: date | None = None) -> Growth:
    """What changed from one version to the next.

    Args:
        versions: oldest first; the last is how the table is now.
        since: steps before it are left out.
    """
    steps = [
        step
        for (_, old), (day, new) in pairwise(versions)
        for step in _steps(day, old, new)
        if since is None or step.on >= since
    ]
    now = versions[-1][1].values() if versions else ()
    first = versions[0][0] if versions else None
    return Growth(
        since=max(filter(None, (first, since)), default=None) if first else None,
        is_kept=len(versions) > 1,
        steps=tuple(sorted(steps, key=lambda step: step.on)),
        wanting=tuple(own.skill for own in now if own.want == "more"),
    )


def versions(
    path: str,
    kept: Iterable[tuple[date, bytes]],
    now: Document | None,
    today: date,
    catalog: Catalog,
) -> list[Version]:
    """One's file as it was and as it is; what cannot be read is left out.

    Args:
        path: of the file.
        kept: from git's history, oldest first.
        now: as it stands; it counts as of *today* where it says something else.
        today: the day of asking.
        catalog: today's vocabulary: a skill that got another name stays the same.
    """
    found: list[Version] = []
    for day, data in kept:
        with suppress(BadDocumentError):
            found.append((day, _rows(parse(path, data), catalog)))
    if now is not None:
        found.append((today, _rows(now, catalog)))
    return found


def check_own(me: Person, asked: Person) -> None:
    """Refuse to look at somebody else's history.

    Raises:
        UsageError: *asked* is somebody else.
    """
    if asked.handle != me.handle:
        raise UsageError(
            f"How {asked.first_name} grew is {asked.first_name}'s own to look at.",
            hint="Ask them; or see who can teach: teamkit skills learn SKILL",
        )


def _rows(document: Document, catalog: Catalog) -> dict[str, Ability]:
    return {own.skill: own for own in read_abilities(document, catalog)}


def _steps(day: date, old: Mapping[str, Ability], new: Mapping[str, Ability]) -> list[GrowthStep]:
    """What differs; the day is the row's own where it was set with the answer."""
    found = []
    for skill in dict.fromkeys((*old, *new)):
        was, now = old.get(skill), new.get(skill)
        before = was.level if was else None
        after = now.level if now else None
        if before == after:
            continue
        said = now.updated if now else None
        is_own = said is not None and (was is None or said != was.updated)
        on = said if is_own and said else day
        found.append(GrowthStep(on, skill, before, after, bool(was and was.want == "more")))
    return found
