"""Which topics ended in something."""

import pytest

from teamkit.markdown.sections import sections
from teamkit.meetings.notes.conclusions import open_ended

TITLES = {"cache", "how we take uploads"}


def left(body: str) -> list[tuple[str, int]]:
    return [(one.title, one.line) for one in open_ended(sections(body), TITLES)]


@pytest.mark.parametrize(
    "line",
    [
        "- Decision: keep it",
        "**Decided** nothing\n- **Decision:** keep it",
        "- [ ] @ana Measure it",
        "- [x] Measure it",
        "- Action @ana: measure it",
        "- Commitment @ana: to watch it",
        "- Parked: until the client answers",
        "- Key: no conclusion",
        "- No conclusion",
        "NO CONCLUSION yet, we talk again",
        "\n### Details\n\n- Decision: keep it",
    ],
)
def test_a_topic_ends_in_a_decision_or_an_action_or_says_that_it_does_not(line: str) -> None:
    assert left(f"## Cache\n\n- Key: it is slow\n{line}\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "- Key: it is slow",
        "- Support @ana: yes\n- Objection @ben: no\n- Question @eli: why?",
        "Just words.",
        "```\n- Decision: only an example\n```",
        "- Key: slow\n\n<!--\n- Decision: hidden\n-->",
        "\n### Details\n\n- Key: it is slow",
    ],
)
def test_talk_alone_is_no_conclusion(body: str) -> None:
    assert left(f"# Notes\n\n## Cache\n\n{body}\n") == [("Cache", 3)]


@pytest.mark.parametrize("body", ["", "\n", "<!-- brought by ana -->\n", "- \n- [ ] \n*\n"])
def test_what_was_not_talked_about_needs_none(body: str) -> None:
    assert left(f"## Cache\n{body}") == []


def test_rounds_and_headings_of_another_level_need_none() -> None:
    assert left("# Cache\n\n- Key: x\n\n## Wins\n\n- Win: y\n\n### Cache\n\n- Key: z\n") == []


def test_each_topic_ends_by_itself() -> None:
    body = (
        "## [Cache](../topics/x.md)\n\n- Key: x\n\n"
        "## How we take  uploads?\n\n- Key: y\n\n# Other\n\n- Decision: of something else\n"
    )

    assert left(body) == [("[Cache](../topics/x.md)", 1), ("How we take  uploads?", 5)]


def test_the_next_topics_decision_is_not_this_ones() -> None:
    body = "## Cache\n\n- Key: x\n\n## How we take uploads\n\n- Decision: y\n"

    assert left(body) == [("Cache", 1)]
