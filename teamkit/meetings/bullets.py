"""Labelled bullets: `- Decision: ...`, `- Objection (strong) @ben: ...`, as people type them.

`**Decision:** ...`, `Decision - ...` and any case are read too (formats: notes).
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from teamkit.markdown.sections import Section

#: What a label may be, beside those of a series' rounds.
LABELS = frozenset(
    [
        "key",
        "decision",
        "support",
        "objection",
        "answered",
        "withdrawn",
        "question",
        "commitment",
        "win",
        "frustration",
        "til",
        "pairing",
        "shoutout",
        "parked",
        "temperature",
    ]
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?!\[[ xX]\]\s)")
_LABEL = re.compile(
    r"(?:\*\*|__)?\s*(?P<label>[^\W\d_][\w -]{0,30}?)\s*"
    r"(?:\((?P<strength>[^()]{1,20})\)\s*)?"
    r"(?P<people>(?:(?:,|and|&)?\s*@[\w.-]+\s*)*)"
    r"(?:\((?P<after>[^()]{1,20})\)\s*)?"
    r"(?:\*\*|__)?\s*(?P<colon>:|\s-\s|\s\u2013\s|$)\s*(?:\*\*|__)?\s*"
)
_HANDLE = re.compile(r"@([\w-]+(?:\.[\w-]+)*)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Bullet(NamedTuple):
    """One labelled line of the notes.

    Attributes:
        label: lower case: decision, support, objection, ...
        people: handles as written, without `@`; may be empty.
        is_strong: `(strong)` was said.
        text: what was said, without the label.
        topic: the heading it stands under, without link markup.
        line: 1-based line in the file.
    """

    label: str
    people: tuple[str, ...]
    is_strong: bool
    text: str
    topic: str
    line: int


def bullets(sections: Iterable[Section], labels: Collection[str] = LABELS) -> list[Bullet]:
    """Every labelled bullet of *sections*, in file order; *labels* are lower case."""
    found = []
    for section in sections:
        topic = plain_title(section.title)
        for line in section.lines:
            if "-" in line.text or "*" in line.text or "+" in line.text or "." in line.text:
                bullet = None if line.in_code or line.hidden else parse(line.text, labels)
                if bullet is not None:
                    label, people, is_strong, text = bullet
                    found.append(Bullet(label, people, is_strong, text, topic, line.number))
    return found


def parse(
    text: str, labels: Collection[str] = LABELS
) -> tuple[str, tuple[str, ...], bool, str] | None:
    """One line as (label, people, is strong, text); None when it is no labelled bullet."""
    item = _ITEM.match(text)
    match = item and _LABEL.match(text, item.end())
    if not match:
        return None
    label = " ".join(match["label"].lower().split())
    if label not in labels:
        return None
    people = tuple(_HANDLE.findall(match["people"]))
    if not match["colon"] and not people:
        return None
    strength = f"{match['strength'] or ''} {match['after'] or ''}".lower()
    return label, people, "strong" in strength, text[match.end() :].strip()


def plain_title(title: str) -> str:
    """A heading's words, without link markup."""
    return _LINK.sub(r"\1", title).strip()


def folded(title: str) -> str:
    """A heading for comparing: no case, no doubled spaces, no closing punctuation."""
    return " ".join(plain_title(title).casefold().split()).rstrip(".?!:")
