"""What the meeting files show about who knows what: who brought, decided, acted, spoke."""

from collections.abc import Iterator, Sequence

from teamkit.facts import Evidence
from teamkit.markdown import blocks, tasks
from teamkit.markdown.sections import Section, sections
from teamkit.meetings import records
from teamkit.meetings.bullets import LABELS, parse, plain_title
from teamkit.meetings.model import Notes, Topic, read_notes, read_topic
from teamkit.people.directory import Directory
from teamkit.team import Team, holds_any

#: What a labelled line with a name says about that person's part; others count as speaking.
_PARTS = {"decision": "decided", "commitment": "acted"}
#: Labels that are about somebody, not said by them.
_NOT_SPOKEN = frozenset({"shoutout", "pairing", "win", "frustration"})


def evidence(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Evidence]:
    """Who took a part under which heading, in order of file and line.

    Args:
        team: whose notes and topics.
        people: resolves names.
        mentioning: lower-case words; files without any of them are skipped. Empty: all files.
    """
    found = [
        Evidence(topic.by, "brought", topic.title, frozenset(), topic.day, topic.path, line)
        for topic, line in _topics(team, people, mentioning)
        if topic.by
    ]
    for document in team.mentioning("notes", mentioning):
        one = read_notes(document, people.resolve)
        found.extend(_of_notes(one, people, mentioning) if one else ())
    return found


def _topics(team: Team, people: Directory, words: Sequence[str]) -> Iterator[tuple[Topic, int]]:
    """The topics in question, each with the line that says who brings it, else its title."""
    for document in team.mentioning("topics", words):
        topic = read_topic(document, people.resolve)
        if holds_any(topic.title, words):
            line = document.line_of("by" if topic.by else "title")
            yield records.completed(team, people, topic), line


def _of_notes(one: Notes, people: Directory, mentioning: Sequence[str]) -> list[Evidence]:
    found = []
    for section in sections(blocks.strip(one.document.body), one.document.body_line):
        if section.level > 1 and holds_any(section.title, mentioning):
            found.extend(_of_section(one, section, people))
    return found


def _of_section(one: Notes, section: Section, people: Directory) -> list[Evidence]:
    """Each person once a part, at the first line that shows it."""
    title = plain_title(section.title)
    seen: dict[tuple[str, str], int] = {}
    for line in section.lines:
        if line.in_code or line.hidden:
            continue
        for person, part in _parts(line.text, line.number):
            seen.setdefault((people.resolve(person), part), line.number)
    return [
        Evidence(person, part, title, frozenset(), one.day, one.path, number)
        for (person, part), number in seen.items()
    ]


def _parts(text: str, number: int) -> list[tuple[str, str]]:
    task = tasks.parse_task(text, number)
    if task is not None:
        return [] if task.is_dropped else [(owner, "acted") for owner in task.owners]
    bullet = parse(text, LABELS)
    if bullet is None or bullet[0] in _NOT_SPOKEN:
        return []
    label, names, _, _ = bullet
    return [(name, _PARTS.get(label, "spoke")) for name in names]
