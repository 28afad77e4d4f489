"""What people and programs see of the track record, and of what changes a need later."""

from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.edit import Revised
from teamkit.knowledge.solutions.estimate import decimal
from teamkit.knowledge.solutions.model import Need, Solution
from teamkit.knowledge.solutions.ranges import Range
from teamkit.knowledge.solutions.review import Reviewed, planned, week_of
from teamkit.knowledge.solutions.use import Used
from teamkit.output.shapes import Lines

#: The team's actual over estimate, and of how many jobs.
Factor = tuple[float, int]


def on_record(need: Need, factor: Factor) -> str:
    """Each solution's range, what it rests on, and how often its risks happened; may be empty."""
    lines = [line for solution in need.solutions for line in _record(need, solution, factor)]
    return "\n".join(["What the jobs on record say:", "", *lines]) if lines else ""


def used(done: Used) -> Lines:
    """The path of the need whose track record has grown."""
    item = {
        "path": done.need.path,
        "line": done.use.line,
        "solution": done.solution.name,
        "project": done.use.project,
        "date": done.use.day,
        "risks": done.use.risks,
        "range": range_facts(done.range),
    }
    return Lines("solutions.use", (done.need.path,), (item,))


def now(done: Used) -> str:
    """The sentence that says what the range is with the new job."""
    told = _told(done.range) if done.range else "no time is stated, and too few jobs to tell"
    return f"{done.solution.name}: {told}."


def revised(done: Revised) -> Lines:
    """The path of the need that has changed."""
    item = {
        "path": done.need.path,
        "title": done.need.title,
        "status": done.need.status,
        "owner": done.need.owner or None,
        "skills": done.need.skills,
        "tags": done.need.tags,
        "option": done.solution or None,
        "is_new_option": done.is_new,
    }
    return Lines("solutions.edit", (done.need.path,), (item,))


def what_changed(done: Revised) -> list[str]:
    """What is not plain from what was typed, in sentences."""
    said = []
    if done.solution:
        said.append(f"{'Added' if done.is_new else 'Changed'} the solution: {done.solution}.")
    if done.is_owned_now:
        said.append("It has a solution now, so its status is owned.")
    if done.trouble:
        said.append(f"It cannot be read as it stands, so it is not committed. {done.trouble}")
    return said


def reviewed(done: Reviewed) -> Lines:
    """The path of the need that was looked at."""
    item = {
        "path": done.need.path,
        "title": done.need.title,
        "review_by": done.on,
        "wanted": done.wanted,
        "others_that_week": done.others,
    }
    return Lines("solutions.review", (done.need.path,), (item,))


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


def range_facts(known: Range | None) -> dict[str, object] | None:
    """The range for programs, in working days."""
    if known is None:
        return None
    return {
        "text": known.spell(),
        "low_days": round(known.low, 2),
        "high_days": round(known.high, 2),
        "basis": known.basis,
        "jobs": known.jobs,
        "is_measured": known.is_measured,
        "ratio": None if known.ratio is None else round(known.ratio, 2),
    }


def factor_facts(factor: Factor) -> dict[str, object]:
    """How the team's estimates turn out, for programs."""
    return {"team_ratio": {"ratio": round(factor[0], 2), "jobs": factor[1]}}


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
