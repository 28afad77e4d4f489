"""Beliefs about what stands in the pack of a proposal, and where it is written."""

import pytest

from teamkit.errors import AmbiguousError, UnknownError, UsageError
from teamkit.facts import Offer
from teamkit.markdown import blocks
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.pack import Chosen, Pack, pack, written
from teamkit.projects.proposals.simulation import Time
from teamkit.projects.proposals.skills_needed import Staffing
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.proposals.made import proposal as read

NIGHTLY = Offer(
    need="map", title="Show a map", status="owned", owner="ana", solution="Tiles at night",
    when="", low=5.0, high=9.0, basis="stated 5-9 d; no job yet", jobs=0, is_measured=False,
    risks=(), who=(), skills=(), tags=(), path="solutions/map.md", line=9,
)  # fmt: skip
LIVE = NIGHTLY._replace(solution="Tiles at once", low=4.0, high=4.0, line=10)
UNKNOWN = NIGHTLY._replace(solution="By hand", low=None, high=None, basis="", line=11)
NOWHERE = Staffing((), (), (), ())
OFFERS = (NIGHTLY, LIVE, UNKNOWN)


def proposal(*cells: str) -> Proposal:
    rows = "".join(f"| Need {number} | {cell} |\n" for number, cell in enumerate(cells, 1))
    return read(f"## Needs\n\n| Need | Solution |\n| --- | --- |\n{rows}")


def made(*cells: str, options: tuple[str, ...] = ()) -> Pack:
    return pack(proposal(*cells), OFFERS, (0.5, 2.0), NOWHERE, options)


def solution(cell: str, *options: str) -> str:
    (one,) = made(cell, options=options).chosen
    return one.offer.solution if one.offer else ""


def test_the_first_of_the_table_is_chosen_and_the_others_are_named() -> None:
    found = made("[Map](../solutions/map.md)")

    assert found.chosen == (
        Chosen(
            found.proposal.needs[0],
            NIGHTLY,
            ("Tiles at once", "By hand"),
            5.0,
            9.0,
            is_widened=False,
        ),
    )
    assert found.forecast is not None
    assert found.forecast.shares == ((Time("Need 1", 5.0, 9.0), 1.0),)


def test_one_number_takes_the_teams_spread() -> None:
    (one,) = made("map", options=("need=tiles at once",)).chosen

    assert (one.low, one.high, one.is_widened) == (2.0, 8.0, True)


def test_what_has_no_time_is_not_counted() -> None:
    found = made("map", "gone", "", options=("need 1=by hand",))

    assert [(one.offer, one.time) for one in found.chosen] == [
        (UNKNOWN, None),
        (None, None),
        (None, None),
    ]
    assert found.forecast is None


@pytest.mark.parametrize(
    "cell",
    [
        "[Tiles at once](../solutions/map.md)",
        "[the map](../solutions/map.md#tiles-at-once)",
        "[Map](../solutions/map.md), tiles at once",
        "[Map](../solutions/map.md) (Tiles at once)",
        r"[[map\|Tiles at once]]",
    ],
)
def test_the_row_may_say_which(cell: str) -> None:
    assert solution(cell) == "Tiles at once"


@pytest.mark.parametrize(
    "cell",
    ["[Not tiles at once](../solutions/map.md)", "[[map]]", "map", "[By](../map.md#by)"],
)
def test_a_row_that_names_none_of_them_means_the_first(cell: str) -> None:
    assert solution(cell) == "Tiles at night"


@pytest.mark.parametrize("said", ["Tiles at once", "tiles at o", "once", " ONCE "])
def test_an_option_says_which_for_this_time(said: str) -> None:
    assert solution("[Tiles at night](../solutions/map.md)", f"need={said}") == "Tiles at once"


def test_a_need_without_a_link_takes_any_solution_or_the_name_of_its_file() -> None:
    assert solution("", "need=by hand") == "By hand"
    assert solution("", "need=map") == "Tiles at night"


@pytest.mark.parametrize("option", ["tiles", "=tiles", "need=", "need"])
def test_an_option_that_says_nothing_is_refused(option: str) -> None:
    with pytest.raises(UsageError, match="does not say which"):
        made("map", options=(option,))


def test_an_option_that_fits_nothing_or_several_is_refused() -> None:
    with pytest.raises(UnknownError) as unknown:
        made("map", options=("need=tiels at once",))
    with pytest.raises(AmbiguousError):
        made("map", options=("need=tiles",))
    with pytest.raises(UnknownError):
        made("map", options=("boat=by hand",))

    assert unknown.value.hint == "Did you mean: Tiles at once?"


def test_a_new_page_has_a_title_and_the_block(small: Folder) -> None:
    page = written(Team.open(small.path), "docs/watch.md", "Wreck watch", "Words.\n")

    (write,) = page.change.writes
    block = blocks.block("pack", "Words.\n")
    assert write.text == f"---\ntitle: Wreck watch\n---\n\n# Wreck watch\n\n{block}"
    assert (write.path, write.seen, page.is_kept) == ("docs/watch.md", None, False)
