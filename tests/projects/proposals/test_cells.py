"""Beliefs about what a cell of a proposal's tables means."""

from datetime import date

import pytest

from teamkit.errors import UsageError
from teamkit.markdown.links import link
from teamkit.projects.proposals import cells


@pytest.mark.parametrize(
    ("cell", "fte"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("50 %", 0.5),
        ("50%", 0.5),
        ("1", 1.0),
        ("0", 0.0),
        ("150 %", 1.5),
    ],
)
def test_a_part_of_a_week_is_read_as_people_write_it(cell: str, fte: float) -> None:
    assert cells.fte(cell) == fte


@pytest.mark.parametrize("cell", ["", "-1", "half", "1/2", "0.5 FTE", "12345", "\u0665", "1e9"])
def test_what_cannot_be_read_is_no_part_of_a_week(cell: str) -> None:
    with pytest.raises(UsageError):
        cells.fte(cell)


@pytest.mark.parametrize(
    ("cell", "percent"), [("40", 40), ("40 %", 40), ("40%", 40), ("0", 0), ("100", 100)]
)
def test_a_part_is_percent_with_or_without_its_sign(cell: str, percent: int) -> None:
    assert cells.percent(cell) == percent


@pytest.mark.parametrize("cell", ["", "-10", "101", "0.4", "12.5", "much", "\u096a"])
def test_what_is_no_percentage_is_none(cell: str) -> None:
    with pytest.raises(UsageError):
        cells.percent(cell)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("@ana", ("ana",)),
        ("[[ana]]", ("ana",)),
        ("[[people/ana|Ana]]", ("ana",)),
        ("[Ana](../people/ana.md)", ("ana",)),
        ("Ana Ferrándiz", ("ana ferrándiz",)),
        ("@ana @ben", ("ana", "ben")),
        ("@ana, [[ben]] and @ana", ("ana", "ben")),
        ("@ana.maria-luz", ("ana.maria-luz",)),
        ("", ()),
    ],
)
def test_people_are_named_in_several_ways(cell: str, people: tuple[str, ...]) -> None:
    assert cells.people(cells.names(cell), str.lower) == tuple(people)


@pytest.mark.parametrize(
    ("cell", "slug"),
    [
        ("[Map](../solutions/map-of-points.md)", "map-of-points"),
        ("[Map \\[new\\]](../solutions/map.md#risks)", "map"),
        ('see [Map](<map.md> "a title")', "map"),
        ("[Map](../solutions/my%20map.md)", "my map"),
        ("[[map]]", "map"),
        ("[[solutions/map|The map]]", "map"),
        ("[[map#Risks]]", "map"),
        ("map-of-points", "map-of-points"),
        ("../solutions/map.md", "map"),
        ("[far](https://example.org/map.md)", ""),
        ("Map of many points", ""),
        ("", ""),
    ],
)
def test_a_solution_is_linked_in_several_ways(cell: str, slug: str) -> None:
    assert cells.solution(cell) == slug


FIRST, LAST, EARLY, LATE = (date(2027, month, 1) for month in (2, 5, 1, 6))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (FIRST, LAST, (FIRST, LAST)),
        (None, LAST, (EARLY, LAST)),
        (FIRST, None, (FIRST, LATE)),
        (None, None, (EARLY, LATE)),
        (LAST, FIRST, (LAST, None)),
        (date(2028, 1, 1), None, (date(2028, 1, 1), None)),
    ],
)
def test_a_row_takes_the_days_around_it_where_it_does_not_say(
    first: date | None, last: date | None, expected: tuple[date | None, date | None]
) -> None:
    assert cells.interval(first, last, (EARLY, LATE)) == expected


@pytest.mark.parametrize("slug", ["my page (draft)", "100%25", "a#b", "réunion", "[x]", "a\\b"])
def test_a_link_that_we_write_is_read_back(slug: str) -> None:
    made = link("Any [words]", f"../solutions/{slug}.md")

    assert cells.solution(made) == slug
    assert cells.target(made) == f"../solutions/{slug}.md"
