"""What the solutions show about who knows what: who owns a need, who is named for a solution."""

from collections.abc import Iterator, Sequence

from teamkit.facts import Evidence
from teamkit.markdown import blocks
from teamkit.markdown.sections import sections
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.solutions.model import Solution, mentions, read_solution
from teamkit.team import Team


def evidence(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Evidence]:
    """Who owns or is named in a need, in order of file; the track record names nobody.

    Args:
        team: whose needs.
        people: resolves names.
        mentioning: lower-case words; files without any of them are skipped. Empty: all files.
    """
    documents = team.mentioning("solutions", mentioning)
    if not documents:
        return []
    vocabulary = catalog(team)
    return [
        piece
        for document in documents
        for piece in shown_by(read_solution(document, people.resolve), people, vocabulary)
    ]


def shown_by(
    solution: Solution, people: Directory, vocabulary: Catalog | None = None
) -> Iterator[Evidence]:
    """Who owns or is named in one need; its skills by slug where a vocabulary is given."""
    slugs = {skill: vocabulary and vocabulary.slug_of(skill) for skill in solution.skills}
    owns = Evidence(
        person=solution.owner,
        part="owns",
        about=solution.title,
        skills=frozenset(slug or skill for skill, slug in slugs.items()),
        on=solution.last_reviewed_on,
        path=solution.path,
        line=solution.document.line_of("owner"),
    )
    if solution.owner:
        yield owns
    named = owns._replace(part="named")
    for option in solution.options:
        about = f"{solution.title}: {option.name}"
        for person in option.who:
            yield named._replace(person=person, about=about, line=option.line)
    in_table = {person for option in solution.options for person in option.who}
    for person, (title, line) in _in_text(solution, people).items():
        if person not in in_table:
            about = f"{solution.title}: {title}" if title else solution.title
            yield named._replace(person=person, about=about, line=line)


def _in_text(solution: Solution, people: Directory) -> dict[str, tuple[str, int]]:
    """Who is mentioned outside of tables and code: handle -> (section below the title, line)."""
    document = solution.document
    if "@" not in document.body:
        return {}
    found: dict[str, tuple[str, int]] = {}
    for section in sections(blocks.strip(document.body), document.body_line):
        title = section.title if section.level > 1 else ""
        for line in section.lines:
            if line.in_code or line.hidden or line.text.lstrip().startswith("|"):
                continue
            for name in mentions(line.text):
                if (handle := people.resolve(name)) in people:
                    found.setdefault(handle, (title, line.number))
    return found
