"""Rules about lines in notes that look as if they said something, and say it to nobody."""

from collections.abc import Iterator

from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.finder import fold, nearest
from teamkit.kinds import KINDS
from teamkit.markdown.document import Document
from teamkit.markdown.tasks import Task, parse_task
from teamkit.meetings.bullets import parse

#: How alike a word and a label are, at least, from 0 to 100.
_ALIKE = 80
#: A shorter word has to name somebody: "Tile: 512 px" is no TIL.
_SHORT = 5


def labels(reading: Scope) -> list[Finding]:
    """The labels with a typing error, whose lines are not read, below the headings of notes."""
    return [
        Finding(document.path, line.number, f"looks like '{label}', not read", "", "label")
        for document in reading.documents("notes")
        for section in reading.body(document)[0]
        if section.level > 1
        for line in section.lines
        if not line.in_code and not line.hidden and (label := _meant(line.text, reading))
    ]


def owners(reading: Scope) -> list[Finding]:
    """The open actions that name somebody in front of a colon, and so are nobody's."""
    firsts: dict[str, list[str]] = {}
    for person in reading.people:
        firsts.setdefault(fold(person.first_name), []).append(person.handle)
    found = []
    for document, task in _open(reading):
        head, colon, _ = task.what.partition(":")
        if task.owners or not colon:
            continue
        name = head.replace("*", "").strip()
        handle = reading.people.resolve(name)
        meant = [handle] if handle in reading.people else firsts.get(fold(name), ())
        if meant:
            said = f"'{name}' is not read as who does it"
            hint = f"write {' or '.join(f'@{one}' for one in meant)} so that it is theirs"
            found.append(Finding(document.path, task.line, said, hint, "owner"))
    return found


def days(reading: Scope) -> list[Finding]:
    """The open actions whose due day cannot be read."""
    return [
        Finding(
            document.path,
            task.line,
            f"'{task.fields['due']}' is not a day",
            "write 2026-12-04",
            "due",
        )
        for document, task in _open(reading)
        if task.due is None and task.fields.get("due")
    ]


def _open(reading: Scope) -> Iterator[tuple[Document, Task]]:
    for kind in KINDS.values():
        for document in reading.documents(kind.noun) if kind.has_actions else ():
            for task in reading.body(document)[1]:
                if task.is_open:
                    yield document, task


def _meant(text: str, reading: Scope) -> str:
    """The label as usual that the line's first word nearly is; empty when it is none."""
    mark, _, rest = text.strip().partition(" ")
    if not mark or not (mark in "-*+" or mark[:-1].isdigit()) or not _is_labelled(rest):
        return ""
    words = rest.strip().lstrip("*_")
    word = words[: next((at for at, c in enumerate(words) if not c.isalpha()), len(words))]
    known = {*reading.labels, "action"}
    if word.lower() in known:
        return ""
    for label in nearest(word, sorted(known), most=1, least=_ALIKE):
        line = f"- {label}{words[len(word) :]}".replace("**", "")
        task = parse_task(line, 1) if label == "action" else None
        bullet = parse(line, reading.labels)
        names, said = (bullet[1], bullet[3]) if bullet else ((), "")
        if task or names or (said and len(word) >= _SHORT):
            return reading.labels.get(label, label.capitalize())
    return ""


def _is_labelled(words: str) -> bool:
    return words.lstrip(" *_")[:1].isalpha() and (":" in words or "@" in words or "[[" in words)
