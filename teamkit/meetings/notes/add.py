"""`notes add`: lines for the notes from outside the meeting; all of them, or none."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from teamkit.config import Round, Series
from teamkit.errors import AmbiguousError, NotFoundError, TeamkitError, UsageError
from teamkit.finder import Named, find
from teamkit.markdown.document import Document, parse
from teamkit.markdown.sections import sections
from teamkit.meetings import calendar
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import folded, plain_title
from teamkit.meetings.discussed import TOPIC_LEVEL
from teamkit.meetings.model import Notes
from teamkit.meetings.notes import new
from teamkit.meetings.notes.capture import Captured, capture
from teamkit.meetings.notes.lines import add_lines, headings
from teamkit.store.change import Change, Write, edit

#: How many days after a meeting its notes are still meant when nobody says which.
RECENT = 7
#: Where a line goes when the notes have no heading for it.
ELSEWHERE = "Any other business"


class NotesPage(NamedTuple):
    """The notes that lines go into.

    Attributes:
        document: as they stand, or as they would be started.
        is_new: nobody has started them yet.
        under: the heading asked for; empty when each line finds its own.
    """

    document: Document
    series: Series | None
    day: date
    is_new: bool
    under: str = ""


class TypedLine(NamedTuple):
    """One typed line.

    Attributes:
        number: 1-based, among all that was typed.
        heading: what it goes under.
        said: the line for the notes, or why it is none.
    """

    number: int
    heading: str
    said: Captured | TeamkitError


def page(
    meetings: Meetings, today: date, *, name: str | None, day: date | None, under: str | None
) -> NotesPage:
    """The notes that are meant: of *day*, of today's meeting, or of the last one, a week ago.

    Raises:
        NotFoundError: there are none; says how to name some.
        UnknownError: no series is called *name*, or no heading fits *under*.
        AmbiguousError: several meetings or headings fit.
    """
    slug = calendar.slug_of(meetings.team.config, name)
    found = _standing(meetings, slug, day or today) or _started(meetings, slug, day or today)
    if found is None and day is None:
        found = _recent(meetings, slug, today)
    if found is None:
        raise _no_notes(meetings, slug, day)
    return found._replace(under=_heading(found.document, under)) if under else found


def hear(meetings: Meetings, page: NotesPage, typed: Sequence[str], today: date) -> list[TypedLine]:
    """What each typed line means; a line `## Heading` says where the next ones go."""
    under = page.under
    found = []
    for number, text in enumerate(typed, 1):
        if text.startswith("## ") and text[3:].strip():
            under = _exact(page.document, text[3:]) or " ".join(text[3:].split())
        elif text.strip():
            found.append(TypedLine(number, *_heard(meetings, page, text, under, today)))
    return found


def add(page: NotesPage, heard: Sequence[TypedLine]) -> Change:
    """The change that writes what was heard; all of it, or nothing.

    Raises:
        UsageError: a line means nothing.
        TeamkitError: the one line typed is refused.
    """
    bad = [one for one in heard if isinstance(one.said, TeamkitError)]
    if len(heard) == 1 and isinstance(heard[0].said, TeamkitError):
        raise heard[0].said
    if bad or not heard:
        why = f"{len(bad)} of {len(heard)} lines cannot be read" if bad else "No line was typed"
        raise UsageError(f"{why}; nothing was written.", hint="The grammar: notes add --help")
    text = page.document.text
    for heading, said in taken(heard):
        text = add_lines(text, heading, [said.line])
    message = f"Note {'a line' if len(heard) == 1 else f'{len(heard)} lines'} of {page.day}"
    document = page.document
    writes = (Write(document.path, text),) if page.is_new else edit(document, text)
    return Change(message, "notes add", writes)


def taken(heard: Sequence[TypedLine]) -> list[tuple[str, Captured]]:
    """The lines that mean something, each with its heading."""
    return [(one.heading, one.said) for one in heard if isinstance(one.said, Captured)]


def _standing(meetings: Meetings, slug: str, day: date) -> NotesPage | None:
    """The notes of that day, when there are some."""
    found = [n for n in meetings.notes if n.day == day and slug in {"", n.series}]
    if len(found) > 1:
        raise AmbiguousError("meetings", day.isoformat(), [n.series for n in found])
    return _page(meetings, found[0]) if found else None


def _started(meetings: Meetings, slug: str, day: date) -> NotesPage | None:
    """The notes of that day's meeting as `notes new` would start them; None without a meeting."""
    config = meetings.team.config
    days = calendar.meetings if slug else calendar.days_known
    meeting = [
        series
        for series in config.series.values()
        if slug in {"", series.slug} and days(config, series, meetings.agendas, day, day)
    ]
    if len(meeting) > 1:
        raise AmbiguousError("meetings", day.isoformat(), [series.slug for series in meeting])
    if not meeting:
        return None
    (write,) = new.new_notes(meetings, meeting[0], day).writes
    document = parse(write.path, write.text.encode())
    return NotesPage(document, meeting[0], day, is_new=True)


