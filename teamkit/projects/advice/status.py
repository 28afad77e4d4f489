"""How the advice on a proposal stands: who was asked, who has answered, whom one waits for."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.kinds import KINDS
from teamkit.people.directory import Directory
from teamkit.projects.proposals.model import AdviceRequest, Proposal

#: How long an answer may take where the table does not say.
USUAL = timedelta(weeks=1)


class Request(NamedTuple):
    """Somebody who was asked for advice, and what came of it.

    Attributes:
        person: handle.
        on: the day they were asked; None when the table does not say.
        by: the day an answer is wanted: the table's, else a week after *on*, else None.
        is_answered: they gave advice on the day they were asked, or later.
        answered_on: the day of their first answer; None without a day, too.
        away_until: the last day of the absence that they are in; None when they are here.
        has_left: they are no longer on the team.
        line: 1-based line of the row in the file.
    """

    person: str
    why: str
    on: date | None
    by: date | None
    is_answered: bool
    answered_on: date | None
    away_until: date | None
    has_left: bool
    line: int

    @property
    def is_waiting(self) -> bool:
        """Whether an answer may still come."""
        return not self.is_answered and not self.has_left

    def days_late(self, today: date) -> int:
        """For how many days the answer is overdue; 0 up to the day itself, and once it is there."""
        if not self.is_waiting or self.by is None:
            return 0
        return max(0, (today - self.by).days)

    def may_still_come(self, today: date) -> bool:
        """Whether the day of the answer is still to come; without any day it always is."""
        return self.is_waiting and (self.by is None or today < self.by)


class AdviceStatus(NamedTuple):
    """How the advice on one proposal stands.

    Attributes:
        requests: one for each person, in the order in which they were asked.
        unasked: handles of those who advised without being asked.
    """

    proposal: Proposal
    requests: tuple[Request, ...]
    unasked: tuple[str, ...]

    @property
    def waiting(self) -> tuple[Request, ...]:
        """Those who have not answered."""
        return tuple(one for one in self.requests if one.is_waiting)


def standing(proposal: Proposal, people: Directory, today: date) -> AdviceStatus:
    """Who was asked for advice on *proposal*, and who has answered.

    Who was asked twice counts from the last time.
    """
    last = {asked.person: asked for asked in proposal.asked}
    requests = tuple(_request(proposal, asked, people, today) for asked in last.values())
    advised = dict.fromkeys(one.person for one in proposal.advice)
    return AdviceStatus(proposal, requests, tuple(one for one in advised if one not in last))


def is_open(proposal: Proposal) -> bool:
    """Whether the proposal still waits for its decision."""
    return proposal.decision.on is None and proposal.status not in KINDS["proposals"].over


def all_open(proposals: Iterable[Proposal], people: Directory, today: date) -> list[AdviceStatus]:
    """The undecided proposals that somebody was asked about or has advised on."""
    found = (standing(proposal, people, today) for proposal in proposals if is_open(proposal))
    return [one for one in found if one.requests or one.unasked]


def _request(proposal: Proposal, asked: AdviceRequest, people: Directory, today: date) -> Request:
    given = [
        one
        for one in proposal.advice
        if one.person == asked.person and not (one.on and asked.on and one.on < asked.on)
    ]
    person = people.get(asked.person)
    return Request(
        person=asked.person,
        why=asked.why,
        on=asked.on,
        by=asked.by or (asked.on + USUAL if asked.on else None),
        is_answered=bool(given),
        answered_on=min((one.on for one in given if one.on), default=None),
        away_until=person.away_until(today) if person else None,
        has_left=person is not None and not person.is_member(today),
        line=asked.line,
    )
