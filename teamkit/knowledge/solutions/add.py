"""Recording a need, with a solution or as missing; and which needs to list."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import AlreadyThereError, UsageError
from teamkit.finder import fold
from teamkit.kinds import choices
from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.model import SOLUTIONS, Need, read_need
from teamkit.knowledge.solutions.read import needs, read_back
from teamkit.markdown.front_matter import New
from teamkit.people.catalog import Catalog, slug_named
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import files, layout
from teamkit.store.change import Change
from teamkit.team import Team

#: When a new solution is looked at again.
REVIEW_IN = "6 months"


class Way(NamedTuple):
    """How a need may be met, as somebody typed it.

    Attributes:
        solution: what we do; empty when there is none.
        time: how long it takes: `3-6d`; may be empty.
    """

    solution: str = ""
    time: str = ""
    risks: Sequence[str] = ()


class NeedDraft(NamedTuple):
    """A need about to be recorded; everything in it has been checked.

    Attributes:
        stem: the file's name without .md.
        title: the need, in the client's words.
        has_solution: whether one was given.
        owner: handle; empty when nobody owns it.
        page: the file's text below the front matter; people may edit it before it is written.
    """

    stem: str
    title: str
    has_solution: bool
    owner: str
    skills: tuple[str, ...]
    tags: tuple[str, ...]
    page: str


class Added(NamedTuple):
    """What `solutions add` decided: the change, where it goes, and what it says of the need."""

    change: Change
    path: str
    status: str


def draft(
    team: Team,
    catalog: Catalog,
    title: str,
    way: Way,
    *,
    owner: Person | None = None,
    skills: Sequence[str] = (),
    tags: Sequence[str] = (),
    body: str = "",
) -> NeedDraft:
    """The page of a new need.

    Raises:
        UsageError: the title names nothing, the time is none, or time and risks have no solution.
        AlreadyThereError: that need is recorded.
        UnknownError: the catalog has no such skill; says the closest.
        AmbiguousError: it has several.
    """
    title = _one_line(title)
    stem = layout.slug(title)
    if stem + ".md" in files.names(team.folder, layout.folder(team.config, "solutions")):
        path = team.path("solutions", stem)
        raise AlreadyThereError(path, hint=f"See it: teamkit solutions show {stem}")
    rows = _rows(way, owner)
    words = {"title": title, "solutions": SOLUTIONS.render(rows), "body": body.strip()}
    page = team.template("solution.md", words)
    return NeedDraft(
        stem=stem,
        title=title,
        has_solution=bool(rows),
        owner=owner.handle if owner else "",
        skills=tuple(sorted({slug_named(team, catalog, word) for word in skills})),
        tags=tuple(sorted({plain for tag in tags if (plain := plain_tag(tag))})),
        page=page if words["body"] else re.sub(r"\n{3,}", "\n\n", page),
    )


def add(team: Team, people: Directory, wanted: NeedDraft, page: str, today: date) -> Added:
    """The change that records a need: owned when its page has a solution, else missing.

    Raises:
        UsageError: nothing is left of the page, or what it says hides the solution.
    """
    if not page.strip():
        raise UsageError("The page is empty; nothing was written.")
    solutions = read_back(f"{wanted.stem}.md", page, people).solutions
    if wanted.has_solution and page == wanted.page and not solutions:
        raise UsageError(
            "The text hides the table of solutions.", hint="Close its ``` or its <!-- first"
        )
    status = "owned" if solutions else "missing"
    write = team.new("solutions", wanted.stem, _meta(team, wanted, status, today), page)
    what = "Add a solution for" if solutions else "Record a missing solution for"
    return Added(Change(f"{what}: {wanted.title}", "solutions add", (write,)), write.path, status)


def listed(
    team: Team, people: Directory, *, status: str = "", tags: Sequence[str] = ()
) -> list[Need]:
    """The needs with that status and all those tags, by file name."""
    checked_status(status)
    wanted = {fold(tag.lstrip("#")) for tag in tags}
    return [
        need
        for need in needs(team, people)
        if status in {"", need.status} and wanted <= set(map(fold, need.tags))
    ]


def named(team: Team, people: Directory, name: str) -> Need:
    """The need that *name* means: its title, its file's name, or a unique part of that.

    Raises:
        UnknownError: none; says the closest.
        AmbiguousError: several.
        BadDocumentError: the one meant cannot be read.
    """
    return read_need(team.named("solutions", "need", name), people.resolve)


def checked_status(status: str) -> str:
    """*status*, or empty where none is wanted.

    Raises:
        UsageError: it is none of ours.
    """
    known = choices("solutions", "status")
    if status and status not in known:
        raise UsageError(f"Unknown status '{status}'.", hint=f"Use one of: {', '.join(known)}")
    return status


def plain_tag(tag: str) -> str:
    """A tag on one line, without `#`; may be empty."""
    return _one_line(tag).lstrip("#")


def review_in(team: Team) -> str:
    """After what span the team looks at its solutions again: `6 months`."""
    return team.config.front_matter.get("solutions", {}).get("review_in", REVIEW_IN)


def _meta(team: Team, wanted: NeedDraft, status: str, today: date) -> dict[str, New]:
    """The front matter; a missing solution has nothing to review."""
    meta: dict[str, New] = {
        "title": wanted.title,
        "status": status,
        "owner": wanted.owner,
        "skills": wanted.skills,
        "tags": wanted.tags,
    }
    if status == "owned":
        meta |= {"last_reviewed_on": today, "review_in": review_in(team)}
    return {key: value for key, value in meta.items() if value}


def _rows(way: Way, owner: Person | None) -> list[dict[str, str]]:
    """The rows of a new table of solutions: one, or none."""
    solution = _one_line(way.solution)
    if solution:
        spelt = estimate.parse(way.time).spell() if way.time else ""
        phrases = "; ".join(filter(None, map(_one_line, way.risks)))
        who = f"@{owner.handle}" if owner else ""
        row = {"Solution": solution, "Approx. time": spelt, "Risks": phrases, "Who": who}
        return [row]
    if way.time or way.risks:
        raise UsageError(
            "Time and risks need a solution, and none is given.",
            hint='Add --solution "How we do it"',
        )
    return []


def _one_line(text: str) -> str:
    return " ".join(text.split())
