"""Beliefs about answering: a row says what was answered, and nothing else changes."""

import pytest

from teamkit.errors import AmbiguousError, EditRefusedError, NotFoundError, UnknownError
from teamkit.projects.allocation.agree import agreed, declined, for_another, is_need, overloads
from teamkit.projects.proposals.model import Part
from tests.projects.allocation import made
from tests.projects.allocation.made import ENDS, STARTS, person
from tests.projects.proposals.made import proposal

ANA, BEN, EVE = person("ana"), person("ben"), person("eve")
TEXT = """\
---
title: Watch
---

## Needs

| Need | Skill | Level | FTE | From | To |
| --- | --- | --- | --- | --- | --- |
| Tide map | maps | 3 | 0.5 | 2027-02-01 | 2027-02-28 |
| Form | forms | 3 | 0.4 | 2027-02-01 | 2027-02-28 |
| Sign | forms | 3 | 0.4 | 2027-02-01 | 2027-02-28 |

## Allocation

| Need | Person | Role | Part | State | Mood |
| --- | --- | --- | --- | --- | --- |
| Tide map | @ana | main | 50 | suggested | :-) |
| Form | @ana | support | 10 | declined | |
| Form | @ben | main | 40 | volunteered | |
| Sign | @ben, @eve | main | 40 | suggested | |

Words below.

## Advice
"""


def changed(text: str, before: str, after: str) -> str:
    """*text* with those words of one line changed."""
    assert text.count(before) == 1
    return text.replace(before, after)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_agreeing_changes_one_cell(end: str) -> None:
    text = TEXT.replace("\n", end)

    answer = agreed(proposal(text), ANA, "")

    (write,) = answer.change.writes
    assert write.text == changed(text, "50 | suggested |", "50 | agreed    |")
    assert answer.change.message == "Ana agrees to: Tide map (Watch)"
    assert answer.parts == (
        Part("Tide map", "ana", "main", 50, STARTS, ENDS, "agreed", line=answer.parts[0].line),
    )


def test_an_answer_may_be_changed_by_naming_the_need() -> None:
    again = agreed(proposal(TEXT), ANA, "form")
    same = declined(proposal(TEXT), ANA, "form")

    assert "| Form | @ana | support | 10 | agreed   | |" in again.change.writes[0].text
    assert same.change.writes == ()


def test_declining_needs_no_reason_and_one_stands_below_the_table() -> None:
    silent = declined(proposal(TEXT), ANA, "")
    told = declined(proposal(TEXT), ANA, "", because="not\n## at night ")

    after = changed(TEXT, "50 | suggested |", "50 | declined  |")
    reason = "- Declined by @ana, Tide map: not ## at night\n"
    assert silent.change.writes[0].text == after
    assert told.change.writes[0].text == after.replace("below.\n", f"below.\n\n{reason}")
    assert (silent.change.details, told.change.details) == ("", "not ## at night")


def test_a_reason_stands_there_once() -> None:
    first = declined(proposal(TEXT), ANA, "", because="no").change.writes[0].text
    crlf = first.replace("\n", "\r\n")

    assert declined(proposal(first), ANA, "tide", because="no").change.writes == ()
    assert declined(proposal(crlf), ANA, "tide", because="no").change.writes == ()


def test_a_need_may_be_declined_before_anybody_asks() -> None:
    answer = declined(proposal(TEXT), ANA, "Sign")

    assert answer.change.writes[0].text == changed(
        TEXT, "suggested | |\n", "suggested | |\n| Sign | @ana |  |  | declined |  |\n"
    )
    assert answer.parts == (Part("Sign", "ana", "", None, None, None, "declined", 0),)


def test_where_there_is_no_table_the_reason_stands_below_the_new_one() -> None:
    text = TEXT.split("## Allocation", maxsplit=1)[0]

    after = declined(proposal(text), ANA, "Sign", because="no").change.writes[0].text

    assert after.startswith(text)
    assert after.rstrip("\n").endswith("declined |\n\n- Declined by @ana, Sign: no")


