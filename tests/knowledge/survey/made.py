"""Small teams for the tests of the survey."""

from datetime import date

from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from tests.conftest import Folder

NOW = date(2026, 12, 1)

CATALOG = """\
skills:
  postgres: {title: PostgreSQL, field: data, aliases: [psql]}
  postgis: {title: PostGIS, field: data, needs: [postgres]}
  docker: {title: Docker, field: ops}
  css: {title: CSS, field: frontend}
"""
ANA = """\
---
title: "Ana: skills"
---

| Skill | Level | Want | Updated | Note |
| --- | --- | --- | --- | --- |
| PostgreSQL | 3 | keep | 2026-11-20 | |
| Docker | 1 | | 2025-01-01 | old |
"""
VOCABULARY = Catalog(
    {
        "postgres": Skill("postgres", "PostgreSQL", aliases=("psql",), field="data"),
        "postgis": Skill("postgis", "PostGIS", needs=("postgres",), field="data"),
        "docker": Skill("docker", "Docker", field="ops"),
        "css": Skill("css", "CSS", field="frontend"),
    }
)
ALL = ("postgres", "postgis", "docker", "css")


def with_skills(folder: Folder) -> Folder:
    """The small team with a catalog and one page of skills, committed."""
    folder.write({"skills/catalog.yml": CATALOG, "skills/ana.md": ANA})
    folder.commit("Skills")
    return folder


def row(
    skill: str, level: int, updated: date | None = None, want: str = "", person: str = "ana"
) -> Ability:
    return Ability(person, skill, level, want, updated, "", f"skills/{person}.md", 7)


def rows_of(folder: Folder, handle: str = "ana") -> list[str]:
    """The rows of a person's page, cells apart by one space."""
    lines = [line for line in folder.read(f"skills/{handle}.md").split("\n") if line[:1] == "|"]
    return ["|".join(cell.strip() for cell in line.split("|")) for line in lines[2:]]
