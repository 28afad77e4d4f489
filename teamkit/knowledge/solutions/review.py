"""Looking at a need again: stamping the review, and the day of the next, spread over the weeks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.days import after
from teamkit.errors import ConflictError, UsageError
from teamkit.kinds import with_key
from teamkit.knowledge.solutions.add import REVIEW_IN, named, review_in
from teamkit.knowledge.solutions.model import Need
from teamkit.knowledge.solutions.review_by import review_by
from teamkit.markdown.front_matter import set_keys
from teamkit.people.directory import Directory
from teamkit.store.change import Change, edit
from teamkit.team import Team


class Reviewed(NamedTuple):
    """What `solutions review` decided.

    Attributes:
        on: the day of the next review.
        wanted: the day it would have been, were the weeks empty.
        others: stems of what is to be reviewed in the week of *wanted*, when that is full.
    """

    change: Change
    need: Need
    on: date
    wanted: date
    others: tuple[str, ...] = ()


def review(
    team: Team,
    people: Directory,
    name: str,
    today: date,
    *,
    span: str = "",
    day: date | None = None,
) -> Reviewed:
    """The change that says the need was looked at *today*, and when it will be again.

    Args:
        team: its setting `reviews_a_week` says how many may fall in one week.
        people: resolves names.
        name: of the need.
        today: the day of the review.
        span: how long to wait: `6 months`; else what the file says, or the team.
        day: the very day of the next review.

    Raises:
        UsageError: the span is none, or the next review would not be after *today*.
        ConflictError: the need is retired, or the week of *day* is full.
    """
    need = named(team, people, name)
    if need.status == "retired":
        raise ConflictError(
            f"{need.stem} is retired, and nobody reviews it any more.",
            hint=f"Take it up again: teamkit solutions edit {need.stem} --status owned",
        )
    wanted = day or _planned(team, need, today, span)
    if wanted <= today:
        raise UsageError("The next review has to be after today.", hint="Use --in '6 months'")
    waiting = {path: on for path, on in reviews(team).items() if path != need.path}
    on = with_room(wanted, today, waiting.values(), team.config.reviews_a_week)
    others = tuple(_stem(path) for path, one in waiting.items() if week_of(one) == week_of(wanted))
    if day and on != day:
        raise ConflictError(
            f"The week of {week_of(day)} has {planned(others)} already: {', '.join(others)}.",
            hint=f"The nearest with room: --next {on}",
        )
    text = set_keys(need.document.text, {"last_reviewed_on": today, "review_by": on})
    subject = f"Review the solutions for: {need.title}"
    change = Change(subject, "solutions review", edit(need.document, text))
    return Reviewed(change, need, on, wanted, others if on != wanted else ())


def reviews(team: Team) -> Mapping[str, date]:
    """The day of the next review of each solution and guideline, by path; retired ones rest."""
    return {
        document.path: day
        for kind in with_key("review_by")
        for document in team.documents(kind.noun)
        if kind.word(document, "status") not in kind.over
        and (day := review_by(document)) is not None
    }


def with_room(wanted: date, today: date, planned: Iterable[date], at_most: int) -> date:
    """*wanted*, or the same weekday in the nearest week with room; of two as near, the earlier.

    Args:
        wanted: a day after *today*.
        today: the answer comes after it.
        planned: when others are to be reviewed.
        at_most: reviews in one week from Monday to Sunday; 0 for any number.
    """
    taken = Counter(map(week_of, planned))
    for distance in range(len(taken) + 1 if at_most else 0):
        for weeks in (-distance, distance):
            monday = week_of(wanted) + timedelta(weeks=weeks)
            day = monday + timedelta(days=wanted.weekday())
            if day > today and taken[monday] < at_most:
                return day
    return wanted


def planned(others: Sequence[str]) -> str:
    """`1 review`, `2 reviews`."""
    return f"{len(others)} review{'s' if len(others) != 1 else ''}"


def week_of(day: date) -> date:
    """The Monday of the week that *day* is in."""
    return day - timedelta(days=day.weekday())


def _planned(team: Team, need: Need, today: date, span: str) -> date:
    """The day after that *span*; without one after the first that can be read: file's, team's."""
    spans = [need.document.text_of("review_in") or "", review_in(team), REVIEW_IN]
    days = (after(today, one) for one in ([span] if span else spans))
    day = next((day for day in days if day), None)
    if day is None:
        raise UsageError(f"'{span}' is not a span of time.", hint="Use 6 months, 1 year or 90 days")
    return day


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
