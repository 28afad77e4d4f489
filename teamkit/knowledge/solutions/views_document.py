"""What people and programs see of the solutions document: Markdown, CSV, facts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.facts import Offer, Risk
from teamkit.knowledge.solutions import ranges
from teamkit.knowledge.solutions.document import DocumentEntry, Group, SolutionsDocument
from teamkit.knowledge.solutions.records import NEED, NeedSeen
from teamkit.markdown import tables
from teamkit.markdown.links import link
from teamkit.output import csv as spreadsheet
from teamkit.output import fields
from teamkit.output.fields import (
    HANDLE,
    PATH,
    SLUG,
    TEXT,
    YES,
    Field,
    Page,
    Record,
    many,
    optional,
)
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store import layout
from teamkit.store.outputs import Written

#: The columns of the document's tables.
COLUMNS = ("Need", "Solutions", "Approx. time", "Risks", "Who", "Last reviewed")
#: The columns of its CSV, a row per solution.
CSV_COLUMNS = (
    "Need", "Solution", "Use it when", "Low (days)", "High (days)", "Time from", "Jobs", "Risks",
    "Owner", "Who", "Last reviewed", "Status", "Tags", "File",
)  # fmt: skip
#: Code, which may hold what it wants; and where HTML would begin.
_TAG = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)|<(?=[A-Za-z/!?])")
_LEAD = """\
What clients ask us for, how we meet it, how long that takes and what may go wrong.

- Approx. time: of five such jobs three fall within it, one takes less, one takes more. A day (d)
  has 8 working hours (h).
- "4 jobs": measured on four jobs that are done. "Stated": what we expect, because too few jobs are
  done; "times the team's 1.3": in the middle, our jobs took 1.3 times what we had expected.
