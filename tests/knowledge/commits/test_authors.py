"""Whose commit it is, and what is no person."""

import pytest

from teamkit.knowledge.commits.authors import BOTS, Authors, is_bot
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.repo import Identity
from tests.knowledge.commits.made import PEOPLE


@pytest.mark.parametrize(
    ("name", "email", "handle"),
    [
        ("somebody", "ANA@harbour.example", "ana"),
        ("x", "carla@harbour.example", "carla"),
        ("x", "17+ana-f@users.noreply.github.com", "ana"),
        ("x", "Ana-F@users.noreply.github.com", "ana"),
        ("Ben Oakhurst", "17+ana-f@users.noreply.github.com", "ana"),
        ("Ben Oakhurst", "ana@harbour.example", "ana"),
        ("Ben Oakhurst", "b@old.example", "ben"),
        ("ben  oakhurst", "b@old.example", "ben"),
        ("ana ferrandiz", "", "ana"),
        ("benjamin", "b@old.example", "ben"),
        ("ben", "b@old.example", "ben"),
        # A first name, a login, or what stands before an @ may be anybody's.
        ("Carla", "c@old.example", "carla"),
        ("x", "ben@elsewhere.example", ""),
        ("x", "17+ben@users.noreply.github.com", ""),
        ("x", "17+ana-f@users.noreply.github.com.example", ""),
        ("", "", ""),
        ("Pilot Boat", "pilot@sea.example", ""),
    ],
)
def test_whose_it_is(name: str, email: str, handle: str) -> None:
    assert Authors(PEOPLE).handle(Identity(name, email)) == handle


def test_a_first_name_alone_is_nobody() -> None:
    people = Directory({"aferr": Person("aferr", "Ana Ferrándiz"), "ben": Person("ben", "Ben")})

    authors = Authors(people)

    assert people.resolve("Ana") == "aferr"
    assert [authors.handle(Identity(name, "x@y.example")) for name in ("Ana", "Ben")] == ["", "ben"]


def test_an_address_of_two_is_nobodys() -> None:
    shared = ("team@harbour.example",)
    people = Directory(
        {"ana": Person("ana", "Ana F", emails=shared), "ben": Person("ben", "Ben O", emails=shared)}
    )

    assert Authors(people).handle(Identity("Ana F", "team@harbour.example")) == ""


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("deps[bot]", "deps@harbour.example"),
        ("deps", "4+deps[bot]@users.noreply.github.com"),
        ("Release Bot", "release@harbour.example"),
        ("release-bot", "release@harbour.example"),
        ("release_bot", "release@harbour.example"),
        ("GitHub", "noreply@github.com"),
        ("A helper", "no-reply@service.example"),
        ("Renovate", "r@service.example"),
        *((name, "x@service.example") for name in sorted(BOTS)),
        ("x", "29+renovate@users.noreply.github.com"),
    ],
)
def test_what_is_a_program(name: str, email: str) -> None:
    assert is_bot(Identity(name, email))


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Ben Talbot", "talbot@harbour.example"),
        ("Botana", "botana@harbour.example"),
        ("Ana", "7+ana@users.noreply.github.com"),
        ("", ""),
    ],
)
def test_what_is_somebody(name: str, email: str) -> None:
    assert not is_bot(Identity(name, email))
