"""Meetings for tests: series, topics and notes as values, and a team's folder as files."""

import re
from datetime import date

from teamkit.config import Round, Series
from teamkit.markdown.document import parse
from teamkit.meetings.agendas.prepare import Prepared, prepare
from teamkit.meetings.archive import Meetings
from teamkit.meetings.model import Notes, Topic, read_notes
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder

FRIDAY = Series(slug="friday", title="Weekly meeting", rule="FREQ=WEEKLY;BYDAY=FR")
WINS = Round(name="Wins", minutes=10, label="Win")


def day(text: str) -> date:
    """A day of the demo's year: `12-04`."""
    return date.fromisoformat(f"2026-{text}")


def topic(
    stem: str,
    *,
    brought: date | None = None,
    minutes: int | None = None,
    interest: tuple[str, ...] = (),
    meeting: str = "",
    series: str = "",
    status: str = "open",
    title: str = "",
) -> Topic:
    """A topic of ana's; its title is its stem unless it is given."""
    return Topic(
        stem=stem,
        title=title or stem,
        by="ana",
        day=brought,
        series=series,
        aim="",
        minutes=minutes,
        interest=interest,
        meeting=meeting,
        status=status,
        because="",
        path=f"topics/{stem}.md",
    )


def notes(body: str, on: str = "11-20", meta: str = "", series: str = "friday") -> Notes:
    """The notes of one meeting; with *meta* they have front matter."""
    front = f"---\n{meta}---\n" if meta else ""
    document = parse(f"notes/2026-{on}-{series}.md", (front + body).encode())
    found = read_notes(document, lambda written: written.removeprefix("@").lower())
    assert found is not None
    return found


def people(*handles: str) -> dict[str, str]:
    """A file for each person."""
    return {f"people/{h}.md": f"---\nname: {h.capitalize()}\n---\n" for h in handles}


def taken(*, takers: str, present: str = "", win: str = "something went well") -> str:
    """The text of notes that were really taken."""
    who = f"present: [{present}]\n" if present else ""
    return f"---\nnote_takers: [{takers}]\n{who}---\n\n## Wins\n\n- Win: {win}\n"


def said(stderr: str) -> str:
    """What a command about an agenda said, but for the minutes and what has no place in them."""
    looks = r"(?m)^(?:\w+ on \S+: \d+ of \d+ minutes planned|Does not fit: ).*\n"
    return re.sub(looks, "", stderr)


#: Notes that leave two actions and two objections open.
OPEN = """\
---
note_takers: [ben]
facilitator: ana
---

## Cache

- [ ] @ana Measure it  (due:: 2026-12-11)
- [ ] Nobody's
- Objection @ben: cost
- Objection: noise
"""


def meetings_of(folder: Folder) -> Meetings:
    """What the meeting files in *folder* say."""
    team = Team.open(folder.path)
    return Meetings(team, directory(team))


def prepared(folder: Folder, series: str = "friday", on: str = "12-04") -> Prepared:
    """What belongs on that agenda."""
    meetings = meetings_of(folder)
    return prepare(meetings, meetings.choose(series, day("12-01")), day(on))
