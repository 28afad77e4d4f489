"""Beliefs about shapes."""

import pytest

from teamkit.output.shapes import Card, Cell, Column, Grid, Lines, Stack, Table


def test_only_what_every_view_knows_is_required() -> None:
    table = Table("k", (Column("Person"),), (("ana",),), ({"person": "ana"},))

    assert (table.title, table.notes, table.empty, table.facts) == ("", (), "", {})
    assert Card("k", "Ana", (), ()).body == ""
    assert Lines("k", (), ()).empty == ""
    assert Stack("k", (table,), ()).facts == {}
    assert (Cell("3").tone, Grid("k", (), (), ()).blank) == (0, "")


def test_a_shape_does_not_change() -> None:
    lines = Lines("k", ("one",), ())

    with pytest.raises(AttributeError):
        lines.kind = "other"  # type: ignore[misc] # what the test is about
