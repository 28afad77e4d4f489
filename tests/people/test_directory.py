"""Finding people by what others call them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import AmbiguousError, NotFoundError, UnknownError
from teamkit.people.directory import Directory, directory
from teamkit.people.person import Person
from teamkit.repo import Identity
from teamkit.team import Team
from tests.conftest import Folder

PEOPLE = (
    Person("ana", "Ana Ferrándiz", aliases=("Ana", "Nita"), emails=("Ana@Harbour.example",)),
    Person("ben", "Ben Oakhurst", aliases=("Benjamin",)),
    Person("dani", "Dani Vallcorba", aliases=("Dani",)),
    Person("hana", "Hana Dvorská"),
    Person("hans", "Hans Winter", aliases=("Nita W",)),
)
TEAM = Directory({person.handle: person for person in PEOPLE})


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("ana", "ana"),
        ("@ana", "ana"),
        ("[[ana]]", "ana"),
        ("ANA", "ana"),
        ("Ana Ferrándiz", "ana"),
        ("ana  ferrandiz", "ana"),
        ("Ana F", "ana"),
        ("nita", "ana"),
        ("benj", "ben"),
        ("Benjamin", "ben"),
        ("d", "dani"),
        ("hana d", "hana"),
        ("Hans", "hans"),
    ],
)
def test_a_person_is_found_by_any_of_their_names_or_a_start_of_one(typed: str, handle: str) -> None:
    assert TEAM.find(typed).handle == handle


@pytest.mark.parametrize(("typed", "both"), [("han", "hana, hans"), ("h", "hana, hans")])
def test_where_two_fit_both_are_listed(typed: str, both: str) -> None:
    with pytest.raises(AmbiguousError) as refusal:
        TEAM.find(typed)

    assert refusal.value.message == f"'{typed}' fits several people: {both}."


def test_a_whole_name_wins_over_a_start() -> None:
    """Nita is ana's, though hans' alias starts the same."""
    assert TEAM.find("Nita").handle == "ana"


def test_an_alias_of_two_is_nobodys() -> None:
    team = Directory(
        {
            "ana": Person("ana", "Ana", aliases=("Chief",)),
            "ben": Person("ben", "Ben", aliases=("chief",)),
        }
    )

    assert team.resolve("Chief") == "Chief"
    with pytest.raises(AmbiguousError, match="ana, ben"):
        team.find("chief")


@pytest.mark.parametrize("typed", ["", "@", "zoe"])
def test_nobody_is_refused(typed: str) -> None:
    with pytest.raises(UnknownError) as refusal:
        TEAM.find(typed)

    assert refusal.value.hint == "See: teamkit people list"


def test_who_is_nearly_meant_is_named() -> None:
    with pytest.raises(UnknownError) as refusal:
        TEAM.find("bne")

    assert refusal.value.hint == "Did you mean: ben?"


@pytest.mark.parametrize(
    "me",
    [
        Identity("Somebody", "ana@harbour.example"),
        Identity("Ana", "x@elsewhere.example"),
        Identity("ana ferrandiz", ""),
        Identity("Somebody", "ana@elsewhere.example"),
    ],
)
def test_me_is_who_git_says_i_am(me: Identity) -> None:
    assert TEAM.find("@me", me).handle == "ana"


def test_somebody_git_knows_but_the_team_does_not_is_told_how_to_join() -> None:
    with pytest.raises(NotFoundError) as refusal:
        TEAM.find("@me", Identity("Zora", "zora@harbour.example"))

    assert refusal.value.message == (
        "Nobody on the team matches your git identity, Zora <zora@harbour.example>."
    )


def test_somebody_git_does_not_know_is_told_how_to_say_it() -> None:
    with pytest.raises(NotFoundError, match="Git does not know who you are"):
        TEAM.find("@me", None)


def test_somebody_may_be_called_me() -> None:
    team = Directory({"me": Person("me", "Mehmet")})

    assert team.find("me").name == "Mehmet"


@pytest.mark.parametrize(
    ("written", "handle"),
    [
        ("@ana", "ana"),
        ("[[people/ana|Ana F]]", "ana"),
        ("Ana", "ana"),
        ("Dani", "dani"),
        ("ana ferrandiz", "ana"),
        ("Zoe", "Zoe"),
        ("@guest", "guest"),
        ("Hana", "hana"),
        ("benj", "benj"),
    ],
)
def test_a_name_in_a_file_becomes_a_handle_or_stays_visible(written: str, handle: str) -> None:
    assert TEAM.resolve(written) == handle


def test_addresses_become_handles() -> None:
    assert TEAM.of_email("ANA@harbour.example") == "ana"
    assert TEAM.of_email("ben@anywhere.example") == "ben"
    assert TEAM.of_email("nobody@anywhere.example") == TEAM.of_email("") == ""


def test_it_holds_everybody_in_order_of_handle(small: Folder) -> None:
    small.write({"people/index.md": "# Everybody\n"})

    team = directory(Team.open(small.path))

    assert [person.handle for person in team] == ["ana", "ben", "carla"]
    assert ("ana" in team, "zoe" in team) == (True, False)
    assert (team.get("ana"), team.get("zoe")) == (team.find("ana"), None)
    assert (team.first_name("ana"), team.first_name("zoe")) == ("Ana", "zoe")


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.from_regex("[a-z]{1,4}", fullmatch=True), names, max_size=5), names)
def test_what_is_found_is_never_a_guess(people: dict[str, str], typed: str) -> None:
    """Somebody, several, or nobody: nothing else happens, and handles always work."""
    team = Directory({handle: Person(handle, name) for handle, name in people.items()})

    assert all(team.find(handle).handle == handle for handle in people if handle != "me")
    try:
        found = team.find(typed, Identity("x", "y"))
    except (AmbiguousError, NotFoundError):
        return
    assert found.handle in people


def test_a_first_name_in_a_file_means_the_one_person_called_so() -> None:
    people = Directory(
        {
            "ana": Person("ana", "Ana Ferrándiz"),
            "ac": Person("ac", "Ana Costa"),
            "am": Person("am", "Ben Moss"),
            "bo": Person("bo", "Ben Oak"),
            "carla": Person("carla", "Carla Quintás"),
        }
    )

    assert [people.resolve(name) for name in ("Carla", "Ben", "Ana Costa")] == [
        "carla",
        "Ben",
        "ac",
    ]
