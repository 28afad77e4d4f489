"""Asking for advice: rows in the proposal's table, and the message to send."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.choice import Choice
from teamkit.errors import UsageError
from teamkit.markdown.outline import Outline
from teamkit.meetings.messages import web
from teamkit.people.directory import Directory
from teamkit.people.person import Person, listed
from teamkit.projects.advice import free_text
from teamkit.projects.advice.decide import decider_of
from teamkit.projects.advice.status import USUAL, AdviceStatus, Request
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.tables import ADVICE
from teamkit.store.change import Change, edit
from teamkit.team import Team

#: Risk -> how long people have to answer; a week where it does not say.
ANSWER_IN: Mapping[str, timedelta] = {"high": timedelta(weeks=2)}
#: So long before the day people may be reminded; just asked, nobody is.
NEAR = timedelta(days=2)
#: Why somebody is asked for whom nothing else speaks.
VIEW = "another view"
#: What stands for everybody proposed, and for nobody, where somebody is asked to choose.
ALL, NOBODY = "all", "nobody"


class Asking(NamedTuple):
    """What `advice ask` decided.

    Attributes:
        asked: handle -> why, of those who are asked now.
        before: those who had been asked already; they get no second row.
        by: the day an answer is wanted.
        away: handle -> last day away, of those asked who are not back on *by*.
    """

    change: Change
    proposal: Proposal
    asked: Mapping[str, str]
    before: tuple[Request, ...]
    by: date
    away: Mapping[str, date]


def ask(
    known: AdviceStatus,
    wanted: Sequence[Person],
    reasons: Mapping[str, str],
    today: date,
    *,
    why: str = "",
    by: date | None = None,
) -> Asking:
    """The change that asks those people for advice; who has been asked gets no second row.

    Args:
        known: the proposal, and how its advice stands.
        wanted: who is to be asked; may be empty.
        reasons: handle -> why they are asked, where *why* does not say.
        today: the day.
        why: the reason, for all of them.
        by: the day an answer is wanted; by default as the risk says.

    Raises:
        UsageError: that day has passed, or somebody is not on the team.
        EditRefusedError: the table cannot be understood.
    """
    proposal = known.proposal
    day = by or answer_by(proposal, today)
    if day < today:
        raise UsageError(
            f"{day} has passed.", hint="Choose a day in the future: --by fri, --by +1w"
        )
    gone = [one for one in wanted if not one.is_member(today)]
    if gone:
        raise UsageError(f"{_names(gone)} cannot be asked: no longer, or not yet, on the team.")
    before = {one.person: one for one in known.requests}
    given = free_text.one_line(why)
    asked = {
        one.handle: given or reasons.get(one.handle, VIEW)
        for one in wanted
        if one.handle not in before
    }
    page = Outline(proposal.document)
    for person, because in asked.items():
        cells = {"Asked": f"@{person}", "Why": because, "On": str(today), "By": str(day)}
        page = page.after(ADVICE.add(page, cells))
    text = page.document.text
    free_text.readable(proposal.path, text)
    names = {one.handle: one for one in wanted}
    return Asking(
        change=Change(
            f"Ask {_names(names[person] for person in asked)} for advice on {proposal.title}",
            "advice ask",
            edit(proposal.document, text),
        ),
        proposal=proposal,
        asked=asked,
        before=tuple(before[person] for person in names if person in before),
        by=day,
        away={h: until for h in asked if (until := names[h].away_until(today)) and until >= day},
    )


def answer_by(proposal: Proposal, today: date) -> date:
    """The day an answer is wanted by when nobody says: a week from *today*, two at high risk."""
    return today + ANSWER_IN.get(proposal.risk, USUAL)


def chosen(answer: str, choice: Choice) -> list[str]:
    """The names that somebody typed; everybody proposed for `all`, nobody for `nobody`."""
    words = answer.replace(",", " ").split()
    if [word.lower() for word in words] in ([], [NOBODY], ["no"], ["n"]):
        return []
    if len(words) == 1 and words[0].lower() in {ALL, "yes", "y"}:
        return [one.name for one in choice.picks]
    return words


def message(asking: Asking, people: Directory, place: str) -> str:
    """What to send to those who are asked: one paragraph; *place* is where the proposal is."""
    proposal = asking.proposal
    handles = list(asking.asked)
    decider = decider_of(proposal)
    reasons = "; ".join(f"{people.first_name(h)}: {why}" for h, why in asking.asked.items())
    decides = f"You advise, {people.first_name(decider)} decides." if decider else ""
    ways = (
        f"one line is enough, by {asking.by:%A} {asking.by}: under Advice on that page,"
        f" with teamkit advice give {proposal.stem}, or as an answer to this message"
    )
    sentences = (
        f"{people.first_names(handles)}, what do you advise on {proposal.title}?",
        f"Why you: {reasons if len(handles) > 1 else ''.join(asking.asked.values())}.",
        f"It is here: {place} ({ways}).",
        decides,
    )
    return " ".join(filter(None, sentences))


def reminder(known: AdviceStatus, people: Directory, today: date, place: str) -> str:
    """What to send to those who are here and whose day is near or past; empty for nobody."""
    near = [one for one in known.waiting if one.by is None or one.by - NEAR <= today]
    here = [one for one in near if one.away_until is None]
    if not here:
        return ""
    wanted = "; ".join(
        f"{people.first_name(one.person)}{f', {one.why}' if one.why else ''}"
        f"{f' (wanted by {one.by})' if one.by else ''}"
        for one in here
    )
    sentences = (
        f"A friendly reminder: your advice on {known.proposal.title} is still welcome.",
        f"{wanted}.",
        f"It is here: {place} (one line is enough, and so is 'nothing to add').",
    )
    return " ".join(sentences)


def _names(people: Iterable[Person]) -> str:
    return listed([one.first_name for one in people]) or "nobody"


def place(team: Team, proposal: Proposal) -> str:
    """Where to read the proposal: its page on the forge, else its path."""
    return web.of_file(team, proposal.path) or proposal.path
