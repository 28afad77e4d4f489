"""What people and programs see of agendas."""

from collections.abc import Iterable, Sequence

from teamkit.markdown import blocks
from teamkit.meetings.agendas import Prepared
from teamkit.meetings.attendance import missing
from teamkit.meetings.model import Agenda
from teamkit.meetings.planning import Item
from teamkit.output.shapes import Card, Column, Lines, Table
from teamkit.people.directory import Directory


def prepared(page: Prepared, path: str, kept: Sequence[str] = ()) -> Lines:
    """The path of a compiled agenda; what is on it, and the blocks *kept*, as facts."""
    facts = {
        "date": page.day,
        "series": page.series.slug,
        "facilitator": page.facilitator or None,
        "minutes": {"planned": page.plan.planned, "available": page.plan.available},
        "kept": kept,
        "left_out": [
            {"title": topic.title, "path": topic.path, "why": why}
            for topic, why in page.plan.left_out
        ],
        "actions": [
            {"id": a.id, "what": a.what, "owners": a.owners, "due": a.due, "since": a.since,
             "path": a.path, "line": a.line}
            for a in page.actions
        ],
        "objections": [
            {"person": o.person or None, "text": o.text, "topic": o.topic, "since": o.since,
             "path": o.path, "line": o.line}
            for o in page.objections
        ],
    }  # fmt: skip
    items = tuple(
        {"start": i.start, "minutes": i.minutes, "what": i.what, "because": i.because,
         "topic": i.topic.path if i.topic else None,
         "by": (i.topic.by or None) if i.topic else None}
        for i in page.plan.items
    )  # fmt: skip
    return Lines("agenda.new", (path,), items, facts={"path": path, **facts})


def explained(page: Prepared, people: Directory, kept: Sequence[str] = ()) -> list[str]:
    """What was carried onto the agenda and why, what did not fit, and the time left."""
    said = [
        f"The block '{name}' was edited by hand and stays as it is; --regenerate replaces it."
        for name in kept
    ]
    if not page.is_regular:
        said.append(
            f"The rule of '{page.series.slug}' has no meeting on {page.day}; made as you said."
        )
    if page.chosen and page.chosen.picks:
        pick = page.chosen.picks[0]
        said.append(f"Facilitator: {people.first_name(pick.name)} ({pick.because}).")
    elif page.facilitator and (why := missing(people, page.facilitator, page.day)):
        name = people.first_name(page.facilitator)
        said.append(f"The facilitator, {name}, is missing: {why}. Name another in {_path(page)}")
    said += [
        f"Topic: {item.what} ({item.minutes} min, {_because(item, page, people)})."
        for item in page.plan.items
        if item.topic
    ]
    for topic, why in page.plan.left_out:
        promised = "promised, but it " if topic.meeting == page.stem else ""
        said.append(f"Does not fit: {topic.title} ({promised}{why}).")
    for action in page.actions:
        who = ", ".join(map(people.first_name, action.owners)) or "nobody"
        said.append(f"Open action since {action.since}: {action.what} ({who}).")
    for objection in page.objections:
        who = people.first_name(objection.person) if objection.person else "somebody"
        said.append(
            f"Unanswered since {objection.since}: {who} on {objection.topic or 'no topic'}."
        )
    said.append(time_spent(page))
    return said


def _path(page: Prepared) -> str:
    """Where the agenda stands; empty when there is none yet."""
    return page.standing.path if page.standing else ""


def _because(item: Item, page: Prepared, people: Directory) -> str:
    """Why a topic is on, and whether whoever brings it will be there."""
    by = item.topic.by if item.topic else ""
    why = missing(people, by, page.day) if by else ""
    return f"{item.because}; {people.first_name(by)}: {why}" if why else item.because


def time_spent(page: Prepared) -> str:
    """Minutes planned against minutes available, as a sentence."""
    plan = page.plan
    if plan.free < 0:
        return f"{plan.planned} of {plan.available} minutes planned: {-plan.free} too many."
    return f"{plan.planned} of {plan.available} minutes planned, {plan.free} free."


def agenda(page: Agenda, now: Prepared) -> Card:
    """One agenda as it stands, with the time it would take today."""
    document = page.document
    return Card(
        kind="agenda.show",
        title=document.text_of("title") or document.stem,
        fields=(
            ("Facilitator", page.facilitator),
            ("Notes", ", ".join(page.note_takers)),
            ("Minutes", f"{now.plan.planned} of {now.plan.available} planned"),
        ),
        items=(
            {
                "date": page.day,
                "series": page.series,
                "facilitator": page.facilitator or None,
                "note_takers": page.note_takers,
                "cancelled": page.is_cancelled,
                "planned": now.plan.planned,
                "available": now.plan.available,
                "path": page.path,
                "body": document.body,
            },
        ),
        body=blocks.without_markers(document.body),
    )


def agendas(pages: Iterable[Agenda]) -> Table:
    """Agendas, newest first."""
    ordered = sorted(pages, key=lambda a: (a.day, a.series), reverse=True)
    return Table(
        kind="agenda.list",
        columns=(
            Column("Date"),
            Column("Series"),
            Column("Facilitator"),
            Column("Notes"),
            Column("Path", style="dim"),
        ),
        rows=tuple(
            (a.day.isoformat(), a.series + (" (cancelled)" if a.is_cancelled else ""),
             a.facilitator, ", ".join(a.note_takers), a.path)
            for a in ordered
        ),
        items=tuple(
            {"date": a.day, "series": a.series, "facilitator": a.facilitator or None,
             "note_takers": a.note_takers, "cancelled": a.is_cancelled, "path": a.path}
            for a in ordered
        ),
        empty="No agendas yet. Make the next one: teamkit agenda new",
    )  # fmt: skip
