from datetime import date

import pytest

from tests.conftest import Folder
from tests.knowledge.survey.made import with_skills

CLOSE = ("skills", "survey", "close")
PAGE = "skills/surveys/q.md"


@pytest.fixture
def team(small: Folder) -> Folder:
    with_skills(small).write(
        {
            PAGE: "---\ntitle: Round\nopens: 2026-11-15\ncloses: 2026-12-20\nmine: kept\n---\n\n"
            "Why.\n",
            "skills/ben.md": "| Skill | Level | Want | Updated |\n| --- | --- | --- | --- |\n"
            "| psql | 4 | | 2026-01-01 |\n| postgis | 3 | more | |\n| css | 0 | | |\n",
        }
    )
    small.commit("Round")
    return small


def body(folder: Folder, page: str = PAGE) -> str:
    return folder.read(page).partition("-->\n\n")[2].partition("\n\n<!--")[0]


def test_the_page_gets_numbers_and_no_names_and_ends_today(team: Folder) -> None:
    result = team.run(*CLOSE)

    assert (result.status, result.stdout) == (0, f"{PAGE}\n")
    assert team.read(PAGE).startswith(
        "---\ntitle: Round\nopens: 2026-11-15\ncloses: 2026-12-01\nmine: kept\n---\n\nWhy.\n\n<!--"
    )
    assert body(team) == (
        "1 of 3 people answered.\n\n"
        "How many people are at each level:\n\n"
        "| Skill | 0 | 1 | 2 | 3 | 4 | Want more |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| PostgreSQL | 0 | 0 | 0 | 1 | 1 | 0 |\n"
        "| PostGIS | 0 | 0 | 0 | 1 | 0 | 1 |\n"
        "| Docker | 0 | 1 | 0 | 0 | 0 | 0 |\n"
        "| CSS | 1 | 0 | 0 | 0 | 0 | 0 |\n\n"
        "- One person alone can do: PostGIS\n"
        "- Nobody can do alone: Docker, CSS\n"
        "- Most wanted: PostGIS (1)\n\n"
        "People say this about themselves, to be found and asked. It is not an appraisal."
    )
    assert team.log() == ["Close the skills survey Round"]


def test_closed_again_it_changes_nothing_and_a_hand_edited_block_stays(team: Folder) -> None:
    team.run(*CLOSE)
    again = team.run(*CLOSE, "q")
    team.write({PAGE: team.read(PAGE).replace("1 of 3 people answered", "Most of us answered")})
    team.commit()

    kept = team.run(*CLOSE, "q")
    replaced = team.run(*CLOSE, "q", "--regenerate")

    assert again.stderr.endswith("Nothing to change.\n")
    assert "edited by hand and stay; --regenerate replaces them." in kept.stderr
    assert kept.stderr.endswith("Nothing to change.\n")
    assert replaced.status == 0
    assert body(team).startswith("1 of 3 people answered.")


def test_a_round_that_is_over_keeps_its_last_day(team: Folder) -> None:
    team.run(*CLOSE, env={"TEAMKIT_TODAY": "2027-01-10"})

    assert "closes: 2026-12-20\n" in team.read(PAGE)


def test_nobody_answered_at_all(small: Folder) -> None:
    small.write({PAGE: "---\ntitle: Round\nopens: 2026-11-15\n---\n"})
    small.commit()

    small.run(*CLOSE)

    assert body(small) == (
        "0 of 3 people answered.\n\n"
        "People say this about themselves, to be found and asked. It is not an appraisal."
    )


def commit_on(folder: Folder, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
    folder.commit(f"On {day}")


def test_the_next_round_says_what_changed_since_from_history(
    team: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.run(*CLOSE)
    team.write({"skills/carla.md": "---\nbad: [\n---\n"})
    commit_on(team, date(2026, 12, 1), monkeypatch)
    team.write({"skills/carla.md": "| Skill | Level |\n| --- | --- |\n| css | 3 |\n"})
    team.write({"skills/ana.md": team.read("skills/ana.md").replace("| 3 | keep", "| 1 | keep")})
    team.write({"skills/surveys/r.md": "---\ntitle: Next\nopens: 2027-02-01\n---\n"})
    commit_on(team, date(2027, 2, 1), monkeypatch)

    result = team.run(*CLOSE, "r", env={"TEAMKIT_TODAY": "2027-02-05"})

    assert result.status == 0
    assert body(team, "skills/surveys/r.md").split("\n\n")[4:6] == [
        "Since Round closed on 2026-12-01, people who can do it alone:",
        "- PostgreSQL: 2, now 1\n- CSS: 0, now 1",
    ]


def test_when_nothing_changed_or_history_is_too_short_it_says_so_or_nothing(
    team: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.run(*CLOSE)
    team.write({"skills/surveys/r.md": "---\ntitle: Next\nopens: 2090-02-01\n---\n"})
    team.write(
        {"skills/surveys/a.md": "---\ntitle: A\nopens: 1990-02-01\ncloses: 1990-03-01\n---\n"}
    )
    commit_on(team, date(2090, 2, 1), monkeypatch)

    team.run(*CLOSE, "r", env={"TEAMKIT_TODAY": "2090-02-05"})
    team.run(*CLOSE, "q", "--regenerate")

    assert "- as many as then, for every skill" in body(team, "skills/surveys/r.md")
    assert "Since" not in body(team)


def test_programs_get_numbers_a_skill_each(team: Folder) -> None:
    result = team.run(*CLOSE, "--json")

    assert '"singles": [\n    "postgis"\n  ]' in result.stdout
    assert '"answered_count": 1' in result.stdout
    assert "ana" not in result.stdout
