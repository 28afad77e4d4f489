"""What programs see of suggestions, and why; declared once."""

from collections.abc import Iterator
from typing import NamedTuple

from teamkit.output.extend import plain, within
from teamkit.output.fields import (
    COUNT,
    HANDLE,
    MONTH,
    SLUG,
    TEXT,
    YES,
    Field,
    Record,
    a,
    many,
    one_of,
    optional,
)
from teamkit.projects.allocation import reasons, score, suggest
from teamkit.projects.allocation.question import Candidate, Fixed
from teamkit.projects.allocation.score import Term
from teamkit.projects.allocation.suggest import Staffed, Suggestion
from teamkit.projects.allocation.why import PartChange, Why
from teamkit.projects.proposals.model import MAIN, ProposalNeed
from teamkit.projects.proposals.records import PROPOSAL_NEED

#: Said wherever people are proposed.
PLANNING = "Suggestions are for planning; people decide."


class StaffedNeed(NamedTuple):
    """Who is proposed for a need, in a suggestion for all of them."""

    found: Suggestion
    staffed: Staffed


class Picked(NamedTuple):
    """Somebody who is proposed for a role in a need."""

    found: Suggestion
    staffed: Staffed
    picked: Candidate


class WhyOf(NamedTuple):
    """Whose reasons a page shows, and for which proposal."""

    proposal: str
    person: str


def state_of(one: Fixed) -> str:
    """Why somebody's part is not up for choice."""
    return "locked" if one.is_locked else "agreed"


def _need(one: StaffedNeed) -> ProposalNeed:
    return one.staffed.ask.what


def _candidate(one: Picked) -> Candidate:
    return one.picked._replace(terms=reasons.terms(one.staffed, one.picked))


def _picked(one: StaffedNeed, candidate: Candidate | None) -> Picked | None:
    return Picked(one.found, one.staffed, candidate) if candidate else None


def _nobody(one: StaffedNeed) -> str:
    return "" if one.staffed.holders(MAIN) else reasons.nobody(one.found, one.staffed)


def open_ends(found: Suggestion) -> Iterator[str]:
    """What does not come out even, in whole sentences."""
    for staffed in found.staffed:
        left = reasons.uncovered(staffed)
        if left and staffed.holders(MAIN):
            whole = staffed.ask.percent
            yield f"{staffed.ask.what.title}: {left} % of the {whole} % it takes are still open."
    yield from reasons.overloads(found.asked)


def _term(of_person: tuple[str, Term]) -> Term:
    return of_person[1]


