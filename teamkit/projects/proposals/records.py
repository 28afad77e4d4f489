"""What programs and people see of a proposal, declared once."""

from datetime import date

from teamkit.kinds import choices
from teamkit.output.fields import (
    COUNT,
    DAY,
    HANDLE,
    NUMBER,
    PATH,
    SLUG,
    TEXT,
    Field,
    Record,
    many,
    one_of,
    optional,
    words_only,
)
from teamkit.output.shapes import Column
from teamkit.projects.proposals.model import (
    STATES,
    Advice,
    AdviceRequest,
    Decision,
    Part,
    Proposal,
    ProposalNeed,
)


def percent(number: int | None) -> str:
    """`60 %`; empty when nobody has said."""
    return "" if number is None else f"{number} %"


def when(starts: date | None, ends: date | None) -> str:
    """`2027-01-11 to 2027-06-25`, as far as it is known."""
    if starts and ends:
        return f"{starts} to {ends}"
    return f"from {starts}" if starts else f"to {ends}" if ends else ""


PROPOSAL_NEED = Record[ProposalNeed](
    "proposal_need",
    "What the project needs: a row under Needs.",
    (
        Field(
            "title",
            lambda n: n.title,
            TEXT,
            "The need, in the client's words.",
            Column("Need", style="bold"),
        ),
        Field("skill", lambda n: n.skill, optional(SLUG), "What it takes.", Column("Skill")),
        Field(
            "level",
            lambda n: n.level,
            optional(COUNT),
            "From which level on: 0 to 4.",
            Column("Level", right=True),
        ),
        Field(
            "fte",
            lambda n: n.fte,
            optional(NUMBER),
            "Full-time equivalents.",
            Column("FTE", right=True),
            words=lambda n: "" if n.fte is None else f"{n.fte:g}",
        ),
        words_only(lambda n: when(n.starts, n.ends), Column("When")),
        Field("since", lambda n: n.starts, optional(DAY), "The first day."),
        Field("until", lambda n: n.ends, optional(DAY), "The last day."),
        Field(
            "need",
            lambda n: n.solution,
            optional(SLUG),
            "Which of the team's needs it is; null when none is linked.",
            Column("Solution"),
        ),
        Field("line", lambda n: n.line, COUNT, "Its row in the proposal."),
    ),
)
PART = Record[Part](
    "part",
    "Somebody's part in a need of the project: a row under Allocation.",
    (
        Field(
            "need_title",
            lambda p: p.need,
            TEXT,
            "The need's title, as the row has it.",
            Column("Need", style="bold"),
        ),
        Field("person", lambda p: p.person, HANDLE, "Who.", Column("Person")),
        Field("role", lambda p: p.role, optional(TEXT), "Main, support, ...", Column("Role")),
        Field(
            "percent",
            lambda p: p.percent,
            optional(COUNT),
            "Percent of a full week.",
            Column("Part", right=True),
            words=lambda p: percent(p.percent),
        ),
        words_only(lambda p: when(p.starts, p.ends), Column("When")),
        Field("since", lambda p: p.starts, optional(DAY), "The first day."),
        Field("until", lambda p: p.ends, optional(DAY), "The last day."),
        Field(
            "state",
            lambda p: p.state,
            optional(one_of(*STATES)),
            "From an offer to an answer; null when the row has another word.",
            Column("State"),
        ),
        Field("line", lambda p: p.line, COUNT, "Its row in the proposal."),
    ),
)
ADVICE_REQUEST = Record[AdviceRequest](
    "advice_request",
    "Somebody who was asked for advice: a row under Advice.",
    (
        Field("person", lambda r: r.person, HANDLE, "Who was asked."),
        Field("why", lambda r: r.why, optional(TEXT), "Why they were asked."),
        Field("since", lambda r: r.on, optional(DAY), "The day they were asked."),
        Field("due", lambda r: r.by, optional(DAY), "The day the answer is due."),
        Field("line", lambda r: r.line, COUNT, "The row in the proposal."),
    ),
)
ADVICE = Record[Advice](
    "advice",
    "What somebody advised.",
    (
        Field("person", lambda a: a.person, HANDLE, "Who advised."),
        Field("date", lambda a: a.on, optional(DAY), "When."),
        Field("text", lambda a: a.text, TEXT, "The advice, in Markdown."),
        Field("line", lambda a: a.line, COUNT, "Its heading in the proposal."),
    ),
)
DECISION = Record[Decision](
    "decision",
    "What was decided about a proposal.",
    (
        Field("date", lambda d: d.on, optional(DAY), "The day of the decision."),
        Field("by", lambda d: d.by, optional(HANDLE), "Who decided."),
        Field("outcome", lambda d: d.outcome, optional(TEXT), "The intended outcome."),
        Field("due", lambda d: d.review_on, optional(DAY), "The day it is to be reviewed."),
        Field("dissent", lambda d: d.dissent, optional(TEXT), "Who disagreed, and why."),
        Field("text", lambda d: d.text, TEXT, "The whole section, in Markdown."),
        Field("line", lambda d: d.line, COUNT, "Its line in the proposal."),
    ),
)
PROPOSAL_REF = Record[Proposal](
    "proposal_reference",
    "Which proposal.",
    (
        Field("proposal", lambda p: p.stem, SLUG, "The name of its file."),
        Field("title", lambda p: p.title, TEXT, "Its title."),
        Field(
            "status", lambda p: p.status, one_of(*choices("proposals", "status")), "How far it is."
        ),
        Field("path", lambda p: p.path, PATH, "Its file."),
    ),
)
PROPOSAL = Record[Proposal](
    "proposal",
    "A proposal of a project, with all that its file says.",
    (
        Field(
            "proposal",
            lambda p: p.stem,
            SLUG,
            "The name of its file.",
            Column("Proposal", style="bold"),
        ),
        Field("title", lambda p: p.title, TEXT, "Its title.", Column("Title")),
        Field(
            "status",
            lambda p: p.status,
            one_of(*choices("proposals", "status")),
            "How far it is.",
            Column("Status"),
            "Status",
        ),
        Field(
            "probability",
            lambda p: p.probability,
            optional(COUNT),
            "How likely it is, in percent.",
            Column("Likely", right=True),
            words=lambda p: percent(p.probability),
        ),
        words_only(lambda p: when(p.starts, p.ends), Column("When")),
        Field(
            "owner", lambda p: p.owner, optional(HANDLE), "Who keeps it.", Column("Owner"), "Owner"
        ),
        Field("decider", lambda p: p.decider, optional(HANDLE), "Who decides.", label="Decider"),
        Field("since", lambda p: p.starts, optional(DAY), "The first day of the project."),
        Field("until", lambda p: p.ends, optional(DAY), "The last day of the project."),
        words_only(lambda p: when(p.starts, p.ends), label="When"),
        words_only(lambda p: percent(p.probability), label="Probability"),
        Field("scope", lambda p: p.scope, optional(TEXT), "How wide it reaches.", label="Scope"),
        Field("risk", lambda p: p.risk, optional(TEXT), "How much may go wrong.", label="Risk"),
        Field(
            "needs",
            lambda p: p.needs,
            many(PROPOSAL_NEED),
            "What it needs.",
            Column("Needs", right=True),
            words=lambda p: str(len(p.needs)),
        ),
        Field("allocation", lambda p: p.parts, many(PART), "Who has a part in it."),
        Field("asked", lambda p: p.asked, many(ADVICE_REQUEST), "Who was asked for advice."),
        Field("advice", lambda p: p.advice, many(ADVICE), "What was advised."),
        Field(
            "decision",
            lambda p: p.decision if p.decision.on else None,
            optional(DECISION),
            "What was decided; null while nothing is.",
        ),
        Field("path", lambda p: p.path, PATH, "Its file.", label="File"),
    ),
)
