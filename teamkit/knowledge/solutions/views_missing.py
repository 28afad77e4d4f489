"""What people and programs see of the needs that the team cannot safely meet."""

from collections.abc import Iterable, Iterator, Sequence

from teamkit.knowledge.solutions.missing import ALONE, Lack, SkillPart
from teamkit.output.shapes import Column, Table
from teamkit.people.catalog import Catalog

#: Said of every page that names what people can do.
NO_APPRAISAL = "What people know and want is their own word, to find each other; no appraisal."
#: Most people of one skill that a person reads; programs get all.
_MOST = 4
_LABELS = {
    "missing": "missing",
    "trying": "being tried",
    "owner": "no owner",
    "alone": "one person",
    "review": "review",
}


def missing(found: Sequence[Lack], catalog: Catalog) -> Table:
    """Each need with why it is here, who wants to learn, who could teach, what would help."""
    return Table(
        kind="solutions.missing",
        columns=(Column("Need", style="bold"), Column("", style="dim"), Column("What")),
        rows=tuple((lack.need.stem, *row) for lack in found for row in _rows(lack, catalog)),
        items=tuple(_item(lack, catalog) for lack in found),
        notes=(NO_APPRAISAL,) if found else (),
        empty="Every need has an owned solution that several people know, and a fresh review.",
        facts={"about": NO_APPRAISAL},
    )


def _rows(lack: Lack, catalog: Catalog) -> Iterator[tuple[str, str]]:
    for reason in lack.reasons:
        yield _LABELS[reason.kind], reason.words
    if wanting := _by_skill(lack, catalog, ((part, part.wanting) for part in lack.parts)):
        yield "wants to learn", wanting
    if teaching := _by_skill(lack, catalog, ((part, part.teaching) for part in lack.parts)):
        yield "could teach", teaching
    elif lack.named:
        yield "is named", _people(lack, lack.named)
    for reason in lack.reasons:
        yield "would help", reason.remedy


def _by_skill(
    lack: Lack, catalog: Catalog, parts: Iterable[tuple[SkillPart, tuple[str, ...]]]
) -> str:
    """`PostGIS: ana, hana; Raster data: ana`, without skills that nobody is named for."""
    told = ((catalog.title(part.skill), handles) for part, handles in parts if handles)
    return "; ".join(f"{title}: {_people(lack, handles)}" for title, handles in told)


def _people(lack: Lack, handles: Sequence[str]) -> str:
    more = len(handles) - _MOST
    told = [_marked(lack, who) for who in handles[:_MOST]]
    return ", ".join([*told, *([f"{more} more"] if more > 0 else [])])


def _marked(lack: Lack, who: str) -> str:
    leaves, until = lack.leaving.get(who), lack.away.get(who)
    when = f" (leaves on {leaves})" if leaves else f" (away until {until})" if until else ""
    return f"{who}{when}"


def _item(lack: Lack, catalog: Catalog) -> dict[str, object]:
    need = lack.need
    return {
        "need": need.stem,
        "title": need.title,
        "status": need.status,
        "owner": need.owner or None,
        "reasons": [reason._asdict() for reason in lack.reasons],
        "review_by": need.review_by,
        "knowing": lack.knowing,
        "named": lack.named,
        "skills": [
            {
                "skill": part.skill,
                "title": catalog.title(part.skill),
                "wants_more": part.wanting,
                "can_teach": part.teaching,
            }
            for part in lack.parts
        ],
        "from_level": ALONE,
        "away": dict(lack.away),
        "leaving": dict(lack.leaving),
        "path": need.path,
    }
