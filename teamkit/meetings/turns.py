"""Who takes notes at one meeting: proposed from who really did, written into the agenda."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import NotFoundError
from teamkit.markdown.editing import set_key
from teamkit.meetings import attendance, records, rotation
from teamkit.meetings.agendas import Meetings
from teamkit.meetings.model import Agenda
from teamkit.people.person import Person
from teamkit.proposal import Pick, Proposal
from teamkit.store.change import Change, edit


class Asked(NamedTuple):
    """What `notes rotate` decided.

    Attributes:
        change: the one-line change of the agenda; empty when its names already stand.
        proposal: the picks with reasons, who is next, and who could not.
        agenda: the agenda's path.
    """

    change: Change
    proposal: Proposal
    agenda: str


def rotate(
    meetings: Meetings,
    series: Series,
    day: date,
    *,
    seats: int | None = None,
    picked: Sequence[Person] = (),
    excepted: Sequence[Person] = (),
    again: bool = False,
) -> Asked:
    """Choose who takes notes on *day*.

    Names already in the agenda stay, unless *again* or *excepted*; *picked* people overrule all.

    Raises:
        NotFoundError: there is no agenda for that day, or nobody is left who could.
    """
    agenda = meetings.agenda(series, day)
    if agenda is None:
        raise NotFoundError(
            f"There is no agenda for {series.slug} on {day}.",
            hint=f"Make it: teamkit agenda new {series.slug} --date {day}",
        )
    seats = max(series.note_taker_seats if seats is None else seats, len(picked))
    standing = () if again or picked else agenda.note_takers
    proposal = _propose(meetings, series, agenda, seats=seats, standing=standing, excepted=excepted)
    if picked:
        proposal = _overruled(proposal, picked, seats)
    names = [pick.name for pick in proposal.picks]
    if not names:
        raise NotFoundError(
            f"Nobody is left who could take notes on {day}.",
            hint=_who_could_not(proposal) or "Add people: teamkit people add HANDLE",
        )
    return Asked(_change(meetings, agenda, names, picked=bool(picked)), proposal, agenda.path)


def _propose(
    meetings: Meetings,
    series: Series,
    agenda: Agenda,
    *,
    seats: int,
    standing: Sequence[str],
    excepted: Sequence[Person],
) -> Proposal:
    taken = [n for n in records.of_series(meetings.held, series) if n.day < agenda.day]
    history = attendance.turns(taken, series, meetings.people)
    left_out = {person.handle for person in excepted}
    could, passed = [], []
    for person in meetings.people:
        if not person.is_expected(agenda.day, series.areas):
            continue
        away = attendance.missing(meetings.people, person.handle, agenda.day)
        why = away or _why_not(person, agenda, left_out)
        if why:
            passed.append(Pick(person.handle, why))
        else:
            could.append(person.handle)
    ranked = rotation.next_takers(history, could, seats)
    everyone = (*ranked.picks, *ranked.alternates)
    asked = [name for name in standing if name not in left_out]
    unable = {pick.name: f"already asked, but {pick.because}" for pick in passed}
    for name in asked:
        why = attendance.missing(meetings.people, name, agenda.day)
        if why:
            unable[name] = f"already asked, but {why}; choose anew: --again"
    stay = tuple(Pick(name, unable.get(name, "already asked")) for name in asked)
    free = [pick for pick in everyone if pick.name not in asked]
    open_seats = max(0, seats - len(stay))
    missing = tuple(pick for pick in passed if pick.name not in asked)
    return Proposal((*stay, *free[:open_seats]), tuple(free[open_seats:]), missing)


def _why_not(person: Person, agenda: Agenda, left_out: set[str]) -> str:
    if person.handle == agenda.facilitator:
        return "facilitates that day"
    return "left out this time" if person.handle in left_out else ""


def _overruled(proposal: Proposal, picked: Sequence[Person], seats: int) -> Proposal:
    """*picked* in front; the rotation fills what seats are left."""
    names = {person.handle for person in picked}
    chosen = tuple(Pick(person.handle, "picked by hand") for person in picked)
    others = [p for p in (*proposal.picks, *proposal.alternates) if p.name not in names]
    rest = seats - len(chosen)
    passed = tuple(pick for pick in proposal.passed if pick.name not in names)
    return Proposal((*chosen, *others[:rest]), tuple(others[rest:]), passed)


def _change(meetings: Meetings, agenda: Agenda, names: Sequence[str], *, picked: bool) -> Change:
    *others, last = map(meetings.people.first_name, names)
    who = f"{', '.join(others)} and {last}" if others else last
    message = f"Ask {who} to take notes on {agenda.day}"
    if picked:
        message += " (picked by hand)"
    documents = [] if tuple(names) == agenda.note_takers else [agenda.document]
    documents += [
        one.document
        for one in records.not_taken(meetings.notes, meetings.held, agenda)
        if one.note_takers != tuple(names)
    ]
    writes = (edit(d, set_key(d.text, "note_takers", names)) for d in documents)
    return Change(message, "notes rotate", tuple(write for one in writes for write in one))


def _who_could_not(proposal: Proposal) -> str:
    return "; ".join(f"{pick.name}: {pick.because}" for pick in proposal.passed[:6])
