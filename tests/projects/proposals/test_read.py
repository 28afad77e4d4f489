"""Beliefs about how a proposal's file is read."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.document import parse, plain_handle
from teamkit.people.directory import directory
from teamkit.projects.proposals.model import AdviceRequest, Part, ProposalNeed
from teamkit.projects.proposals.read import proposals, read_proposal
from teamkit.team import Team
from tests.conftest import Folder
from tests.markdown.made import quick
from tests.projects.proposals.made import WATCH, proposal

FIRST, LAST = date(2027, 1, 11), date(2027, 6, 25)


def test_the_front_matter_is_read_whatever_its_case() -> None:
    read = proposal(WATCH)

    assert read[:10] == (
        "a-plan", "Wreck watch", "lead", "ana", "carla", FIRST, LAST, 60, "medium", "high",
    )  # fmt: skip


def test_needs_take_the_days_of_the_proposal_and_lose_what_cannot_be_read() -> None:
    assert proposal(WATCH).needs == (
        ProposalNeed("Tide map", "vector-tiles", 3, 0.5, FIRST, date(2027, 3, 26), "map", 21),
        ProposalNeed("Alerts", "data", None, 0.5, FIRST, LAST, "sms", 22),
        ProposalNeed("Form", "offline", None, None, date(2027, 6, 1), None, "", 23),
    )


def test_parts_take_the_days_of_their_need_and_each_person_has_one() -> None:
    support = Part("alerts", "ana", "support", 10, FIRST, LAST, "", 31)

    assert proposal(WATCH).parts == (
        Part("Tide map", "dani", "main", 40, FIRST, date(2027, 2, 1), "volunteered", 30),
        support,
        support._replace(person="ben"),
        Part("Wharf", "Eli", "main", None, date(2027, 2, 1), None, "agreed", 32),
    )


def test_who_was_asked_is_read_from_the_table_under_advice() -> None:
    assert proposal(WATCH).asked == (
        AdviceRequest("ana", "the map | the form", date(2026, 11, 16), date(2026, 11, 20), 39),
        AdviceRequest("ben", "", None, None, 40),
    )


def test_a_status_decides_what_is_sure() -> None:
    said = {
        status: proposal(f"---\nstatus: {status}\nprobability: 60\n---\n").probability
        for status in ("lead", "proposal", "won", "running", "done", "lost")
    }

    assert said == {"lead": 60, "proposal": 60, "won": 100, "running": 100, "done": 100, "lost": 0}


def test_what_the_front_matter_does_not_say_is_empty() -> None:
    read = proposal("# A proposal\n")

    assert read[:10] == ("a-plan", "A proposal", "proposal", "", "", None, None, None, "", "")
    assert (read.needs, read.parts, read.asked, read.advice) == ((), (), (), ())


def test_values_of_no_known_kind_count_as_not_written() -> None:
    read = proposal(
        "---\nstatus: sold\nprobability: 140\nscope: huge\n"
        "starts: 2027-06-01\nends: 2027-01-01\n---\n"
    )

    assert (read.status, read.probability, read.scope) == ("proposal", None, "")
    assert (read.starts, read.ends) == (date(2027, 6, 1), None)


def test_columns_may_be_missing_added_and_moved() -> None:
    read = proposal("## Needs\n\n| Cost | solution | NEED |\n| - | - | - |\n| 3 | map | Tide |\n")

    assert read.needs == (ProposalNeed("Tide", "", None, None, None, None, "map", 5),)


def test_tables_in_code_comments_and_generated_blocks_do_not_count() -> None:
    table = "| Need |\n| --- |\n| Tide |\n"
    text = (
        f"## Needs\n\n```\n{table}```\n\n<!--\n{table}-->\n\n"
        f"<!-- teamkit:begin pack sum=0000 -->\n\n{table}\n<!-- teamkit:end -->\n"
    )

    assert proposal(text).needs == ()


def test_without_its_heading_a_table_is_known_by_its_columns() -> None:
    text = (
        "| Need | FTE |\n| --- | --- |\n| Tide | 1 |\n\n"
        "| Need | Person |\n| --- | --- |\n| Tide | @ana |\n"
    )

    read = proposal(text)

    assert ([need.title for need in read.needs], [part.person for part in read.parts]) == (
        ["Tide"],
        ["ana"],
    )


def test_all_tables_and_all_sections_of_a_name_count() -> None:
    table = "\n| Need |\n| --- |\n| {} |\n"
    text = f"## Needs\n{table.format('One')}\n### More\n{table.format('Two')}\n## needs\n"

    assert [need.title for need in proposal(text + table.format("Three")).needs] == [
        "One",
        "Two",
        "Three",
    ]


def test_every_proposal_is_read_in_order_of_path_with_people_by_handle(small: Folder) -> None:
    small.write(
        {
            "proposals/b.md": "---\nowner: Ben\n---\n",
            "proposals/a.md": "---\nowner: '@ana'\n---\n",
            "proposals/index.md": "# All\n",
        }
    )
    team = Team.open(small.path)

    assert [(one.stem, one.owner) for one in proposals(team, directory(team))] == [
        ("a", "ana"),
        ("b", "ben"),
    ]


WORDS = st.sampled_from(
    ["", "@ana", "[[ben]]", "3", "-1", "50 %", "2027-02-30", "2027-01-11", "a \\| b", "agreed", "`",
     "<!--", "[x](../solutions/x.md)", "\u2028", "Decided", "Tide", "|", "\\"]
)  # fmt: skip
COLUMNS = st.sampled_from(
    ["Need", "need", "Skill", "Level", "FTE", "From", "To", "Solution", "Person", "Part", "State",
     "Asked", "By", "On", "Cost", ""]
)  # fmt: skip
LINES = st.one_of(
    st.sampled_from(
        ["", "## Needs", "## Allocation", "## Advice", "## Decision", "# Top", "## Else", "```",
         "### 2026-11-18 @ana", "### @ben", "### x", "Decided 2026-12-04 by @carla",
         "Decided 2026-13-04 by", "Dissent:", "**Intended outcome:** a", "Review on 2027-03-01",
         "<!-- teamkit:begin pack sum=0 -->", "<!-- teamkit:end -->", "<!--", "-->", "---"]
    ),
    st.lists(COLUMNS, min_size=1, max_size=8).map(
        lambda names: f"| {' | '.join(names)} |\n|{' --- |' * len(names)}"
    ),
    st.lists(WORDS, max_size=9).map(lambda cells: f"| {' | '.join(cells)} |"),
    st.text(max_size=20),
)  # fmt: skip


@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\r\n"]))
@quick
def test_whatever_stands_there_is_read(lines: list[str], end: str) -> None:
    text = end.join(["---", "title: T", "starts: 2027-01-11", "---", *lines])
    text = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    document = parse("proposals/x.md", text.encode())

    read = read_proposal(document, plain_handle)

    last = text.count("\n") + 1
    told = [row.line for row in read.needs] + [row.line for row in read.parts]
    told += [row.line for row in read.asked] + [one.line for one in read.advice]
    assert all(1 <= line <= last for line in told)
    assert 0 <= read.decision.line <= last
    assert all(need.fte is None or need.fte >= 0 for need in read.needs)
    assert all(part.percent is None or 0 <= part.percent <= 100 for part in read.parts)
    spans = [(it.starts, it.ends) for it in read.needs]
    spans += [(it.starts, it.ends) for it in read.parts]
    assert all(start <= end for start, end in spans if start and end)
