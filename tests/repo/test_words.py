import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.repo.words import one_line, telling_lines, without_password


@pytest.mark.parametrize(
    ("output", "line"),
    [
        (b"", ""),
        (b"\n---\n", ""),
        (b"hint: Updates were rejected\nfatal: no\n", "no"),
        (b"warning: careful\nerror: fatal: twice.\n", "twice"),
        (b"warning: careful.\n", "warning: careful"),
        (b"remote: hint: x\nremote: error: GH006: Protected.\n", "GH006: Protected"),
        (b"10%\r100%\r\nfatal: no", "10%"),
        (b"\x1b[31mred\x1b[0m\x07 \x1b]0;title\x07and \x1b]8;;x\x1b\\link\x1bc.", "red and link"),
        ("\x9b31mC1 \u202ebidi\u0085 \xff".encode(), "C1 bidi ÿ"),
        (b"not \xff utf-8", "not \ufffd utf-8"),
        (b"a\tb", "a b"),
        (
            b"fatal: unable to access 'https://ana:secret@host/x/': 403",
            "unable to access 'https://host/x/': 403",
        ),
        (b"x" * 300, "x" * 199 + "…"),
    ],
)
def test_what_git_says_fits_one_line(output: bytes, line: str) -> None:
    assert one_line(output) == line


@given(st.binary(max_size=400))
def test_no_line_holds_a_control_character_or_is_long(output: bytes) -> None:
    lines = telling_lines(output)

    assert all(line.isprintable() and len(line) <= 200 for line in lines)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://ana:secret@forge.example/x.git", "https://forge.example/x.git"),
        ("https://token@forge.example/x.git", "https://forge.example/x.git"),
        ("git@forge.example:x.git", "git@forge.example:x.git"),
        ("/srv/a@b//c@d.git", "/srv/a@b//c@d.git"),
    ],
)
def test_passwords_are_left_out(url: str, safe: str) -> None:
    assert without_password(url) == safe
