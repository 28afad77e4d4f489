"""Changing a need: what its front matter says, one of its solutions, or the page by hand."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import (
    AmbiguousError,
    BadDocumentError,
    UsageError,
)
from teamkit.finder import Named, find, fold
from teamkit.knowledge.solutions import estimate
from teamkit.knowledge.solutions.add import checked_status, named, plain_tag, review_in
from teamkit.knowledge.solutions.choose import begun, solution_named
from teamkit.knowledge.solutions.model import SOLUTIONS, Need, Solution
from teamkit.knowledge.solutions.ranges import same_risk
from teamkit.knowledge.solutions.read import read_back
from teamkit.markdown.document import Document
from teamkit.markdown.front_matter import New, set_keys
from teamkit.markdown.liquid import inert, shown
from teamkit.markdown.outline import Outline
from teamkit.people.catalog import Catalog, slug_named
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store.change import Change, edit
from teamkit.team import Team

_COMMAND = "solutions edit"


class NeedEdit(NamedTuple):
    """What shall change in a need, as typed; what is empty stays as it is.

    Attributes:
        skills: those to add; *no_skills* and *no_tags* go.
        solution: which row of the table the rest is about, by a start of its name; a new name is a
            new row. May be empty where there is only one.
        when: in which case to use it.
        risks: those to add; so for *who*.
    """

    title: str = ""
    owner: Person | None = None
    status: str = ""
    skills: Sequence[str] = ()
    no_skills: Sequence[str] = ()
    tags: Sequence[str] = ()
    no_tags: Sequence[str] = ()
    solution: str = ""
    time: str = ""
    when: str = ""
    risks: Sequence[str] = ()
    who: Sequence[Person] = ()

    @property
    def about_solution(self) -> bool:
        """Whether something is said of a solution."""
        return any((self.solution, self.time, self.when, self.risks, self.who))


class Revised(NamedTuple):
    """What `solutions edit` decided.

    Attributes:
        need: as it will be read back.
        solution: the solution that was added or changed; empty when none was.
        is_new: whether it was added.
        is_owned_now: whether the need has become owned by that.
        trouble: why the page can no longer be read, after it was edited by hand; else empty.
    """

    change: Change
    need: Need
    solution: str = ""
    is_new: bool = False
    is_owned_now: bool = False
    trouble: str = ""


def revise(
    team: Team, people: Directory, catalog: Catalog, name: str, wanted: NeedEdit, *, today: date
) -> Revised:
    """The change that makes what is *wanted* of the need called *name*."""
    need = named(team, people, name)
    text, solution, is_new = need.document.text, "", False
    if wanted.about_solution:
        text, solution, is_new = _with_option(need, wanted)
    becomes_owned = is_new and need.status == "missing" and not wanted.status
    keys = _keys(team, catalog, need, wanted)
    keys |= _owned(team, need.document, today) if becomes_owned else {}
    text = _retitled(set_keys(text, keys), need, " ".join(wanted.title.split()), people)
    after = read_back(need.path, text, people)
    what = "Add a solution for" if is_new else "Edit the need"
    change = Change(f"{what}: {after.title}", _COMMAND, edit(need.document, text))
    return Revised(change, after, solution, is_new, becomes_owned)


def by_hand(people: Directory, need: Need, text: str) -> Revised:
    """The change that leaves the need as somebody's editor left it.

    Raises:
        UsageError: nothing is left of the page, or nothing has changed.
    """
    if not text.strip():
        raise UsageError("The page is empty; nothing was written.")
    if text == need.document.text:
        raise UsageError("Nothing was changed; nothing was written.")
    try:
        after, trouble = read_back(need.path, text, people), ""
    except BadDocumentError as bad:
        after, trouble = need, f"{bad.where}: {bad.why}"
    change = Change(f"Edit the need: {after.title}", _COMMAND, edit(need.document, text))
    return Revised(change, after, trouble=trouble)


def _keys(team: Team, catalog: Catalog, need: Need, wanted: NeedEdit) -> dict[str, New]:
    """The keys of the front matter that change."""
    keys: dict[str, New] = {
        "title": " ".join(wanted.title.split()),
        "owner": wanted.owner.handle if wanted.owner else "",
        "status": checked_status(wanted.status),
    }
    keys = {key: value for key, value in keys.items() if value}
    if wanted.skills or wanted.no_skills:
        added = [slug_named(team, catalog, word) for word in wanted.skills]
        written = need.document.texts("skills")
        keys["skills"] = _set(
            "skill",
            written,
            added,
            wanted.no_skills,
            lambda it: catalog.names(catalog.slug_of(it) or it),
        )
    if wanted.tags or wanted.no_tags:
        added = [tag for word in wanted.tags if (tag := plain_tag(word))]
        written = need.document.texts("tags")
        gone = map(plain_tag, wanted.no_tags)
        keys["tags"] = _set("tag", written, added, gone, lambda tag: (plain_tag(tag),))
    return keys


def _set(
    word: str,
    written: Sequence[str],
    added: Sequence[str],
    gone: Iterable[str],
    names: Callable[[str], tuple[str, ...]],
) -> list[str]:
    """*written* with some more and some fewer; in order where it was in order.

    *names* gives every way to write one of them, the usual one first.
    """
    known = [Named(one, one, names(one)) for one in written]
    hint = f"It has: {', '.join(written)}" if written else "It has none"
    goes = {names(find(one, known, word, hint=hint))[0] for one in gone}
    kept = [one for one in written if names(one)[0] not in goes]
    have = {fold(names(one)[0]) for one in kept}
    new = {fold(key): one for one in added if fold(key := names(one)[0]) not in have}
    every = [*kept, *new.values()]
    return sorted(every) if list(written) == sorted(written) else every


def _owned(team: Team, document: Document, today: date) -> dict[str, New]:
    """The keys of a need that is met from now on: it is looked at again some day."""
    keys: dict[str, New] = {"status": "owned"}
    if not document.day("last_reviewed_on"):
        keys["last_reviewed_on"] = today
    if not document.text_of("review_in") and not document.day("review_by"):
        keys["review_in"] = review_in(team)
    return keys


def _retitled(text: str, need: Need, title: str, people: Directory) -> str:
    """*text* with the heading that repeats the title following it."""
    if not title:
        return text
    document = read_back(need.path, text, people).document
    found = Outline(document).sections
    headings = [one for one in found if one.level == 1 and shown(one.title) == need.title]
    pieces = text.split("\n")
    for one in headings[:1]:
        pieces[one.line - 1] = pieces[one.line - 1].replace(one.title, inert(title), 1)
    return "\n".join(pieces)


def _with_option(need: Need, wanted: NeedEdit) -> tuple[str, str, bool]:
    """The text with a row added or changed, the solution's name, and whether it was added."""
    name = " ".join(wanted.solution.split())
    fitting = begun([solution.name for solution in need.solutions], name) if name else []
    if len(fitting) > 1:
        raise AmbiguousError("solutions", name, fitting)
    said = {
        "Use it when": " ".join(wanted.when.split()),
        "Approx. time": estimate.parse(wanted.time).spell() if wanted.time.strip() else "",
    }
    if name and not fitting:
        more = {"Risks": "; ".join(_risks(wanted)), "Who": " ".join(_who(wanted))}
        cells = {"Solution": name, **said, **more}
        return SOLUTIONS.add(Outline(need.document), cells), name, True
    solution = solution_named(need, name)
    cells = {column: words for column, words in said.items() if words}
    cells |= _longer(need, solution, wanted)
    text = SOLUTIONS.change(Outline(need.document), solution.line, cells)
    return text, solution.name, False


def _longer(need: Need, solution: Solution, wanted: NeedEdit) -> dict[str, str]:
    """The cells that risks and people are added to, behind those that stand there."""
    risks = _risks(wanted, beside=solution.risks)
    who = _who(wanted, beside=solution.who)
    cells = {}
    for name, between, new in (("Risks", "; ", risks), ("Who", " ", who)):
        if new:
            written = SOLUTIONS.cell(Outline(need.document), solution.line, name)
            cells[name] = between.join(filter(None, [written, *new]))
    return cells


def _risks(wanted: NeedEdit, beside: Sequence[str] = ()) -> list[str]:
    """The phrases to add, each once; those that stand there already left out."""
    plain = (" ".join(risk.split()) for risk in wanted.risks)
    new = {risk.casefold(): risk for risk in plain if risk}
    return [risk for risk in new.values() if same_risk(beside, risk) is None]


def _who(wanted: NeedEdit, beside: Sequence[str] = ()) -> list[str]:
    handles = dict.fromkeys(person.handle for person in wanted.who)
    return [f"@{handle}" for handle in handles if handle not in beside]
