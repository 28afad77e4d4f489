"""Whom to ask for advice on a proposal, and why; the owner of the proposal decides.

How many: `WIDTH` by scope and risk, whoever was asked already among them; at high risk everybody
affected besides. Who: one after the other whoever adds most to those already chosen. A reason
counts what `WORTH` says, and a quarter of it once somebody chosen brings the same one (the same
skill, the same topic, the same role), so that few people still bring different views. Ties go by
handle. Who decides, and who owns the proposal, is not asked.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from teamkit import gather
from teamkit.choice import Choice, Pick
from teamkit.errors import TeamkitError
from teamkit.facts import Offer
from teamkit.finder import fold
from teamkit.knowledge.skills import who_knows
from teamkit.knowledge.skills.rank import Knower
from teamkit.meetings.objections import Raised
from teamkit.people.abilities import abilities
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.proposals.model import Proposal
from teamkit.store import search
from teamkit.team import Team

#: (scope, risk) -> how many people to ask; medium where the proposal does not say.
WIDTH: Mapping[tuple[str, str], int] = {
    ("low", "low"): 2,
    ("low", "medium"): 3,
    ("low", "high"): 4,
    ("medium", "low"): 3,
    ("medium", "medium"): 4,
    ("medium", "high"): 5,
    ("high", "low"): 4,
    ("high", "medium"): 5,
    ("high", "high"): 6,
}
#: How much each kind of reason counts.
WORTH: Mapping[str, float] = {
    "affected": 3.0,
    "objected": 2.5,
    "knows": 2.0,
    "capacity": 2.0,
    "knowledge": 1.0,
    "declined": 1.0,
}
#: The roles of the settings that are asked: who has room, and who knows whom to ask.
ROLES = {"capacity": "knows who has room", "knowledge": "looks after what we know"}
#: How much of a reason is left once somebody chosen brings the same one.
AGAIN = 0.25
#: So many people who know a skill are looked at.
_KNOWERS = 2
#: So many words an objection and a need must share.
_IN_COMMON = 2
#: So many reasons are told.
_TOLD = 2
_WORD = re.compile(r"[^\W_]+")
_STATES = {
    "volunteered": "volunteered for",
    "suggested": "is suggested for",
    "declined": "said no to",
}


class AdviceReason(NamedTuple):
    """Something that speaks for asking somebody.

    Attributes:
        kind: a key of `WORTH`.
        about: what it is about; two people with the same kind and this bring the same.
        words: a phrase without the name.
    """

    kind: str
    about: str
    words: str


class Circle(NamedTuple):
    """Those who could be asked for advice.

    Attributes:
        choice: whom to ask; who could be asked besides; who could not, and why.
        reasons: handle -> what speaks for asking them, of everybody for whom something does.
        width: how many to ask, whoever was asked already among them.
    """

    choice: Choice
    reasons: Mapping[str, str]
    width: int


def advisers(team: Team, people: Directory, proposal: Proposal, today: date, by: date) -> Circle:
    """Whom to ask for advice on *proposal*, each with the reason.

    Args:
        team: whose skills, solutions, notes and roles.
        people: who is on the team.
        proposal: the proposal; whom it has asked already is passed over.
        today: the day; nothing after it counts.
        by: the day an answer is wanted; who is away until then is passed over.
    """
    reasons = _by_person(_reasons(team, people, proposal, today))
    asked = {one.person: one.on for one in proposal.asked}
    passed = {h: why for h in reasons if (why := _passed(h, people, asked, today, by))}
    deciding = {proposal.owner, proposal.decider}
    able = {h: r for h, r in reasons.items() if h not in passed and h not in deciding}
    known = {key for handle in asked for key in map(_key, reasons.get(handle, ()))}
    order = list(_in_order(able, known))
    wide = set(order[: max(0, width(proposal) - len(asked))])
    if proposal.risk == "high":
        wide |= {handle for handle in order if _is_affected(able[handle])}
    told = {handle: _because(own) for handle, own in reasons.items()}
    found = [Pick(handle, told[handle]) for handle in order]
    choice = Choice(
        picks=tuple(one for one in found if one.name in wide),
        alternates=tuple(one for one in found if one.name not in wide),
        passed=tuple(Pick(h, why) for h, why in sorted(passed.items()) if h not in deciding),
    )
    return Circle(choice, told, width(proposal))


def width(proposal: Proposal) -> int:
    """How many people to ask, by scope and risk."""
    return WIDTH[proposal.scope or "medium", proposal.risk or "medium"]


def against(proposal: Proposal, found: Iterable[Raised]) -> list[str]:
    """The open objections that are about this very proposal, each with its name, oldest first.

    They are about it when they stand under a heading with its title, or say that title.
    """
    title = f" {_plain(proposal.title)} "
    return [
        f"@{one.person}: {one.text} ({one.on})"
        for one in found
        if one.is_open and title in f" {_plain(one.topic)} {_plain(one.text)} "
    ]


def _reasons(
    team: Team, people: Directory, proposal: Proposal, today: date
) -> Iterator[tuple[str, AdviceReason]]:
    vocabulary = catalog(team)
    offers = {one.need: one for one in reversed(gather.offers(team, people))}
    linked = [offers[need.solution] for need in proposal.needs if need.solution in offers]
    yield from _affected_by(proposal, linked)
    yield from _objected(gather.objections(team, people), proposal, linked, vocabulary, today)
    yield from _knowing(team, people, vocabulary, proposal, today)
    for role, words in ROLES.items():
        for name in team.config.roles.get(role, ()):
            yield people.resolve(name), AdviceReason(role, role, f"{words} (role {role})")


def _affected_by(proposal: Proposal, linked: Iterable[Offer]) -> Iterator[tuple[str, AdviceReason]]:
    for part in proposal.parts:
        kind = "declined" if part.state == "declined" else "affected"
        words = f"{_STATES.get(part.state, 'takes part in')} {part.need}"
        yield part.person, AdviceReason(kind, f"{part.person} {part.need}", words)
    for one in linked:
        if one.owner:
            yield (
                one.owner,
                AdviceReason("affected", one.need, f"owns the solution for: {one.title}"),
            )


def _objected(
    found: Iterable[Raised],
    proposal: Proposal,
    linked: Iterable[Offer],
    known: Catalog,
    today: date,
) -> Iterator[tuple[str, AdviceReason]]:
    """Who objected to something alike: it shares a skill, or words, with one of the needs."""
    names = [
        f" {_plain(name)} "
        for slug in {known.slug_of(need.skill) or need.skill for need in proposal.needs} - {""}
        for name in known.names(slug)
    ]
    texts = [proposal.title, *(need.title for need in proposal.needs)]
    texts += [f"{one.title} {' '.join(one.tags)}" for one in linked]
    stems = [set(search.stems_of(text)) for text in texts]
    for one in reversed(list(found)):
        said = f"{one.topic} {one.text}"
        own, plain = set(search.stems_of(said)), f" {_plain(said)} "
        alike = any(len(own & each) >= _IN_COMMON for each in stems)
        if one.on <= today and (alike or any(name in plain for name in names)):
            words = f"objected to '{one.topic}' on {one.on}"
            yield one.person, AdviceReason("objected", one.topic, words)


def _knowing(
    team: Team, people: Directory, known: Catalog, proposal: Proposal, today: date
) -> Iterator[tuple[str, AdviceReason]]:
    """The two who know each needed skill best."""
    skills = (need.skill for need in proposal.needs if need.skill)
    needed = dict.fromkeys(known.slug_of(skill) or skill for skill in skills)
    names = sorted({fold(name) for slug in needed for name in known.names(slug)} | set(needed))
    rows = abilities(team, known)
    evidence = gather.evidence(team, people, today, names) if names else []
    sources = who_knows.Sources(lambda _: rows, lambda _: evidence, lambda _: ((), 0))
    for slug in needed:
        try:
            found = who_knows.who_knows(known, people, slug, today, sources)
        except TeamkitError:  # nobody knows it, or nobody has heard of it: nobody to ask
            continue
        # Who only knows something near it was found as well, and does not know this.
        knowing_it = [one for one in found.knowers if one.spoken or _level(one, slug)]
        for knower in knowing_it[:_KNOWERS]:
            yield (
                knower.person,
                AdviceReason("knows", slug, f"knows {found.title}{_level(knower, slug)}"),
            )


def _level(knower: Knower, slug: str) -> str:
    """` (level 4)`, where they say so themselves."""
    own = (one.ability.level for one in knower.answers if one.ability.skill == slug)
    return next((f" (level {level})" for level in own), "")


def _by_person(found: Iterable[tuple[str, AdviceReason]]) -> dict[str, list[AdviceReason]]:
    """Each person's reasons, the weightiest first; the same only once."""
    reasons: dict[str, list[AdviceReason]] = {}
    for person, reason in found:
        own = reasons.setdefault(person, [])
        if reason not in own:
            own.append(reason)
    return {
        person: sorted(own, key=lambda one: -WORTH[one.kind])
        for person, own in sorted(reasons.items())
    }