TERM = Record[Term](
    "term",
    "A reason in points; points are for comparing suggestions, never people.",
    (
        Field("name", lambda t: t.name, TEXT, "Its name."),
        Field("points", lambda t: t.points, COUNT, "How much it counts; may be below 0."),
    ),
)
_PERSON_TERM = Record[tuple[str, Term]](
    "person_term",
    "A reason that is about a person and no single need.",
    (
        Field("person", lambda it: it[0], HANDLE, "Who."),
        *within(TERM.fields, _term),
    ),
)
_FIXED = Record[Fixed](
    "fixed_part",
    "Somebody's part that is not up for choice.",
    (
        Field("person", lambda f: f.person, HANDLE, "Who."),
        Field("role", lambda f: f.role, TEXT, "Main, support, ..."),
        Field("percent", lambda f: f.percent, COUNT, "Percent of a full week."),
        Field("state", state_of, one_of("agreed", "locked"), "Why it is fixed."),
    ),
)
_CANDIDATE = Record[Candidate](
    "candidate",
    "Somebody who could take a role in a need.",
    (
        Field("person", lambda c: c.person, HANDLE, "Who."),
        Field("percent", lambda c: c.percent, COUNT, "Percent of a full week."),
        Field("able", lambda c: c.standing.is_able, YES, "Whether they can do it."),
        Field("level", lambda c: c.standing.level, optional(COUNT), "Their level in its skill."),
        Field("points", lambda c: score.total(c.terms), COUNT, "The sum of the terms."),
        Field("terms", lambda c: c.terms, many(TERM), "What speaks for and against it."),
        Field("free", lambda c: c.free, COUNT, "Percent they have left in the fullest month."),
        Field("fullest_month", lambda c: str(c.month), MONTH, "In which they have least left."),
        Field("reasons", reasons.of_other, many(TEXT), "The reasons in words."),
    ),
)
_PICKED = Record[Picked](
    "picked_candidate",
    "Somebody who is proposed for a role in a need.",
    (
        *(it for it in within(_CANDIDATE.fields, _candidate) if it.key != "reasons"),
        Field(
            "reasons",
            lambda p: reasons.of_pick(p.staffed, p.picked),
            many(TEXT),
            "The reasons in words.",
        ),
        Field(
            "traded",
            lambda p: reasons.traded(p.found, p.staffed, p.picked.role),
            optional(TEXT),
            "Why it is not whoever knows it best.",
        ),
    ),
)
STAFFED = Record[StaffedNeed](
    "staffed_need",
    "A need of the proposal, and who is proposed for it.",
    (
        *within(plain(PROPOSAL_NEED.fields), _need),
        Field("percent", lambda s: s.staffed.ask.percent, COUNT, "Percent of a week it takes."),
        Field("fixed", lambda s: s.staffed.fixed, many(_FIXED), "Parts not up for choice."),
        Field("main", lambda s: _picked(s, s.staffed.main), optional(_PICKED), "Who does it."),
        Field("support", lambda s: _picked(s, s.staffed.support), optional(_PICKED), "Who helps."),
        Field("nobody_because", _nobody, optional(TEXT), "Why nobody is proposed as main."),
        Field(
            "alternates",
            lambda s: s.staffed.alternates,
            many(_CANDIDATE),
            "Who else could be main, the next first.",
        ),
        Field(
            "support_alternates",
            lambda s: s.staffed.supports,
            many(_CANDIDATE),
            "Who else could help, the next first.",
        ),
        Field("open", lambda s: reasons.uncovered(s.staffed), COUNT, "Percent nobody covers."),
    ),
)
SUGGESTION = Record[Suggestion](
    "suggestion",
    "",
    (
        Field("proposal", lambda f: f.asked.proposal.stem, SLUG, "Which proposal."),
        Field(
            "able_mains", lambda f: f.able, COUNT, "How many needs get a main person who can do it."
        ),
        Field("fit", lambda f: f.fit, COUNT, "The points of all that is proposed."),
        Field(
            "person_terms", suggest.of_people, many(_PERSON_TERM), "Points that are of no one need."
        ),
        Field("notes", lambda f: tuple(open_ends(f)), many(TEXT), "What does not come out even."),
        Field("about", lambda _: PLANNING, TEXT, "What a suggestion is for."),
    ),
)
_CHANGE = Record[PartChange](
    "part_change",
    "How another part would change if this person were locked.",
    (
        Field("need_title", lambda c: c.need, TEXT, "The need's title."),
        Field("role", lambda c: c.role, TEXT, "The role."),
        Field("before", lambda c: c.before, optional(HANDLE), "Who is proposed now."),
        Field("after", lambda c: c.after, optional(HANDLE), "Who would be."),
    ),
)
_DIFFERENCE = Record[Why](
    "difference",
    "What locking this person would cost.",
    (
        Field("able_mains", lambda w: w.able, COUNT, "Needs with a main person who can do it."),
        Field("fit", lambda w: w.fit, COUNT, "Points of all that is proposed."),
    ),
)
WHY = Record[Why](
    "why",
    "What there is to say of one person for one need.",
    (
        Field("need_title", lambda w: w.need, TEXT, "The need's title."),
        Field(
            "answer",
            lambda w: w.answer,
            one_of("fixed", "proposed", "cannot", "could"),
            "Whether they are proposed, or could be.",
        ),
        Field("role", lambda w: w.role, optional(TEXT), "In which role."),
        Field("reasons", lambda w: w.sentences, many(TEXT), "The reasons in words."),
        Field("terms", lambda w: w.terms, many(TERM), "The reasons in points."),
        Field("difference", lambda w: w, a(_DIFFERENCE), "What locking them would cost."),
        Field("changes", lambda w: w.changes, many(_CHANGE), "What else would change."),
    ),
)
WHOSE = Record[WhyOf](
    "why_of",
    "",
    (
        Field("proposal", lambda w: w.proposal, SLUG, "Which proposal."),
        Field("person", lambda w: w.person, HANDLE, "Who."),
        Field("about", lambda _: PLANNING, TEXT, "What a suggestion is for."),
    ),
)
ANSWERED = Record[str](
    "answered", "", (Field("proposal", lambda stem: stem, SLUG, "Which proposal."),)
)
