"""The demo's agendas, notes and topics, made from its calendar and its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.data import demo_words
from tests.data.demo_actions import Waiting, action, box, listed, objections
from tests.data.demo_calendar import Meeting, year
from tests.data.demo_format import block, fill, page, table
from tests.data.demo_shapes import Topic
from tests.data.demo_talk import TALK
from tests.data.demo_topics import DISCUSSED, TOPICS

#: Title, minutes, rounds as (name, minutes, label, words, lines per meeting in turn).
SERIES = {
    "friday": (
        "Weekly engineering meeting",
        60,
        (
            ("Wins", 8, "Win", demo_words.WINS, (2,)),
            ("Frustrations", 8, "Frustration", demo_words.FRUSTRATIONS, (1, 1, 2)),
            ("Learnings", 8, "TIL", demo_words.LEARNINGS, (2, 1, 1)),
            ("Pairing", 6, "Pairing", demo_words.PAIRING, (1, 1, 0, 1)),
        ),
    ),
    "joint": (
        "Monthly joint meeting",
        90,
        (
            ("News", 15, "News", demo_words.NEWS, (2,)),
            ("Thanks", 10, "Shoutout", demo_words.SHOUTOUTS, (2,)),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the notes and the lines under it, actions still in the small language."""

    heading: str
    lines: tuple[str, ...]


def meeting_files() -> dict[str, str]:
    """Every agenda, every notes file and every topic of the year, by path."""
    sections = spoken(year())
    waiting = _actions(sections)
    opposed = tuple(objections(_all_lines(sections)))
    files = {topic.path: _topic(topic) for topic in TOPICS}
    for meeting in year():
        files[f"agendas/{meeting.name}.md"] = _agenda(meeting, waiting, opposed)
        if not meeting.cancelled:
            files[f"notes/{meeting.name}.md"] = _notes(meeting, sections[meeting])
    return files


def spoken(meetings: Sequence[Meeting]) -> dict[Meeting, tuple[Section, ...]]:
    """What was said in each meeting that took place, rounds first."""
    unused = {
        name: list(words) for _, _, rounds in SERIES.values() for name, _, _, words, _ in rounds
    }
    held = dict.fromkeys(SERIES, 0)
    said = {}
    for meeting in meetings:
        if meeting.cancelled:
            continue
        rounds = tuple(
            Section(
                name,
                _take(unused[name], label, counts[held[meeting.series] % len(counts)], meeting),
            )
            for name, _, label, _, counts in SERIES[meeting.series][2]
        )
        held[meeting.series] += 1
        said[meeting] = rounds + tuple(
            Section(heading, tuple(lines.strip().split("\n")))
            for day, heading, lines in TALK
            if day == str(meeting.day)
        )
    return said


def topics_of(meeting: Meeting) -> tuple[Topic, ...]:
    """The topics that have a file and were talked about in this meeting."""
    headings = [heading for day, heading, _ in TALK if day == str(meeting.day)]
    return tuple(
        topic
        for topic in DISCUSSED
        if topic.title in headings and 0 <= (meeting.day - topic.day).days < 7
    )


def _take(pool: list[str], label: str, count: int, meeting: Meeting) -> tuple[str, ...]:
    """The next *count* lines of the pool whose speakers are here; they leave the pool."""
    taken: list[str] = []
    speakers: set[str] = set()
    for line in list(pool):
        people = line.partition(": ")[0].split()
        is_here = all(handle in meeting.present for handle in people)
        if len(speakers) < count and is_here and speakers.isdisjoint(people):
            speakers.add(people[0])
            pool.remove(line)
            taken += _said(label, line)
    return tuple(taken)


