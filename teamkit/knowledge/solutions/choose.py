"""Which of a need's solutions somebody means, and which of the risks that are known."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from teamkit.errors import AmbiguousError, NotFoundError, UnknownError, UsageError
from teamkit.knowledge.solutions.model import Need, Solution


def solution_named(need: Need, words: str) -> Solution:
    """The solution that *words* mean: its name, a unique start or part of it; else the only one.

    Raises:
        UsageError: no words, and there is not exactly one; or there is none at all.
        UnknownError: none fits; says the closest, or all.
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
    fitting = _fitting(names, words)
    if len(fitting) > 1:
        raise AmbiguousError("solutions", words, fitting)
    if not fitting:
        hint = f"It has: {', '.join(names)}"
        raise UnknownError("solution", words, _close(names, words), hint=hint)
    return need.solutions[names.index(fitting[0])]


def risk_named(known: Sequence[str], words: str, solution: str) -> str:
    """The known risk that *words* mean: a unique start, or words of it.

    Raises:
        NotFoundError: none fits; says all of them, and how to name a new one.
        AmbiguousError: several fit.
    """
    fitting = _fitting(known, words)
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
    """The one that *words* are, else those that they begin; case and blanks do not matter."""
    wanted, every = _folded(words), list(dict.fromkeys(names))
    same = [name for name in every if _folded(name) == wanted]
    return same or [name for name in every if wanted and _folded(name).startswith(wanted)]


def _fitting(names: Sequence[str], words: str) -> list[str]:
    """Those that fit best: begun by the words, or each word begins one of theirs, or a part."""
    wanted = _folded(words)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: _begins_words(name, wanted),
        lambda name: wanted in name,
    )
    if not wanted or (found := begun(names, words)):
        return found if wanted else []
    every = list(dict.fromkeys(names))
    results = ([name for name in every if fits(_folded(name))] for fits in tests)
    return next((found for found in results if found), [])


def _begins_words(name: str, wanted: str) -> bool:
    theirs = name.split()
    return all(any(one.startswith(word) for one in theirs) for word in wanted.split())


def _close(names: Iterable[str], words: str) -> list[str]:
    folded = {_folded(name): name for name in names}
    return [folded[one] for one in get_close_matches(_folded(words), folded, n=3, cutoff=0.6)]


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
