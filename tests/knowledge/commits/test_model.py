"""A summary is kept and read back as it was; what is none is none."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.knowledge.commits.model import CommitMonth, Summary, page, summary

words = st.text(max_size=8)
days = st.dates()
months = st.builds(
    CommitMonth, days, st.integers(0, 9999), st.integers(0, 10**6).map(lambda n: n / 1000), words
)
summaries = st.builds(
    Summary,
    words,
    words,
    words,
    st.none() | days,
    days,
    st.dictionaries(st.tuples(words, words), st.lists(months, max_size=3).map(tuple), max_size=4),
)
SUMMARY = Summary("tidewatch", "/x", "3f", None, date(2026, 12, 1), {})


@settings(max_examples=60, deadline=None)
@given(summaries)
def test_it_comes_back_as_it_was(one: Summary) -> None:
    assert summary(json.loads(json.dumps(page(one)))) == one


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"shown": None},
        {"shown": {"ana": None}},
        {"shown": {"ana": {"queues": [["2026-02-30", 1, 1, "x"]]}}},
        {"shown": {"ana": {"queues": [["2026-02-03", 1]]}}},
        {"shown": {"ana": {"queues": 3}}},
        {"read": "then"},
    ],
)
def test_what_is_none_is_none(change: dict[str, object]) -> None:
    assert summary({**page(SUMMARY), **change}) is None
    assert summary({}) is None
    assert summary(page(SUMMARY)) == SUMMARY
