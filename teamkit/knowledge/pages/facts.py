"""What talks offer other rooms: evidence of who knows what, and passages."""

from collections.abc import Iterator, Sequence

from teamkit.facts import Evidence
from teamkit.kinds import KINDS
from teamkit.markdown import blocks
from teamkit.markdown.document import Document
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.store.search import Passage
from teamkit.team import Team

#: What a talk is while somebody still waits for it.
_WAITED_FOR = frozenset(["wanted", "offered", "scheduled"])


def evidence(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Evidence]:
    """Who gave which talk, in order of file.

    Args:
        team: whose talks.
        people: resolves names.
        mentioning: lower-case words; files without any of them are skipped. Empty: all files.
    """
    documents = team.mentioning("talks", mentioning)
    if not documents:
        return []
    vocabulary = catalog(team)
    return [piece for one in documents for piece in given(one, people, vocabulary)]


def given(
    document: Document, people: Directory, vocabulary: Catalog | None = None
) -> Iterator[Evidence]:
    """Who gave the talk, where it was given; its skills by slug where a vocabulary is given."""
    if KINDS["talks"].word(document, "status") != "given":
        return
    slugs = {skill: vocabulary and vocabulary.slug_of(skill) for skill in document.texts("skills")}
    for speaker in document.handles("speakers"):
        yield Evidence(
            person=people.resolve(speaker),
            part="presented",
            about=document.title(),
            skills=frozenset(slug or skill for skill, slug in slugs.items()),
            on=document.day("date"),
            path=document.path,
            line=document.line_of("speakers"),
        )


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each talk that holds any of these lower-case words."""
    found = []
    for one in team.mentioning("talks", words):
        title, on = one.title(), one.day("date")
        status = KINDS["talks"].word(one, "status")
        is_waited_for = status in _WAITED_FOR
        line = one.line_of("asked_by")
        wanting = tuple(
            Evidence(people.resolve(who), "wants", title, frozenset(), on, one.path, line)
            for who in (one.handles("asked_by") if is_waited_for else ())
        )
        found.append(
            Passage(
                path=one.path,
                line=one.line_of("title"),
                title=title,
                text=" ".join((*one.texts("skills"), blocks.strip(one.body))),
                on=on if not is_waited_for else None,
                shown=tuple(given(one, people)),
                wanting=wanting,
            )
        )
    return found
