"""Liquid in words that are copied: nothing runs, and the same words are seen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from teamkit.markdown import blocks
from teamkit.markdown.links import link, unescaped
from teamkit.markdown.liquid import found, inert, shown
from tests.markdown.made import quick

_PIECES = ("{", "{{", "{%", "{#", "%}", "}}", "{{{", " raw ", "`", "``", "a", " ", "{{ x }}", "\n")
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)
_RUN = re.compile(r"\{[{%#]")


def seen(text: str) -> str:
    """All characters that a reader of *text* sees, without spaces."""
    paragraphs = MarkdownIt("commonmark").parse(text)
    words = "".join(it.content for token in paragraphs for it in token.children or [])
    return "".join(words.split())


@quick
@given(TEXTS)
def test_nothing_runs_in_it_and_the_words_come_back(text: str) -> None:
    made = inert(text)

    assert _RUN.search(made) is None
    assert shown(made) == text
    assert inert(made) == made


@quick
@given(st.lists(st.sampled_from(("{{ x }}", "{% raw %}", "{#", "a", " ", "{", "}")), min_size=1))
def test_outside_of_code_the_same_words_are_seen(pieces: list[str]) -> None:
    text = f"a{''.join(pieces)}"

    assert seen(inert(text)) == "".join(text.split())


def test_code_that_holds_it_is_shown_between_its_backticks() -> None:
    assert seen(inert("Use `{{ x }}` and `y`")) == "Use`{{x}}`andy"


@pytest.mark.parametrize("words", ["Use {% if %} [here]", "`{{ a[0] }}` or `b`", "{{ x"])
def test_a_link_with_it_is_a_link_and_its_words_come_back(words: str) -> None:
    made = link(words, "a{{b}}.md")

    assert _RUN.search(made) is None
    assert unescaped(made[1 : -len("](a%7B%7Bb%7D%7D.md)")]) == words
    assert MarkdownIt("commonmark").renderInline(made).startswith("<a href=")


def test_a_generated_block_holds_none_and_is_the_same_the_next_time() -> None:
    text, _ = blocks.put("# A\n", "plan", "- {{ x }}")

    assert "{{" not in text
    assert blocks.put(text, "plan", "- {{ x }}") == (text, blocks.BlockOutcome.SAME)


def test_what_a_site_would_run_is_found_with_its_line() -> None:
    text = (
        "a {{ x }} b\n\n```\n{% for it in y %}\n```\n{ { fine } }\n{%raw%}\n{{ z }}\n{%endraw%} {#"
    )

    assert found(text, 5) == [(5, "{{ x }}"), (8, "{% for it in y %}"), (13, "{#")]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing",
        "{{ site.baseurl }}/notes {{page.title}}",
        "{% link notes/a.md %} {% include x.html a=1 %}",
        "{% raw %}{{ x }}\n{% if %}{% endraw %}",
    ],
)
def test_what_a_site_is_meant_to_run_is_not_found(text: str) -> None:
    assert found(text) == []


def test_a_raw_that_is_never_closed_is_found() -> None:
    assert found("{% endraw %} Why {% raw %} breaks") == [(1, "{% endraw %}")]
    assert found("Why {% raw %} breaks") == [(1, "{% raw %}")]


def test_what_is_quoted_of_a_long_one_is_short() -> None:
    assert found("{{ " + "x" * 90) == [(1, "{{ " + "x" * 37)]
