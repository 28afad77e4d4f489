"""Labelled bullets: `- Decision: ...`, `- Objection (strong) @ben: ...`, as people type them.

`**Decision:** ...`, `Decision - ...` and any case are read too (formats: notes). So are links,
`Objection [[ben]]: ...`, and where a label needs a person names: `Objection Carla Quintás: ...`.
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from teamkit.config import Round
from teamkit.finder import fold
from teamkit.markdown.document import plain_handle
from teamkit.markdown.links import unescaped
from teamkit.markdown.liquid import shown
from teamkit.markdown.names import names
from teamkit.markdown.scalars import one_line
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
#: Labels that name nobody: "Key Results: ..." is prose.
_IMPERSONAL = frozenset(["key", "decision", "parked", "temperature"])
# The longest label, in words, that names may follow.
_LABEL_WORDS = 3
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?!\[[ xX]\]\s)")
_LABEL = re.compile(
    r"(?P<bold>\*\*|__)?\s*(?P<label>[^\W\d_][\w -]{0,30}?)\s*"
    r"(?:\((?P<strength>[^()]{1,20})\)\s*)?"
    r"(?P<people>(?:(?:(?:,|and|&)\s*)?(?:@[\w.-]+|\[\[[^\[\]]+\]\])\s*)*)"
    r"(?:\((?P<after>[^()]{1,20})\)\s*)?"
    r"(?P<end>\*\*|__)?\s*(?P<colon>:|\s-\s|\s\u2013\s|$)\s*"
    # Marks after the colon end the label's own; when that has none open, they begin what was said.
    r"(?(bold)(?(end)|(?:\*\*|__)?))\s*"
)
_PERSON = re.compile(r"@[\w-]+(?:\.[\w-]+)*|\[\[[^\]]+\]\]")
_LINK = re.compile(r"\[((?:\\.|\[[^\[\]]*\]|[^\]\\])*)\]\([^)]*\)")


class Bullet(NamedTuple):
    """One labelled line of the notes.

    Attributes:
        label: lower case: decision, support, objection, ...
        people: handles and names as written, without `@` and `[[ ]]`; may be empty.
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


def known(rounds: Iterable[Round]) -> frozenset[str]:
    """Every label that may begin a line, in small letters: ours, and those of *rounds*."""
    return LABELS | {one.label.lower() for one in rounds if one.label}


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
    if not item:
        return None
    match = _LABEL.match(text, item.end())
    label = " ".join(match["label"].lower().split()) if match else ""
    if match is None or label not in labels:
        return _with_names(text[item.end() :], labels) if ":" in text else None
    written = match["people"]
    if "[[" in written and label in _IMPERSONAL:
        return None
    people = tuple(filter(None, map(plain_handle, _PERSON.findall(written)))) if written else ()
    if not match["colon"] and not people:
        return None
    strength = f"{match['strength'] or ''} {match['after'] or ''}".lower()
    return label, people, "strong" in strength, one_line(text[match.end() :])


def _with_names(
    words: str, labels: Collection[str]
) -> tuple[str, tuple[str, ...], bool, str] | None:
    """What `parse` gives for a label, one or more names, and a colon."""
    head, _, said = words.partition(":")
    told = head.replace("*", " ").replace("__", " ").split()
    for count in range(1, min(_LABEL_WORDS, len(told) - 1) + 1):
        label = " ".join(told[:count]).lower()
        if label not in labels or label in _IMPERSONAL:
            continue
        strengths = [word.lower() for word in told[count:] if word[0] == "(" and word[-1] == ")"]
        people = names(" ".join(word for word in told[count:] if word.lower() not in strengths))
        if people:
            for mark in ("**", "__"):
                said = said.removeprefix(mark) if head.count(mark) % 2 else said
            return label, people, "(strong)" in strengths, one_line(said)
    return None


def plain_title(title: str) -> str:
    """A heading's words, without link markup, as they are read."""
    return one_line(shown(_LINK.sub(lambda found: unescaped(found[1]), title)))


def folded(title: str) -> str:
    """A heading for comparing: as names are folded, without markup and closing punctuation."""
    return fold(plain_title(title)).rstrip(".?!:")
