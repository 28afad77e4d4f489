"""How long a solution takes, from the jobs on record; and which of its risks happened.

Quantiles follow rule 8 of Hyndman and Fan (Sample Quantiles in Statistical Packages, The American
Statistician 50, 1996), which they recommend: of n sorted values the quantile p lies at place
(n + 1/3) p + 1/3, linearly between its neighbours, never beyond the first or last. With three jobs
P20 and P80 are the shortest and the longest of them; with fewer there would be nothing there.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Risk
from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.choose import begun
from teamkit.knowledge.solutions.estimate import Estimate
from teamkit.knowledge.solutions.model import Need, Solution, Use

#: From this many jobs on, the range is theirs; so for the team's overall factor.
ENOUGH = 3
#: From this many jobs on, the team's own spread means something.
ENOUGH_FOR_SPREAD = 5
#: The range: three of five jobs fall between these quantiles.
LOW, HIGH = 0.2, 0.8

# Days: what ends before is told in hours, when it begins within a day.
_HOURS_BELOW = 2
# From where to where one decimal is told: 9.95 is 10.
_ONE_DECIMAL = 0.1, 9.95


class Range(NamedTuple):
    """How long a solution takes, and where that comes from.

    Attributes:
        low: working days, P20 of such jobs.
        high: working days, P80.
        basis: one phrase: `3 jobs`, or `stated 3-6 d, times the team's 1.3; 1 job so far`.
        jobs: the jobs on record with an actual time.
        is_measured: the range is that of the jobs, not what somebody thought.
        ratio: median of actual over estimate of these jobs; None when none has both.
    """

    low: float
    high: float
    basis: str
    jobs: int
    is_measured: bool
    ratio: float | None

    def spell(self) -> str:
        """The range for people: `3-7 d`, in hours when it is within a day."""
        return spell(self.low, self.high)


def range_of(need: Need, solution: Solution, factor: tuple[float, int]) -> Range | None:
    """The range of one of the need's solutions; None when neither jobs nor the file tell it.

    Args:
        need: whose track record counts.
        solution: one of its solutions.
        factor: the team's, as `overall_factor` gives it.
    """
    jobs = jobs_of(need, solution)
    actuals = sorted(middle(job.actual) for job in jobs if job.actual)
    count, ratio = len(actuals), _median(ratios(jobs))
    if count >= ENOUGH:
        low, high = quantile(actuals, LOW), quantile(actuals, HIGH)
        return Range(low, high, counted(count), count, is_measured=True, ratio=ratio)
    if solution.time is None:
        return None
    times, known = factor
    stated = f"stated {solution.time.spell()}"
    if known >= ENOUGH:
        stated += f", times the team's {estimate.decimal(times)}"
    basis = f"{stated}; {counted(count)} so far" if count else f"{stated}; no job yet"
    low, high = (days * times for days in solution.time.days)
    return Range(low, high, basis, count, is_measured=False, ratio=ratio)


def overall_factor(needs: Iterable[Need]) -> tuple[float, int]:
    """The median of actual over estimate of all jobs, and of how many; 1.0 below three jobs."""
    every = ratios(use for need in needs for use in need.uses)
    return (_median(every) or 1.0) if len(every) >= ENOUGH else 1.0, len(every)


def spread(needs: Iterable[Need]) -> tuple[float, float] | None:
    """P20 and P80 of actual over estimate of all jobs; None below five jobs."""
    every = ratios(use for need in needs for use in need.uses)
    if len(every) < ENOUGH_FOR_SPREAD:
        return None
    return quantile(every, LOW), quantile(every, HIGH)


def jobs_of(need: Need, solution: Solution) -> tuple[Use, ...]:
    """The rows of the track record about *solution*: its name, or the start of no other's name.

    A row that names no solution is about the only one there is.
    """
    return tuple(use for use in need.uses if _about(need, use) == solution)


def risks_of(need: Need, solution: Solution) -> tuple[Risk, ...]:
    """The solution's risks with how often they happened, then others that did, as first written.

    A risk of a job is that of the solution when one of them begins with the other; case does not
    matter.
    """
    jobs = jobs_of(need, solution)
    phrases = list(solution.risks)
    happened: list[list[Use]] = [[] for _ in phrases]
    for job in jobs:
        for phrase in job.risks:
            if (at := same_risk(phrases, phrase)) is None:
                at = len(phrases)
                phrases.append(phrase)
                happened.append([])
            if job not in happened[at]:
                happened[at].append(job)
    every = zip(phrases, happened, strict=True)
    return tuple(Risk(phrase, len(those), len(jobs), _learnt(those)) for phrase, those in every)


def same_risk(phrases: Sequence[str], phrase: str) -> int | None:
    """Which of *phrases* means *phrase*: the same, else the first where one begins the other."""
    wanted, folded = phrase.casefold(), [one.casefold() for one in phrases]
    if wanted in folded:
        return folded.index(wanted)
    for at, one in enumerate(folded):
        if one.startswith(wanted) or wanted.startswith(one):
            return at
    return None


def ratios(uses: Iterable[Use]) -> list[float]:
    """Actual over estimate of each job that has both, in ascending order."""
    both = ((use.actual, use.estimated) for use in uses)
    return sorted(middle(took) / middle(thought) for took, thought in both if took and thought)


def middle(time: Estimate) -> float:
    """The middle of a time in working days."""
    return sum(time.days) / 2


def quantile(values: Sequence[float], at: float) -> float:
    """The quantile *at* (0 to 1) of one or more values in ascending order; the module's rule."""
    place = min(max((len(values) + 1 / 3) * at + 1 / 3, 1.0), float(len(values))) - 1
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def spell(low: float, high: float) -> str:
    """A range of working days for people: `3.4-7 d`; in hours when it begins within a day."""
    unit = "h" if low < 1 and high < _HOURS_BELOW else "d"
    times = estimate.HOURS["d"] / estimate.HOURS["h"] if unit == "h" else 1
    first, last = _rounded(low * times), _rounded(high * times)
    return f"{first} {unit}" if first == last else f"{first}-{last} {unit}"


def counted(jobs: int) -> str:
    """`1 job`, `3 jobs`."""
    return f"{jobs} job" if jobs == 1 else f"{jobs} jobs"


def _about(need: Need, use: Use) -> Solution | None:
    """The solution that the row is about; None when that is none of today's, or not plain."""
    if not use.solution:
        return need.solutions[0] if len(need.solutions) == 1 else None
    names = [solution.name for solution in need.solutions]
    fitting = begun(names, use.solution)
    return need.solutions[names.index(fitting[0])] if len(fitting) == 1 else None


def _median(values: Sequence[float]) -> float | None:
    return quantile(values, 0.5) if values else None


def _learnt(jobs: Iterable[Use]) -> tuple[str, ...]:
    """What was learnt, newest first; of the same day, the lower row first."""
    newest = sorted(jobs, key=lambda job: (job.day or date.min, job.line), reverse=True)
    return tuple(dict.fromkeys(job.learnt for job in newest if job.learnt))


def _rounded(number: float) -> str:
    """With one decimal where that says something."""
    if number < _ONE_DECIMAL[0]:
        return f"{number:.1g}"
    return f"{number:.0f}" if number >= _ONE_DECIMAL[1] else f"{number:.1f}".removesuffix(".0")
