"""What is said back after a line was typed: one sentence, first names, the day in full."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from teamkit import days
from teamkit.errors import UsageError
from teamkit.markdown.scalars import to_day
from teamkit.markdown.tasks import Task
from teamkit.people.directory import Directory

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UNCLEAR = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", re.ASCII)
_NO_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
#: What goes with the day it stands before.
_BEFORE_DAY = frozenset({"by", "on", "before", "until", "till"})
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DAY_AND_MONTH = re.compile(
    rf"(?:^|\s)(?:{_NUMBER} {_MONTH}|{_MONTH} {_NUMBER})[.,]?$", re.ASCII | re.IGNORECASE
)
_DUE = re.compile(r"\s*\(due:: (\d{4}-\d\d-\d\d)\)$")
#: How a label and the people it names go together; "by" where nothing else is said.
_JOINED = {"shoutout": "for", "answered": "for", "pairing": "of"}


def last_day(words: str, today: date) -> tuple[str, date | None]:
    """*words* without the day that ends them, and that day; None when none does.

    A bare weekday comes after *today*. `by friday` goes as a whole.

    Raises:
        UsageError: the last word could be two different days, `03/04`, or is none, `2026-13-45`.
    """
    head, _, last = words.rpartition(" ")
    last = last.rstrip(".,")
    if _UNCLEAR.fullmatch(last):
        raise UsageError(
            f"'{last}' could be two different days.",
            hint="Put the year first: 2026-12-04; or no day: not as the last word",
        )
    before, _, word = head.rpartition(" ")
    if word.lower() == "next" and (day := _day(f"next {last}", today)):
        return _without_preposition(before), day
    day, head = _day(last, today), _without_preposition(head)
    if day is None and _NO_DAY.fullmatch(last):
        raise UsageError(
            f"'{last}' is not a calendar date.",
            hint="Write it as 2026-12-04; or no day: not as the last word",
        )
    return (head, day) if day and head else (words, None)


def action(task: Task, people: Directory, today: date) -> str:
    """`Action for Ana, due Fri 2026-12-11: Measure the cache`."""
    who = people.first_names(task.owners) or "nobody yet"
    state = ", dropped" if task.is_dropped else ", done" if task.is_done else ""
    unread = "" if task.due else _not_understood(task.what)
    return f"Action for {who}{_due(task.due, today)}{state}: {task.what}{unread}"


def bullet(
    label: str, who: Sequence[str], said: str, people: Directory, today: date, *, strong: bool
) -> str:
    """`Objection by Ben, strong: storage cost`."""
    due = _DUE.search(said)
    words = _DUE.sub("", said)
    name = label.upper() if label == "til" else label.capitalize()
    by = f" {_JOINED.get(label, 'by')} {people.first_names(who)}" if who else ""
    how = ", strong" if strong else ""
    day = _due(to_day(due[1]) if due else None, today)
    unread = _not_understood(words) if label == "commitment" and not due else ""
    return f"{name}{by}{how}{day}{f': {words}' if words else ''}{unread}"


def meant_for(words: str, people: Directory) -> str:
    """` (for Ana? write @ana)` where *words* begin with a name that has no `@`; else empty."""
    first = words.split(" ", 2)[:2]
    for written in (" ".join(first), first[0]):
        person = people.get(people.resolve(written.rstrip(",:")))
        if person is not None:
            return f" (for {person.first_name}? write @{person.handle})"
    return ""


def _day(word: str, today: date) -> date | None:
    try:
        day = days.day(word, today)
        is_weekday = word.isalpha() and word.lower() not in {"today", "eow"}
        return day + timedelta(weeks=1) if is_weekday and day == today else day
    except (UsageError, OverflowError):
        return None


def _without_preposition(words: str) -> str:
    head, _, last = words.rpartition(" ")
    return head if last.lower() in _BEFORE_DAY else words


def _not_understood(words: str) -> str:
    return " (no day understood)" if _DAY_AND_MONTH.search(words) else ""


def _due(day: date | None, today: date) -> str:
    if day is None:
        return ""
    past = ", which is past" if day < today else ""
    return f", due {_WEEKDAYS[day.weekday()]} {day}{past}"
