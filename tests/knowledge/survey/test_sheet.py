import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError, UsageError
from teamkit.knowledge.survey import form
from teamkit.knowledge.survey import sheet as reading
from teamkit.knowledge.survey.sheet import SheetCell


def cells(text: str) -> list[tuple[int, str, str, str]]:
    sheet = reading.read("x.csv", text.encode())
    return [(cell.line, cell.person, cell.skill, cell.level) for cell in sheet.cells]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_separators_line_ends_and_marks_mean_the_same(separator: str, end: str, mark: str) -> None:
    rows = ["Person,PostGIS,Docker", "ana,3,", ",,", "ben,,2m"]
    text = mark + end.join(rows).replace(",", separator)

    assert cells(text) == [(2, "ana", "PostGIS", "3"), (4, "ben", "Docker", "2m")]


def test_the_header_decides_on_the_separator_not_the_rows() -> None:
    assert cells("Person;Css\nana, really;3\n") == [(2, "ana, really", "Css", "3")]
    assert cells('"Person, or who";Handle;Css\nx;ana;3\n')[-1] == (2, "ana", "Css", "3")


def test_the_line_that_names_the_separator_is_no_header() -> None:
    assert cells("sep=;\nPerson;Css\nana;3\n") == [(3, "ana", "Css", "3")]


def test_quoted_cells_hold_separators_and_line_breaks_and_lines_still_count() -> None:
    text = 'Person,Css,"Note, to us"\nana,1,\n"ben\n",2,"3,\n4"\ncarla,3,\n'

    assert [(c[0], c[1], c[3]) for c in cells(text) if c[2] == "Css"] == [
        (2, "ana", "1"),
        (3, "ben", "2"),
        (6, "carla", "3"),
    ]


def test_one_row_per_answer_is_read_with_its_wish_and_day() -> None:
    text = "Who,SKILL,Level,Want,Updated\nana,css,3,more,2026-11-30\nana,docker,,,\n"

    assert reading.read("x.csv", text.encode()).cells == (
        SheetCell(2, "ana", "css", "3", "more", "2026-11-30", is_dated=True),
    )


def test_the_forms_day_is_no_day_of_an_answer() -> None:
    text = "Person,As of,Css\nana,2026-11-30,3\n"

    assert reading.read("x.csv", text.encode()).cells == (
        SheetCell(2, "ana", "Css", "3", day="2026-11-30"),
    )


def test_rows_of_another_length_than_the_header_are_said() -> None:
    sheet = reading.read("x.csv", b"Person,A,B\nana,1\nben,1,2,3\ncarla,1,2,\n")

    assert [str(one) for one in sheet.findings] == [
        "x.csv:2: 2 of 3 columns are there",
        "x.csv:3: there are more cells than columns; they are left out",
    ]
    assert len(sheet.cells) == 5


@pytest.mark.parametrize("text", ["", "\n\n", "3,4\n", "Css,Docker\n1,2\n"])
def test_a_file_that_names_nobody_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        reading.read("x.csv", text.encode())

    assert refused.value.message == "The first line has no column for the person."


@pytest.mark.parametrize(
    ("data", "where", "why"),
    [
        (b"Person,A\nana,1\ncaf\xe9,2\n", "x.csv:3", "it is not UTF-8 text; save it as CSV UTF-8"),
        ("Person,A\n".encode("utf-16"), "x.csv:1", "it is not UTF-8 text; save it as CSV UTF-8"),
        (b"Person,A\nana,\0\n", "x.csv:2", "it contains a NUL byte"),
        (b'Person,A\nana,1\nben,"2\n', "x.csv:3", "its quotes do not fit (unexpected end of data)"),
        (b" " * (reading.LARGEST + 1), "x.csv", "it is larger than 8 MiB"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, where: str, why: str) -> None:
    with pytest.raises(BadDocumentError) as refused:
        reading.read("x.csv", data)

    assert (refused.value.where, refused.value.why) == (where, why)


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"Person,A\n", b"Person;Skill;Level\n"):
        try:
            sheet = reading.read("x.csv", start + data)
        except (BadDocumentError, UsageError):
            continue
        assert all(cell.level and cell.line > 1 for cell in sheet.cells)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@settings(max_examples=150)
@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_whatever_stands_in_cells_comes_back_as_text(
    titles: list[str], rows: list[tuple[str, str]]
) -> None:
    skills = [f"s{at}{' '.join(title.split())}".strip() for at, title in enumerate(titles)]
    table = (
        ("Person", *skills),
        *((f"p{person}", *[f"1{word}"] * len(skills)) for person, word in rows),
    )

    sheet = reading.read("x.csv", ("\r\n".join(form.lines(table)) + "\n").encode())

    assert [(c.person, c.skill, c.level) for c in sheet.cells] == [
        (" ".join(row[0].split()), skill, " ".join(row[1].split()))
        for row in table[1:]
        for skill in skills
    ]
