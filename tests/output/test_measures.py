"""Beliefs about widths and folding."""

from teamkit.output.measures import lines, longest_word


def test_a_sentence_folds_between_words_and_long_words_stay_whole() -> None:
    assert list(lines("one two a-very-long-word three", 8)) == [
        "one two",
        "a-very-long-word",
        "three",
    ]


def test_an_empty_sentence_is_one_empty_line() -> None:
    assert list(lines("", 8)) == [""]


def test_wide_letters_count_twice() -> None:
    assert (longest_word("ab 日本語"), longest_word("")) == (6, 0)
    assert list(lines("日本 日本", 7)) == ["日本", "日本"]
