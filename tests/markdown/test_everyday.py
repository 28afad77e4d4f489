"""The everyday reader reads what the strict one reads, or nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError
from teamkit.markdown import everyday, strict
from teamkit.markdown.fences import front_matter
from teamkit.markdown.spots import Reading
from tests.conftest import ROOT
from tests.markdown.made import quick

WORDS = st.sampled_from(
    [
        "a", "b", "key", "0", "null", "~", "''", '"x y"', "'it''s'", "[]", "{}", "[a, 'b c']", "é",
        "{a: b, c: [d]}", ":", ": ", "- ", "  ", "\n", "\n  ", "\n\n", " #c", "#", ",", "[", "]",
        "{", "}", "'", '"', "&", "*", "!", "|", ">", "%", "@", "?", "\\", "\t", "\r\n", "\u2028",
        "---\n", "...\n", "<<: ", "- - ", "\xa0", "key: ", "key: value\n", "\n- ", "\n  - ",
    ]
)  # fmt: skip
LINES = st.sampled_from(
    [
        "a: b\n", "c:\n", "  d: e\n", "  - f\n", "- g\n", "h: {i: [j], k: 'l'}  # m\n", "# n\n",
        "o: 13:00\n", "p: a#b # c\n", "  q:\n", "    r: s\n", "    - {t: u}\n", "v: ''\n", "\n",
        "a: again\n", "x : y\n", "z: a\n  b\n", "é: f\n", "'g': h\n", "i: |\n  j\n", "w: null\n",
        "n: - o\n", "p: q: r\n", "s: t:\n", "   u: v\n", "w: [x, y,]\n", "w: {x: y, x: z}\n",
        "w: [[[[[[[[[x]]]]]]]]]\n", "w: {x}\n", "w: [x: y]\n", "- x: y\n", "-\n", "y: @z\n",
        "y: # z\n", "[a]: b\n", "      a: {b: c}\n", "  a: \n", "  - \n", "w: [ a , b ]\n",
        "k: [l,\n  m]\n", "y:  \n", "w: { }\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=12), st.lists(LINES, max_size=8)).map("".join)


def strictly(text: str, start: int, end: int) -> Reading | str | None:
    try:
        return strict.read("x.yml", text, start, end)
    except BadDocumentError as refused:
        return refused.why


@quick
@given(TEXTS)
@example("a: 1\nb: x\xa0y\n")
@example("a:\n  b:\n    c:\n      d:\n        e: f\n")
def test_whatever_is_read_the_strict_reader_reads_too(text: str) -> None:
    found = everyday.read(text, 0, len(text))

    assert found is None or found == strictly(text, 0, len(text))


@quick
@given(TEXTS)
def test_a_part_of_a_text_is_read_at_its_own_place(text: str) -> None:
    whole = f"---\n{text}---\nbody: x\n"

    found = everyday.read(whole, 4, 4 + len(text))

    assert found is None or found == strictly(whole, 4, 4 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "title: A 'word' or \"two\"\n", "title: 'it''s'  # why\n",
        'start: "13:00"\nrule: FREQ=WEEKLY;BYDAY=FR\n', "by:\nwith:\n- ana\n- 'ben c'\n",
        "series:\n  # why\n  friday:\n    n: 60\n\n    rounds:\n      - {name: A, say: b c?}\n",
        "series:\n  friday:\n    n: 60\n  joint: {areas: [], rest: {}}\n",
        "title: ~\nname: ÄÖ 日本 🙂\n", "a: b#c\n", "a: b - c\n",
    ],
)  # fmt: skip
def test_what_people_write_every_day_is_read(text: str) -> None:
    found = everyday.read(text, 0, len(text))

    assert found is not None
    assert found == strictly(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "title: A word: no\n", "a:b: c\n", "a: b\n a: c\n", "a: 1\na: 2\n", "a:\tb\n", "- a\n", "a",
        "",
        "a: # b\n  c: d\n", "a:\n  b:\n    c:\n      d:\n        e: f\n", "a: [[[[b]]]]\n",
        "a:\n  b:\n", "a:\n  - \n", "a:\n  - b\n    c: d\n", "a:\n  b: c\n    d: e\n", " a: b\n",
        "a: [b, *c]\n", "a: [b: c]\n", "a: {b: c, b: d}\n", "a: [b}\n", "a: b\n- c\n",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_strict_reader(text: str) -> None:
    assert everyday.read(text, 0, len(text)) is None


def test_no_file_of_the_demo_team_needs_the_strict_reader() -> None:
    unusual = []
    for path in sorted((ROOT / "examples").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        fences = front_matter(text) if path.suffix == ".md" else (0, len(text), 0)
        if path.suffix in {".md", ".yml"} and fences:
            unusual += [path.name] if everyday.read(text, *fences[:2]) is None else []

    assert unusual == []
