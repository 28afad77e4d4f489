"""What people and programs see of a proposal's pack: the page, and its facts."""

from shlex import quote
from typing import NamedTuple

from teamkit.output import fields
from teamkit.output.common import DEPARTURE, departures
from teamkit.output.extend import plain, within
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    MONTH,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.offers import SOLUTION
from teamkit.output.shapes import Card, Lines
from teamkit.people.abilities import Ability
from teamkit.projects.months import Month
from teamkit.projects.proposals import pack_page, simulation
from teamkit.projects.proposals.model import Proposal, ProposalNeed
from teamkit.projects.proposals.pack import Chosen, Pack
from teamkit.projects.proposals.pack_page import Audience
from teamkit.projects.proposals.records import PROPOSAL, PROPOSAL_NEED
from teamkit.projects.proposals.simulation import Forecast, Time
from teamkit.projects.proposals.skills_needed import SkillNeeded
from teamkit.store.outputs import Written


class PackForecast(NamedTuple):
    """How long all of a pack takes."""

    pack: Pack
    forecast: Forecast


class PackShown(NamedTuple):
    """A pack, and the page that it was written into, if it was."""

    pack: Pack
    page: Written | None = None


def _need(chosen: Chosen) -> ProposalNeed:
    return chosen.need


def _proposal(shown: PackShown) -> Proposal:
    return shown.pack.proposal


_PACK_NEED = Record[Chosen](
    "pack_need",
    "A need of the proposal, and how it is met.",
    (
        *within(plain(PROPOSAL_NEED.fields), _need),
        Field("chosen", lambda c: c.offer, optional(SOLUTION), "The solution that is chosen."),
        Field(
            "status",
            lambda c: c.offer.status if c.offer else None,
            optional(TEXT),
            "The status of the need that it meets.",
        ),
        Field(
            "owner",
            lambda c: c.offer.owner if c.offer else None,
            optional(HANDLE),
            "The owner of the need that it meets.",
        ),
        Field("others", lambda c: c.others, many(TEXT), "The need's other solutions."),
        Field("low_days", lambda c: c.low, optional(NUMBER), "Working days; one in five is less."),
        Field("high_days", lambda c: c.high, optional(NUMBER), "Working days; one in five, more."),
        Field(
            "widened",
            lambda c: c.is_widened,
            YES,
            "Whether one number was known, and took the team's spread.",
        ),
    ),
)
_VARIANCE = Record[tuple[Time, float]](
    "variance",
    "How much a need adds to what is uncertain.",
    (
        Field("need_title", lambda it: it[0].name, TEXT, "The need's title."),
        Field("share", lambda it: round(it[1], 4), NUMBER, "Its part of the variance, 0 to 1."),
    ),
)
_FORECAST = Record[PackForecast](
    "forecast",
    "How long the whole project takes.",
    (
        Field("p50_days", lambda it: round(it.forecast.p50, 2), NUMBER, "Working days, half do."),
        Field("p80_days", lambda it: round(it.forecast.p80, 2), NUMBER, "Four of five do."),
        Field("draws", lambda _: simulation.DRAWS, COUNT, "How many runs were simulated."),
        Field("variance", lambda it: it.forecast.shares, many(_VARIANCE), "The largest first."),
        Field(
            "not_counted",
            lambda it: [one.need.title for one in it.pack.chosen if one.time is None],
            many(TEXT),
            "Titles of the needs without a time.",
        ),
        Field(
            "spread",
            lambda it: it.pack.spread,
            optional(many(NUMBER)),
            "What made a range of a single number: two factors; null without enough jobs.",
        ),
    ),
)
_MONTHLY = Record[tuple[Month, float]](
    "monthly_fte",
    "How much of a skill a month takes.",
    (
        Field("month", lambda it: str(it[0]), MONTH, "Which month."),
        Field("fte", lambda it: round(it[1], 3), NUMBER, "Full-time equivalents."),
    ),
)
_ABLE = Record[Ability](
    "able_person",
    "Somebody who can do it.",
    (
        Field("person", lambda a: a.person, HANDLE, "Who."),
        Field("level", lambda a: a.level, COUNT, "Their level, 0 to 4."),
    ),
)
_SKILL = Record[SkillNeeded](
    "skill_needed",
    "A skill that the proposal takes, and who there is for it.",
    (
        Field("skill", lambda s: s.skill, SLUG, "The skill, or the words where it has no slug."),
        Field("title", lambda s: s.title, TEXT, "Its title."),
        Field("level", lambda s: s.level, COUNT, "From which level on."),
        Field("level_said", lambda s: s.is_level_said, YES, "Whether the needs say the level."),
        Field("need_titles", lambda s: [n.title for n in s.needs], many(TEXT), "Who takes it."),
        Field("by_month", lambda s: s.fte.items(), many(_MONTHLY), "Month by month."),
        Field(
            "able_people", lambda s: s.able, many(_ABLE), "Who can do it, the highest level first."
        ),
        Field("leaving", lambda s: departures(s.leaving), many(DEPARTURE), "Who leaves before."),
        Field("learners", lambda s: s.learners, many(HANDLE), "Who wants more of it."),
        Field("gap", lambda s: s.is_gap, YES, "Whether at most one person is there for it."),
    ),
)
_OF_PROPOSAL = {
    *("proposal", "title", "status", "owner", "since", "until", "probability", "path"),
}
_WHOLE = Record[PackShown](
    "pack",
    "",
    (
        *within(
            plain(field for field in PROPOSAL.fields if field.key in _OF_PROPOSAL),
            _proposal,
        ),
        Field(
            "forecast",
            lambda it: PackForecast(it.pack, it.pack.forecast) if it.pack.forecast else None,
            optional(_FORECAST),
            "How long it takes; null when no need has a time.",
        ),
        Field("skills_needed", lambda it: it.pack.staffing.wanted, many(_SKILL), "What it takes."),
        Field(
            "page",
            lambda it: it.page.path if it.page else None,
            optional(PATH),
            "The page it was written into.",
        ),
        Field(
            "kept",
            lambda it: bool(it.page and it.page.is_kept),
            YES,
            "Whether edits by hand stay there, so that nothing was written.",
        ),
    ),
)
_PACK = Page("proposals.pack", "All that a pack says.", _PACK_NEED, _WHOLE, writes=True)


def pack(found: Pack, reader: Audience) -> Card:
    """The page to read or to send."""
    text = f"# {pack_page.title(found)}\n\n{pack_page.page(found, reader)}"
    facts = _PACK.facts(PackShown(found))
    return Card(_PACK.kind, "", (), _PACK.items(found.chosen), body=text, facts=facts)


def written(found: Pack, made: Written) -> Lines:
    """The path of the page that was written."""
    return fields.lines(_PACK, (made.path,), found.chosen, whole=PackShown(found, made))


def told(found: Pack) -> tuple[str, ...]:
    """What the page lacks, and how to mend it."""
    unlinked = [one.need for one in found.chosen if one.offer is None and not one.need.solution]
    return tuple(
        f"No solution is linked to '{need.title}'. See what fits: "
        f"teamkit solutions for {quote(need.title)}"
        for need in unlinked
    )
