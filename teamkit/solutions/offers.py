"""What the solutions offer to who plans with them: plain values, a way to meet a need each."""

from teamkit.facts import Offer
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.solutions import finding, ranges
from teamkit.solutions.model import Option, Solution
from teamkit.solutions.reading import needs
from teamkit.team import Team


def offers(team: Team, people: Directory, catalog: Catalog) -> list[Offer]:
    """Every way to meet every need, in order of file, then of table.

    A need without any solution is one offer with an empty one.
    """
    every = needs(team, people)
    factor = ranges.overall_factor(every)
    return [
        _offer(need, option, catalog, factor)
        for need in every
        for option in need.options or (None,)
    ]


def matching(team: Team, people: Directory, catalog: Catalog, words: str) -> list[Offer]:
    """The offers of the needs that *words* speak of, best first; empty when none does.

    The solutions of a need stay in the order of its table, which is the team's.
    """
    every = needs(team, people)
    factor = ranges.overall_factor(every)
    return [
        _offer(one.need, option, catalog, factor)
        for one in finding.fitting(team, every, catalog, words)
        for option in one.need.options or (None,)
    ]


def spread(team: Team, people: Directory) -> tuple[float, float] | None:
    """P20 and P80 of actual over estimate of all the team's jobs; None below five jobs."""
    return ranges.spread(needs(team, people))


def _offer(
    need: Solution, option: Option | None, catalog: Catalog, factor: tuple[float, int]
) -> Offer:
    found = ranges.range_of(need, option, factor) if option else None
    jobs = ranges.jobs_of(need, option) if option else ()
    return Offer(
        need=need.stem,
        title=need.title,
        status=need.status,
        owner=need.owner,
        solution=option.name if option else "",
        when=option.when if option else "",
        low=found.low if found else None,
        high=found.high if found else None,
        basis=found.basis if found else "",
        jobs=sum(1 for job in jobs if job.actual),
        is_measured=bool(found and found.is_measured),
        risks=ranges.risks_of(need, option) if option else (),
        who=tuple(one for one in option.who if one != need.owner) if option else (),
        skills=tuple(sorted({catalog.slug_of(word) or word for word in need.skills})),
        tags=tuple(sorted(need.tags)),
        path=need.path,
        line=option.line if option else need.document.line_of("title"),
    )
