"""What is said back after a line was typed: one sentence, first names, the day in full."""

import re
from collections.abc import Sequence
from datetime import date

from teamkit import days
from teamkit.errors import UsageError
from teamkit.markdown.scalars import to_day
from teamkit.markdown.tasks import Task
from teamkit.people.directory import Directory

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UNCLEAR = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", re.ASCII)
_DUE = re.compile(r"\s*\(due:: (\d{4}-\d\d-\d\d)\)$")
#: How a label and the people it names go together; "by" where nothing else is said.
_JOINED = {"shoutout": "for", "answered": "for", "pairing": "of"}


def last_day(words: str, today: date) -> tuple[str, date | None]:
    """*words* without the day that ends them, and that day; None when none does.

    Raises:
        UsageError: the last word could be two different days, `03/04`.
    """
    head, _, last = words.rpartition(" ")
    if _UNCLEAR.fullmatch(last):
        raise UsageError(
            f"'{last}' could be two different days.",
            hint="Put the year first: 2026-12-04; or no day: not as the last word",
        )
    before, _, word = head.rpartition(" ")
    if word.lower() == "next" and (day := _day(f"next {last}", today)):
        return before, day
    day = _day(last, today)
    return (head, day) if day and head else (words, None)


def action(task: Task, people: Directory, today: date) -> str:
    """`Action for Ana, due Fri 2026-12-11: Measure the cache`."""
    who = named(task.owners, people) or "nobody yet"
    state = ", dropped" if task.is_dropped else ", done" if task.is_done else ""
    return f"Action for {who}{_due(task.due, today)}{state}: {task.what}"


def bullet(
    label: str, who: Sequence[str], said: str, people: Directory, today: date, *, strong: bool
) -> str:
    """`Objection by Ben, strong: storage cost`."""
    due = _DUE.search(said)
    words = _DUE.sub("", said)
    name = label.upper() if label == "til" else label.capitalize()
    by = f" {_JOINED.get(label, 'by')} {named(who, people)}" if who else ""
    how = ", strong" if strong else ""
    day = _due(to_day(due[1]) if due else None, today)
    return f"{name}{by}{how}{day}{f': {words}' if words else ''}"


def named(handles: Sequence[str], people: Directory) -> str:
    """The first names, as one says them: `Ana, Ben and Eli`."""
    *others, last = map(people.first_name, handles) if handles else ("",)
    return f"{', '.join(others)} and {last}" if others else last


def _day(word: str, today: date) -> date | None:
    try:
        return days.day(word, today)
    except UsageError:
        return None


def _due(day: date | None, today: date) -> str:
    if day is None:
        return ""
    past = ", which is past" if day < today else ""
    return f", due {_WEEKDAYS[day.weekday()]} {day}{past}"
