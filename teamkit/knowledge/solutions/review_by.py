"""When a file should be looked at again: `review_by`, or `review_in` after the last time."""

from datetime import date

from teamkit.days import after
from teamkit.markdown.document import Document


def review_by(document: Document) -> date | None:
    """The day of the next review; None when the file plans none.

    A review on or after `review_by` has done what that day asked for; from then on `review_in`
    counts.
    """
    planned, last = document.day("review_by"), document.day("last_reviewed_on")
    if planned and (last is None or last < planned):
        return planned
    return after(last, document.text_of("review_in") or "") if last else None
