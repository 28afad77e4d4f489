"""Beliefs about one proposal on a page."""

from teamkit.output.shapes import Card, Table
from teamkit.people.catalog import Catalog, Skill
from teamkit.projects.proposals import views_show
from tests.projects.proposals.made import WATCH, proposal

KNOWN = Catalog({"offline": Skill("offline", "Offline web apps", ("pwa",))})


def test_each_part_of_the_file_has_its_place() -> None:
    head, needs, parts, asked, advised, decided = views_show.proposal(proposal(WATCH), KNOWN).shapes

    assert isinstance(head, Card)
    assert head.title == "Wreck watch"
    assert head.body == (
        "Divers want to be told.\n\n\n| Need | Person | State |\n| --- | --- | --- |\n"
        "| Tide map | @goran | agreed |"
    )
    assert head.fields[:4] == (
        ("Status", "lead"),
        ("Owner", "ana"),
        ("Decider", "carla"),
        ("When", "2027-01-11 to 2027-06-25"),
    )
    assert isinstance(needs, Table)
    assert needs.rows[2] == ("Form", "Offline web apps", "", "", "from 2027-06-01", "")
    assert isinstance(parts, Table)
    assert parts.rows[0] == (
        "Tide map", "dani", "main", "40 %", "2027-01-11 to 2027-02-01", "volunteered",
    )  # fmt: skip
    assert isinstance(asked, Table)
    assert asked.rows == (
        ("ana", "the map | the form", "2026-11-20", "2026-11-18"),
        ("ben", "", "", "2026-11-20"),
    )
    assert isinstance(advised, Card)
    assert advised.body.startswith("2026-11-18 @ana\n\nI can help.")
    assert isinstance(decided, Card)
    assert decided.title == "Decision"


def test_an_empty_proposal_says_what_is_not_there() -> None:
    shapes = views_show.proposal(proposal(""), Catalog({})).shapes

    assert [shape.empty for shape in shapes if isinstance(shape, Table)] == [
        'No needs yet. Add one: teamkit proposals need a-plan "What the client wants"',
        "Nobody has a part in it yet.",
        "Nobody was asked for advice.",
    ]
    assert len(shapes) == 4


def test_programs_get_the_text_too() -> None:
    shown = views_show.proposal(proposal(WATCH), KNOWN)

    assert shown.facts["body"] == proposal(WATCH).document.body
