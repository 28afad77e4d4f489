"""What the meeting files say, to be found by free words, and who took what part in it."""

from collections.abc import Iterator, Sequence

from teamkit.facts import Evidence
from teamkit.markdown import blocks
from teamkit.markdown.document import Document
from teamkit.markdown.sections import Section
from teamkit.meetings import evidence
from teamkit.meetings.bullets import folded, plain_title
from teamkit.meetings.evidence import Leads
from teamkit.meetings.model import Notes, Topic, read_notes
from teamkit.people.directory import Directory
from teamkit.store.search import Passage
from teamkit.team import Team, holds_any


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each topic, and each heading of the notes, that holds any of these lower-case words.

    Where the heading itself holds none, only its lines that do and whoever stands in them count:
    a round holds much that is about something else.
    """
    found = []
    leads: dict[str, Evidence] = {}
    for topic, document in evidence.topics(team, people, words):
        found.append(_of_topic(topic, document))
        if topic.by:
            leads[folded(topic.title)] = evidence.brought_by(topic, document)
    for document in team.mentioning("notes", words):
        one = read_notes(document, people.resolve)
        found.extend(_of_notes(one, people, leads, words) if one else ())
    return found


def _of_topic(topic: Topic, document: Document) -> Passage:
    brought = evidence.brought_by(topic, document)
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
    for section in evidence.noted(one):
        passage = _whole if holds_any(section.title, words) else _lines
        found = passage(one, section, people, leads, words)
        if found.text or found.shown:
            yield found


def _whole(
    one: Notes, section: Section, people: Directory, leads: Leads, _words: Sequence[str]
) -> Passage:
    text = "\n".join(line.text for line in section.lines if not line.hidden)
    shown = tuple(evidence.under(one, section, people, leads))
    return Passage(one.path, section.line, plain_title(section.title), text, one.day, shown)


def _lines(
    one: Notes, section: Section, people: Directory, leads: Leads, words: Sequence[str]
) -> Passage:
    lines = [each for each in section.lines if not each.hidden and holds_any(each.text, words)]
    shown = (
        *(evidence.led(one, section, leads) if lines else ()),
        *evidence.said(one, section, lines, people),
    )
    text = "\n".join(line.text for line in lines)
    title = plain_title(section.title)
    return Passage(one.path, lines[0].number if lines else 0, title, text, one.day, shown)
