"""What was committed to code repositories, as evidence: one piece per person, skill, repository.

    worth  = the sum of the months' worth, each halved per half-life before the last one
    amount = 1 - 2^(-worth / HALF)

A month counts from its last commit on, so that a day before it knows nothing of it. Less than
one commit's worth, before any of it is halved, is no evidence. With the age of the piece, which
is that of the last commit, each month fades as any evidence does: more commits never make anybody
less.
"""

import math
from collections.abc import Sequence
from datetime import date

from teamkit.facts import Evidence
from teamkit.finder import fold
from teamkit.knowledge.commits import summaries
from teamkit.knowledge.commits.model import CommitMonth, Summary
from teamkit.knowledge.skills import rank
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.team import Team

#: So many commits, all of them new, count half of what committing can count.
HALF = 10
#: Less worth than that tells nothing.
_LEAST = 0.999


def evidence(
    team: Team, people: Directory, today: date, mentioning: Sequence[str] = ()
) -> list[Evidence]:
    """Who committed to what, as far as it was read in this clone; no git is started.

    Args:
        team: whose clone.
        people: resolves handles that have changed.
        today: what was committed after it is not used.
        mentioning: lower-case names of skills; others are left out. Empty: all.
    """
    kept = summaries.around(team)
    if not kept:
        return []
    vocabulary = catalog(team)
    return [
        piece
        for summary in kept
        for piece in shown_by(summary, vocabulary, people, today, mentioning)
    ]


def shown_by(
    summary: Summary,
    vocabulary: Catalog,
    people: Directory,
    today: date,
    mentioning: Sequence[str] = (),
) -> list[Evidence]:
    """Who committed to what in one repository, by handle and skill."""
    merged: dict[tuple[str, str], list[CommitMonth]] = {}
    for (person, skill), months in summary.shown.items():
        if not mentioning or skill.casefold() in mentioning or fold(skill) in mentioning:
            known = [month for month in months if month.last <= today]
            key = people.resolve(person), vocabulary.slug_of(skill) or skill
            merged.setdefault(key, []).extend(known)
    found = (_piece(summary, *key, months) for key, months in sorted(merged.items()) if months)
    return [piece for piece in found if piece is not None]


def _piece(summary: Summary, person: str, skill: str, months: list[CommitMonth]) -> Evidence | None:
    if sum(month.worth for month in months) < _LEAST:
        return None
    last = max(month.last for month in months)
    worth = sum(month.worth * rank.age(month.last, last) for month in months)
    count = sum(month.commits for month in months)
    commits = "1 commit" if count == 1 else f"{count} commits"
    return Evidence(
        person=person,
        part="committed",
        about=f"{_place(months)} in {summary.name}, {commits}",
        skills=frozenset([skill]),
        on=last,
        path=f"{summary.name}@{summary.head[:7]}",
        line=0,
        amount=1 - math.exp2(-worth / HALF),
    )


def _place(months: list[CommitMonth]) -> str:
    """Where most of it was, and whether there is more."""
    worth: dict[str, float] = {}
    for month in months:
        worth[month.place] = worth.get(month.place, 0.0) + month.worth
    first, *others = sorted(worth, key=lambda place: (-worth[place], place))
    shown = first.strip("/") or first
    return f"{shown} and {len(others)} more" if others else shown
