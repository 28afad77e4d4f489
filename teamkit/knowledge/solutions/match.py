"""Needs found by a client's words: in titles, tags, solutions, skills, risks and prose.

The track record is not searched: whom it was for says nothing about the next client's need.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from teamkit.errors import NotFoundError, UsageError
from teamkit.finder import letters, nearest
from teamkit.knowledge.solutions.model import Need, Solution
from teamkit.knowledge.solutions.read import needs
from teamkit.markdown import blocks
from teamkit.markdown.sections import lines
from teamkit.output.shell import argument
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.store import search, stems, templates
from teamkit.team import Team

#: How much a word counts, by where it stands.
WEIGHTS: Mapping[str, float] = {
    "title": 10.0,
    "tags": 8.0,
    "solutions": 6.0,
    "skills": 4.0,
    "use it when": 3.0,
    "risks": 1.5,
    "text": 1.0,
}
#: Where a need says what it is about; elsewhere a word may only be mentioned.
NAMING = frozenset(["title", "tags", "solutions"])
#: So many words that were perhaps meant are offered.
_MOST_MEANT = 3


class NeedFound(NamedTuple):
    """A need that fits a client's words.

    Attributes:
        solution: the solution that most of them fit, the first of several; None when there is none.
        words: those that were found, as typed.
        field: the weightiest place that one of them was found in, a key of `WEIGHTS`.
        score: higher is better.
    """

    need: Need
    solution: Solution | None
    words: tuple[str, ...]
    field: str
    score: float


def find(team: Team, people: Directory, catalog: Catalog, words: str) -> list[NeedFound]:
    """The needs that *words* speak of, best first.

    Raises:
        UsageError: there is no word among them.
        NotFoundError: no need holds any.
    """
    if not search.words_of(words):
        raise UsageError(
            f"'{words}' has no word to look for.", hint="Describe what the client wants"
        )
    every = needs(team, people)
    found = fitting(team, every, catalog, words)
    if not found:
        add = f"teamkit solutions add {argument(words)}"
        close = ", ".join(meant(every, words))
        otherwise = f"Did you mean: {close}? If not, record it" if close else "Record it"
        raise NotFoundError(f"No need speaks of '{words}'.", hint=f"{otherwise} as missing: {add}")
    return found


def fitting(team: Team, every: Sequence[Need], catalog: Catalog, words: str) -> list[NeedFound]:
    """Those of *every* need that *words* speak of, best first; empty when none does."""
    if not search.words_of(words):
        return []
    prefilled = _prefilled(team)
    texts = ((need.stem, _fields(need, catalog, prefilled)) for need in every)
    hits = search.search(texts, words, WEIGHTS)
    by_stem = {need.stem: need for need in every}
    best = _best_options((by_stem[hit.id] for hit in hits), words)
    found = [
        NeedFound(by_stem[hit.id], best.get(hit.id), hit.words, hit.field, hit.score)
        for hit in hits
    ]
    return _in_use_first(found)


def meant(every: Iterable[Need], words: str) -> list[str]:
    """What stands in titles, tags and solutions and looks like one of *words*, nearest first."""
    known: dict[str, str] = {}
    for need in every:
        for text in (need.title, *need.tags, *(solution.name for solution in need.solutions)):
            for word in stems.WORD.findall(text):
                known.setdefault(letters(word), word.lower())
    telling = [word for word in known if len(word) >= stems.PREFIX and word not in search.LITTLE]
    typed = (word for word in search.words_of(words) if len(word) >= stems.PREFIX)
    near = dict.fromkeys(found for word in typed for found in nearest(word, telling))
    return [known[word] for word in list(near)[:_MOST_MEANT]]


def _in_use_first(found: Sequence[NeedFound]) -> list[NeedFound]:
    """The same, what fits alike in a better order.

    Of those that hold as many of the words, in the places these have: retired ones last; before
    them those that only mention a word; what is missing after what the team has.
    """
    alike: dict[int, list[NeedFound]] = {}
    for one in found:
        alike.setdefault(len(one.words), []).append(one)
    ordered = {count: iter(sorted(ones, key=_lateness)) for count, ones in alike.items()}
    return [next(ordered[len(one.words)]) for one in found]


def _lateness(one: NeedFound) -> tuple[bool, bool, bool]:
    status = one.need.status
    return status == "retired", one.field not in NAMING, status == "missing"


def _fields(need: Need, catalog: Catalog, prefilled: frozenset[str]) -> dict[str, str]:
    slugs = (catalog.slug_of(skill) or skill for skill in need.skills)
    names = (name for slug in slugs for name in catalog.names(slug))
    return {
        "title": need.title,
        "tags": " ".join(need.tags),
        "skills": " ".join(names),
        "solutions": " ".join(solution.name for solution in need.solutions),
        "use it when": " ".join(solution.when for solution in need.solutions),
        "risks": " ".join(risk for solution in need.solutions for risk in solution.risks),
        "text": _prose(need, prefilled),
    }


def _prose(need: Need, prefilled: frozenset[str]) -> str:
    """What people wrote, without tables, comments, and what the template says in every file."""
    told = (
        line.text
        for line in lines(blocks.strip(need.document.body))
        if not line.hidden and line.text.strip() not in prefilled
    )
    return "\n".join(line for line in told if not line.lstrip().startswith("|"))


def _prefilled(team: Team) -> frozenset[str]:
    _, template = templates.source(team.folder, "solution.md")
    return frozenset(line.strip() for line in template.split("\n"))


def _best_options(needs: Iterable[Need], words: str) -> dict[str, Solution]:
    """For each need, by stem, the solution that most of *words* fit; the first of several."""
    solutions = {
        f"{need.stem}/{number}": (need.stem, solution)
        for need in needs
        for number, solution in enumerate(need.solutions)
    }
    texts = (
        (name, {"option": " ".join((one.name, one.when, *one.risks))})
        for name, (_, one) in solutions.items()
    )
    fitting = {hit.id: len(hit.words) for hit in search.search(texts, words, {"option": 1.0})}
    best: dict[str, Solution] = {}
    for name in sorted(solutions, key=lambda name: -fitting.get(name, 0)):
        best.setdefault(*solutions[name])
    return best
