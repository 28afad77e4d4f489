"""Which of a need's solutions somebody means, and which of the risks that are known."""

from collections.abc import Iterable, Sequence

from teamkit.errors import AmbiguousError, NotFoundError, UsageError
from teamkit.finder import Fit, Named, find, matching
from teamkit.knowledge.solutions.model import Need, Solution


def solution_named(need: Need, words: str) -> Solution:
    """The solution that *words* mean: its name, or a unique part of it; without words the only one.

    Raises:
        UsageError: no words, and there is not exactly one; or there is none at all.
        UnknownError: none fits; offers the nearest, or all.
        AmbiguousError: several fit.
    """
    names = [solution.name for solution in need.solutions]
    if not names:
        hint = f'Add it: teamkit solutions edit {need.stem} --solution "How we do it"'
        raise UsageError(f"'{need.stem}' has no solution yet.", hint=hint)
    if not words.strip():
        if len(names) == 1:
            return need.solutions[0]
        hint = f'Pick one: --solution "{names[-1]}"'
        raise UsageError(f"There are several solutions: {', '.join(names)}.", hint=hint)
    found = find(words, _named(names), "solution", hint=f"It has: {', '.join(names)}")
    return need.solutions[names.index(found)]


def risk_named(known: Sequence[str], words: str, solution: str) -> str:
    """The known risk that *words* mean: all of it, or a unique part.

    Raises:
        NotFoundError: none fits; says all of them, and how to name a new one.
        AmbiguousError: several fit.
    """
    fitting = [one.key for one in matching(words, _named(known))]
    if len(fitting) > 1:
        raise AmbiguousError("risks", words, fitting)
    if fitting:
        return fitting[0]
    told = f"known are: {'; '.join(known)}" if known else "none are known"
    raise NotFoundError(
        f"There is no known risk '{words}' of '{solution}'; {told}.",
        hint=f'For a new one: --new-risk "{words}"',
    )


def begun(names: Iterable[str], words: str) -> list[str]:
    """The one that *words* are, else those that they begin."""
    return [one.key for one in matching(words, _named(names), Fit.START)]


def _named(names: Iterable[str]) -> list[Named[str]]:
    return [Named(name, name) for name in dict.fromkeys(names)]