def _recent(meetings: Meetings, slug: str, today: date) -> NotesPage | None:
    first = today - timedelta(days=RECENT)
    found = [n for n in meetings.notes if first <= n.day < today and slug in {"", n.series}]
    return _page(meetings, found[-1]) if found else None


def _page(meetings: Meetings, one: Notes) -> NotesPage:
    return NotesPage(
        one.document, meetings.team.config.series.get(one.series), one.day, is_new=False
    )


def _no_notes(meetings: Meetings, slug: str, day: date | None) -> NotFoundError:
    named = f" of {slug}" if slug else ""
    series = f"{slug} " if slug else ""
    if day:
        hint = f"Start them: teamkit notes new {series}--date {day}"
        return NotFoundError(f"There is no meeting{named} on {day}, and no notes.", hint=hint)
    last = [n for n in meetings.notes if slug in {"", n.series}]
    return NotFoundError(
        f"There is no meeting{named} today, and no notes from the last {RECENT} days.",
        hint=f"Pick one: --date {last[-1].day}" if last else f"teamkit notes new {series}".strip(),
    )


def _heading(document: Document, part: str) -> str:
    """The one heading that *part* means."""
    known = {title: folded(title) for title in headings(document)}
    hint = f"The headings are: {'; '.join(known)}. " if known else ""
    return find(
        part,
        [Named(title, title, titles=(plain,)) for title, plain in known.items()],
        "heading",
        hint=f"{hint}In notes add -, ## HEADING makes one",
    )


def _exact(document: Document, title: str) -> str:
    same = (known for known in headings(document) if folded(known) == folded(title))
    return next(same, "")


def _heard(
    meetings: Meetings, page: NotesPage, text: str, under: str, today: date
) -> tuple[str, Captured | TeamkitError]:
    """The heading that *text* goes under, and what it means."""
    round_ = next((r for r in _rounds(page) if folded(r.name) == folded(under)), None)
    try:
        said = capture(
            text,
            people=meetings.people,
            today=today,
            label=round_.label if round_ else "",
            labels=[one.label for one in meetings.team.config.rounds],
        )
    except TeamkitError as refusal:
        return under, refusal
    return under or _home(page, said.label), said


def _rounds(page: NotesPage) -> tuple[Round, ...]:
    return page.series.rounds if page.series else ()


def _home(page: NotesPage, label: str) -> str:
    """Where a line with *label* belongs: its round; else the last topic that was talked about."""
    document, rounds = page.document, _rounds(page)
    known = headings(document)
    of_label = {folded(r.name) for r in rounds if r.label.lower() == label}
    own = [title for title in known if folded(title) in of_label]
    if own:
        return own[0]
    names = {folded(r.name) for r in rounds}
    topics = [title for title in known if folded(title) not in names]
    said = set(_with_content(document))
    talked = [title for title in topics if title in said]
    return (talked[-1:] or topics[:1] or [ELSEWHERE])[0]


def _with_content(document: Document) -> list[str]:
    return [
        plain_title(section.title)
        for section in sections(document.body, document.body_line)
        if section.level == TOPIC_LEVEL
        and any(line.text.strip() and not line.hidden for line in section.lines)
    ]
