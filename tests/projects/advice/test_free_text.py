"""Beliefs about free text that is put below a heading."""

import pytest

from teamkit.errors import UsageError
from teamkit.projects.advice.free_text import Fitted, fitted, one_line, verified
from tests.projects.advice.made import TEXT, proposal


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("plain", Fitted("plain", 0)),
        ("\n  two\r\nlines\r\n\n", Fitted("two\nlines", 0)),
        ("# A\n### B ###\n#no\n    # code", Fitted("\\# A\n\\### B ###\n#no\n    # code", 2)),
        ("```\n# code\n```", Fitted("```\n# code\n```", 0)),
        ("<!-- # hidden\n-->\nseen", Fitted("<!-- # hidden\n-->\nseen", 0)),
        ("---\n# after a rule", Fitted("---\n\\# after a rule", 1)),
    ],
)
def test_only_headings_get_a_backslash(typed: str, told: Fitted) -> None:
    assert fitted(typed, "the advice") == told


@pytest.mark.parametrize("typed", ["", " \n\t\n"])
def test_no_words_are_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="The advice is empty"):
        fitted(typed, "the advice")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("so:\n```\nx", "code block"), ("~~~\n```\n", "code block"), ("<!-- x\n\ny", "comment")],
)
def test_what_is_never_closed_is_refused(typed: str, kind: str) -> None:
    with pytest.raises(UsageError, match=f"A {kind} .* is never closed"):
        fitted(typed, "the advice")


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a\n  b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("a\ud800", "not UTF-8"),
        ("a\0b", "NUL"),
        ("<<<<<<< a\n=======\n>>>>>>> b\n", "conflict markers"),
    ],
)
def test_what_is_no_text_is_refused(typed: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        fitted(typed, "the advice")


def test_a_table_that_would_count_as_the_proposal_s_is_refused() -> None:
    table = "| Asked | Why |\n| --- | --- |\n| @eli | x |\n\n## Decision"

    with pytest.raises(UsageError, match="A table in the advice"):
        verified(proposal(), TEXT.replace("## Decision", table), "the advice")


def test_another_table_is_fine() -> None:
    text = TEXT.replace("## Decision", "| Day | Cost |\n| --- | --- |\n| 1 | 2 |\n\n## Decision")

    assert verified(proposal(), text, "the advice") == text
