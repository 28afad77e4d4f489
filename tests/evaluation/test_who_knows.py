"""teamkit finds who to ask better than three simpler ways."""

import json
from pathlib import Path

import pytest

from tests.evaluation import synthetic
from tests.evaluation.__main__ import main
from tests.evaluation.who_knows import HEADER, RANKINGS, Quality, results

OTHERS = sorted(set(RANKINGS) - {"teamkit"})
PAGE = {
    "documents": [
        {
            "id": "old.md",
            "title": "Tides",
            "text": "High and low",
            "on": "2021-01-01",
            "people": [
                {"person": "ben", "part": "presented"},
                {"person": "ana", "part": "present"},
            ],
        },
        {
            "id": "new.md",
            "title": "Tides",
            "text": "High and low",
            "on": "2026-01-01",
            "people": [{"person": "ana", "part": "presented"}],
        },
        {"id": "undated.md", "title": "Boats", "text": "", "people": []},
        {
            "id": "later.md",
            "title": "Tides",
            "text": "",
            "on": "2027-01-01",
            "people": [{"person": "carla", "part": "owns"}],
        },
    ],
    "queries": [
        {
            "words": "tides",
            "on": "2026-12-01",
            "candidates": ["ana", "ben", "carla"],
            "expected": ["ben", "carla"],
        },
        {"words": "moon", "on": "2026-12-01", "candidates": ["ana"], "expected": []},
    ],
}


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Quality]]:
    return results()


@pytest.mark.parametrize("data", ["sample", "synthetic"])
@pytest.mark.parametrize("other", OTHERS)
def test_teamkit_beats_every_other_way(
    data: str, other: str, found: dict[str, dict[str, Quality]]
) -> None:
    ours, theirs = found[data]["teamkit"], found[data][other]

    assert ours.reciprocal > theirs.reciprocal
    assert ours.first > theirs.first
    assert ours.recall > theirs.recall
    assert ours.nobody >= theirs.nobody


@pytest.mark.parametrize("data", ["sample", "synthetic"])
def test_teamkit_names_nobody_where_nobody_knows(
    data: str, found: dict[str, dict[str, Quality]]
) -> None:
    assert found[data]["teamkit"].nobody == found[data]["teamkit"].of > 0


def test_the_measures_are_what_they_are_called(tmp_path: Path) -> None:
    """Ana goes first, ben is second, and what comes later names nobody yet."""
    place = tmp_path / "tides.json"
    place.write_text(json.dumps(PAGE), encoding="utf-8")

    found = results([place])

    assert found["tides"]["teamkit"] == Quality(0.5, 0.0, 0.5, 1, 1)
    assert found["tides"]["most active"] == Quality(0.5, 0.0, 0.5, 0, 1)


def test_the_synthetic_set_is_the_same_each_time() -> None:
    page = synthetic.page()

    assert len(page["queries"]) == 200
    assert page == synthetic.page()


def test_the_table_of_a_file_has_a_row_for_each_ranking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "tides.json"
    place.write_text(json.dumps(PAGE), encoding="utf-8")

    status = main(["who_knows", str(place)])

    lines = capsys.readouterr().out.split("\n")
    assert (status, len(lines)) == (0, 2 + len(RANKINGS) + 1)
    assert lines[0] == f"| {' | '.join(HEADER)} |"
    assert lines[2] == "| tides | teamkit | 0.500 | 0.000 | 0.500 | 1 of 1 |"
