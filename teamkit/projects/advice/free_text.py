"""Free text, fitted so that it stays within its section of a proposal."""

import re
from typing import NamedTuple

from teamkit.errors import BadDocumentError, UsageError
from teamkit.markdown.document import Document, parse, plain_handle
from teamkit.markdown.sections import lines
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")


class Fitted(NamedTuple):
    """Text that may stand below a heading.

    Attributes:
        text: LF between its lines, no blank lines around it; headings begin with a backslash.
        headings: how many lines would have been headings.
    """

    text: str
    headings: int


def fitted(typed: str, what: str) -> Fitted:
    """*typed* as it is written below a heading; *what* it is, for the refusal: "the advice".

    Raises:
        UsageError: nothing is left of it, it is no text, or a code block or comment in it is
            never closed.
    """
    text = typed.replace("\r\n", "\n").replace("\r", "\n").strip("\n \t")
    if not text:
        raise UsageError(f"{what.capitalize()} is empty; nothing was written.")
    readable("", text)
    told = lines(text, 2)  # never line 1: a text may begin with a rule of dashes
    last = lines(f"{text}\n\nx", 2)[-1]
    if last.in_code or last.hidden:
        kind = "code block (``` or ~~~)" if last.in_code else "comment (<!--)"
        raise UsageError(f"A {kind} in {what} is never closed.", hint="Close it, and try again")
    marked = [_is_heading(line.text) and not line.in_code and not line.hidden for line in told]
    shown = [
        re.sub("#", r"\\#", line.text, count=1) if is_heading else line.text
        for line, is_heading in zip(told, marked, strict=True)
    ]
    return Fitted("\n".join(shown), sum(marked))


def one_line(text: str) -> str:
    """*text* in one line, without doubled spaces."""
    return " ".join(text.split())


def verified(proposal: Proposal, text: str, what: str) -> str:
    """*text*, the proposal's file with more words, unless they changed its tables or its reading.

    Args:
        proposal: as it was before.
        text: the whole file.
        what: what the words are, for the refusal: "the advice".

    Raises:
        UsageError: a table among the words would be taken for the proposal's own, or the file
            could not be read; says why.
    """
    after = readable(proposal.path, text)
    if _rows(read_proposal(after, plain_handle)) != _rows(
        read_proposal(proposal.document, plain_handle)
    ):
        raise UsageError(
            f"A table in {what} would be read as one of the proposal's own.",
            hint="Name its first column otherwise, or put it between ``` and ```",
        )
    return text


def readable(path: str, text: str) -> Document:
    """The file at *path* as it would be read.

    Raises:
        UsageError: it could not be; says why.
    """
    try:
        return parse(path, text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise UsageError("Some of what was typed is not UTF-8 text.") from error
    except BadDocumentError as bad:
        raise UsageError(f"The file could not be read with that in it: {bad.why}.") from bad


def _rows(proposal: Proposal) -> list[object]:
    """The rows of every table; they may have moved."""
    return [
        *(one._replace(line=0) for one in proposal.needs),
        *(one._replace(line=0) for one in proposal.parts),
        *(one._replace(line=0) for one in proposal.asked),
    ]


def _is_heading(line: str) -> bool:
    return "#" in line and _HEADING.match(line) is not None
