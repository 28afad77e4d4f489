"""What people and programs see of an agenda that is compiled."""

from collections.abc import Mapping, Sequence

from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.attendance import Role, missing
from teamkit.meetings.topics.carry_over import Return, ordinal
from teamkit.meetings.topics.plan import PlanItem
from teamkit.output.shapes import Lines
from teamkit.people.directory import Directory


def prepared(page: Prepared, path: str, kept: Sequence[str] = ()) -> Lines:
    """The path of a compiled agenda; what is on it, and the blocks *kept*, as facts."""
    facts = {
        "path": path,
        "date": page.day,
        "series": page.series.slug,
        "facilitator": page.facilitator or None,
        "timekeeper": page.timekeeper or None,
        "minutes": {"planned": page.plan.planned, "available": page.plan.available},
        "kept": kept,
        "left_out": [
            {"title": topic.title, "path": topic.path, "why": why}
            for topic, why in page.plan.left_out
        ],
        "returning": [_returning(one) for one in page.returning],
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
        "reviews": [
            {"what": r.what, "who": r.who, "on": r.on, "path": r.path, "line": r.line}
            for r in page.reviews or ()
        ],
    }  # fmt: skip
    return Lines("agenda.new", (path,), tuple(map(_item, page.plan.items)), facts=facts)


def explained(page: Prepared, people: Directory, kept: Sequence[str] = ()) -> list[str]:
    """What was carried onto the agenda and why, and who leads it."""
    said = [
        f"The block '{name}' was edited by hand and stays as it is; --regenerate replaces it."
        for name in kept
    ]
    if not page.is_regular:
        said.append(
            f"The rule of '{page.series.slug}' has no meeting on {page.day}; made as you said."
        )
    said += _led(page, people)
    said += [
        f"{_NOUNS[item.kind]}: {item.what} ({item.minutes} min, {_because(item, page, people)})."
        for item in page.plan.items
        if item.kind in _NOUNS
    ]
    said += [sentence for one in page.returning for sentence in _carried(one)]
    for action in page.actions:
        who = ", ".join(map(people.first_name, action.owners)) or "nobody"
        said.append(f"Open action since {action.since}: {action.what} ({who}).")
    for objection in page.objections:
        who = people.first_name(objection.person) if objection.person else "somebody"
        said.append(
            f"Unanswered since {objection.since}: {who} on {objection.topic or 'no topic'}."
        )
    for review in page.reviews or ():
        who = people.first_names(review.who) or "nobody"
        said.append(f"Wanted on {review.on or review.since}: {review.what} ({who}).")
    return said


#: What an item of the plan is called; the rounds speak for themselves.
_NOUNS = {"standing": "Standing item", "topic": "Topic"}


def _item(item: PlanItem) -> Mapping[str, object]:
    return {
        "start": item.start, "minutes": item.minutes, "what": item.what, "kind": item.kind,
        "because": item.because, "topic": item.topic.path if item.topic else None,
        "by": item.owner or None,
    }  # fmt: skip


def _returning(one: Return) -> Mapping[str, object]:
    return {
        "title": one.topic.title, "path": one.topic.path, "times": one.times,
        "because": one.because, "asks": one.asks,
    }  # fmt: skip


def _led(page: Prepared, people: Directory) -> list[str]:
    """Who leads and keeps the time, and why; or why whoever stands there cannot."""
    said = []
    if page.undecided:
        places = ", ".join(page.undecided)
        said.append(f"No role was given to anybody, because these cannot be read: {places}.")
        said.append("  Fix them, then: teamkit notes rotate --role facilitator")
    for role, name in ((Role.FACILITATOR, page.facilitator), (Role.TIMEKEEPER, page.timekeeper)):
        choice = page.chosen.get(role)
        if choice and choice.picks:
            pick = choice.picks[0]
            said.append(f"{role.capitalize()}: {people.first_name(pick.name)} ({pick.because}).")
        elif name and (why := missing(people, name, page.day)):
            path = page.standing.path if page.standing else "teamkit.yml"
            who = people.first_name(name)
            said.append(f"The {role}, {who}, is missing: {why}. Name another in {path}")
    return said


def _because(item: PlanItem, page: Prepared, people: Directory) -> str:
    """Why it is on, and whether whoever brings it will be there."""
    why = missing(people, item.owner, page.day) if item.owner else ""
    return f"{item.because}; {people.first_name(item.owner)}: {why}" if why else item.because


def _carried(one: Return) -> list[str]:
    """That a topic comes back, and why; after the third time also what to do about it."""
    said = f"Back for the {ordinal(one.times)} time: {one.topic.title} ({one.because})."
    if not one.asks:
        return [said]
    return [said, f"  Keep, drop or defer it: teamkit agenda keep|drop|defer {one.topic.stem}"]
