import pytest

from teamkit.markdown.fences import front_matter, gap_after, insert_line, newline, opens


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\na: b\n---\nhi", "a: b\n", "hi"),
        ("\ufeff---\r\na: b\r\n---\r\nhi", "a: b\r\n", "hi"),
        ("---\n---\n", "", ""),
        ("---\na: b\n---", "a: b\n", ""),
        ("---\na\n----\n --- \n---\n---\n", "a\n----\n --- \n", "---\n"),
    ],
)
def test_front_matter_stands_between_two_exact_fences(text: str, front: str, body: str) -> None:
    found = front_matter(text)

    assert found is not None
    assert (text[found[0] : found[1]], text[found[2] :]) == (front, body)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "----\na: b\n---\n",
        "--- \na: b\n---\n",
        " ---\na: b\n---\n",
        "\n---\n---\n",
        "---\na: b\n...\n",
        "---\na: b\n---x\n",
        "---\na: b\n--- \n",
        "+++\na\n+++\n",
        "---\ra: b\r---\r",
    ],
)
def test_anything_else_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_a_first_line_of_dashes_may_be_meant_as_a_fence() -> None:
    assert [opens(text) for text in ("---", "\ufeff--- \r\nx", "----\n", "x\n---\n")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_line_end_is_that_of_the_line() -> None:
    assert [newline(""), newline("a\r\nb\n"), newline("a\r\nb\n", 3), newline("\n")] == [
        "\n",
        "\r\n",
        "\n",
        "\n",
    ]


def test_an_inserted_line_ends_as_the_one_above_it() -> None:
    text = "a\r\nb\nc"

    assert [insert_line(text, at, "x") for at in (1, 2, 3)] == [
        "a\r\nx\r\nb\nc",
        "a\r\nb\nx\nc",
        "a\r\nb\nc\r\nx",
    ]


def test_a_new_paragraph_needs_an_empty_line_above() -> None:
    texts = ["", "\ufeff", "a\r\n\r\n", "a\n\n", "a\r\n", "a"]

    assert [gap_after(text) for text in texts] == ["", "", "", "", "\r\n", "\n\n"]
