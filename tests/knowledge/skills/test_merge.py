"""Two words for one skill become one: everywhere, in one commit, and not a byte more."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError, EditRefusedError, UnknownError, UsageError
from teamkit.knowledge.skills.merge import Merged, Rows, merge
from teamkit.people.abilities import abilities
from teamkit.people.catalog import Skill, catalog
from teamkit.team import Team
from tests.conftest import Folder

YAML = """\
skills:
  # Running things
  iac: {title: Infrastructure as code, aliases: [infra-code], needs: [git]}
  terraform: {title: Terraform, aliases: [tf], needs: [iac]}  # ours
  cloud: {title: Cloud, needs: [iac, git, terraform]}
  git: {title: Git}
"""
HEAD = """\
---
title: x
---

| Skill | Level | Want | Updated | Note | Mine |
|---|---|---|---|---|---|
"""


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def team_of(small: Folder, pages: Mapping[str, str]) -> Team:
    small.write({"skills/catalog.yml": YAML, **pages})
    small.commit()
    return Team.open(small.path)


def merged(team: Team, old: str, new: str) -> Merged:
    known = catalog(team)
    return merge(team, known, abilities(team, known), old, new)


def texts(done: Merged) -> dict[str, str]:
    return {write.path: write.text for write in done.change.writes}


def test_the_catalog_keeps_one_entry_with_the_names_of_both(small: Folder) -> None:
    done = merged(team_of(small, {}), "infra code", "TF")

    assert texts(done) == {
        "skills/catalog.yml": """\
skills:
  # Running things
  terraform: {title: Terraform, aliases: [tf, Infrastructure as code, iac, infra-code]}  # ours
  cloud: {title: Cloud, needs: [terraform, git]}
  git: {title: Git}
