"""One typed line as a line of the notes: `d text`, `a @ana text fri`, or the label in full.

What is built is read back by the readers of the notes before it is given out: a line that they
would take for something else is refused, so nobody finds out a month later.
"""

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from teamkit.errors import UnknownError, UsageError
from teamkit.markdown import tasks
from teamkit.meetings import bullets
from teamkit.meetings.notes import reply
from teamkit.people.directory import Directory

#: What may be typed and what it becomes, in the order it is shown.
HELP = (
    ("d TEXT", "a decision"),
    ("a @WHO TEXT [DAY]", "an action; a day as the last word is its due date"),
    ("s @WHO TEXT", "support; s! is strong"),
    ("o @WHO TEXT", "an objection; o! is strong"),
    ("k TEXT", "a key point"),
    ("q [@WHO] TEXT", "a question"),
    ("c [@WHO] TEXT [DAY]", "a commitment"),
    ("p TEXT", "parked"),
    ("t 4/1/1", "temperature: support, neutral, concern"),
    ("ans @WHO TEXT", "their objection is answered"),
    ("w @WHO [TEXT]", "their objection is withdrawn"),
    ("@WHO TEXT", "in a round: what they said"),
    ("Label @WHO: TEXT", "any label in full, as in the notes"),
)
_GRAMMAR = "Type d TEXT, a @WHO TEXT [DAY], s|s!|o|o!|ans|w @WHO TEXT, k|q|c|p TEXT or t 4/1/1"
_LETTERS = {
    "d": "Decision",
    "a": "Action",
    "s": "Support",
    "o": "Objection",
    "k": "Key",
    "q": "Question",
    "c": "Commitment",
    "p": "Parked",
    "t": "Temperature",
    "ans": "Answered",
    "w": "Withdrawn",
}
# "A nice week" begins a sentence, "A: nice" does not: capitals count before a colon alone.
_SHORT = re.compile(r"(?:([a-z]{1,3})(!?)(?::|\s|$)|([A-Z][A-Za-z]{0,2})(!?):)\s*")
_ACTION = re.compile(
    r"\*{0,2}action(?: item)?\b\*{0,2}\s*(?::\*{0,2}|\s-\s|(?=@|\[\[))\s*", re.IGNORECASE
)
_BOX = re.compile(r"\[[ xX-]\]\s")
_WHO = re.compile(
    r"(?:@([\w-]+(?:\.[\w-]+)*)|(\[\[[^\[\]]+\]\]))"
    r"(?:(?:\s*[,&+/]|\s+and\b)?\s*(?=@|\[\[)|\s*[:,]?(?:\s+|$)|:)"
)
_NAMED = re.compile(r"@[\w-]+(?:\.[\w-]+)*|\[\[[^\[\]]+\]\]")
_TEMPERATURE = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})\s*/\s*(\d{1,3})", re.ASCII)
#: Labels whose line names whoever it is about; whoever has the turn only says it.
_NAMELESS = frozenset({"frustration", "shoutout"})
#: Labels that name nobody.
_IMPERSONAL = frozenset({"decision", "key", "parked"})


class Captured(NamedTuple):
    """One line as it goes into the notes.

    Attributes:
        line: Markdown without a line end: `- Decision: resumable uploads`.
        label: lower case: decision, action, win, ...
        people: handles.
        echo: what is said back: `Action for Ana, due Fri 2026-12-11: Measure the cache`.
    """

    line: str
    label: str
    people: tuple[str, ...]
    echo: str


class _Round(NamedTuple):
    """What is known while lines are typed: who there is, the day, the round and its turn."""

    people: Directory
    today: date
    label: str
    speaker: str
    labels: frozenset[str]


def capture(
    text: str,
    *,
    people: Directory,
    today: date,
    label: str = "",
    speaker: str = "",
    labels: Collection[str] = (),
) -> Captured:
    """The line of the notes that *text* means.

    Args:
        text: one line as typed; line ends and control characters in it become spaces.
        people: who may be named.
        today: what `fri` is counted from.
        label: the current round's label as usually spelled; empty outside of rounds.
        speaker: the handle of whoever has the turn in that round; may be empty.
        labels: labels that exist beside the built-in ones.

    Raises:
        UsageError: it means nothing, says nothing, or would be read differently.
        UnknownError: somebody is named whom nobody knows.
        AmbiguousError: a name fits several people.
    """
    words = _one_line(text)
    extra = frozenset(name.lower() for name in (*labels, label) if name)
    now = _Round(people, today, label, speaker, bullets.LABELS | extra)
    short = _SHORT.match(words)
    name = _LETTERS.get((short[1] or short[3]).lower(), "") if short else ""
    strong = bool(short and (short[2] or short[4]))
    if short and name and (not strong or name in {"Support", "Objection"}):
        return _shortened(name, words[short.end() :], now, strong=strong)
    bare = re.sub(r"[-*+]\s+", "", words, count=1) if words[:1] in "-*+" else words
    if _BOX.match(bare):
        return _boxed(f"- {bare}", now)
    if action := _ACTION.match(bare):
        return _action(bare[action.end() :], now)
    return _in_full(f"- {bare}", now) or _said(bare, now)


