"""Which skills are needed, and why, from the common files alone."""

from teamkit.knowledge.skills.demand import demand, records
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder

CATALOG = """\
skills:
  postgis: {title: PostGIS, aliases: [geo postgres]}
  css: {title: CSS, wanted: true}
  wasm: {title: WebAssembly, wanted: for the winter}
  go: {title: Go, wanted: false}
  zig: Zig
"""


def page(status: str, skills: str, more: str = "", body: str = "") -> str:
    return f"---\ntitle: A page\nstatus: {status}\nskills: {skills}\n{more}---\n{body}"


def needed(folder: Folder) -> dict[str, tuple[str, ...]]:
    team = Team.open(folder.path)
    return demand(team, catalog(team), directory(team))


def test_every_kind_of_record_says_why(small: Folder) -> None:
    small.write(
        {
            "skills/catalog.yml": CATALOG,
            "solutions/a.md": page("owned", "[geo postgres, PostGIS, cobol]"),
            "solutions/b.md": page("trying", "css"),
            "solutions/c.md": "---\ntitle: C\nskills: [css]\n---\n",
            "solutions/d.md": page("retired", "go"),
            "talks/e.md": page("wanted", "[zig]"),
            "talks/f.md": page("given", "[go]"),
            "guidelines/g.md": page("draft", "[zig]"),
            "guidelines/h.md": page("retired", "[go]"),
            "proposals/j.md": "---\ntitle: J\nstatus: lead\n---\n\n## Needs\n\n"
            "| Skill | Need |\n| --- | --- |\n| geo postgres, css | Map |\n| | nothing |\n"
            "| zig | |\n\n## Allocation\n\n| Need | Person |\n| --- | --- |\n| Map | @ana |\n",
            "proposals/k.md": "---\nstatus: lost\n---\n| Need | Skill |\n|---|---|\n| a | go |\n",
            "proposals/l.md": "# No table\n",
        }
    )

    assert needed(small) == {
        "postgis": (
            "a solution we own: A page (solutions/a.md:4)",
            "a proposal: J, Map (proposals/j.md:10)",
        ),
        "css": (
            "marked in the catalog (skills/catalog.yml:1)",
            "a solution we try: A page (solutions/b.md:4)",
            "a solution we own: C (solutions/c.md:3)",
            "a proposal: J, Map (proposals/j.md:10)",
        ),
        "wasm": ("marked in the catalog: for the winter (skills/catalog.yml:1)",),
        "zig": (
            "a talk that is wanted: A page (talks/e.md:4)",
            "a guideline: A page (guidelines/g.md:4)",
            "a proposal: J (proposals/j.md:12)",
        ),
        "cobol": ("a solution we own: A page (solutions/a.md:4)",),
    }


def test_without_records_nothing_is_needed(small: Folder) -> None:
    assert needed(small) == {}


def test_a_catalog_that_cannot_be_read_marks_nothing(small: Folder) -> None:
    small.write({"skills/catalog.yml": "skills: [\n", "solutions/a.md": page("owned", "[go]")})

    assert needed(small) == {"go": ("a solution we own: A page (solutions/a.md:4)",)}


def test_a_page_that_has_only_tables_is_thin(small: Folder) -> None:
    table = "\n# A\n\n## Solutions\n\n| Solution | Who |\n| --- | --- |\n| x | @ana |\n"
    small.write(
        {
            "solutions/a.md": page("owned", "[go]", body=table),
            "solutions/b.md": page("owned", "[go]", body=f"{table}\n## x\n\nLike this.\n"),
            "guidelines/c.md": page("accepted", "[go]"),
        }
    )
    team = Team.open(small.path)

    found = records(team, catalog(team), directory(team))

    assert [record.is_thin for record in found] == [True, False, False]
