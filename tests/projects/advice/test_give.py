"""Beliefs about giving advice: one section more, and no other byte."""

import re

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from teamkit.errors import TeamkitError, UsageError
from teamkit.projects.advice.free_text import fitted
from teamkit.projects.advice.give import give
from tests.projects.advice.made import TEXT, TODAY, proposal

TRAPS = (
    "# A", "## Decision", "### 2026-11-18 @ana", "```", "~~~", "<!--", "-->", "| Asked | Why |",
    "| --- | --- |", "| @eli | x |", "Decided 2026-11-01 by @ben", "Dissent: no", "---", "- a",
    "> # q", "\\# b", "#", "    # code", "<!-- teamkit:begin x -->", "<!-- teamkit:end -->", "",
)  # fmt: skip
LINES = st.lists(
    st.sampled_from(TRAPS)
    | st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), max_size=12),
    min_size=1,
    max_size=6,
)


def test_one_dated_section_is_appended() -> None:
    outcome = give(proposal(), "ben", "Ben", "Send it once.\n\nAnd log it.\n", TODAY)

    new = "\n### 2026-12-01 @ben\n\nSend it once.\n\nAnd log it.\n"
    assert outcome.change.writes[0].text == TEXT.replace("Start small.\n", f"Start small.\n{new}")
    assert (outcome.change.subject, outcome.was_asked, outcome.headings) == (
        "Advice of Ben on Beacon",
        True,
        0,
    )


def test_advice_that_nobody_asked_for_is_welcome() -> None:
    assert not give(proposal(), "eli", "Eli", "Yes.", TODAY).was_asked


def test_the_same_day_again_is_a_section_of_its_own() -> None:
    first = give(proposal(), "ben", "Ben", "One.", TODAY)
    second = give(proposal(first.change.writes[0].text), "ben", "Ben", "Two.", TODAY)

    told = proposal(second.change.writes[0].text).advice[1:]
    assert [(one.on, one.person, one.text) for one in told] == [
        (TODAY, "ben", "One."),
        (TODAY, "ben", "Two."),
    ]


def test_a_proposal_without_the_section_gets_it() -> None:
    bare = TEXT.split("## Advice", maxsplit=1)[0]

    assert [one.text for one in proposal(_given(bare, "Yes.")).advice] == ["Yes."]


def test_line_ends_stay_as_the_file_has_them() -> None:
    text = TEXT.replace("\n", "\r\n")

    after = _given(text, "One\nTwo")

    assert "\n" not in after.replace("\r\n", "")
    assert after.replace("\r\n", "\n") == _given(TEXT, "One\nTwo")


def test_text_that_would_hide_a_part_of_the_file_is_refused() -> None:
    with pytest.raises(UsageError, match="conflict markers"):
        give(proposal(), "ben", "Ben", "<<<<<<< a\n=======\n>>>>>>> b", TODAY)


@settings(max_examples=150)
@given(lines=LINES)
def test_what_was_given_is_read_back_and_nothing_else_moves(lines: list[str]) -> None:
    try:
        wanted = fitted("\n".join(lines), "it").text
        outcome = give(proposal(), "ben", "Ben", "\n".join(lines), TODAY)
    except TeamkitError:  # nothing is written, which is safe
        reject()

    before, after = proposal(), proposal(outcome.change.writes[0].text)
    assert after.advice[:-1] == before.advice
    assert (after.advice[-1].person, after.advice[-1].text) == ("ben", wanted)
    assert (after.asked, after.needs, after.parts) == (before.asked, before.needs, before.parts)
    assert after.decision._replace(line=0) == before.decision._replace(line=0)
    new = f"### 2026-12-01 @ben\n\n{wanted}\n\n"
    assert after.document.text.replace(new, "", 1) == TEXT


@settings(max_examples=100)
@given(words=st.text(st.sampled_from("ab #`~<>!-|@:.\n\t*_[]()&é\u2028"), max_size=40))
def test_without_a_heading_the_very_words_stand_there(words: str) -> None:
    assume(words.strip("\n \t") and "```" not in words and "~~~" not in words)
    assume("<!--" not in words and not re.search(r"(?m)^ {0,3}#{1,6}([ \t]|$)", words))

    outcome = give(proposal(), "ben", "Ben", words, TODAY)

    assert proposal(outcome.change.writes[0].text).advice[-1].text == words.strip("\n \t")


def _given(text: str, words: str) -> str:
    return give(proposal(text), "ben", "Ben", words, TODAY).change.writes[0].text
