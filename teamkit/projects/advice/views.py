"""What people and programs see of asking for advice, giving it, and deciding with it."""

from collections.abc import Mapping, Sequence
from datetime import date

from teamkit.choice import Choice
from teamkit.output import fields
from teamkit.output.fields import Page
from teamkit.output.shapes import Column, Lines, Stack, Table
from teamkit.people.directory import Directory
from teamkit.projects.advice.decide import ProposalDecided
from teamkit.projects.advice.give import AdviceGiven
from teamkit.projects.advice.records import (
    ASKED,
    ASKED_PERSON,
    DECIDED,
    GIVEN,
    WAITING,
    WAITS,
    Asked,
    AskedPerson,
    Waiting,
    Waits,
)
from teamkit.projects.advice.request import Asking
from teamkit.projects.advice.status import AdviceStatus, Request, is_open
from teamkit.projects.proposals.model import Proposal

#: How many of those who could be asked besides are shown.
_BESIDES = 3
_ASK = Page("advice.ask", "Whom to ask, or who was asked.", ASKED_PERSON, ASKED, writes=True)
_GIVE = Page("advice.give", "The advice that was given.", GIVEN, writes=True)
_STATUS = Page("advice.status", "Who was asked, and who has answered.", WAITING, WAITS)
_DECIDE = Page("advice.decide", "The decision that was made.", DECIDED, writes=True)


def proposed(proposal: Proposal, choice: Choice, width: int) -> Table:
    """Whom to ask and why, and who could be asked besides; who could not as facts."""
    shown = [("ask", one) for one in choice.picks]
    shown += [("or", one) for one in choice.alternates[:_BESIDES]]
    found = (
        ("ask", choice.picks),
        ("alternate", choice.alternates),
        ("passed", choice.passed),
    )
    return Table(
        kind=_ASK.kind,
        title=f"Whom to ask about {proposal.title}",
        columns=(Column("What"), Column("Who", style="bold"), Column("Why")),
        rows=tuple((what, one.name, one.because) for what, one in shown),
        items=_ASK.items(
            AskedPerson(what, one.name, one.because) for what, picks in found for one in picks
        ),
        empty="There is nobody to propose. Ask whom you like: teamkit advice ask SLUG PERSON",
        facts=_ASK.facts(Asked(proposal, width)),
    )


def choice(choice: Choice) -> Lines:
    """The same as sentences, to be read before choosing."""
    lines = [f"Ask {one.name}: {one.because}" for one in choice.picks]
    lines += [f"Or {one.name}: {one.because}" for one in choice.alternates[:_BESIDES]]
    return Lines(_ASK.kind, tuple(lines), ())


def proposed_told(proposal: Proposal, choice: Choice, width: int) -> list[str]:
    """How many are to be asked, why, and who could not be, in sentences for stderr."""
    of = f"scope {proposal.scope or 'not said'}, risk {proposal.risk or 'not said'}"
    passed = ", ".join(f"{one.name} ({one.because})" for one in choice.passed)
    return [f"{of}: {width} people to ask.", *([f"Not proposed: {passed}."] if passed else [])]


def how_to_ask(proposal: Proposal, choice: Choice) -> str:
    """What to type to ask those who are proposed."""
    names = " ".join(one.name for one in choice.picks)
    if not names:
        return f"Nobody was asked. Ask somebody: teamkit advice ask {proposal.stem} PERSON"
    return f"Nobody was asked yet. Ask them: teamkit advice ask {proposal.stem} {names}"


def asked(asking: Asking, message: str) -> Lines:
    """The message to send; who was asked, and why, as facts."""
    found = Asked(asking.proposal, len(asking.asked), asking, message)
    items = (AskedPerson("asked", who, why, asking.by) for who, why in asking.asked.items())
    return fields.lines(_ASK, (message,) if asking.asked else (), items, whole=found)


def asked_told(asking: Asking, people: Directory) -> list[str]:
    """Who had been asked already, and who is away, in sentences for stderr."""
    said = (
        []
        if is_open(asking.proposal)
        else [f"{asking.proposal.title} is decided, or over, already."]
    )
    said += [_before(one, people) for one in asking.before]
    return said + [
        f"{people.first_name(handle)} is away until {until}; the answer is wanted by {asking.by}."
        for handle, until in asking.away.items()
    ]


