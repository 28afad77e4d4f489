"""Whatever is named on the command line is found in the same way; `fold` says which names are one.

The scorer is measured by pairs: what a typing error makes, and what is only alike by chance.
"""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from teamkit.errors import AmbiguousError, UnknownError
from teamkit.finder import (
    SHORTEST_PART,
    Fit,
    Named,
    begins,
    find,
    fold,
    letters,
    matching,
    nearest,
    nearest_keys,
    plural,
)
from tests.conftest import Folder

WORDS = st.text("aábcdei\u0131noßtü '-_", min_size=1, max_size=12).filter(fold)
KEYS = st.lists(WORDS, min_size=1, max_size=8, unique_by=fold)


def named(*keys: str) -> list[Named[str]]:
    return [Named(key, key) for key in keys]


PLACES = (
    Named("quay", 1, ("dock", "Kai"), ("The old quay",)),
    Named("harbour-office", 2, (), ("Quay house",)),
    Named("lighthouse", 3, ("quay",), ("L\u2019Étoile du Nord",)),
    Named("old-mill", 4, (), ("Straße 4",)),
    Named("isthmus", 5, (), ("Iş\u0131k",)),
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("quay", 1),
        ("QUAY", 1),
        ("dock", 1),
        ("Harbour Office", 2),
        ("quay house", 2),
        ("harb", 2),
        ("l'étoile du nord", 3),
        ("L\u2019ETOILE DU NORD", 3),
        ("l\u2019e\u0301toile", 3),
        ("strasse 4", 4),
        ("isik", 5),
        ("\u0131ş\u0131k", 5),
        ("mill old", 4),
        ("nor", 3),
        ("thm", 5),
    ],
)
def test_the_strictest_level_at_which_anything_fits_decides(typed: str, value: int) -> None:
    assert find(typed, PLACES, "place") == value


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("qua", ["quay", "harbour-office", "lighthouse"]),
        ("old", ["old-mill"]),
        ("hou", ["harbour-office"]),
        ("ous", ["harbour-office", "lighthouse"]),
    ],
)
def test_looser_levels_do_not_count_where_a_stricter_one_fits(typed: str, keys: list[str]) -> None:
    assert [one.key for one in matching(typed, PLACES)] == keys


def test_where_several_fit_all_are_listed_and_where_many_do_the_first() -> None:
    keys = [f"tide-{number}" for number in range(11)]

    with pytest.raises(AmbiguousError) as refused:
        find("tid", named(*keys), "series")

    assert refused.value.fitting == tuple(keys)
    assert refused.value.message == (
        f"'tid' fits several series: {', '.join(keys[:8])} and 3 more."
    )


def test_a_label_is_what_is_listed_instead_of_a_key() -> None:
    known = [Named("a1", 1, label="a1 (Map)"), Named("a2", 2, label="a2 (Form)")]

    with pytest.raises(AmbiguousError, match=r"actions: a1 \(Map\), a2 \(Form\)\."):
        find("a", known, "action")


def test_where_none_fits_the_nearest_are_offered_or_the_way_out() -> None:
    with pytest.raises(UnknownError) as near:
        find("lihgthouse", PLACES, "place", hint="See: places")
    with pytest.raises(UnknownError) as far:
        find("xyzzy", PLACES, "place", hint="See: places")

    assert (near.value.message, near.value.hint) == (
        "There is no place 'lihgthouse'.",
        "Did you mean: lighthouse?",
    )
    assert far.value.hint == "See: places"


@pytest.mark.parametrize("typed", ["", " ", "-", "bo", "ua"])
def test_nothing_and_a_few_letters_within_a_word_mean_nothing(typed: str) -> None:
    assert len(typed) < SHORTEST_PART
    assert matching(typed, named("deborah")) == []
    assert matching(typed, PLACES) == []


def test_a_part_may_be_as_short_as_a_word_where_words_are_short() -> None:
    assert find("会議", named("週の会議", "地図"), "topic") == "週の会議"


def test_it_may_be_asked_for_no_more_than_a_start() -> None:
    assert [one.key for one in matching("tide", named("tides", "old tide"), Fit.START)] == ["tides"]
    assert matching("ide", named("tides"), Fit.START) == []


@settings(deadline=None)
@given(KEYS, st.data())
def test_a_key_always_finds_its_own(keys: list[str], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(keys))

    assert find(key, named(*keys), "thing") == key
    assert find(fold(key).upper(), named(*keys), "thing") == key


@settings(deadline=None)
@given(KEYS, st.data())
def test_a_start_that_is_only_ones_finds_it(keys: list[str], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(keys))
    start = fold(key)[: data.draw(st.integers(1, len(fold(key))))]
    assume(fold(start) == start and [k for k in keys if fold(k).startswith(start)] == [key])

    assert find(start, named(*keys), "thing") == key


