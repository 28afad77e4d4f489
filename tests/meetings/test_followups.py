"""Open actions and unanswered objections."""

from datetime import date

import pytest

from teamkit.meetings.actions.agreements import Action, actions, open_actions
from teamkit.meetings.model import Notes
from teamkit.meetings.objections import Objection, idle_closings, open_objections
from tests.meetings.made import day, notes

RAISED = "## Uploads\n\n- Objection (strong) @ben: storage cost\n"


def plain(written: str) -> str:
    return {"Benjamin": "ben"}.get(written, written)


def waiting(*later: str, first: str = RAISED) -> list[tuple[str, str]]:
    """(person, topic) of what is open after the first notes and *later* ones."""
    found = [notes(first, "11-06")]
    found += [notes(body, f"11-{13 + at}") for at, body in enumerate(later)]
    return [(o.person, o.topic) for o in open_objections(found, plain)]


@pytest.mark.parametrize(
    ("line", "owners", "what", "due"),
    [
        ("- [ ] @ana Measure it  (due:: 2026-12-11)", ("ana",), "Measure it", day("12-11")),
        ("- [ ] @ana Measure it (due: 2026-12-11)", ("ana",), "Measure it", day("12-11")),
        ("- [ ] @ana Measure it [due:: 2026-12-11]", ("ana",), "Measure it", day("12-11")),
        ("* [ ] @ana Measure it 📅 2026-12-11", ("ana",), "Measure it", day("12-11")),
        ("- Action @ana: Measure it", ("ana",), "Measure it", None),
        ("- Action: @ana Measure it", ("ana",), "Measure it", None),
        ("- [ ] @ana @Benjamin Measure it", ("ana", "ben"), "Measure it", None),
        ("- [ ] @ana, @ben: Measure it", ("ana", "ben"), "Measure it", None),
        ("- [ ] [[ben]]: Measure it", ("ben",), "Measure it", None),
        ("- Action Benjamin: Measure it", ("ben",), "Measure it", None),
        ("- Action [[ben]] Measure it", ("ben",), "Measure it", None),
        ("- [ ] Measure it", (), "Measure it", None),
        ("1. [ ] Measure it", (), "Measure it", None),
    ],
)
def test_an_action_is_read_in_every_form(
    line: str, owners: tuple[str, ...], what: str, due: date | None
) -> None:
    found = open_actions([notes(f"## Cache\n\n{line}\n", meta="title: x\n")], plain)

    assert [(a.owners, a.what, a.due, a.line) for a in found] == [(owners, what, due, 6)]


@pytest.mark.parametrize(
    "line",
    [
        "- [x] @ana Measure it",
        "- [X] @ana Measure it",
        "- [x] ~~@ana Measure it~~  (cancelled:: 2026-12-04)  (because:: not needed)",
        "- [ ] ~~@ana Measure it~~",
        "- [-] @ana Measure it",
    ],
)
def test_a_ticked_or_dropped_action_is_closed(line: str) -> None:
    page = notes(f"{line}\n")

    assert open_actions([page], plain) == []
    assert [a.what for a in actions([page], plain)] == ["Measure it"]


def test_an_action_without_a_box_is_closed_by_a_field() -> None:
    page = notes(
        "- Action @ana: a  (completion:: 2026-12-01)\n- Action @ana: b  (cancelled:: 2026-12-01)\n"
        "- Action @ana: c\n"
    )

    found = [(a.what, a.is_open, a.is_dropped) for a in actions([page], plain)]

    assert found == [("a", False, False), ("b", False, True), ("c", True, False)]


def test_an_action_is_known_by_its_meeting_and_its_words_alone() -> None:
    """Ticking the box, another owner or another day do not make it another action."""
    first = notes("- [ ] @ana Measure  it\n- [ ] @ben Measure it (due:: 2026-12-01)\n")
    later = notes("- [x] @carla Measure it\n- [ ] Measure it\n")

    ids = [action.id for action in actions([first], plain)]

    assert ids == [action.id for action in actions([later], plain)]
    assert ids[1] == f"{ids[0]}-2"
    assert len(ids[0]) == 6
    assert [a.id for a in actions([notes("- [ ] Measure it\n", "11-13")], plain)] != ids[:1]


def test_an_id_that_was_written_wins() -> None:
    assert [a.id for a in actions([notes("- [ ] Measure it (id:: cache)\n")], plain)] == ["cache"]


