"""What programs see of advice: who is asked, who answered, what is decided; declared once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.output.extend import within
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    many,
    one_of,
    optional,
)
from teamkit.projects.advice.decide import ProposalDecided
from teamkit.projects.advice.give import AdviceGiven
from teamkit.projects.advice.request import Asking
from teamkit.projects.advice.status import AdviceStatus, Request
from teamkit.projects.proposals.model import AdviceRequest, Decision, Proposal
from teamkit.projects.proposals.records import ADVICE_REQUEST, DECISION, PROPOSAL_REF


class AskedPerson(NamedTuple):
    """Somebody who is asked, could be, or could not."""

    what: str
    person: str
    because: str
    due: date | None = None


class Asked(NamedTuple):
    """The proposal that people are asked about; *asking* once they are."""

    proposal: Proposal
    width: int
    asking: Asking | None = None
    message: str = ""


class Waiting(NamedTuple):
    """A request for advice as of some day."""

    known: AdviceStatus
    request: Request
    today: date


class Waits(NamedTuple):
    """All requests, and proposal -> the reminder to send."""

    found: Sequence[AdviceStatus]
    reminders: Mapping[str, str]


def _unasked(waits: Waits) -> Iterable[tuple[str, str]]:
    return ((known.proposal.stem, one) for known in waits.found for one in known.unasked)


def _row(waiting: Waiting) -> AdviceRequest:
    one = waiting.request
    return AdviceRequest(one.person, one.why, one.on, one.by, one.line)


def _of_given(given: AdviceGiven) -> Proposal:
    return given.proposal


def _of_decided(decided: ProposalDecided) -> Proposal:
    return decided.proposal


def _decision(decided: ProposalDecided) -> Decision:
    return decided.decision


def _of_asked(asked: Asked) -> Proposal:
    return asked.proposal


ASKED_PERSON = Record[AskedPerson](
    "asked_person",
    "Somebody to ask for advice.",
    (
        Field(
            "what",
            lambda a: a.what,
            one_of("asked", "ask", "alternate", "passed"),
            "Was asked, is proposed, could be asked, or could not.",
        ),
        Field("person", lambda a: a.person, HANDLE, "Who."),
        Field("because", lambda a: a.because, TEXT, "Why."),
        Field("due", lambda a: a.due, optional(DAY), "The day the answer is due."),
    ),
)
ASKED = Record[Asked](
    "asked",
    "",
    (
        *within(PROPOSAL_REF.fields, _of_asked),
        Field("width", lambda a: a.width, COUNT, "How many people to ask, or were asked."),
        Field(
            "asked_before",
            lambda a: [one.person for one in a.asking.before] if a.asking else (),
            many(HANDLE),
            "Who had been asked before.",
        ),
        Field(
            "message",
            lambda a: a.message if a.asking and a.asking.asked else None,
            optional(TEXT),
            "What to send to those who are asked.",
        ),
        Field(
            "written",
            lambda a: bool(a.asking and a.asking.asked),
            YES,
            "Whether the proposal was changed.",
        ),
    ),
)
GIVEN = Record[AdviceGiven](
    "given_advice",
    "The advice that was given.",
    (
        *within(PROPOSAL_REF.fields, _of_given),
        Field("person", lambda g: g.person, HANDLE, "Who advised."),
        Field("text", lambda g: g.text, TEXT, "The advice, in Markdown."),
        Field("was_asked", lambda g: g.was_asked, YES, "Whether they were asked for it."),
    ),
)
WAITING = Record[Waiting](
    "waiting_request",
    "Somebody who was asked for advice, and what came of it.",
    (
        Field("proposal", lambda w: w.known.proposal.stem, SLUG, "About which proposal."),
        *within(ADVICE_REQUEST.fields, _row),
        Field("answered", lambda w: w.request.is_answered, YES, "Whether they answered."),
        Field("date", lambda w: w.request.answered_on, optional(DAY), "When they answered."),
        Field(
            "days_late",
            lambda w: w.request.days_late(w.today),
            COUNT,
            "For how many days the answer is overdue.",
        ),
        Field(
            "away_until",
            lambda w: w.request.away_until,
            optional(DAY),
            "The last day of the absence that covers today.",
        ),
        Field("path", lambda w: w.known.proposal.path, PATH, "The proposal's file."),
    ),
)
_UNASKED = Record[tuple[str, str]](
    "unasked_advice",
    "Somebody who advised without being asked.",
    (
        Field("proposal", lambda it: it[0], SLUG, "About which proposal."),
        Field("person", lambda it: it[1], HANDLE, "Who."),
    ),
)
_REMINDER = Record[tuple[str, str]](
    "reminder",
    "A message for those who have not answered.",
    (
        Field("proposal", lambda it: it[0], SLUG, "About which proposal."),
        Field("message", lambda it: it[1], TEXT, "The text to send."),
    ),
)
WAITS = Record[Waits](
    "waits",
    "",
    (
        Field("unasked", _unasked, many(_UNASKED), "Who advised without being asked."),
        Field("reminders", lambda w: w.reminders.items(), many(_REMINDER), "What to send."),
    ),
)
DECIDED = Record[ProposalDecided](
    "decided_proposal",
    "The decision about a proposal.",
    (
        *within(PROPOSAL_REF.fields, _of_decided),
        *within(DECISION.fields, _decision),
        Field(
            "no_answer",
            lambda d: [request.person for request in d.silent],
            many(HANDLE),
            "Who was asked and did not answer in time.",
        ),
    ),
)
