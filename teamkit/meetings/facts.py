"""What the meeting files offer other rooms: evidence of who knows what, passages, and dues."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from teamkit.facts import Due, Evidence
from teamkit.markdown import blocks, tasks
from teamkit.markdown.document import Document
from teamkit.markdown.outline import Outline
from teamkit.markdown.sections import Line, Section
from teamkit.meetings import archive, objections
from teamkit.meetings.actions import agreements
from teamkit.meetings.bullets import LABELS, folded, parse, plain_title
from teamkit.meetings.model import Notes, Topic, read_notes, read_topic
from teamkit.people.directory import Directory
from teamkit.store.documents import holds_any
from teamkit.store.search import Passage
from teamkit.team import Team

#: What a labelled line with a name says about that person's part; others count as speaking.
_PARTS = {"decision": "decided", "commitment": "acted"}


#: Labels that are about somebody, not said by them.
_NOT_SPOKEN = frozenset({"shoutout", "pairing", "win", "frustration"})


#: Folded title of a topic -> who brought it, as evidence.
Leads = Mapping[str, Evidence]


def evidence(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Evidence]:
    """Who took a part under which heading, in order of file and line; then who was there.

    Whoever brought a topic leads what is noted under its title from that day on.

    Args:
        team: whose notes and topics.
        people: resolves names.
        mentioning: lower-case words; files without any of them are skipped. Empty: all files.
    """
    brought = [
        brought_by(topic, document)
        for topic, document in topics(team, people, mentioning)
        if topic.by and holds_any(topic.title, mentioning)
    ]
    leads = {folded(one.about): one for one in brought}
    found = list(brought)
    for document in team.mentioning("notes", mentioning):
        one = read_notes(document, people.resolve)
        for section in noted(one) if one else ():
            if one and holds_any(section.title, mentioning):
                found.extend(under(one, section, people, leads))
    return found


def topics(team: Team, people: Directory, words: Sequence[str]) -> Iterator[tuple[Topic, Document]]:
    """The topics that hold any of the words, each with its file.

    Git is asked for a name that is missing only where the title holds one.
    """
    for document in team.mentioning("topics", words):
        topic = read_topic(document, people.resolve)
        if holds_any(topic.title, words):
            topic = archive.completed(team, people, topic)
        yield topic, document


def brought_by(topic: Topic, document: Document) -> Evidence:
    """The part of whoever brought *topic*, at the line that says so, else at its title."""
    line = document.line_of("by" if document.handle("by") else "title")
    return Evidence(topic.by, "brought", topic.title, frozenset(), topic.day, topic.path, line)


def noted(one: Notes) -> Iterator[Section]:
    """What was noted, by topic or round."""
    for section in Outline(one.document).sections:
        if section.level > 1:
            yield section


def under(one: Notes, section: Section, people: Directory, leads: Leads) -> Iterator[Evidence]:
    """Who led, took a part, and was there while that was talked about."""
    if not any(line.text.strip() for line in section.lines):
        return
    yield from led(one, section, leads)
    known = set()
    for piece in said(one, section, section.lines, people):
        known.add(piece.person)
        yield piece
    about, line = plain_title(section.title), one.document.line_of("present")
    for person in one.present or ():
        if person not in known:
            yield Evidence(person, "present", about, frozenset(), one.day, one.path, line)


def led(one: Notes, section: Section, leads: Leads) -> list[Evidence]:
    """Whoever brought the topic before it was talked about: they presented it that day."""
    lead = leads.get(folded(section.title))
    if lead is None or (lead.on is not None and one.day < lead.on):
        return []
    return [lead._replace(part="presented", on=one.day)]


def said(
    one: Notes, section: Section, lines: Iterable[Line], people: Directory
) -> Iterator[Evidence]:
    """Each person once a part, at the first of *lines* that shows it."""
    title = plain_title(section.title)
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.in_code or line.hidden:
            continue
        for person, part in _parts(line.text, line.number):
            seen.setdefault((people.resolve(person), part), line.number)
    for (person, part), number in seen.items():
        yield Evidence(person, part, title, frozenset(), one.day, one.path, number)


def _parts(text: str, number: int) -> list[tuple[str, str]]:
    task = tasks.parse_task(text, number)
    if task is not None:
        return [] if task.is_dropped else [(owner, "acted") for owner in task.owners]
    bullet = parse(text, LABELS)
    if bullet is None or bullet[0] in _NOT_SPOKEN:
        return []
    label, names, _, _ = bullet
    return [(name, _PARTS.get(label, "spoke")) for name in names]


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each topic, and each heading of the notes, that holds any of these lower-case words.

    Where the heading itself holds none, only its lines that do and whoever stands in them count:
    a round holds much that is about something else.
    """
    found = []
    leads: dict[str, Evidence] = {}
    for topic, document in topics(team, people, words):
        found.append(_of_topic(topic, document))
        if topic.by:
            leads[folded(topic.title)] = brought_by(topic, document)
    for document in team.mentioning("notes", words):
        one = read_notes(document, people.resolve)
        found.extend(_of_notes(one, people, leads, words) if one else ())
    return found