"""
    }
    assert done.change.subject == "Merge Infrastructure as code into Terraform"
    assert done.change.details == "skills/catalog.yml"


def test_everybodys_row_gets_the_title_and_nothing_else_changes(small: Folder) -> None:
    ana = HEAD + row("IAC", "2", "more", "2026-01-02", "n", "m") + row("Git", "1", "", "", "", "")
    ben = ana.replace("IAC", "infra_code").replace("\n", "\r\n").removesuffix("\r\n")
    team = team_of(small, {"skills/ana.md": ana, "skills/ben.md": ben, "skills/carla.md": HEAD})

    done = merged(team, "iac", "terraform")

    assert texts(done)["skills/ana.md"] == ana.replace("| IAC |", "| Terraform |")
    assert texts(done)["skills/ben.md"] == ben.replace("| infra_code |", "| Terraform  |")
    assert [(one.person, one.kept, one.gone) for one in done.rows] == [
        ("ana", 7, ()),
        ("ben", 7, ()),
    ]


@pytest.mark.parametrize(
    ("iac", "terraform", "kept"),
    [
        (("1", "", "2026-02-01", "", ""), ("4", "keep", "2026-01-01", "", ""), "iac"),
        (("1", "", "2026-02-01", "", ""), ("4", "keep", "", "", ""), "iac"),
        (("1", "", "2026-01-01", "", ""), ("4", "keep", "2026-02-01", "", ""), "terraform"),
        (("3", "", "2026-01-01", "", ""), ("2", "keep", "2026-01-01", "", ""), "iac"),
        (("3", "", "2026-01-01", "", ""), ("3", "keep", "2026-01-01", "", ""), "terraform"),
        (("x", "", "2026-02-01", "", ""), ("0", "", "", "", ""), "terraform"),
    ],
)
def test_who_has_both_keeps_the_newer_answer_or_the_higher_level(
    small: Folder, iac: tuple[str, ...], terraform: tuple[str, ...], kept: str
) -> None:
    page = HEAD + row("iac", *iac) + row("tf", *terraform)
    team = team_of(small, {"skills/ana.md": page})

    done = merged(team, "iac", "terraform")

    left = row("Terraform", *iac) if kept == "iac" else row("tf", *terraform)
    assert texts(done)["skills/ana.md"] == HEAD + left
    lines = (7, (8,)) if kept == "iac" else (8, (7,))
    assert done.rows == (Rows("ana", "skills/ana.md", *lines),)


def test_the_notes_and_what_else_stands_in_the_rows_are_joined(small: Folder) -> None:
    page = HEAD + row("iac", "1", "", "2026-02-01", "new", "m") + row("tf", "4", "", "", "old", "m")
    team = team_of(small, {"skills/ana.md": page.removesuffix("\n")})

    done = merged(team, "iac", "terraform")

    assert texts(done)["skills/ana.md"].split("\n")[6:] == [
        "| Terraform | 1 |  | 2026-02-01 | new; old | m |"
    ]


def test_a_page_with_carriage_returns_ends_as_it_did(small: Folder) -> None:
    page = (
        HEAD + row("iac", "1", "", "2026-02-01", "", "") + row("tf", "4", "", "", "", "")
    ).replace("\n", "\r\n")
    team = team_of(small, {"skills/ana.md": page.removesuffix("\r\n")})

    assert texts(merged(team, "iac", "terraform"))["skills/ana.md"].endswith("|  |  |")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("skills:\n  - git\n  - iac # why\n", "skills:\n  - git\n  - terraform\n"),
        ("skills: [iac, go]\n", "skills: [terraform, go]\n"),
        ("skills: [git, iac, zig]\n", "skills: [git, terraform, zig]\n"),
        ("skills: [iac, terraform]\n", "skills: [terraform]\n"),
        ("skills: [iac, sql, tig]\n", "skills: [sql, terraform, tig]\n"),
        ("skills: [TF, infra code]\n", "skills: [TF]\n"),
        ("skills: iac\n", "skills: terraform\n"),
    ],
)
@pytest.mark.parametrize(
    "path", ["solutions/a.md", "talks/a.md", "guidelines/a.md", "pairing/sessions/a.md",
             "skills/surveys/a.md"],
)  # fmt: skip
def test_lists_of_skills_say_the_new_key(small: Folder, path: str, was: str, now: str) -> None:
    page = f"---\ntitle: A  # iac\n{was}---\n\niac\n"

    done = merged(team_of(small, {path: page}), "iac", "terraform")

    assert texts(done)[path] == page.replace(was, now)


def test_a_page_that_only_speaks_of_it_stays(small: Folder) -> None:
    pages = {"solutions/a.md": "---\ntitle: iac\n---\niac\n", "skills/ana.md": "iac\n"}

    assert list(texts(merged(team_of(small, pages), "iac", "terraform"))) == ["skills/catalog.yml"]


def test_a_word_that_stands_only_in_tables_becomes_an_alias(small: Folder) -> None:
    page = HEAD + row("OpenTofu", "2", "", "", "", "")
    done = merged(team_of(small, {"skills/ana.md": page}), "opentofu", "terraform")

    assert texts(done)["skills/ana.md"] == page.replace("| OpenTofu |", "| Terraform |")
    assert "aliases: [tf, OpenTofu]" in texts(done)["skills/catalog.yml"]
    assert done.was == "OpenTofu"


def test_an_alias_gives_way_to_the_title_in_the_rows_alone(small: Folder) -> None:
    page = HEAD + row("TF", "2", "", "", "", "")
    done = merged(team_of(small, {"skills/ana.md": page}), "tf", "terraform")

    assert texts(done) == {"skills/ana.md": page.replace("| TF |", "| Terraform |")}
    assert done.was == "tf"


def test_two_that_share_names_are_told_apart_by_their_keys(small: Folder) -> None:
    team_of(small, {})
    names = "[tf, iac, Infrastructure as code, infra-code]"
    small.write({"skills/catalog.yml": YAML.replace("[tf]", names)})

    done = merged(Team.open(small.path), "iac", "terraform")

    assert f"terraform: {{title: Terraform, aliases: {names}}}" in texts(done)["skills/catalog.yml"]


def test_a_name_without_a_word_is_looked_for_everywhere(small: Folder) -> None:
    page = HEAD + row("++", "2", "", "", "", "")

    assert "skills/ana.md" in texts(merged(team_of(small, {"skills/ana.md": page}), "++", "tf"))


@pytest.mark.parametrize("old", ["terraform", "TERRAFORM"])
def test_one_and_the_same_is_refused(small: Folder, old: str) -> None:
    with pytest.raises(UsageError, match="is Terraform itself"):
        merged(team_of(small, {}), old, "tf")


@pytest.mark.parametrize(("old", "new"), [("terrafrom", "git"), ("git", "terrafrom")])
def test_an_unknown_one_is_refused_with_the_closest(small: Folder, old: str, new: str) -> None:
    with pytest.raises(UnknownError) as refusal:
        merged(team_of(small, {}), old, new)

    assert (refusal.value.hint or "").startswith("Did you mean: terraform")


def test_all_files_in_the_way_are_named_and_nothing_is_written(small: Folder) -> None:
    bad = "---\na: [\n---\niac\n"
    pages = {"talks/a.md": bad, "skills/ana.md": bad, "talks/b.md": bad.replace("iac", "")}

    with pytest.raises(BadDocumentError) as refusal:
        merged(team_of(small, pages), "iac", "terraform")
    result = small.run("skills", "merge", "iac", "terraform")

    assert refusal.value.where == "skills/ana.md:3, talks/a.md:3"
    assert (result.status, result.stdout, small.status()) == (5, "", "")


def test_a_list_of_other_things_is_in_the_way(small: Folder) -> None:
    page = "---\nskills: [iac, {a: b}]\n---\n"

    with pytest.raises(EditRefusedError) as refusal:
        merged(team_of(small, {"talks/a.md": page}), "iac", "terraform")

    assert refusal.value.where == "talks/a.md"


def test_nobodys_page_changes_unsaid(small: Folder) -> None:
    page = HEAD + row("iac", "1", "", "", "", "") + row("tf", "4", "", "", "", "")
    team_of(small, {"skills/ana.md": page, "skills/ben.md": page.replace("| tf |", "| x |")})

    result = small.run("skills", "merge", "iac", "terraform", "--json")

    assert json.loads(result.stdout) == {
        "schema": 2,
        "kind": "skills.merge",
        "was": "Infrastructure as code",
        "skill": "terraform",
        "title": "Terraform",
        "items": [
            {"path": "skills/catalog.yml", "person": None, "kept_line": None, "gone": []},
            {"path": "skills/ana.md", "person": "ana", "kept_line": 8, "gone": [7]},
            {"path": "skills/ben.md", "person": "ben", "kept_line": 7, "gone": []},
        ],
    }
    assert result.stderr == (
        "Rows change in the tables of: Ana, Ben.\n"
        "Ana had both: skills/ana.md:8 stays, line 7 goes.\n"
        "Committed: Merge Infrastructure as code into Terraform\n"
    )
    assert small.status() == ""


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(["tf", "Terraform", "opentofu", "Git"]),
                          st.integers(0, 4)), min_size=3, max_size=3))  # fmt: skip
def test_who_knows_answers_the_same_before_and_after(
    small: Folder, answers: list[tuple[str, int]]
) -> None:
    handles = ("ana", "ben", "carla")
    pages = {
        f"skills/{handle}.md": HEAD + row(word, str(level), "more", "2026-11-01", "", "")
        for handle, (word, level) in zip(handles, answers, strict=True)
    }
    talk = {"solutions/a.md": "---\ntitle: A\nowner: ben\nskills: [tf]\n---\n"}
    # The alias stands in the catalog already: what merges is the way it is written.
    known = YAML.replace("[tf]", "[tf, opentofu]")
    small.write({"skills/catalog.yml": known, **pages, **talk})
    before = small.run("skills", "who-knows", "terraform", "--json").stdout

    for old in ("tf", "opentofu"):
        result = small.run("skills", "merge", old, "terraform", "--no-commit")
        assert result.status == 0, result.stderr

    assert small.run("skills", "who-knows", "terraform", "--json").stdout == before
    assert small.run("skills", "who-knows", "opentofu", "--json").stdout == before
    assert catalog(Team.open(small.path)).get("terraform") == Skill(
        "terraform", "Terraform", ("tf", "opentofu"), ("iac",)
    )
