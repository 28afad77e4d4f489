"""The map of paths: what a pattern fits, and what is said of what cannot be used."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError, UsageError
from teamkit.facts import Finding
from teamkit.knowledge.commits.paths import Fitting, PathMap, Pattern, read_map, regex
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill

WORDS = Catalog(
    {
        "queues": Skill("queues", "Job queues", ("workers",)),
        "postgres": Skill("postgres", "PostgreSQL", ("db",)),
        "search": Skill("search", "Search", ("db",)),
        "typescript": Skill("typescript", "TypeScript", ("ts",)),
    }
)
RUST = Ability("ben", "Rust", 3, "", None, "", "skills/ben.md", 3)


def read(text: str) -> PathMap:
    return read_map("paths.yml", text.encode(), WORDS, [RUST])


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("api/uploads/", ["api/uploads/a", "api/uploads/x/a"], ["api/uploads", "x/api/uploads/a"]),
        ("api/uploads", ["api/uploads", "api/uploads/a.py"], ["api/uploads2", "x/api/uploads"]),
        ("/web", ["web/a.ts", "web"], ["x/web/a.ts"]),
        ("web", ["web/a.ts", "x/web/a.ts", "web"], ["webs/a.ts", "x/a-web"]),
        ("*.ts", ["a.ts", "x/y/a.ts", "a.ts/b"], ["a.tsx", "ats"]),
        ("web/*.ts", ["web/a.ts"], ["web/x/a.ts", "x/web/a.ts"]),
        ("web/**/*.ts", ["web/a.ts", "web/x/y/a.ts"], ["a.ts", "x/web/a.ts"]),
        ("**/migrations/*.sql", ["migrations/1.sql", "a/migrations/1.sql"], ["migrations/a/1.sql"]),
        ("db/**", ["db/a", "db/a/b"], ["db", "x/db/a"]),
        ("**", ["a", "a/b"], []),
        ("web/**/", ["web/x/a"], ["web/a", "x/web/y/a"]),
        ("a/**/**/b", ["a/b", "a/x/y/b"], ["b"]),
        ("*_test*.p?", ["x/a_test_b.py", "_test.pq"], ["a_test.p", "a_te/st.py"]),
        ("app/[id].tsx", ["app/[id].tsx"], ["app/i.tsx"]),
        ("a.b", ["a.b"], ["axb"]),
        ("ana's files/*", ["ana's files/ñ\nx"], ["ana's files"]),
    ],
)  # fmt: skip
def test_a_pattern_fits_as_the_page_says(
    pattern: str, fits: list[str], fits_not: list[str]
) -> None:
    assert [path for path in fits if not regex(pattern).match(path)] == []
    assert [path for path in fits_not if regex(pattern).match(path)] == []


part = st.sampled_from(["a", "b", "ab", "*", "a*", "*b", "?", "a?b*", "**"])
patterns = st.builds(
    lambda parts, start, end: start + "/".join(parts) + end,
    st.lists(part, min_size=1, max_size=4),
    st.sampled_from(["", "", "/"]),
    st.sampled_from(["", "", "/"]),
).filter(lambda text: text.strip("/") != "")
paths = st.lists(st.sampled_from(["a", "b", "ab", "aab", "acb"]), min_size=1, max_size=4)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(patterns, st.lists(paths.map("/".join), min_size=1, max_size=12, unique=True))
def test_a_pattern_fits_what_git_would_ignore_by_it(
    tmp_path: Path, pattern: str, paths: list[str]
) -> None:
    if not (tmp_path / ".git").exists():
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text(f"{pattern}\n")
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=tmp_path,
        input="\0".join(paths),
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split("\0")[:-1]

    fitting = [path for path in paths if regex(pattern).match(path)]

    assert fitting == ignored


def test_no_pattern_takes_long() -> None:
    pattern = "a*" * 40 + "b/" + "*a" * 40 + "b"

    assert regex(pattern).match("a" * 200 + "/" + "a" * 200) is None


def test_all_patterns_that_fit_count() -> None:
    fitting = Fitting([Pattern("api/", ("queues",)), Pattern("*.sql", ("postgres",))])

    found = [fitting.of(path) for path in ("api/a.sql", "api/a.py", "b.sql", "c", "api/a.sql")]

    assert found == [(0, 1), (0,), (1,), (), (0, 1)]


def test_skills_go_by_any_of_their_names_and_may_be_several() -> None:
    found = read(
        'api/: Workers\n"*.sql": [PostgreSQL, postgres, ts]\nrs/:\n  - rust\nweb/: typescript\n'
    )

    assert found == PathMap(
        (
            Pattern("api/", ("queues",)),
            Pattern("*.sql", ("postgres", "typescript")),
            Pattern("rs/", ("Rust",)),
            Pattern("web/", ("typescript",)),
        ),
        (),
    )


def test_what_cannot_be_used_is_said_with_its_line_and_the_rest_is_used() -> None:
    found = read(
        "# ours\n"
        "api/: [queues, typscript]\n"
        "db/: db\n"
        "web/: {skill: typescript}\n"
        "lib/:\n"
        "cli/: []\n"
        '"!tests/": queues\n'
        '"": queues\n'
        '"../x": queues\n'
        '"a//b": queues\n'
    )

    assert found.patterns == (Pattern("api/", ("queues",)),)
    assert [(one.line, one.message) for one in found.findings] == [
        (2, "There is no skill 'typscript'"),
        (3, "'db' fits several skills: postgres, search"),
        (4, "there is no skill here"),
        (5, "there is no skill here"),
        (6, "there is no skill here"),
        (7, "'!tests/' is not a path pattern"),
        (8, "'' is not a path pattern"),
        (9, "'../x' is not a path pattern"),
        (10, "'a//b' is not a path pattern"),
    ]
    assert str(found.findings[0]) == (
        "paths.yml:2: There is no skill 'typscript' (Did you mean: typescript?)"
    )
    assert {one.rule for one in found.findings} == {"paths"}


@pytest.mark.parametrize(
    ("text", "where", "hint"),
    [
        ("", "paths.yml", "api/uploads/: queues"),
        ("\nx/: 3\n", "paths.yml:2", "There is no skill '3'; api/uploads/: queues"),
    ],
)
def test_a_map_of_nothing_is_refused(text: str, where: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(text)

    assert refused.value.message == "No path in the map is assigned to a skill."
    assert (refused.value.where, refused.value.hint) == (where, hint)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"api/: queues\n*.ts: typescript\n", "paths.yml:2"),
        (b"api/: queues\napi/: search\n", "paths.yml:2"),
        (b"- api/\n", "paths.yml:1"),
        (b"api/: queues\n\xff: search\n", "paths.yml:2"),
        (b"a" * ((1 << 20) + 1), "paths.yml"),
    ],
)
def test_a_map_that_cannot_be_read_is_refused_with_its_line(data: bytes, where: str) -> None:
    with pytest.raises(BadDocumentError) as refused:
        read_map("paths.yml", data, WORDS, [])

    assert refused.value.where == where


def test_a_finding_is_one_of_ours() -> None:
    (finding,) = read("api/: queues\nx/: 3\n").findings

    assert finding == Finding(
        "paths.yml", 2, "There is no skill '3'", "See: teamkit skills list", "paths"
    )