def given(advice: AdviceGiven) -> Lines:
    """The path of the file that holds the advice now."""
    return fields.lines(_GIVE, (advice.proposal.path,), (advice,))


def given_told(advice: AdviceGiven, people: Directory) -> list[str]:
    """That somebody was not asked, and what was done to headings, in sentences for stderr."""
    said = []
    if not advice.was_asked:
        said.append(f"Nobody had asked {people.first_name(advice.person)}; it is welcome.")
    return [*said, *_headings(advice.headings)]


def standings(
    found: Sequence[AdviceStatus], reminders: Mapping[str, str], today: date, *, shows_name: bool
) -> Stack:
    """Who has answered and who has not, then a reminder to send for each proposal.

    Args:
        found: one for each proposal.
        reminders: the proposal's stem -> the reminder; without those that need none.
        today: for how long people have waited.
        shows_name: whether each row says which proposal it is about.
    """
    rows = [
        ((known.proposal.stem,) if shows_name else ()) + (one.person, _state(one, today))
        for known in found
        for one in known.requests
    ] + [
        ((known.proposal.stem,) if shows_name else ()) + (person, "advised without being asked")
        for known in found
        for person in known.unasked
    ]
    about = (Column("Proposal"),) if shows_name else ()
    table = Table(
        kind=_STATUS.kind,
        columns=(*about, Column("Who", style="bold"), Column("Advice")),
        rows=tuple(rows),
        items=(),
        empty="Nobody waits for advice. Ask for some: teamkit advice ask SLUG",
    )
    sent = tuple(Lines("advice.reminder", (text,), ()) for text in reminders.values())
    items = _STATUS.items(Waiting(known, one, today) for known in found for one in known.requests)
    return Stack(_STATUS.kind, (table, *sent), items, _STATUS.facts(Waits(found, reminders)))


def decided(one: ProposalDecided) -> Lines:
    """The path of the file that holds the decision now."""
    return fields.lines(_DECIDE, (one.proposal.path,), (one,))


def decided_told(one: ProposalDecided, people: Directory) -> list[str]:
    """What was kept, who was silent, when it comes back, in sentences for stderr."""
    said = [f"Dissent kept: {words}" for words in one.carried]
    if one.silent:
        names = people.first_names([request.person for request in one.silent])
        said.append(f"No answer in time: {names}. The decision records this.")
    if not one.proposal.asked and not one.proposal.advice:
        said.append("Nobody was asked for advice before.")
    if not one.decision.outcome:
        said.append("The decision has no intended outcome; next time: --outcome")
    said.append(f"It comes back in the agenda from {one.decision.review_on} on.")
    return [*said, *_headings(one.headings)]


def _headings(count: int) -> list[str]:
    if not count:
        return []
    what = "1 line begins" if count == 1 else f"{count} lines begin"
    return [f"{what} with #; a backslash keeps the file's own headings apart."]


def _before(one: Request, people: Directory) -> str:
    when = f" on {one.on}" if one.on else ""
    name = people.first_name(one.person)
    if one.is_answered:
        return f"{name} was asked{when} already, and has answered."
    wanted = f"; the answer is wanted by {one.by}" if one.by else ""
    return f"{name} was asked{when} already{wanted}."


def _state(one: Request, today: date) -> str:
    """`asked 12 days ago, wanted by 2026-11-27, 4 days late; away until 2026-12-11`."""
    if one.is_answered:
        return f"answered on {one.answered_on}" if one.answered_on else "answered"
    if one.has_left:
        return "no longer on the team"
    late = one.days_late(today)
    told = ["asked" if one.on is None else _ago(today, one.on)]
    if one.by:
        told.append(f"wanted by {one.by}")
    if late:
        told.append("1 day late" if late == 1 else f"{late} days late")
    away = f"; away until {one.away_until}" if one.away_until else ""
    return ", ".join(told) + away


def _ago(today: date, on: date) -> str:
    days = (today - on).days
    if days < 1:
        return "asked today" if days == 0 else f"to be asked on {on}"
    return "asked yesterday" if days == 1 else f"asked {days} days ago"
