"""Starting the notes of a meeting, pre-filled from its agenda, and finding them again."""

from collections.abc import Callable
from datetime import date

from teamkit.config import Series
from teamkit.errors import BadDocumentError, NotFoundError
from teamkit.markdown import blocks
from teamkit.markdown.front_matter import New
from teamkit.markdown.links import target
from teamkit.markdown.sections import sections
from teamkit.meetings import archive, calendar
from teamkit.meetings.agendas.prepare import Prepared, prepare
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import folded, plain_title
from teamkit.meetings.discussed import TOPIC_LEVEL
from teamkit.meetings.model import Agenda, Notes, read_notes
from teamkit.meetings.topics.plan import PlanItem
from teamkit.meetings.turns import roles
from teamkit.store import layout, templates
from teamkit.store.change import Change
from teamkit.team import Team


def new_notes(meetings: Meetings, series: Series, day: date) -> Change:
    """The change that starts the notes: a heading per round and topic, nothing that counts as said.

    Notes that stand already stay as they are: the change is empty.
    """
    team = meetings.team
    message = f"Start the notes of {series.title} of {day}"
    if team.document("notes", stem(series, day)) is not None:
        return Change(message, "notes new")
    prepared = prepare(meetings, series, day)
    agenda = prepared.standing
    path = team.path("notes", prepared.stem)
    taker = _takers(series, agenda)
    parts = [_section(item, path, taker(item)) for item in prepared.plan.items]
    parts += [f"## {title}\n" for title in _added_by_hand(team, agenda, prepared)]
    meta: dict[str, New] = {
        "title": f"{day} {series.slug} notes",
        "date": day,
        "series": series.slug,
        "facilitator": prepared.facilitator or None,
        "note_takers": list(agenda.note_takers) if agenda else None,
        "timekeeper": prepared.timekeeper or None,
    }
    values = {"heading": f"{series.title}, {day}", "sections": "\n".join(parts).rstrip("\n")}
    write = team.new("notes", prepared.stem, meta, team.template("notes.md", values))
    return Change(message, "notes new", (write,))


def stem(series: Series, day: date) -> str:
    """The name of that meeting's notes, without .md."""
    return layout.dated(day, series.slug)


def _section(item: PlanItem, path: str, taker: str) -> str:
    """One heading, with what helps the note-taker in a comment nobody else sees."""
    notes = f"notes: {taker}" if taker else ""
    if item.topic is None:
        return f"## {item.what}\n" + (f"\n<!-- {notes} -->\n" if notes else "")
    topic = item.topic
    by = f"brought by {topic.by}" if topic.by else ""
    about = ", ".join(filter(None, [by, topic.aim, f"{item.minutes} min", notes]))
    about = about.replace(">", "&gt;")  # which would end the comment
    return f"## {item.what}\n\n<!-- {about}: {target(layout.link(path, topic.path))} -->\n"


def _takers(series: Series, agenda: Agenda | None) -> Callable[[PlanItem], str]:
    """Who takes notes of an item, where the series has parts for several note-takers."""
    parts = roles.part_of(series, agenda.note_takers if agenda else ())
    named = {folded(part): handle for part, handle in parts.items()}

    def taker(item: PlanItem) -> str:
        usual = named.get("rounds" if item.kind == "round" else "topics", "")
        return named.get(folded(item.what), usual)

    return taker


def _added_by_hand(team: Team, agenda: Agenda | None, prepared: Prepared) -> list[str]:
    """Headings somebody typed into the agenda, which are nowhere else."""
    if agenda is None:
        return []
    _, template = templates.source(team.folder, "agenda.md")
    known = {folded(section.title) for section in sections(template)}
    known |= {folded(item.what) for item in prepared.plan.items}
    found = sections(blocks.strip(agenda.document.body))
    return [
        plain_title(section.title)
        for section in found
        if section.level == TOPIC_LEVEL and folded(section.title) not in known
    ]


def find(meetings: Meetings, name: str | None) -> Notes:
    """The notes *name* means (`2026-11-20-friday` or a part); without a name, the last held.

    Raises:
        UnknownError: none fits.
        AmbiguousError: several fit.
        BadDocumentError: the ones meant cannot be read.
        NotFoundError: there are no notes yet.
    """
    if name is None:
        if not meetings.held:
            raise NotFoundError("There are no notes yet.", hint="Start them: teamkit notes new")
        return meetings.held[-1]
    document = meetings.team.named("notes", "meeting", name)
    found = read_notes(document, meetings.people.resolve)
    if found is None:
        raise BadDocumentError(document.path, 1, "neither its name nor its keys show which meeting")
    return found


def of(meetings: Meetings, name: str | None) -> list[Notes]:
    """The notes of the series called *name*; all of them without a name."""
    if name is None:
        return meetings.notes
    return archive.of_series(meetings.notes, calendar.series_named(meetings.team.config, name))
