"""What editing promises for any front matter, made up and real."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import Document, parse
from teamkit.markdown.front_matter import New, new_text, set_key, set_keys
from teamkit.markdown.scalars import meaning
from tests.markdown.made import files, quick, real_files

NEW: list[New] = ["new", "no", "a: b # c", 5, date(2026, 12, 4), ["ana", "zoe"], ["5", "a, b"]]


def read(text: str) -> Document:
    return parse("notes.md", text.encode())


def wanted(value: New) -> object:
    if isinstance(value, str | int | date):
        return meaning(value)
    return tuple(map(meaning, value)) if value else None


def key_span(document: Document, key: str) -> tuple[int, int]:
    """Offsets from the key's line to the next key's, or to the closing fence."""
    lines = document.text.split("\n")
    after = [line for line in document.key_lines.values() if line > document.line_of(key)]
    fence = document.text.count("\n", 0, document.body_start - 1)
    if not document.text[: document.body_start].endswith("\n"):
        fence = document.text.count("\n") + 1 - 1
    start, end = document.line_of(key) - 1, min(after, default=fence + 1) - 1
    return len("\n".join(lines[:start])), len("\n".join(lines[:end]))


def assert_only(before: Document, after: str, key: str, value: New) -> None:
    start, end = key_span(before, key)
    kept = {name: told for name, told in before.meta.items() if name != key}
    expected = kept if wanted(value) is None else {**before.meta, key: wanted(value)}
    told = read(after)

    assert (dict(told.meta), told.body) == (expected, before.body)
    assert after.startswith(before.text[:start])
    assert after.endswith(before.text[end:])


@quick
@given(files(), st.data())
def test_only_the_lines_of_the_key_change(text: str, data: st.DataObject) -> None:
    before = read(text)
    key = data.draw(st.sampled_from(sorted(before.meta)))
    value = data.draw(st.sampled_from([*NEW, None, []]))

    try:
        after = set_key(text, key, value)
    except EditRefusedError:
        return

    assert_only(before, after, key, value)


@quick
@given(files(), st.data())
def test_no_comment_of_its_own_line_is_ever_lost(text: str, data: st.DataObject) -> None:
    before = read(text)
    key = data.draw(st.sampled_from(sorted(before.meta)))

    try:
        after = set_key(text, key, data.draw(st.sampled_from(NEW)))
    except EditRefusedError:
        return

    assert after.count("# note") == text.count("# note")


@quick
@given(files(), st.sampled_from(NEW))
def test_a_new_key_is_one_hunk(text: str, value: New) -> None:
    before = read(text)

    after = set_key(text, "fresh", value)

    told = read(after)
    assert told.meta == {**before.meta, "fresh": wanted(value)}
    assert told.body == before.body
    assert set_key(after, "fresh", None) == text


@quick
@given(files())
def test_the_value_that_stands_gives_the_very_text(text: str) -> None:
    document = read(text)
    plain = {
        key: value
        for key, value in document.meta.items()
        if isinstance(value, str)
        or (isinstance(value, tuple) and value and all(isinstance(item, str) for item in value))
    }

    after = set_keys(text, plain)  # type: ignore[arg-type]  # narrowed item by item above

    assert after == text


@quick
@given(files(), st.data())
def test_there_and_back_is_the_same_for_one_line_values(text: str, data: st.DataObject) -> None:
    document = read(text)
    lines = text.split("\n")
    plain = [
        key
        for key, value in document.meta.items()
        if isinstance(value, str)
        and value.isalpha()
        and lines[document.line_of(key) - 1].partition(": ")[2].lstrip().startswith(value)
    ]
    if not plain:
        return
    key = data.draw(st.sampled_from(plain))
    old = document.meta[key]
    assert isinstance(old, str)

    after = set_key(set_key(text, key, "something else"), key, old)

    assert after == text


@quick
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8).filter(lambda key: "\x00" not in key),
        st.one_of(
            st.text(max_size=20),
            st.integers(),
            st.dates(),
            st.none(),
            st.lists(st.text(max_size=9), max_size=3),
        ),
        max_size=5,
    ),
    st.sampled_from(["", "Words.\r\n\r\n", "\n\n# One\n", "---\n"]),
)
def test_a_new_file_says_what_was_given(meta: dict[str, New], body: str) -> None:
    try:
        text = new_text(meta, body)
    except EditRefusedError:
        assert not any(map(wanted, meta.values()))
        return

    told = {key: wanted(value) for key, value in meta.items() if wanted(value) is not None}
    assert read(text).meta == told
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("value", ["Something: else", ["ana", "ben"], None], ids=str)
def test_real_files_change_in_that_key_alone(value: str | Sequence[str] | None) -> None:
    refused = edited = 0

    for _, data in real_files():
        before = parse("real.md", data)
        for key in before.meta:
            edited += 1
            try:
                after = set_key(before.text, key, value)
            except EditRefusedError:
                refused += 1
                continue
            assert_only(before, after, key, value)

    assert refused < edited / 50


def test_real_files_stay_when_a_value_is_set_again_or_back() -> None:
    for name, data in real_files():
        before = parse(name, data)
        for key, value in before.meta.items():
            if isinstance(value, str):
                assert set_key(before.text, key, value) == before.text
                there = set_key(before.text, key, 5)
                line = before.text.split("\n")[before.line_of(key) - 1]
                if line.rstrip().endswith(f": {value}") and f'"{value}"' not in set_key(
                    there, key, value
                ):
                    assert set_key(there, key, value) == before.text