def _of_topic(topic: Topic, document: Document) -> Passage:
    brought = brought_by(topic, document)
    wants = brought._replace(part="wants", line=document.line_of("interest"))
    waiting = topic.interest if topic.status == "open" else ()
    return Passage(
        path=topic.path,
        line=document.line_of("title"),
        title=topic.title,
        text=blocks.strip(document.body),
        on=topic.day,
        shown=(brought,) if topic.by else (),
        wanting=tuple(wants._replace(person=person) for person in waiting),
    )


def _of_notes(
    one: Notes, people: Directory, leads: Leads, words: Sequence[str]
) -> Iterator[Passage]:
    for section in noted(one):
        passage = _whole if holds_any(section.title, words) else _lines
        found = passage(one, section, people, leads, words)
        if found.text or found.shown:
            yield found


def _whole(
    one: Notes, section: Section, people: Directory, leads: Leads, _words: Sequence[str]
) -> Passage:
    text = "\n".join(line.text for line in section.lines if not line.hidden)
    shown = tuple(under(one, section, people, leads))
    return Passage(one.path, section.line, plain_title(section.title), text, one.day, shown)


def _lines(
    one: Notes, section: Section, people: Directory, leads: Leads, words: Sequence[str]
) -> Passage:
    lines = [each for each in section.lines if not each.hidden and holds_any(each.text, words)]
    shown = (
        *(led(one, section, leads) if lines else ()),
        *said(one, section, lines, people),
    )
    text = "\n".join(line.text for line in lines)
    title = plain_title(section.title)
    return Passage(one.path, lines[0].number if lines else 0, title, text, one.day, shown)


def due(team: Team, people: Directory, today: date) -> list[Due]:
    """Open actions and unanswered objections as of *today*, the longest waiting first.

    A commitment counts as an action where somebody set a day for it.
    """
    taken = [n for n in archive.held(team, people) if n.day <= today]
    found = [
        Due(
            what=action.what,
            who=action.owners,
            on=action.due,
            since=action.since,
            remedy=f"When it is done: teamkit actions done {action.id}",
            path=action.path,
            line=action.line,
            kind=action.kind,
        )
        for action in agreements.agreed(team, people)
        if action.is_open and action.since <= today and not agreements.is_undated(action)
    ]
    found += [
        Due(
            what=f"Objection on {o.topic}: {o.text}",
            who=(o.person,) if o.person else (),
            on=None,
            since=o.since,
            remedy=f"Write a line: - Answered{f' @{o.person}' if o.person else ''}: ...",
            path=o.path,
            line=o.line,
            kind="objection",
        )
        for o in objections.open_objections(taken, people.resolve)
    ]
    return sorted(found, key=lambda one: (one.since, one.path, one.line))
