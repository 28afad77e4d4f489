"""Beliefs about advice and decisions as people write them."""

from datetime import date

import pytest

from teamkit.projects.proposals.model import Advice, Decision
from teamkit.projects.proposals.prose import strange_days
from tests.projects.proposals.made import WATCH, outline, proposal

DAY = date(2026, 12, 4)


def decided(text: str) -> Decision:
    """The decision in a file that holds nothing else."""
    return proposal(f"## Decision\n\n{text}\n").decision._replace(text="")


def test_advice_goes_on_to_the_next_heading_of_its_kind_for_each_who_gave_it() -> None:
    night = Advice(date(2026, 11, 20), "ben", "Not at night.", 52)

    assert proposal(WATCH).advice == (
        Advice(
            date(2026, 11, 18),
            "ana",
            "I can help.\n\n#### With the map\n\n```\n### 2026-11-19 @eve\n```",
            42,
        ),
        night,
        night._replace(person="carla"),
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2026-11-18 @ana", [(date(2026, 11, 18), "ana")]),
        ("@ana 2026-11-18", [(date(2026, 11, 18), "ana")]),
        ("2026-11-18 Ana Prats", [(date(2026, 11, 18), "Ana Prats")]),
        ("2026-11-18 \u2013 [[ana]]", [(date(2026, 11, 18), "ana")]),
        ("@ana", [(None, "ana")]),
        ("2026-11-18", []),
        ("Ana", []),
        ("", []),
    ],
)
def test_a_heading_of_advice_names_a_day_or_somebody(
    heading: str, expected: list[tuple[date | None, str]]
) -> None:
    read = proposal(f"## Advice\n\n### {heading}\n\nYes.\n").advice

    assert [(one.on, one.person) for one in read] == expected


def test_a_decision_is_read_from_bullets_in_bold() -> None:
    read = proposal(WATCH).decision

    assert read._replace(text="") == Decision(
        on=DAY,
        by="carla",
        outcome="divers are told within an hour",
        review_on=date(2027, 3, 1),
        dissent="@ben thinks that nobody will look.",
        line=58,
    )
    assert read.text.startswith("- **Decided 2026-12-04 by @carla**\n")
    assert read.text.endswith("will look.\n\nLater.")


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("Decided 2026-12-04 by @carla", "carla"),
        ("**Decided** 2026-12-04 by [[carla]].", "carla"),
        ("* Decided on 2026-12-04, by Carla Quint: we go", "Carla Quint"),
        ("> decided: 2026-12-04 by @carla.", "carla"),
        ("__Decided 2026-12-04 by @carla__", "carla"),
        ("Decided 2026-12-04", ""),
    ],
)
def test_the_line_of_a_decision_may_be_dressed_up(line: str, by: str) -> None:
    assert decided(line) == Decision(on=DAY, by=by, line=3)


@pytest.mark.parametrize(
    "text",
    [
        "Not decided yet.",
        "We decided 2026-12-04 by vote to wait.",
        "Decided 2026-02-30 by @carla",
        "```\nDecided 2026-12-04 by @carla\n```",
        "<!--\nDecided 2026-12-04 by @carla\n-->",
    ],
)
def test_other_words_decide_nothing(text: str) -> None:
    assert decided(text) == Decision(line=1)


def test_the_latest_decision_counts_and_the_first_of_a_day() -> None:
    text = "Decided 2026-12-0{} by @{}\n\nIntended outcome: {}\n\n"

    assert decided(text.format(4, "carla", "a") + text.format(6, "ben", "b")).outcome == "b"
    assert decided(text.format(6, "carla", "a") + text.format(6, "ben", "b")).outcome == "a"


def test_dissent_is_read_before_anything_is_decided() -> None:
    assert decided("Not decided yet.\n\nDissent: @ben would wait").dissent == "@ben would wait"


@pytest.mark.parametrize("nothing", ["", "none", "None.", "-", "\u2013", "nobody"])
def test_a_label_may_say_that_there_is_nothing(nothing: str) -> None:
    assert decided(f"Decided 2026-12-04 by @carla\nDissent: {nothing}").dissent == ""


def test_a_label_ends_where_the_next_one_begins() -> None:
    read = decided(
        "Decided 2026-12-04 by @carla\n**Intended outcome**: a map\nby May\n"
        "Review on 2027-03-01\nDissent: **ben** is against it"
    )

    assert (read.outcome, read.dissent) == ("a map by May", "**ben** is against it")


def test_of_two_review_days_the_later_one_counts() -> None:
    read = decided("Decided 2026-12-04 by @carla. Review on 2027-03-01\nReview: 2027-06-01")

    assert read.review_on == date(2027, 6, 1)


def test_without_a_section_there_is_no_decision() -> None:
    assert proposal("# Title\n").decision == Decision()


def test_days_that_nobody_can_read_are_told() -> None:
    text = (
        "## Decision\n\nDecided 04/12/2026 by @carla\n**Review on 2027-02-30**\nDecided by vote\n"
    )

    assert strange_days(outline(text).parts("Decision")) == [
        (3, "Decided 04/12/2026"),
        (4, "Review on 2027-02-30"),
    ]
