"""What programs and people see of a need and its solutions, declared once."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from teamkit.facts import Offer
from teamkit.kinds import choices
from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.estimate import Estimate
from teamkit.knowledge.solutions.facts import offers_of, waits_since
from teamkit.knowledge.solutions.model import Need, Use
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    a,
    many,
    one_of,
    optional,
    words_only,
)
from teamkit.output.offers import SOLUTION
from teamkit.output.shapes import Column
from teamkit.people.catalog import Catalog

#: The team's actual over estimate, and of how many jobs.
Factor = tuple[float, int]


class NeedRef(NamedTuple):
    """Which need."""

    need: str
    title: str
    status: str
    path: str


class NeedSeen(NamedTuple):
    """A need as of some day, with how long its solutions take.

    Attributes:
        offers: one for each solution, or one without any.
        skills: their titles, where people read them.
    """

    need: Need
    offers: tuple[Offer, ...]
    today: date
    skills: tuple[str, ...] = ()


def seen(needs: Iterable[Need], catalog: Catalog, factor: Factor, today: date) -> list[NeedSeen]:
    """The needs with all that follows from their jobs."""
    return [
        NeedSeen(
            need,
            tuple(offers_of(need, catalog, factor)),
            today,
            tuple(map(catalog.title, need.skills)),
        )
        for need in needs
    ]


def reference(need: Need) -> NeedRef:
    """Which need it is."""
    return NeedRef(need.stem, need.title, need.status, need.path)


def time_of(offer: Offer | None) -> str:
    """The range and, in brackets, from how many jobs; `~` before what is only stated."""
    if offer is None or offer.low is None or offer.high is None:
        return ""
    mark = "" if offer.is_measured else "~"
    return f"{mark}{ranges.spell(offer.low, offer.high)} ({offer.jobs})"


NEED_REF = Record[NeedRef](
    "need_reference",
    "Which need.",
    (
        Field("need", lambda n: n.need, SLUG, "The name of its file."),
        Field("title", lambda n: n.title, TEXT, "The need, in the client's words."),
        Field(
            "status",
            lambda n: n.status,
            one_of(*choices("solutions", "status")),
            "Whether the team meets it.",
        ),
        Field("path", lambda n: n.path, PATH, "Its file."),
    ),
)
_ESTIMATE = Record[Estimate](
    "estimate",
    "A time, as a file has it.",
    (
        Field("text", lambda e: e.spell(), TEXT, "In words: 3-6 d."),
        Field("low_days", lambda e: e.days[0], NUMBER, "Working days, at least."),
        Field("high_days", lambda e: e.days[1], NUMBER, "Working days, at most."),
    ),
)
USE = Record[Use](
    "use",
    "One job that was done: a row of the track record.",
    (
        Field("project", lambda u: u.project, TEXT, "For which project."),
        Field("date", lambda u: u.day, optional(DAY), "When it ended."),
        Field("solution", lambda u: u.solution, optional(TEXT), "With which solution."),
        Field("estimated", lambda u: u.estimated, optional(_ESTIMATE), "What was expected."),
        Field("actual", lambda u: u.actual, optional(_ESTIMATE), "What it took."),
        Field("risks_happened", lambda u: u.risks, many(TEXT), "What went wrong."),
        Field("learnt", lambda u: u.learnt, optional(TEXT), "What it taught."),
        Field("line", lambda u: u.line, COUNT, "Its row in the need's file."),
    ),
)
NEED = Record[NeedSeen](
    "need",
    "A need of clients, and how the team meets it.",
    (
        Field(
            "need",
            lambda s: s.need.stem,
            SLUG,
            "The name of its file.",
            Column("Need", style="bold"),
        ),
        Field(
            "title",
            lambda s: s.need.title,
            TEXT,
            "The need, in the client's words.",
            Column("In the client's words"),
        ),
        Field(
            "status",
            lambda s: s.need.status,
            one_of(*choices("solutions", "status")),
            "Whether the team meets it.",
            Column("Status"),
            "Status",
        ),
        Field(
            "owner",
            lambda s: s.need.owner,
            optional(HANDLE),
            "Who keeps it.",
            Column("Owner"),
            "Owner",
        ),
        words_only(lambda s: time_of(s.offers[0]), Column("Time", right=True)),
        Field(
            "skills",
            lambda s: s.offers[0].skills,
            many(SLUG),
            "What it takes; words where the vocabulary has no such skill.",
            label="Skills",
            words=lambda s: ", ".join(s.skills),
        ),
        Field("tags", lambda s: s.need.tags, many(TEXT), "Its tags.", label="Tags"),
        Field(
            "updated",
            lambda s: s.need.last_reviewed_on,
            optional(DAY),
            "The day of the last review.",
            label="Reviewed",
        ),
        Field(
            "due",
            lambda s: s.need.review_by,
            optional(DAY),
            "The day of the next review.",
            label="Review by",
        ),
        Field(
            "overdue",
            lambda s: waits_since(s.need, s.today) is not None,
            YES,
            "Whether that day has come.",
        ),
        Field(
            "solutions",
            lambda s: [offer for offer in s.offers if offer.solution],
            many(SOLUTION),
            "The ways to meet it, the team's favourite first.",
        ),
        Field("uses", lambda s: s.need.uses, many(USE), "The jobs on record."),
        Field("path", lambda s: s.need.path, PATH, "Its file.", label="File"),
    ),
)
_RATIO = Record[Factor](
    "team_ratio",
    "How the team's estimates turn out.",
    (
        Field("ratio", lambda f: round(f[0], 2), NUMBER, "Actual over estimated, the median."),
        Field("jobs", lambda f: f[1], COUNT, "Of how many jobs."),
    ),
)
RATIO = Record[Factor](
    "ratio", "", (Field("team_ratio", lambda f: f, a(_RATIO), "How estimates turn out."),)
)
