"""One more line below a heading of the notes, and taking it away again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import parse
from teamkit.meetings.notes.lines import add_lines, headings, remove_line
from tests.markdown.made import bodies, quick


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("## Wins\n", "## Wins\n\n- x\n"),
        ("## Wins", "## Wins\n\n- x"),
        ("## wins!\r\n\r\n## B\r\n", "## wins!\r\n\r\n- x\r\n\r\n## B\r\n"),
        ("## [Wins](a.md) ##\n\n- a\n\n\n## B\n", "## [Wins](a.md) ##\n\n- a\n- x\n\n\n## B\n"),
        ("## Wins\n## B\n", "## Wins\n\n- x\n\n## B\n"),
        ("## Wins\n\nwords\n", "## Wins\n\nwords\n\n- x\n"),
        ("## Wins\n\n<!-- by ana -->\n", "## Wins\n\n<!-- by ana -->\n\n- x\n"),
        ("## Wins\n\n- a\n  more\n", "## Wins\n\n- a\n  more\n- x\n"),
        ("## Wins\n\n- a\n\n### Deeper\n\n- b\n", "## Wins\n\n- a\n- x\n\n### Deeper\n\n- b\n"),
        ("### Wins\n", "### Wins\n\n## Wins\n\n- x\n"),
        ("---\ntitle: a\n---\n## Wins\n", "---\ntitle: a\n---\n## Wins\n\n- x\n"),
        ("", "## Wins\n\n- x\n"),
        ("a", "a\n\n## Wins\n\n- x"),
        ("a\r\n", "a\r\n\r\n## Wins\r\n\r\n- x\r\n"),
        ("```\n## Wins\n```\n", "```\n## Wins\n```\n\n## Wins\n\n- x\n"),
    ],
)
def test_a_line_goes_to_the_end_of_what_stands_under_its_heading(text: str, new: str) -> None:
    heading = "Wins!" if "wins!" in text else "Wins"

    assert add_lines(text, heading, ["- x"]) == new


def test_several_lines_keep_their_order() -> None:
    assert add_lines("## A\n", "a", ["- x", "- [ ] y"]) == "## A\n\n- x\n- [ ] y\n"
    assert add_lines("## A\n", "A", []) == "## A\n"


def test_headings_are_the_rounds_and_topics() -> None:
    document = parse(
        "notes/a.md", b"---\ntitle: a\n---\n# T\n\n## [A](a.md)\n\n### No\n\n## B ##\n"
    )

    assert headings(document) == ["A", "B"]


@pytest.mark.parametrize("text", ["## A\n\n```\ncode\n", "## A\n\n<!-- open\n"])
def test_a_line_nobody_would_read_is_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        add_lines(text, "A", ["- x"])


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("## A\n\n- x\n- y\n- x\n\n## B\n\n- x\n", "## A\n\n- x\n- y\n\n## B\n\n- x\n"),
        ("## A\n\n- x\r\n", "## A\n"),
        ("## A\n\n- a\n- x", "## A\n\n- a"),
        ("## A\r\n\r\n- a\r\n- x", "## A\r\n\r\n- a"),
    ],
)
def test_the_last_such_line_goes(text: str, new: str) -> None:
    assert remove_line(text, "a", "- x") == new


@pytest.mark.parametrize("text", ["## A\n\n- xy\n", "## B\n\n- x\n", "## A\n\n```\n- x\n```\n", ""])
def test_what_is_not_there_stays_away(text: str) -> None:
    assert remove_line(text, "A", "- x") == text


@quick
@given(bodies(), st.sampled_from(["Wins", "two", "New one"]), st.lists(st.just("- Win @ana: x")))
def test_nothing_else_changes(text: str, heading: str, new: list[str]) -> None:
    try:
        after = add_lines(text, heading, new)
    except EditRefusedError:
        return

    assert _without_blanks(after, set(new), heading) == _without_blanks(text, set(new), heading)
    assert after.endswith("\n") == text.endswith("\n") or not text


@quick
@given(bodies(), st.sampled_from(["Wins", "two"]))
def test_taking_the_line_away_leaves_the_text_as_it_was_but_for_blank_lines(
    text: str, heading: str
) -> None:
    text = f"{text}\n\n## {heading}\n"
    try:
        after = remove_line(add_lines(text, heading, ["- xyz"]), heading, "- xyz")
    except EditRefusedError:
        return

    assert [line for line in after.split("\n") if line.strip()] == [
        line for line in text.split("\n") if line.strip()
    ]


def _without_blanks(text: str, new: set[str], heading: str) -> list[str]:
    """The lines with words in them, without *new* ones and a heading that was made for them."""
    made = {*new, f"## {heading}"}
    return [
        bare
        for line in text.split("\n")
        if (bare := line.rstrip("\r")).strip() and bare not in made
    ]