@settings(deadline=None)
@given(KEYS, WORDS)
def test_several_are_all_that_fit_at_the_deciding_level(keys: list[str], typed: str) -> None:
    wanted = fold(typed)
    levels = (
        [k for k in keys if fold(k) == wanted],
        [k for k in keys if fold(k).startswith(wanted)],
        [k for k in keys if f" {wanted}" in fold(k)],
        [
            k
            for k in keys
            if all(any(own.startswith(w) for own in fold(k).split()) for w in wanted.split())
        ],
        [k for k in keys if wanted in fold(k)]
        if len(wanted) >= SHORTEST_PART or not wanted.isascii()
        else [],
    )
    expected = next((fitting for fitting in levels if fitting), [])

    assert [one.key for one in matching(typed, named(*keys))] == expected


@settings(deadline=None)
@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_and_spelling_does_not_matter(text: str) -> None:
    for folding in (fold, letters):
        once = folding(text)

        assert folding(once) == once
        forms = {folding(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
        assert forms == {once}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("ΤΑΞΊΔΙΣ", "ταξιδισ"),
        ("Йод", "иод"),
        ("Straße", "strasse"),
        ("バス", "バス"),
        ("한국", "한국"),
        ("क्या", "क्या"),
    ],
)
def test_case_and_accents_are_folded_other_marks_are_letters(text: str, bare: str) -> None:
    assert letters(text) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Şahin", "sahin"),
        ("İrem", "irem"),
        ("ILGAZ", "\u0131lgaz"),
        ("O\u2019Hara", "O'Hara"),
        ("Łukasz", "lukasz"),
        ("Søren", "Soren"),
        ("Jean-Luc", "jean luc"),
        ("geo_postgres", "Geo  Postgres"),
        ("Straße", "STRASSE"),
    ],
)
def test_names_that_people_take_for_one_are_folded_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert begins(one, other[:3])


def test_lines_and_hyphens_stay_where_only_letters_are_folded() -> None:
    assert letters("An É-mail\n`x`") == "an e-mail\n'x'"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bne", "ben"),
        ("fey", "fay"),
        ("anna", "ana"),
        ("rsut", "rust"),
        ("postgys", "postgis"),
        ("postgres", "postgresql"),
        ("typscript", "TypeScript"),
        ("web-wrokers", "web workers"),
        ("webmaps", "web-maps"),
        ("nwe york", "New_York"),
        ("quintas", "Carla Quintás"),
        ("desgin review", "Weekly design review, notes"),
        ("2026-11-27-firday", "2026-11-27-friday"),
    ],
)
def test_a_typing_error_is_near(typed: str, name: str) -> None:
    assert nearest(typed, ["zzz", name]) == [name]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("rust", "industry"),
        ("ana", "banana"),
        ("ana", "an old map"),
        ("api", "rapid"),
        ("art", "smart"),
        ("sql", "mysql"),
        ("go", "mongo"),
        ("git", "digital"),
        ("java", "javascript"),
        ("js", "ts"),
        ("podman", "docker"),
        ("marketing", "management"),
        ("postgress", "css"),
        ("product management", "test management"),
        ("", "ana"),
    ],
)
def test_a_part_of_a_short_word_or_a_chance_is_not_near(typed: str, name: str) -> None:
    assert nearest(typed, [name]) == []


def test_the_nearest_come_first_and_a_whole_name_before_some_words_of_one() -> None:
    names = ["old quays", "quays", "quay", "quayside", "quoys"]

    assert nearest("quayz", names) == ["quay", "quays", "old quays"]
    assert nearest("quayz", names, most=1) == ["quay"]
    assert nearest("quayz", names, least=85) == ["quay"]


def test_one_thing_is_offered_once_however_many_of_its_names_are_near() -> None:
    known = [Named("ana", 1, ("Anna", "Anne"), ("Anni",)), Named("ben", 2)]

    assert nearest_keys("annx", known) == ["ana"]


def test_the_word_for_several() -> None:
    assert list(map(plural, ("person", "topic of the meeting", "series", "need"))) == [
        "people",
        "topics of the meeting",
        "series",
        "needs",
    ]


