"""Skills that look like one, in the catalog and in people's tables."""

import pytest

from teamkit.check.check import check
from teamkit.check.similar import pairs
from teamkit.facts import Finding
from teamkit.team import Team
from tests.conftest import ROOT, Folder

#: What a person keeps apart: near in letters, far in meaning.
TWO = [
    "java javascript", "c c++", "c c#", "c++ c#", "react react-native", "react preact", "sql nosql",
    "go google-cloud", "scala scalar", "http https", "css scss", "sass saas", "angular angularjs",
    "testing testng", "oauth oauth2", "python-2 python-3", "java-1.1 java-11", "http/2 http/3",
    "objective-c objective-c++", "postgres postgis", "mysql mssql", "web-maps web-apps",
    "project-management product-management", "ui-design ux-design", "monitoring mentoring",
    "kafka-streams akka-streams", "database-migration data-migration", "gitlab-ci github-ci",
    "opentelemetry telemetry", "security web-security", "terraform terragrunt", "vite vitest",
]  # fmt: skip
#: What a person takes for one.
ONE = [
    "kubernetes kubernets", "terraform teraform", "data-pipelines data-pipeline",
    "node.js nodejs", "front-end frontend", "web-sockets websocket", "elasticsearch elastic-search",
    "data-visualisation data-visualization", "localisation localization", "ci/cd ci-cd",
    "estimating estimation", "continuous-integration continous-integration",
]  # fmt: skip


def named(pair: str) -> list[str]:
    return [name.replace("-", " ") for name in pair.split()]


@pytest.mark.parametrize("pair", TWO)
def test_two_skills_are_not_taken_for_one(pair: str) -> None:
    assert list(pairs(named(pair))) == []


@pytest.mark.parametrize("pair", ONE)
def test_a_skill_written_in_two_ways_is_found(pair: str) -> None:
    assert list(pairs(named(pair))) == [tuple(named(pair))]


def test_every_pair_is_told_once_in_order() -> None:
    names = ["node.js", "vector tiles", "node js", "vector tile", "nodejs"]

    assert list(pairs(names)) == [
        ("node.js", "node js"),
        ("node.js", "nodejs"),
        ("vector tiles", "vector tile"),
        ("node js", "nodejs"),
    ]


def test_the_demos_words_and_the_templates_are_far_enough_apart(small: Folder) -> None:
    for catalog in (ROOT / "examples" / "demo" / "skills", ROOT / "templates"):
        small.write({"skills/catalog.yml": (catalog / "catalog.yml").read_text(encoding="utf-8")})

        assert check(Team.open(small.path)) == []


def test_near_duplicates_are_a_warning_with_the_remedy(small: Folder) -> None:
    path = "skills/catalog.yml"
    words = "skills:\n  tf: {title: Terraform}\n\n  teraform:\n    aliases: [tera form]\n"
    small.write({path: words})

    assert check(Team.open(small.path)) == [
        Finding(
            path,
            4,
            "'teraform' (teraform) looks like 'Terraform' (tf)",
            "if they are one: teamkit skills merge teraform tf",
            "near-duplicate",
        )
    ]


def test_what_two_skills_share_outright_is_told_as_that_alone(small: Folder) -> None:
    small.write({"skills/catalog.yml": "skills:\n  a: {title: Terraform}\n  terraform: B\n"})

    assert [finding.rule for finding in check(Team.open(small.path))] == ["catalog"]


def test_words_in_tables_near_the_catalog_are_named_by_file_and_line(small: Folder) -> None:
    small.write({
        "skills/catalog.yml": "skills:\n  terraform: {title: Terraform}\n",
        "skills/ana.md": "| Skill | Level |\n|---|---|\n| Teraform | 2 |\n| Terraform | 1 |\n",
    })  # fmt: skip

    assert list(map(str, check(Team.open(small.path)))) == [
        "skills/ana.md:3: the catalog has no skill 'Teraform' (did you mean terraform?)"
    ]