def _passed(
    handle: str, people: Directory, asked: Mapping[str, date | None], today: date, by: date
) -> str:
    """Why somebody is not proposed; empty when they can be."""
    person: Person | None = people.get(handle)
    if person is None or not person.is_member(today):
        return "not on the team"
    if handle in asked:
        on = asked[handle]
        return f"asked on {on}" if on else "asked already"
    until = person.away_until(today)
    return f"away until {until}" if until and until >= by else ""


def _in_order(
    able: Mapping[str, Iterable[AdviceReason]], known: Collection[tuple[str, str]]
) -> Iterator[str]:
    """Handles, the one that adds most to those before first."""
    left, brought = dict(able), set(known)
    while left:
        best = min(left, key=lambda handle: (-_adds(left[handle], brought), handle))
        brought.update(map(_key, left.pop(best)))
        yield best


def _adds(reasons: Iterable[AdviceReason], brought: Collection[tuple[str, str]]) -> float:
    worths = (WORTH[one.kind] * (AGAIN if _key(one) in brought else 1.0) for one in reasons)
    return round(sum(worths), 6)


def _key(reason: AdviceReason) -> tuple[str, str]:
    return reason.kind, reason.about


def _is_affected(reasons: Iterable[AdviceReason]) -> bool:
    return any(one.kind == "affected" for one in reasons)


def _because(reasons: Iterable[AdviceReason]) -> str:
    return "; ".join(one.words for one in list(reasons)[:_TOLD])


def _plain(text: str) -> str:
    """The words alone, for looking for a name among them."""
    return " ".join(_WORD.findall(text.casefold()))
