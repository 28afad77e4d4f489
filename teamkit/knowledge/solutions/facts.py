"""What solutions offer other rooms: evidence, passages, offers, and reviews that are due."""

from collections.abc import Iterator, Sequence
from datetime import date

from teamkit.facts import Due, Evidence, Offer
from teamkit.knowledge.solutions import match, ranges
from teamkit.knowledge.solutions.model import Need, Solution, mentions, read_need
from teamkit.knowledge.solutions.read import needs
from teamkit.markdown import blocks
from teamkit.markdown.outline import Outline
from teamkit.markdown.sections import lines
from teamkit.people.catalog import Catalog, catalog
from teamkit.people.directory import Directory
from teamkit.store.search import Passage
from teamkit.team import Team


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """Needs to look at again as of *today*, the longest waiting first; retired ones rest."""
    found = (read_need(document, people.resolve) for document in team.documents("solutions"))
    waiting = [_review(one, day) for one in found if (day := waits_since(one, today))]
    return sorted(waiting, key=lambda one: (one.since, one.path))


def waits_since(need: Need, today: date) -> date | None:
    """The day its review was wanted, when that has come; None when nothing waits."""
    day = need.review_by
    return day if day and day <= today and need.status != "retired" else None


def _review(need: Need, day: date) -> Due:
    document = need.document
    by_day = document.day("review_by") == day
    return Due(
        what=f"Review the solutions for: {need.title}",
        who=(need.owner,) if need.owner else (),
        on=day,
        since=day,
        remedy=f"Bring time and risks up to date, then: teamkit solutions review {need.stem}",
        path=need.path,
        line=document.line_of("review_by" if by_day else "last_reviewed_on"),
        kind="review",
    )


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
        for piece in shown_by(read_need(document, people.resolve), people, vocabulary)
    ]


def shown_by(
    need: Need, people: Directory, vocabulary: Catalog | None = None
) -> Iterator[Evidence]:
    """Who owns or is named in one need; its skills by slug where a vocabulary is given."""
    slugs = {skill: vocabulary and vocabulary.slug_of(skill) for skill in need.skills}
    owns = Evidence(
        person=need.owner,
        part="owns",
        about=need.title,
        skills=frozenset(slug or skill for skill, slug in slugs.items()),
        on=need.last_reviewed_on,
        path=need.path,
        line=need.document.line_of("owner"),
    )
    if need.owner:
        yield owns
    named = owns._replace(part="named")
    for solution in need.solutions:
        about = f"{need.title}: {solution.name}"
        for person in solution.who:
            yield named._replace(person=person, about=about, line=solution.line)
    in_table = {person for solution in need.solutions for person in solution.who}
    for person, (title, line) in _in_text(need, people).items():
        if person not in in_table:
            about = f"{need.title}: {title}" if title else need.title
            yield named._replace(person=person, about=about, line=line)


def _in_text(need: Need, people: Directory) -> dict[str, tuple[str, int]]:
    """Who is mentioned outside of tables and code: handle -> (section below the title, line)."""
    document = need.document
    if "@" not in document.body:
        return {}
    found: dict[str, tuple[str, int]] = {}
    for section in Outline(document).sections:
        title = section.title if section.level > 1 else ""
        for line in section.lines:
            if line.in_code or line.hidden or line.text.lstrip().startswith("|"):
                continue
            for name in mentions(line.text):
                if (handle := people.resolve(name)) in people:
                    found.setdefault(handle, (title, line.number))
    return found


def offers(team: Team, people: Directory, catalog: Catalog) -> list[Offer]:
    """Every way to meet every need, in order of file, then of table.

    A need without any solution is one offer with an empty one.
    """
    every = needs(team, people)
    factor = ranges.overall_factor(every)
    return [offer for need in every for offer in offers_of(need, catalog, factor)]


def matching(team: Team, people: Directory, catalog: Catalog, words: str) -> list[Offer]:
    """The offers of the needs that *words* speak of, best first; empty when none does.

    The solutions of a need stay in the order of its table, which is the team's.
    """
    every = needs(team, people)
    factor = ranges.overall_factor(every)
    return [
        offer
        for one in match.fitting(team, every, catalog, words)
        for offer in offers_of(one.need, catalog, factor)
    ]


def spread(team: Team, people: Directory) -> tuple[float, float] | None:
    """P20 and P80 of actual over estimate of all the team's jobs; None below five jobs."""
    return ranges.spread(needs(team, people))


def offers_of(need: Need, catalog: Catalog, factor: tuple[float, int]) -> Iterator[Offer]:
    """The ways to meet one need, in order of its table; one without a solution if it has none."""
    return (_offer(need, solution, catalog, factor) for solution in need.solutions or (None,))


def _offer(
    need: Need, solution: Solution | None, catalog: Catalog, factor: tuple[float, int]
) -> Offer:
    found = ranges.range_of(need, solution, factor) if solution else None
    jobs = ranges.jobs_of(need, solution) if solution else ()
    return Offer(
        need=need.stem,
        title=need.title,
        status=need.status,
        owner=need.owner,
        solution=solution.name if solution else "",
        when=solution.when if solution else "",
        low=found.low if found else None,
        high=found.high if found else None,
        basis=found.basis if found else "",
        jobs=sum(1 for job in jobs if job.actual),
        is_measured=bool(found and found.is_measured),
        risks=ranges.risks_of(need, solution) if solution else (),
        who=tuple(one for one in solution.who if one != need.owner) if solution else (),
        skills=tuple(sorted({catalog.slug_of(word) or word for word in need.skills})),
        tags=tuple(sorted(need.tags)),
        path=need.path,
        line=solution.line if solution else need.document.line_of("title"),
        stated=solution.time.spell() if solution and solution.time else "",
        ratio=found.ratio if found else None,
    )


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each need that holds any of these lower-case words: its tags, solutions and prose."""
    found = []
    for document in team.mentioning("solutions", words):
        need = read_need(document, people.resolve)
        told = (line.text for line in lines(blocks.strip(document.body)) if not line.hidden)
        found.append(
            Passage(
                path=need.path,
                line=document.line_of("title"),
                title=need.title,
                text="\n".join((" ".join((*need.tags, *need.skills)), *told)),
                on=need.last_reviewed_on,
                shown=tuple(shown_by(need, people)),
            )
        )
    return found
