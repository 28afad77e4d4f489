"""Events as lines of a log: read back as they were, or refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import ConflictError
from teamkit.meetings.live.events import KINDS, Event, from_data, from_line, to_data, to_line
from tests.meetings.live.made import NOON, after, started


def test_every_kind_of_event_is_read_back_as_it_was() -> None:
    _, events = after(
        "-", "d one", "u", "+ ana", "deep 5", "time 4", "follow talk", "in fay", "out ana", "end"
    )

    assert [from_line(to_line(event)) for event in events] == events


def test_a_kind_nobody_knows_is_read_and_kept() -> None:
    event = Event(NOON, "juggled", {"balls": 3})

    assert from_line(to_line(event)) == event


def test_a_newer_log_is_refused_with_the_way_out() -> None:
    with pytest.raises(ConflictError, match="A newer teamkit wrote this log"):
        from_data({**to_data(Event(NOON, "left")), "v": 2})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", True),
        ("v", None),
        ("kind", 3),
        ("data", []),
        ("at", None),
        ("at", "2026-12-04T12:00:00"),
        ("at", "noon"),
        ("at", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_what_is_no_event_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_data({**to_data(Event(NOON, "left")), key: value})


@pytest.mark.parametrize("kind", [kind for kind, keys in KINDS.items() if keys])
def test_an_event_whose_data_does_not_fit_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match=f"of '{kind}' is not what it should be"):
        from_data(to_data(Event(NOON, kind, {})))


@pytest.mark.parametrize("line", ["", "[]", "3", "{", "null", "[" * 200_000])
def test_a_line_that_is_no_event_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_line(line)


SCRIPT_DATA = to_data(started())["data"]["script"]  # type: ignore[index]  # it is a mapping
WRONG: st.SearchStrategy[object] = st.sampled_from(
    [None, [], {}, -1, "x" * 6000, "a\nb", [1], True, {"a": []}, "2026-13-01"]
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(SCRIPT_DATA)), WRONG)
def test_a_script_with_a_wrong_value_is_refused_or_usable(key: str, value: object) -> None:
    data = {**to_data(started()), "data": {"script": {**SCRIPT_DATA, key: value}}}
    try:
        event = from_line(json.dumps(data))
    except ValueError:
        return
    assert event.kind == "started"


@pytest.mark.parametrize("key", ["kind", "title", "minutes", "by", "order", "path"])
def test_an_item_with_a_wrong_value_is_refused(key: str) -> None:
    items = [{**SCRIPT_DATA["items"][0], key: {}}]

    with pytest.raises(ValueError, match="'script' of 'started'"):
        from_data({**to_data(started()), "data": {"script": {**SCRIPT_DATA, "items": items}}})
