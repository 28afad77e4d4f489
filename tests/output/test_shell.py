"""Beliefs about words in a command to copy."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.output.shell import argument, quoted


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("large files", '"large files"'),
        ("Show last year's", '"Show last year\'s"'),
        ("$HOME", "'$HOME'"),
        ('say "hi"', "'say \"hi\"'"),
        ("Now!", "'Now!'"),
    ],
)
def test_words_are_quoted_as_people_do(words: str, typed: str) -> None:
    assert quoted(words) == typed


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_shell_reads_the_same_words(words: str) -> None:
    assert shlex.split(quoted(words)) == [words]


def test_what_begins_with_a_dash_is_no_option() -> None:
    assert [argument(words) for words in ("-v", "v")] == ['-- "-v"', '"v"']
