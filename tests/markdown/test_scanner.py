"""Which lines are code and which are hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.scanner import Line, lines
from tests.markdown.made import BODY, bodies, files, quick, real_files


def marks(*texts: str) -> str:
    """One letter a line: c for code, h for hidden, and a dot."""
    found = lines("\n".join(texts))
    return "".join("c" if it.in_code else "h" if it.hidden else "." for it in found)


def test_lines_end_at_line_feeds_alone() -> None:
    text = "\ufeffa\r\nb\u2028c\x0cd\re\n\n\r\n"

    assert lines(text, 7) == [
        Line(7, "a"),
        Line(8, "b\u2028c\x0cd\re"),
        Line(9, ""),
        Line(10, ""),
    ]
    assert lines("") == lines("\ufeff") == []


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["```", "a", "```", "b"], "ccc."),
        (["~~~ py", "```", "~~", "~~~~ ", "b"], "cccc."),
        (["````", "```", "````x", "`````", "b"], "cccc."),
        (["   ```", "a", "    ```", "   ```", "b"], "cccc."),
        (["    ```", "a"], ".."),
        (["``` a`b", "a"], ".."),
        (["`` `", "a"], ".."),
        (["```", "<!--", "```", "a"], "ccc."),
        (["- a", "", "  ```", "  b", "", "  ```", "c"], "..cccc."),
        (["1. a", "", "   ```", "   b", "c"], "..cc."),
        (["- a", "    - b", "      ```", "      c", "    ```"], "..ccc"),
        (["- ```", "  a", "  ```", "- b"], "ccc."),
        (["- - ```", "    a", "  b"], "cc."),
        (["-\t```", "\ta", "\t```", "b"], "ccc."),
        (["> ```", "> a", "> ```", "> b"], "ccc."),
        (["> ```", "> a", "b"], "cc."),
        (["> - ```", ">   a", "> b"], "cc."),
        (["- a", "> ```", "> b", "> ```", "c"], ".ccc."),
        (["```", "> a", "```", "b"], "ccc."),
        (["<!-- a -->", "b"], "h."),
        (["<!--", "", "a", "b --> c", "d"], "hhhh."),
        (["  <!-- a", "-->", "b"], "hh."),
        (["<!-- a", "```", "b"], "hhh"),
        (["- <!-- a", "  b -->", "c"], ".h."),
        (["- <!-- a", "b"], ".."),
        (["a <!-- b -->", "c"], ".."),
        (["a <!-- b", "c -->", "d"], ".h."),
        (["a <!-- b", "c", "", "d -->"], "...."),
        (["a <!-- b", "c"], ".."),
        (["a <!-- b", "c <!-- d", "", "```", "```"], "...cc"),
        (["a `<!--` b", "c -->", "```", "```"], "..cc"),
        (["a <!-- `b", "c -->", "d"], ".h."),
    ],
)
def test_code_and_comments_are_those_of_commonmark(texts: list[str], told: str) -> None:
    assert marks(*texts) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\na: b\n---\nc\n", "hhh."),
        ("---\n# a\n---\nc\n```\n", "hhh.c"),
        ("\ufeff---\r\n\r\na: b\r\n---\r\n<!-- -->", "hhhhh"),
        ("---\nTitle\n---\nc\n", "...."),
        ("---\na: b\n", ".."),
    ],
)
def test_the_front_matter_of_a_whole_file_is_hidden(text: str, told: str) -> None:
    assert marks(text) == told
    assert not any(line.hidden for line in lines(text, 2) if "<" not in line.text)


@pytest.mark.parametrize(
    "text",
    [
        "a <!--\n" * 30_000,
        "> " * 10_000 + "x\n```",
        "- " * 10_000 + "```",
        "- x <!-- y\n" * 20_000,
        "```\n" * 20_001,
        "<!--" * 50_000,
        " " * 100_000 + "```",
        "x" * 1_000_000 + "```",
    ],
    ids=lambda text: text[:6],
)
def test_large_texts_are_scanned_line_by_line(text: str) -> None:
    assert len(lines(text)) == text.count("\n") + (not text.endswith("\n"))


def assert_lines(text: str) -> None:
    found = lines(text)
    pieces = text.removeprefix("\ufeff").split("\n")

    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert [line.text for line in found] == [it.removesuffix("\r") for it in pieces][: len(found)]
    assert len(found) in (len(pieces), len(pieces) - (pieces[-1] == ""))


@quick
@given(st.one_of(st.text(), bodies(), files(), st.lists(st.sampled_from(BODY)).map("\n".join)))
def test_every_line_is_there_once(text: str) -> None:
    assert_lines(text)


def test_every_line_of_real_files_is_there_once() -> None:
    for _, data in real_files():
        assert_lines(data.decode())
