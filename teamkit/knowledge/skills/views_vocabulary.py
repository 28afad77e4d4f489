"""What people and programs see of a changed vocabulary."""

from collections.abc import Iterator

from teamkit.knowledge.skills.merge import Merged
from teamkit.knowledge.skills.vocabulary import Worded
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory


def worded(kind: str, done: Worded, path: str) -> Lines:
    """The catalog's path, and the entry as facts."""
    skill = done.skill
    item = {"path": path, "skill": skill.slug, "title": skill.title}
    return Lines(kind, (path,), (item,))


def merged(done: Merged) -> Lines:
    """The paths of all that a merge touches; the rows of each page as facts."""
    rows = {one.path: one for one in done.rows}
    paths = tuple(write.path for write in done.change.writes)
    items = tuple(
        {
            "path": path,
            "person": rows[path].person if path in rows else None,
            "kept": rows[path].kept if path in rows else None,
            "gone": list(rows[path].gone) if path in rows else [],
        }
        for path in paths
    )
    facts = {"was": done.was, "skill": done.skill.slug, "title": done.skill.title}
    return Lines("skills.merge", paths, items, facts=facts)


def told(done: Merged, people: Directory) -> Iterator[str]:
    """Whose rows change, in sentences: nobody's page changes unsaid."""
    names = {one.person: people.first_name(one.person) for one in done.rows}
    if names:
        yield f"Rows change in the tables of: {', '.join(names.values())}."
    for one in done.rows:
        if one.gone:
            gone = ", ".join(map(str, one.gone))
            stays = f"{one.path}:{one.kept}"
            yield f"{names[one.person]} had both: {stays} stays, line {gone} goes."
