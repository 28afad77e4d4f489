"""One's own history, for oneself."""

import json
from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.knowledge.skills.growth import Growth, GrowthStep, check_own, growth, versions
from teamkit.markdown.document import parse
from teamkit.people.abilities import Ability
from tests.conftest import Folder
from tests.knowledge.skills.mapped import ANA, BEN, CATALOG, TODAY, own

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 1)


def rows(*abilities: Ability) -> dict[str, Ability]:
    return {one.skill: one for one in abilities}


def test_each_change_of_a_level_is_a_step_on_the_day_it_was_said() -> None:
    found = growth(
        [
            (MAY, rows(own("ana", "css", 2, "more", MAY), own("ana", "zig", 1))),
            (JULY, rows(own("ana", "css", 3, "", JUNE), own("ana", "go", 1, "more"))),
            (TODAY, rows(own("ana", "css", 3, "", JULY), own("ana", "go", 0, "more"))),
        ]
    )

    css = GrowthStep(JUNE, "css", 2, 3, was_wanted=True)
    go = GrowthStep(TODAY, "go", 1, 0, was_wanted=True)
    assert found == Growth(
        MAY,
        is_kept=True,
        steps=(
            css,
            GrowthStep(JULY, "zig", 1, None, was_wanted=False),
            GrowthStep(JULY, "go", None, 1, was_wanted=False),
            go,
        ),
        wanting=("go",),
    )
    assert (css.is_reached, go.is_reached) == (True, False)


def test_since_leaves_out_what_was_before() -> None:
    told = [(MAY, rows(own("ana", "css", 1))), (JULY, rows(own("ana", "css", 2)))]

    assert growth(told, JUNE) == Growth(
        JUNE,
        is_kept=True,
        steps=(GrowthStep(JULY, "css", 1, 2, was_wanted=False),),
        wanting=(),
    )
    assert growth(told, TODAY).steps == ()
    assert growth(told, date(2020, 1, 1)).since == MAY


def test_without_a_file_there_is_nothing() -> None:
    assert growth([], JUNE) == Growth(None, is_kept=False, steps=(), wanting=())


def test_what_cannot_be_read_is_left_out_and_the_work_tree_comes_last() -> None:
    table = "| Skill | Level |\n| --- | --- |\n| Geo Postgres | 2 |\n"
    now = parse("skills/ana.md", table.encode())

    found = versions("skills/ana.md", [(MAY, b"\xff"), (JUNE, b"# Me\n")], now, TODAY, CATALOG)

    assert [(day, list(told)) for day, told in found] == [(JUNE, []), (TODAY, ["postgis"])]
    assert versions("skills/ana.md", [], None, TODAY, CATALOG) == []


def test_somebody_else_s_is_refused_kindly() -> None:
    check_own(ANA, ANA)
    with pytest.raises(UsageError) as refused:
        check_own(ANA, BEN)
    assert refused.value.message == "How Ben grew is Ben's own to look at."


def test_from_the_first_answer_to_the_last(small: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "| Skill | Level | Want | Updated |\n| --- | --- | --- | --- |\n"
    for day, line in (
        ("2026-01-05", "| Rust | 1 | more | |\n| Zig | 1 | | |\n"),
        ("2026-03-02", "| Rust | 2 | more | 2026-03-01 |\n"),
    ):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00+0100")
        small.write({"skills/ana.md": head + line})
        small.commit()
    small.write({"skills/ana.md": head + "| Rust | 3 | keep | |\n| Go | 1 | more | |\n"})

    told = small.run("skills", "growth")
    page = json.loads(small.run("skills", "growth", "--since", "2026-06-01", "--json").stdout)

    assert told.stdout == (
        "2026-03-01\tRust\t1 -> 2 I can do it with help; you wanted more of it\n"
        "2026-03-02\tZig\ttaken out; it was 1\n"
        "2026-12-01\tRust\t2 -> 3 I can do it alone; you wanted more of it\n"
        "2026-12-01\tGo\tnew: 1 I have seen it\n"
    )
    assert (page["kind"], page["since"], page["wanting"]) == ("skills.growth", "2026-06-01", ["Go"])
    assert page["items"][0] == {
        "date": "2026-12-01",
        "skill": "Rust",
        "level_before": 2,
        "level_after": 3,
        "was_wanted": True,
        "reached": True,
    }


def test_without_commits_it_says_so(small: Folder) -> None:
    assert small.run("skills", "growth").stderr == (
        "You have not said anything yet: teamkit skills set SKILL LEVEL\n"
    )
    small.write({"skills/ana.md": "| Skill | Level |\n| --- | --- |\n| Rust | 1 |\n"})
    assert small.run("skills", "growth").stderr == (
        "Git has no history of your answers yet; it begins with your next commit.\n"
    )
