"""What people and programs see of the track record, and of what changes a need later."""

from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.edit import Revised
from teamkit.knowledge.solutions.estimate import decimal
from teamkit.knowledge.solutions.model import Need, Solution, Use
from teamkit.knowledge.solutions.ranges import Range
from teamkit.knowledge.solutions.records import NEED_REF, USE, Factor, NeedRef, reference
from teamkit.knowledge.solutions.review import Reviewed, planned, week_of
from teamkit.knowledge.solutions.use import Used
from teamkit.output import fields
from teamkit.output.extend import within
from teamkit.output.fields import (
    DAY,
    HANDLE,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.offers import RANGE, TimeRange
from teamkit.output.shapes import Lines


def _used(done: Used) -> NeedRef:
    return reference(done.need)


def _use(done: Used) -> Use:
    return done.use._replace(solution=done.solution.name)


def _revised(done: Revised) -> NeedRef:
    return reference(done.need)


def _reviewed(done: Reviewed) -> NeedRef:
    return reference(done.need)


_USED = Record[Used](
    "used_solution",
    "A job that was put on record.",
    (
        *within(NEED_REF.fields, _used),
        *within(USE.fields, _use),
        Field(
            "range",
            lambda d: TimeRange(*d.range) if d.range else None,
            optional(RANGE),
            "How long the solution takes, with this job.",
        ),
    ),
)
_REVISED = Record[Revised](
    "edited_need",
    "A need that was edited.",
    (
        *within(NEED_REF.fields, _revised),
        Field("owner", lambda d: d.need.owner, optional(HANDLE), "Who keeps it."),
        Field("skills", lambda d: d.need.skills, many(SLUG), "What it takes."),
        Field("tags", lambda d: d.need.tags, many(TEXT), "Its tags."),
        Field("solution", lambda d: d.solution, optional(TEXT), "The solution that changed."),
        Field("added", lambda d: d.is_new, YES, "Whether that solution is new."),
    ),
)
_REVIEWED = Record[Reviewed](
    "reviewed_need",
    "A need that was reviewed.",
    (
        *within(NEED_REF.fields, _reviewed),
        Field("due", lambda d: d.on, DAY, "The day of the next review."),
        Field("expected", lambda d: d.wanted, DAY, "The day it would be, were that week free."),
        Field("others_that_week", lambda d: d.others, many(TEXT), "What else is reviewed then."),
    ),
)
_USE = Page("solutions.use", "The job that was put on record.", _USED, writes=True)
_EDIT = Page("solutions.edit", "The need as it is now.", _REVISED, writes=True)
_REVIEW = Page("solutions.review", "The need that was reviewed.", _REVIEWED, writes=True)


def on_record(need: Need, factor: Factor) -> str:
    """Each solution's range, what it rests on, and how often its risks happened; may be empty."""
    lines = [line for solution in need.solutions for line in _record(need, solution, factor)]
    return "\n".join(["What the jobs on record say:", "", *lines]) if lines else ""


def used(done: Used) -> Lines:
    """The path of the need whose track record has grown."""
    return fields.lines(_USE, (done.need.path,), (done,))


def now(done: Used) -> str:
    """The sentence that says what the range is with the new job."""
    told = _told(done.range) if done.range else "no time is stated, and too few jobs to tell"
    return f"{done.solution.name}: {told}."


def revised(done: Revised) -> Lines:
    """The path of the need that has changed."""
    return fields.lines(_EDIT, (done.need.path,), (done,))


def what_changed(done: Revised) -> list[str]:
    """What is not plain from what was typed, in sentences."""
    said = []
    if done.solution:
        said.append(f"{'Added' if done.is_new else 'Changed'} the solution: {done.solution}.")
    if done.is_owned_now:
        said.append("It has a solution now, so its status is owned.")
    if done.trouble:
        said.append(f"It cannot be read yet, so it is not committed. {done.trouble}")
    return said


def reviewed(done: Reviewed) -> Lines:
    """The path of the need that was looked at."""
    return fields.lines(_REVIEW, (done.need.path,), (done,))


def next_time(done: Reviewed) -> list[str]:
    """When it is looked at again, and why not when that was to be expected."""
    said = [f"Reviewed; next time on {done.on}."]
    if done.on != done.wanted:
        weeks = abs((done.on - done.wanted).days) // 7
        side = "earlier" if done.on < done.wanted else "later"
        said.append(
            f"The week of {week_of(done.wanted)} has {planned(done.others)} already "
            f"({', '.join(done.others)}), so it is {weeks} week{'s' if weeks > 1 else ''} {side}."
        )
    return said


def _record(need: Need, solution: Solution, factor: Factor) -> list[str]:
    known = ranges.range_of(need, solution, factor)
    lines = [f"- {solution.name}: {_told(known) if known else 'no time is stated'}"]
    risks = ranges.risks_of(need, solution)
    return lines + [
        f"  - {risk.happened} of {ranges.counted(risk.jobs)}: {risk.phrase}"
        for risk in risks
        if risk.jobs
    ]


def _told(known: Range) -> str:
    """`3-7 d (3 jobs, took 1.2 times the estimate in the middle)`."""
    if not known.is_measured or known.ratio is None:
        return f"{known.spell()} ({known.basis})"
    times = decimal(known.ratio)
    return f"{known.spell()} ({known.basis}, took {times} times the estimate in the middle)"
