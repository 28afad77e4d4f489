"""Task items: reading every way people write them, ticking or dropping one, writing new ones."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import plain_handle
from teamkit.markdown.names import names
from teamkit.markdown.scalars import to_day
from teamkit.markdown.scanner import lines

_ITEM = re.compile(r"\ufeff?[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX-])\](?=[ \t]))?[ \t]*")
_OWNER = re.compile(r"\*{0,2}(@(?>\w(?:[\w.-]*\w)?)|\[\[[^\[\]]+\]\])\*{0,2}(?![\w@'\u2019])")
_BETWEEN = re.compile(r"(?:[ \t]|[,&+/]|\band\b)*")
_ACTION = re.compile(
    r"\*{0,2}action(?: item)?\b\*{0,2}[ \t]*(?=[@:]|\*{0,2}(?:@|\[\[)|[-\u2013\u2014][ \t])",
    re.IGNORECASE,
)
_COLON = re.compile(r"[ \t]*(?::\*{0,2}|[-\u2013\u2014](?=[ \t]))?[ \t]*")
_VALUE = r"[ \t]*([^()]*(?:\([^()]*\)[^()]*)*)"
# A name with one colon is a field only when it is known: "(see: the wiki)" is prose.
_KNOWN = "due|id|because|cancelled|completion|completed|created|scheduled|start|priority"
_FIELD = re.compile(
    rf"\((?:(\w[\w-]*)::|({_KNOWN}):){_VALUE}\)"
    rf"|\[(\w[\w-]*)::[ \t]*([^\[\]]*)\]"
    r"|([📅✅❌\u2795⏳🛫])\ufe0f?[ \t]*(\d{4}-\d{2}-\d{2})(?!\d)",
    re.IGNORECASE,
)
# A text without any of these holds no task, and most files are such texts.
_HINTS = ("[ ]", "[x]", "[X]", "[-]", "ction", "CTION")
_SIGNS = {
    "📅": "due",
    "✅": "completion",
    "❌": "cancelled",
    "\u2795": "created",
    "⏳": "scheduled",
    "🛫": "start",
}


class Task(NamedTuple):
    """One action that somebody, or nobody yet, has taken on.

    Attributes:
        line: 1-based, in the file.
        is_done: ticked, or completed where it has no box; and not dropped.
        is_dropped: cancelled: by a field, by `[-]`, or struck through and never ticked.
        owners: handles without `@` or `[[ ]]`, in the order written; names after "Action".
        what: the words, without box, owners, fields, strike marks and the word "Action".
        due: the day in the field `due`, when it is one.
        fields: by lower-case name; the first of several counts.
    """

    line: int
    is_done: bool
    is_dropped: bool
    owners: tuple[str, ...]
    what: str
    due: date | None
    fields: Mapping[str, str]

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return not self.is_done and not self.is_dropped


def tasks(text: str, first: int = 1) -> list[Task]:
    """The tasks of *text*, outside of code and comments."""
    if not any(mark in text for mark in _HINTS):
        return []
    found = (
        parse_task(line.text, line.number)
        for line in lines(text, first)
        # Asked of each line first, because reading one costs twenty times as much.
        if any(mark in line.text for mark in _HINTS) and not line.in_code and not line.hidden
    )
    return [task for task in found if task is not None]


def parse_task(line: str, number: int) -> Task | None:
    """The task that stands on a line; None when it is none, or says nothing."""
    item = _ITEM.match(line)
    if item is None:
        return None
    box = item[1]
    fields, prose = taken_out(line[item.end() :])
    is_struck = prose.startswith("~~") and prose.count("~~") > 1
    prose = prose.replace("~~", "").strip()
    action = _ACTION.match(prose)
    owners, what = ((), "") if action else _named(prose)
    if box is None and action is None and not owners:
        return None
    if not owners:
        owners, what = _owned(prose[action.end() :] if action else prose)
    if not what:
        return None
    ticked = box in ("x", "X") or (box is None and "completion" in fields)
    is_dropped = "cancelled" in fields or box == "-" or (is_struck and not ticked)
    due = to_day(fields.get("due", ""))
    return Task(number, ticked and not is_dropped, is_dropped, owners, what, due, fields)


def tick(text: str, line: int, *, done: bool = True, first: int = 1) -> str:
    """*text* with the box on that line ticked, or emptied: one character, or none.

    Raises:
        EditRefusedError: no task with a box stands there.
    """
    pieces, item = _task_line(text, line, first)
    box = item[1]
    if box is None:
        raise EditRefusedError(f"line {line}", "the task there has no box")
    if (box in ("x", "X")) == done:
        return text
    at, old = item.start(1), pieces[line - first]
    pieces[line - first] = f"{old[:at]}{'x' if done else ' '}{old[at + 1 :]}"
    return "\n".join(pieces)


def finish(text: str, line: int, *, on: date, first: int = 1) -> str:
    """*text* with the task on that line ticked; one without a box is marked as completed.

    Raises:
        EditRefusedError: there is no task there.
    """
    _, item = _task_line(text, line, first)
    if item[1] is not None:
        return tick(text, line, first=first)
    return mark(text, line, {"completion": on.isoformat()}, first=first)


def mark(text: str, line: int, fields: Mapping[str, str], *, first: int = 1) -> str:
    """*text* with *fields* at the end of that line; those without words are left out.

    Raises:
        EditRefusedError: the file would be read differently.
    """
    pieces = text.split("\n")
    told = pieces[line - first].removesuffix("\r")
    end = pieces[line - first][len(told) :]
    added = "".join(_field(name, words) for name, words in fields.items())
    pieces[line - first] = f"{told.rstrip()}{added}{end}"
    return _shown("\n".join(pieces), line, first)


def drop(text: str, line: int, *, on: date, because: str, first: int = 1) -> str:
    """*text* with the task on that line ticked, struck through, and marked as cancelled.

    Fields at its end stay. A task that is dropped already stays as it is.

    Raises:
        EditRefusedError: there is no task there, or it would not read as dropped.
    """
    pieces, item = _task_line(text, line, first)
    old = pieces[line - first].removesuffix("\r")
    before = parse_task(old, line)
    if before is None or before.is_dropped:
        return text
    start = old[: item.end()]
    if item[1] is not None:
        start = f"{start[: item.start(1)]}x{start[item.end(1) :]}"
    prose, fields = _ending(old[item.end() :])
    new = f"{start}~~{prose}~~{fields}"
    new += _field("cancelled", on.isoformat()) + _field("because", because)
    after = parse_task(new, line)
    if after is None or (after.what, after.owners) != (before.what, before.owners):
        raise EditRefusedError(f"line {line}", "the task would be read differently")
    pieces[line - first] = new + pieces[line - first][len(old) :]
    return _shown("\n".join(pieces), line, first)


def render(what: str, owners: Sequence[str] = (), due: date | None = None) -> str:
    """A new open task, as teamkit writes it; one line without a line end."""
    named = "".join(f"@{owner} " for owner in owners)
    field = f"  (due:: {due.isoformat()})" if due else ""
    return f"- [ ] {named}{' '.join(what.split())}{field}"


def taken_out(words: str) -> tuple[dict[str, str], str]:
    """The fields among *words*, and the words without them."""
    fields: dict[str, str] = {}
    for found in _FIELD.finditer(words):
        long, short, value, bracketed, text, sign, day = found.groups()
        name = long or short or bracketed or _SIGNS[sign]
        told = next(it for it in (value, text, day) if it is not None)
        fields.setdefault(name.lower(), told.strip())
    return fields, _FIELD.sub(" ", words).strip() if fields else words.strip()


def end_of_words(words: str) -> int:
    """Where *words* end and the fields begin that stand at their end."""
    at = len(words)
    for found in reversed(list(_FIELD.finditer(words))):
        if words[found.end() : at].strip():
            break
        at = found.start()
    return len(words[:at].rstrip())


def _shown(text: str, line: int, first: int) -> str:
    """*text*, unless that line has become part of something that reads as front matter.

    A colon does that to the first line between two rules of dashes at the top of a file.
    """
    if lines(text, first)[line - first].hidden:
        raise EditRefusedError(f"line {line}", "it would be read as front matter")
    return text


def _task_line(text: str, line: int, first: int) -> tuple[list[str], re.Match[str]]:
    """The text's lines, and the match of the list item that the task on *line* is."""
    pieces = text.split("\n")
    stands = any(task.line == line for task in tasks(text, first))
    item = _ITEM.match(pieces[line - first]) if stands else None
    if item is None:
        raise EditRefusedError(f"line {line}", "there is no task there")
    return pieces, item


