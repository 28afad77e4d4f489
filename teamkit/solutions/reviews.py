"""When a file should be looked at again: `review_by`, or `review_in` after the last time."""

import re
from datetime import date, timedelta

from teamkit.markdown.document import Document

_SPAN = re.compile(r"([0-9]{1,3}) *(day|week|month|year)s?")
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}


def review_by(document: Document) -> date | None:
    """The day of the next review; None when the file plans none.

    A review on or after `review_by` has done what that day asked for; from then on `review_in`
    counts.
    """
    planned, last = document.day("review_by"), document.day("last_reviewed_on")
    if planned and (last is None or last < planned):
        return planned
    return after(last, document.text_of("review_in") or "") if last else None


def after(start: date, span: str) -> date | None:
    """The day `6 months`, `2 weeks`, `1 year` or `90 days` after *start*; None when it is no span.

    The last day of a shorter month stands for the days it does not have.
    """
    found = _SPAN.fullmatch(" ".join(span.lower().split()))
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    try:
        if unit in _DAYS:
            return start + timedelta(days=count * _DAYS[unit])
        return _months_after(start, count * _MONTHS[unit])
    except (ValueError, OverflowError):
        return None


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(start.day, (next_month - timedelta(days=1)).day))
