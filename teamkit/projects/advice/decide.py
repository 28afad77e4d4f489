"""Deciding with advice: who may, whom one waits for, and the dissent that stays with it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.days import after
from teamkit.errors import ConflictError, UsageError
from teamkit.markdown.outline import Outline
from teamkit.people.directory import Directory
from teamkit.projects.advice import free_text
from teamkit.projects.advice.status import AdviceStatus, Request
from teamkit.projects.proposals import places
from teamkit.projects.proposals.model import Decision, Proposal
from teamkit.store.change import Change, edit

#: Risk -> after how long a decision is looked at again.
REVIEW_IN: Mapping[str, str] = {"high": "1 month", "medium": "3 months", "low": "6 months"}
#: The risk of a proposal that does not say.
USUAL_RISK = "medium"
#: How the sentence begins that says why an earlier dissent is not repeated.
DROPPED = "Dissent no longer kept"


class TypedDecision(NamedTuple):
    """A decision, as somebody typed it.

    Attributes:
        text: what was decided.
        outcome: what shall come of it; may be empty.
        review_on: the day to look at it again; None for the usual one.
        dissent: the words of those who still object.
        drops_dissent: do not repeat what was kept so far.
        anyway: decide though somebody may still answer, or somebody else decides.
        because: why, for the last two.
    """

    text: str
    outcome: str = ""
    review_on: date | None = None
    dissent: Sequence[str] = ()
    drops_dissent: bool = False
    anyway: bool = False
    because: str = ""


class ProposalDecided(NamedTuple):
    """What `advice decide` decided.

    Attributes:
        decision: as it is read back from the file, but for `line`.
        carried: dissent that nobody repeated, and that stays.
        silent: those whose day passed without an answer.
        headings: how many lines of the text would have been headings; they got a backslash.
    """

    change: Change
    proposal: Proposal
    decision: Decision
    carried: tuple[str, ...]
    silent: tuple[Request, ...]
    headings: int


def decide(
    known: AdviceStatus,
    wanted: TypedDecision,
    runner: str,
    *,
    people: Directory,
    today: date,
    objections: Iterable[str] = (),
) -> ProposalDecided:
    """The change that records a decision, above the earlier ones.

    Args:
        known: the proposal, and how its advice stands.
        wanted: the decision.
        runner: handle of who decides.
        people: for names in refusals.
        today: the day.
        objections: open ones of the notes that are about this proposal, each with its name.

    Raises:
        UsageError: there are no words, the review is not to come, or a reason is missing.
        ConflictError: somebody else decides, or somebody asked may still answer.
        EditRefusedError: the file would be read differently.
    """
    proposal = known.proposal
    refuse(known, wanted, runner, people=people, today=today)
    told = free_text.fitted(wanted.text, "the decision")
    kept = [proposal.decision.dissent, *map(free_text.one_line, objections)]
    carried = () if wanted.drops_dissent else _distinct(kept)
    dissent = _distinct([*carried, *map(free_text.one_line, wanted.dissent)])
    decision = Decision(
        on=today,
        by=runner,
        text="\n\n".join((told.text, *_beside(known, wanted, runner, today))),
        outcome="".join(_distinct([free_text.one_line(wanted.outcome)])),
        review_on=wanted.review_on or review_day(proposal, today),
        dissent="; ".join(dissent),
    )
    set_ = places.set_decision(Outline(proposal.document), decision)
    text = free_text.verified(proposal, set_, "the decision")
    return ProposalDecided(
        change=Change(
            f"Decide on {proposal.title}", "advice decide", edit(proposal.document, text)
        ),
        proposal=proposal,
        decision=decision,
        carried=carried,
        silent=_silent(known, today),
        headings=told.headings,
    )


def review_day(proposal: Proposal, today: date) -> date:
    """When a decision of *today* is looked at again, unless somebody says otherwise."""
    return after(today, REVIEW_IN[proposal.risk or USUAL_RISK]) or date.max


def decider_of(proposal: Proposal) -> str:
    """Handle of who decides: the decider, else the owner; empty when anybody may."""
    return proposal.decider or proposal.owner


def refuse(
    known: AdviceStatus, wanted: TypedDecision, runner: str, *, people: Directory, today: date
) -> None:
    """Refuse what `decide` would, but for the words.

    Raises:
        UsageError: the review is not to come, or a reason is missing.
        ConflictError: somebody else decides, or somebody asked may still answer.
    """
    _check(wanted, today)
    if not wanted.anyway:
        _refuse_others(known.proposal, runner, people)
        _refuse_early(known, people, today)


def _check(wanted: TypedDecision, today: date) -> None:
    if wanted.review_on and wanted.review_on <= today:
        raise UsageError(
            f"The review would be on {wanted.review_on}, which is not in the future.",
            hint="Choose a later day: --review 2027-03-05, --review +8w",
        )
    if (wanted.anyway or wanted.drops_dissent) and not free_text.one_line(wanted.because):
        flag = "--anyway" if wanted.anyway else "--drop-dissent"
        raise UsageError(f"{flag} needs a reason, which stays with the decision.", hint=_WHY)


def _refuse_others(proposal: Proposal, runner: str, people: Directory) -> None:
    decider = decider_of(proposal)
    if decider not in {"", runner}:
        who = people.first_name(decider)
        raise ConflictError(
            f"{who} decides on {proposal.title}, not {people.first_name(runner)}.",
            where=proposal.path,
            hint=f"Let {who} do it, or: --anyway {_WHY}",
        )


def _refuse_early(known: AdviceStatus, people: Directory, today: date) -> None:
    early = [one for one in known.requests if one.may_still_come(today)]
    if early:
        raise ConflictError(
            f"{people.first_names([one.person for one in early])} may still answer"
            f" ({_days(early)}).",
            where=known.proposal.path,
            hint=f"Remind them: teamkit advice status {known.proposal.stem}; or: --anyway {_WHY}",
        )


def _beside(known: AdviceStatus, wanted: TypedDecision, runner: str, today: date) -> list[str]:
    """The sentences that say what was unusual about the decision."""
    because = free_text.one_line(wanted.because).rstrip(".")
    said = []
    if wanted.anyway:
        decider = decider_of(known.proposal)
        early = [one for one in known.requests if one.may_still_come(today)]
        if decider not in {"", runner}:
            said.append(f"In place of @{decider}, because {because}.")
        if early:
            who = ", ".join(f"@{one.person}" for one in early)
            said.append(f"Without waiting for {who} ({_days(early)}), because {because}.")
    said += [
        f"No answer by {day}: {', '.join(f'@{one.person}' for one in silent)}."
        for day, silent in _by_day(_silent(known, today)).items()
    ]
    if wanted.drops_dissent and known.proposal.decision.dissent:
        said.append(f"{DROPPED}, because {because}: {known.proposal.decision.dissent}")
    return said


def _silent(known: AdviceStatus, today: date) -> tuple[Request, ...]:
    """Those who were asked, and whose day came without an answer."""
    return tuple(one for one in known.waiting if not one.may_still_come(today))


def _by_day(requests: Iterable[Request]) -> dict[date, list[Request]]:
    found: dict[date, list[Request]] = {}
    for one in requests:
        found.setdefault(one.by or date.min, []).append(one)
    return dict(sorted(found.items()))


def _days(early: Sequence[Request]) -> str:
    """`wanted by 2026-12-08`, the last day of several; or that no day was said."""
    last = max((one.by for one in early if one.by), default=None)
    return f"wanted by {last}" if last else "no day was said"


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Each words once, without those that say that there are none."""
    kept: list[str] = []
    for one in words:
        known = any(one.casefold() in it.casefold() for it in kept)
        if one.casefold().rstrip(".") not in _NOBODY and not known:
            kept.append(one)
    return tuple(kept)


_WHY = '--because "..."'
_NOBODY = frozenset(["", "no", "none", "nobody", "-"])
