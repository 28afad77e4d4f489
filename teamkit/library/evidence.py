"""What the talks show about who knows what: who gave one."""

from collections.abc import Iterator, Sequence

from teamkit.facts import Evidence
from teamkit.markdown.document import Document
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.team import Team


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
    if document.text_of("status") != "given":
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
