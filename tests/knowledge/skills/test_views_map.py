"""What people see of the map."""

import pytest

from teamkit.knowledge.skills.matrix import matrix
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.knowledge.skills.views_map import matrix as shown
from teamkit.output.terminal import Screen, draw
from tests.conftest import Folder
from tests.knowledge.skills.mapped import ANA, BEN, CARLA, CATALOG, TODAY, own

LEVELS = (
    "0 not yet, 1 I have seen it, 2 I can do it with help, 3 I can do it alone, 4 I can\n"
    "teach it; + wants more of it; blank: not answered.\n"
)


def test_the_map_has_digits_a_legend_and_no_sum_of_anybody() -> None:
    answers = [own("ana", "postgis", 3, "more"), own("ben", "zig", 0), own("ana", "css", 1, "less")]

    page = draw(
        shown(matrix(CATALOG, [ANA, BEN], answers, TODAY), CATALOG),
        Screen(84, colour=False, encoding="utf-8"),
    )

    assert page == (
        "              ana ben*\n"
        "data\n"
        "  PostGIS     3+\n"
        "  Raster data\n"
        "pages\n"
        "  CSS         1\n"
        "other\n"
        "  zig              0\n"
        "\n"
        "Of 4 skills, 3 nobody here can do alone, 1 only one person can.\n"
        f"{LEVELS}"
        "* away: ben until 2026-12-04.\n"
        "People say this about themselves, to be found and asked. It is not an appraisal.\n"
    )


def test_nobody_away_needs_no_mark() -> None:
    page = shown(matrix(CATALOG, [ANA, CARLA], [], TODAY), CATALOG)

    assert (page.across, len(page.notes)) == (("ana", "carla"), 3)


def test_who_is_away_is_marked_wherever_they_are_named(demo: Folder) -> None:
    gap = demo.run("skills", "gaps").stdout
    lesson = demo.run("skills", "learn", "a11y").stdout

    assert "Offline web apps\talone\tfay, away until 2026-12-11 (skills/fay.md:19)\n" in gap
    assert lesson.split("\n")[:3] == [
        "Accessibility\twants more\tdani, eli",
        "Accessibility\t4 I can teach it\tfay (away until 2026-12-11)",
        "Accessibility\t3 I can do it alone\teli",
    ]


@pytest.mark.parametrize("words", [["matrix"], ["gaps"], ["learn"], ["growth"]])
def test_each_page_says_that_it_is_no_appraisal(demo: Folder, words: list[str]) -> None:
    assert f'"about": "{NO_APPRAISAL}"' in demo.run("skills", *words, "--json").stdout


@pytest.mark.parametrize("words", [["matrix"], ["gaps"], ["learn"]])
def test_in_a_pipe_it_is_said_beside_the_rows(demo: Folder, words: list[str]) -> None:
    assert demo.run("skills", *words).stderr == f"{NO_APPRAISAL}\n"
    assert NO_APPRAISAL not in demo.run("skills", *words, "--json").stderr


def test_growth_is_for_oneself(demo: Folder) -> None:
    mine = demo.run("skills", "growth", "ana")
    theirs = demo.run("skills", "growth", "hana")

    assert (mine.status, mine.stderr) == (0, "Nothing has changed since 2026-10-06.\n")
    assert (theirs.status, theirs.stdout) == (2, "")
    assert "hana" not in demo.run("skills", "growth", "--help").stdout.lower()
