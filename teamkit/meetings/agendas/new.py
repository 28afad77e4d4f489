"""Compiling an agenda's page: a new one, or the generated blocks of one that stands."""

from datetime import date

from teamkit.errors import ConflictError, TeamkitError
from teamkit.markdown import blocks, tables
from teamkit.markdown.front_matter import New
from teamkit.markdown.links import link
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.model import Agenda
from teamkit.meetings.objections import Objection
from teamkit.meetings.topics import plan as planning
from teamkit.meetings.topics.carry_over import PATIENCE, Return, ordinal, times_since
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

    Raises:
        ConflictError: the meeting is cancelled, or it took place: its agenda is history.
    """
    if prepared.taken:
        message = f"The {prepared.series.slug} meeting of {prepared.day} took place."
        raise ConflictError(message, where=prepared.taken, hint="Its agenda stays as it was")
    message = f"Agenda of {prepared.series.title} for {prepared.day}"
    standing = prepared.standing
    if standing is None:
        return Change(message, "agenda new", (_fresh(team, prepared),)), ()
    if standing.is_cancelled:
        raise _cancelled(standing)
    text, kept = standing.document.text, []
    for name in blocks.names(text):
        if name in _BLOCKS or (name == _REVIEWS and prepared.reviews is not None):
            content = _BLOCKS.get(name, _review_list)(prepared, standing.path)
            text, outcome = blocks.put(text, name, content, regenerate=regenerate)
            kept += [name] if outcome is blocks.BlockOutcome.KEPT else []
    message = f"Update the {message[0].lower()}{message[1:]}"
    return Change(message, "agenda new", edit(standing.document, text)), tuple(kept)


def _cancelled(agenda: Agenda) -> ConflictError:
    why = agenda.document.text_of("because")
    return ConflictError(
        f"The {agenda.series} meeting of {agenda.day} is cancelled{f': {why}' if why else ''}.",
        where=agenda.path,
        hint=f"Undo that: teamkit agenda cancel {agenda.day} {agenda.series} --un",
    )


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
        "timekeeper": prepared.timekeeper or None,
    }
    body = team.template("agenda.md", {"heading": heading, **parts})
    write = team.new("agendas", prepared.stem, meta, body)
    # An empty key shows people where a name goes, and makes asking somebody a one-line change.
    text = write.text.replace("\n---\n", "\nnote_takers:\n---\n", 1)
    text, _ = blocks.put(text, _REVIEWS, _review_list(prepared, path))
    return Write(write.path, text, write.seen)


def _plan_table(prepared: Prepared, path: str) -> str:
    rows = [
        (item.start, str(item.minutes), _linked(item, path), _who(item), _aim(item))
        for item in prepared.plan.items
    ]
    table = tables.render(("Start", "Min", "What", "Who", "Aim"), rows, align_right={1})
    plan = prepared.plan
    said = f"{table}\n{plan.planned} of {plan.available} minutes planned."
    out = [
        f"- {link(topic.title, layout.link(path, topic.path))}: {why}"
        for topic, why in plan.left_out
    ]
    return "\n".join([said, "", "Does not fit:", "", *out]) if out else said


def _linked(item: planning.PlanItem, path: str) -> str:
    return item.what if item.topic is None else link(item.what, layout.link(path, item.topic.path))


def _who(item: planning.PlanItem) -> str:
    if item.kind == "round":
        return "everyone"
    return f"@{item.owner}" if item.owner else ""


def _aim(item: planning.PlanItem) -> str:
    return item.topic.aim if item.topic else item.kind


def _returning_list(prepared: Prepared, path: str) -> str:
    return "\n".join(_returning(one, path) for one in prepared.returning) or "None."


def _returning(one: Return, path: str) -> str:
    title = link(one.topic.title, layout.link(path, one.topic.path))
    asked = " Keep it, drop it, or take it outside the meeting?" if one.asks else ""
    return f"- {title}, for the {ordinal(one.times)} time: {one.because}.{asked}"


def _action_list(prepared: Prepared, path: str) -> str:
    lines = [_action(prepared, action, path) for action in prepared.actions] or ["None."]
    if prepared.commitments:
        lines += ["", "Commitments without a day, looked at once a month:", ""]
        lines += [_action(prepared, one, path) for one in prepared.commitments]
    return "\n".join(lines)


def _action(prepared: Prepared, action: Action, path: str) -> str:
    owners = "".join(f"@{owner} " for owner in action.owners)
    wanted = f", due {action.due}" if action.due else ""
    open_for = _waited(prepared, action.since)
    asked = _asked(prepared, action, "Keep it, hand it over, or drop it?")
    return f"- {owners}{action.what}{wanted}, open for {open_for}: {_source(action, path)}{asked}"


def _objection_list(prepared: Prepared, path: str) -> str:
    lines = [
        f"- {f'@{o.person}' if o.person else 'Somebody'} on {o.topic or 'no topic'}: {o.text}"
        f", unanswered for {_waited(prepared, o.since)}: {_source(o, path)}"
        f"{_asked(prepared, o, 'Answer it here, or outside the meeting?')}"
        for o in prepared.objections
    ]
    return "\n".join(lines) or "None."


def _review_list(prepared: Prepared, path: str) -> str:
    lines = [
        f"- {link(one.what, layout.link(path, one.path))}"
        f"{''.join(f', @{who}' for who in one.who)}, wanted on {one.on or one.since}"
        for one in prepared.reviews or ()
    ]
    return "\n".join(["## To be looked at again", "", *(lines or ["None."])])


def _asked(prepared: Prepared, item: Action | Objection, question: str) -> str:
    """The question that is asked when something came back often enough."""
    is_time = times_since(prepared.history, item.since) >= PATIENCE
    return f". {question}" if is_time else ""


def _source(item: Action | Objection, path: str) -> str:
    return link(f"{item.since} {item.series}", layout.link(path, item.path))


def _waited(prepared: Prepared, since: date) -> str:
    """`14 days, 2 meetings`; a day without a meeting counts in days alone."""
    days, times = (prepared.day - since).days, times_since(prepared.history, since)
    age = "1 day" if days == 1 else f"{days} days"
    return f"{age}, {times} {'meeting' if times == 1 else 'meetings'}" if times else age


#: The block of reviews; it has its own heading, since no template has a place for it.
_REVIEWS = "reviews"
#: The other generated blocks of an agenda, and what makes each.
_BLOCKS = {
    "plan": _plan_table,
    "returning": _returning_list,
    "actions": _action_list,
    "objections": _objection_list,
}


def told(team: Team, page: Prepared) -> list[str]:
    """That the page is older than what is planned now, and how to renew it; else nothing."""
    try:
        change, kept = new_agenda(team, page)
    except TeamkitError:  # cancelled, held, or with broken marks: it stays as it is
        return []
    if "plan" in kept:
        return ["The plan on the page was edited by hand; what follows is the computed one."]
    if page.standing is None or not change.writes:
        return []
    again = f"teamkit agenda new {page.series.slug} --date {page.day}"
    return [f"The page is older than what is planned now; renew it: {again}"]
