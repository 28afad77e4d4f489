"""The vocabulary of skills."""

import pytest

from teamkit.errors import AmbiguousError
from teamkit.people.catalog import LEVELS, Catalog, Skill, catalog
from teamkit.team import Team
from tests.conftest import Folder

YAML = """\
levels: {0: none, 3: alone, 9: wizard}
skills:
  postgres: {title: PostgreSQL, field: data, aliases: [psql]}
  postgis: {title: PostGIS, field: data, aliases: [Postgres GIS, geo-postgres], needs: [postgres]}
  ci: {title: Continuous integration, field: ops, aliases: pipelines}
  etl: {title: Data pipelines, field: data, aliases: [pipelines], needs: postgres}
  go: Go language
  odd: {title: [x], aliases: {a: b}, field: [y]}
  bare:
"""


@pytest.fixture
def words(small: Folder) -> Catalog:
    small.write({"skills/catalog.yml": YAML})
    return catalog(Team.open(small.path))


def test_every_skill_is_read_in_the_files_order(words: Catalog) -> None:
    assert list(words)[:2] == [
        Skill("postgres", "PostgreSQL", ("psql",), (), "data"),
        Skill("postgis", "PostGIS", ("Postgres GIS", "geo-postgres"), ("postgres",), "data"),
    ]
    assert list(words)[3:] == [
        Skill("etl", "Data pipelines", ("pipelines",), ("postgres",), "data"),
        Skill("go", "Go language"),
        Skill("odd", "odd"),
        Skill("bare", "bare"),
    ]


def test_levels_in_the_teams_own_words(words: Catalog) -> None:
    assert words.levels == ("none", LEVELS[1], LEVELS[2], "alone", LEVELS[4])


@pytest.mark.parametrize(
    "word", ["postgis", "PostGIS", "POSTGRES-GIS", "postgres gis", "geo postgres", "Geo_Postgres"]
)
def test_a_skill_is_known_by_slug_title_and_alias(words: Catalog, word: str) -> None:
    assert words.exact(word) == words.slug_of(word) == "postgis"


def test_an_alias_of_two_is_refused_where_it_is_typed_and_left_where_it_is_read(
    words: Catalog,
) -> None:
    assert words.slug_of("pipelines") is None
    with pytest.raises(AmbiguousError, match="fits several skills: ci, etl"):
        words.exact("pipelines")


def test_an_unknown_word_is_none(words: Catalog) -> None:
    assert (words.exact("rust"), words.slug_of("rust"), words.get("rust")) == (None, None, None)
    assert (words.title("rust"), words.names("rust")) == ("rust", ("rust",))


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("ci", "ci"), ("psql", "postgres"), ("continuous", "ci"), ("lang", "go"), ("rust", "rust")],
)
def test_a_typed_word_finds_a_skill_by_a_part_of_a_name(
    words: Catalog, typed: str, slug: str
) -> None:
    assert words.find(typed, also=["rust", "go"], hint="") == slug


def test_a_slug_means_itself_whoever_else_is_called_so() -> None:
    own = Catalog({"db": Skill("db", "Databases"), "pg": Skill("pg", "Postgres", ("db",))})

    assert (own.exact("db"), own.find("db", hint=""), own.slug_of("db")) == ("db", "db", None)


def test_names_and_needs(words: Catalog) -> None:
    assert words.names("postgis") == ("postgis", "PostGIS", "Postgres GIS", "geo-postgres")
    assert words.needing("postgres") == ("postgis", "etl")
    assert words.beside("postgres") == ["postgis", "etl"]
    assert words.beside("go") == words.beside("rust") == []


def test_near_words_are_offered_the_nearest_first(words: Catalog) -> None:
    assert words.close("postgys")[0] == "postgis"
    assert words.close("qqqq") == []
    assert words.close("rsut", also=("rust",)) == ["rust"]


def test_a_catalog_that_cannot_be_read_is_empty_and_found(small: Folder) -> None:
    small.write({"skills/catalog.yml": "skills: {a: b\n"})
    team = Team.open(small.path)

    words = catalog(team)

    assert list(words) == []
    assert [(f.path, f.rule, f.is_error) for f in team.unreadable] == [
        ("skills/catalog.yml", "unreadable", True)
    ]


@pytest.mark.parametrize("text", ["skills: [a]\n", "levels: [a, b]\n", ""])
def test_what_is_no_vocabulary_is_an_empty_one(small: Folder, text: str) -> None:
    small.write({"skills/catalog.yml": text} if text else {})

    words = catalog(Team.open(small.path))

    assert (list(words), words.levels) == ([], LEVELS)
