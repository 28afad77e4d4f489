"""Beliefs about how much of their weeks people have promised."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.config import Config
from teamkit.errors import NotFoundError, UnknownError
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.allocation.load import Load, LoadRow, Share, from_today, load, team
from teamkit.projects.months import Month
from teamkit.projects.proposals.model import Proposal
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import proposal as made

TODAY = date(2026, 12, 1)
JANUARY, FEBRUARY = Month(2027, 1), Month(2027, 2)
ANA = Person("ana", "Ana", areas=("backend",))
BEN = Person("ben", "Ben", areas=("frontend",), capacity=50)
EVERYBODY = Directory({"ana": ANA, "ben": BEN})
HEAD = (
    "## Allocation\n\n| Need | Person | Role | Part | From | To | State |\n"
    "| --- | --- | --- | --- | --- | --- | --- |\n"
)


def proposal(
    *rows: str, status: str = "won", probability: str = "", stem: str = "watch"
) -> Proposal:
    meta = f"---\ntitle: {stem}\nstatus: {status}\nprobability: {probability}\n---\n\n"
    return made(meta + HEAD + "".join(f"| Map | {row} |\n" for row in rows), stem)


def part(person: str, percent: int, state: str = "agreed", start: str = "2027-01-01") -> str:
    return f"@{person} | main | {percent} | {start} | 2027-02-28 | {state}"


def shares(*proposals: Proposal, person: Person = ANA) -> tuple[Share, ...]:
    (row,) = load(proposals, EVERYBODY, [person], [JANUARY, FEBRUARY]).rows
    return row.shares


def test_parts_count_on_working_days_of_each_month() -> None:
    january, february = shares(proposal(part("ana", 40, start="2027-01-11")))

    assert january.agreed == pytest.approx(40 * 15 / 21)
    assert february == Share(FEBRUARY, 100.0, 40.0, 0.0, 0.0, 40.0)


def test_states_stand_apart_and_what_was_declined_takes_no_time() -> None:
    rows = [part("ana", 10), part("ana", 20, "suggested"), part("ana", 30, "volunteered")]

    _, february = shares(proposal(*rows, part("ana", 40, "declined")))

    assert february == Share(FEBRUARY, 100.0, 10.0, 20.0, 30.0, 60.0)
    assert (february.offered, february.free, february.left) == (50.0, 90.0, 40.0)


@pytest.mark.parametrize(
    ("status", "probability", "agreed", "at_most"),
    [
        ("lead", "30", 30, 100),
        ("proposal", "60", 60, 100),
        ("proposal", "", 50, 100),
        ("won", "60", 100, 100),
        ("running", "", 100, 100),
        ("done", "100", 0, 0),
        ("lost", "60", 0, 0),
    ],
)
def test_parts_count_as_much_as_the_proposal_is_likely(
    status: str, probability: str, agreed: float, at_most: float
) -> None:
    found = proposal(part("ana", 100), status=status, probability=probability)

    _, february = shares(found)

    assert (february.agreed, february.at_most) == (agreed, at_most)


def test_over_is_more_than_somebody_has_not_more_than_a_week() -> None:
    proposals = [proposal(part("ben", 60)), proposal(part("ana", 60), stem="boat")]

    (of_ben, _), (of_ana, _) = shares(*proposals, person=BEN), shares(*proposals)

    assert (of_ben.is_over, of_ben.free) == (True, 0.0)
    assert (of_ana.is_over, of_ana.free) == (False, 40.0)


def test_what_is_offered_may_be_too_much_and_so_may_every_lead() -> None:
    offered = [proposal(part("ana", 70)), proposal(part("ana", 40, "suggested"), stem="boat")]
    leads = [
        proposal(part("ana", 80), status="lead", probability="50", stem=stem) for stem in ("a", "b")
    ]

    (_, with_offers), (_, with_leads) = shares(*offered), shares(*leads)

    assert (with_offers.is_over, with_offers.would_be_over) == (False, True)
    assert (with_leads.would_be_over, with_leads.might_be_over) == (False, True)


def test_who_is_away_all_month_has_nothing() -> None:
    away = ANA._replace(away=((date(2027, 2, 1), date(2027, 2, 28)),))

    _, february = shares(proposal(part("ana", 10)), person=away)

    assert (february.has, february.is_over) == (0.0, True)


def test_leads_of_these_people_are_named_others_are_not() -> None:
    proposals = [
        proposal(part("ana", 10), status="lead", stem="a"),
        proposal(part("ben", 10), status="lead", stem="b"),
        proposal(part("ana", 10), stem="c"),
        proposal(part("ana", 10, "declined"), status="lead", stem="d"),
        proposal(part("ana", 10), status="lost", stem="e"),
    ]

    found = load(proposals, EVERYBODY, [ANA], [JANUARY])

    assert [one.stem for one in found.unsure] == ["a"]


def test_what_cannot_be_counted_is_named() -> None:
    rows = (
        "@ana | main |  | 2027-01-01 | 2027-02-28 | agreed",
        "@ana | main | 10 |  |  | agreed",
        "@ana | main | 10 | 2027-01-01 | 2027-02-28 | maybe",
        "@ana | main |  |  |  | declined",
        "@zoe | main | 10 | 2027-01-01 | 2027-02-28 | agreed",
        "@ben | main | 10 |  |  | agreed",
    )

    found = load([proposal(*rows)], EVERYBODY, [ANA], [JANUARY])

    lines = [it.line for _, it in found.uncounted]
    assert lines == [11, 12, 13, 15]


def test_without_anybody_there_are_no_rows() -> None:
    assert load([], EVERYBODY, [], [JANUARY]) == Load((JANUARY,), (), (), ())


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_months_follow_each_other_from_today_on(today: date, count: int) -> None:
    months = from_today(today, count)

    assert len(months) == count
    assert months[0] == (today.year, today.month)
    assert all(0 < (b.first - a.last).days < 2 for a, b in itertools.pairwise(months))


def test_the_team_is_who_is_here_or_joins_in_these_months(small: Folder) -> None:
    config = Team.open(small.path).config
    later = Person("eli", "Eli", joined=date(2027, 1, 11), areas=("frontend",))
    too_late = Person("fay", "Fay", joined=date(2027, 3, 1))
    gone = Person("dani", "Dani", left=date(2026, 11, 1))
    people = Directory({one.handle: one for one in (later, BEN, ANA, too_late, gone)})

    assert _handles(config, people) == ["ana", "ben", "eli"]
    assert _handles(config, people, areas=("Frontend",)) == ["ben", "eli"]
    assert _handles(config, people, named=(later, ANA)) == ["ana", "eli"]
    with pytest.raises(NotFoundError):
        _handles(config, people, named=(gone,))
    with pytest.raises(UnknownError):
        _handles(config, people, areas=("marketing",))


def _handles(
    config: Config,
    people: Directory,
    areas: tuple[str, ...] = (),
    named: tuple[Person, ...] = (),
) -> list[str]:
    months = [Month(2026, 12), JANUARY, FEBRUARY]
    return [it.handle for it in team(config, people, months, TODAY, areas=areas, named=named)]


def test_a_row_is_a_person_and_their_months() -> None:
    found = load([], EVERYBODY, [BEN], [JANUARY])

    assert found.rows == (LoadRow("ben", (Share(JANUARY, 50.0, 0.0, 0.0, 0.0, 0.0),)),)
