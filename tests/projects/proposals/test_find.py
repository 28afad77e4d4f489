"""Beliefs about which proposal and which need a name means."""

import pytest

from teamkit.errors import AmbiguousError, UnknownError
from teamkit.people.directory import directory
from teamkit.projects.proposals.find import named, need_named
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import WATCH, proposal


def found(folder: Folder, name: str) -> str:
    team = Team.open(folder.path)
    return named(team, directory(team), name).stem


def test_a_proposal_goes_by_its_title_its_file_or_a_part_of_that(small: Folder) -> None:
    small.write({"proposals/wreck.md": WATCH, "proposals/wrecks-2.md": "---\ntitle: Two\n---\n"})

    names = ("wreck", "WRECK  watch", "s-2", "proposals/wreck.md")

    assert [found(small, name) for name in names] == ["wreck", "wreck", "wrecks-2", "wreck"]
    with pytest.raises(AmbiguousError, match="several proposals: wreck, wrecks-2"):
        found(small, "wrec")
    with pytest.raises(UnknownError, match="There is no proposal 'ferry'"):
        found(small, "ferry")


def test_a_need_goes_by_its_title_or_a_part_of_that() -> None:
    known = proposal(WATCH)

    assert [need_named(known, name).title for name in ("form", " TIDE ", "map")] == [
        "Form",
        "Tide map",
        "Tide map",
    ]
    with pytest.raises(UnknownError) as refusal:
        need_named(known, "wharf")
    assert refusal.value.hint == "Its needs are: Tide map, Alerts, Form"
