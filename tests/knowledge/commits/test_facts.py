"""What was committed, as evidence of a day: never later than asked, and never against anybody."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamkit.facts import Evidence
from teamkit.knowledge.commits import summaries
from teamkit.knowledge.commits.facts import HALF, evidence, shown_by
from teamkit.knowledge.commits.model import CommitMonth, Summary
from teamkit.knowledge.skills import rank
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory, directory
from teamkit.people.person import Person
from teamkit.team import Team
from tests.conftest import Folder

TODAY = date(2026, 12, 1)
WORDS = Catalog({"queues": Skill("queues", "Job queues", ("workers",))})
PEOPLE = Directory({"ana": Person("ana", "Ana", aliases=("anna",)), "ben": Person("ben", "Ben")})


def month(
    day: str, commits: int = 1, worth: float | None = None, place: str = "api/"
) -> CommitMonth:
    return CommitMonth(date.fromisoformat(day), commits, commits if worth is None else worth, place)


def summed(*months: CommitMonth, who: str = "ana", skill: str = "queues") -> Summary:
    return Summary("tidewatch", "/x/.git", "3f2a91c07", TODAY, TODAY, {(who, skill): months})


def pieces(summary: Summary, today: date = TODAY, mentioning: Sequence[str] = ()) -> list[Evidence]:
    return shown_by(summary, WORDS, PEOPLE, today, mentioning)


def test_it_says_where_in_what_how_often_and_until_when() -> None:
    (piece,) = pieces(summed(month("2026-09-02", 12), month("2026-10-16", 2)))

    assert piece._replace(amount=0) == Evidence(
        person="ana",
        part="committed",
        about="api in tidewatch, 14 commits",
        skills=frozenset(["queues"]),
        on=date(2026, 10, 16),
        path="tidewatch@3f2a91c",
        line=0,
        amount=0,
    )


def test_what_was_committed_after_the_day_asked_for_is_not_used() -> None:
    summary = summed(month("2026-08-03", 2), month("2026-09-16", 5, place="web/"))

    before, on_that_day = (pieces(summary, date(2026, 9, day)) for day in (15, 16))

    assert pieces(summary, date(2026, 8, 2)) == []
    assert [(p.about, p.on) for p in before] == [("api in tidewatch, 2 commits", date(2026, 8, 3))]
    assert [p.about for p in on_that_day] == ["web and 1 more in tidewatch, 7 commits"]


def test_the_amount_is_what_the_formula_says() -> None:
    year = rank.EVIDENCE_HALF_LIFE
    old = (TODAY - timedelta(days=year)).isoformat()

    amounts = [
        pieces(summed(*months))[0].amount
        for months in (
            [month("2026-12-01", HALF)],
            [month("2026-12-01", 1000)],
            [month(old, 2 * HALF)],
            [month(old, HALF), month("2026-12-01", HALF // 2)],
        )
    ]

    assert amounts == pytest.approx([0.5, 1, 0.75, 0.5])


def test_less_than_one_commit_is_no_evidence() -> None:
    assert pieces(summed(month("2026-11-01", 9, 0.6))) == []
    assert [p.about for p in pieces(summed(*[month("2026-11-01", 1, 0.333)] * 3))] == [
        "api in tidewatch, 3 commits"
    ]


def test_even_very_many_commits_count_less_than_one_decision() -> None:
    piece = pieces(summed(month("2026-12-01", 99_999)))[0]

    assert rank.weight(piece.part) * piece.amount < rank.weight("acted")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.dates(date(2021, 12, 1), TODAY), st.integers(1, 40)), min_size=1),
    st.dates(date(2021, 12, 1), TODAY),
    st.floats(0.01, 40),
)
@example([(date(2021, 12, 1), 1)], date(2023, 1, 1), 0.5)
def test_one_more_commit_never_makes_anybody_less(
    done: list[tuple[date, int]], on: date, worth: float
) -> None:
    months = [CommitMonth(day, count, count, "api/") for day, count in done]
    more = [*months, CommitMonth(on, 1, worth, "api/")]

    before, after = (
        rank.rank([], pieces(summed(*one)), {"queues": 1}, TODAY)[0].score for one in (months, more)
    )

    assert after >= before - 1e-12


def test_only_the_skill_that_is_asked_for_is_told() -> None:
    summary = summed(month("2026-11-01"))

    asked = [pieces(summary, mentioning=words) for words in (["queues"], ["postgres", "api"], [])]

    assert [len(found) for found in asked] == [1, 0, 1]


def test_skills_and_people_that_were_renamed_are_known() -> None:
    old = summed(month("2026-11-01"), who="anna", skill="workers")
    both = old._replace(shown={**old.shown, **summed(month("2026-10-01")).shown})

    (piece,) = pieces(both, mentioning=["queues", "job queues", "workers"])

    assert (piece.person, piece.skills, piece.about) == (
        "ana",
        frozenset(["queues"]),
        "api in tidewatch, 2 commits",
    )


def test_without_a_summary_nothing_is_read_and_no_git_is_started(
    small: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    team = Team.open(small.path)
    people = directory(team)
    small.write({"skills/catalog.yml": "\0"})
    monkeypatch.setenv("PATH", "")

    assert evidence(team, people, TODAY) == []
    assert team.unreadable == []


def test_what_is_kept_is_told_in_every_work_tree_without_git(
    small: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summaries.keep(small.path / ".git", summed(month("2026-11-01")))
    small.git("worktree", "add", "-q", str(tmp_path / "linked"))
    monkeypatch.setenv("PATH", "")

    found = []
    for folder in (small.path, tmp_path / "linked"):
        team = Team.open(folder)
        found.append(evidence(team, directory(team), TODAY, ["queues"]))

    assert [[p.about for p in one] for one in found] == [["api in tidewatch, 1 commit"]] * 2
