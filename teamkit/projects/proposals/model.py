"""Proposals of projects as frozen values."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from teamkit.markdown.document import Document

#: What somebody's part may be, from an offer to an answer.
STATES = ("volunteered", "suggested", "agreed", "declined")
#: The roles that are proposed; people write other words too.
MAIN, SUPPORT = "main", "support"

#: Handle of whoever is meant by a name in a file.
Resolve = Callable[[str], str]


class ProposalNeed(NamedTuple):
    """What the project needs: a row under Needs.

    Attributes:
        title: in the client's words; names the need in the other tables.
        skill: as written, a slug of the catalog as a rule; may be empty.
        level: 0 to 4; None when the row does not say.
        fte: full-time equivalents, 0 or more; None when it cannot be read.
        starts: None when neither the row nor the proposal says; so for *ends*.
        ends: last day; None also when it comes before *starts*.
        solution: the slug of the solution's file; empty when none is linked.
        line: 1-based line in the file.
    """

    title: str
    skill: str
    level: int | None
    fte: float | None
    starts: date | None
    ends: date | None
    solution: str
    line: int


class Part(NamedTuple):
    """Somebody's part in a need: a row under Allocation.

    Attributes:
        need: the need's title, as written.
        person: handle.
        role: main, support or other words; lower case.
        percent: of a full week, 0 to 100; None when it cannot be read.
        starts: None when neither the row nor its need says; so for *ends*.
        ends: last day; None also when it comes before *starts*.
        state: one of `STATES`; empty when the row has another word.
        line: 1-based line in the file.
    """

    need: str
    person: str
    role: str
    percent: int | None
    starts: date | None
    ends: date | None
    state: str
    line: int


class AdviceRequest(NamedTuple):
    """Somebody who was asked for advice: a row under Advice.

    Attributes:
        person: handle.
        on: the day they were asked.
        by: the day an answer is wanted.
        line: 1-based line in the file.
    """

    person: str
    why: str
    on: date | None
    by: date | None
    line: int


class Advice(NamedTuple):
    """What somebody advised: a section `### DATE @HANDLE` under Advice.

    Attributes:
        person: handle.
        text: without blank lines around it.
        line: 1-based line of the heading.
    """

    on: date | None
    person: str
    text: str
    line: int


class Decision(NamedTuple):
    """What was decided, under Decision.

    Attributes:
        on: the day of the line `Decided DATE by @HANDLE`; None while nothing is decided.
        by: handle; empty while nothing is decided.
        text: the whole section without its heading and without blank lines around it.
        outcome: what stands after `Intended outcome:`.
        review_on: the day of `Review on DATE`.
        dissent: what stands after `Dissent:`; empty when there was none.
        line: 1-based line of `Decided ...`, or of the heading; 0 when there is no such section.
    """

    on: date | None = None
    by: str = ""
    text: str = ""
    outcome: str = ""
    review_on: date | None = None
    dissent: str = ""
    line: int = 0


class Proposal(NamedTuple):
    """One proposal of a project: what its file says.

    Attributes:
        stem: the file's name without .md.
        status: lead, proposal, won, running, done or lost; proposal when the file does not say.
        owner: handle; empty when nobody owns it; so for *decider*.
        probability: percent; 100 once it is won, 0 when it is lost, whatever the file says;
            None when a lead or proposal does not say.
        scope: how wide it reaches: low, medium, high or empty; so for *risk*.
    """

    stem: str
    title: str
    status: str
    owner: str
    decider: str
    starts: date | None
    ends: date | None
    probability: int | None
    scope: str
    risk: str
    needs: tuple[ProposalNeed, ...]
    parts: tuple[Part, ...]
    asked: tuple[AdviceRequest, ...]
    advice: tuple[Advice, ...]
    decision: Decision
    path: str
    document: Document
