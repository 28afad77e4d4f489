"""From a line of the notes to a file of its own, linked both ways."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from posixpath import normpath
from typing import NamedTuple

from teamkit import kinds
from teamkit.errors import AlreadyThereError, NotFoundError, UsageError
from teamkit.markdown import links, tables, tasks
from teamkit.markdown.document import Document
from teamkit.markdown.front_matter import New
from teamkit.markdown.liquid import inert
from teamkit.markdown.sections import lines
from teamkit.meetings import bullets
from teamkit.meetings.actions import agreements, close
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import plain_title
from teamkit.meetings.model import dated
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team

#: What a line may become, as people type it, and the noun of its folder.
KINDS: Mapping[str, str] = {
    kinds.KINDS[noun].singular: noun
    for noun in ("topics", "solutions", "talks", "guidelines", "blog")
}
#: The table of a need's page, while nobody has a solution.
_COLUMNS = ("Solution", "Use it when", "Approx. time", "Risks", "Who")
# A longer title is cut between words.
_TITLE = 80
_PLACE = re.compile(r"(.+):(\d{1,7})")
_LINKED = re.compile(rf"\(\[({'|'.join(KINDS)})\]\(([^()\s]+)\)\)")
_MARK = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX-]\])?[ \t]+")


class Place(NamedTuple):
    """One line of the notes.

    Attributes:
        number: 1-based, in the file.
        text: the line, without its end.
        action: what was agreed there; None when it is no action.
    """

    document: Document
    number: int
    text: str
    action: Action | None


def promote(
    meetings: Meetings, line: str, kind: str, today: date, *, title: str = "", me: str = ""
) -> Change:
    """The change that starts a file of *kind* from a line, and links it there.

    Args:
        meetings: whose notes.
        line: `notes/2026-11-20-friday.md:14`, `2026-11-20-friday:14`, or an action's id.
        kind: one of `KINDS`.
        today: the day a new topic is brought.
        title: the new file's; without it, the line's words.
        me: the handle of whoever runs this, for a line that names nobody.

    Raises:
        UsageError: the kind is none of ours, or the line says nothing.
        NotFoundError: the file has no such line.
        AlreadyThereError: the line was promoted to that kind already, or the file stands.
    """
    if kind not in KINDS:
        raise UsageError(
            f"'{kind}' is not something a line can become.", hint=f"One of: {', '.join(KINDS)}"
        )
    place = find(meetings, line)
    for known, target in _LINKED.findall(place.text):
        if known == kind:
            folder = place.document.path.rpartition("/")[0]
            path = normpath(f"{folder}/{links.path(target)}")
            raise AlreadyThereError(path, hint=f"The line already has a link to its {kind}.")
    who, words = _said(place, meetings)
    write = started(
        meetings.team,
        kind,
        title or _cut(plain_title(words)),
        by=next(iter(who), me),
        today=today,
        source_path=place.document.path,
        source_words=words,
    )
    if meetings.team.read(write.path) is not None:
        raise AlreadyThereError(write.path, hint="Give it another name: --title TITLE")
    link = f"({links.link(kind, layout.link(place.document.path, write.path))})"
    message = f"Start a {kind} from {place.document.stem}: {title or words}"
    return Change(message, "notes promote", (write, *edit(place.document, _linked(place, link))))


def started(
    team: Team,
    kind: str,
    title: str,
    *,
    by: str,
    today: date,
    source_path: str,
    source_words: str,
) -> Write:
    """The new file of *kind* that somebody's words in the notes led to.

    Args:
        team: whose repository.
        kind: one of `KINDS`.
        title: the new file's.
        by: handle of whoever brings, owns, asks for or writes it; may be empty.
        today: the day a topic is brought.
        source_path: the notes' path.
        source_words: what is quoted from there; may be empty.
    """
    title = " ".join(title.split())
    slug = layout.slug(title)
    stem = layout.dated(today, *filter(None, (by, slug))) if kind == "topic" else slug
    path = team.path(KINDS[kind], stem)
    source = layout.link(path, source_path)
    name = " ".join(str(part) for part in dated(source_path.rpartition("/")[2][:-3]) if part)
    quoted = f": {source_words}" if source_words else "."
    body = f"From {links.link(name, source)}{quoted}"
    meta: dict[str, New] = {"title": title, **_META[kind](by, source)}
    return team.new(KINDS[kind], stem, meta, _body(team, kind, title, body))


def find(meetings: Meetings, line: str) -> Place:
    """The line that *line* means: FILE:NUMBER, or the start of an action's id.

    Raises:
        UnknownError: no notes and no action go by that name.
        AmbiguousError: several do.
        NotFoundError: the file has no such line.
        UsageError: the line says nothing.
    """
    agreed = agreements.agreed(meetings.team, meetings.people)
    placed = _PLACE.fullmatch(line.strip())
    if placed is None:
        action = close.named(agreed, line)
        document = meetings.team.read(action.path)
        number = action.line
    else:
        document = meetings.team.named("notes", "meeting", placed[1])
        number = int(placed[2])
    if document is None:  # pragma: no cover  # it was read a moment ago
        raise NotFoundError(f"'{line}' is no longer there.")
    text = _text(document, number)
    here = (one for one in agreed if (one.path, one.line) == (document.path, number))
    return Place(document, number, text, next(here, None))


def _text(document: Document, number: int) -> str:
    """The words of that line."""
    where = f"{document.path}:{number}"
    found = lines(document.text)
    if not 1 <= number <= len(found):
        raise NotFoundError(f"The file has {len(found)} lines.", where=where)
    line = found[number - 1]
    bare = _MARK.sub("", line.text, count=1).strip()
    if line.hidden or line.in_code or not bare.strip("-*+#|: ") or bare[0] in "#|":
        hint = "Name a line with words: a bullet, an action or a paragraph."
        raise UsageError("The line has nothing to promote.", where=where, hint=hint)
    return line.text


def _said(place: Place, meetings: Meetings) -> tuple[tuple[str, ...], str]:
    """Who is named on the line, as handles, and its words."""
    if place.action is not None:
        return place.action.owners, place.action.what
    read = bullets.parse(place.text, bullets.known(meetings.team.config.rounds))
    if read is None:
        return (), _MARK.sub("", _LINKED.sub("", place.text), count=1).strip()
    _, people, _, said = read
    words = tasks.taken_out(_LINKED.sub("", said))[1]
    if not words:
        raise UsageError(
            "The line has nothing to promote.",
            where=f"{place.document.path}:{place.number}",
        )
    return tuple(map(meetings.people.resolve, people)), words


def _linked(place: Place, link: str) -> str:
    """The notes with *link* after the line's words; an action keeps the id it is known by."""
    pieces = place.document.text.split("\n")
    old = pieces[place.number - 1].removesuffix("\r")
    end = pieces[place.number - 1][len(old) :]
    at = tasks.end_of_words(old)
    new = f"{old[:at]} {link}{old[at:].rstrip()}"
    if place.action is not None and "(id::" not in old and "[id::" not in old:
        new = f"{new}  (id:: {place.action.id})"
    pieces[place.number - 1] = new + end
    return "\n".join(pieces)


def _cut(words: str) -> str:
    if len(words) <= _TITLE:
        return words
    head, _, _ = words[: _TITLE + 1].rpartition(" ")
    return head or words[:_TITLE]


def _body(team: Team, kind: str, title: str, body: str) -> str:
    body = inert(body)
    if kind == "topic":
        return team.template("topic.md", {"title": title, "body": body})
    if kind == "solution":
        table = tables.render(_COLUMNS, []).rstrip("\n")
        return team.template("solution.md", {"title": title, "body": body, "solutions": table})
    return f"# {inert(title)}\n\n{body}\n"


#: What the front matter says beside the title, from who it is and the link back.
_META: Mapping[str, Callable[[str, str], Mapping[str, New]]] = {
    "topic": lambda by, _: {"by": by or None},
    "solution": lambda _, __: {"status": "missing"},
    "talk": lambda by, _: {"status": "wanted", "asked_by": [by] if by else None},
    "guideline": lambda by, _: {"status": "draft", "owner": by or None},
    "post": lambda by, source: {
        "status": "idea",
        "authors": [by] if by else None,
        "from": [source],
    },
}
