"""A digest as Markdown that can be pasted, and as facts."""

import re
from collections.abc import Iterable, Sequence
from posixpath import dirname, join, normpath

from teamkit.markdown import links
from teamkit.meetings.bullets import folded
from teamkit.meetings.notes.digest import PARTS, Digest, DigestLine
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory

_LINE = Record[tuple[DigestLine, bool]](
    "digest_line",
    "Something that was said in a meeting.",
    (
        Field("part", lambda it: it[0].part, TEXT, "Decision, win, action, objection, ..."),
        Field("heading", lambda it: it[0].theme, optional(TEXT), "The heading; null in a round."),
        Field("text", lambda it: it[0].text, TEXT, "What was said."),
        Field("people", lambda it: it[0].people, many(HANDLE), "Who said it, or is to do it."),
        Field("state", lambda it: it[0].state, optional(TEXT), "Open, done, dropped or strong."),
        Field("due", lambda it: it[0].due, optional(DAY), "The day an action is due."),
        Field("date", lambda it: it[0].day, DAY, "The day of the meeting."),
        Field("series", lambda it: it[0].series, SLUG, "Its series."),
        Field("path", lambda it: it[0].path, PATH, "The notes."),
        Field("line", lambda it: it[0].line, COUNT, "The line there."),
        Field("earlier", lambda it: it[1], YES, "Whether it is older and still open for them."),
    ),
)
_WINDOW = Record[Digest](
    "digest",
    "",
    (
        Field("since", lambda d: d.window.since, DAY, "The first day."),
        Field("until", lambda d: d.window.until, DAY, "The last day."),
        Field("person", lambda d: d.person, optional(HANDLE), "For whom; null for everybody."),
        Field("dates", lambda d: d.meetings, many(DAY), "The days of the meetings."),
    ),
)
_DIGEST = Page("notes.digest", "What was said, in order.", _LINE, _WINDOW)


def digest(found: Digest, people: Directory) -> Lines:
    """The whole page; without anything to tell, a sentence."""
    page = [f"# {_title(found, people)}"]
    for key, title in _parts(found):
        page += _part(title, [line for line in found.lines if line.part == key], people)
    page += _part("Still open for you", found.open, people)
    is_empty = not found.lines and not found.open
    return Lines(
        kind=_DIGEST.kind,
        lines=() if is_empty else tuple(page),
        items=_DIGEST.items(
            (line, is_earlier)
            for is_earlier, lines in ((False, found.lines), (True, found.open))
            for line in lines
        ),
        facts=_DIGEST.facts(found),
        empty=_nothing(found, people),
    )


def _title(found: Digest, people: Directory) -> str:
    days = ", ".join(day.isoformat() for day in found.meetings)
    since, until = found.window
    if not found.person:
        return f"{found.title}, {since} to {until}"
    if not days:
        return f"{people.first_name(found.person)}, you missed nothing from {since} to {until}"
    return f"While you were away ({days})"


def _nothing(found: Digest, people: Directory) -> str:
    since, until = found.window
    if not found.person:
        return f"Nothing to tell from {since} to {until}."
    name = people.first_name(found.person)
    if not found.meetings:
        return f"{name} missed no meeting from {since} to {until}."
    return f"{name} missed nothing of theirs from {since} to {until}."


def _parts(found: Digest) -> list[tuple[str, str]]:
    """The parts in the order they are told: a key and a title each."""
    *first, last = PARTS.items()
    own = sorted(found.labels.items())
    return [*first, ("action", "Actions"), last, *own, ("objection", "Open objections")]


def _part(title: str, lines: Sequence[DigestLine], people: Directory) -> list[str]:
    """A part with its themes, the newest last; nothing when nothing was said."""
    if not lines:
        return []
    themes: dict[str, list[DigestLine]] = {}
    for line in lines:
        themes.setdefault(folded(line.theme), []).append(line)
    page = ["", f"## {title}"]
    for name, said in sorted(themes.items(), key=lambda it: (bool(it[0]), _last(it[1]))):
        page += ["", f"### {said[-1].theme}"] if name else []
        page += ["", *(_told(line, people) for line in said)]
    return page


def _last(lines: Iterable[DigestLine]) -> tuple[object, int]:
    """What the themes of one part are put in order by: their newest line."""
    return max((line.day, line.line) for line in lines)


def _told(line: DigestLine, people: Directory) -> str:
    who = ", ".join(map(people.first_name, line.people))
    due = f", due {line.due}" if line.due and line.state == "open" else ""
    if line.part == "action":
        head = f"{line.state.capitalize()}{due}: {who or 'nobody yet'}: "
    else:
        strong = " (strong)" if line.state == "strong" else ""
        head = f"{who or ('somebody' if strong else '')}{strong}: " if who or strong else ""
    return f"- {head}{_relinked(line.text, line.path)} ({links.link(str(line.day), line.path)})"


def _relinked(text: str, path: str) -> str:
    """*text* from the file at *path* with its relative links as seen from the repository."""
    if "](" not in text:
        return text

    def moved(found: re.Match[str]) -> str:
        start, target = found["start"], found["target"]
        if start is None or ":" in target or target.startswith(("/", "#")):
            return found[0]
        place, mark, fragment = target.partition("#")
        moved = normpath(join(dirname(path), links.path(place)))
        return f"{start}{links.target(moved)}{mark}{fragment}"

    # What stands between backticks is no link.
    return re.sub(r"(?P<code>`+).*?(?P=code)|(?P<start>\]\(<?)(?P<target>[^\s()<>]+)", moved, text)
