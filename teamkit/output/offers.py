"""A solution, how long it takes and what may go wrong, as several rooms show it."""

from typing import NamedTuple

from teamkit.facts import Offer, Risk
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    many,
    optional,
)


class TimeRange(NamedTuple):
    """How long a solution takes, as of the jobs on record; as the solutions give it."""

    low: float
    high: float
    basis: str
    jobs: int
    is_measured: bool
    ratio: float | None


def _range(offer: Offer) -> TimeRange | None:
    if offer.low is None or offer.high is None:
        return None
    return TimeRange(offer.low, offer.high, offer.basis, offer.jobs, offer.is_measured, offer.ratio)


RANGE = Record[TimeRange](
    "range",
    "How long a solution takes: three of five jobs fall within the range.",
    (
        Field("low_days", lambda r: round(r.low, 2), NUMBER, "Working days; one in five is less."),
        Field("high_days", lambda r: round(r.high, 2), NUMBER, "Working days; one in five, more."),
        Field("basis", lambda r: r.basis, TEXT, "Where the range comes from, in a phrase."),
        Field("jobs", lambda r: r.jobs, COUNT, "Jobs on record with an actual time."),
        Field("measured", lambda r: r.is_measured, YES, "Whether those jobs are enough for it."),
        Field(
            "ratio",
            lambda r: None if r.ratio is None else round(r.ratio, 2),
            optional(NUMBER),
            "Actual over estimated time, the median of these jobs.",
        ),
    ),
)
RISK = Record[Risk](
    "risk",
    "What may go wrong with a solution, and how often it did.",
    (
        Field("risk", lambda r: r.phrase, TEXT, "What may go wrong."),
        Field("happened", lambda r: r.happened, COUNT, "In how many jobs it happened."),
        Field("jobs", lambda r: r.jobs, COUNT, "The jobs of this solution on record."),
        Field("lessons", lambda r: r.learnt, many(TEXT), "What those jobs taught, newest first."),
    ),
)
SOLUTION = Record[Offer](
    "solution",
    "One way to meet a need.",
    (
        Field("solution", lambda o: o.solution, TEXT, "Its name."),
        Field("need", lambda o: o.need, SLUG, "The need that it meets."),
        Field("when", lambda o: o.when, optional(TEXT), "In which case to use it."),
        Field("stated", lambda o: o.stated, optional(TEXT), "The time that its row states."),
        Field("range", _range, optional(RANGE), "How long it takes."),
        Field("risks", lambda o: o.risks, many(RISK), "What may go wrong."),
        Field("people", lambda o: o.who, many(HANDLE), "Who can say more, besides the owner."),
        Field("path", lambda o: o.path, PATH, "The need's file."),
        Field("line", lambda o: o.line, COUNT, "Its row there."),
    ),
)
