"""Beliefs about what programs see of a pack, and what is said beside it."""

from datetime import date

from teamkit.output.programs import as_json, as_tabs
from teamkit.projects.proposals.pack_page import Audience
from teamkit.projects.proposals.views_pack import pack, told, written
from teamkit.store.change import Change
from teamkit.store.outputs import Written
from tests.projects.proposals.test_pack_page import CATALOG, PEOPLE, TODAY, made

READER = Audience(PEOPLE, CATALOG, TODAY)


def test_a_pipe_gets_the_markdown_alone() -> None:
    text = as_tabs(pack(made(), READER))

    assert text.startswith("# Wreck watch\n\nLead, 2027-01-11 to 2027-02-26")
    assert text.endswith("want to learn it\n")


def test_programs_get_every_figure() -> None:
    shape = pack(made(), READER)

    forecast, skills = shape.facts["forecast"], shape.facts["skills_needed"]
    assert forecast == {
        "p50_days": 7.33,
        "p80_days": 9.63,
        "draws": 10_000,
        "variance": (
            {"need_title": "Tide map", "share": 0.9895},
            {"need_title": "Small map", "share": 0.0105},
        ),
        "not_counted": ["Pigeons", "Boats"],
        "spread": None,
    }
    assert isinstance(skills, tuple)
    assert skills[0] == {
        "skill": "mvt",
        "title": "Vector tiles",
        "level": 3,
        "level_said": False,
        "need_titles": ["Tide map", "Small map"],
        "by_month": ({"month": "2027-01", "fte": 1.071}, {"month": "2027-02", "fte": 1.5}),
        "able_people": ({"person": "ana", "level": 4}, {"person": "eli", "level": 3}),
        "leaving": ({"person": "eli", "date": date(2027, 2, 1)},),
        "learners": ("ben",),
        "gap": True,
    }
    assert [(item["title"], item["low_days"], item["widened"]) for item in shape.items] == [
        ("Tide map", 5.0, False),
        ("Small map", 0.4, True),
        ("Pigeons", None, False),
        ("Boats", None, False),
    ]
    assert '"date": "2027-02-01"' in as_json(shape)


def test_without_any_time_programs_get_no_forecast() -> None:
    assert pack(made("## Needs\n"), READER).facts["forecast"] is None


def test_each_need_without_a_link_is_told_how_to_find_one() -> None:
    text = "## Needs\n\n| Need | Solution |\n| --- | --- |\n| The tide's map |  |\n| Boats | x |\n"

    assert told(made(text)) == (
        (
            "No solution is linked to 'The tide's map'. See what fits: "
            """teamkit solutions for 'The tide'"'"'s map'"""
        ),
    )


def test_a_page_is_told_by_its_path() -> None:
    page = Written(Change("Write", "proposals pack"), "docs/watch.md", "pack", is_kept=True)

    shape = written(made(), page)

    assert (shape.lines, shape.facts["page"], shape.facts["kept"]) == (
        ("docs/watch.md",),
        "docs/watch.md",
        True,
    )
