"""What a meeting plans to do, frozen at its start: a resume needs nothing but the log."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from teamkit.config import Series
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.live import rounds
from teamkit.meetings.live.values import are_names, is_name, is_number, is_text, one_line
from teamkit.people.directory import Directory
from teamkit.store import layout

#: The kinds of items.
ROUND, STANDING, TOPIC = "round", "standing", "topic"
_ITEM_TEXTS = ("kind", "title", "label", "prompt", "path")
_TEXTS = ("series", "title", "stem")


class ScriptItem(NamedTuple):
    """One thing the meeting takes up.

    Attributes:
        kind: round, standing or topic.
        title: its heading in the notes.
        label: what a line said in this round becomes; empty outside of rounds.
        prompt: the question of a round; may be empty.
        by: handle of who brings it; may be empty.
        path: the topic's file; empty for others.
        order: the handles, in the order they speak; empty outside of rounds.
    """

    kind: str
    title: str
    minutes: int
    label: str = ""
    prompt: str = ""
    by: str = ""
    path: str = ""
    order: tuple[str, ...] = ()


class Script(NamedTuple):
    """The plan of one meeting.

    Attributes:
        stem: the meeting's name in files: `2026-12-04-friday`.
        series: its slug.
        names: handle to first name of everybody expected, those who are away too.
        away: handles of those who are expected and away.
        heard: handle to the number of meetings they spoke in; empty where nobody balances.
        of: how many meetings were looked at for that.
    """

    stem: str
    series: str
    title: str
    day: date
    minutes: int
    items: tuple[ScriptItem, ...]
    names: Mapping[str, str]
    away: tuple[str, ...] = ()
    heard: Mapping[str, int] = {}
    of: int = 0


def write(prepared: Prepared, people: Directory, history: rounds.History = ()) -> Script:
    """The script of a meeting.

    Args:
        prepared: what belongs on its agenda.
        people: everybody.
        history: who spoke in earlier meetings of the series, the newest first.
    """
    series, day = prepared.series, prepared.day
    expected = [
        person
        for person in people
        if person.is_expected(day, series.areas) and is_name(person.handle)
    ]
    away = tuple(person.handle for person in expected if person.away_until(day))
    here = [person.handle for person in expected if person.handle not in away]
    heard = rounds.heard(here, history) if series.balance else {}
    return Script(
        stem=layout.dated(day, series.slug),
        series=series.slug,
        title=one_line(series.title),
        day=day,
        minutes=series.minutes,
        items=_items(prepared, here, heard),
        names={person.handle: one_line(person.first_name) for person in expected},
        away=away,
        heard=heard,
        of=len(history[: rounds.LOOKED_AT]) if series.balance else 0,
    )


def _items(
    prepared: Prepared, here: Collection[str], heard: Mapping[str, int]
) -> tuple[ScriptItem, ...]:
    settings = {r.name: r for r in prepared.series.rounds}
    items = []
    for one in prepared.plan.items:
        item = ScriptItem(one.kind, one_line(one.what), one.minutes, by=one_line(one.owner))
        if one.topic is not None:
            item = item._replace(path=one.topic.path)
        elif one.kind == ROUND:
            planned = settings[one.what]
            order = rounds.order(here, _drawn_for(prepared.series, prepared.day, one.what), heard)
            item = item._replace(
                label=one_line(planned.label), prompt=one_line(planned.prompt), order=order
            )
        items.append(item)
    return tuple(items) or (ScriptItem(STANDING, "Anything else", prepared.series.minutes),)


def _drawn_for(series: Series, day: date, name: str) -> str:
    """What the lot of one round is drawn from."""
    return f"{layout.dated(day, series.slug)} {name}"


def to_data(script: Script) -> dict[str, object]:
    """The script as plain JSON values."""
    return {
        **script._asdict(),
        "day": script.day.isoformat(),
        "items": [{**item._asdict(), "order": list(item.order)} for item in script.items],
        "names": dict(script.names),
        "away": list(script.away),
        "heard": dict(script.heard),
    }


def from_data(data: Mapping[str, object]) -> Script:
    """The script in plain JSON values that `fits`."""
    items = data["items"]
    values: dict[str, object] = {key: data[key] for key in Script._fields}
    values["day"] = date.fromisoformat(str(data["day"]))
    values["away"] = _tuple(data["away"])
    found: list[dict[str, Any]] = [
        {key: one[key] for key in ScriptItem._fields} for one in _tuple(items)
    ]
    values["items"] = tuple(ScriptItem(**one)._replace(order=_tuple(one["order"])) for one in found)
    return Script(**values)  # type: ignore[arg-type]  # `fits` has looked at every value


def fits(value: object) -> bool:
    """Whether *value* is a script in plain JSON values."""
    if not isinstance(value, dict) or not value.keys() >= set(Script._fields):
        return False
    items, names, heard = value["items"], value["names"], value["heard"]
    if not isinstance(items, list) or not items or not are_names(value["away"]):
        return False
    if not isinstance(names, dict) or not isinstance(heard, dict):
        return False
    return (
        all(is_text(value[key]) for key in _TEXTS)
        and all(is_number(value[key]) and value[key] >= 0 for key in ("minutes", "of"))
        and all(map(is_name, (*names, *heard)))
        and all(map(is_text, names.values()))
        and all(map(is_number, heard.values()))
        and all(_item_fits(item) for item in items)
        and _is_day(value["day"])
    )


def _item_fits(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() >= set(ScriptItem._fields)
        and all(is_text(value[key]) for key in _ITEM_TEXTS)
        and is_number(value["minutes"])
        and value["minutes"] >= 0
        and is_name(value["by"])
        and are_names(value["order"])
    )


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _tuple(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()
