"""A need as somebody typed it, and the row that says so in a proposal."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import UsageError
from teamkit.markdown.links import link
from teamkit.people.catalog import TOP, Catalog, slug_named
from teamkit.projects.proposals import cells
from teamkit.store import layout
from teamkit.team import Team


class TypedNeed(NamedTuple):
    """One need of a project, as somebody typed it; what is empty was not said.

    Attributes:
        title: in the client's words.
        skill: slug, title or alias.
        fte: full-time equivalents: `0.5` or `50%`.
        solution: (words, path) of the file of the team's need that it is.
        usual_skill: slug of what that solution takes, where nobody said a skill.
    """

    title: str
    skill: str = ""
    level: int | None = None
    fte: str = ""
    starts: date | None = None
    ends: date | None = None
    solution: tuple[str, str] | None = None
    usual_skill: str = ""


def row(team: Team, catalog: Catalog, wanted: TypedNeed, path: str) -> dict[str, str]:
    """The cells of a need's row in the file *path*, column -> words; only what was given."""
    in_order(wanted.starts, wanted.ends)
    told = {
        "Need": one_line(wanted.title),
        "Skill": slug_named(team, catalog, wanted.skill) if wanted.skill else wanted.usual_skill,
        "Level": "" if wanted.level is None else _level(wanted.level),
        "FTE": _fte(wanted.fte) if wanted.fte else "",
        "From": wanted.starts.isoformat() if wanted.starts else "",
        "To": wanted.ends.isoformat() if wanted.ends else "",
        "Solution": _link(path, *wanted.solution) if wanted.solution else "",
    }
    return {column: words for column, words in told.items() if words}


def one_line(text: str) -> str:
    """*text* without line breaks and doubled spaces."""
    return " ".join(text.split())


def one_of(what: str, word: str, known: Sequence[str]) -> str:
    """*word* as it is known, whatever its case.

    Raises:
        UsageError: it is none of these.
    """
    if word.lower() not in known:
        raise UsageError(f"Unknown {what} '{word}'.", hint=f"Use one of: {', '.join(known)}")
    return word.lower()


def in_order(starts: date | None, ends: date | None) -> None:
    """Refuse an end before the start.

    Raises:
        UsageError: it is.
    """
    if starts and ends and ends < starts:
        hint = "Put the earlier day after --from"
        raise UsageError(f"It would end on {ends}, before it starts on {starts}.", hint=hint)


def _level(level: int) -> str:
    if not 0 <= level <= TOP:
        raise UsageError(f"There is no level {level}.", hint=f"0 to {TOP}")
    return str(level)


def _fte(typed: str) -> str:
    """Full-time equivalents as the team's files hold them: `0.5`."""
    number = cells.fte(typed.strip())
    if number > cells.MOST_FTE:
        hint = f"Use {number / 100:g} or {number:g}% for a part of one"
        raise UsageError(f"'{typed}' would be {number:g} people full time.", hint=hint)
    return f"{number:g}"


def _link(source: str, words: str, path: str) -> str:
    return link(words, layout.link(source, path))
