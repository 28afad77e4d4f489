"""Summing up a history: who counts, for what, and how much."""

from datetime import date
from pathlib import Path

import pytest

from teamkit.knowledge.commits.model import CommitMonth
from teamkit.knowledge.commits.paths import Pattern
from teamkit.knowledge.commits.summarize import FEW, MOST, HistoryReading, Left, read
from teamkit.repo import Identity
from teamkit.repo.authorship import clone
from tests.knowledge.commits.made import ANA, BEN, BOT, GUEST, PEOPLE, Code

TODAY = date(2026, 12, 1)
UPLOADS = Pattern("api/uploads/", ("queues",))
SQL = Pattern("*.sql", ("postgres", "queues"))
FILE = "api/uploads/parts.py"


@pytest.fixture
def code(tmp_path: Path) -> Code:
    return Code(tmp_path)


def reading(code: Code, *patterns: Pattern) -> HistoryReading:
    return read(clone(code.path), patterns or (UPLOADS,), PEOPLE, TODAY)


def files(count: int, folder: str = "docs") -> list[str]:
    return [f"{folder}/{number}.md" for number in range(count)]


def test_commits_are_counted_by_month_with_their_last_day(code: Code) -> None:
    for day in ("2026-08-31", "2026-09-16", "2026-09-02"):
        head = code.change(ANA, day, FILE)

    found = reading(code)

    summary = found.summary
    assert (summary.name, summary.head, summary.read) == ("tidewatch", head, TODAY)
    assert (summary.until, summary.common_dir) == (date(2026, 9, 16), str(code.path / ".git"))
    assert summary.shown == {
        ("ana", "queues"): (
            CommitMonth(date(2026, 8, 31), 1, 1.0, "api/uploads/"),
            CommitMonth(date(2026, 9, 16), 2, 2.0, "api/uploads/"),
        )
    }
    assert (found.commits, found.left, found.strangers, found.unused) == (3, Left(), (), ())


def test_who_wrote_it_together_all_count_and_each_once(code: Code) -> None:
    code.change(ANA, "2026-09-02", FILE, also=[BEN, "Ben <ben@new.example>", ANA, BOT, GUEST])

    found = reading(code)

    month = (CommitMonth(date(2026, 9, 2), 1, 1.0, "api/uploads/"),)
    assert found.summary.shown == {("ana", "queues"): month, ("ben", "queues"): month}
    assert (found.left, found.strangers) == (Left(), (Identity("Pilot Boat", "pilot@sea.example"),))


def test_the_repositorys_mailmap_says_who_is_who(code: Code) -> None:
    code.write({".mailmap": "Ben Oakhurst <b@x.example> <pilot@sea.example>\n"})
    code.change(GUEST, "2026-09-02", FILE)
    code.change(ANA, "2026-09-03", "docs/a.md", FILE, also=[GUEST])

    found = reading(code)

    assert [(who, m[0].commits) for (who, _), m in found.summary.shown.items()] == [
        ("ana", 1),
        ("ben", 2),
    ]
    assert found.strangers == ()


def test_bots_and_strangers_count_nothing_and_strangers_are_named_the_last_first(
    code: Code,
) -> None:
    code.change("Old Hand <old@sea.example>", "2026-01-02", FILE)
    code.change(GUEST, "2026-09-02", FILE)
    code.change(BOT, "2026-09-03", FILE)
    code.change("Sea Gull <gull@sea.example>", "2026-09-04", "docs/a.md")

    found = reading(code)

    assert (found.summary.shown, found.left) == ({}, Left(bots=1, nobody=2))
    assert [who.name for who in found.strangers] == ["Pilot Boat", "Old Hand"]


def test_merges_and_what_was_only_moved_count_nothing(code: Code) -> None:
    code.change(BOT, "2026-09-01", FILE)
    code.git("mv", "api", "lib")
    code.change(ANA, "2026-09-02")
    code.git("mv", "lib", "api")
    code.change(ANA, "2026-09-03")

    assert reading(code).summary.shown == {}


@pytest.mark.parametrize(
    ("others", "worth"),
    [(FEW - 1, 1.0), (FEW, 1 / (FEW + 1)), (MOST - 1, 1 / MOST), (MOST, None)],
)
def test_of_a_large_commit_only_its_share_counts_and_of_a_huge_one_nothing(
    code: Code, others: int, worth: float | None
) -> None:
    code.change(ANA, "2026-09-02", FILE, *files(others))

    found = reading(code)

    months = found.summary.shown.get(("ana", "queues"), ())
    assert [month.worth for month in months] == ([] if worth is None else [worth])
    assert found.left == Left(mass=int(worth is None))


def test_formatting_that_the_repository_names_counts_nothing(code: Code) -> None:
    head = code.change(ANA, "2026-09-02", FILE)
    code.write({".git-blame-ignore-revs": f"{head}\n"})
    code.change(BEN, "2026-09-03", FILE)

    found = reading(code)

    assert [who for who, _ in found.summary.shown] == ["ben"]
    assert found.left == Left(ignored=1)


def test_a_commit_counts_once_a_skill_whatever_fits_and_names_most_of_it(code: Code) -> None:
    code.change(ANA, "2026-09-02", FILE, "api/uploads/a.sql", "b.sql", "c.sql")

    shown = reading(code, UPLOADS, SQL).summary.shown

    month = CommitMonth(date(2026, 9, 2), 1, 1.0, "*.sql")
    assert shown == {("ana", "postgres"): (month,), ("ana", "queues"): (month,)}


def test_the_share_of_a_large_commit_counts_a_file_once(code: Code) -> None:
    code.change(ANA, "2026-09-02", *files(16), FILE, "api/uploads/a.sql", "b.sql", "c.sql")

    shown = reading(code, UPLOADS, SQL).summary.shown

    assert {skill: months[0].worth for (_, skill), months in shown.items()} == {
        "postgres": 3 / 20,
        "queues": 4 / 20,
    }


def test_patterns_that_fit_nothing_are_named(code: Code) -> None:
    code.change(ANA, "2026-09-02", FILE)

    assert reading(code, Pattern("web/", ("react",)), UPLOADS).unused == ("web/",)


def test_what_is_older_than_five_years_is_not_read(code: Code) -> None:
    code.change(ANA, "2021-11-30", FILE)
    code.change(ANA, "2021-12-01", FILE)

    found = reading(code)

    assert (found.commits, found.summary.until) == (1, date(2021, 12, 1))


def test_a_history_without_any_of_it_is_empty(code: Code) -> None:
    code.change(ANA, "2001-01-01", FILE)

    found = reading(code)

    assert (found.commits, found.summary.until, found.summary.shown) == (0, None, {})


def test_a_name_may_be_given(code: Code) -> None:
    code.change(ANA, "2026-09-02", FILE)

    assert read(clone(code.path), (UPLOADS,), PEOPLE, TODAY, "tides").summary.name == "tides"
