"""Recording a new proposal: its page, with the needs that somebody named."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from teamkit.errors import AlreadyThereError, UsageError
from teamkit.kinds import choices
from teamkit.markdown.document import parse
from teamkit.markdown.front_matter import New
from teamkit.people.catalog import Catalog
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.need import TypedNeed, in_order, one_line, one_of, row
from teamkit.projects.proposals.read import read_proposal
from teamkit.projects.proposals.tables import NEEDS
from teamkit.store import files, layout
from teamkit.store.change import Change, Write
from teamkit.team import Team


class Terms(NamedTuple):
    """What the front matter of a new proposal says; None and empty words are left out.

    Attributes:
        probability: percent.
        scope: low, medium or high; so for *risk*.
    """

    status: str = "proposal"
    owner: Person | None = None
    decider: Person | None = None
    starts: date | None = None
    ends: date | None = None
    probability: int | None = None
    scope: str = ""
    risk: str = ""


class ProposalDraft(NamedTuple):
    """A proposal about to be recorded; everything in it has been checked.

    Attributes:
        stem: the file's name without .md.
        needs: how many rows the page has under Needs.
        page: the file's text below the front matter; people may edit it before it is written.
    """

    stem: str
    title: str
    terms: Terms
    needs: int
    page: str


class Started(NamedTuple):
    """The change that records a proposal, and the proposal as it is read back."""

    change: Change
    proposal: Proposal


def check(team: Team, title: str, terms: Terms, needs: Sequence[TypedNeed] = ()) -> str:
    """The name of a new proposal's file, without .md, once nothing typed has to be refused.

    Raises:
        UsageError: the title names nothing, a word is none of ours, days run backwards, or a need
            is named twice.
        AlreadyThereError: there is a proposal of that name.
    """
    _checked(terms)
    _no_twins(needs)
    stem = layout.slug(title)
    if f"{stem}.md" in files.names(team.folder, layout.folder(team.config, "proposals")):
        hint = f"See it: teamkit proposals show {stem}"
        raise AlreadyThereError(team.path("proposals", stem), hint=hint)
    return stem


def draft(
    team: Team,
    catalog: Catalog,
    title: str,
    terms: Terms,
    needs: Sequence[TypedNeed] = (),
    *,
    body: str = "",
) -> ProposalDraft:
    """The page of a new proposal."""
    stem, terms = check(team, title, terms, needs), _checked(terms)
    path = team.path("proposals", stem)
    told = [row(team, catalog, need, path) for need in needs]
    words = {"title": one_line(title), "body": body.strip(), "needs": NEEDS.render(told)}
    page = team.template("proposal.md", words)
    page = page if words["body"] else re.sub(r"\n{3,}", "\n\n", page)
    return ProposalDraft(stem, words["title"], terms, len(needs), page)


def start(
    team: Team, people: Directory, wanted: ProposalDraft, page: str, beside: Sequence[Write] = ()
) -> Started:
    """The change that records a proposal, and what is to be written *beside* it.

    Raises:
        UsageError: nothing is left of the page, it is no text, or what it says hides the needs.
    """
    if not page.strip():
        raise UsageError("The page is empty; nothing was written.")
    _refuse_halves(page)
    write = team.new("proposals", wanted.stem, _meta(wanted), page)
    proposal = read_proposal(parse(write.path, write.text.encode()), people.resolve)
    if page == wanted.page and len(proposal.needs) != wanted.needs:
        hint = "Close its ``` or its <!-- first"
        raise UsageError("The text hides the table of needs.", hint=hint)
    subject = f"Add the proposal {wanted.title}"
    return Started(Change(subject, "proposals new", (write, *beside)), proposal)


def _checked(terms: Terms) -> Terms:
    in_order(terms.starts, terms.ends)
    return terms._replace(
        status=one_of("status", terms.status, choices("proposals", "status")),
        scope=terms.scope and one_of("scope", terms.scope, choices("proposals", "scope")),
        risk=terms.risk and one_of("risk", terms.risk, choices("proposals", "risk")),
    )


def _no_twins(needs: Sequence[TypedNeed]) -> None:
    told: set[str] = set()
    for need in needs:
        title = one_line(need.title).casefold()
        if title in told:
            raise UsageError(f"The need '{need.title}' is named twice.")
        told.add(title)


def _meta(wanted: ProposalDraft) -> dict[str, New]:
    terms = wanted.terms
    meta: dict[str, New] = {
        "title": wanted.title,
        "status": terms.status,
        "owner": terms.owner.handle if terms.owner else None,
        "decider": terms.decider.handle if terms.decider else None,
        "starts": terms.starts,
        "ends": terms.ends,
        "probability": terms.probability,
        "scope": terms.scope or None,
        "risk": terms.risk or None,
    }
    return {key: value for key, value in meta.items() if value is not None}


def _refuse_halves(page: str) -> None:
    """Refuse half a character, which no file can store."""
    try:
        page.encode()
    except UnicodeEncodeError as error:
        raise UsageError("Some of what was typed is not UTF-8 text.") from error
