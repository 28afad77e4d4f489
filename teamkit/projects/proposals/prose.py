"""What is written below the tables of a proposal: advice, and the decision."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from teamkit.markdown.document import plain_handle
from teamkit.markdown.scalars import to_day
from teamkit.markdown.sections import Line, Section
from teamkit.projects.proposals import cells
from teamkit.projects.proposals.model import Advice, Decision, Resolve

#: The level of the headings `DATE @HANDLE`.
ADVICE_LEVEL = 3
_DAY = r"(\d{4}-\d\d-\d\d)"
_MARKED = r"[ \t>]*(?:[-*+][ \t]+)?"
_DECIDED = re.compile(
    rf"{_MARKED}[*_]*decided[*_]*:?[ \t]+(?:on[ \t]+)?{_DAY}"
    r"(?:,?[ \t]+by:?[ \t]+(@\w(?:[\w.-]*\w)?|\[\[[^\[\]]+\]\]|[^.,;:()*]+))?",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    rf"(?<!\w)review[*_]*(?:[ \t]+(?:on|by))?[*_]*:?[*_]*[ \t]+{_DAY}", re.IGNORECASE
)
_LABEL = re.compile(
    rf"{_MARKED}([*_]{{0,2}})(intended outcome|dissent)(?:\1[ \t]*:|[ \t]*:\1)[ \t]*(.*)",
    re.IGNORECASE,
)
_TELLS_A_DAY = re.compile(
    rf"{_MARKED}[*_]*(?:decided|review on)\b[*_]*:?[ \t]+(?:on[ \t]+)?[*_]*\d\S*", re.IGNORECASE
)
_DAYS = re.compile(_DAY).findall
_NOTHING = frozenset(["", "none", "nobody", "no", "-", "\u2013", "\u2014"])


def advice(parts: Iterable[Sequence[Section]], resolve: Resolve) -> list[Advice]:
    """The advice in the sections called Advice, in the file's order; one for each who gave it."""
    return [
        Advice(day, person, text, section.line)
        for part in parts
        for section, text in _given(part)
        for day, people in [_headed(section.title, resolve)]
        for person in people
    ]


def decision(parts: Sequence[Sequence[Section]], resolve: Resolve) -> Decision:
    """What stands under Decision.

    Of several decisions the latest counts, the first of a day; so does its latest review day.
    """
    if not parts:
        return Decision()
    lines = _below(parts[0])
    blocks = list(_blocks(lines))
    made = [one for block in blocks if (one := _decided(block, resolve)).on]
    if not made:
        every = [line for block in blocks for line in block]
        made = [_decided(every, resolve)._replace(line=parts[0][0].line)]
    latest = max(made, key=lambda one: one.on or date.min)
    return latest._replace(text=_text(lines))


def strange_days(parts: Sequence[Sequence[Section]]) -> list[tuple[int, str]]:
    """(line, words) of each line under Decision that gives a day nobody can read."""
    return [
        (line.number, found[0].strip(" \t*_"))
        for part in parts
        for block in _blocks(_below(part))
        for line in block
        if (found := _TELLS_A_DAY.match(line.text)) and not any(map(to_day, _DAYS(line.text)))
    ]


def label_of(text: str) -> tuple[str, str] | None:
    """(`intended outcome` or `dissent`, what follows it) where the line begins with one."""
    found = _LABEL.match(text)
    return (found[2].lower(), found[3].strip()) if found else None


def _given(part: Sequence[Section]) -> Iterator[tuple[Section, str]]:
    """Each heading of level 3 in a section, and what stands below it, deeper headings included."""
    starts = [at for at, one in enumerate(part) if one.level == ADVICE_LEVEL]
    for start, end in pairwise([*starts, len(part)]):
        yield part[start], _text(_below(part[start:end]))


def _headed(title: str, resolve: Resolve) -> tuple[date | None, tuple[str, ...]]:
    """The day and the people of a heading `2026-11-18 @ana`; nobody when it is none."""
    found = re.search(_DAY, title)
    day = to_day(found[1]) if found else None
    rest = title.replace(found[1], " ") if found else title
    if day is None and "@" not in rest and "[[" not in rest:
        return None, ()
    return day, cells.people(cells.names(rest.strip(" \t:,;\u2013\u2014-()")), resolve)


def _below(part: Sequence[Section]) -> list[Line]:
    """The lines below the first heading of *part*, the deeper headings as lines of their own."""
    first, *deeper = part
    found = list(first.lines)
    for one in deeper:
        found += [Line(one.line, f"{'#' * one.level} {one.title}"), *one.lines]
    return found


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines).strip("\n \t")


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines that count, cut before each `Decided` but the first."""
    block: list[Line] = []
    is_decided = False
    for line in lines:
        if line.in_code or line.hidden:
            continue
        if _DECIDED.match(line.text):
            if is_decided:
                yield block
                block = []
            is_decided = True
        block.append(line)
    yield block


def _decided(block: Sequence[Line], resolve: Resolve) -> Decision:
    """The decision of these lines; nobody's and of no day when none of them says `Decided`."""
    found = next(((it, line) for line in block if (it := _DECIDED.match(line.text))), None)
    day = to_day(found[0][1]) if found else None
    name = (found[0][2] or "").strip(" \t_") if found and day else ""
    reviews = (to_day(it) for line in block for it in _REVIEW.findall(line.text))
    said = dict(reversed(list(_labelled(block))))
    return Decision(
        on=day,
        by=resolve(plain_handle(name)) if name else "",
        outcome=said.get("intended outcome", ""),
        review_on=max(filter(None, reviews), default=None),
        dissent=said.get("dissent", ""),
        line=found[1].number if found else 0,
    )


def _labelled(block: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Each label and what it says, the lines of its paragraph joined."""
    for at, line in enumerate(block):
        if (found := label_of(line.text)) is None:
            continue
        words = [found[1], *_paragraph(block[at + 1 :])]
        said = " ".join(filter(None, words))
        yield found[0], "" if said.casefold().rstrip(".") in _NOTHING else said


def _paragraph(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        told = line.text.strip()
        is_next = label_of(told) or _DECIDED.match(told) or _REVIEW.match(told.lstrip("-+*_ "))
        if not told or told.startswith("#") or is_next:
            return
        yield told
