"""Compiling an agenda's page: a new one, or the generated blocks of one that stands."""

from datetime import date

from teamkit.markdown import blocks, tables
from teamkit.markdown.editing import New
from teamkit.meetings import planning
from teamkit.meetings.agendas import Prepared
from teamkit.meetings.followups import Action, Objection
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit
from teamkit.team import Team


def new_agenda(
    team: Team, prepared: Prepared, *, regenerate: bool = False
) -> tuple[Change, tuple[str, ...]]:
    """The change that makes the agenda, or brings a standing one's generated blocks up to date.

    Returns:
        The change, and the names of the blocks that stay because somebody edited them by hand;
        with *regenerate* none does.
    """
    message = f"Agenda of {prepared.series.title} for {prepared.day}"
    standing = prepared.standing
    if standing is None:
        return Change(message, "agenda new", (_fresh(team, prepared),)), ()
    text, kept = standing.document.text, []
    for name in blocks.names(text):
        if name in _BLOCKS:
            content = _BLOCKS[name](prepared, standing.path)
            text, outcome = blocks.put(text, name, content, regenerate=regenerate)
            kept += [name] if outcome is blocks.Outcome.KEPT else []
    message = f"Update the {message[0].lower()}{message[1:]}"
    return Change(message, "agenda new", edit(standing.document, text)), tuple(kept)


def _fresh(team: Team, prepared: Prepared) -> Write:
    path = team.path("agendas", prepared.stem)
    heading = f"{prepared.series.title}, {prepared.day}: agenda"
    parts = {
        name: blocks.block(name, make(prepared, path)).rstrip("\n")
        for name, make in _BLOCKS.items()
    }
    meta: dict[str, New] = {
        "title": f"{prepared.day} {prepared.series.slug} agenda",
        "date": prepared.day,
        "series": prepared.series.slug,
        "start": prepared.series.start,
        "minutes": prepared.series.minutes,
        "facilitator": prepared.facilitator or None,
    }
    body = team.template("agenda.md", {"heading": heading, **parts})
    write = team.new("agendas", prepared.stem, meta, body)
    # An empty key shows people where a name goes, and makes asking somebody a one-line change.
    text = write.text.replace("\n---\n", "\nnote_takers:\n---\n", 1)
    return Write(write.path, text, write.seen)


def _plan_table(prepared: Prepared, path: str) -> str:
    rows = [
        (
            item.start,
            str(item.minutes),
            _linked(item, path),
            _who(item),
            item.topic.aim if item.topic else "round",
        )
        for item in prepared.plan.items
    ]
    table = tables.render(("Start", "Min", "What", "Who", "Aim"), rows, align_right={1})
    plan = prepared.plan
    return f"{table}\n{plan.planned} of {plan.available} minutes planned."


def _linked(item: planning.Item, path: str) -> str:
    if item.topic is None:
        return item.what
    title = item.what.replace("[", "\\[").replace("]", "\\]")
    return f"[{title}]({layout.link(path, item.topic.path)})"


def _who(item: planning.Item) -> str:
    if item.topic is None:
        return "everyone"
    return f"@{item.topic.by}" if item.topic.by else ""


def _action_list(prepared: Prepared, path: str) -> str:
    return (
        "\n".join(
            f"- {''.join(f'@{owner} ' for owner in action.owners)}{action.what}"
            f"{f', due {action.due}' if action.due else ''}"
            f", open for {_age(action.since, prepared.day)}: {_source(action, path)}"
            for action in prepared.actions
        )
        or "None."
    )


def _objection_list(prepared: Prepared, path: str) -> str:
    return (
        "\n".join(
            f"- {f'@{o.person}' if o.person else 'Somebody'} on {o.topic or 'no topic'}: {o.text}"
            f", unanswered for {_age(o.since, prepared.day)}: {_source(o, path)}"
            for o in prepared.objections
        )
        or "None."
    )


def _source(item: Action | Objection, path: str) -> str:
    return f"[{item.since} {item.series}]({layout.link(path, item.path)})"


def _age(since: date, day: date) -> str:
    days = (day - since).days
    return "1 day" if days == 1 else f"{days} days"


#: The generated blocks of an agenda, and what makes each.
_BLOCKS = {"plan": _plan_table, "actions": _action_list, "objections": _objection_list}
