"""Every YAML reader gives back what was spelled."""

import json
import shutil
import subprocess
from datetime import date
from typing import Any

import pytest
import ruamel.yaml
import yaml
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import UsageError
from teamkit.markdown.document import parse_yaml
from teamkit.markdown.scalars import meaning, one_line, spell
from tests.markdown.made import quick

WORDS = """
no NO off yes On y N true null ~ nan .inf -.INF = 12:30 09:30 1:2:3 1e3 010 08 0o10 0x1F 0b1
1,000 1_000 1.10 2026-12-04 2026-02-30 2026-1-2 2026-12-04T10:00:00Z +1 -1 :todo a: a#b << ---
... - @ana `a` !a &a *a %a | > [a] {a} ? , 'a' "a" #a # e é 2026-12-04-friday 2026-w49-backend
1st 12e3 0xag 7:30h C:\\x it's http://x/y?z#q
"""
TRICKY = [
    *WORDS.split(),
    *("", "a: b", "a :b", "a #b", " a", "a ", "--- a", "- a", "? a", "2026-12-04 10:00", "a, b"),
    *("a\nb", "a\tb", "\r", "\x85", "\u2028", "\ufeff", "\x00", "\x7f", "\ufffe", "\U0001fffe"),
    *("\xa0", "6 months", "5 GB", "10 Z", "é 😀", "👩‍👩‍👧", "a\u202eb", 'say "hi"'),
]
TEXTS = st.one_of(
    st.sampled_from(TRICKY),
    st.text(max_size=12),
    st.text("0123456789.:,-_+eExXoObBTZtz =~#infaNygm/", max_size=8),
    st.text("ab1:-[]{}'\"#&*!|>%@?~<,.\\/ \t\nnoyesNULL", max_size=8),
).filter(lambda text: not any("\ud800" <= it <= "\udfff" for it in text))


def lines(text: str) -> str:
    plain, flow = spell(text), spell(text, flow=True)
    return f"k: {plain}\nl: [{flow}, a]\nm:\n  - {plain}\n{plain}: x\n"


def expected(text: str) -> list[Any]:
    return [text, [text, "a"], [text], text]


def told(loaded: Any) -> list[Any]:
    return [*(loaded[key] for key in "klm"), list(loaded)[-1]]


@quick
@given(TEXTS.filter(lambda text: text not in ("k", "l", "m")))
def test_three_readers_give_back_the_text(text: str) -> None:
    source = lines(text)

    assert told(yaml.safe_load(source)) == expected(text)
    assert told(ruamel.yaml.YAML(typ="safe", pure=True).load(source)) == expected(text)
    values = parse_yaml("x.yml", source)[0]
    assert [values["k"], values["l"], values["m"]] == [text, (text, "a"), (text,)]


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_come_back(text: str) -> None:
    source = f"k: {spell(text)}\nl: [{spell(text, flow=True)}]\n"

    assert yaml.safe_load(source) == {"k": text, "l": [text]}
    assert ruamel.yaml.YAML(typ="safe", pure=True).load(source) == {"k": text, "l": [text]}


def test_ruby_gives_back_the_text() -> None:
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("no ruby on this machine")
    source = "".join(f"- {spell(text)}\n- [{spell(text, flow=True)}]\n" for text in TRICKY)
    program = "require 'yaml'; require 'json'; puts JSON.generate(YAML.safe_load(STDIN.read))"

    done = subprocess.run(
        [ruby, "-EUTF-8", "-e", program], input=source.encode(), capture_output=True, check=True
    )

    assert json.loads(done.stdout) == [it for text in TRICKY for it in (text, [text])]


def test_plain_words_need_no_quotes() -> None:
    texts = ["Uploads over 5 GB", "2026-12-04-friday", "6 months", "a#b", "it's", "http://x/y", "é"]

    assert [spell(text) for text in texts] == texts


def test_commas_and_brackets_need_quotes_within_brackets() -> None:
    texts = ["a, b", "a [b]", "a:b"]

    assert [spell(text) for text in texts] == texts
    assert [spell(text, flow=True) for text in texts] == [f'"{text}"' for text in texts]


def test_numbers_days_and_truths_stand_plain() -> None:
    values: list[int | date] = [5, -1, date(2026, 12, 4), True, False]

    assert [spell(value) for value in values] == ["5", "-1", "2026-12-04", "true", "false"]
    assert [meaning(value) for value in values] == [spell(value) for value in values]


@pytest.mark.parametrize("half", list(map(chr, (0xD800, 0xD83D, 0xDFFF))))
def test_half_a_character_is_refused(half: str) -> None:
    with pytest.raises(UsageError, match="half a character"):
        spell(f"a{half}")


@given(st.text("ab #-\xa0\u200d\t\n\r\x00\x07\x0b\x1f\x7f\x85\u2028\u2029é"))
def test_words_of_several_lines_become_one_line(text: str) -> None:
    made = one_line(text)

    assert made == made.strip()
    assert len(made.splitlines()) <= 1
    assert not any(character < " " or character in "\x7f\x85\u2028\u2029" for character in made)
    assert made.split() == "".join(c if c >= " " and c != "\x7f" else " " for c in text).split()
    assert one_line(made) == made


@given(st.text("ab  #-\xa0\u200d"))
def test_one_line_stays_as_it_is_written(text: str) -> None:
    assert one_line(text) == text.strip()