def test_the_oldest_actions_come_first_and_generated_lists_are_never_read() -> None:
    block = "<!-- teamkit:begin actions sum=0 -->\n\n- [ ] A copy\n\n<!-- teamkit:end -->\n"
    pages = [notes("- [ ] Newer\n", "11-20"), notes(f"{block}- [ ] Older\n", "11-06")]

    assert open_actions(pages, plain) == [
        Action(
            id=actions([pages[1]], plain)[0].id,
            what="Older",
            owners=(),
            due=None,
            is_open=True,
            since=day("11-06"),
            series="friday",
            path="notes/2026-11-06-friday.md",
            line=6,
        ),
        actions([pages[0]], plain)[0],
    ]
    assert actions([notes("No item.\n")], plain) == []


def test_an_objection_stays_open_until_it_is_answered() -> None:
    found = open_objections([notes(RAISED, "11-06"), notes("- Key: x\n")], plain)

    assert found == [
        Objection(
            person="ben",
            text="storage cost",
            topic="Uploads",
            is_strong=True,
            since=day("11-06"),
            series="friday",
            path="notes/2026-11-06-friday.md",
            line=3,
        )
    ]


def test_an_answer_under_the_same_topic_closes_it() -> None:
    other = f"{RAISED}\n## Tiles\n\n- Objection @ben: slow\n"

    assert waiting("## uploads.\n\n- Answered @ben: a size cap\n", first=other) == [
        ("ben", "Tiles")
    ]


def test_taking_it_back_closes_it() -> None:
    other = f"{RAISED}\n## Tiles\n\n- Objection @ben: slow\n"

    assert waiting("## Tiles\n\n- Withdrawn @Benjamin\n", first=other) == [("ben", "Uploads")]


@pytest.mark.parametrize("named", ["[Uploads]", "(uploads)", "the cap [Uploads] will do"])
def test_an_answer_that_names_the_topic_in_brackets_closes_it(named: str) -> None:
    other = f"{RAISED}\n## Tiles\n\n- Objection @ben: slow\n"

    assert waiting(f"## News\n\n- Answered @ben: {named}\n", first=other) == [("ben", "Tiles")]


def test_an_answer_anywhere_closes_the_only_one_somebody_has() -> None:
    assert waiting("## News\n\n- Answered @ben: a size cap\n") == []


def test_an_answer_elsewhere_closes_nothing_where_it_could_be_either() -> None:
    other = f"{RAISED}\n## Tiles\n\n- Objection @ben: slow\n"
    answer = "## News\n\n- Answered @ben: yes\n"

    assert waiting(answer, first=other) == [("ben", "Uploads"), ("ben", "Tiles")]


def test_an_answer_to_somebody_else_closes_nothing() -> None:
    assert waiting("## Uploads\n\n- Answered @ana: yes\n- Answered: yes\n") == [("ben", "Uploads")]


def test_an_objection_raised_again_is_open_again() -> None:
    again = "## Uploads\n\n- Answered @ben: yes\n\n- Objection @ben: still\n"

    assert waiting(again) == [("ben", "Uploads")]


def test_one_line_may_speak_for_two_and_one_for_nobody() -> None:
    first = "## Uploads\n\n- OBJECTION @ben @ana: cost\n- Objection: noise\n"

    assert waiting("- Answered @ana\n", first=first) == [("ben", "Uploads"), ("", "Uploads")]


def test_an_objection_of_nobody_is_answered_by_naming_nobody() -> None:
    first = "## Uploads\n\n- Objection: cost\n- Objection @ben: noise\n"

    assert waiting("## Uploads\n\n- Answered: a size cap\n", first=first) == [("ben", "Uploads")]


def test_answers_that_close_nothing_are_known() -> None:
    pages: list[Notes] = [
        notes(RAISED, "11-06"),
        notes("## Uploads\n\n- Answered @ben: yes\n- Answered @ben: yes\n- Withdrawn @eli\n"),
    ]

    found = [
        (page.path, bullet.people, bullet.line) for page, bullet in idle_closings(pages, plain)
    ]

    assert found == [
        ("notes/2026-11-20-friday.md", ("ben",), 4),
        ("notes/2026-11-20-friday.md", ("eli",), 5),
    ]


def test_an_objection_with_a_name_is_open_until_it_is_answered() -> None:
    raised = "## Uploads\n\n- Objection Benjamin: cost\n- Objection [[fay]]: time\n"

    assert waiting(first=raised) == [("ben", "Uploads"), ("fay", "Uploads")]
    assert waiting("- Answered [[ben]]: ok\n- Withdrawn @fay\n", first=raised) == []
