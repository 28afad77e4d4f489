"""The words for skills: added once, called by several names, never two for one by accident."""

import json

import pytest

from teamkit.errors import (
    AmbiguousError,
    BadDocumentError,
    ConflictError,
    UnknownError,
    UsageError,
)
from teamkit.knowledge.skills.vocabulary import (
    SkillWanted,
    Worded,
    add,
    alias,
    known,
    slug_for,
    unalias,
)
from teamkit.people.catalog import Catalog, Skill, catalog
from teamkit.team import Team
from tests.conftest import Folder

YAML = """\
skills:
  # Data
  postgres: {title: PostgreSQL, field: data, aliases: [psql]}  # since 2011
  ci: {title: Continuous integration, field: ops, aliases: [pipelines]}
  etl: {title: Data pipelines, field: data, aliases: [pipelines], needs: [postgres]}

  go: Go language
  bare:
"""


@pytest.fixture
def team(small: Folder) -> Team:
    small.write({"skills/catalog.yml": YAML})
    small.commit()
    return Team.open(small.path)


def written(done: Worded) -> list[str]:
    """The lines of the new catalog that the old one does not have."""
    old = YAML.split("\n")
    return [line for w in done.change.writes for line in w.text.split("\n") if line not in old]


def added(team: Team, wanted: SkillWanted, *, is_new: bool = True) -> Worded:
    return add(team, catalog(team), wanted, is_new=is_new)


def words(team: Team) -> Catalog:
    return catalog(team)


# ---- add --------------------------------------------------------------------------------------


def test_a_skill_is_added_among_those_of_its_field(team: Team) -> None:
    wanted = SkillWanted("Rust", field="data", aliases=("rust lang", "Rust-Lang", "rust"))

    done = added(team, wanted._replace(needs=("psql", "PostgreSQL")))

    assert done.skill == Skill("rust", "Rust", ("rust lang",), ("postgres",), "data")
    assert written(done) == [
        "  rust: {title: Rust, field: data, aliases: [rust lang], needs: [postgres]}"
    ]
    assert done.change.writes[0].text.index("etl:") < done.change.writes[0].text.index("rust:")
    assert done.change.subject == "Add the skill Rust"


def test_a_name_with_a_title_is_the_key(team: Team) -> None:
    assert written(added(team, SkillWanted("wasm", title="Web Assembly"))) == [
        "  wasm: {title: Web Assembly}"
    ]


def test_the_key_can_be_said(team: Team) -> None:
    assert written(added(team, SkillWanted("C++", slug="c++"))) == ["  c++: {title: C++}"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Vector tiles", "vector-tiles"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "dot-net"),
        ("Node.js", "node-js"),
        ("Données", "donnees"),
    ],
)
def test_the_key_comes_from_the_title(title: str, slug: str) -> None:
    assert slug_for(title) == slug


def test_the_first_skill_makes_the_catalog_from_the_template(small: Folder) -> None:
    result = small.run("skills", "add", "Rust")

    assert (result.status, result.stdout) == (0, "skills/catalog.yml\n"), result.stderr
    assert small.read("skills/catalog.yml").endswith("needs: [postgres]}\n  rust: {title: Rust}\n")
    assert small.run("skills", "list").stdout == "Rust\t\t\t\n"
    assert small.log() == ["Add the skill Rust"]


@pytest.mark.parametrize(
    "wanted",
    [
        SkillWanted("etl"),
        SkillWanted("data pipelines", field="data"),
        SkillWanted("ETL", title="Data pipelines", needs=("psql",)),
        SkillWanted("Data pipelines", slug="etl"),
    ],
)
def test_the_same_skill_again_changes_nothing(team: Team, wanted: SkillWanted) -> None:
    done = added(team, wanted, is_new=False)

    assert (done.change.writes, done.skill.slug) == ((), "etl")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (SkillWanted("postgres", field="ops"), "different facts: field."),
        (
            SkillWanted("postgres", title="Postgres", aliases=("pg",)),
            "different facts: title, aliases.",
        ),
        (SkillWanted("PostgreSQL", slug="pg", needs=("go",)), "different facts: key, needs."),
    ],
)
def test_a_skill_that_is_there_with_other_facts_is_refused(
    team: Team, wanted: SkillWanted, told: str
) -> None:
    with pytest.raises(ConflictError) as refusal:
        added(team, wanted)

    assert refusal.value.message == f"PostgreSQL already exists, with {told}"
    assert "teamkit skills alias postgres NAME" in (refusal.value.hint or "")


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        (SkillWanted("psql"), 'Use that one; or first: teamkit skills alias postgres --un "psql"'),
        (SkillWanted("pg", title="psql"), "teamkit skills alias postgres"),
        (SkillWanted("Rust", slug="postgres"), "Use that one, or choose another."),
        (SkillWanted("etl", title="PostgreSQL"), "Use that one, or choose another."),
        (SkillWanted("Rust", aliases=("PostgreSQL",)), "Use that one, or choose another."),
    ],
)
def test_a_name_of_another_skill_is_refused(team: Team, wanted: SkillWanted, hint: str) -> None:
    with pytest.raises(ConflictError, match="already") as refusal:
        added(team, wanted)

    assert hint in (refusal.value.hint or "")


