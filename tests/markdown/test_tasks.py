"""Task items in every spelling, ticked and dropped with the least change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.tasks import (
    Task,
    drop,
    finish,
    mark,
    parse_task,
    render,
    taken_out,
    tasks,
    tick,
)
from tests.markdown.made import bodies, quick, real_files

DAY = date(2026, 12, 11)


def task(line: str) -> Task:
    found = parse_task(line, 1)
    assert found is not None
    return found


def test_a_task_is_what_was_agreed() -> None:
    found = parse_task("- [ ] @ana Measure the cache  (due:: 2026-12-11)", 7)

    assert found == Task(
        line=7,
        is_done=False,
        is_dropped=False,
        owners=("ana",),
        what="Measure the cache",
        due=DAY,
        fields={"due": "2026-12-11"},
    )
    assert found.is_open


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] @ana do it",
        "* [ ] @ana: do it",
        "+ [ ] **@ana** do  it",
        "12. [ ] @ana - do it",
        "  1) [ ] @ana do it",
        "> - [ ] @ana do it",
        "\t-\t[ ]\t@ana do it",
        "- [ ] @ana @ana do it",
        "- Action @ana: do it",
        "- Action: @ana do it",
        "- **Action:** @ana do it",
        "- Action - @ana do it",
        "- **Action** @ana: do it",
        "- action item @ana: do it",
        "- [ ] Action @ana: do it",
        "\ufeff- [ ] @ana do it",
        "- ACTION: @ana \u2013 do it",
        "- [ ] **@ana**: do it",
        "- [ ] **@ana:** do it",
        "- [ ] [[ana]] do it",
        "- [ ] [[people/ana|Ana]]: do it",
        "- [ ] @ana, [[ana]]: do it",
        "- Action [[ana]]: do it",
        "- Action [[ana]] do it",
        "- Action: [[ana]] do it",
    ],
)
def test_an_open_task_in_every_spelling(line: str) -> None:
    found = task(line)

    assert (found.owners, found.what, found.is_open) == (("ana",), "do it", True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "words",
        "- item",
        "- [ ]",
        "- [ ] ",
        "- [ ] @ana",
        "- [x](url) a",
        "- [] a",
        "-[ ] a",
        "[ ] a",
        "- [a] b",
        "- Action movies",
        "- Action movies: many",
        "- Action Ana",
        "- Action Ana:",
        "- Action on the Cache: do it",
        "- [[ana]] do it",
        "- Actions: many",
        "Action @ana: a",
        "- The action: a",
        "- Action",
        "| - [ ] a |",
    ],
)
def test_what_is_no_task(line: str) -> None:
    assert parse_task(line, 1) is None


@pytest.mark.parametrize(
    ("words", "owners", "what"),
    [
        ("@ana, @ben and @carla: do it", "ana ben carla", "do it"),
        ("@ana & @ben + @carla/@dani do it", "ana ben carla dani", "do it"),
        ("@ana and do it", "ana", "and do it"),
        ("@ana, do it", "ana", ", do it"),
        ("[[ana]]'s desk", "", "[[ana]]'s desk"),
        ("[[uploads]]", "", "[[uploads]]"),
        ("@ana [[uploads]]", "ana", "[[uploads]]"),
        ("[[]] do it", "", "[[]] do it"),
        ("[[#Cache]] do it", "", "[[#Cache]] do it"),
        ("Carla Quintás: do it", "", "Carla Quintás: do it"),
        ("@ana.b @c-d_e do it", "ana.b c-d_e", "do it"),
        ("do it with @ben", "", "do it with @ben"),
        ("mail ana@example.org", "", "mail ana@example.org"),
        ("@ana@example.org do it", "", "@ana@example.org do it"),
        ("@ana's desk", "", "@ana's desk"),
        ("@ana\u2019s desk", "", "@ana\u2019s desk"),
        ("@ do it", "", "@ do it"),
        ("do it", "", "do it"),
    ],
)
def test_owners_are_named_at_the_start(words: str, owners: str, what: str) -> None:
    found = task(f"- [ ] {words}")

    assert (found.owners, found.what) == (tuple(owners.split()), what)


@pytest.mark.parametrize(
    ("line", "owners", "what"),
    [
        ("- Action Carla Quintás: do it", ("Carla Quintás",), "do it"),
        ("- **Action Ana and @ben:** do it", ("Ana", "ben"), "do it"),
        ("- **Action** Ana: **do** it: now", ("Ana",), "**do** it: now"),
        ("- [ ] Action item Ana: do it", ("Ana",), "do it"),
    ],
)
def test_after_the_word_action_a_name_is_an_owner(
    line: str, owners: tuple[str, ...], what: str
) -> None:
    found = task(line)

    assert (found.owners, found.what) == (owners, what)


@pytest.mark.parametrize(
    ("words", "due", "fields"),
    [
        ("a (due:: 2026-12-11)", DAY, {"due": "2026-12-11"}),
        ("a (due: 2026-12-11)", DAY, {"due": "2026-12-11"}),
        ("a (Due:2026-12-11)", DAY, {"due": "2026-12-11"}),
        ("a [due:: 2026-12-11 ]", DAY, {"due": "2026-12-11"}),
        ("a 📅 2026-12-11", DAY, {"due": "2026-12-11"}),
        (
            "a 📅\ufe0f2026-12-11 ✅ 2026-12-12",
            DAY,
            {"due": "2026-12-11", "completion": "2026-12-12"},
        ),
        (
            "(id:: x-1) a (due:: 2026-12-11) (due:: 2027-01-01)",
            DAY,
            {"id": "x-1", "due": "2026-12-11"},
        ),
        ("a (due:: soon)", None, {"due": "soon"}),
        (
            "a (effort:: 3 d) (because:: slow (again) [sic])",
            None,
            {"effort": "3 d", "because": "slow (again) [sic]"},
        ),
        ("a (id::)", None, {"id": ""}),
        ("a (see: the wiki) [due: x] (due 2026-12-11)", None, {}),
    ],
)
def test_fields_in_every_spelling(words: str, due: date | None, fields: dict[str, str]) -> None:
    found = task(f"- [ ] {words}")

    assert (found.due, found.fields) == (due, fields)
    assert found.what.startswith("a")
    assert fields == {} or found.what == "a"


@pytest.mark.parametrize(
    ("line", "is_done", "is_dropped"),
    [
        ("- [x] a", True, False),
        ("- [X] a", True, False),
        ("- [x] ~~a~~", True, False),
        ("- [-] a", False, True),
        ("- [ ] ~~a~~", False, True),
        ("- ~~Action @ana: a~~", False, True),
        ("- [x] ~~@ana a~~  (cancelled:: 2026-12-04)  (because:: not needed)", False, True),
        ("- [ ] a ~~b~~", False, False),
    ],
)
def test_a_task_is_open_or_done_or_dropped(line: str, is_done: bool, is_dropped: bool) -> None:  # noqa: FBT001 - a table of expectations
    found = task(line)

    assert (found.is_done, found.is_dropped) == (is_done, is_dropped)
    assert found.is_open is not (is_done or is_dropped)
    assert "~" not in found.what


def test_code_comments_and_front_matter_hold_no_tasks() -> None:
    text = "---\nk:\n- [ ] a\n---\n```\n- [ ] b\n```\n<!--\n- [ ] c\n-->\n- [ ] d\n    - [ ] e\n"

    assert [(it.line, it.what) for it in tasks(text)] == [(11, "d"), (12, "e")]
    assert [it.line for it in tasks("- [ ] a", 5)] == [5]
    assert tasks("words\n") == []


def test_a_tick_is_one_character() -> None:
    text = "\ufeff- [ ] a\r\n> 1. [X] b\r\n- [-] c"

    assert tick(text, 1) == "\ufeff- [x] a\r\n> 1. [X] b\r\n- [-] c"
    assert tick(text, 12, first=11) == text
    assert tick(text, 2, done=False) == "\ufeff- [ ] a\r\n> 1. [ ] b\r\n- [-] c"
    assert tick(text, 3) == "\ufeff- [ ] a\r\n> 1. [X] b\r\n- [x] c"
    assert tick(text, 1, done=False) == text


@pytest.mark.parametrize("line", [0, 1, 3, 5, 9, -1])
def test_what_has_no_box_is_not_ticked(line: int) -> None:
    with pytest.raises(EditRefusedError):
        tick("words\n```\n- [ ] a\n```\n- Action @ana: b\n", line)


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("- [ ] @ana a", "- [x] ~~@ana a~~  (cancelled:: 2026-12-11)  (because:: not needed)"),
        (
            "> * [ ] a  (id:: x) b  (due:: 2026-12-11) 📅 2026-12-12 ",
            (
                "> * [x] ~~a  (id:: x) b~~  (due:: 2026-12-11) 📅 2026-12-12"
                "  (cancelled:: 2026-12-11)"
                "  (because:: not needed)"
            ),
        ),
        (
            "- Action @ana: a",
            "- ~~Action @ana: a~~  (cancelled:: 2026-12-11)  (because:: not needed)",
        ),
        ("- [x] a", "- [x] ~~a~~  (cancelled:: 2026-12-11)  (because:: not needed)"),
        ("- [-] a", "- [-] a"),
    ],
)
def test_a_dropped_task_says_when_and_why(line: str, new: str) -> None:
    found = drop(f"# A\r\n{line}\r\n", 2, on=DAY, because="not needed")

    assert found == f"# A\r\n{new}\r\n"
    assert drop(found, 2, on=DAY, because="again") == found


@pytest.mark.parametrize(
    ("because", "told"),
    [("", {}), ("slow\n(again)", "slow (again)"), (":) no", ":] no"), ("((a))", "[[a]]")],
)
def test_any_reason_can_be_read_back(because: str, told: str | dict[str, str]) -> None:
    found = task(drop("- [ ] a", 1, on=DAY, because=because))

    assert found.fields.get("because", {}) == told
    assert (found.what, found.is_dropped) == ("a", True)


@pytest.mark.parametrize(("text", "line"), [("words", 1), ("- [ ] a", 2), ("- [ ] a", 0)])
def test_what_is_no_task_cannot_be_dropped(text: str, line: int) -> None:
    with pytest.raises(EditRefusedError, match="there is no task there"):
        drop(text, line, on=DAY, because="x")


def test_a_task_that_would_read_differently_is_not_dropped() -> None:
    with pytest.raises(EditRefusedError, match="read differently"):
        drop("- [ ] a [b:: c", 1, on=DAY, because="x] y")


def test_a_task_between_rules_never_becomes_front_matter() -> None:
    text = "---\n- Action @ana a\n---\n"

    with pytest.raises(EditRefusedError, match="read as front matter"):
        drop(text, 2, on=DAY, because="x")
    with pytest.raises(EditRefusedError, match="read as front matter"):
        finish(text, 2, on=DAY)


def test_a_new_task_reads_as_it_was_given() -> None:
    line = render("Measure\n the  cache", ["ana", "ben"], DAY)

    assert line == "- [ ] @ana @ben Measure the cache  (due:: 2026-12-11)"
    assert (task(line).owners, task(line).due) == (("ana", "ben"), DAY)
    assert render("a") == "- [ ] a"


def assert_one_character(text: str, found: Task) -> None:
    done = tick(text, found.line)
    undone = tick(text, found.line, done=False)

    assert len(done) == len(undone) == len(text)
    assert sum(a != b for a, b in zip(done, undone, strict=True)) == 1
    assert (done == text) != (undone == text) or "[-]" in text
    assert {it.line: it.what for it in tasks(done)} == {it.line: it.what for it in tasks(text)}


@quick
@given(bodies())
def test_ticking_any_task_changes_one_character(text: str) -> None:
    for found in tasks(text):
        if "[" in text.split("\n")[found.line - 1]:
            assert_one_character(text, found)


@quick
@given(bodies(), st.text("ab()[]:~ \n", max_size=9))
def test_dropping_any_task_changes_its_line_alone(text: str, because: str) -> None:
    for found in tasks(text):
        try:
            after = drop(text, found.line, on=DAY, because=because)
        except EditRefusedError:
            assert text.startswith("---")
            continue

        old, new = text.split("\n"), after.split("\n")
        assert (
            old[: found.line - 1] + old[found.line :] == new[: found.line - 1] + new[found.line :]
        )
        told = next(it for it in tasks(after) if it.line == found.line)
        assert (told.what, told.owners, told.is_dropped) == (found.what, found.owners, True)


@quick
@given(bodies())
def test_finishing_any_task_changes_its_line_alone_and_closes_it(text: str) -> None:
    for found in tasks(text):
        try:
            after = finish(text, found.line, on=DAY)
        except EditRefusedError:
            assert text.startswith("---")
            continue

        old, new = text.split("\n"), after.split("\n")
        assert (
            old[: found.line - 1] + old[found.line :] == new[: found.line - 1] + new[found.line :]
        )
        told = next(it for it in tasks(after) if it.line == found.line)
        assert (told.what, told.owners) == (found.what, found.owners)
        assert told.is_done or found.is_dropped


def test_ticking_any_task_of_real_files_changes_one_character() -> None:
    ticked = 0

    for _, data in real_files():
        text = data.decode()
        for found in tasks(text):
            if not text.split("\n")[found.line - 1].lower().lstrip("-* ").startswith("action"):
                assert_one_character(text, found)
                ticked += 1

    assert ticked > 20


@quick
@given(st.text("-*[] x@a:,~()1.📅>\t\naction", max_size=50))
def test_no_text_crashes_the_reader(text: str) -> None:
    assert all(found.what for found in tasks(text))


def test_a_task_without_a_box_is_done_by_a_field() -> None:
    text = "- Action @ana: call\r\n- [ ] b"

    done = finish(finish(text, 1, on=date(2026, 12, 4)), 2, on=date(2026, 12, 4))

    assert done == "- Action @ana: call  (completion:: 2026-12-04)\r\n- [x] b"
    assert [(task.what, task.is_done) for task in tasks(done)] == [("call", True), ("b", True)]
    assert not tasks("- [ ] a (completion:: 2026-12-04)")[0].is_done


def test_a_mark_is_put_at_the_end_of_one_line() -> None:
    text = "- a  \r\n- b\u2028c\t\n- d"

    assert mark(text, 1, {"completion": "2026-12-04", "because": ""}) == (
        "- a  (completion:: 2026-12-04)\r\n- b\u2028c\t\n- d"
    )
    assert mark(text, 13, {"because": "it (is gone"}, first=11) == (
        "- a  \r\n- b\u2028c\t\n- d  (because:: it [is gone)"
    )
    assert mark(text, 2, {}) == "- a  \r\n- b\u2028c\n- d"


def test_fields_are_taken_out_of_words() -> None:
    assert taken_out("to watch it  (due:: 2026-12-11) [x:: y]") == (
        {"due": "2026-12-11", "x": "y"},
        "to watch it",
    )
