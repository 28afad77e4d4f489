"""What a site generator would do with a team's pages."""

import json
from pathlib import Path

import pytest

from tests.conftest import Folder
from tests.pages import generated

HINT = "there write &#123; for its first brace; in a title use other words"
TOPIC = "topics/2026-11-20-ana-raw.md"
TEXT = "---\ntitle: Raw\nby: ana\n---\n\nWhy {% raw %} breaks `{{ pages }}`.\n"


def told(folder: Folder) -> list[str]:
    return folder.run("check").stdout.splitlines()


def test_in_a_jekyll_site_check_names_liquid(small: Folder) -> None:
    small.write({TOPIC: TEXT, "_config.yml": "title: Handbook\n"})

    (said,) = told(small)
    assert said == f"{TOPIC}:6: '{{% raw %}}' is Liquid, which Jekyll runs in bodies ({HINT})"


def test_the_site_may_be_around_the_teams_folder(small: Folder) -> None:
    inside = Folder(small.path / "team")
    inside.write({"teamkit.yml": small.read("teamkit.yml"), "people/ana.md": "---\nname: A\n---\n"})
    inside.write({TOPIC: TEXT})
    small.write({"_config.yml": "title: Handbook\n"})

    assert next(line for line in told(inside) if "is Liquid" in line).startswith(f"{TOPIC}:6: ")


def test_elsewhere_it_is_only_text(small: Folder) -> None:
    small.write({TOPIC: TEXT})

    assert told(small) == []


@pytest.mark.parametrize("title", ["Use {% if %} and {{ secrets }}", "`{{ x }}` in code"])
def test_what_teamkit_copies_of_a_title_is_never_run(small: Folder, title: str) -> None:
    small.write({"_config.yml": "title: Handbook\n"})
    small.run("agenda", "add", title, "--by", "ana", "--minutes", "1")

    small.run("agenda", "new", "friday")
    small.run("notes", "new", "friday")

    (topic,) = (small.path / "topics").iterdir()
    agenda = small.read("agendas/2026-12-04-friday.md")
    notes = small.read("notes/2026-12-04-friday.md")
    for body in (topic.read_text("utf-8").rpartition("\n---\n")[2], agenda, notes):
        assert "&#123;" in body
        assert "{%" not in body
        assert "{{" not in body
    small.write({"notes/2026-12-04-friday.md": f"{notes}\n- we said a lot\n"})
    assert small.run("notes", "wrap", "friday", "--date", "2026-12-04").status == 0
    assert "status: discussed" in topic.read_text("utf-8")


def test_no_generated_page_holds_liquid_whatever_titles_and_names_hold(tmp_path: Path) -> None:
    found = generated(
        tmp_path / "t", lambda name: json.dumps(f"{name} {{{{ x }}}} `{{% raw %}}` {{#")
    )

    bodies = {
        path: text.partition("\n---\n")[2] or text
        for path, text in found.items()
        if path.endswith((".md", "survey")) and " " not in path
    }
    assert sorted(bodies) == [
        "agendas/2026-12-03-friday.md",
        "agendas/2026-12-04-friday.md",
        "docs/marsh.md",
        "docs/solutions.md",
        "notes/2026-12-04-friday.md",
        "survey",
    ]
    for body in bodies.values():
        assert not any(run in body for run in ("{{", "{%", "{#"))
