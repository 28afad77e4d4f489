"""Beliefs about what people and programs see of the load: words, figures, bars."""

import pytest

from teamkit.output.programs import as_tabs
from teamkit.output.shapes import Card, Cell, Grid
from teamkit.projects.allocation.load import Load, LoadRow, Share
from teamkit.projects.allocation.views_load import NO_COMPARING, load, summary
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import Proposal
from tests.projects.proposals.made import proposal

JANUARY, FEBRUARY = Month(2027, 1), Month(2027, 2)
QUIET = Share(JANUARY, 100.0, 0.0, 0.0, 0.0, 0.0)


def one(agreed: float, offered: float = 0.0, has: float = 100.0, at_most: float = 0.0) -> Load:
    most = at_most or agreed + offered
    share = Share(FEBRUARY, has, agreed, offered, 0.0, most)
    return Load((JANUARY, FEBRUARY), (LoadRow("ana", (QUIET, share)),), (), ())


def lead(probability: str) -> Proposal:
    return proposal(f"---\ntitle: Wreck watch\nstatus: lead\nprobability: {probability}\n---\n")


def said(found: Load) -> list[str]:
    return list(summary(found))


def test_a_quiet_team_is_told_so_and_how_much_is_free() -> None:
    assert said(one(40)) == [
        "Over 100 % of what they have: nobody.",
        "Free in the team, in full-time people: 1.0 in 2027-01, 0.6 in 2027-02.",
        NO_COMPARING,
    ]


def test_who_is_over_is_named_with_the_month() -> None:
    assert said(one(60, has=50))[0] == (
        "Over 100 % of what they have: ana in 2027-02 (60 of 50 %)."
    )


def test_what_may_become_too_much_is_said_apart() -> None:
    assert said(one(60, 50))[:4] == [
        "Over 100 % of what they have: nobody.",
        "Over it with what is suggested and volunteered, too: ana in 2027-02 (110 of 100 %).",
        "Free in the team, in full-time people: 1.0 in 2027-01, 0.4 in 2027-02.",
        (
            "Free when all that is suggested and volunteered comes true: "
            "1.0 in 2027-01, 0.0 in 2027-02."
        ),
    ]
    assert said(one(60, at_most=120))[1] == (
        "Over it if all of that comes true and every proposal as well: "
        "ana in 2027-02 (120 of 100 %)."
    )


def test_each_lead_says_how_much_it_counts() -> None:
    likely = one(40)._replace(unsure=(lead("30"), lead("")))

    assert said(likely)[2:4] == [
        (
            "Wreck watch is a lead and counts 30 %, as likely as it is said to be "
            "(proposals/a-plan.md)."
        ),
        (
            "Wreck watch is a lead and counts 50 %: its probability is not given "
            "(proposals/a-plan.md)."
        ),
    ]


def test_what_is_not_counted_is_named_with_its_line() -> None:
    found = proposal(
        "## Allocation\n\n| Need | Person | State |\n| --- | --- | --- |\n| a | ben | |\n"
    )

    told = said(one(40)._replace(uncounted=((found, found.parts[0]),)))

    assert told[2] == (
        "Not counted, for want of a person, days, percent or a state: ben (proposals/a-plan.md:5)."
    )


@pytest.mark.parametrize(
    ("found", "figures", "bar"),
    [
        (one(0), Cell("0/100", 0), Cell("........", 0)),
        (one(25), Cell("25/100", 1), Cell("##......", 1)),
        (one(25, 50), Cell("25+50/100", 2), Cell("##++++..", 2)),
        (one(30, 10, has=40), Cell("30+10/40", 3), Cell("######++", 3)),
        (one(70, 40), Cell("70+40/100!", 4), Cell("######++!", 4)),
        (one(0, has=0), Cell("0/0", 0), Cell("", 0)),
        (one(10, has=0), Cell("10/0!", 4), Cell("!", 4)),
    ],
)
def test_bars_repeat_the_figures(found: Load, figures: Cell, bar: Cell) -> None:
    words, numbers, bars = load(found).shapes

    assert isinstance(words, Card)
    assert isinstance(numbers, Grid)
    assert isinstance(bars, Grid)
    assert (numbers.rows[0].cells[1], bars.rows[0].cells[1]) == (figures, bar)


def test_words_come_first_and_a_pipe_has_no_bars() -> None:
    assert as_tabs(load(one(40), bars=False)) == (
        "- Over 100 % of what they have: nobody.\n"
        "- Free in the team, in full-time people: 1.0 in 2027-01, 0.6 in 2027-02.\n"
        f"- {NO_COMPARING}\n"
        "ana\t2027-01 0/100, 2027-02 40/100\n"
    )


def test_programs_get_a_month_of_somebody_each() -> None:
    shape = load(one(40, 20)._replace(unsure=(lead("30"),)))

    assert shape.items[1] == {
        "person": "ana",
        "month": "2027-02",
        "has": 100.0,
        "agreed": 40.0,
        "suggested": 20.0,
        "volunteered": 0.0,
        "at_most": 60.0,
        "free": 60.0,
        "remaining": 40.0,
        "over": False,
        "would_be_over": False,
        "might_be_over": False,
    }
    assert shape.facts["proposals"] == (
        {
            "proposal": "a-plan",
            "title": "Wreck watch",
            "status": "lead",
            "path": "proposals/a-plan.md",
            "probability": 30,
            "counts": 30,
        },
    )


def test_without_anybody_it_says_so() -> None:
    nobody = Load((JANUARY,), (), (), ())

    assert said(nobody) == ["Nobody of these people is on the team in these months."]
    assert len(load(nobody).shapes) == 1
