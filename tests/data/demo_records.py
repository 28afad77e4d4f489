"""The demo's people, skills, solutions and pages, as files."""

from datetime import date

from tests.data.demo_format import cells, fill, page, table
from tests.data.demo_library import PAGES, README
from tests.data.demo_people import CATALOG, PEOPLE, SETTINGS
from tests.data.demo_shapes import Need, Person
from tests.data.demo_solutions import NEEDS


def record_files() -> dict[str, str]:
    """Every file of the demo that is not about a meeting, by path."""
    return {
        "README.md": README,
        "teamkit.yml": SETTINGS,
        "skills/catalog.yml": CATALOG,
        **{f"people/{person.handle}.md": _person(person) for person in PEOPLE},
        **{f"skills/{person.handle}.md": _skills(person) for person in PEOPLE},
        **{f"solutions/{need.slug}.md": _solution(need) for need in NEEDS},
        **{one.path: page(one.meta, one.body) for one in PAGES},
    }


def last_change(need: Need) -> date:
    """The day on which a page of a need came to be as it is: its review or its last job."""
    jobs = [date.fromisoformat(cells(job)[1]) for job in need.jobs]
    return max([*jobs, need.reviewed or date(2026, 6, 19)])


def _person(person: Person) -> str:
    meta = {
        "name": person.name,
        "areas": person.areas,
        "aliases": person.aliases,
        "timezone": person.timezone,
        "joined": person.joined,
        "away": person.away,
        "capacity": person.capacity,
    }
    return page(meta, fill("person.md", name=person.name, body=person.body))


def _skills(person: Person) -> str:
    rows = [[_title(slug), *rest] for slug, *rest in map(cells, person.known)]
    known = table("Skill | Level | Want | Updated | Note", rows)
    body = fill("skills.md", name=person.name, table=known)
    return page({"title": f"{person.name}: skills"}, body)


def _title(slug: str) -> str:
    """What the catalog calls a skill."""
    return CATALOG.partition(f"  {slug}: {{title: ")[2].partition(",")[0].rstrip("}")


def _solution(need: Need) -> str:
    meta = {
        "title": need.title,
        "status": need.status,
        "owner": need.owner,
        "skills": need.skills,
        "tags": need.tags,
        "last_reviewed_on": need.reviewed,
        "review_by": need.review_by,
        "review_in": need.review_in,
    }
    ways = table("Solution | Use it when | Approx. time | Risks | Who", map(cells, need.ways))
    sections = [f"## {heading}\n\n{text}" for heading, text in need.details]
    body = fill(
        "solution.md", title=need.title, body=need.body, solutions="\n\n".join([ways, *sections])
    )
    jobs = "".join("| " + " | ".join(cells(job)) + " |\n" for job in need.jobs)
    return page(meta, body + jobs)
