"""One message, as each place takes it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import UsageError
from teamkit.meetings.messages.forms import (
    FORMS,
    Message,
    Paragraph,
    Points,
    TextRun,
    Verbatim,
    bold,
    form,
    paragraph,
    points,
    written,
)

LINK = TextRun("the page", "https://forge.example/a?b=1&c=2")
MESSAGE = Message(
    "Friday",
    (
        paragraph(bold("Until Thursday"), ", please: ", LINK),
        points(["One", "Two"]),
        Verbatim("---\ntitle:\n---\n"),
    ),
)


def test_markdown_has_a_heading_lists_links_and_a_fence() -> None:
    assert written(MESSAGE, "markdown") == (
        "## Friday",
        "",
        "**Until Thursday**, please: [the page](https://forge.example/a?b=1&c=2)",
        "",
        "- One",
        "- Two",
        "",
        "```",
        "---",
        "title:",
        "---",
        "```",
    )


def test_slack_has_its_own_stars_and_links() -> None:
    assert written(MESSAGE, "slack") == (
        "*Friday*",
        "",
        "*Until Thursday*, please: the page (https://forge.example/a?b=1&c=2)",
        "",
        "\u2022 One",
        "\u2022 Two",
        "",
        "```",
        "---",
        "title:",
        "---",
        "```",
    )


def test_a_mail_is_plain_and_its_addresses_stand_alone() -> None:
    assert written(MESSAGE, "mail") == (
        "Subject: Friday",
        "",
        "Until Thursday, please: the page",
        "https://forge.example/a?b=1&c=2",
        "",
        "- One",
        "- Two",
        "",
        "---",
        "title:",
        "---",
    )


def test_a_mail_is_wrapped_at_72_and_points_stay_indented() -> None:
    long = Message("Friday", (points(["word " * 30]), Paragraph((TextRun("x" * 80),))))

    lines = written(long, "mail")

    assert lines[2].startswith("- word")
    assert lines[3].startswith("  word")
    assert max(map(len, lines[:-1])) <= 72
    assert lines[-1] == "x" * 80


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("[x](https://evil.example)", r"- \[x\](https://evil.example)"),
        ("*loud* _quiet_ `code` ~~gone~~", r"- \*loud\* \_quiet\_ \`code\` \~\~gone\~\~"),
        ("<script>", r"- \<script\>"),
        ("back\\slash", r"- back\\slash"),
        ("- a list", r"- \- a list"),
        ("# a heading", r"- \# a heading"),
        ("1. first", r"- 1\. first"),
        ("2) second", r"- 2\) second"),
        ("13:00 Wins", "- 13:00 Wins"),
        ("two\nlines\t here", "- two lines here"),
    ],
)
def test_titles_say_nothing_to_markdown(title: str, line: str) -> None:
    assert written(Message("S", (points([title]),)), "markdown")[-1] == line


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("<!channel> R&D", "\u2022 &lt;!channel&gt; R&D"),
        ("two\nlines", "\u2022 two lines"),
    ],
)
def test_titles_say_nothing_to_slack(title: str, line: str) -> None:
    assert written(Message("S", (points([title]),)), "slack")[-1] == line


def test_an_address_reaches_slack_as_it_is() -> None:
    message = Message("S", (paragraph(TextRun("a|b>c", "https://forge.example/?x=1&y=2")),))

    assert written(message, "slack")[-1] == "a|b&gt;c (https://forge.example/?x=1&y=2)"


def test_a_subject_is_one_line() -> None:
    message = Message("Friday\nBcc: everybody", ())

    assert written(message, "mail") == ("Subject: Friday Bcc: everybody",)


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    message = Message("S", (Verbatim("````\ncode\n````\n"),))

    assert written(message, "markdown")[2:] == ("`````", "````", "code", "````", "`````")


@pytest.mark.parametrize(
    ("typed", "place"),
    [("markdown", "markdown"), ("Slack", "slack"), ("chat", "slack"), ("mail", "mail")],
)
def test_places_have_names(typed: str, place: str) -> None:
    assert form(typed) == place


def test_another_place_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError) as refused:
        form("pigeon")

    assert refused.value.hint == "Use one of: markdown, slack, mail"


@settings(max_examples=60)
@given(title=st.text(), place=st.sampled_from(FORMS))
def test_no_title_makes_a_second_line(title: str, place: str) -> None:
    # Long enough in a mail that nothing is wrapped.
    lines = written(Message("S", (Points(((TextRun(title[:40]),),)),)), place)

    assert len(lines) <= 3
    assert not any("\n" in line for line in lines)
