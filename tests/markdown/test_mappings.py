"""Entries of a nested YAML mapping: only their lines change, or nothing does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import parse_yaml
from teamkit.markdown.mappings import add_entry, as_mapping, remove, set_list

CATALOG = """\
# Our words.
levels: {0: no, 1: yes}  # in words

skills:
  # Data
  postgres: {title: "PostgreSQL", aliases: ['psql', pg], needs: []}  # store
  "postgis": { title: PostGIS, needs: [postgres] }

  go: Go language  # a bare title
  bare:
  # Blocks
  rust:
    title: Rust
    aliases:
      # short
      - rs
      - "rustlang"   # long
    needs: [go]

# The end
other: 1
"""


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_new_entry_goes_below_the_last_as_that_is_written() -> None:
    after = add_entry(CATALOG, ("skills", "c#"), {"title": "C#", "field": "", "aliases": ["no"]})

    assert after == CATALOG.replace(
        "    needs: [go]\n",
        '    needs: [go]\n  c#:\n    title: C#\n    aliases:\n      - "no"\n',
    )


def test_a_new_entry_goes_below_the_one_that_is_named() -> None:
    after = add_entry(CATALOG, ("skills", "zig"), {"title": "Zig: fast"}, below="postgres")

    assert changed(CATALOG, after) == ([], ['  zig: {title: "Zig: fast"}'])
    assert after.index("zig") < after.index("postgis")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "skills:\n  a: {title: A}\n"),
        ("\ufeff", "\ufeffskills:\n  a: {title: A}\n"),
        ("x: 1\n", "x: 1\nskills:\n  a: {title: A}\n"),
        ("x: 1", "x: 1\nskills:\n  a: {title: A}\n"),
        ("skills:", "skills:\n  a: {title: A}"),
        ("skills:\n", "skills:\n  a: {title: A}\n"),
        ("skills:\n    # b: c\nx: 1\n", "skills:\n    # b: c\n    a: {title: A}\nx: 1\n"),
        ("skills:\n  # b: c\n\n# d\n", "skills:\n  # b: c\n  a: {title: A}\n\n# d\n"),
        ("skills:\n# b\n", "skills:\n  a: {title: A}\n# b\n"),
        ("skills: {}\n", "skills: {a: {title: A}}\n"),
        ("skills: { b: c }\n", "skills: { b: c, a: {title: A} }\n"),
        ("skills:\n  b: c", "skills:\n  b: c\n  a: {title: A}"),
        ("skills:\r\n  b: c # d\r\n", "skills:\r\n  b: c # d\r\n  a: {title: A}\r\n"),
        ("skills:\n  b:\n\n\nx: 1\n", "skills:\n  b:\n  a: {title: A}\n\n\nx: 1\n"),
        ("skills:\n  b: |\n    c\n\nx: 1\n", "skills:\n  b: |\n    c\n  a: {title: A}\n\nx: 1\n"),
    ],
)
def test_a_first_or_last_entry_finds_its_place(text: str, after: str) -> None:
    assert add_entry(text, ("skills", "a"), {"title": "A", "needs": []}) == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("skills: []\n", "there is something else"),
        ("skills: words\n", "there is something else"),
        ("skills: {a: b}\n", "there is something else"),
        ("{x: 1}\n", r"the whole file is one \{...\}"),
        ("skills:\n  ? b\n  : c\n", "it is written in an unusual way"),
        ("skills: &x {b: c}\n", "it names a value"),
        ("- a\n", "it is a list"),
    ],
)
def test_what_cannot_be_added_is_refused(text: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        add_entry(text, ("skills", "a"), {"title": "A"})


@pytest.mark.parametrize(
    ("path", "items", "line"),
    [
        (("postgres", "aliases"), ["psql", "a, b"],
         """  postgres: {title: "PostgreSQL", aliases: ['psql', "a, b"], needs: []}  # store"""),
        (("postgres", "aliases"), [],
         """  postgres: {title: "PostgreSQL", needs: []}  # store"""),
        (("postgres", "needs"), ["go"],
         """  postgres: {title: "PostgreSQL", aliases: ['psql', pg], needs: [go]}  # store"""),
        (("postgis", "aliases"), ["gis"],
         """  "postgis": { title: PostGIS, needs: [postgres], aliases: [gis] }"""),
        (("postgis", "title"), ["x"], """  "postgis": { title: [x], needs: [postgres] }"""),
        (("rust", "aliases"), ["rs", "rustlang", "oxide"], "      - oxide"),
        (("rust", "field"), ["x"], "    field:\n      - x"),
        (("rust", "needs"), ["go", "c"], "    needs: [go, c]"),
    ],
)  # fmt: skip
def test_a_list_changes_where_it_stands(path: tuple[str, str], items: list[str], line: str) -> None:
    after = set_list(CATALOG, ("skills", *path), items)

    assert changed(CATALOG, after)[1] == line.split("\n")
    assert "# store\n" in after
    assert "      # short\n" in after


