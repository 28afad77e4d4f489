from datetime import date

import pytest

from teamkit.errors import NotFoundError, UnknownError
from teamkit.knowledge.survey import model
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.survey.made import ALL, NOW, VOCABULARY, row, with_skills

PAGES = {
    "skills/surveys/one.md": "---\ntitle: One\nopens: 2026-01-01\ncloses: 2026-01-31\n---\n",
    "skills/surveys/two.md": "---\nopens: 2026-11-01\nskills: [psql, wasm]\n"
    "areas: [backend]\n---\n",
    "skills/surveys/zero.md": "---\nopens: 2027-01-01\n---\n",
}


def names(found: list[model.Survey]) -> list[str]:
    return [one.name for one in found]


def test_rounds_are_read_in_the_order_they_open(small: Folder) -> None:
    small.write(PAGES)

    found = model.surveys(Team.open(small.path), VOCABULARY)

    assert names(found) == ["one", "two", "zero"]
    assert found[1][1:6] == ("two", date(2026, 11, 1), None, ("backend",), ("postgres", "wasm"))


def test_the_open_round_is_meant_then_the_last_one_that_began(small: Folder) -> None:
    small.write(PAGES)
    team = Team.open(small.path)

    open_, over = (model.meant(team, VOCABULARY, None, day).name for day in (NOW, date(2026, 5, 1)))

    assert (open_, over) == ("two", "one")
    assert model.running(team, VOCABULARY, None, date(2026, 5, 1)) is None
    assert model.meant(team, VOCABULARY, "zer", NOW).name == "zero"


def test_no_round_and_no_such_round_are_refused(small: Folder) -> None:
    small.write({"skills/surveys/zero.md": PAGES["skills/surveys/zero.md"]})
    team = Team.open(small.path)

    with pytest.raises(NotFoundError):
        model.meant(team, VOCABULARY, None, NOW)
    with pytest.raises(UnknownError):
        model.running(team, VOCABULARY, "nine", NOW)


def test_the_round_before_is_the_one_that_closed_last_before_it_opened(small: Folder) -> None:
    small.write(PAGES)
    team = Team.open(small.path)
    one, two, _ = model.surveys(team, VOCABULARY)

    assert model.before(team, VOCABULARY, two) == one
    assert model.before(team, VOCABULARY, one) is None


def test_members_of_its_areas_are_asked(small: Folder) -> None:
    small.write(PAGES)
    small.write({"people/ben.md": "---\nname: Ben\nareas: [backend]\n---\n"})
    small.write({"people/carla.md": "---\nname: C\nareas: [backend]\nleft: 2026-02-01\n---\n"})
    team = Team.open(small.path)
    people, two = directory(team), model.surveys(team, VOCABULARY)[1]

    assert [one.handle for one in model.expected(people, two, NOW)] == ["ben"]
    assert [one.handle for one in model.expected(people, None, NOW)] == ["ana", "ben"]


def test_it_is_about_its_own_skills_or_the_catalogs_and_what_tables_add(small: Folder) -> None:
    with_skills(small).write(PAGES)
    team = Team.open(small.path)
    known = catalog(team)
    two = model.surveys(team, known)[1]

    assert model.asked(two, known, [row("css", 1)]) == ["postgres", "wasm"]
    assert model.asked(None, known, [row("zig", 1), row("css", 1)]) == [*ALL, "zig"]
