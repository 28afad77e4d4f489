"""Labelled bullets as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.links import link
from teamkit.markdown.sections import sections
from teamkit.meetings.bullets import LABELS, Bullet, bullets, folded, parse, plain_title

Parsed = tuple[str, tuple[str, ...], bool, str]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("- Key: the proxy cuts", ("key", (), False, "the proxy cuts")),
        ("- Decision: yes", ("decision", (), False, "yes")),
        ("- **Decision:** yes", ("decision", (), False, "yes")),
        ("- **Decision**: yes", ("decision", (), False, "yes")),
        ("- **Decision**: **yes** it is", ("decision", (), False, "**yes** it is")),
        ("- **Decision:** **yes**", ("decision", (), False, "**yes**")),
        ("- Decision: **yes** it is", ("decision", (), False, "**yes** it is")),
        ("- __Decision:__ yes", ("decision", (), False, "yes")),
        ("- Decision - yes", ("decision", (), False, "yes")),
        ("- Decision \u2013 yes", ("decision", (), False, "yes")),
        ("* DECISION: yes", ("decision", (), False, "yes")),
        ("+ decision: yes", ("decision", (), False, "yes")),
        ("1. Decision: yes", ("decision", (), False, "yes")),
        ("2) Decision: yes", ("decision", (), False, "yes")),
        ("    - Decision: yes", ("decision", (), False, "yes")),
        ("- Support @ana: used it", ("support", ("ana",), False, "used it")),
        ("- Support (strong) @ana: twice", ("support", ("ana",), True, "twice")),
        ("- Support @ana (strong): twice", ("support", ("ana",), True, "twice")),
        ("- Objection (Strong) @ben: cost", ("objection", ("ben",), True, "cost")),
        ("- Objection (weak) @ben: cost", ("objection", ("ben",), False, "cost")),
        ("- **Objection @ben:** cost", ("objection", ("ben",), False, "cost")),
        ("- Objection: cost", ("objection", (), False, "cost")),
        ("- Question @carla: when?", ("question", ("carla",), False, "when?")),
        ("- TIL @ana: a: b", ("til", ("ana",), False, "a: b")),
        ("- Pairing @ana @ben: tiles", ("pairing", ("ana", "ben"), False, "tiles")),
        ("- Pairing @ana, @ben and @eli: x", ("pairing", ("ana", "ben", "eli"), False, "x")),
        ("- Pairing @ana & @ben", ("pairing", ("ana", "ben"), False, "")),
        ("- Withdrawn @ben", ("withdrawn", ("ben",), False, "")),
        ("- Withdrawn @ben.o", ("withdrawn", ("ben.o",), False, "")),
        ("- Temperature: 4 support", ("temperature", (), False, "4 support")),
        ("- Shoutout @eli:", ("shoutout", ("eli",), False, "")),
        ("- Decision: with\r", ("decision", (), False, "with")),
        ("- Objection [[ben]]: cost", ("objection", ("ben",), False, "cost")),
        ("- Objection (strong) [[people/ben|Ben]]: cost", ("objection", ("ben",), True, "cost")),
        ("- Withdrawn [[ben]]", ("withdrawn", ("ben",), False, "")),
        (
            "- Pairing @ana, [[Ben Ortega]] and @eli: x",
            ("pairing", ("ana", "Ben Ortega", "eli"), False, "x"),
        ),
        ("- Objection Ben: cost", ("objection", ("Ben",), False, "cost")),
        ("- objection Carla Quintás: a: b", ("objection", ("Carla Quintás",), False, "a: b")),
        ("- Support (strong) Ana de la Vega: x", ("support", ("Ana de la Vega",), True, "x")),
        ("- Support Ana (strong): x", ("support", ("Ana",), True, "x")),
        ("- **Objection Ben:** cost", ("objection", ("Ben",), False, "cost")),
        ("- **Objection** Ben: **cost**", ("objection", ("Ben",), False, "**cost**")),
        (
            "- Pairing Ana, @ben & Eli O'Hara: x",
            ("pairing", ("Ana", "ben", "Eli O'Hara"), False, "x"),
        ),
        ("- Answered Carla Quinta\u0301s: x", ("answered", ("Carla Quinta\u0301s",), False, "x")),
        ("- Win: Ana: x", ("win", (), False, "Ana: x")),
    ],
)
def test_every_form_is_read(line: str, read: Parsed) -> None:
    assert parse(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "Decision: no list item",
        "- Nothing of ours: said",
        "- Decision",
        "- decisions: many",
        "- [ ] @ana Decision: a task is no bullet",
        "- [x] Key: nor is a done one",
        "-Decision: no gap",
        "- a well-known - thing",
        "- Key Results: no person",
        "- Decision Ben: no person",
        "- Key [[uploads]]: no person",
        "- Question about uploads: prose",
        "- Question About Uploads And Their Size: too many words",
        "- Support Ana, then others: prose",
        "- Objection Ben",
        "- Objection [[]]: nobody",
        "- Objetion @ben: a typing error",
        "- ",
        "-",
        "",
    ],
)
def test_anything_else_is_prose(line: str) -> None:
    assert parse(line) is None


def test_a_round_of_the_series_may_bring_its_own_label() -> None:
    assert parse("- News @ana: a ship") is None
    assert parse("- News @ana: a ship", LABELS | {"news"}) == ("news", ("ana",), False, "a ship")
    read = parse("- Good news Ana: a ship", LABELS | {"good news"})
    assert read == ("good news", ("Ana",), False, "a ship")


def test_many_names_before_prose_are_given_up_quickly() -> None:
    assert parse(f"- Pairing {'@a  ' * 200} x") is None


def test_bullets_know_their_topic_and_their_line() -> None:
    text = (
        "- Key: before\n\n## [Big](x.md) uploads\n\n- Decision: yes\nprose.\n"
        "```\n- Decision: in code\n```\n<!--\n- Decision: hidden\n-->\n+ Win @ana: x\n"
    )

    assert bullets(sections(text, 10)) == [
        Bullet("key", (), is_strong=False, text="before", topic="", line=10),
        Bullet("decision", (), is_strong=False, text="yes", topic="Big uploads", line=14),
        Bullet("win", ("ana",), is_strong=False, text="x", topic="Big uploads", line=22),
    ]


def test_titles_are_compared_without_links_case_and_closing_marks() -> None:
    assert plain_title("How [we take](a.md) uploads ") == "How we take uploads"
    assert folded("How  [we TAKE](a.md) uploads?") == folded("how we take uploads") != folded("how")


@given(st.text(max_size=60))
def test_no_line_is_too_odd_to_be_looked_at(text: str) -> None:
    read = parse(f"- Decision: {text}")

    assert read is None or read[0] == "decision"
    parse(text)


def test_what_was_said_is_one_line() -> None:
    assert parse("- Decision: we\r- [ ] try\u2028it") == ("decision", (), False, "we - [ ] try it")
    assert parse("- Objection Carla Quintás: no\x85# No") == (
        "objection", ("Carla Quintás",), False, "no # No",
    )  # fmt: skip
    assert plain_title("Up\r[loads](x.md)") == "Up loads"


def test_the_words_of_a_link_in_a_heading_are_read_back() -> None:
    for words in ("Uploads [draft]", "Move the share \\\\files\\team\\", "`a[0]` is slow"):
        assert plain_title(link(words, "../topics/x.md")) == words
