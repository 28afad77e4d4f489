"""What people and programs see of the needs that the team cannot safely meet."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from teamkit.knowledge.solutions.missing import ALONE, KINDS, Lack, LackReason, SkillPart
from teamkit.knowledge.solutions.records import NEED, NeedSeen
from teamkit.output.common import ABSENCE, DEPARTURE, absences, departures
from teamkit.output.extend import plain, within
from teamkit.output.fields import COUNT, HANDLE, SLUG, TEXT, Field, Page, Record, many, one_of
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


class LackSeen(NamedTuple):
    """A need that is not safely met, with all that programs see of needs."""

    lack: Lack
    seen: NeedSeen
    catalog: Catalog


class SkillSeen(NamedTuple):
    """A skill that a need takes, and its title."""

    part: SkillPart
    title: str


def _seen(one: LackSeen) -> NeedSeen:
    return one.seen


def _parts(one: LackSeen) -> Iterator[SkillSeen]:
    return (SkillSeen(part, one.catalog.title(part.skill)) for part in one.lack.parts)


_REASON = Record[LackReason](
    "lack_reason",
    "Why a need is not safely met.",
    (
        Field("kind", lambda r: r.kind, one_of(*KINDS), "Which reason."),
        Field("because", lambda r: r.words, TEXT, "The reason in words."),
        Field("remedy", lambda r: r.remedy, TEXT, "What would help, with what to type."),
    ),
)
_SKILL = Record[SkillSeen](
    "lacking_skill",
    "A skill that a need takes, and who has to do with it.",
    (
        Field("skill", lambda s: s.part.skill, SLUG, "The skill."),
        Field("title", lambda s: s.title, TEXT, "Its title."),
        Field("learners", lambda s: s.part.wanting, many(HANDLE), "Who wants more of it."),
        Field("teachers", lambda s: s.part.teaching, many(HANDLE), "Who can do it alone."),
    ),
)
_LACK = Record[LackSeen](
    "lack",
    "A need that the team cannot safely meet.",
    (
        *within(plain(NEED.fields), _seen),
        Field("lack_reasons", lambda s: s.lack.reasons, many(_REASON), "The gravest first."),
        Field("knowing", lambda s: s.lack.knowing, many(HANDLE), "Who knows it."),
        Field("named", lambda s: s.lack.named, many(HANDLE), "Its owner and who is named in it."),
        Field("people_by_skill", _parts, many(_SKILL), "Who could learn and teach what it takes."),
        Field("absences", lambda s: absences(s.lack.away), many(ABSENCE), "Who of these is away."),
        Field("leaving", lambda s: departures(s.lack.leaving), many(DEPARTURE), "Who leaves."),
    ),
)
_ABOUT = Record[None](
    "lacks",
    "",
    (
        Field("about", lambda _: NO_APPRAISAL, TEXT, "What the page is not for."),
        Field("from_level", lambda _: ALONE, COUNT, "From which level on somebody knows a skill."),
    ),
)
_MISSING = Page("solutions.missing", "Needs that the team cannot safely meet.", _LACK, _ABOUT)


def missing(found: Sequence[Lack], seen: Sequence[NeedSeen], catalog: Catalog) -> Table:
    """Each need with why it is here, who wants to learn, who could teach, what would help."""
    return Table(
        kind=_MISSING.kind,
        columns=(Column("Need", style="bold"), Column("", style="dim"), Column("What")),
        rows=tuple((lack.need.stem, *row) for lack in found for row in _rows(lack, catalog)),
        items=_MISSING.items(
            LackSeen(lack, one, catalog) for lack, one in zip(found, seen, strict=True)
        ),
        notes=(NO_APPRAISAL,) if found else (),
        empty="Every need has an owned solution that several people know, and a fresh review.",
        facts=_MISSING.facts(None),
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
