"""What somebody can be called in files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.people import handles
from tests.conftest import Folder


@pytest.mark.parametrize("handle", ["ana", "ana-c", "ana2", "x" * 60, "mei", "me-endo"])
def test_these_can_be_handles(handle: str) -> None:
    assert handles.wrong(handle) == ""


@pytest.mark.parametrize(
    ("handle", "why"),
    [
        ("Ana", "use lowercase letters, digits and hyphens"),
        ("", "use lowercase letters, digits and hyphens"),
        ("ana_c", "use lowercase letters, digits and hyphens"),
        ("../ana", "use lowercase letters, digits and hyphens"),
        ("x" * 61, "it is longer than 60 characters"),
        ("me", "@me is whoever runs the command"),
        ("con", "Windows reserves the name con"),
        ("lpt9", "Windows reserves the name lpt9"),
        ("index", "index is a page about its folder, never a record"),
    ],
)
def test_what_cannot_be_a_handle_has_its_true_reason(handle: str, why: str) -> None:
    assert handles.wrong(handle) == why


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Ana Costa", (), "ana"),
        ("Ana Costa", ("ana",), "ana-c"),
        ("Ana Costa", ("ana", "ana-c"), "ana-costa"),
        ("Ana Costa", ("ana", "ana-c", "ana-costa"), ""),
        ("Con Byrne", (), "con-byrne"),
        ("Con", (), "con-c"),
        ("Index", (), "index-i"),
        ("Me Endo", (), "me-endo"),
        ("Me Endo", ("me-endo",), "me-e"),
        ("!!", (), ""),
    ],
)
def test_a_name_gives_the_shortest_handle_that_is_free_and_legal(
    name: str, taken: tuple[str, ...], handle: str
) -> None:
    assert handles.of_name(name, taken) == handle


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_handle_is_proposed_that_would_be_refused(name: str) -> None:
    handle = handles.of_name(name)

    assert handle == "" or handles.wrong(handle) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("con", "--name", "Con Byrne"), ("Windows reserves the name con", "con-byrne")),
        (("me", "--name", "Mei Endo"), ("@me is whoever runs the command", "mei")),
        (("Ben",), ("use lowercase letters, digits and hyphens", "ben")),
    ],
)
def test_a_refused_handle_comes_with_its_reason_and_another(
    small: Folder, typed: tuple[str, ...], said: tuple[str, str]
) -> None:
    refused = small.run("people", "add", *typed)

    why, other = said
    assert (refused.status, refused.stderr) == (
        2,
        f"teamkit: '{typed[0]}' cannot be a handle: {why}.\n  Did you mean: {other}?\n",
    )


def test_a_handle_that_nothing_can_be_made_of_comes_with_an_example(small: Folder) -> None:
    refused = small.run("people", "add", "!!")

    assert refused.stderr.endswith("  For instance ana\n")
