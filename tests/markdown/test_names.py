"""Names as people type them, told from prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.names import names


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Ana", ("Ana",)),
        ("Carla  Quintás", ("Carla Quintás",)),
        ("Ana de la Vega", ("Ana de la Vega",)),
        ("@ana, [[people/ben|Ben]] and Eli", ("ana", "ben", "Eli")),
        ("Éva & 王", ("Éva", "王")),
        ("", ()),
        ("ana", ()),
        ("Ana and others", ()),
        ("Ana,", ()),
        ("de Vega", ()),
        ("One Two Three Four Five", ()),
        ("Ana (strong)", ()),
        ("[[]]", ()),
        ("@", ()),
    ],
)
def test_names_and_nothing_else(words: str, read: tuple[str, ...]) -> None:
    assert names(words) == read


@given(st.text("A a,&@[]|1", max_size=30))
def test_no_name_is_empty(words: str) -> None:
    assert all(name and name == name.strip() for name in names(words))
