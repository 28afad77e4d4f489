"""Beliefs about changing a proposal's text: what was asked changes, and no other byte."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.scalars import one_line
from teamkit.projects.proposals import places
from teamkit.projects.proposals.model import Decision
from teamkit.projects.proposals.tables import ADVICE, ALLOCATION, NEEDS, add_part
from tests.markdown.made import quick
from tests.projects.proposals.made import WATCH, outline, proposal

DAY = date(2026, 12, 4)
DECIDED = Decision(
    on=DAY,
    by="carla",
    text="We go.\n\nIn May.",
    outcome="a map\nby May",
    review_on=date(2027, 3, 1),
    dissent="@ben would wait",
)
NEED = {"Need": "Ferry | times", "Level": "3"}
PART = {"Need": "tide map", "Person": "@ben", "Part": "10", "State": "suggested"}
ASKED = {"Asked": "@eli", "Why": "ferries", "On": "2026-12-01"}

Edit = Callable[[str], str]


def need(text: str) -> str:
    return NEEDS.add(outline(text), NEED)


def part(text: str) -> str:
    return add_part(outline(text), PART)


def asked(text: str) -> str:
    return ADVICE.add(outline(text), ASKED)


def advice(text: str) -> str:
    return places.add_advice(outline(text), DAY, "eli", "Yes.\n\n- of course\n")


def decision(text: str) -> str:
    return places.set_decision(outline(text), DECIDED)


EDITS: tuple[Edit, ...] = (need, part, asked, advice, decision)
every_edit = pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)


def added(before: str, after: str) -> list[str]:
    """The lines that *after* has more; nothing else may differ."""
    old, new = before.split("\n"), after.split("\n")
    pairs = zip(old, new, strict=False)
    start = next((at for at, (a, b) in enumerate(pairs) if a != b), len(old))
    more = len(new) - len(old)
    assert old[:start] + old[start:] == new[:start] + new[start + more :]
    return new[start : start + more]


def test_a_need_is_one_more_row_with_its_pipe_escaped() -> None:
    after = need(WATCH)

    assert added(WATCH, after) == ["| Ferry \\| times |  | 3 |  |  |  |  |"]
    assert proposal(after).needs[-1].title == "Ferry | times"


def test_a_part_stands_below_those_of_its_need() -> None:
    after = part(WATCH)

    assert [one.line for one in proposal(after).parts if one.state == "suggested"] == [31]
    assert len(added(WATCH, after)) == 1


def test_the_part_of_a_need_without_any_is_the_last_row() -> None:
    after = add_part(outline(WATCH), {"Need": "Form", "Person": "@ana"})
    last = add_part(outline(WATCH), {"Need": "Alarm", "Person": "@ana"})

    assert [proposal(text).parts[-1].need for text in (after, last)] == ["Form", "Alarm"]


def test_who_is_asked_is_one_more_row() -> None:
    after = asked(WATCH)

    assert len(added(WATCH, after)) == 1
    assert proposal(after).asked[-1][:3] == ("eli", "ferries", date(2026, 12, 1))


def test_advice_is_a_section_at_the_end_of_its_own() -> None:
    after = advice(WATCH)

    assert added(WATCH, after) == ["### 2026-12-04 @eli", "", "Yes.", "", "- of course", ""]
    assert proposal(after).advice[-1][:3] == (DAY, "eli", "Yes.\n\n- of course")


def test_a_state_changes_its_cell_alone() -> None:
    after = ALLOCATION.change(outline(WATCH), 30, {"State": "agreed"})

    assert after == WATCH.replace("| Volunteered |", "| agreed      |")


def test_cells_of_a_row_are_changed_by_their_columns() -> None:
    after = NEEDS.change(outline(WATCH), 21, {"FTE": "1", "To": ""})

    assert proposal(after).needs[0].fte == 1
    assert after.split("\n")[20].count("|") == WATCH.split("\n")[20].count("|")


def test_a_decision_goes_on_top_of_an_earlier_one() -> None:
    later = DECIDED._replace(on=date(2026, 12, 11))

    after = places.set_decision(outline(WATCH), later)

    assert added(WATCH, after) == [
        "Decided 2026-12-11 by @carla", "", "We go.", "", "In May.", "",
        "Intended outcome: a map by May", "", "Review on 2027-03-01", "",
        "Dissent: @ben would wait", "",
    ]  # fmt: skip
    assert proposal(after).decision.on == date(2026, 12, 11)


def test_a_decision_takes_the_place_of_what_says_that_there_is_none() -> None:
    text = "## Decision\n\nNot decided yet. Ben's advice\nis still to come.\n\nMore."

    after = places.set_decision(outline(text), Decision(on=DAY, by="carla"))

    assert after == "## Decision\n\nDecided 2026-12-04 by @carla\n\nMore."


def test_dissent_in_the_same_paragraph_stays() -> None:
    text = "## Decision\n\nNot decided yet.\nDissent: @ben would wait\n"

    assert decision(text).endswith("Dissent: @ben would wait\n\nDissent: @ben would wait\n")
    with pytest.raises(EditRefusedError):
        places.set_decision(outline(text), DECIDED._replace(dissent=""))


@every_edit
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "start", ["---{}title: T{}---{}", "---{}title: T{}---", "# T{}{}Words{}", ""]
)
def test_what_is_missing_is_made_and_read_back(edit: Edit, end: str, start: str) -> None:
    text = start.replace("{}", end)

    after = edit(text)

    told = proposal(after)
    assert after.startswith(text)
    assert len(told.needs + told.parts + told.asked + told.advice) + bool(told.decision.on) == 1
    assert end == "\n" or not text or after.count("\n") == after.count("\r\n")


@every_edit
def test_sections_stand_in_their_order_whatever_is_added_first(edit: Edit) -> None:
    text = edit("# T\n")
    for other in EDITS:
        text = text if other is edit else other(text)

    headings = [line for line in text.split("\n") if line.startswith("## ")]
    assert headings == ["## Needs", "## Allocation", "## Advice", "## Decision"]
    assert "\n\n\n" not in text


@every_edit
def test_an_edit_adds_lines_in_the_files_own_way_to_end_them(edit: Edit) -> None:
    for before in (WATCH.replace("\n", "\r\n"), WATCH[:-1], WATCH.replace("\n", "\r\n")[:-2]):
        after = edit(before)

        assert added(before, after)
        assert after.endswith("\n") == before.endswith("\n")
        assert ("\r" in before) == ("\r\n" in after)
        assert after.replace("\r\n", "\n") == edit(before.replace("\r\n", "\n"))


def test_columns_of_ones_own_are_kept_whatever_their_order() -> None:
    text = "## Needs\n\nLevel | Cost | Need\n--- | ---: | ---\n2 | 30 | Tide\n"

    after = need(text)

    assert added(text, after) == ["3 |  | Ferry \\| times"]


def test_a_table_without_the_column_is_refused() -> None:
    text = "## Allocation\n\n| Need | Person |\n| --- | --- |\n"

    with pytest.raises(EditRefusedError, match="it has no column 'Part'"):
        part(text)
    with pytest.raises(EditRefusedError, match="it has no column 'Need'"):
        need("## Needs\n\n| Feature |\n| --- |\n")
    assert (
        len(proposal(add_part(outline(text), {"Need": "a", "Person": "@ana", "Part": ""})).parts)
        == 1
    )


@pytest.mark.parametrize("line", [0, 1, 21, 28, 29, 34, 40, 999])
def test_only_rows_of_the_allocation_have_a_state(line: int) -> None:
    with pytest.raises(EditRefusedError):
        ALLOCATION.change(outline(WATCH), line, {"State": "agreed"})


@every_edit
@pytest.mark.parametrize("opener", ["```", "<!--"])
def test_what_would_be_hidden_is_refused(edit: Edit, opener: str) -> None:
    with pytest.raises(EditRefusedError):
        edit(f"# T\n\n{opener}\nnever closed\n")


@pytest.mark.parametrize("words", ["## Decision\n\nWe go.", "### 2026-12-01 @ben", "```\nx", "# a"])
def test_advice_that_would_leave_its_section_is_refused(words: str) -> None:
    with pytest.raises(EditRefusedError):
        places.add_advice(outline(WATCH), DAY, "eli", words)


@pytest.mark.parametrize("words", ["Decided 2027-01-01 by @ben", "Review on 2029-01-01", "## Next"])
def test_a_decision_that_would_read_as_another_is_refused(words: str) -> None:
    with pytest.raises(EditRefusedError):
        places.set_decision(outline(WATCH), DECIDED._replace(text=words, on=DAY))


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
)


@given(CELLS, st.sampled_from(EDITS), st.sampled_from(["\n", "\r\n"]))
@quick
def test_odd_words_are_written_as_they_are_or_refused(words: str, edit: Edit, end: str) -> None:
    before = WATCH.replace("\n", end)
    try:
        after = NEEDS.add(outline(edit(before)), {"Need": words, "Skill": words})
    except EditRefusedError:
        return

    title = one_line(words)
    read = proposal(after).needs
    assert len(read) == len(proposal(edit(before)).needs) + bool(title)
    assert added(edit(before), after)