def _one_line(text: str) -> str:
    """*text* without anything that would end the line or hide what follows it."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageError(
            "The line contains bytes that are not text.", hint="Type it again in UTF-8"
        )
    printed = "".join(" " if char < " " or "\x7f" <= char <= "\x9f" else char for char in text)
    words = " ".join(printed.replace("\ufeff", " ").split())
    _, opened, after = words.rpartition("<!--")
    if opened and "-->" not in after:
        raise UsageError("A comment that is not closed would hide what follows.", hint="Add -->")
    return words


def _shortened(name: str, words: str, now: _Round, *, strong: bool) -> Captured:
    if name == "Action":
        return _action(words, now)
    if name == "Temperature":
        return _temperature(words, now)
    who, said = ((), words) if name.lower() in _IMPERSONAL else _people(words, now)
    due = None
    if name == "Commitment":
        said, due = reply.last_day(said, now.today)
    if not said and not (who and name == "Withdrawn"):
        raise _nothing_said(name)
    return _bullet(name, who, said, now, strong=strong, due=due)


def _action(words: str, now: _Round) -> Captured:
    who, said = _people(words, now)
    what, due = reply.last_day(said, now.today)
    if not what:
        raise _nothing_said("Action")
    found = _task(tasks.render(what, who, due), who, now)
    asked = "" if who else reply.meant_for(what, now.people)
    return found._replace(echo=f"{found.echo}{asked}")


def _temperature(words: str, now: _Round) -> Captured:
    counted = _TEMPERATURE.fullmatch(words)
    if counted is None:
        raise UsageError(
            f"'{words}' is not a temperature.",
            hint="Give the numbers for support, neutral, concern: t 4/1/1",
        )
    support, neutral, concern = map(int, counted.groups())
    said = f"{support} support, {neutral} neutral, {concern} concern"
    return _bullet("Temperature", (), said, now)


def _boxed(line: str, now: _Round) -> Captured:
    """A task item typed in full; its owners become handles."""
    task = tasks.parse_task(line, 1)
    if task is None:
        raise _nothing_said("Action")
    count = len(task.owners)
    owners = tuple(_find(owner, now) for owner in task.owners)
    told = iter(owners)
    if count:
        line = _NAMED.sub(lambda _: f"@{next(told)}", line, count=count)
    return _task(line, owners, now)


def _in_full(line: str, now: _Round) -> Captured | None:
    """A label typed in full; its people become handles. None when it is none."""
    read = bullets.parse(line, now.labels)
    if read is None:
        return None
    label, names, _, said = read
    if not said and not (names and label in {"withdrawn", "pairing"}):
        raise _nothing_said(label.capitalize())
    head = line.removesuffix(said)
    for name in names:
        head = re.sub(
            rf"@{re.escape(name)}(?![\w-])|\[\[[^\[\]]*\]\]|(?<![@\w]){re.escape(name)}",
            f"@{_find(name, now)}",
            head,
            count=1,
        )
    who = tuple(_find(name, now) for name in names)
    return _checked(f"{head}{said}", label, who, now)


def _said(words: str, now: _Round) -> Captured:
    """What somebody said in a round, in the round's own label."""
    who, said = _people(words, now) if now.label else ((), "")
    nameless = now.label.lower() in _NAMELESS
    if not now.label:
        raise UsageError(f"'{words}' is not understood here.", hint=_GRAMMAR)
    if not (who or now.speaker or nameless):
        raise UsageError(f"'{words}' names nobody.", hint=f"@WHO TEXT is a {now.label}. {_GRAMMAR}")
    if not said and not (who and now.label.lower() == "pairing"):
        raise _nothing_said(now.label)
    if not who and not nameless:
        who = (now.speaker,)
    return _bullet(now.label, who, said, now)


def _people(words: str, now: _Round) -> tuple[tuple[str, ...], str]:
    """The handles named at the start of *words*, and what is said after them."""
    found: dict[str, None] = {}
    at = 0
    while named := _WHO.match(words, at):
        found[_find(named[1] or named[2], now)] = None
        at = named.end()
    return tuple(found), words[at:].strip()


def _find(name: str, now: _Round) -> str:
    if name.lower() == "me" and "me" not in now.people:
        raise UnknownError("person", name, hint="Name a person: @ana")
    return now.people.find(name).handle


def _bullet(
    name: str,
    who: tuple[str, ...],
    said: str,
    now: _Round,
    *,
    strong: bool = False,
    due: date | None = None,
) -> Captured:
    head = " ".join([name, *(["(strong)"] if strong else []), *(f"@{one}" for one in who)])
    field = f"  (due:: {due})" if due else ""
    return _checked(f"- {head}{f': {said}' if said else ''}{field}", name.lower(), who, now)


def _checked(line: str, label: str, who: tuple[str, ...], now: _Round) -> Captured:
    """The bullet, once it is read back as what was meant."""
    read = bullets.parse(line, now.labels)
    known = bullets.parse(f"- {label}: x", now.labels)  # a round may have a label nobody can read
    if known and (read is None or read[:2] != (label, who)):
        raise _misread(line)
    strong, said = read[2:] if read else (False, line.partition(": ")[2])
    echo = reply.bullet(label, who, said, now.people, now.today, strong=strong)
    return Captured(line, label, who, echo)


def _task(line: str, who: tuple[str, ...], now: _Round) -> Captured:
    """The task item, once it is read back as what was meant."""
    task = tasks.parse_task(line, 1)
    if task is None or task.owners != who:
        raise _misread(line)
    return Captured(line, "action", who, reply.action(task, now.people, now.today))


def _nothing_said(name: str) -> UsageError:
    return UsageError(f"{name}: the line is empty.", hint=_GRAMMAR)


def _misread(line: str) -> UsageError:
    return UsageError(
        f"'{line}' would be read differently.", hint="Rephrase it, or write the label in full"
    )