FILES = {
    "people/zoe-m.md": "---\nname: Zoé Marín\naliases: [Zozo]\n---\n",
    "people/zoe-p.md": "---\nname: Zoe Prat\n---\n",
    "topics/2026-11-01-ana-maps.md": "---\ntitle: Café maps\nby: ana\n---\n",
    "topics/2026-11-02-ana-tiles.md": "---\ntitle: Map tiles\nby: ana\n---\n",
    "notes/2026-11-20-friday.md": (
        "---\ntitle: Réunion\n---\n\n## A\n\n- [ ] @ana Buy ten buoys (id:: b1)\n"
    ),
    "notes/2026-11-27-friday.md": "## A\n\n- [ ] @ana Mend the búoy (id:: b2)\n",
    "solutions/sign-in.md": "---\ntitle: Sign in, éasily\ntags: [Accès, access-log]\n---\n",
    "solutions/sign-up.md": "---\ntitle: Sign up\n---\n",
    "proposals/wreck-watch.md": "---\ntitle: Épaves\nstatus: idea\n---\n",
    "proposals/wreck-walk.md": "---\ntitle: Walks\nstatus: idea\n---\n",
    "skills/surveys/autumn-2026.md": "---\ntitle: Herbstrunde für alle\nopens: 2026-11-01\n---\n",
    "skills/surveys/autumn-2025.md": "---\ntitle: Last one\nopens: 2025-11-01\n---\n",
    "skills/catalog.yml": (
        "skills:\n  postgis: {title: PostGIS, aliases: [Géo]}\n  postgres: {title: PostgreSQL}\n"
    ),
}
#: What is named -> the command, and what is typed -> what it finds.
KINDS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "person": (
        ("people", "show"),
        dict.fromkeys(
            ["zoe-m", "@zoe-m", "Zozo", "Zoé Marín", "zoe marin", "ZOE-M", "zoz", "mar", "arín"],
            "people/zoe-m.md",
        ),
    ),
    "topic": (
        ("topics", "show"),
        dict.fromkeys(
            ["2026-11-01-ana-maps", "CAFE MAPS", "Café maps", "cafe", "2026-11-01", "afé"],
            "topics/2026-11-01-ana-maps.md",
        ),
    ),
    "meeting": (
        ("notes", "show"),
        dict.fromkeys(
            [
                "2026-11-20-friday",
                "reunion",
                "2026-11-20",
                "20-friday",
                "notes/2026-11-20-friday.md",
            ],
            "notes/2026-11-20-friday.md",
        ),
    ),
    "series": (
        ("notes", "list"),
        dict.fromkeys(["friday", "FRI", "Weekly meeting", "meet", "rida"], "2026-11-20-friday"),
    ),
    "need": (
        ("solutions", "show"),
        dict.fromkeys(
            ["sign-in", "Sign In", "sign in, easily", "easi", "ign in"], "solutions/sign-in.md"
        ),
    ),
    "proposal": (
        ("proposals", "show"),
        dict.fromkeys(
            ["wreck-watch", "EPAVES", "epa", "watch", "atch"], "proposals/wreck-watch.md"
        ),
    ),
    "survey": (
        ("skills", "survey", "status"),
        dict.fromkeys(
            ["autumn-2026", "Herbstrunde fur alle", "herbst", "2026", "RUNDE"], "autumn-2026"
        ),
    ),
    "skill": (
        ("skills", "learn"),
        dict.fromkeys(["postgis", "geo", "PostGIS", "POSTGI", "tgis"], "postgis"),
    ),
    "action": (
        ("actions", "done", "--dry-run"),
        dict.fromkeys(["b1", "B1", "buy ten buoys", "buy", "ten", "uy t"], "Buy ten buoys"),
    ),
    "tag": (
        ("solutions", "doc", "--tag"),
        dict.fromkeys(["Accès", "acces", "#ACCÈS"], "sign-in"),
    ),
}
#: What is named -> what fits two, both; what fits none, the nearest.
REFUSED: dict[str, tuple[str, str, str, str]] = {
    "person": ("zoe", "zoe-m, zoe-p", "zoe-x", "zoe-m, zoe-p"),
    "topic": ("ana", "2026-11-01-ana-maps, 2026-11-02-ana-tiles", "tilse", "2026-11-02-ana-tiles"),
    "meeting": (
        "2026-11",
        "2026-11-20-friday, 2026-11-27-friday",
        "2026-11-27-firday",
        "2026-11-27-friday, 2026-11-20-friday",
    ),
    "series": ("fri", "friday, fringe", "fridya", "friday"),
    "need": ("sign", "sign-in, sign-up", "sing-in", "sign-in"),
    "proposal": ("wreck", "wreck-walk, wreck-watch", "wreck-wacth", "wreck-watch"),
    "survey": ("autumn", "autumn-2025, autumn-2026", "autmun-2026", "autumn-2026, autumn-2025"),
    "skill": ("post", "postgis, postgres", "postgys", "postgis, postgres"),
    "action": ("b", "b1 (Buy ten buoys), b2 (Mend the búoy)", "buoxs", "b1"),
    "tag": ("acc", "Accès, access-log", "acecs", "Accès"),
}
FRINGE = "  fringe: {title: Fringe, rule: FREQ=YEARLY, first: 2026-03-01}\n"


@pytest.fixture
def named_things(small: Folder) -> Folder:
    small.write(FILES)
    return small


@pytest.mark.parametrize(
    ("kind", "typed"), [(kind, typed) for kind, (_, found) in KINDS.items() for typed in found]
)
def test_every_kind_is_found_by_all_its_names(named_things: Folder, kind: str, typed: str) -> None:
    command, found = KINDS[kind]

    result = named_things.run(*command, typed, "--json")

    assert (result.status, result.stderr) == (0, "")
    assert found[typed] in result.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_refused_alike(named_things: Folder, kind: str) -> None:
    command, _ = KINDS[kind]
    several, both, none, near = REFUSED[kind]
    named_things.write({"teamkit.yml": named_things.read("teamkit.yml") + FRINGE})

    twofold = named_things.run(*command, several)
    unknown = named_things.run(*command, none)

    assert (twofold.status, unknown.status) == (2, 3)
    assert f"teamkit: '{several}' fits several {plural(kind)}: {both}.\n" in twofold.stderr
    assert unknown.stderr == (f"teamkit: There is no {kind} '{none}'.\n  Did you mean: {near}?\n")
