"""Needs found by a client's words: in titles, tags, solutions, skills and prose."""

import shlex
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from teamkit.errors import NotFoundError, UsageError
from teamkit.markdown import blocks
from teamkit.markdown.sections import lines
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.solutions.model import Option, Solution, read_solution
from teamkit.store import search, templates
from teamkit.team import Team

#: How much a word counts, by where it stands.
WEIGHTS: Mapping[str, float] = {
    "title": 10.0,
    "tags": 8.0,
    "solutions": 6.0,
    "skills": 4.0,
    "use it when": 3.0,
    "text": 1.0,
}


class Found(NamedTuple):
    """A need that fits a client's words.

    Attributes:
        option: the solution that most of them fit, the first of several; None when there is none.
        words: those that were found, as typed.
        field: the weightiest place that one of them was found in, a key of `WEIGHTS`.
        score: higher is better.
    """

    need: Solution
    option: Option | None
    words: tuple[str, ...]
    field: str
    score: float


def find(team: Team, people: Directory, catalog: Catalog, words: str) -> list[Found]:
    """The needs that *words* speak of, best first.

    Raises:
        UsageError: there is no word among them.
        NotFoundError: no need holds any.
    """
    if not search.words_of(words):
        raise UsageError(f"'{words}' has no word to look for.", hint="Say what the client wants")
    needs = [read_solution(document, people.resolve) for document in team.documents("solutions")]
    prefilled = _prefilled(team)
    texts = ((need.stem, _fields(need, catalog, prefilled)) for need in needs)
    hits = search.search(texts, words, WEIGHTS)
    if not hits:
        raise NotFoundError(
            f"No need speaks of '{words}'.",
            hint=f"Record it as missing: teamkit solutions add {_quoted(words)}",
        )
    by_stem = {need.stem: need for need in needs}
    best = _best_options((by_stem[hit.id] for hit in hits), words)
    return [
        Found(by_stem[hit.id], best.get(hit.id), hit.words, hit.field, hit.score) for hit in hits
    ]


def _fields(need: Solution, catalog: Catalog, prefilled: frozenset[str]) -> dict[str, str]:
    slugs = (catalog.slug_of(skill) or skill for skill in need.skills)
    names = (name for slug in slugs for name in catalog.names(slug))
    return {
        "title": need.title,
        "tags": " ".join(need.tags),
        "skills": " ".join(names),
        "solutions": " ".join(option.name for option in need.options),
        "use it when": " ".join(option.when for option in need.options),
        "text": _prose(need, prefilled),
    }


def _prose(need: Solution, prefilled: frozenset[str]) -> str:
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


def _best_options(needs: Iterable[Solution], words: str) -> dict[str, Option]:
    """For each need, by stem, the solution that most of *words* fit; the first of several."""
    options = {
        f"{need.stem}/{number}": (need.stem, option)
        for need in needs
        for number, option in enumerate(need.options)
    }
    texts = ((name, {"option": f"{one.name} {one.when}"}) for name, (_, one) in options.items())
    fitting = {hit.id: len(hit.words) for hit in search.search(texts, words, {"option": 1.0})}
    best: dict[str, Option] = {}
    for name in sorted(options, key=lambda name: -fitting.get(name, 0)):
        best.setdefault(*options[name])
    return best


def _quoted(words: str) -> str:
    """*words* as a shell takes them for one word."""
    return f'"{words}"' if not set(words) & set('"$`\\!\n') else shlex.quote(words)
