"""One key at a time, in the spellings people use."""

from datetime import date

import pytest

from teamkit.errors import EditRefusedError
from teamkit.markdown import front_matter
from teamkit.markdown.document import parse
from teamkit.markdown.front_matter import New, new_text, set_key, set_keys


def front(*lines: str) -> str:
    return "".join(f"{line}\n" for line in ("---", *lines, "---", "Body"))


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        (["k: a"], "b", ["k: b"]),
        (["k:      a   # why"], "b: c", ['k:      "b: c"   # why']),
        (["'k': \"a\""], 5, ["'k': 5"]),
        (["k:"], "b", ["k: b"]),
        (["k:   "], "b", ["k: b"]),
        (["k:   # why"], date(2026, 12, 4), ["k: 2026-12-04   # why"]),
        (["k: |  # why", "  a", "", "  b", "", "x: y"], "b", ["k: b  # why", "", "x: y"]),
        (["k: >-", "  a", "# c"], "b", ["k: b", "# c"]),
        (["k: a", "  b"], "c", ["k: c"]),
        (["k: 'a", "", "  b'  # why"], "c", ["k: c  # why"]),
        (["k:", "  a  # why"], "c", ["k:", "  c  # why"]),
        (["k: [a,", "  b]  # why"], "c", ["k: c  # why"]),
        (["k:  # why", "  # of a", "  - a", "x: y"], "c", ["k: c  # why", "  # of a", "x: y"]),
        (["k:", "  x: y"], "c", ["k: c"]),
        (["k: {x: y}"], "c", ["k: c"]),
        ([" k: a", " x: y"], "b", [" k: b", " x: y"]),
        (["k: a  # why"], ["b", "c"], ["k:  # why", "  - b", "  - c"]),
        (["k: |  # why", "  a"], ["b"], ["k:  # why", "  - b"]),
        (["k:", "  # of a", "  a"], ["b"], ["k:", "  # of a", "  - b"]),
        (["k:"], ["b"], ["k:", "  - b"]),
        (["k: [ a, 'b' ]  # why"], ["b", "c, d"], ["k: [ 'b', \"c, d\" ]  # why"]),
        (["k: []"], ["b"], ["k: [b]"]),
        (["k: [a,", "  b]"], ["a", "c"], ["k: [a, c]"]),
        (["k:", "- a", "-  'b'  # why"], ["b", "b", "c"], ["k:", "-  'b'  # why", "- b", "- c"]),
        (
            ["k:", "    # of a", "    - a", "", "    # of b", "    - b", "x: y"],
            ["b"],
            ["k:", "    # of a", "", "    # of b", "    - b", "x: y"],
        ),
        (["k:", "- a", "# of b", "- b", "# end"], ["a"], ["k:", "- a", "# of b", "# end"]),
        (["k:", "-", "- a"], ["a", "b"], ["k:", "- a", "- b"]),
        (["k:", "- |", "  a", "", "- b"], ["b", "a\n"], ["k:", "", "- b", "- |", "  a"]),
        (["k:", "- x: y", "  z: |", "    t", "- a"], ["a"], ["k:", "- a"]),
        (["a: b", "k: c  # why", "# of x", "x: y"], None, ["a: b", "# of x", "x: y"]),
        (["k:", "- a", "# in", "- b", "# after", "x: y"], [], ["# after", "x: y"]),
        (["k: a"], None, []),
        (["a: b", "# end"], "c", ["a: b", "k: c", "# end"]),
        (["a: |+", "  b", ""], "c", ["a: |+", "  b", "", "k: c"]),
        (["# only"], "c", ["# only", "k: c"]),
        ([], ["a"], ["k:", "  - a"]),
        (["a: b", "..."], "c", ["a: b", "k: c", "..."]),
    ],
)
def test_only_what_belongs_to_the_key_changes(old: list[str], value: New, new: list[str]) -> None:
    assert set_key(front(*old), "k", value) == front(*new)


@pytest.mark.parametrize(
    ("old", "value"),
    [
        (["k: 'a'"], "a"),
        (["k: 05"], "05"),
        (["k: 5"], 5),
        (["k: 2026-12-04"], date(2026, 12, 4)),
        (["k: |", "  a"], "a\n"),
        (["k: [ a,'b' ]"], ["a", "b"]),
        (["x: y"], None),
        (["{x: y}"], []),
    ],
)
def test_the_same_meaning_is_no_change(old: list[str], value: New) -> None:
    assert set_key(front(*old), "k", value) == front(*old)


