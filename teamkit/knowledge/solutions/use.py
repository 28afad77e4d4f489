"""Recording what a job really took: one more row of a need's track record."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import ConflictError, UsageError
from teamkit.knowledge.solutions import estimate, ranges
from teamkit.knowledge.solutions.add import named
from teamkit.knowledge.solutions.choose import risk_named, solution_named
from teamkit.knowledge.solutions.model import USES, Need, Solution, Use
from teamkit.knowledge.solutions.ranges import Range
from teamkit.knowledge.solutions.read import needs, read_back
from teamkit.markdown.outline import Outline
from teamkit.people.directory import Directory
from teamkit.store.change import Change, edit
from teamkit.team import Team


class Job(NamedTuple):
    """A job that is done, as somebody typed it.

    Attributes:
        project: its name.
        actual: what it took: `7d`.
        estimated: what was thought before; may be empty.
        solution: what was used; empty where there is only one.
        risks: starts or words of known risks that happened.
        new_risks: others that happened, in words.
        learnt: one sentence; may be empty.
    """

    project: str
    actual: str
    estimated: str = ""
    solution: str = ""
    risks: Sequence[str] = ()
    new_risks: Sequence[str] = ()
    learnt: str = ""


class Used(NamedTuple):
    """What `solutions use` decided.

    Attributes:
        need: as it will be read back.
        solution: the solution that was used.
        use: the new row.
        range: of that solution, the new job included; None when it cannot be told.
    """

    change: Change
    need: Need
    solution: Solution
    use: Use
    range: Range | None


def use(team: Team, people: Directory, name: str, job: Job, *, on: date, today: date) -> Used:
    """The change that records *job* in the need called *name*.

    Raises:
        UnknownError: no such need or solution.
        NotFoundError: no such risk is known.
        UsageError: a time is none, the project has no name, or the day is in the future.
        ConflictError: that very job is on record.
        EditRefusedError: the table cannot take it.
    """
    need = named(team, people, name)
    solution = solution_named(need, job.solution)
    cells = _cells(need, solution, job, on, today)
    _refuse_twice(need, cells)
    text = USES.add(Outline(need.document), cells, may_lack=_may_lack(need))
    after = read_back(need.path, text, people)
    every = [after if one.path == need.path else one for one in needs(team, people)]
    found = ranges.range_of(after, _same(after, solution), ranges.overall_factor(every))
    subject = f"Record a job of {need.stem}: {cells['Project']} took {cells['Actual']}"
    change = Change(subject, "solutions use", edit(need.document, text))
    return Used(change, after, solution, _added(need, after), found)


def _cells(need: Need, solution: Solution, job: Job, on: date, today: date) -> dict[str, str]:
    project = " ".join(job.project.split())
    if not project:
        raise UsageError("The project has no name.", hint="Pass it: --project Tidewatch")
    if on > today:
        raise UsageError(f"{on} is in the future.", hint="Record a job when it is done")
    known = [risk.phrase for risk in ranges.risks_of(need, solution)]
    risks = [risk_named(known, words, solution.name) for words in job.risks]
    risks += [plain for words in job.new_risks if (plain := " ".join(words.split()))]
    thought = estimate.parse(job.estimated).spell() if job.estimated.strip() else ""
    return {
        "Project": project,
        "Date": on.isoformat(),
        "Solution": solution.name,
        "Estimated": thought,
        "Actual": estimate.parse(job.actual).spell(),
        "Risks that happened": "; ".join(dict.fromkeys(risks)),
        "What we learnt": " ".join(job.learnt.split()),
    }


def _refuse_twice(need: Need, cells: dict[str, str]) -> None:
    """Refuse a row that says the same project, day, solution and time as one on record."""
    for use in need.uses:
        told = use.actual.spell() if use.actual else ""
        day = use.day.isoformat() if use.day else ""
        new = (cells["Project"], cells["Date"], cells["Solution"], cells["Actual"])
        if (use.project, day, use.solution, told) == new:
            raise ConflictError(
                "That job is on record.",
                where=f"{need.path}:{use.line}",
                hint="For another job of that project, give its day: --date DAY",
            )


def _may_lack(need: Need) -> tuple[str, ...]:
    """Columns that a hand-made record can do without."""
    return ("Date", "Solution") if len(need.solutions) == 1 else ("Date",)


def _added(before: Need, after: Need) -> Use:
    """The one row that is new."""
    known, found = ([use._replace(line=0) for use in it.uses] for it in (before, after))
    return next(use for at, use in enumerate(after.uses) if found[:at] + found[at + 1 :] == known)


def _same(need: Need, solution: Solution) -> Solution:
    """*solution* as it stands in the changed file; its line may have moved."""
    return next(one for one in need.solutions if one._replace(line=solution.line) == solution)
