"""Beliefs about finding documents by words."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.store.search import (
    Matches,
    counted,
    indexed,
    search,
    stems_of,
    wanted_by,
    words_of,
)
from teamkit.store.stems import Form

WEIGHTS = {"title": 10.0, "text": 1.0}
DOCUMENTS = [
    ("maps", {"title": "Many points on a map", "text": "Tiles are built at night"}),
    ("uploads", {"title": "Upload large files", "text": "Resumable, also from a café by the sea"}),
    ("pdf", {"title": "Save as PDF", "text": "The map, the upload, the near end"}),
]
Texts = Sequence[Sequence[str]]
Wanted = Sequence[Sequence[Form]]
Engine = Callable[[Texts, Wanted, Sequence[float]], Matches | None]
ENGINES = pytest.mark.parametrize("engine", [indexed, counted])

words = st.text(alphabet='aåbcSs1ing -_"*():\u0301Éß日本😀', min_size=1, max_size=12)


def found(query: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(hit.id, hit.words, hit.field) for hit in search(DOCUMENTS, query, WEIGHTS)]


def test_the_weightier_field_goes_first_and_says_why() -> None:
    assert found("an upload") == [
        ("uploads", ("upload",), "title"),
        ("pdf", ("upload",), "text"),
    ]


def test_what_holds_every_word_goes_first() -> None:
    first, *others = found("map upload pdf")

    assert first == ("pdf", ("map", "upload", "pdf"), "title")
    assert sorted(others) == [("maps", ("map",), "title"), ("uploads", ("upload",), "title")]


@pytest.mark.parametrize("query", ["CAFE", "café", "cafe\u0301", "Cafés", "caf\u00e9s!"])
def test_case_accents_and_plurals_do_not_matter(query: str) -> None:
    assert [hit for hit, _, _ in found(query)] == ["uploads"]


def test_a_longer_word_finds_what_it_begins_a_shorter_one_itself() -> None:
    assert [hit for hit, _, _ in found("resum")] == ["uploads"]
    assert found("pdfs nig res ma") == [("pdf", ("pdfs",), "title")]


@pytest.mark.parametrize(
    "query",
    ['"large" OR', "large AND files", "title:large", "-large", "(large", "^large", "large*"],
)
def test_nothing_in_a_query_is_an_operator(query: str) -> None:
    assert [hit for hit, _, _ in found(query)] == ["uploads"]


def test_the_name_of_an_operator_is_a_word() -> None:
    assert found('" * NEAR') == [("pdf", ("NEAR",), "text")]


def test_little_words_count_only_alone() -> None:
    assert [words_of("the files of the sea"), words_of("The THE of")] == [
        ["files", "sea"],
        ["The", "of"],
    ]


def test_words_are_told_once_as_typed() -> None:
    assert words_of("Large-large_FILES, 5GB! 😀 \udcff") == ["Large", "FILES", "5GB"]


def test_a_whole_text_is_a_query_too() -> None:
    query = " ".join(f"w{number}" for number in range(10_000)) + "x" * 100_000

    assert search(DOCUMENTS, query, WEIGHTS) == []


def test_nothing_to_look_for_or_in_finds_nothing() -> None:
    assert search(DOCUMENTS, " ... ", WEIGHTS) == []
    assert search(DOCUMENTS, "map", {}) == []
    assert search([], "map", WEIGHTS) == []
    assert search([("a", {"other": "map"})], "map", WEIGHTS) == []


def test_ties_go_by_id() -> None:
    hits = search([(name, {"title": "map"}) for name in "cab"], "map", WEIGHTS)

    assert [hit.id for hit in hits] == ["a", "b", "c"]
    assert hits[0][:4] == ("a", hits[0].score, ("map",), "title")


@ENGINES
def test_both_engines_say_where_each_word_stands(engine: Engine) -> None:
    texts = [["a map", ""], ["", "Maps and a map"], ["mop", "x"]]

    matches = engine(texts, wanted_by("map maps"), [2.0, 1.0])

    assert matches is not None
    places = {place: list(rows) for place, rows in matches.places.items() if list(rows)}
    assert places == {(0, 0): [0], (0, 1): [1], (1, 0): [0], (1, 1): [1]}
    assert matches.scores.keys() == {0, 1}


@given(st.lists(st.tuples(words, words), max_size=4), words)
def test_without_full_text_search_the_same_documents_are_found(
    texts: list[tuple[str, str]], query: str
) -> None:
    asked = wanted_by(query)
    if not asked:
        return

    index, count = indexed(texts, asked, [2.0, 1.0]), counted(texts, asked, [2.0, 1.0])

    assert index is not None
    assert index.scores.keys() == count.scores.keys()
    assert {k: list(v) for k, v in index.places.items() if v} == count.places


def test_a_rare_word_is_more_of_a_question_than_a_common_one() -> None:
    documents = [(str(n), {"title": "map" if n else "map of tides"}) for n in range(9)]

    tides, *maps = search(documents, "map tides", WEIGHTS)

    assert (tides.id, tides.share) == ("0", 1.0)
    assert all(hit.share < 0.1 for hit in maps)
    assert tides.fit > maps[0].fit > 0


@ENGINES
def test_a_word_of_several_forms_is_never_thicker_than_all(engine: Engine) -> None:
    texts = [["map maps mapping"], ["map"], ["maps"], ["mapping"], ["tide"]]

    found = engine(texts, wanted_by("mapping"), [1.0])

    assert found is not None
    assert sorted(found.thick[0]) == [0, 1, 2, 3]
    assert all(0 < thick <= 1 for thick in found.thick[0].values())


@ENGINES
def test_thickness_is_between_nothing_and_all(engine: Engine) -> None:
    texts = [["map map map"], ["map and more of it"], ["tide"]]

    found = engine(texts, wanted_by("map tide x"), [1.0])

    assert found is not None
    most, less, other = found.thick[0][0], found.thick[0][1], found.thick[1][2]
    assert 0 < less < most < 1
    assert 0 < other < 1
    assert [sorted(one) for one in found.thick] == [[0, 1], [2], []]


def test_documents_that_were_left_out_make_a_word_rare() -> None:
    documents = [("a", {"title": "map"}), ("b", {"title": "map"}), ("c", {"title": "tide map"})]

    alone = {hit.id: hit.share for hit in search(documents, "map tide", WEIGHTS)}
    among = {hit.id: hit.share for hit in search(documents, "map tide", WEIGHTS, among=1000)}

    assert alone["a"] < among["a"] < 0.5
    assert among["a"] > 0.4


def test_the_beginnings_of_words_are_what_a_text_must_hold() -> None:
    assert stems_of("How large Uploads of cafés") == ["cafe", "caf\u00e9", "large", "upload"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("uploading", ["upload", "uploads", "an uploader"]),
        ("uploaders", ["upload", "uploaded"]),
        ("mapping", ["map", "maps", "mapped"]),
        ("off-line", ["offline", "off-line", "off line", "OFF\u2011LINE"]),
        ("off line", ["offline", "off-line"]),
        ("offline", ["off-line"]),
        ("email", ["e-mail", "E-mails"]),
        ("field work", ["field-work", "fieldwork"]),
        ("fieldwork", ["field-work"]),
        ("on-line", ["online"]),
        ("\u0444\u0430\u0438\u043b\u044b", ["\u0444\u0430\u0439\u043b\u044b"]),
        ("\u03c4\u03b1\u03be\u03b9\u03b4\u03b9", ["\u03a4\u03b1\u03be\u03af\u03b4\u03b9"]),
        ("strasse", ["Stra\u00dfe"]),
        ("\u65e5\u672c", ["\u65e5\u672c"]),
    ],
)
def test_a_word_is_found_as_people_write_it(query: str, titles: list[str]) -> None:
    documents = [(title, {"title": title}) for title in [*titles, "other", "way"]]

    assert {hit.id for hit in search(documents, query, WEIGHTS)} == set(titles)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("counter", "country"),
        ("server", "service"),
        ("exceed", "excellent"),
        ("string", "stress"),
        ("a way", "away"),
        ("\u304b\u304d\u30d0\u30b9", "\u304b\u304d\u30cf\u30b9"),
    ],
)
def test_another_word_is_not_found(query: str, title: str) -> None:
    assert search([("a", {"title": title})], query, WEIGHTS) == []


def test_a_joined_word_counts_as_the_words_it_is_made_of() -> None:
    (hit,) = search([("a", {"title": "Works offline"})], "off-line", WEIGHTS)

    assert (hit.words, hit.share) == (("off", "line"), 1.0)