@pytest.mark.parametrize(
    ("old", "value", "why"),
    [
        (["{k: a}"], "b", "one {...}"),
        (["{x: a}"], "b", "one {...}"),
        (["? k", ": a"], "b", "the key is written in an unusual way"),
        (["? x", ": a"], "b", "the last key is written in an unusual way"),
        (["k: [a, # why", "  b]"], ["b"], "there is a comment between the brackets"),
        (["k: {a: b, # why", "  c: d}"], "b", "there is a comment between the brackets"),
        (["k:", "  a  # why"], ["b"], "there is a comment after the value"),
        (["k:", "  |  # why", "  a"], ["b"], "there is a comment after the value"),
        (["k:", "-", "  a", "- b"], ["b"], "an item of its list is written in an unusual way"),
        (["a: |+", "  b", "k: c", "", "x: y"], None, "another part of the file"),
        (["a: b", "a: c"], "b", "the key 'a' appears twice"),
        (["k: @ana"], "b", "needs quotes"),
    ],
)
def test_what_would_touch_more_is_refused(old: list[str], value: New, why: str) -> None:
    with pytest.raises(EditRefusedError) as caught:
        set_key(front(*old), "k", value)

    assert why in caught.value.message


def test_line_ends_are_those_of_the_line() -> None:
    text = "\ufeff---\r\na: b\nk:\r\n- c\r\n---\r\nBody\n\r\n"

    assert set_key(text, "a", ["x"]) == text.replace("a: b\n", "a:\n  - x\n")
    assert set_key(text, "k", ["c", "d"]) == text.replace("- c\r\n", "- c\r\n- d\r\n")
    assert set_key(text, "z", "1st") == text.replace("- c\r\n", "- c\r\nz: 1st\r\n")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", "---\nk: v\n---\n"),
        ("Hi", "---\nk: v\n---\nHi"),
        ("\ufeffHi\r\n---\n", "\ufeff---\r\nk: v\r\n---\r\nHi\r\n---\n"),
        ("---\n---", "---\nk: v\n---"),
        ("---\r\n---\n", "---\r\nk: v\r\n---\n"),
    ],
)
def test_a_file_without_front_matter_gets_some(text: str, new: str) -> None:
    assert set_key(text, "k", "v") == new


@pytest.mark.parametrize(
    "text", ["---", "---\nTitle\n---\nx", "--- \nk: v\n--- \n", "---\n- a\n---\n"]
)
def test_dashes_of_another_meaning_are_left_alone(text: str) -> None:
    with pytest.raises(EditRefusedError, match="another meaning"):
        set_key(text, "k", "v")


def test_a_key_is_quoted_where_it_must_be() -> None:
    text = front("a: b")

    found = set_keys(text, {"no": "x", "a: b": ["z"], "<<": 1})

    assert found == front("a: b", '"no": x', '"a: b":', "  - z", '"<<": 1')
    assert set_keys(found, {"no": None, "a: b": None, "<<": None}) == text


def test_half_characters_in_a_text_are_refused() -> None:
    with pytest.raises(EditRefusedError, match="UTF-8"):
        set_key("a \ud800", "k", "v")


def test_a_new_file_is_front_matter_an_empty_line_and_the_body() -> None:
    meta: dict[str, New] = {"title": "12:30", "on": date(2026, 12, 4), "who": ["ana", "no"]}
    meta |= {"left": None, "out": [], "n": 5}

    text = new_text(meta, "\n\n# One\r\nwords\n\n")

    assert text == (
        '---\ntitle: "12:30"\n"on": 2026-12-04\nwho:\n  - ana\n  - "no"\n"n": 5\n---\n'
        "\n# One\nwords\n"
    )


def test_a_new_file_may_lack_either_part() -> None:
    assert [new_text({"a": "b"}, ""), new_text({}, "Hi"), new_text({}, "")] == [
        "---\na: b\n---\n",
        "Hi\n",
        "\n",
    ]


def test_a_body_that_looks_like_front_matter_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="read differently"):
        new_text({}, "---\na: b\n---\n")


def test_the_check_compares_the_body_too() -> None:
    before = front_matter._read(front("k: a"), "k")

    with pytest.raises(EditRefusedError, match="another part of the file"):
        front_matter._verify(before, front("k: b") + "more", "k", "b")


def test_an_item_of_several_lines_that_stays_keeps_its_bytes() -> None:
    text = '---\ntags:\n  - |\n    a\n    b\n  - c\n  - " d "\n---\n'
    tags = parse("x.md", text.encode()).texts("tags")

    assert set_key(text, "tags", list(tags)) == text
    assert set_key(text, "tags", [*tags, "e"]) == text.replace('" d "\n', '" d "\n  - e\n')
    assert set_key(text, "tags", [tags[0], tags[2]]) == text.replace("  - c\n", "")