def test_the_same_list_changes_nothing() -> None:
    assert set_list(CATALOG, ("skills", "postgres", "aliases"), ["psql", "pg"]) == CATALOG
    assert set_list(CATALOG, ("skills", "postgis", "aliases"), []) == CATALOG
    assert set_list(CATALOG, ("skills", "postgres", "needs"), []) == CATALOG


def test_a_list_at_the_end_of_a_file_without_a_last_line_end() -> None:
    text = "skills:\r\n  a:\r\n    title: A"

    assert set_list(text, ("skills", "a", "needs"), ["b"]) == f"{text}\r\n    needs:\r\n      - b"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("skills:\n  a: A\n", "there is no mapping that could hold it"),
        ("skills: {}\n", "there is no mapping that could hold it"),
        ("x: 1\n", "there is no mapping that could hold it"),
        ("skills:\n  a: {needs: [b, # c\n    d]}\n", "there is a comment between the brackets"),
        ("{skills: {a: {needs: [b]}}}\n", "the whole file is one"),
    ],
)
def test_a_list_that_cannot_change_alone_is_refused(text: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        set_list(text, ("skills", "a", "needs"), ["x"])


def test_a_list_over_lines_and_one_of_other_things_are_written_anew() -> None:
    text = "skills:\n  a: {needs: [b,\n    c]}\n  d: {needs: [{e: f}, g]}\n"

    after = set_list(text, ("skills", "a", "needs"), ["c"])

    assert after == "skills:\n  a: {needs: [c]}\n  d: {needs: [{e: f}, g]}\n"
    assert "d: {needs: [g]}" in set_list(text, ("skills", "d", "needs"), ["g"])


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("skills", "go"), ["  go: Go language  # a bare title"]),
        (("skills", "bare"), ["  bare:"]),
        (("skills", "rust", "needs"), ["    needs: [go]"]),
        (("other",), ["other: 1"]),
    ],
)
def test_an_entry_goes_with_its_lines_and_no_other(path: tuple[str, ...], gone: list[str]) -> None:
    assert changed(CATALOG, remove(CATALOG, path)) == (gone, [])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("s: {a: 1, b: 2}\n", "s: {b: 2}\n"),
        ("s: {b: 2, a: 1}\n", "s: {b: 2}\n"),
        ("s: { a: 1 }\n", "s: {  }\n"),
        ("s:\n  a: 1\n", "s:\n"),
    ],
)
def test_what_goes_takes_its_comma_along(text: str, after: str) -> None:
    assert remove(text, ("s", "a")) == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("s: {b: 1}\n", "it is not there"),
        ("s:\n  ? a\n  : b\n", "it is written in an unusual way"),
        ("s: {b: 1, # why\n  a: 2}\n", "there is a comment next to it"),
        ("s: {a: 1, # why\n  b: 2}\n", "there is a comment next to it"),
    ],
)
def test_what_cannot_go_alone_stays(text: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        remove(text, ("s", "a"))


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("go", "  go: {title: Go language}  # a bare title"),
        ("bare", "  bare: {}"),
    ],
)
def test_a_bare_title_becomes_an_entry_that_can_hold_more(key: str, line: str) -> None:
    assert changed(CATALOG, as_mapping(CATALOG, ("skills", key), "title"))[1] == [line]


def test_an_entry_stays_one() -> None:
    assert as_mapping(CATALOG, ("skills", "rust"), "title") == CATALOG


@pytest.mark.parametrize("text", ["skills:\n  b: c\n", "skills:\n  a: [b]\n"])
def test_what_is_no_entry_does_not_become_one(text: str) -> None:
    with pytest.raises(EditRefusedError, match="cannot hold more entries"):
        as_mapping(text, ("skills", "a"), "title")


def test_an_edit_that_would_be_read_differently_is_refused() -> None:
    # The empty lines are a part of what "|+" says.
    text = "skills:\n  b: |+\n    c\n\nx: 1\n"

    with pytest.raises(EditRefusedError, match="would be read differently"):
        add_entry(text, ("skills", "a"), {"title": "x"})


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.text("abc#:,-{}[]'\" é1", min_size=1, max_size=6), st.text(max_size=8)),
    st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=3),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_added_and_taken_again_leaves_the_file_as_it_was(
    fields: dict[str, str], items: list[str], end: str
) -> None:
    text = CATALOG.replace("\n", end)
    new = {f"k{key}": value for key, value in fields.items()}

    added = add_entry(text, ("skills", "x.y"), {"title": "X", **new}, below="go")
    more = set_list(added, ("skills", "x.y", "aliases"), items)

    assert remove(more, ("skills", "x.y")) == text
    assert set_list(more, ("skills", "x.y", "aliases"), []) == added
    skills = parse_yaml("", more)[0]["skills"]
    assert isinstance(skills, dict)
    assert skills["x.y"]["aliases"] == tuple(items)
