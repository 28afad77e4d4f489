"""Advice and the decision put into a proposal's text; no other byte moves."""

from collections.abc import Sequence
from datetime import date

from teamkit.errors import EditRefusedError
from teamkit.markdown import insert
from teamkit.markdown.document import plain_handle
from teamkit.markdown.fences import newline
from teamkit.markdown.outline import Outline
from teamkit.markdown.sections import Section
from teamkit.projects.proposals import prose
from teamkit.projects.proposals.model import Decision
from teamkit.projects.proposals.tables import following

#: What stands under Decision until there is one.
UNDECIDED = "not decided yet"


def add_advice(page: Outline, on: date, person: str, words: str) -> str:
    """The page's text with one more section `### DATE @HANDLE` at the end of Advice.

    Raises:
        EditRefusedError: the words hold a heading, or something else that ends the section.
    """
    told = words.replace("\r\n", "\n").strip("\n \t")
    after = at_end(page, "Advice", [f"### {on} @{person}", "", *told.split("\n")])
    if _advice(page.after(after)) != [*_advice(page), (on, person, told)]:
        raise EditRefusedError("the advice", "its words would be read differently")
    return after


def set_decision(page: Outline, decided: Decision) -> str:
    """The page's text with a decision at the top of its section; what stands there stays below it.

    Only a paragraph that begins with "Not decided yet" goes: the decision takes its place.

    Args:
        page: the proposal's file.
        decided: its `text` holds free words; its `line` does not count.

    Raises:
        EditRefusedError: it would be read differently, for instance because dissent that
            somebody wrote by hand is not part of it.
    """
    wanted = decided._replace(
        text=decided.text.replace("\r\n", "\n").strip("\n \t"),
        outcome=" ".join(decided.outcome.split()),
        dissent=" ".join(decided.dissent.split()),
    )
    after = on_top(page, "Decision", _spelt(wanted))
    read = prose.decision(page.after(after).parts("Decision"), plain_handle)
    if wanted.text not in read.text or read._replace(text=wanted.text, line=wanted.line) != wanted:
        raise EditRefusedError("the decision", "it would be read differently")
    return after


def at_end(page: Outline, name: str, lines: Sequence[str]) -> str:
    """The page's text with *lines* at the very end of that section, deeper headings included."""
    parts, text = page.parts(name), page.document.text
    if not parts:
        return page.with_section(name, lines, following(name))
    return insert.below(text, insert.end_of(parts[-1][-1]), lines)


def on_top(page: Outline, name: str, lines: Sequence[str]) -> str:
    """The page's text with *lines* in place of what says that nothing is decided, or on top."""
    parts, text = page.parts(name), page.document.text
    if not parts:
        return page.with_section(name, lines, following(name))
    heading = parts[0][0]
    start, end = _stand_in(heading)
    return _replaced(text, start, end, lines) if start else insert.below(text, heading.line, lines)


def _advice(page: Outline) -> list[tuple[date | None, str, str]]:
    given = prose.advice(page.parts("Advice"), plain_handle)
    return [(one.on, one.person, one.text) for one in given]


def _spelt(decided: Decision) -> list[str]:
    """The lines of a decision, an empty one between its paragraphs."""
    paragraphs = (
        f"Decided {decided.on} by @{decided.by}",
        decided.text,
        f"Intended outcome: {decided.outcome}" if decided.outcome else "",
        f"Review on {decided.review_on}" if decided.review_on else "",
        f"Dissent: {decided.dissent}" if decided.dissent else "",
    )
    return "\n\n".join(filter(None, paragraphs)).split("\n")


def _stand_in(section: Section) -> tuple[int, int]:
    """The first and the last line of the paragraph that says that nothing is decided yet; or 0."""
    start = end = 0
    for line in section.lines:
        told = line.text.strip()
        if (
            not start
            and not line.in_code
            and not line.hidden
            and told.lower().startswith(UNDECIDED)
        ):
            start = end = line.number
        elif start and (not told or prose.label_of(told)):
            break
        elif start:
            end = line.number
    return start, end


def _replaced(text: str, start: int, end: int, lines: Sequence[str]) -> str:
    pieces = text.split("\n")
    carriage = "\r" if newline(text) == "\r\n" else ""
    last = "\r" if pieces[end - 1].endswith("\r") else ""
    new = [*(line + carriage for line in lines[:-1]), lines[-1] + last]
    following = pieces[end : end + 1]
    gap = [carriage] if following and following[0].strip() else []
    return "\n".join([*pieces[: start - 1], *new, *gap, *pieces[end:]])
