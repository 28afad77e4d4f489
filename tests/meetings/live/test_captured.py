"""Captured lines in the notes: each exactly once, whenever the process was killed."""

import pytest

from teamkit.markdown.document import Document, parse
from teamkit.meetings.live.captured import displaced, edited, lost, pending
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.state import State, apply
from tests.meetings.live.made import at, begun

NOTES = "# Meeting\n\n## Wins\n\n## Uploads\n"


def document(text: str) -> Document:
    return parse("notes/a.md", text.encode())


def noted(state: State, number: int, kind: str = "noted") -> State:
    return apply(state, Event(at(1), kind, {"id": number}))


def test_what_waits_is_what_the_log_does_not_know_to_be_written() -> None:
    state = noted(begun("d one", "d two"), 1)

    assert [line.line for line in pending(state)] == ["- Decision: two"]
    assert pending(noted(state, 2)) == []


def test_a_line_taken_back_before_it_was_written_never_is() -> None:
    assert pending(begun("d one", "u")) == []


def test_a_line_is_written_under_its_heading() -> None:
    state = begun("d one")

    text = edited(document(NOTES), pending(state)[0], state)

    assert text == "# Meeting\n\n## Wins\n\n- Decision: one\n\n## Uploads\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_stands_is_not_written_again(end: str) -> None:
    text = "## Wins\n\n- Decision: one\n\n## Uploads\n".replace("\n", end)
    state = begun("d one")

    assert edited(document(text), pending(state)[0], state) == text


def test_the_same_words_said_twice_stand_twice() -> None:
    state = noted(begun("d one", "d one"), 1)
    text = "## Wins\n\n- Decision: one\n"

    assert edited(document(text), pending(state)[0], state).count("- Decision: one") == 2


def test_the_same_words_under_another_heading_do_not_count() -> None:
    state = begun("d one")
    text = "## Wins\n\n## Uploads\n\n- Decision: one\n"

    assert edited(document(text), pending(state)[0], state).count("- Decision: one") == 2


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_taken_back_is_taken_out(end: str) -> None:
    text = "## Wins\n\n- Decision: one\n- Key: by hand\n".replace("\n", end)
    state = apply(noted(begun("d one"), 1), Event(at(1), "undone", {"id": 1}))

    after = edited(document(text), pending(state)[0], state)

    assert after == "## Wins\n\n- Key: by hand\n".replace("\n", end)
    assert pending(noted(state, 1, "removed")) == []


def test_a_line_taken_back_that_somebody_edited_stays_as_edited() -> None:
    text = "## Wins\n\n- Decision: one, but better\n"
    state = apply(noted(begun("d one"), 1), Event(at(1), "undone", {"id": 1}))

    assert edited(document(text), pending(state)[0], state) == text


def test_a_line_that_was_taken_out_already_takes_no_twin_along() -> None:
    text = "## Wins\n\n- Decision: one\n"
    state = noted(noted(begun("d one", "d one"), 1), 2)
    state = apply(state, Event(at(1), "undone", {"id": 2}))

    assert edited(document(text), pending(state)[0], state) == text


def test_a_noted_line_that_was_changed_is_lost_and_one_that_waits_is_not() -> None:
    text = "## Wins\n\n- Decision: one, but better\n"
    state = noted(begun("d one", "d two"), 1)

    assert [line.line for line in lost(document(text), state)] == ["- Decision: one"]
    assert lost(None, state) == lost(document(text), state) == displaced(None, state)


def test_of_the_same_words_as_many_are_lost_as_lack() -> None:
    text = "## Wins\r\n\r\n- Decision: one\r\n"
    state = noted(noted(begun("d one", "d one"), 1), 2)

    assert [line.number for line in lost(document(text), state)] == [2]
    assert [line.number for line in displaced(document(text), state)] == [2]


def test_a_line_under_another_heading_is_not_lost_but_not_where_it_was_noted() -> None:
    text = "## Wins\n\n## Uploads\n\n- Decision: one\n"
    state = noted(begun("d one"), 1)

    assert lost(document(text), state) == []
    assert [line.number for line in displaced(document(text), state)] == [1]


def test_a_line_that_was_taken_back_is_not_lost() -> None:
    state = apply(noted(begun("d one"), 1), Event(at(1), "undone", {"id": 1}))

    assert lost(document(NOTES), state) == displaced(document(NOTES), state) == []