def test_without_a_heading_there_is_no_place_for_a_reason() -> None:
    text = TEXT.replace("## Allocation\n\n", "").replace("## Needs\n\n", "")

    answer = declined(proposal(text), ANA, "", because="no")

    assert answer.change.writes[0].text == changed(text, "50 | suggested |", "50 | declined  |")
    assert answer.change.details == "no"


@pytest.mark.parametrize("answer", [agreed, declined])
def test_several_needs_that_wait_are_not_guessed(answer: object) -> None:
    text = TEXT.replace("@ben, @eve", "@ben")

    with pytest.raises(AmbiguousError) as refused:
        answer(proposal(text), BEN, "")  # type: ignore[operator]  # one of the two functions

    assert "Form, Sign" in (refused.value.hint or "") + refused.value.message


def test_nothing_that_waits_is_not_found_and_an_answer_that_was_given_is_named() -> None:
    text = TEXT.replace("| 50 | suggested", "| 50 | agreed")
    given = text.replace("| Tide map | @ana", "| Tide map | @zoe")

    messages = []
    for own, one, need in ((text, ANA, ""), (given, ANA, ""), (TEXT, person("gil"), "")):
        for answer in (agreed, declined):
            with pytest.raises(NotFoundError) as refused:
                answer(proposal(own), one, need)
            messages.append((refused.value.message, refused.value.hint))

    name_it = "To change an answer, name the need: teamkit allocation"
    assert messages[::2] == messages[1::2]
    assert messages[::2] == [
        ("Nothing waits for Ana's answer.", f'{name_it} decline a-plan "Tide map"'),
        ("Nothing waits for Ana's answer.", f'{name_it} agree a-plan "Form"'),
        ("Nothing waits for Gil's answer.", "See: teamkit allocation suggest a-plan"),
    ]


def test_what_was_not_suggested_cannot_be_agreed_to() -> None:
    with pytest.raises(NotFoundError) as refused:
        agreed(proposal(TEXT), EVE, "tide")

    assert refused.value.message == "Nothing waits for Eve's answer for Tide map."
    with pytest.raises(UnknownError):
        agreed(proposal(TEXT), EVE, "moon")


def test_a_row_of_several_people_is_not_answered_for_all() -> None:
    with pytest.raises(EditRefusedError) as refused:
        agreed(proposal(TEXT), EVE, "")

    assert "the row names several people" in refused.value.message


def test_the_same_need_may_be_in_two_rows_and_both_are_answered() -> None:
    text = TEXT.replace(
        "| Form | @ana | support | 10 | declined", "| Tide map | @ana | x | 5 | suggested"
    )

    answer = agreed(proposal(text), ANA, "")

    assert [part.percent for part in answer.parts] == [50, 5]
    assert answer.change.writes[0].text.count("agreed") == 2


def test_more_than_there_is_is_said_month_by_month() -> None:
    own = proposal(TEXT)
    other = made.proposal(parts=[made.part("ana", percent=55)])
    answer = agreed(own, ANA, "")

    told = list(overloads([own, other], own, ANA, answer))
    fits = list(overloads([own], own, ANA, answer))
    less = list(overloads([own], own, person("ana", 30), answer))

    assert told == ["Ana has agreed to 5 % more than they have in 2027-02."]
    assert fits == []
    assert less == ["Ana has agreed to 20 % more than they have in 2027-02."]


def test_an_answer_for_another_is_said_and_how_to_change_it() -> None:
    own = proposal(TEXT)
    yes, no = agreed(own, ANA, ""), declined(own, ANA, "")

    said = [list(for_another(ANA, me, own, it)) for me in (ANA, BEN, None) for it in (yes, no)]

    about = "This is Ana's answer, written by somebody else; to change it: teamkit allocation"
    decline, agree = [f'{about} decline a-plan "Tide map"'], [f'{about} agree a-plan "Tide map"']
    assert said == [[], [], decline, agree, decline, agree]


@pytest.mark.parametrize(("name", "is_one"), [("tide", True), ("i", False), ("moon", False)])
def test_a_word_may_mean_a_need(name: str, is_one: bool) -> None:  # noqa: FBT001  # a table's column
    assert is_need(proposal(TEXT), name) is is_one
