"""A rule about decisions: the dissent that was kept with one stays, or somebody says why not."""

import re
from collections.abc import Iterator

from teamkit.check.scope import Scope
from teamkit.errors import BadDocumentError, GitError
from teamkit.facts import Finding
from teamkit.markdown.document import parse
from teamkit.projects.advice.decide import DROPPED
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import read_proposal
from teamkit.store import search

#: So much of an earlier dissent's words must still stand there; people mend a word or two.
_ENOUGH = 0.5
_WORD = re.compile(r"[^\W_]+")


def dissent(reading: Scope) -> list[Finding]:
    """The decisions that have lost dissent of an earlier version; git is asked for decided ones.

    Two things let it go: a sentence that begins with "Dissent no longer kept", and words alike.
    """
    resolve = reading.people.resolve
    proposals = (read_proposal(document, resolve) for document in reading.documents("proposals"))
    return [
        Finding(
            proposal.path,
            proposal.decision.line,
            f"the dissent of an earlier version is gone: {lost}",
            "put the line `Dissent:` back, or teamkit advice decide --drop-dissent",
            "dissent",
        )
        for proposal in proposals
        if proposal.decision.on and DROPPED not in proposal.decision.text
        for lost in _lost(reading, proposal)
    ]


def _lost(reading: Scope, proposal: Proposal) -> Iterator[str]:
    """What was kept once and does not stand with the newest decision any more."""
    every = set(_WORD.findall(proposal.decision.dissent.casefold()))
    found = dict.fromkeys(
        piece
        for earlier in _earlier(reading, proposal.path)
        for piece in earlier.decision.dissent.split("; ")
    )
    for piece in found:
        words = [word.casefold() for word in search.words_of(piece)]
        still = sum(word in every for word in words)
        if words and still < _ENOUGH * len(words):
            yield piece


def _earlier(reading: Scope, path: str) -> Iterator[Proposal]:
    """The proposal as its commits had it, oldest first; versions nobody can read are left out."""
    try:
        versions = reading.team.repo.versions(path, of_each_commit=True)
    except GitError:  # in no repository there is no history
        return
    for _, data in versions:
        try:
            yield read_proposal(parse(path, data), reading.people.resolve)
        except BadDocumentError:
            continue