def _owned(words: str) -> tuple[tuple[str, ...], str]:
    """Who owns the task, named at the start of *words*, and what is to be done."""
    owners: dict[str, None] = {}
    at = begin = _skip(_COLON, words, 0)
    while (owner := _OWNER.match(words, begin)) and (handle := plain_handle(owner[1])):
        end = owner.end()
        if "[[" in owner[1] and not words[_skip(_COLON, words, end) :].strip():
            # A link at the very end is what is to be done, not who does it.
            break
        owners[handle] = None
        at = end
        begin = _skip(_BETWEEN, words, at)
    return tuple(owners), " ".join(words[_skip(_COLON, words, at) :].split())


def _named(words: str) -> tuple[tuple[str, ...], str]:
    """What `_owned` gives for the words "Action Carla Quintás: ..."; nobody for any others."""
    if ":" not in words or words[:8].lstrip("*")[:6].lower() != "action":
        return (), ""
    head, _, what = words.partition(":")
    label, *told = head.replace("*", " ").split()
    told = told[1:] if told and told[0].lower() == "item" else told
    owners = names(" ".join(told)) if label.lower() == "action" else ()
    what = what.removeprefix("**") if head.count("**") % 2 else what
    return tuple(dict.fromkeys(owners)), " ".join(what.split())


def _skip(pattern: re.Pattern[str], words: str, at: int) -> int:
    """Where *words* go on after what the pattern, which always fits, takes from *at* on."""
    found = pattern.match(words, at)
    return found.end() if found else at


def _ending(words: str) -> tuple[str, str]:
    """The words before the fields that stand at the end, and those fields."""
    at = end_of_words(words)
    fields = words[at:].strip()
    return words[:at].strip(), f"  {fields}" if fields else ""


def _field(name: str, words: str) -> str:
    """A field and the gap before it; brackets that would end it early become square ones."""
    words = " ".join(words.split())
    field = f"({name}:: {words})"
    if _FIELD.fullmatch(field) is None:
        field = f"({name}:: {words.replace('(', '[').replace(')', ']')})"
    return f"  {field}" if words else ""
