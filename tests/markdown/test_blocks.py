"""Generated blocks: written again without touching anything else."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError, UsageError
from teamkit.markdown.blocks import BlockOutcome, block, names, put, strip, without_markers
from tests.markdown.made import bodies, quick


def test_a_block_stands_between_two_comments() -> None:
    made = [block("plan", "\n- a\r\n\r\n"), block("p-1", " \n")]

    assert made == [
        (
            f"<!-- teamkit:begin plan sum={sha256(b'- a').hexdigest()[:4]} -->\n\n"
            "- a\n\n<!-- teamkit:end -->\n"
        ),
        f"<!-- teamkit:begin p-1 sum={sha256(b'').hexdigest()[:4]} -->\n\n<!-- teamkit:end -->\n",
    ]


@pytest.mark.parametrize("name", ["", "a b", "a>", "-->", "é"])
def test_a_name_is_a_word(name: str) -> None:
    with pytest.raises(UsageError):
        block(name, "a")


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("", ""),
        ("\ufeff", ""),
        ("a", "\n\n"),
        ("a\n", "\n"),
        ("a\n\n", ""),
        ("---\na: b\n---\n", "\n"),
    ],
)
def test_a_missing_block_goes_to_the_end(text: str, gap: str) -> None:
    assert put(text, "plan", "- a") == (f"{text}{gap}{block('plan', '- a')}", BlockOutcome.ADDED)


def test_a_block_takes_the_line_ends_of_its_text() -> None:
    text, outcome = put("a\r\n", "plan", "- a\n- b")

    assert (text, outcome) == (
        "a\r\n\r\n" + block("plan", "- a\n- b").replace("\n", "\r\n"),
        BlockOutcome.ADDED,
    )
    assert put(text, "plan", "- c") == (
        "a\r\n\r\n" + block("plan", "- c").replace("\n", "\r\n"),
        BlockOutcome.UPDATED,
    )


def test_only_what_stands_between_the_comments_changes() -> None:
    text = f"a \r\n\n  {block('plan', '- a')}b\u2028\n{block('other', 'x')}".removesuffix("\n")

    after, outcome = put(text, "plan", "- b\n- c")

    assert (after, outcome) == (
        f"a \r\n\n  {block('plan', f'- b{chr(10)}- c')}b\u2028\n{block('other', 'x')}".removesuffix(
            "\n"
        ),
        BlockOutcome.UPDATED,
    )
    assert names(after) == ["plan", "other"]


def test_the_same_content_is_no_change() -> None:
    text = block("plan", "- a").replace("\n", "\r\n")
    by_hand = block("plan", "- b").replace("- b\n", "- a\n\n")

    assert put(text, "plan", "- a\n") == (text, BlockOutcome.SAME)
    assert put(by_hand, "plan", "- a") == (by_hand, BlockOutcome.SAME)


@pytest.mark.parametrize(
    "text",
    [
        block("plan", "- a").replace("- a", "- mine"),
        "<!-- teamkit:begin plan -->\n- a\n<!-- teamkit:end -->",
    ],
)
def test_a_block_edited_by_hand_is_kept(text: str) -> None:
    assert put(text, "plan", "- b") == (text, BlockOutcome.KEPT)
    assert put(text, "plan", "- b", regenerate=True) == (
        block("plan", "- b").removesuffix("" if text.endswith("\n") else "\n"),
        BlockOutcome.UPDATED,
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!-- teamkit:begin a -->\n",
        "<!-- teamkit:end -->\n",
        block("a", "<!-- teamkit:begin b -->"),
        block("a", "x") + block("a", "y"),
        block("a", "x") + "<!-- teamkit:end -->",
    ],
)
def test_broken_markers_are_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        put(text, "plan", "x")


@pytest.mark.parametrize(
    "content", ["```", "<!-- teamkit:end -->", "<!-- teamkit:begin b -->", block("b", "")]
)
def test_content_that_breaks_the_block_is_refused(content: str) -> None:
    for text in ("", block("plan", "x")):
        with pytest.raises(EditRefusedError):
            put(text, "plan", content)


def test_nothing_is_added_to_code_that_never_ends() -> None:
    with pytest.raises(EditRefusedError, match="would break it"):
        put("```\n", "plan", "x")


def test_markers_in_code_are_an_example() -> None:
    text = f"```\n{block('plan', 'x')}```\n<!-- about teamkit: no marker -->\n"

    assert (names(text), strip(text)) == ([], text)


def test_readers_never_see_what_was_generated() -> None:
    end, begin = "<!-- teamkit:end -->", "<!-- teamkit:begin y -->"
    text = f"a\n{block('plan', '- [ ] b')}c\r\n{end}\n{block('x', '')}{begin}\nd"

    assert strip(text) == f"a\n\n\n\n\n\nc\r\n{end}\n\n\n\n{begin}\nd"
    assert strip(f"<!-- teamkit:begin y -->\n{block('x', 'b')}c") == "\n\n\n\n\n\nc"
    assert names(text) == ["plan", "x", "y"]


@quick
@given(bodies(), bodies(), bodies())
def test_blocks_come_and_go_without_a_trace(text: str, first: str, second: str) -> None:
    try:
        one, added = put(text, "plan", first)
        two, outcome = put(one, "plan", second)
        back, _ = put(two, "plan", first)
    except EditRefusedError:
        return

    assert added is BlockOutcome.ADDED
    assert outcome in (BlockOutcome.UPDATED, BlockOutcome.SAME)
    assert one.startswith(text)
    assert two.startswith(text)
    assert back == one
    assert put(two, "plan", second) == (two, BlockOutcome.SAME)
    assert strip(two).startswith(text)
    assert strip(two).count("\n") == two.count("\n")


MARKS = [
    "<!-- teamkit:begin a -->",
    "<!-- teamkit:end -->",
    "<!--teamkit:begin b sum=0-->",
    "```",
    "x",
    "<!--",
]


@quick
@given(st.lists(st.sampled_from(MARKS), max_size=9).map("\n".join))
def test_no_mixture_of_markers_crashes(text: str) -> None:
    assert strip(text).count("\n") == text.count("\n")
    try:
        after, outcome = put(text, "a", "new")
    except EditRefusedError:
        return
    assert outcome is BlockOutcome.KEPT or "a" in names(after)


def test_on_a_screen_markers_and_doubled_blank_lines_are_left_out() -> None:
    text = f"# A\n\n## Plan\n\n{block('plan', 'one')}\n\n## More\n"

    assert without_markers(text) == "# A\n\n## Plan\n\none\n\n## More"


def test_a_marker_in_front_matter_is_a_value_and_no_block() -> None:
    text = "---\ntitle: |\n\n  <!-- teamkit:end -->\n---\n"

    after, outcome = put(text, "plan", "Something")

    assert (after.startswith(text), outcome, names(after)) == (
        True, BlockOutcome.ADDED, ["plan"],
    )  # fmt: skip
