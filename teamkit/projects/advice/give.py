"""Giving advice: one more dated section, and nothing else of the file touched."""

from datetime import date
from typing import NamedTuple

from teamkit.markdown.outline import Outline
from teamkit.projects.advice import free_text
from teamkit.projects.proposals import places
from teamkit.projects.proposals.model import Proposal
from teamkit.store.change import Change, edit


class AdviceGiven(NamedTuple):
    """What `advice give` decided.

    Attributes:
        person: handle of who advises.
        text: as it stands in the file.
        was_asked: somebody had asked them.
        headings: how many lines of the text would have been headings; they got a backslash.
    """

    change: Change
    proposal: Proposal
    person: str
    text: str
    was_asked: bool
    headings: int


def give(proposal: Proposal, person: str, name: str, typed: str, today: date) -> AdviceGiven:
    """The change that appends one section `### DATE @HANDLE` with what *person* advises.

    A second advice of the same day is a section of its own.

    Args:
        proposal: the proposal.
        person: handle of who advises.
        name: what colleagues call them, for the commit.
        typed: the advice, Markdown of any length.
        today: the day.

    Raises:
        UsageError: there are no words, or they cannot stand in a section.
        EditRefusedError: the file would be read differently.
    """
    told = free_text.fitted(typed, "the advice")
    added = places.add_advice(Outline(proposal.document), today, person, told.text)
    text = free_text.verified(proposal, added, "the advice")
    return AdviceGiven(
        change=Change(
            f"Advice of {name} on {proposal.title}", "advice give", edit(proposal.document, text)
        ),
        proposal=proposal,
        person=person,
        text=told.text,
        was_asked=any(asked.person == person for asked in proposal.asked),
        headings=told.headings,
    )
