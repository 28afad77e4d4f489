"""Beliefs about the ways a word may be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.finder import letters
from teamkit.store.stems import PREFIX, Form, beginning, forms, in_one, indexable

WORDS = st.text("aegilmnoprstuy\u00e9\u65e5", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("word", "starts", "whole"),
    [
        ("map", [], ["map"]),
        ("maps", ["map"], []),
        ("glass", ["glass"], []),
        ("uploading", ["upload"], []),
        ("uploaded", ["upload"], []),
        ("uploaders", ["upload"], []),
        ("planning", ["plan"], []),
        ("mappings", ["mapp"], ["map", "maps"]),
        ("adding", ["adding"], ["add", "adds"]),
        ("server", ["server"], []),
        ("exceed", ["exceed"], []),
        ("searches", ["search"], []),
        ("boxes", ["boxe"], ["box", "boxs"]),
        ("b2bing", ["b2bing"], []),
        ("zurückging", ["zurückging"], []),
    ],
)
def test_a_word_stands_for_its_other_endings(
    word: str, starts: list[str], whole: list[str]
) -> None:
    found = forms(word)

    assert [form.text for form in found if form.is_start] == starts
    assert [form.text for form in found if not form.is_start] == whole


@given(WORDS)
def test_every_form_begins_alike_and_one_finds_the_word_itself(word: str) -> None:
    found = forms(word)

    assert all(form.text.startswith(beginning(word)) for form in found)
    assert any(word.startswith(form.text) if form.is_start else word == form.text for form in found)
    assert len(word) >= PREFIX or found == (Form(word, is_start=False),)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("An e-mail", "email"),
        ("state-of-the-art field\u2011work", "stateoftheart fieldwork"),
        ("2026-12-04", ""),
        ("-x- --", ""),
    ],
)
def test_hyphenated_words_stand_in_one_too(text: str, more: str) -> None:
    assert indexable(text) == "\n".join(filter(None, [letters(text), more]))


@pytest.mark.parametrize(
    ("query", "joined"),
    [
        ("off-line", {"off": ["offline"], "line": ["offline"]}),
        ("field work", {"field": ["fieldwork"], "work": ["fieldwork"]}),
        ("on line", {}),
        ("on-line", {"on": ["online"], "line": ["online"]}),
        ("one, two", {}),
        ("a-b-c", {"a": ["abc"], "b": ["abc"], "c": ["abc"]}),
        ("x a-b y", {"x": ["xa"], "a": ["xa", "ab"], "b": ["ab", "by"], "y": ["by"]}),
        ("", {}),
    ],
)
def test_words_beside_each_other_may_be_one(query: str, joined: dict[str, list[str]]) -> None:
    assert in_one(query, ["on"]) == joined
