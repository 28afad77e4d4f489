"""Reading whole files: what is front matter, what is refused and on which line, typed readers."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError
from teamkit.markdown.document import Document, Value, parse, parse_yaml, plain_handle
from tests.markdown.made import files, quick, real_files


def read(front: str) -> Document:
    return parse("people/ana.md", f"---\n{front}\n---\n".encode())


def refusal(data: bytes) -> tuple[int, str]:
    with pytest.raises(BadDocumentError) as caught:
        parse("notes/x.md", data)
    assert caught.value.path == "notes/x.md"
    return caught.value.line, caught.value.why


def test_a_file_is_its_bytes_its_values_and_where_they_stand() -> None:
    data = (
        "\ufeff---\r\n# who\r\nname: Ana 😀\r\n\r\n"
        "areas:\r\n- a\r\n- {b: [~, '~']}\r\nx:\r\n---\r\nHi"
    ).encode()

    document = parse("people/ana.md", data)

    assert document == Document(
        path="people/ana.md",
        text=data.decode(),
        meta={"name": "Ana 😀", "areas": ("a", {"b": (None, "~")}), "x": None},
        key_lines={"name": 3, "areas": 5, "x": 8},
        body_start=data.decode().index("Hi"),
    )
    assert (document.has_front_matter, document.body, document.body_line) == (True, "Hi", 10)
    assert (document.stem, document.line_of("areas"), document.line_of("y")) == ("ana", 5, 1)


@pytest.mark.parametrize("front", ["", "# only a comment", "--- ", "{}", "a: b\n..."])
def test_empty_front_matter_is_front_matter(front: str) -> None:
    document = read(front)

    assert document.has_front_matter
    assert document.meta in ({}, {"a": "b"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "Words\n---\n",
        "---\nTitle\n---\nx",
        "---\n- a\n---\n",
        "---\n[a]\n---\n",
        "---\na: b\n",
        '---\n"a"\n---\n',
        "---\n\n# One\n\nwords\n\n---\n",
        '{"a": 1}',
    ],
)
def test_what_is_no_mapping_between_fences_is_body(text: str) -> None:
    document = parse("x.md", text.encode())

    assert (document.has_front_matter, document.meta) == (False, {})
    assert document.body == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("a: x\nowner: @ana", 3, "a value that begins with @ needs quotes"),
        ("a: `x`", 2, "begins with ` needs quotes"),
        ("a: b: c", 2, "a value with ': ' in it needs quotes"),
        ('a: "x\nb: y', 2, "a quote is opened and never closed"),
        ("a: *x", 2, "refers to another value"),
        ("a: &x y", 2, "names a value"),
        ("a: !t x", 2, "tags a value"),
        ("a: [!!python/name:os.system x]", 2, "tags a value"),
        ("a: **x**", 2, "begins with * needs quotes"),
        ("a: & x", 2, "begins with & needs quotes"),
        ("a: |x", 2, "begins with | or > needs quotes"),
        ("<<: x", 2, "'<<' merges"),
        ("a: 1\nb: 2\na: 3", 4, "the key 'a' appears twice, first on line 2"),
        ("m:\n  a: 1\n  'a': 3", 4, "the key 'a' appears twice, first on line 3"),
        ("? [a]\n: b", 2, "a key must be a word"),
        ("? {a: b}\n: b", 2, "a key must be a word"),
        ("*a : b", 2, "refers to another value"),
        ("?\n: x", 2, "a ':' without a key"),
        ("x: 1\na\nb: c", 3, "a ':' is missing"),
        ("a: [x\nb: y", 2, "is not closed"),
        ("a: [x](y)", 2, "the indentation does not fit, or a value needs quotes"),
        ("a:\n\t- x", 3, "there is a tab where YAML needs spaces"),
        ("\ta: x", 2, "there is a tab where YAML needs spaces"),
        ('a: "\\q"', 2, "a backslash in double quotes"),
        ("a: b\n...\nmore", 4, "text follows a line '...'"),
        ("a: b\n--- \nc: d", 3, "a second YAML document"),
        ("%YAML 3.0\n--- \na: b", 2, "it is not YAML: found incompatible YAML document"),
        ("a: b\nc: \x07", 3, "a control character"),
        ("a: " + "[" * 9, 2, "more than 8 deep"),
        ("a: x\u2028b: @y\nc: @y", 2, "needs quotes"),
    ],
)
def test_broken_front_matter_is_refused_in_words(front: str, line: int, words: str) -> None:
    found = refusal(f"---\n{front}\n---\n".encode())

    assert found[0] == line
    assert words in found[1]


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"a\nb \xff\n", 2, "it is not UTF-8 text"),
        ("a\n".encode("utf-16"), 1, "it is not UTF-8 text"),
        (b"a\n\nb\0", 3, "it contains a NUL byte"),
        (b"x" * (1 << 20) + b"x", 0, "it is larger than 1 MiB"),
        (b"---\na: " + b"x" * (64 << 10) + b"\n---\n", 1, "its front matter is larger than 64 KB"),
        (b"---\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n---\n", 2, "conflict markers"),
        (b"<<<<<<< a\r\n<<<<<<< b\r\n=======\r\n>>>>>>> c\r\n", 2, "conflict markers"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_refused(data: bytes, line: int, words: str) -> None:
    found = refusal(data)

    assert found[0] == line
    assert words in found[1]


POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


@pytest.mark.parametrize("text", [POINTER, POINTER.replace("\n", "\r\n")])
def test_a_pointer_of_git_lfs_is_never_read_as_the_file_it_points_to(text: str) -> None:
    for read in (
        lambda: parse("notes/a.md", text.encode()),
        lambda: parse_yaml("teamkit.yml", text),
    ):
        with pytest.raises(BadDocumentError, match="it is a pointer of Git LFS") as refused:
            read()
        assert refused.value.hint == "Fetch the file itself: git lfs pull"


@pytest.mark.parametrize(
    "text",
    [
        f"A pointer looks like this:\n{POINTER}",
        f"{POINTER}\n{'This is what our large files look like without the program.' * 20}\n",
        POINTER.split("\n", 1)[0],
    ],
)
def test_words_about_git_lfs_are_prose(text: str) -> None:
    assert parse("notes/a.md", text.encode()).body == text


def test_half_a_conflict_is_prose() -> None:
    text = ">>>>>>> \n=======\n>>>>>>> \n <<<<<<< x\n<<<<<<< x\nTitle\n========\n"

    assert parse("x.md", text.encode()).text == text


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "a: {", "[{"])
@pytest.mark.parametrize("times", [30_000, 200_000])
def test_deep_nesting_is_refused_and_does_not_kill_the_interpreter(unit: str, times: int) -> None:
    program = (
        "import sys\nfrom teamkit.errors import BadDocumentError\n"
        "from teamkit.markdown.document import parse, parse_yaml\n"
        f"nest = {unit!r} * {times}\n"
        "for read in (lambda: parse('x.md', f'---\\na:\\n {nest}\\n---\\n'.encode()),\n"
        "             lambda: parse_yaml('x.yml', f'a:\\n {nest}')):\n"
        "    try:\n        read()\n"
        "    except BadDocumentError as error:\n        print(error.line)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=20, check=False
    )

    assert (done.returncode, len(done.stdout.split()), done.stderr) == (0, 2, b"")


def test_a_yaml_file_is_read_with_the_same_strictness() -> None:
    assert parse_yaml("teamkit.yml", "\ufeff# ours\nname: A\nseries:\n  f: {x: 1}\n") == (
        {"name": "A", "series": {"f": {"x": "1"}}},
        {"name": 2, "series": 3},
    )
    assert parse_yaml("teamkit.yml", "") == parse_yaml("teamkit.yml", "# x\n") == ({}, {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a\n", 1),
        ("words", 1),
        ("a: b\na: c\n", 2),
        ("a: b\n---\nc: d\n", 2),
        ("a: \x00", 1),
        ("a: x\nb: @ana\n", 2),
        ("<<<<<<< a\n=======\n>>>>>>> b\n", 1),
    ],
)
def test_a_bad_yaml_file_is_refused_on_its_line(text: str, line: int) -> None:
    with pytest.raises(BadDocumentError) as caught:
        parse_yaml("teamkit.yml", text)

    assert (caught.value.path, caught.value.line) == ("teamkit.yml", line)


def with_value(value: Value) -> Document:
    return Document("x.md", "", {"k": value}, {}, 0)


MANY: list[Value] = [None, " a ", "", ("a", None, " ", " b ", ("c",), {"d": "e"}), {"a": "b"}]


def test_texts_are_stripped_and_other_types_are_nothing() -> None:
    assert [with_value(value).text_of("k") for value in MANY] == [None, "a", "", None, None]
    assert [with_value(value).texts("k") for value in MANY] == [(), ("a",), (), ("a", "b"), ()]
    assert with_value("x").texts("other") == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-04", date(2026, 12, 4)),
        (" 2026-12-04 ", date(2026, 12, 4)),
        ("2026-12-04T10:00:00Z", date(2026, 12, 4)),
        ("2026-12-04 10:00:00 +0200", date(2026, 12, 4)),
        ("2026-12-04-friday", None),
        ("2026-02-30", None),
        ("2026-W49-5", None),
        ("20261204", None),
        ("2026-1-2", None),
        ("2026/12/04", None),
        ("\uff12\uff10\uff12\uff16-12-04", None),
        ("", None),
    ],
)
def test_a_day_is_iso_or_nothing(text: str, day: date | None) -> None:
    assert with_value(text).day("k") == day


def test_a_number_is_digits_or_nothing() -> None:
    texts = ["5", " -12 ", "010", "1.5", "1e3", "--1", "", "٣", "9" * 5000, "0x1", "+1", "1_0"]

    found = [with_value(text).number("k") for text in texts]

    assert found == [5, -12, 10, None, None, None, None, None, None, None, None, None]


@pytest.mark.parametrize(
    ("front", "handle"),
    [
        ("k: ana", "ana"),
        ('k: "@ana"', "ana"),
        ('k: "[[ana]]"', "ana"),
        ("k: [[ana]]", "ana"),
        ("k: [[people/ana|Ana]]", "ana"),
        ("k: '[[people/ana.md#top|Ana]]'", "ana"),
        ("k: [ana]", "ana"),
        ("k: Ana of the North", "Ana of the North"),
        ("k:", None),
        ('k: "@"', None),
        ("k: [ana, ben]", None),
        ("k: {a: b}", None),
        ("k: [{a: b}]", None),
    ],
)
def test_one_person_in_every_spelling(front: str, handle: str | None) -> None:
    assert read(front).handle("k") == handle


@pytest.mark.parametrize(
    ("front", "handles"),
    [
        ("k: [ana, '@ben', \"[[people/carla|C]]\", dani e, ~, {a: b}]", "ana ben carla dani+e"),
        ("k:\n- [[ana]]\n- ben", "ana ben"),
        ("k: [[ana]]", "ana"),
        ("k: ana", "ana"),
        ("k:", ""),
    ],
)
def test_several_people_in_every_spelling(front: str, handles: str) -> None:
    assert read(front).handles("k") == tuple(it.replace("+", " ") for it in handles.split())


def test_a_quoted_link_is_a_handle() -> None:
    assert [plain_handle(text) for text in ('"[[ana]]"', " @ana ", "Ana @ home", "[[ana")] == [
        "ana",
        "ana",
        "Ana @ home",
        "[[ana",
    ]


def test_real_files_are_read_and_give_back_their_bytes() -> None:
    found = [parse(name, data) for name, data in real_files()]

    assert [document.text.encode() for document in found] == [data for _, data in real_files()]
    assert sum(document.has_front_matter for document in found) > len(found) * 0.9


@quick
@given(files())
def test_made_up_files_are_read_and_give_back_their_bytes(text: str) -> None:
    document = parse("x.md", text.encode())

    lines = text.split("\n")
    assert document.text == text
    assert document.has_front_matter
    assert all(
        lines[line - 1].lstrip("\ufeff").strip("\"'").startswith(key)
        for key, line in document.key_lines.items()
    )


@quick
@given(st.one_of(st.binary(), st.binary().map(lambda data: b"---\n" + data + b"\n---\n")))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        document = parse("x.md", data)
    except BadDocumentError:
        return

    assert document.text.encode() == data


YAMLISH = st.text(st.sampled_from("ab:-[]{}'\"#&*!|>%@?~<,. \t\n\r\x85\u2028\ufeff😀"), max_size=40)


@quick
@given(YAMLISH)
def test_nothing_that_looks_like_yaml_crashes_the_reader(front: str) -> None:
    text = f"---\n{front}\n---\n"

    found = read_or_line(text)

    assert found == text or (isinstance(found, int) and 0 < found <= text.count("\n"))


def read_or_line(text: str) -> str | int:
    try:
        return parse("x.md", text.encode()).text
    except BadDocumentError as error:
        return error.line


def test_a_value_of_several_lines_is_read_on_one() -> None:
    document = read(
        'title: |\n  Uploads\n\n  - [ ] @ben\ntags: ["a\\nb", "\\n", " c "]\nby: "@a\\nb"'
    )

    assert document.text_of("title") == "Uploads - [ ] @ben"
    assert document.texts("tags") == ("a b", "c")
    assert (document.handle("by"), document.handles("by")) == ("a b", ("a b",))


@pytest.mark.parametrize(
    ("path", "front", "title"),
    [
        ("topics/one.md", "title: |\n  A\n  B\n", "A B"),
        ("topics/one.md", "title:\n", "Said above"),
        ("topics/two\n\n- [ ] x.md", "", "Said above"),
    ],
)
def test_a_title_is_the_key_or_the_heading(path: str, front: str, title: str) -> None:
    document = parse(path, f"---\n{front}---\n".encode())

    assert document.title("Said\rabove") == title


def test_without_any_title_a_file_is_called_by_its_name_on_one_line() -> None:
    assert parse("topics/two\n\n- [ ] x.md", b"").title() == "two - [ ] x"