def _said(label: str, line: str) -> list[str]:
    """A line of a pool as lines of notes: the words, then the action if it carries one."""
    words, _, promise = line.partition(" => ")
    speaker, _, words = words.partition(": ")
    handles = " ".join(f"@{handle}" for handle in speaker.split())
    box_and_words = promise.partition("] ")
    action_line = f"{box_and_words[0]}] @{speaker} {box_and_words[2]}"
    return [f"{label} {handles}: {words}", *([action_line] if promise else [])]


def _actions(sections: Mapping[Meeting, tuple[Section, ...]]) -> tuple[Waiting, ...]:
    return tuple(
        action(line, meeting, day)
        for meeting, day, _, line in _all_lines(sections)
        if line.startswith("[")
    )


def _all_lines(
    sections: Mapping[Meeting, tuple[Section, ...]],
) -> Iterable[tuple[str, date, str, str]]:
    for meeting, parts in sections.items():
        for part in parts:
            for line in part.lines:
                yield meeting.name, meeting.day, part.heading, line


def _agenda(meeting: Meeting, waiting: Iterable[Waiting], opposed: Iterable[Waiting]) -> str:
    title, minutes, _ = SERIES[meeting.series]
    meta = {
        "title": f"{meeting.day} {meeting.series} agenda",
        "date": meeting.day,
        "series": meeting.series,
        "start": "13:00",
        "minutes": minutes,
        "facilitator": meeting.facilitator,
        "note_takers": [meeting.asked] if meeting.asked else [],
        "status": "cancelled" if meeting.cancelled else "",
        "because": meeting.cancelled,
    }
    body = fill(
        "agenda.md",
        heading=f"{title}, {meeting.day}: agenda",
        plan=block("plan", _plan(meeting)),
        returning=block("returning", "None."),
        actions=block("actions", listed(waiting, meeting.day)),
        objections=block("objections", listed(opposed, meeting.day)),
    )
    return page(meta, body)


def _plan(meeting: Meeting) -> str:
    rounds = [(m, name, "everyone", "round") for name, m, *_ in SERIES[meeting.series][2]]
    topics = [
        (topic.minutes, f"[{topic.title}](../{topic.path})", f"@{topic.by}", topic.aim)
        for topic in topics_of(meeting)
    ]
    rows, clock = [], 13 * 60
    for minutes, what, who, aim in rounds + topics:
        rows.append((f"{clock // 60}:{clock % 60:02}", str(minutes), what, who, aim))
        clock += minutes
    planned = f"{clock - 13 * 60} of {SERIES[meeting.series][1]} minutes planned."
    return table("Start | >Min | What | Who | Aim", rows) + "\n\n" + planned


def _notes(meeting: Meeting, sections: Iterable[Section]) -> str:
    meta = {
        "title": f"{meeting.day} {meeting.series} notes",
        "date": meeting.day,
        "series": meeting.series,
        "facilitator": meeting.facilitator,
        "note_takers": [meeting.takers],
        "present": meeting.present,
        "regrets": meeting.regrets,
    }
    parts = (_section(meeting, section) for section in sections)
    heading = f"{SERIES[meeting.series][0]}, {meeting.day}"
    return page(meta, fill("notes.md", heading=heading, sections="\n\n".join(parts)))


def _section(meeting: Meeting, section: Section) -> str:
    bullets = [
        "- " + (box(action(line, meeting.name, meeting.day)) if line.startswith("[") else line)
        for line in section.lines
    ]
    return "\n".join([f"## {section.heading}", "", *bullets]).strip("\n")


def _topic(topic: Topic) -> str:
    meta = {
        "title": topic.title,
        "by": topic.by,
        "series": topic.series,
        "aim": topic.aim,
        "minutes": topic.minutes,
        "links": topic.links,
        "interest": topic.interest,
        "meeting": topic.meeting,
        "status": "discussed" if topic in DISCUSSED else topic.status,
        "because": topic.because,
    }
    body = fill("topic.md", title=topic.title, body=topic.body)
    bullets = "".join(f"- @{line}\n" for line in topic.talk)
    return page(meta, f"{body}\n{bullets}")
