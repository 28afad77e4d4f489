"""Values that other readers of the same file take for something else."""

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.document import parse
from teamkit.markdown.second_opinion import differs, overlooked
from tests.markdown.made import quick, real_files


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("no", "false or as text"),
        ("12:30", "the number 750 or as text or as a number of seconds"),
        ("09:30", "text or as a number of seconds"),
        ("1e3", "text or as the number 1000.0"),
        ("010", "the number 8 or as the number 10"),
        ("1.10", "the number 1.1"),
        ("1,000", "text or as a number without its commas"),
        (":todo", "text or as a symbol"),
        ("2026-1-2", "text or as a date"),
        ("2026-02-30", "an error"),
        ("=", "an error or as text"),
        ("0o10", "text or as the number 8"),
    ],
)
def test_what_others_read_is_told_with_the_way_out(word: str, told: str) -> None:
    found = differs(f"---\n# c\na: fine\nk: {word}  # c\n---\n")

    assert [line for line, _ in found] == [4]
    assert found[0][1].startswith(f"'{word}' under 'k' is read as {told.partition(' or ')[0]}")
    assert found[0][1].endswith(f'; write "{word}".')


@pytest.mark.parametrize(
    "word",
    [
        "fine",
        '"no"',
        "'12:30'",
        "2026-12-04",
        "5",
        "-5",
        "1.5",
        "true",
        "null",
        "~",
        "",
        "<b>",
        "/x",
        "2026-12-04T10:00:00Z",
        "{a: no}",
        "|\n  no",
        "a\n  b: c".replace(":", ""),
        "0x1F",
        "é 😀",
    ],
)
def test_what_all_read_alike_is_no_finding(word: str) -> None:
    assert differs(f"---\nk: {word}\n---\n") == []


def test_items_of_lists_are_looked_at() -> None:
    text = "---\nk: [no, 'on', fine]\nl:\n- a\n- off\n- {x: no}\n- \n---\n"

    assert [line for line, _ in differs(text)] == [2, 5]


@pytest.mark.parametrize("text", ["", "words", "---\n- no\n---\n", "---\na: &x no\n---\n"])
def test_without_front_matter_there_is_nothing_to_say(text: str) -> None:
    assert differs(text) == []


def test_real_files_have_few_of_them() -> None:
    files = real_files()

    found = [it for _, data in files for it in differs(data.decode())]

    assert len(found) < len(files) / 20


@quick
@given(st.text("0123456789.:,-_+eExXoObBTZtz =~naNy", min_size=1, max_size=10))
def test_no_value_crashes_the_readers(word: str) -> None:
    found = differs(f"---\nk: {word}\n---\n")

    assert len(found) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "\n---\ntitle: Uploads\n---\nbody\n",
        "----\ntitle: Uploads\n----\n",
        "--- \r\ntitle: Uploads\r\n---\r\n",
        "---\ntitle: Uploads\n--- \nbody\n",
    ],
)
def test_front_matter_that_another_reader_finds_is_named(text: str) -> None:
    found = overlooked(text)

    assert found.startswith("python-frontmatter reads 'title' here, but teamkit does not; ")
    assert frontmatter.loads(text).metadata == {"title": "Uploads"}
    assert parse("x.md", text.encode()).meta == {}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Uploads\n---\n",
        "words\n---\na: b\n---\n",
        "\n---\ntitle: Uploads\n",
        "\n---\nwords\n---\n",
        "\n---\n---\n",
        "\n---\na: &x b\n---\n",
        "----\n" + "[" * 30_000 + "\n----\n",
    ],
)
def test_what_no_other_reader_takes_for_front_matter_is_left_alone(text: str) -> None:
    assert overlooked(text) == ""