- A risk with "1 of 4": it happened in one of four jobs that are done.
- A row without a need is another solution for the need above it."""
_NONE = "No needs are recorded yet."


class DocumentShown(NamedTuple):
    """The document, whose names are in it, and the page that it was written into, if it was."""

    found: SolutionsDocument
    people: Directory
    page: Written | None = None

    @property
    def named(self) -> list[Person]:
        """The people who are named in it."""
        handles = {
            handle
            for entry in _entries(self.found)
            for offer in entry.offers
            for handle in (offer.owner, *offer.who)
        }
        return [one for one in self.people if one.handle in handles]


_GROUP = Record[Group](
    "need_group",
    "Needs that are under one tag.",
    (
        Field("tag", lambda g: g.tag, optional(TEXT), "The tag; null for those without."),
        Field(
            "need_slugs", lambda g: [one.need.stem for one in g.entries], many(SLUG), "The needs."
        ),
    ),
)
_NAMED = Record[Person](
    "named_person",
    "Somebody who is named.",
    (
        Field("person", lambda p: p.handle, HANDLE, "Who."),
        Field("name", lambda p: p.name, TEXT, "The full name."),
    ),
)
_WHOLE = Record[DocumentShown](
    "document",
    "",
    (
        Field("tags", lambda d: d.found.tags, many(TEXT), "The tags that were asked for."),
        Field("groups", lambda d: d.found.groups, many(_GROUP), "The needs by tag."),
        Field(
            "missing",
            lambda d: [one.need.stem for one in d.found.missing],
            many(SLUG),
            "The needs that the team does not meet yet.",
        ),
        Field("named_people", lambda d: d.named, many(_NAMED), "Who is named."),
        Field(
            "page",
            lambda d: d.page.path if d.page else None,
            optional(PATH),
            "The page it was written into.",
        ),
        Field(
            "kept",
            lambda d: bool(d.page and d.page.is_kept),
            YES,
            "Whether edits by hand stay there, so that nothing was written.",
        ),
    ),
)
_DOC = Page("solutions.doc", "All that the document says.", NEED, _WHOLE, writes=True)


def title(team_name: str) -> str:
    """What the document is called."""
    return f"Solutions of {team_name}"


def content(found: SolutionsDocument, people: Directory, today: date, path: str = "") -> str:
    """The document in Markdown, below its title.

    Args:
        found: what it says.
        people: whose names are spelled out; who has left is not named.
        today: who has left by then.
        path: the page it stands in, for links to the needs; without it there are none.
    """
    return "\n".join(_parts(found, people, today, path)).rstrip("\n")


def document(
    found: SolutionsDocument, people: Directory, today: date, heading: str, *, as_csv: bool = False
) -> Lines:
    """The document to read or to send, in Markdown or for a spreadsheet."""
    if as_csv:
        lines = tuple(map(spreadsheet.line, (CSV_COLUMNS, *_records(found, people, today))))
    else:
        lines = (f"# {heading}", "", *content(found, people, today).split("\n"))
    return fields.lines(_DOC, lines, _seen(found, today), whole=DocumentShown(found, people))


def written(found: SolutionsDocument, people: Directory, today: date, page: Written) -> Lines:
    """The path of the page that was written."""
    shown = DocumentShown(found, people, page)
    return fields.lines(_DOC, (page.path,), _seen(found, today), whole=shown)


def _parts(found: SolutionsDocument, people: Directory, today: date, path: str) -> Iterator[str]:
    yield _LEAD
    yield ""
    if found.tags:
        yield f"Only needs with the tag {' and '.join(found.tags)} are on this page.\n"
    if not found.groups and not found.missing:
        yield _NONE
    for group in found.groups:
        name = group.tag or ("Other needs" if len(found.groups) > 1 else "Needs")
        yield f"## {_plain(name[0].upper() + name[1:])}\n"
        yield _table(group.entries, people, today, path)
    if found.missing:
        yield "## What we do not have yet\n"
        yield "Clients have asked for it; where a solution is named, it is a guess.\n"
        yield _table(found.missing, people, today, path)


def _table(entries: Sequence[DocumentEntry], people: Directory, today: date, path: str) -> str:
    rows = (row for entry in entries for row in _rows(entry, people, today, path))
    return tables.render(COLUMNS, [[need, *map(_plain, cells)] for need, *cells in rows])


def _rows(
    entry: DocumentEntry, people: Directory, today: date, path: str
) -> Iterator[tuple[str, ...]]:
    """A row per solution; what is about the need stands in the first one alone."""
    day = entry.need.last_reviewed_on
    need, reviewed = _need(entry, path), day.isoformat() if day else ""
    for offer in entry.offers:
        risks = "; ".join(map(_risk, offer.risks))
        who = _who(offer, people, today, is_first=bool(need))
        yield need, _solution(offer), _time(offer), risks, who, reviewed
        need = reviewed = ""


def _need(entry: DocumentEntry, path: str) -> str:
    """The need, as a link where there is a page to link from, and what to know about it."""
    need = entry.need
    words = link(need.title, layout.link(path, need.path)) if path else _plain(need.title)
    about = [{"trying": "we are trying this", "retired": "retired"}.get(need.status, "")]
    tags = ", ".join(entry.also)
    about.append(f"also {tags}" if tags and need.status != "missing" else tags)
    said = _plain("; ".join(filter(None, about)))
    return f"{words} ({said})" if said else words


def _solution(offer: Offer) -> str:
    if not offer.solution:
        return "none yet" if offer.status == "missing" else "not written down yet"
    return f"{offer.solution} ({offer.when})" if offer.when else offer.solution


def _time(offer: Offer) -> str:
    if offer.low is None or offer.high is None:
        return "not known" if offer.solution else ""
    said = ranges.spell(offer.low, offer.high)
    return f"{said}, {offer.basis}" if offer.is_measured else f"{said} ({offer.basis})"


def _risk(risk: Risk) -> str:
    return f"{risk.phrase} ({risk.happened} of {risk.jobs})" if risk.jobs else risk.phrase


def _who(offer: Offer, people: Directory, today: date, *, is_first: bool) -> str:
    """Who can say more; the owner stands in the first row, and where nobody else is named."""
    others = _names(offer.who, people, today)
    owner = "".join(_names([offer.owner], people, today))
    if owner and is_first:
        return ", ".join((f"{owner} (owner)", *others))
    return ", ".join(others) or owner


def _names(handles: Iterable[str], people: Directory, today: date) -> tuple[str, ...]:
    """The names of those who have not left; a name without a file stays as it is written."""
    known = [(handle, people.get(handle)) for handle in handles if handle]
    return tuple(
        person.name if person else handle
        for handle, person in known
        if person is None or person.left is None or person.left > today
    )


def _plain(text: str) -> str:
    """The words on one line, without HTML; code stays as it is."""
    return _TAG.sub(lambda found: found[0] if found[1] else "&lt;", " ".join(text.split()))


def _records(found: SolutionsDocument, people: Directory, today: date) -> Iterator[tuple[str, ...]]:
    for entry in _entries(found):
        day = entry.need.last_reviewed_on
        for offer in entry.offers:
            yield (
                offer.title, offer.solution, offer.when, _days(offer.low), _days(offer.high),
                offer.basis, str(offer.jobs), "; ".join(map(_risk, offer.risks)),
                "".join(_names([offer.owner], people, today)),
                ", ".join(_names(offer.who, people, today)), day.isoformat() if day else "",
                offer.status, ", ".join(offer.tags), offer.path,
            )  # fmt: skip


def _days(days: float | None) -> str:
    return "" if days is None else f"{days:.2f}".rstrip("0").rstrip(".")


def _entries(found: SolutionsDocument) -> Iterator[DocumentEntry]:
    for group in found.groups:
        yield from group.entries
    yield from found.missing


def _seen(found: SolutionsDocument, today: date) -> list[NeedSeen]:
    return [NeedSeen(one.need, one.offers, today) for one in _entries(found)]
