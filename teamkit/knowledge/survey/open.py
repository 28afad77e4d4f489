"""Deciding what a new survey round's page says."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from teamkit.errors import UsageError
from teamkit.knowledge.skills.set import skill_named
from teamkit.knowledge.survey.ask import MOST
from teamkit.markdown import blocks
from teamkit.markdown.front_matter import New
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog
from teamkit.people.membership import check_areas
from teamkit.store import layout
from teamkit.store.change import Change
from teamkit.team import Team

#: The generated block of a round's page.
BLOCK = "results"
#: How long a round is open when nobody says until when.
LASTS = timedelta(days=14)

_NONE_YET = "None yet: `teamkit skills survey close` writes them."
_QUARTER = re.compile(r"\bq[1-4]\b")


def open_survey(
    team: Team,
    catalog: Catalog,
    abilities: Sequence[Ability],
    name: str,
    today: date,
    *,
    areas: Sequence[str] = (),
    skills: Sequence[str] = (),
    closes: date | None = None,
    title: str = "",
) -> Change:
    """The change that opens a round today.

    Args:
        team: whose round.
        catalog: what the skills are looked up in.
        abilities: everybody's rows; a skill that only stands there may be asked for, too.
        name: what the file is named after: `2026 Q4`.
        today: the first day.
        areas: who is expected; empty for everybody.
        skills: what it is about; empty for all.
        closes: the last day; without it, two weeks from today.
        title: of the page; without it, made from the name.

    Raises:
        UsageError: it would close before it opens, or an area is not one of the team's.
        UnknownError: a skill is none; says the closest.
    """
    check_areas(team, areas)
    last = closes or today + LASTS
    if last < today:
        raise UsageError(
            f"It would close on {last}, before it opens.", hint="Choose a later day: --closes +2w"
        )
    heading = " ".join(title.split()) or f"Skills survey {_spoken(name)}"
    slugs = {skill_named(catalog, abilities, word) for word in skills}
    meta: dict[str, New] = {
        "title": heading,
        "opens": today,
        "closes": last,
        "areas": sorted(set(areas)),
        "skills": sorted(slugs),
    }
    results = blocks.block(BLOCK, _NONE_YET).rstrip("\n")
    values = {"heading": heading, "most": str(MOST), "results": results}
    body = team.template("survey.md", values)
    write = team.new("surveys", layout.slug(name), meta, body)
    return Change(f"Open the {spoken(heading)}", "skills survey open", (write,))


def spoken(title: str) -> str:
    """The round's title inside a sentence, after an article."""
    if title.lower().startswith("skills survey"):
        return f"{title[0].lower()}{title[1:]}"
    return f"skills survey {title}"


def _spoken(name: str) -> str:
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return _QUARTER.sub(lambda quarter: quarter[0].upper(), words)