def test_a_name_close_to_a_known_one_must_be_called_new(team: Team) -> None:
    with pytest.raises(UnknownError) as refusal:
        added(team, SkillWanted("postgers"), is_new=False)

    assert refusal.value.hint is not None
    assert refusal.value.hint.startswith("Did you mean: postgres")
    assert refusal.value.hint.endswith("? If it really is a new one, add: --new")


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (SkillWanted("..."), UsageError),
        (SkillWanted("Rust", slug="r u"), UsageError),
        (SkillWanted("Rust", slug="-"), UsageError),
        (SkillWanted("Rust", aliases=("+",)), UsageError),
        (SkillWanted("Rust", needs=("zig",)), UnknownError),
        (SkillWanted("Rust", aliases=("pipelines",)), AmbiguousError),
        (SkillWanted("pipelines"), AmbiguousError),
    ],
)
def test_what_cannot_be_added_is_refused(
    team: Team, wanted: SkillWanted, error: type[Exception]
) -> None:
    with pytest.raises(error):
        added(team, wanted)


def test_a_catalog_that_cannot_be_read_is_left_alone(small: Folder) -> None:
    small.write({"skills/catalog.yml": "skills: [\n"})
    team = Team.open(small.path)

    with pytest.raises(BadDocumentError):
        add(team, Catalog({}), SkillWanted("Rust"))


# ---- alias ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "aliases", "line"),
    [
        ("psql", ["pg", "PG", "p, g"],
         '  postgres: {title: PostgreSQL, field: data, aliases: [psql, pg, "p, g"]}  # since 2011'),
        ("Go language", ["golang"], "  go: {title: Go language, aliases: [golang]}"),
        ("bare", ["naked"], "  bare: {aliases: [naked]}"),
    ],
)  # fmt: skip
def test_more_names_stand_in_the_entry_alone(
    team: Team, name: str, aliases: list[str], line: str
) -> None:
    assert written(alias(team, words(team), name, aliases)) == [line]


@pytest.mark.parametrize("name", ["psql", "POSTGRES", "postgresql"])
def test_a_name_that_it_has_changes_nothing(team: Team, name: str) -> None:
    assert alias(team, words(team), "postgres", [name]).change.writes == ()
    assert alias(team, words(team), "go", ["GO"]).change.writes == ()


def test_a_name_of_another_is_refused_with_the_way_to_make_them_one(team: Team) -> None:
    with pytest.raises(ConflictError) as refusal:
        alias(team, words(team), "etl", ["psql"])

    assert refusal.value.message == "'psql' is a name of PostgreSQL (postgres) already."
    assert refusal.value.hint == "Are they one skill? teamkit skills merge etl postgres"


@pytest.mark.parametrize(
    ("name", "word", "error"),
    [
        ("zig", "z", UnknownError),
        ("pipelines", "z", AmbiguousError),
        ("go", "pipelines", AmbiguousError),
        ("go", "!", UsageError),
    ],
)
def test_an_alias_of_nothing_is_refused(
    team: Team, name: str, word: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        alias(team, words(team), name, [word])


def test_a_name_is_taken_away_again(team: Team) -> None:
    done = unalias(team, words(team), "postgres", ["PSQL"])

    assert written(done) == ["  postgres: {title: PostgreSQL, field: data}  # since 2011"]
    assert done.change.subject == "Let psql no longer mean PostgreSQL"


@pytest.mark.parametrize("word", ["postgres", "PostgreSQL", "pg"])
def test_only_an_alias_can_be_taken_away(team: Team, word: str) -> None:
    with pytest.raises(UnknownError, match="There is no alias of PostgreSQL"):
        unalias(team, words(team), "postgres", [word])


def test_a_word_of_nobodys_is_to_be_added_first(team: Team) -> None:
    with pytest.raises(UnknownError) as refusal:
        known(words(team), "beekeeping")

    assert refusal.value.hint == 'Add it first: teamkit skills add "beekeeping"'


def test_who_knows_answers_the_same_through_an_alias(demo: Folder) -> None:
    before = json.loads(demo.run("skills", "who-knows", "terraform", "--json").stdout)

    demo.run("skills", "alias", "terraform", "tf")
    page = demo.read("skills/goran.md").replace("| Terraform |", "| tf |")
    demo.write({"skills/goran.md": page})

    for name in ("terraform", "tf"):
        assert json.loads(demo.run("skills", "who-knows", name, "--json").stdout) == before
