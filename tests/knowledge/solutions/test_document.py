"""Beliefs about the solutions document: what stands where, and the page it is written into."""

import json

import pytest

from teamkit.errors import UnknownError, UsageError
from teamkit.facts import Offer
from teamkit.knowledge.solutions.document import SolutionsDocument, page, written
from teamkit.knowledge.solutions.model import Need
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES, need

OFFER = Offer(
    need="a", title="A", status="owned", owner="", solution="Do", when="", low=None, high=None,
    basis="", jobs=0, is_measured=False, risks=(), who=(), skills=(), tags=(), path="", line=1,
)  # fmt: skip
PAGE = "docs/solutions.md"


def made(stem: str, tags: str = "", status: str = "owned") -> Need:
    return need(f"---\ntitle: {stem.upper()}\nstatus: {status}\ntags: [{tags}]\n---\n", stem)


def told(found: SolutionsDocument) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {
        group.tag: [(entry.need.stem, entry.also) for entry in group.entries]
        for group in found.groups
    }


def test_a_need_stands_once_under_the_tag_that_most_have() -> None:
    needs = [made("a", "maps, Print"), made("b", "print"), made("c", "tiles, zoom"), made("d")]

    found = page(needs, [])

    assert told(found) == {
        "Print": [("a", ("maps",)), ("b", ())],
        "tiles": [("c", ("zoom",))],
        "": [("d", ())],
    }
    assert [group.tag for group in found.groups] == ["Print", "tiles", ""]


def test_a_tag_that_was_asked_for_goes_before_others() -> None:
    needs = [made("a", "maps, print"), made("b", "maps"), made("c", "maps, print")]

    found = page(needs, [], tags=["#PRINT"])

    assert told(found) == {"print": [("a", ("maps",)), ("c", ("maps",))]}
    assert found.tags == ("print",)


def test_with_two_tags_a_need_has_both() -> None:
    needs = [made("a", "maps, print"), made("b", "maps")]

    assert told(page(needs, [], tags=["maps", "print"])) == {"maps": [("a", ("print",))]}


def test_what_is_missing_stands_apart_and_what_is_retired_nowhere() -> None:
    needs = [
        made("a", "maps", "missing"),
        made("b", "maps", "retired"),
        made("c", "maps, print", "trying"),
        made("d", "print"),
    ]

    found = page(needs, [])

    assert told(found) == {"print": [("c", ("maps",)), ("d", ())]}
    assert [(entry.need.stem, entry.also) for entry in found.missing] == [("a", ("maps",))]


def test_other_statuses_are_asked_for() -> None:
    needs = [made("a", status="retired"), made("b", status="missing"), made("c")]

    found = page(needs, [], statuses=["retired", "missing"])

    assert told(found) == {"": [("a", ())]}
    assert [entry.need.stem for entry in found.missing] == ["b"]


def test_each_need_has_its_offers_in_their_order() -> None:
    first, second = OFFER._replace(solution="Do"), OFFER._replace(solution="Do not")
    other = OFFER._replace(need="b")

    found = page([made("a"), made("b")], [first, other, second])

    assert [entry.offers for entry in found.groups[0].entries] == [(first, second), (other,)]


def test_the_order_of_tags_in_a_file_does_not_matter() -> None:
    one = page([made("a", "x, y"), made("b", "y, x")], [])
    other = page([made("a", "y, x"), made("b", "x, y")], [])

    assert told(one) == told(other) == {"x": [("a", ("y",)), ("b", ("y",))]}


def test_a_tag_that_nothing_has_is_refused_with_the_closest() -> None:
    with pytest.raises(UnknownError) as refused:
        page([made("a", "Files")], [], tags=["fiels"])

    assert refused.value.message == "There is no tag 'fiels'."
    assert refused.value.hint == "Did you mean: Files?"


def test_a_status_of_no_kind_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        page([made("a")], [], statuses=["owned", "wanted"])

    assert refused.value.message == "Unknown status 'wanted'."


def test_the_document_is_a_block_of_a_page(small: Folder) -> None:
    made_ = written(Team.open(small.path), PAGE, "Ours", "Words.")

    assert made_.change.message == f"Write the solutions document, {PAGE}"
    assert "<!-- teamkit:begin solutions sum=" in made_.change.writes[0].text


@pytest.fixture
def team(small: Folder) -> Folder:
    small.write(FILES)
    small.commit("Needs")
    return small


def test_written_twice_it_is_one_commit(team: Folder) -> None:
    first = team.run("solutions", "doc", "--out", str(team.path / PAGE))
    again = team.run("solutions", "doc", "--out", str(team.path / PAGE))

    message = f"Write the solutions document, {PAGE}"
    assert (first.status, first.stdout, first.stderr) == (0, f"{PAGE}\n", f"Committed: {message}\n")
    assert (again.status, again.stdout, again.stderr) == (0, f"{PAGE}\n", "Nothing to change.\n")
    assert (team.log(2), team.status()) == ([message, "Needs"], "")


def test_a_rehearsal_writes_nothing(team: Folder) -> None:
    result = team.run("solutions", "doc", "--out", "docs/solutions.md", "--dry-run")

    assert (result.status, team.status()) == (0, "")
    assert "+<!-- teamkit:begin solutions sum=" in result.stdout


def test_its_links_lead_to_files(team: Folder) -> None:
    team.run("solutions", "doc", "--out", PAGE)

    assert "| [Sign in with the account they have](../solutions/sign-in.md) |" in team.read(PAGE)


def test_programs_get_every_figure(team: Folder) -> None:
    shown = json.loads(team.run("solutions", "doc", "--json").stdout)
    wrote = json.loads(team.run("solutions", "doc", "--out", PAGE, "--json").stdout)

    assert (shown["kind"], wrote["kind"]) == ("solutions.doc", "solutions.doc")
    assert shown["items"] == wrote["items"]
    assert (wrote["page"], wrote["kept"]) == (PAGE, False)
    assert [item["need"] for item in shown["items"]] == [
        "sign-in",
        "large-uploads",
        "several-languages",
    ]


def test_csv_is_for_a_pipe(team: Folder) -> None:
    result = team.run("solutions", "doc", "--csv", "--out", PAGE)

    assert (result.status, result.stdout, team.status()) == (2, "", "")
