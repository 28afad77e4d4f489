"""The demo's actions and objections: written in its notes, listed in its agendas."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_ACTION = re.compile(
    r"\[(?P<box>.\d*)\] (?P<owners>(?:@\w+ )*)(?P<words>.*?)"
    r"(?: \+(?P<due>\d+))?(?: \((?P<why>.*)\))?"
)
_OBJECTION = re.compile(r"Objection (?:\(strong\) )?@(?P<by>\w+): (?P<words>.*)")
_CLOSING = re.compile(r"(?:Answered|Withdrawn) @(?P<by>\w+)")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An action or an objection: who, what, since when and until when.

    Attributes:
        who: handles with their `@`, one space between them; may be empty.
        words: of an objection `on TOPIC: reason`.
        meeting: the meeting that wrote it down, `2026-11-20-friday`.
        closed: the day it was done, dropped, answered or withdrawn; None while open.
        dropped_because: why it was dropped.
    """

    who: str
    words: str
    meeting: str
    since: date
    due: date | None = None
    closed: date | None = None
    dropped_because: str = ""
    is_objection: bool = False

    def waits_on(self, day: date) -> bool:
        """Whether the agenda of *day* has to list it."""
        return self.since < day and (self.closed is None or self.closed >= day)


def action(line: str, meeting: str, day: date) -> Waiting:
    """Read `[x7] @ana Words +14`: ticked 7 days after the meeting of *day*, due 14 after it."""
    found = _ACTION.fullmatch(line)
    if found is None:
        raise ValueError(line)
    closed, due = found["box"][1:], found["due"]
    return Waiting(
        who=found["owners"].strip(),
        words=found["words"],
        meeting=meeting,
        since=day,
        due=day + timedelta(int(due)) if due else None,
        closed=day + timedelta(int(closed)) if closed else None,
        dropped_because=found["why"] or "",
    )


def box(waiting: Waiting) -> str:
    """The task item of the notes, without its bullet."""
    text = f"{waiting.who} {waiting.words}".strip()
    if waiting.dropped_because:
        why = f"(cancelled:: {waiting.closed})  (because:: {waiting.dropped_because})"
        return f"[x] ~~{text}~~  {why}"
    due = f"  (due:: {waiting.due})" if waiting.due else ""
    return f"[{'x' if waiting.closed else ' '}] {text}{due}"


def objections(notes: Iterable[tuple[str, date, str, str]]) -> Iterator[Waiting]:
    """The objections in lines of notes, each as (meeting, day, heading, line)."""
    lines = list(notes)
    for number, (meeting, day, heading, line) in enumerate(lines):
        found = _OBJECTION.fullmatch(line)
        if found is None:
            continue
        later = (
            on
            for _, on, _, other in lines[number + 1 :]
            if (closing := _CLOSING.match(other)) and closing["by"] == found["by"]
        )
        yield Waiting(
            who=f"@{found['by']}",
            words=f"on {heading}: {found['words']}",
            meeting=meeting,
            since=day,
            closed=next(later, None),
            is_objection=True,
        )


def listed(waiting: Iterable[Waiting], day: date) -> str:
    """What an agenda of *day* lists: plain bullets with a link, or `None.`"""
    bullets = [_bullet(one, day) for one in waiting if one.waits_on(day)]
    return "\n".join(bullets) or "None."


def _bullet(one: Waiting, day: date) -> str:
    due = f", due {one.due}" if one.due else ""
    label = one.meeting[:10] + " " + one.meeting[11:]
    link = f"[{label}](../notes/{one.meeting}.md)"
    text = f"{one.who} {one.words}".strip()
    waits = "unanswered" if one.is_objection else "open"
    return f"- {text}{due}, {waits} for {(day - one.since).days} days: {link}"
